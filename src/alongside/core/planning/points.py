"""The points an idea brings by itself, whatever else is in the week."""

from collections.abc import Mapping

from alongside.core.planning.instance import Felt, Strategy, Tried
from alongside.core.planning.places import Candidate, Week
from alongside.core.planning.weights import (
    CONFIDENCE,
    ENOUGH_CONFIDENCE,
    EVIDENCE,
    GRADE_STEP,
    LIKED,
    LONG_WEEKS,
    MOST_LIKED,
    NEW_IDEA,
    NEW_MINUTE,
    OFTEN,
    STAYS,
    STAYS_LONG,
    WORKED,
    Part,
)

_MOVES = {Felt.TOO_EASY: 1, Felt.JUST_RIGHT: 0, Felt.TOO_HARD: -1}


def own_parts(week: Week, one: Candidate) -> Mapping[Part, int]:
    """What the candidate brings whatever its days and its neighbours are."""
    tried = week.tried.get((one.strategy.id, one.routine.home))
    return {
        Part.EVIDENCE: EVIDENCE[one.strategy.light],
        Part.LIKES: liked(week, one.strategy),
        Part.CHURN: stays(tried),
        Part.WORKED: (WORKED * tried.worked if tried else 0)
        - GRADE_STEP * abs(one.grade.step - fitting_step(tried, one.confidence)),
        Part.CONFIDENCE: 0 if one.confidence is None else CONFIDENCE * (one.confidence - ENOUGH_CONFIDENCE),
        Part.NEW_LOAD: -NEW_IDEA if is_new(tried) else 0,
    }


def liked(week: Week, strategy: Strategy) -> int:
    """Points for what the child likes in it, less what the child does not."""
    child = week.instance.child
    likes = min(MOST_LIKED, len(strategy.tags & child.likes))
    return LIKED * (likes - min(MOST_LIKED, len(strategy.tags & child.dislikes)))


def is_new(tried: Tried | None) -> bool:
    """True unless the idea is live in that home now."""
    return tried is None or tried.live_weeks == 0


def stays(tried: Tried | None) -> int:
    """Points for not changing what is live; fewer after eight weeks, when something else may be welcome."""
    if tried is None or tried.live_weeks == 0:
        return 0
    return STAYS if tried.live_weeks <= LONG_WEEKS else STAYS_LONG


def fitting_step(tried: Tried | None, confidence: int | None) -> int:
    """The grade to aim at: one knob from where it was too hard or too easy; easier first for an unsure carer."""
    if tried is not None:
        return tried.step + _MOVES[tried.felt]
    return -1 if confidence is not None and confidence < ENOUGH_CONFIDENCE else 0


def new_minutes(week: Week, one: Candidate) -> int:
    """The points a day of it costs as new load: its minutes, or nothing when it is live already."""
    new = is_new(week.tried.get((one.strategy.id, one.routine.home)))
    return NEW_MINUTE * one.grade.minutes if new else 0


def by_days(minutes: int, most: int) -> tuple[int, ...]:
    """Points for 0 to ``most`` days: little and often, less the new minutes."""
    return tuple(OFTEN[days] - minutes * days for days in range(most + 1))
