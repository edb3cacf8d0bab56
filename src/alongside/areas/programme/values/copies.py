"""An idea as a family was given it, and how far one tap may grade it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from alongside.areas.library.values import Evidence, Light, Supervision


@dataclass(frozen=True, slots=True, kw_only=True)
class Copy:
    """An idea as the library said it when it was placed; later wordings do not reach the family.

    ``easier`` and ``harder`` turn one knob each, the first one first.
    """

    version: int
    steps: tuple[str, ...]
    materials: tuple[str, ...]
    easier: tuple[str, ...]
    harder: tuple[str, ...]
    supervision: Supervision
    evidence: Evidence


def copy_of(given: Mapping[str, Any]) -> Copy | None:
    """What ``library.given`` wrote, read again; None for an idea that did not come from the library."""
    if not given:
        return None
    watch, known = given["supervision"], given["evidence"]
    rules = tuple((when, level) for when, level in watch["rules"])
    return Copy(
        version=given["version"],
        steps=tuple(given["steps"]),
        materials=tuple(given["materials"]),
        easier=tuple(way["words"] for way in given["easier"]),
        harder=tuple(way["words"] for way in given["harder"]),
        supervision=Supervision(level=watch["level"], note=watch["note"], rules=rules),
        evidence=Evidence(**{**known, "light": Light(known["light"])}),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Bounds:
    """How far one tap may grade an idea: from ``least`` (below 0 easier) to ``most`` (above 0 harder)."""

    least: int
    most: int

    def holds(self, grade: int) -> bool:
        """Whether the family may go there."""
        return self.least <= grade <= self.most
