"""A class in a page is a class of the stylesheets, and no page paints itself."""

import re
from pathlib import Path

import pytest

import alongside
from alongside.ui import build_css

ROOT = Path(alongside.__file__).parent
PAGES = sorted(path.relative_to(ROOT) for path in ROOT.rglob("templates/**/*.html"))
STYLED = set(
    re.findall(
        r"\.(-?[a-zA-Z][\w-]*)", "".join(build_css.source(name) for name in sum(build_css.FACES.values(), ()))
    )
)
SIZES = re.compile(r"^(?:at|q|l|lanes|sz)\d+$")


def classes(source):
    """Class names written out in a template, without those a variable fills in."""
    plain = re.sub(r"{%.*?%}|{#.*?#}", " ", source, flags=re.DOTALL)
    plain = re.sub(r"{{.*?}}", "?", plain)
    found = re.findall(r'\s(?:class|css)="([^"<>]*)"', plain)
    return {name for names in found for name in names.split() if "?" not in name and not SIZES.match(name)}


@pytest.mark.parametrize("path", PAGES, ids=str)
def test_a_page_uses_only_classes_that_are_styled_and_no_inline_style(path):
    source = (ROOT / path).read_text(encoding="utf-8")
    assert classes(source) - STYLED == set()
    assert not re.search(r"\sstyle\s*=|<style|\son[a-z]+\s*=\s*[\"']", source)


def test_an_unstyled_class_would_be_noticed():
    assert classes('<p class="card nonsense {{ more }}">') - STYLED == {"nonsense"}
