"""Goal attainment for the therapist: levels first, the score beside them, stamped with its convention."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from decimal import Decimal

from django.db.models import Prefetch

from alongside.areas.circle.values import OpenChild
from alongside.areas.goals.models import Goal, GoalVersion, Rating
from alongside.areas.goals.queries import history, ratings
from alongside.areas.goals.queries.goals import goal_rows
from alongside.areas.goals.queries.ratings import ScaleChanged
from alongside.areas.goals.queries.weighing import weights_in_force
from alongside.areas.goals.values import AttainmentSeen, LevelSeen, Rater, RatingKind
from alongside.core import attainment as scaling
from alongside.core import bounds
from alongside.core.attainment import Convention, Level, Scoring, level_from
from alongside.core.refusals import NotAllowed
from alongside.core.words import gettext_noop

_TEAM_ONLY = gettext_noop("Only the therapist who looks after this child can see this.")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Scored:
    """One goal's levels with the scale they are on. ``start_lost``: the start was scored on another scale."""

    level: LevelSeen
    convention: Convention
    start_lost: bool

    @property
    def counts(self) -> bool:
        return self.level.first is not None and self.level.now is not None


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What the record says about the goals agreed by the end of a day, to be looked at by several raters' eyes."""

    rows: tuple[tuple[Goal, GoalVersion, tuple[Rating, ...]], ...]
    weights: Mapping[str, int]
    until: datetime


def known(opened: OpenChild, on: date) -> Known:
    """Read it once, in six statements however many goals. NotAllowed for everybody but the child's therapist."""
    if not opened.is_team:
        raise NotAllowed(_TEAM_ONLY, child=opened.pk, doing="goals.attainment")
    until = datetime.combine(bounds.day(on, "on") + timedelta(days=1), time(), tzinfo=opened.zone_info)
    newest_first = Rating.objects.select_related("version").order_by("-about_on", "-rated_at", "-pk")
    goals = goal_rows(opened).order_by("pk").prefetch_related(Prefetch("ratings", newest_first))
    rows = tuple(
        (goal, scale, tuple(row for row in goal.ratings.all() if row.about_on <= on))
        for goal in goals
        if (scale := history.in_force(goal, until))
    )
    return Known(rows=rows, weights=weights_in_force(opened) or {}, until=until)


def levels(
    opened: OpenChild, on: date, by: Rater | None = None, *, read: Known | None = None
) -> tuple[LevelSeen, ...]:
    """Where every goal agreed by the end of ``on`` (local day) started and stood; never refuses a comparison.

    ``by`` None is the step both agreed on, else the newest rating of that rater. Closed goals stay in.
    ``read`` is what ``known`` read of this child and day, where several views are asked for. Raises NotAllowed for
    everybody but the child's therapist.
    """
    return tuple(one.level for one in _all(read or known(opened, on), by))


def attainment(
    opened: OpenChild, on: date, by: Rater | None = None, *, read: Known | None = None
) -> AttainmentSeen:
    """The levels of ``levels`` with the T score at the start and on that day, over the goals that have both.

    A goal counts once its start was scored; the same goals with the same weights stand on both sides. Raises
    NotAllowed for everybody but the child's therapist, ScaleChanged when a start was scored on other steps than
    those in force, DifferentConventions when goals are scaled in different ways, and WeightsIncomplete when some
    are weighed and some are not.
    """
    found = _all(read or known(opened, on), by)
    conventions = {one.convention for one in found}
    if len(conventions) > 1:
        raise scaling.DifferentConventions
    if any(one.start_lost for one in found):
        raise ScaleChanged
    counted = [one for one in found if one.counts]
    change = _change([one.level for one in counted], conventions.pop()) if counted else None
    return AttainmentSeen(
        on=on,
        by=by,
        levels=tuple(one.level for one in found),
        counted=len(counted),
        weighed=any(one.level.weight is not None for one in found),
        convention=counted[0].convention if counted else None,
        first_t=change.first if change else None,
        now_t=change.follow_up if change else None,
        moved=change.difference if change else None,
    )


def _all(read: Known, by: Rater | None) -> list[_Scored]:
    return [_scored(goal, scale, rated, read.weights, read.until, by) for goal, scale, rated in read.rows]


def _scored(
    goal: Goal,
    scale: GoalVersion,
    rated: Sequence[Rating],
    weights: Mapping[str, int],
    until: datetime,
    by: Rater | None,
) -> _Scored:
    first = ratings.baseline_among(rated, scale)
    level = LevelSeen(
        goal=goal.uuid,
        title=scale.title,
        first=level_from(first.level).value if first else None,
        now=_now(goal, scale, rated, until, by),
        weight=weights.get(str(goal.uuid)),
    )
    had_start = any(row.kind == RatingKind.BASELINE for row in rated)
    return _Scored(
        level=level, convention=Convention(scale.convention), start_lost=had_start and first is None
    )


def _now(
    goal: Goal, scale: GoalVersion, rated: Sequence[Rating], until: datetime, by: Rater | None
) -> Decimal | None:
    if by is None:
        reached = history.reached(goal, until)
        return reached.value if reached else None
    newest = ratings.newest_among(rated, scale, by)
    return level_from(newest.level).value if newest else None


def _change(counted: Sequence[LevelSeen], convention: Convention) -> scaling.Change:
    first = [Level(one.first) for one in counted]
    now = [Level(one.now) for one in counted]
    return scaling.change(_scoring(counted, first, convention), _scoring(counted, now, convention))


def _scoring(counted: Sequence[LevelSeen], at: Sequence[Level], convention: Convention) -> Scoring:
    weights = tuple(one.weight for one in counted)
    return Scoring(
        goals=tuple(str(one.goal) for one in counted),
        levels=tuple(at),
        weights=weights if any(one is not None for one in weights) else None,
        convention=convention,
    )
