"""Files taken from elsewhere are the very files that docs/reference/vendored.md describes."""

import hashlib
import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PAGE = ROOT / "docs" / "reference" / "vendored.md"
ROW = re.compile(r"^\| `(?P<path>[^`]+)` \|.*`(?P<sha256>[0-9a-f]{64})` \|$", re.MULTILINE)


def test_every_vendored_file_has_the_hash_written_down():
    rows = {row["path"]: row["sha256"] for row in ROW.finditer(PAGE.read_text())}
    assert "src/alongside/ui/static/ui/htmx.min.js" in rows
    found = {path: hashlib.sha256((ROOT / path).read_bytes()).hexdigest() for path in rows}
    assert found == rows


def test_every_font_is_written_down():
    files = (path for kind in ("*.woff2", "*.ttf") for path in (ROOT / "src").rglob(kind))
    fonts = {str(path.relative_to(ROOT)) for path in files}
    assert {font for font in fonts if f"`{font}`" not in PAGE.read_text()} == set()
