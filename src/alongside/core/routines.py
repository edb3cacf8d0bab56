"""The routines of a family's day: what they are called, when they usually happen, and which one fits now."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import time
from enum import StrEnum
from types import MappingProxyType

from alongside.core.opening import minute_of
from alongside.core.refusals import Refusal
from alongside.core.words import gettext_noop


class UnknownRoutine(Refusal):
    sentence = gettext_noop("Choose a routine from the list.")


class Part(StrEnum):
    """The part of the day a routine belongs to."""

    MORNING = "MORNING"
    SCHOOL = "SCHOOL"
    AFTER_SCHOOL = "AFTER_SCHOOL"
    EVENING = "EVENING"
    NIGHT = "NIGHT"
    ANY = "ANY"


PART_LABELS: Mapping[Part, str] = MappingProxyType(
    {
        Part.MORNING: gettext_noop("Before school"),
        Part.SCHOOL: gettext_noop("At school"),
        Part.AFTER_SCHOOL: gettext_noop("After school"),
        Part.EVENING: gettext_noop("Tea time and evening"),
        Part.NIGHT: gettext_noop("Bedtime"),
        Part.ANY: gettext_noop("Any time"),
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Window:
    """Local wall time from ``starts`` up to ``ends``; it may run past midnight. Equal ends mean the whole day."""

    starts: time
    ends: time

    def holds(self, local_time: time) -> bool:
        """True when ``local_time`` lies inside."""
        if self.starts < self.ends:
            return self.starts <= local_time < self.ends
        return local_time >= self.starts or local_time < self.ends

    @property
    def minutes(self) -> int:
        """Its length in minutes, 1 to 1440."""
        return (minute_of(self.ends) - minute_of(self.starts) - 1) % 1440 + 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Routine:
    """An ordinary part of the day: the label families read, a lucide icon and its usual window."""

    code: str
    label: str
    icon: str
    part: Part
    window: Window
    order: int


def _window(starts: str, ends: str) -> Window:
    return Window(starts=time.fromisoformat(starts), ends=time.fromisoformat(ends))


# In the order of the day. code, label, icon, part, usual start, usual end.
_TABLE = (
    ("morning.wake", gettext_noop("Waking up"), "sunrise", Part.MORNING, "06:00", "07:15"),
    ("morning.wash", gettext_noop("Wash and teeth"), "droplets", Part.MORNING, "06:45", "08:00"),
    ("morning.dress", gettext_noop("Getting dressed"), "shirt", Part.MORNING, "07:00", "08:15"),
    ("breakfast", gettext_noop("Breakfast"), "milk", Part.MORNING, "07:15", "08:15"),
    ("leave_house", gettext_noop("Out of the door"), "backpack", Part.MORNING, "08:00", "08:45"),
    ("school_run", gettext_noop("On the way to school"), "footprints", Part.MORNING, "08:15", "09:00"),
    ("school.arrival", gettext_noop("Arriving at school"), "school", Part.SCHOOL, "08:40", "09:15"),
    ("school.classroom", gettext_noop("In the classroom"), "book-open", Part.SCHOOL, "09:00", "15:15"),
    ("school.writing", gettext_noop("Writing at school"), "pencil", Part.SCHOOL, "09:15", "12:00"),
    ("school.playground", gettext_noop("In the playground"), "trees", Part.SCHOOL, "10:30", "13:15"),
    ("school.lunch", gettext_noop("Lunch at school"), "soup", Part.SCHOOL, "12:00", "13:15"),
    ("after_school", gettext_noop("Home from school"), "house", Part.AFTER_SCHOOL, "15:15", "16:30"),
    ("snack", gettext_noop("Snack"), "apple", Part.AFTER_SCHOOL, "15:30", "16:30"),
    ("outings.shop", gettext_noop("At the shops"), "package", Part.AFTER_SCHOOL, "15:30", "17:30"),
    (
        "outings.appointment",
        gettext_noop("Appointments"),
        "calendar-days",
        Part.AFTER_SCHOOL,
        "15:30",
        "17:30",
    ),
    ("play.outdoor", gettext_noop("Playing outside"), "sun", Part.AFTER_SCHOOL, "15:30", "18:00"),
    ("play.friends", gettext_noop("Playing with friends"), "users", Part.AFTER_SCHOOL, "15:30", "18:00"),
    ("homework", gettext_noop("School work at home"), "clipboard-pen", Part.AFTER_SCHOOL, "16:00", "17:45"),
    ("play.indoor", gettext_noop("Playing at home"), "toy-brick", Part.AFTER_SCHOOL, "16:00", "18:30"),
    ("screens", gettext_noop("Screen time"), "tv", Part.EVENING, "16:30", "18:30"),
    ("meal.dinner", gettext_noop("Tea time"), "utensils", Part.EVENING, "17:15", "18:30"),
    ("chores", gettext_noop("Helping at home"), "brush", Part.EVENING, "17:00", "19:00"),
    ("bath", gettext_noop("Bath time"), "bath", Part.NIGHT, "18:15", "19:30"),
    ("bedtime", gettext_noop("Bedtime"), "moon", Part.NIGHT, "18:45", "20:30"),
    ("sleep", gettext_noop("Night"), "bed", Part.NIGHT, "20:00", "06:00"),
    ("toileting", gettext_noop("Toilet"), "lock", Part.ANY, "00:00", "00:00"),
    (
        "any.transition",
        gettext_noop("Moving on to the next thing"),
        "arrow-right",
        Part.ANY,
        "00:00",
        "00:00",
    ),
    ("any.upset", gettext_noop("When it gets too much"), "hand-heart", Part.ANY, "00:00", "00:00"),
    ("any.end_of_day", gettext_noop("End of the day"), "sunset", Part.NIGHT, "18:30", "21:00"),
)

ROUTINES: Mapping[str, Routine] = MappingProxyType(
    {
        code: Routine(code=code, label=label, icon=icon, part=part, window=_window(starts, ends), order=order)
        for order, (code, label, icon, part, starts, ends) in enumerate(_TABLE)
    }
)


def routine(code: str) -> Routine:
    """The routine named ``code``; refuses ``UnknownRoutine``."""
    try:
        return ROUTINES[code]
    except KeyError:
        raise UnknownRoutine from None


def in_day_order(codes: Iterable[str]) -> tuple[str, ...]:
    """The codes without repeats, from morning to night; those of any time come last."""
    return tuple(sorted(set(codes), key=_by_day))


def _by_day(code: str) -> tuple[bool, int]:
    found = routine(code)
    return found.part is Part.ANY, found.order


def icons() -> tuple[str, ...]:
    """The names of all icons the routines use, sorted."""
    return tuple(sorted({found.icon for found in ROUTINES.values()}))


def routine_now(
    local_time: time, codes: Iterable[str], own_times: Mapping[str, Window] | None = None
) -> str | None:
    """Which of a family's routines fits ``local_time`` best; None when the family has none left today.

    The family's own times replace the usual windows. Of the routines going on now the one with the shortest
    window wins; else the next one to start today; else one that fits at any time.
    """
    windows = {code: (own_times or {}).get(code, routine(code).window) for code in in_day_order(codes)}
    timed = {code: window for code, window in windows.items() if window.minutes < 1440}
    going_on = [code for code in timed if timed[code].holds(local_time)]
    if going_on:
        return min(going_on, key=lambda code: timed[code].minutes)
    coming = [code for code in timed if timed[code].starts > local_time]
    if coming:
        return min(coming, key=lambda code: timed[code].starts)
    return next((code for code in windows if code not in timed), None)
