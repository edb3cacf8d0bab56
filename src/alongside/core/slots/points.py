"""What a plan of times is worth, in whole points: one table. docs/explanation/slots.md shows it.

The objective of a plan is the sum of these parts over its placements, shifts and families, and nothing else:

``served``        for each child with k > 0 placements: ``FIRST[urgency] + min(MOST_WAITING, 2 * waiting_weeks)``
                  for the first one, and ``FURTHER[urgency]`` for each of the other k - 1.
``preference``    ``PREFERRED`` for each placement whose session lies wholly within one PREFER window of its weekday.
``school``        ``-SCHOOL`` for each begun 15 minutes of school that a placement's session overlaps: the overlapping
                  minutes of all the child's school spans of that weekday are added up, divided by 15, rounded up.
``same_person``   ``SAME_PERSON`` for each placement with ``child.before``.
``stays``         ``STAYS`` for each placement that is in ``instance.now`` (child, therapist, weekday and start).
``siblings``      ``SIBLINGS`` once for each non-empty family in which two different children (way ROOM) have sessions
                  on the same weekday at the same site, the later beginning 0 to ``SIBLING_WAIT`` minutes after the
                  end of the earlier.
``gaps``          ``-GAP`` for each 15 minutes of every shift that lie between the first busy minute and the last busy
                  minute of the shift's placements and in which the therapist is not busy. When the therapist's meal is
                  asked for in this shift (rule 9), the first busy minute comes before ``meal_from + meal_minutes`` and
                  the last busy span ends after ``meal_until - meal_minutes``, then the meal lies between them, and
                  ``meal_minutes`` of those minutes do not count.
``travel``        ``-ROAD`` for each begun 10 minutes of the family's drive (one way) to the site of a ROOM placement
                  (no drive listed: 0), and ``-ROAD`` for each begun 10 minutes on the therapist's road there and back
                  (2 * road) of an AWAY placement.
``after_school``  ``AFTER_SCHOOL[min(3, after_school_turns)]`` for each placement after school: the child has school on
                  that weekday, and the session begins at or after the end of the last school span of that weekday.
                  Families that had no such time yet come before families that had it for long.

In the bound: all of them, exactly. (Beyond the usual relaxation to fractions the bound lets siblings overlap, and lets
a session change between rooms of the same site, features and hours.)
"""

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType

from alongside.core.slots.instance import GRID, Child, Urgency, WindowKind


class Part(StrEnum):
    """The parts of the objective, in the order in which they are told."""

    SERVED = "served"
    PREFERENCE = "preference"
    SCHOOL = "school"
    SAME_PERSON = "same_person"
    STAYS = "stays"
    SIBLINGS = "siblings"
    GAPS = "gaps"
    TRAVEL = "travel"
    AFTER_SCHOOL = "after_school"


FIRST: Mapping[Urgency, int] = MappingProxyType(
    {Urgency.SOON: 480, Urgency.ROUTINE: 320, Urgency.CAN_WAIT: 240}
)
FURTHER: Mapping[Urgency, int] = MappingProxyType(
    {Urgency.SOON: 360, Urgency.ROUTINE: 240, Urgency.CAN_WAIT: 180}
)
MOST_WAITING = 80
PREFERRED = 32
SCHOOL = 8
SAME_PERSON = 40
STAYS = 24
SIBLINGS, SIBLING_WAIT = 48, 15
GAP = 1
ROAD, ROAD_STEP = 4, 10
AFTER_SCHOOL = (24, 0, -12, -24)


def served(child: Child, times: int) -> int:
    """Points for seeing a child so many times a week."""
    if times == 0:
        return 0
    waited = min(MOST_WAITING, 2 * child.waiting_weeks)
    return FIRST[child.urgency] + waited + (times - 1) * FURTHER[child.urgency]


def preference(child: Child, weekday: int, start: int) -> int:
    """Points for a time that the family would like best."""
    until = start + child.minutes
    liked = any(
        one.kind is WindowKind.PREFER and one.weekday == weekday and one.start <= start and until <= one.until
        for one in child.windows
    )
    return PREFERRED if liked else 0


def school_minutes(child: Child, weekday: int, start: int) -> int:
    """The minutes of school that a session at this time takes."""
    until = start + child.minutes
    spans = [one for one in child.school if one.weekday == weekday]
    return sum(max(0, min(until, one.until) - max(start, one.start)) for one in spans)


def school(child: Child, weekday: int, start: int) -> int:
    """Points lost for school missed; 0 or less."""
    return SCHOOL * (-school_minutes(child, weekday, start) // GRID)


def is_after_school(child: Child, weekday: int, start: int) -> bool:
    """True for a time at or after the end of a day of school."""
    ends = [one.until for one in child.school if one.weekday == weekday]
    return bool(ends) and start >= max(ends)


def after_school(child: Child, weekday: int, start: int) -> int:
    """Points for whose turn an after-school time is."""
    if not is_after_school(child, weekday, start):
        return 0
    return AFTER_SCHOOL[min(len(AFTER_SCHOOL) - 1, child.after_school_turns)]


def road(minutes: int) -> int:
    """Points lost on the road; 0 or less."""
    return ROAD * (-minutes // ROAD_STEP)


def drive_minutes(child: Child, site: str) -> int:
    """How long the family travels to a site, one way; 0 when nobody knows."""
    return next((one.minutes for one in child.drives if one.site == site), 0)
