"""Goal attainment for the therapist: levels first, the score beside them, stamped with its convention."""

from datetime import date, datetime, time, timedelta

from alongside.areas.circle.values import OpenChild
from alongside.areas.goals.models import Goal
from alongside.areas.goals.queries import history
from alongside.areas.goals.queries.goals import goal_rows
from alongside.areas.goals.values import AttainmentSeen, LevelSeen
from alongside.core import attainment as scaling
from alongside.core import bounds
from alongside.core.attainment import Convention, Level, Scoring
from alongside.core.refusals import NotAllowed
from alongside.core.words import gettext_noop

_TEAM_ONLY = gettext_noop("Only the therapist who looks after this child can see this.")


def attainment(opened: OpenChild, on: date) -> AttainmentSeen:
    """Where every goal agreed by the end of ``on`` (local day) stood, at its start and then, with the T scores.

    Closed goals stay in, so that a score never rises because a goal was dropped. Raises NotAllowed for everybody
    but the child's therapist, and DifferentConventions when goals are scaled in different ways.
    """
    if not opened.is_team:
        raise NotAllowed(_TEAM_ONLY, child=opened.pk, doing="goals.attainment")
    until = datetime.combine(bounds.day(on, "on") + timedelta(days=1), time(), tzinfo=opened.zone_info)
    scored = [found for goal in goal_rows(opened).order_by("pk") if (found := _scored(goal, until))]
    levels = tuple(level for level, _ in scored)
    conventions = {convention for _, convention in scored}
    if not conventions:
        return AttainmentSeen(on=on, levels=(), convention=None, first_t=None, now_t=None, moved=None)
    if len(conventions) > 1:
        raise scaling.DifferentConventions
    return _seen(on, levels, conventions.pop())


def _scored(goal: Goal, until: datetime) -> tuple[LevelSeen, Convention] | None:
    version, level = history.in_force(goal, until), history.reached(goal, until)
    if version is None or level is None:
        return None
    convention = Convention(version.convention)
    first = scaling.baseline_of(convention)
    return LevelSeen(goal=goal.uuid, title=version.title, first=first.value, now=level.value), convention


def _seen(on: date, levels: tuple[LevelSeen, ...], convention: Convention) -> AttainmentSeen:
    names = tuple(str(one.goal) for one in levels)
    first = Scoring(goals=names, levels=tuple(Level(one.first) for one in levels), convention=convention)
    now = Scoring(goals=names, levels=tuple(Level(one.now) for one in levels), convention=convention)
    moved = scaling.change(first, now)
    return AttainmentSeen(
        on=on,
        levels=levels,
        convention=convention,
        first_t=moved.first,
        now_t=moved.follow_up,
        moved=moved.difference,
    )
