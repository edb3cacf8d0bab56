"""The documentation names what is there."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
DOCS = ROOT / "docs"
LINK = re.compile(r"\]\((?!\w+:|#)(?P<path>[^)#]+)")


def text(*parts):
    """A file of the repository."""
    return ROOT.joinpath(*parts).read_text()


def test_every_setting_has_a_heading():
    read = set(re.findall(r"\bALONGSIDE_[A-Z_]+\b", text("src", "alongside", "config", "settings.py")))
    headings = set(
        re.findall(r"^#+ `?(ALONGSIDE_[A-Z_]+)`?$", text("docs", "reference", "settings.md"), re.M)
    )
    assert read, "settings.py reads no setting: this test looks for the wrong thing"
    assert read <= headings


def test_every_target_of_the_makefile_is_in_the_readme_and_in_help():
    targets = re.search(r"^\.PHONY: (.+)$", text("Makefile"), re.M)[1].split()
    assert len(targets) == len(set(targets)) > 5
    assert [target for target in targets if f"make {target}" not in text("README.md")] == []
    helped = [target for target in targets if target != "help"]
    assert [target for target in helped if f'"make {target} ' not in text("Makefile")] == []


def pages():
    """Every page of the documentation, and the pages at the root."""
    return sorted([*DOCS.rglob("*.md"), *ROOT.glob("*.md")])


@pytest.mark.parametrize("document", pages(), ids=lambda path: str(path.relative_to(ROOT)))
def test_links_lead_somewhere(document):
    paths = [found["path"] for found in LINK.finditer(document.read_text())]
    assert [path for path in paths if not (document.parent / path).exists()] == []


def test_decisions_are_numbered_in_a_row_and_listed():
    records = sorted((DOCS / "adr").glob("0*.md"))
    assert [path.name[:4] for path in records] == [f"{n:04}" for n in range(1, len(records) + 1)]
    index = text("docs", "adr", "index.md")
    assert [path.name for path in records if path.name not in index] == []


def test_every_decision_says_context_decision_and_consequences():
    for path in (DOCS / "adr").glob("0*.md"):
        headings = re.findall(r"^## (.+)$", path.read_text(), re.M)
        assert headings == ["Context", "Decision", "Consequences"], path.name
