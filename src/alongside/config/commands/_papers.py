"""Pictures of the sheets that a family of the demo prints: the first side of each, in grey, as many printers do it."""

import io
from collections.abc import Iterator
from typing import Any
from urllib.parse import urlencode, urlsplit

_DPI = 60
_MORNING = ("wake", "clothes", "breakfast", "teeth", "bag")


def sheets(page: Any) -> Iterator[tuple[str, str, bytes]]:
    """Every sheet of the child whose pages ``page`` shows: a file name, its title, and a PNG of its first side."""
    child = page.url.split("/family/")[1].split("/")[0]
    page.goto(f"/family/{child}/paper/")
    found = {
        link.inner_text(): link.get_attribute("href") for link in page.locator('main a[href*=".pdf"]').all()
    }
    for kind, title in (("strip", "A strip to tick"), ("now_next", "Now and next")):
        found[title] = f"/family/{child}/paper/schedule.pdf?{urlencode(_chosen(kind))}"
    for title, address in found.items():
        name = urlsplit(address).path.rsplit("/", 1)[1].removesuffix(".pdf")
        name = title.lower().replace(" ", "-") if name == "schedule" else name.replace(".", "-")
        yield name, title.strip(), _first_side(page.context.request.get(address).body())


def _chosen(kind: str) -> dict[str, str]:
    return {"kind": kind, "paper": "a4"} | {f"picture_{at}": one for at, one in enumerate(_MORNING, 1)}


def _first_side(pdf: bytes) -> bytes:
    import pymupdf  # only with the tests' packages

    side = pymupdf.open(stream=io.BytesIO(pdf))[0]
    picture: bytes = side.get_pixmap(dpi=_DPI, colorspace=pymupdf.csGRAY).tobytes("png")
    return picture
