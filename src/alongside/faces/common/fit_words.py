"""What a time means for a family, in plain words; the same data at the desk and on the phone."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.utils.formats import date_format
from django.utils.text import get_text_list
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from alongside.areas.waiting.values import Rhythm
from alongside.core.fitting import CostKind
from alongside.core.words import gettext_noop

_PLAIN: Mapping[CostKind, tuple[str, str]] = {
    CostKind.OTHER_THERAPIST: ("win", gettext_noop("Another therapist")),
    CostKind.OTHER_PLACE: ("win", gettext_noop("Another place")),
    CostKind.SIBLING_NEXT: ("ok", gettext_noop("Next to a brother’s or sister’s visit")),
}
_THEIRS: Mapping[CostKind, tuple[str, str]] = {
    CostKind.NO_LESSONS_MISSED: ("ok", gettext_noop("No lessons missed")),
    CostKind.PREFERRED: ("ok", gettext_noop("A time they like best")),
    CostKind.IN_TIMES: ("ok", gettext_noop("A time they named")),
    CostKind.NOT_A_DAY_NAMED: ("win", gettext_noop("Not a day they named")),
}
_YOURS: Mapping[CostKind, tuple[str, str]] = {
    CostKind.NO_LESSONS_MISSED: ("ok", gettext_noop("No school time lost")),
    CostKind.PREFERRED: ("ok", gettext_noop("A time you like best")),
    CostKind.IN_TIMES: ("ok", gettext_noop("A time you named")),
    CostKind.NOT_A_DAY_NAMED: ("win", gettext_noop("Not a day you named")),
}

_PLURAL = (
    gettext_noop("Mondays"),
    gettext_noop("Tuesdays"),
    gettext_noop("Wednesdays"),
    gettext_noop("Thursdays"),
    gettext_noop("Fridays"),
    gettext_noop("Saturdays"),
    gettext_noop("Sundays"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Chip:
    """One thing to know about a time. ``voice`` is "ok" for what suits, "win" for what to weigh."""

    words: str
    voice: str


def chips(costs: Iterable[tuple[str, int]], *, yours: bool = False) -> tuple[Chip, ...]:
    """The costs as chips, in their order. ``yours`` speaks to the family itself; unknown kinds say nothing."""
    said = (_chip(CostKind(kind), n, yours=yours) for kind, n in costs if kind in set(CostKind))
    return tuple(chip for chip in said if chip is not None)


def ending(last_on: date, closed: Sequence[str], left_out: Sequence[date]) -> str:
    """ "Skips Christmas and half term. Ends 23 Feb." Days that somebody else has are named by their date."""
    skipped = [*closed, *(date_format(day, "j M") for day in left_out)]
    skips = [_("Skips %(what)s.") % {"what": get_text_list(skipped, _("and"))}] if skipped else []
    return " ".join([*skips, _("Ends %(day)s.") % {"day": date_format(last_on, "j M")}])


def _chip(kind: CostKind, n: int, *, yours: bool) -> Chip | None:
    known = {**_PLAIN, **(_YOURS if yours else _THEIRS)}
    if kind in known:
        voice, words = known[kind]
        return Chip(words=_(words), voice=voice)
    counted = {
        CostKind.MISSES_SCHOOL: ngettext("Misses %(n)d min of school", "Misses %(n)d min of school", n),
        CostKind.OUTSIDE_TIMES: _outside(n, yours=yours),
        CostKind.STARTS_LATER: ngettext("Starts %(n)d week later", "Starts %(n)d weeks later", n),
        CostKind.NOT_FREE: ngettext("%(n)d week is taken", "%(n)d weeks are taken", n),
    }
    return Chip(words=counted[kind] % {"n": n}, voice="win") if kind in counted else None


def _outside(n: int, *, yours: bool) -> str:
    if yours:
        return ngettext("%(n)d min outside your times", "%(n)d min outside your times", n)
    return ngettext("%(n)d min outside their times", "%(n)d min outside their times", n)


def title(local_start: datetime, rhythm: Rhythm, count: int) -> str:
    """ "Tuesdays, 15:45", "Every second Tuesday, 15:45", or "Tuesday 1 December, 15:45" for a single time."""
    clock = f"{local_start.hour}:{local_start.minute:02}"
    if count == 1:
        return f"{date_format(local_start, 'l j F')}, {clock}"
    return f"{days(local_start, rhythm)}, {clock}"


def days(local_start: datetime, rhythm: Rhythm) -> str:
    """ "Tuesdays", "Every second Tuesday"."""
    if rhythm is Rhythm.FORTNIGHTLY:
        return _("Every second %(day)s") % {"day": date_format(local_start, "l")}
    return _(_PLURAL[local_start.weekday()])


def visits(count: int, minutes: int) -> str:
    """ "10 visits, 45 minutes"."""
    often = ngettext("%(n)d visit", "%(n)d visits", count) % {"n": count}
    long = ngettext("%(n)d minute", "%(n)d minutes", minutes) % {"n": minutes}
    return f"{often}, {long}"
