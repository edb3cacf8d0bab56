"""Icons from Lucide (ISC, see LICENSE-lucide.txt), drawn inline so that a swapped part of a page brings its own."""

import json
from functools import cache
from pathlib import Path

from django.utils.safestring import SafeString, mark_safe

POINTING = frozenset({"arrow-left", "arrow-right", "chevron-left", "chevron-right", "log-in", "log-out"})


@cache
def shapes() -> dict[str, str]:
    """Icon name -> the SVG shapes inside its 24 by 24 box."""
    icons: dict[str, str] = json.loads((Path(__file__).parent / "icons.json").read_text(encoding="utf-8"))
    return icons


@cache
def drawn(name: str) -> SafeString:
    """The icon as decorative SVG. Icons that point turn round in right-to-left pages.

    Raises LookupError for a name that is not in ``icons.json``.
    """
    if name not in shapes():
        raise LookupError(f"There is no icon called {name!r} in ui/icons/icons.json.")
    css = "i flip" if name in POINTING else "i"
    head = f'<svg class="{css}" viewBox="0 0 24 24" aria-hidden="true" focusable="false">'
    return mark_safe(f"{head}{shapes()[name]}</svg>")  # noqa: S308 - the shapes are our own file.
