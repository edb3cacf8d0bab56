"""The stylesheets: built from their sources, small, readable in both lights."""

import gzip
import re
import shutil

import pytest

from alongside.ui import build_css

MOST_BYTES = 10_000
USED = re.compile(r"var\((--[\w-]+)[,)]")
SET = re.compile(r"(?<![\w-])(--[\w-]+):")


@pytest.mark.parametrize("face", build_css.FACES)
def test_a_stylesheet_is_built_and_small(face):
    built = (build_css.BUILT / face).read_bytes()
    assert built.decode() == build_css.build(face)
    assert len(gzip.compress(built)) <= MOST_BYTES


def test_a_stylesheet_older_than_its_sources_is_named(tmp_path, monkeypatch, capsys):
    shutil.copytree(build_css.SOURCES, tmp_path / "css")
    (tmp_path / "built").mkdir()
    monkeypatch.setattr(build_css, "SOURCES", tmp_path / "css")
    monkeypatch.setattr(build_css, "BUILT", tmp_path / "built")
    assert build_css.main(["--check"]) == 1
    assert "app.css is older than its sources" in capsys.readouterr().out
    assert build_css.main([]) == 0
    assert build_css.main(["--check"]) == 0
    with (tmp_path / "css" / "base.css").open("a") as source:
        source.write("p { color: red; }")
    assert build_css.main(["--check"]) == 1


def test_minifying_keeps_the_meaning():
    css = (
        "/* a */ a :is(b, c) > d { margin: 0 ; color: red; }\n"
        "@media (min-width: 60rem) { p { top: calc(1px + 2px); } }"
    )
    assert build_css.minify(css) == (
        "a :is(b,c) > d{margin:0;color:red}@media (min-width:60rem){p{top:calc(1px + 2px)}}\n"
    )


@pytest.mark.parametrize("face", build_css.FACES)
def test_every_token_that_is_used_is_set_somewhere(face):
    css = build_css.build(face)
    assert set(USED.findall(css)) <= set(SET.findall(css))
    assert css.count("{") == css.count("}")


@pytest.mark.parametrize("face", build_css.FACES)
def test_a_stylesheet_asks_nothing_of_a_third_party(face):
    addresses = re.findall(r"url\(([^)]*)\)", build_css.build(face))
    assert addresses
    for address in addresses:
        assert (build_css.BUILT / address.strip("\"'")).is_file(), address
    assert "http" not in build_css.build(face)


def test_the_two_palettes_name_the_same_tokens():
    light, dark = (set(SET.findall(build_css.source(f"palette-{name}"))) for name in ("light", "dark"))
    assert light == dark


def test_pages_turn_round_without_left_or_right():
    sided = re.compile(
        r"[\s;{](?:margin|padding|border|inset)-(?:left|right)|[\s;{](?:left|right):|text-align: (?:left|right)"
    )
    assert [p.name for p in build_css.SOURCES.glob("*.css") if sided.search(p.read_text())] == []
