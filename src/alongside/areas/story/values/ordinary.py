"""An ordinary week to start from. A family takes out and changes what is different in theirs."""

from collections.abc import Mapping
from datetime import timedelta
from types import MappingProxyType

from alongside.areas.story.values import Attention
from alongside.areas.story.values.week import MIDNIGHT, MomentDraft
from alongside.core import routines
from alongside.core.routines import Part, Routine

SCHOOL_DAYS = (0, 1, 2, 3, 4)
WEEKEND = (5, 6)
_ALL: tuple[int, ...] = ()
_HALF, _FULL, _NONE = Attention.NEARBY, Attention.FULL, Attention.NONE

# On which days, the minutes and the energy (0 to 3) that may be free, and how much of a grown-up.
_TABLE: Mapping[str, tuple[tuple[int, ...], int, int, Attention]] = MappingProxyType(
    {
        "morning.wake": (_ALL, 0, 1, _HALF),
        "morning.wash": (_ALL, 3, 1, _FULL),
        "morning.dress": (_ALL, 3, 1, _FULL),
        "breakfast": (_ALL, 3, 2, _HALF),
        "leave_house": (SCHOOL_DAYS, 0, 1, _HALF),
        "school_run": (SCHOOL_DAYS, 5, 2, _FULL),
        "after_school": (SCHOOL_DAYS, 5, 1, _HALF),
        "snack": (_ALL, 5, 2, _HALF),
        "outings.shop": (WEEKEND, 5, 1, _FULL),
        "outings.appointment": (SCHOOL_DAYS, 0, 1, _FULL),
        "play.outdoor": (WEEKEND, 15, 3, _FULL),
        "play.friends": (WEEKEND, 5, 2, _HALF),
        "homework": (SCHOOL_DAYS[:4], 10, 1, _FULL),
        "play.indoor": (_ALL, 10, 2, _HALF),
        "screens": (_ALL, 0, 1, _NONE),
        "meal.dinner": (_ALL, 5, 2, _FULL),
        "chores": (WEEKEND, 5, 2, _HALF),
        "bath": (_ALL, 5, 2, _FULL),
        "bedtime": (_ALL, 5, 1, _FULL),
    }
)
_ELSE = (_ALL, 3, 1, _HALF)
# What nearly every house has, by the plain names that ideas use.
EVERYDAY = frozenset(
    {
        "bowl", "cup", "plate", "spoon", "fork", "table knife", "tray", "bread", "towel", "cloth", "flannel",
        "blanket", "cushion", "pillow", "jacket", "jumper", "T-shirt", "trousers", "socks", "shoes", "bag",
        "toothbrush", "toothpaste", "soap", "hairbrush", "mirror", "paper", "pen", "pencil", "scissors", "book",
        "ball", "chair", "table", "bed", "clock", "phone", "bath", "soft toy", "coins", "cardboard box",
    }
)  # fmt: skip
# Codes of an ordinary week, each with the age in years from which most children have it.
_MOST_HAVE = MappingProxyType(
    {
        "morning.dress": 0,
        "breakfast": 0,
        "school_run": 4,
        "after_school": 4,
        "homework": 6,
        "play.indoor": 0,
        "meal.dinner": 0,
        "bath": 0,
        "bedtime": 0,
        "play.outdoor": 0,
    }
)


def at_home() -> tuple[Routine, ...]:
    """Every routine that a family can have in its week, from morning to night; those at school are the school's."""
    codes = routines.in_day_order(routines.ROUTINES)
    return tuple(found for code in codes if (found := routines.routine(code)).part is not Part.SCHOOL)


def ordinary_week(age: int) -> frozenset[str]:
    """The codes of the routines that most families of a child of this age (in years) have."""
    return frozenset(code for code, since in _MOST_HAVE.items() if age >= since)


def ordinary(code: str) -> MomentDraft:
    """How a routine is in many families: days, about when, minutes and energy."""
    days, minutes, energy, attention = _TABLE.get(code, _ELSE)
    usual = routines.routine(code).window
    starts = MIDNIGHT.replace(hour=usual.starts.hour, minute=usual.starts.minute) + timedelta(minutes=15)
    return MomentDraft(
        routine=code,
        days=days,
        usual_at=starts.time() if usual.minutes < 1440 else None,
        minutes_possible=minutes,
        energy=energy,
        attention=attention,
    )
