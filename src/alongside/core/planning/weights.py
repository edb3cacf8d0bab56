"""What the objective counts, in points. docs/explanation/planning.md shows this table with its sources."""

from collections.abc import Mapping
from enum import IntEnum, StrEnum
from types import MappingProxyType

from alongside.core.planning.instance import Light


class Part(StrEnum):
    """The parts of the objective, in the order in which they are told."""

    COVERAGE = "goal_coverage"
    REAL_ROUTINE = "real_routine"
    EVIDENCE = "evidence"
    OFTEN = "little_and_often"
    LIKES = "likes"
    VARIETY = "variety"
    CHURN = "no_churn"
    WORKED = "what_worked"
    CONFIDENCE = "confidence"
    NEW_LOAD = "new_load"


class Link(IntEnum):
    """How an idea serves a goal."""

    NONE = 0
    AREA = 1
    SKILL = 2
    FINDING = 3
    TASK = 4


# For every point of a goal's importance. Each goal counts once, through the idea that serves it best.
COVERAGE: Mapping[Link, int] = MappingProxyType(
    {Link.AREA: 3, Link.SKILL: 8, Link.FINDING: 12, Link.TASK: 16}
)
REAL_ROUTINE: Mapping[Link, int] = MappingProxyType(
    {Link.AREA: 1, Link.SKILL: 4, Link.FINDING: 6, Link.TASK: 16}
)
CATCH_UP = 3
ENOUGH_DOSE_MINUTES = 14 * 60

EVIDENCE: Mapping[Light, int] = MappingProxyType(
    {Light.GREEN: 24, Light.YELLOW_PLUS: 16, Light.UNRATED: 6, Light.YELLOW_MINUS: 0}
)
# By the number of days on which an idea has its place: each further day adds less.
OFTEN = (0, 30, 54, 72, 84, 90, 90, 90)
LIKED, MOST_LIKED = 8, 2
AREA = 10
STAYS, STAYS_LONG, LONG_WEEKS = 16, 6, 8
WORKED, GRADE_STEP = 12, 10
CONFIDENCE, ENOUGH_CONFIDENCE = 3, 7
# More than little and often can bring: an idea is not added for being done often.
NEW_IDEA, NEW_MINUTE = 100, 1
