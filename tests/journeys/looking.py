"""Looking at one page: axe at both widths with the whole page in view, and no sideways scroll."""

from typing import Any

from axe_playwright_python.base import AXE_SCRIPT

WIDTHS = (1280, 390)
NARROW = 320
RULES = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    "resultTypes": ["violations"],
    "preload": False,
}
TOLD = """async (rules) => (await axe.run(document, rules)).violations.flatMap(
    (rule) => rule.nodes.map((node) => `${rule.id}: ${node.target.join(" ")}`))"""


def open_page(page: Any, path: str) -> None:
    """Go there at a desk's width and wait for the letters to be drawn."""
    page.set_viewport_size({"width": WIDTHS[0], "height": 800})
    answer = page.goto(path)
    assert answer.status == 200, f"{path} answers {answer.status}"
    assert page.url.endswith(path), f"{path} leads to {page.url}"
    page.evaluate("document.fonts.ready")
    page.evaluate(AXE_SCRIPT)


def troubles(page: Any, width: int) -> list[str]:
    """What axe finds at this width, in a window as tall as the page: nothing hides under a bar then."""
    _resize(page, width)
    return [*page.evaluate(TOLD, RULES), *sideways(page, width)]


def sideways(page: Any, width: int) -> list[str]:
    """Whether the page is wider than its window."""
    page.set_viewport_size({"width": width, "height": page.viewport_size["height"]})
    wide = page.evaluate("document.documentElement.scrollWidth")
    return [f"sideways scroll: {wide} px in {width} px"] if wide > width else []


def _resize(page: Any, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    tall = page.evaluate("document.documentElement.scrollHeight")
    page.set_viewport_size({"width": width, "height": max(tall, 800)})
