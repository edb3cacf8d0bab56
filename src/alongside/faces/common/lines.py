"""Forms with as many lines as there is something in, and one more."""

from collections.abc import Iterable, Mapping


def lines_shown(known: Mapping[str, object], stems: Iterable[str], most: int) -> int:
    """How many lines ``stem_1``, ``stem_2`` … a form has: one more than the last that is filled, ``most`` at most."""
    names = tuple(stems)
    held = (line for line in range(most, 0, -1) if any(known.get(f"{stem}_{line}") for stem in names))
    return min(next(held, 0) + 1, most)
