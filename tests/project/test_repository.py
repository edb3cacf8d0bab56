"""What the repository's files may not hold: addresses in locks, strangers' instruments, inline scripts."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from scripts import lock

ROOT = Path(__file__).resolve().parents[2]
THIS = Path(__file__).resolve()
TEXTS = {".py", ".html", ".css", ".js", ".md", ".toml", ".txt", ".json", ".typ", ".svg", ".po", ".lock", ""}
VENDORED = ROOT / "src/alongside/ui/static/ui/htmx.min.js"

INSTRUMENTS = re.compile(r"\b(COPM|MPOC|SDQ|Pearson|WPS|PEDI-CAT|Sensory Profile|BOT-2|MABC)\b")
# The register says what scores can be written down: names, publishers and facts, which tests of the evaluation ask
# of every entry. Pages show the names from there; nowhere else does a name stand in the code.
REGISTER = ROOT / "src/alongside/areas/evaluation/data/instruments.json"
UNFINISHED = re.compile(r"\b(TODO|FIXME|XXX)\b")
OUTSIDE = re.compile(r"(?<![\w.])/(home|Users|root)/\w")
CLIMBING = re.compile(r"(?<![\w.])(?:\.\./)+[\w.-]+")

INLINE = re.compile(
    r"""\sstyle\s*=|\son[a-z]+\s*=\s*["']|<style\b|javascript:|<script(?![^>]*\bsrc=)[^>]*>"""
)
NAMESPACES = ("http://www.w3.org/",)
ADDRESS = re.compile(r"(?:https?:)?//[a-z0-9][\w.-]*\.[a-z]{2,}[^\s\"'<>)]*", re.IGNORECASE)


def files(*suffixes):
    """The text files of the repository, except this test and what is vendored."""
    named = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    paths = [ROOT / name for name in named.stdout.splitlines()]
    kept = [path for path in paths if path.suffix in (suffixes or TEXTS) and path not in (THIS, VENDORED)]
    return [path for path in kept if path.is_file()]


def lines_with(pattern, paths):
    """`path:line: text` of every line that matches."""
    return [
        f"{path.relative_to(ROOT)}:{number}: {line.strip()[:100]}"
        for path in paths
        for number, line in enumerate(path.read_text(errors="ignore").splitlines(), start=1)
        if pattern.search(line)
    ]


def pages():
    """Templates of the product."""
    return [path for path in files(".html") if path.is_relative_to(ROOT / "src")]


def foreign(text):
    """The addresses in a text that would ask something of a third party."""
    return [found for found in ADDRESS.findall(text) if not found.startswith(NAMESPACES)]


def test_the_locks_are_current_hashed_and_without_addresses():
    assert lock.complaints() == []


def test_an_old_lock_and_an_address_in_a_lock_are_noticed(tmp_path):
    for name in ("pyproject.toml", *lock.LOCKS):
        shutil.copy(ROOT / name, tmp_path)
    assert lock.complaints(tmp_path) == []
    declared = tmp_path / "pyproject.toml"
    declared.write_text(declared.read_text().replace('"whitenoise', '"another>=1", "whitenoise', 1))
    assert len(lock.complaints(tmp_path)) == len(lock.LOCKS)
    with (tmp_path / "requirements.lock").open("a") as file:
        file.write("--index-url https://packages.example/simple\n")
    assert "requirements.lock names an address" in lock.complaints(tmp_path)


def test_no_instrument_of_others_is_named_where_it_could_be_mistaken_for_ours():
    explained = ROOT / "docs" / "explanation"
    looked_at = [path for path in files() if not path.is_relative_to(explained) and path != REGISTER]
    assert lines_with(INSTRUMENTS, looked_at) == []
    assert lines_with(INSTRUMENTS, [REGISTER]) != []


def test_nothing_is_left_unfinished():
    assert lines_with(UNFINISHED, files()) == []


def leaves(path, text):
    """The relative paths in a text that lead out of the repository, read from its file and from the top."""
    found = [
        climb for climb in CLIMBING.findall(text) if not (path.parent / climb).resolve().is_relative_to(ROOT)
    ]
    return sorted({*found, *([str(ROOT)] if f"{ROOT}/" in text else [])})


def test_no_file_names_a_folder_outside_the_repository():
    assert lines_with(OUTSIDE, files()) == []
    named = {str(path.relative_to(ROOT)): leaves(path, path.read_text(errors="ignore")) for path in files()}
    assert {path: found for path, found in named.items() if found} == {}


def test_a_path_out_of_the_repository_would_be_noticed():
    assert leaves(ROOT / "docs" / "index.md", "see ../../beside/notes.md, not ../README.md") == [
        "../../beside"
    ]
    assert leaves(ROOT / "README.md", f"open {ROOT}/var or ../beside") == ["../beside", str(ROOT)]


def test_no_template_holds_inline_script_or_style():
    assert lines_with(INLINE, pages()) == []


def test_no_page_style_or_script_names_a_third_party():
    looked_at = [path for path in files(".html", ".css", ".js") if path.is_relative_to(ROOT / "src")]
    assert looked_at
    named = {str(path.relative_to(ROOT)): foreign(path.read_text()) for path in looked_at}
    assert {path: found for path, found in named.items() if found} == {}


@pytest.mark.parametrize(
    "text",
    [
        '<p style="color: red">',
        '<a onclick="go()">',
        "<script>go()</script>",
        '<script type="module">go()</script>',
        "<style>p {}</style>",
        '<a href="javascript:go()">',
    ],
)
def test_inline_script_and_style_would_be_noticed(text):
    assert INLINE.search(text)


@pytest.mark.parametrize(
    "text", ['<script src="/static/ui/htmx.min.js"></script>', '<button data-once="yes">']
)
def test_ordinary_markup_passes(text):
    assert not INLINE.search(text)


def test_a_third_party_would_be_noticed_and_a_namespace_is_none():
    assert foreign('<img src="https://pictures.example/a.png">') == ["https://pictures.example/a.png"]
    assert foreign("@import url(//fonts.example/a.css)") == ["//fonts.example/a.css"]
    assert foreign('<svg xmlns="http://www.w3.org/2000/svg">') == []
