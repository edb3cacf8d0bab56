"""What the sheets say: a card for one routine, a copy for school, pictures for a schedule."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, time
from enum import StrEnum
from types import MappingProxyType

from alongside.core.words import gettext_noop

PICTURES_AT_MOST = 8


class Paper(StrEnum):
    """The sizes of paper that a sheet can be made for."""

    A3 = "a3"
    A4 = "a4"
    A5 = "a5"
    A6 = "a6"
    LETTER = "us-letter"
    LEGAL = "us-legal"


PAPER_LABELS: Mapping[Paper, str] = MappingProxyType(
    {
        Paper.A3: gettext_noop("A3"),
        Paper.A4: gettext_noop("A4"),
        Paper.A5: gettext_noop("A5, half of A4"),
        Paper.A6: gettext_noop("A6, a postcard"),
        Paper.LETTER: gettext_noop("Letter"),
        Paper.LEGAL: gettext_noop("Legal"),
    }
)


class Schedule(StrEnum):
    """Now and next, or a strip for a part of the day."""

    NOW_NEXT = "now_next"
    STRIP = "strip"


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetIdea:
    """An idea on a sheet. ``cautions`` are what the safety rules say; ``override`` who looked at it, when and why."""

    routine: str
    title: str
    what: str
    steps: tuple[str, ...]
    words_that_help: str
    easier: str
    notice: str
    cautions: tuple[str, ...]
    override: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RoutineCard:
    """One part of the family's day for the fridge. ``care`` holds codes of facts that may stand on paper."""

    child_name: str
    clinic_name: str
    routine: str
    usual_at: time | None
    ideas: tuple[SheetIdea, ...]
    care: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SchoolCopy:
    """What helps at school, without anything from home: no address, no family words, no other ideas."""

    child_name: str
    clinic_name: str
    on: date
    ideas: tuple[SheetIdea, ...]
    care: tuple[str, ...]
    therapist_name: str
    phone: str
