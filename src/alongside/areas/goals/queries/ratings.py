"""Where the child starts and where each side sees the child now. Only what was scored on the same steps is compared."""

from collections.abc import Iterable, Sequence
from datetime import date
from uuid import UUID

from alongside.areas.circle import queries as circle
from alongside.areas.circle.values import OpenChild
from alongside.areas.goals.models import Goal, GoalVersion, Rating
from alongside.areas.goals.queries import history
from alongside.areas.goals.queries.goals import goal_row
from alongside.areas.goals.values import (
    HARDER,
    MovedSeen,
    Rater,
    RatingKind,
    RatingSeen,
    RatingsSeen,
    Side,
    StepState,
)
from alongside.core import attainment
from alongside.core.attainment import Convention, LightAnswer, level_from
from alongside.core.refusals import NotAllowed, Refusal
from alongside.core.words import gettext_noop

_SHOWN = 200
_TEAM_ONLY = gettext_noop("Only the therapist who looks after this child can see this.")
_OTHERS = (Rater.TEACHER, Rater.CHILD)


class ScaleChanged(Refusal):
    """The start was scored on other steps than those in force, so the two are never compared."""

    sentence = gettext_noop("The steps changed since the start. Before and after are not compared.")


class NotScored(Refusal):
    """The start or the rating that would be compared is not there."""

    sentence = gettext_noop("There is no start and rating to compare yet.")


def ratings(opened: OpenChild, uuid: UUID) -> RatingsSeen:
    """All ratings of one goal, newest first, with what counts on the steps in force. NotFound for another child's."""
    goal = goal_row(opened, uuid)
    scale = history.in_force(goal)
    seen = tuple(_seen(row, scale) for row in _rows(goal))
    now = [one for one in seen if one.counts and one.kind is RatingKind.REVIEW]
    baseline = next((one for one in seen if one.counts and one.kind is RatingKind.BASELINE), None)
    return RatingsSeen(
        goal=uuid,
        version=scale.number if scale else None,
        answers=_answers(scale),
        steps=_steps(scale),
        baseline=baseline,
        start_lost=ScaleChanged.sentence if scale and baseline is None and _had_start(seen) else "",
        family=_newest(now, Rater.PARENT),
        therapist=_newest(now, Rater.THERAPIST),
        others=tuple(one for rater in _OTHERS if (one := _newest(now, rater))),
        all=seen[:_SHOWN],
    )


def moved(opened: OpenChild, uuid: UUID, rater: Rater) -> MovedSeen:
    """How far one goal came from its start to the newest rating of ``rater``, for the therapist.

    Raises NotAllowed for families, ScaleChanged when the start was scored on other steps or in another convention,
    NotScored when the start or the rating is missing.
    """
    if not opened.is_team:
        raise NotAllowed(_TEAM_ONLY, child=opened.pk, doing="goals.moved")
    goal = goal_row(opened, uuid)
    scale = history.in_force(goal)
    rows = _rows(goal)
    newest = next((row for row in rows if row.kind == RatingKind.REVIEW and row.rater == rater), None)
    first = baseline_among(rows, scale) if scale else None
    if newest is None or not _had_start(rows):
        raise NotScored
    if scale is None or first is None or not history.same_steps(newest.version, scale):
        raise ScaleChanged
    return MovedSeen(
        goal=uuid,
        rater=rater,
        first=level_from(first.level).value,
        now=level_from(newest.level).value,
        convention=Convention(scale.convention),
    )


def baseline_on(goal: Goal, scale: GoalVersion) -> Rating | None:
    """The start that was scored on the same steps as ``scale``; None until then."""
    return baseline_among(_rows(goal), scale)


def baseline_among(rows: Iterable[Rating], scale: GoalVersion) -> Rating | None:
    """The same among rows with their version."""
    starts = (row for row in rows if row.kind == RatingKind.BASELINE)
    return next((row for row in starts if history.same_steps(row.version, scale)), None)


def newest_among(
    rows: Iterable[Rating], scale: GoalVersion, rater: Rater, on: date | None = None
) -> Rating | None:
    """The newest rating of one rater on these steps, about a day up to ``on``; ``rows`` come newest first."""
    return next(
        (
            row
            for row in rows
            if row.kind == RatingKind.REVIEW
            and row.rater == rater
            and (on is None or row.about_on <= on)
            and history.same_steps(row.version, scale)
        ),
        None,
    )


def has_begun(goal: Goal, scale: GoalVersion) -> bool:
    """Whether a step was agreed or a rating given on these steps."""
    climbed = goal.proposals.filter(state=StepState.AGREED).select_related("version")
    begun = [row.version for row in climbed]
    begun += [row.version for row in _rows(goal) if row.kind == RatingKind.REVIEW]
    return any(history.same_steps(version, scale) for version in begun)


def _rows(goal: Goal) -> list[Rating]:
    rows = goal.ratings.select_related("by", "version")
    return list(rows.order_by("-about_on", "-rated_at", "-pk"))


def _had_start(rows: Sequence[Rating] | Sequence[RatingSeen]) -> bool:
    return any(row.kind == RatingKind.BASELINE for row in rows)


def _answers(scale: GoalVersion | None) -> tuple[LightAnswer, ...]:
    """The plain answers that this goal's convention knows, from the start upwards, harder last."""
    if scale is None:
        return ()
    convention = Convention(scale.convention)
    start, allowed = attainment.baseline_of(convention), attainment.allowed_levels(convention)
    upwards = (*reversed([one for one in LightAnswer if one is not LightAnswer.HARDER]), LightAnswer.HARDER)
    return tuple(one for one in upwards if attainment.light_level(start, one) in allowed)


def _steps(scale: GoalVersion | None) -> dict[LightAnswer, int]:
    """The step of each plain answer. Half way between two steps, and harder than at the start, are none."""
    if scale is None:
        return {}
    start = attainment.baseline_of(Convention(scale.convention))
    places = {one: attainment.stair_of(attainment.light_level(start, one)) for one in LightAnswer}
    return {
        one: int(place)
        for one, place in places.items()
        if place is not None and place == int(place) and one is not LightAnswer.HARDER
    }


def _newest(seen: Iterable[RatingSeen], rater: Rater) -> RatingSeen | None:
    return next((one for one in seen if one.rater is rater), None)


def _seen(row: Rating, scale: GoalVersion | None) -> RatingSeen:
    answer = LightAnswer(row.answer) if row.answer else None
    level = level_from(row.level)
    return RatingSeen(
        uuid=row.uuid,
        kind=RatingKind(row.kind),
        level=level.value,
        step=HARDER if answer is LightAnswer.HARDER else history.step_number(level),
        answer=answer,
        rater=Rater(row.rater),
        rater_name=row.rater_name,
        by=circle.by(row.by, Side(row.side).voice),
        about_on=row.about_on,
        words=row.words,
        rated_at=row.rated_at,
        version=row.version.number,
        counts=scale is not None and history.same_steps(row.version, scale),
    )
