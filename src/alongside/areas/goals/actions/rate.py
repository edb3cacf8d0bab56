"""Scoring the start, and saying where we are: each side for itself, a teacher's and the child's view as theirs."""

from datetime import date, datetime, timedelta
from uuid import UUID

from alongside.areas.circle import gate
from alongside.areas.circle.values import OpenChild
from alongside.areas.goals import queries
from alongside.areas.goals.actions.write import AlreadyChanged, find_goal
from alongside.areas.goals.models import Goal, GoalVersion, Rating
from alongside.areas.goals.values import HARDER, Rater, RatingDraft, RatingKind, RatingsSeen, Side
from alongside.areas.trail.actions import action
from alongside.core import attainment, bounds
from alongside.core.actors import Actor
from alongside.core.attainment import Convention, Level
from alongside.core.capabilities import Capability
from alongside.core.refusals import InvalidInput, NotAllowed, NotFound, Refusal
from alongside.core.scale_lint import Severity
from alongside.core.words import gettext_noop

LOOK_BACK_AT_MOST = timedelta(days=366)
MAY_RATE_AS = {
    Side.FAMILY: (Rater.PARENT, Rater.TEACHER, Rater.CHILD),
    Side.THERAPIST: (Rater.THERAPIST, Rater.TEACHER, Rater.CHILD),
}
_NAME = 60
_TEAM_SCORES = gettext_noop("Your therapist writes down where you start. Tell them how it is now.")


class GoalNotAgreed(Refusal):
    """Only the steps that both agreed on are scored."""

    sentence = gettext_noop("Agree the goal first. Then you can say where you are.")


class ScaleNotReady(Refusal):
    """The lint blocks this scale; the refusal's sentence is that of the rule, how to mend it."""


class BaselineScored(Refusal):
    """The start is scored once on each scale."""

    sentence = gettext_noop("Where you start is written down already. Other steps begin with a new start.")


class AlreadyUnderWay(Refusal):
    """A step or a rating came first, so that this is no longer the start."""

    sentence = gettext_noop(
        "You are under way with these steps. Change the steps, then write down the start."
    )


class BaselineFirst(Refusal):
    """Nobody scored where the child starts on these steps."""

    sentence = gettext_noop(
        "The therapist first writes down where you start. Then you both say where you are."
    )


class NotTheStart(InvalidInput):
    """Under this convention every goal starts elsewhere."""

    sentence = gettext_noop(
        "Every goal starts at level {level} here. Write the steps from where things are now."
    )


@action
def score_baseline(
    *,
    actor: Actor,
    child: UUID,
    goal: UUID,
    rating: UUID,
    version: int,
    about_on: date,
    level: Level | None = None,
    words: str = "",
    at: datetime,
) -> RatingsSeen:
    """Write down where the child starts, on the version in force. From then on these levels are locked.

    ``level`` is the start of the convention unless given; only B1 knows two. The rater is whoever the goal names.
    Raises NotAllowed (families), GoalNotAgreed, AlreadyChanged, ScaleNotReady, BaselineScored, AlreadyUnderWay,
    NotTheStart, InvalidInput.
    """
    opened = gate.open_child(actor, child, Capability.AGREE_GOALS, at, doing="goals.score_baseline")
    if not opened.is_team:
        raise NotAllowed(_TEAM_SCORES, child=opened.pk, doing="goals.score_baseline")
    row = find_goal(opened, goal)
    if not _is_known(opened, row, rating):
        scale = _scale(row, version)
        _check_start(opened, row, scale, about_on)
        first = _start_level(Convention(scale.convention), level)
        draft = RatingDraft(about_on=about_on, rater=Rater(scale.scored_by), words=words)
        _keep(opened, scale, rating, RatingKind.BASELINE, draft, first)
    return queries.ratings(opened, goal)


@action
def rate_goal(
    *, actor: Actor, child: UUID, goal: UUID, rating: UUID, version: int, draft: RatingDraft, at: datetime
) -> RatingsSeen:
    """Say where the child is. A parent speaks as PARENT, the therapist as THERAPIST; either writes down what a teacher
    or the child says.

    ``version`` is the number of the version in force on the writer's page. Raises GoalNotAgreed, AlreadyChanged,
    BaselineFirst, InvalidInput, LevelOutsideConvention (as InvalidInput).
    """
    opened = gate.open_child(actor, child, Capability.PROPOSE_GOALS, at, doing="goals.rate_goal")
    row = find_goal(opened, goal)
    if not _is_known(opened, row, rating):
        scale = _scale(row, version)
        start = queries.baseline_on(row, scale)
        if start is None:
            raise BaselineFirst
        if draft.rater not in MAY_RATE_AS[queries.side_of(opened)]:
            raise InvalidInput(gettext_noop("Choose whose view this is."), field="rater")
        _check_day(opened, draft.about_on, start.about_on)
        _keep(opened, scale, rating, RatingKind.REVIEW, draft, _level(Convention(scale.convention), draft))
    return queries.ratings(opened, goal)


def _is_known(opened: OpenChild, goal: Goal, rating: UUID) -> bool:
    known = Rating.objects.filter(uuid=rating).first()
    if known is not None and (known.goal_id, known.by_id) != (goal.pk, opened.actor.person):
        raise NotFound
    return known is not None


def _scale(goal: Goal, version: int) -> GoalVersion:
    """The version in force when that is the one the person looked at."""
    scale = queries.in_force(goal)
    if scale is None:
        raise GoalNotAgreed
    if scale.number != version:
        raise AlreadyChanged
    return scale


def _check_start(opened: OpenChild, goal: Goal, scale: GoalVersion, about_on: date) -> None:
    if queries.baseline_on(goal, scale) is not None:
        raise BaselineScored
    if queries.has_begun(goal, scale):
        raise AlreadyUnderWay
    _check_day(opened, about_on, opened.today - LOOK_BACK_AT_MOST)
    for found in queries.lint(opened, goal.uuid, starts_on=about_on):
        if found.severity is Severity.BLOCK:
            raise ScaleNotReady(found.to_therapist.template, **found.to_therapist.named)


def _check_day(opened: OpenChild, about_on: date, earliest: date) -> None:
    if not earliest <= about_on <= opened.today:
        sentence = gettext_noop("Choose a day from {first} to today.")
        raise InvalidInput(sentence, field="about_on", first=earliest.isoformat())


def _start_level(convention: Convention, level: Level | None) -> Level:
    usual = attainment.baseline_of(convention)
    allowed = {usual, Level.STARTED}  # Under B1 a child who could not be lower starts at −2.
    if level is not None and level not in allowed:
        raise NotTheStart(field="level", level=f"{usual.value}".replace("-", "−"))
    return level or usual


def _level(convention: Convention, draft: RatingDraft) -> Level:
    """The level of a plain answer or of a step."""
    if (draft.step is None) == (draft.answer is None):
        raise InvalidInput(gettext_noop("Choose where you are now."), field="step")
    if draft.answer is not None:
        level = attainment.light_level(attainment.baseline_of(convention), draft.answer)
    else:
        step = bounds.whole(draft.step or 0, HARDER, 5, "step")
        level = attainment.level_of(step) if step else Level.HARDER
    if level not in attainment.allowed_levels(convention):
        raise InvalidInput(attainment.LevelOutsideConvention.sentence, field="step")
    return level


def _keep(
    opened: OpenChild, scale: GoalVersion, uuid: UUID, kind: RatingKind, draft: RatingDraft, level: Level
) -> None:
    Rating.objects.create(
        child_id=opened.pk,
        goal_id=scale.goal_id,
        version=scale,
        uuid=uuid,
        kind=kind.value,
        level=level.value,
        answer=draft.answer.value if draft.answer else "",
        side=queries.side_of(opened).value,
        rater=draft.rater.value,
        rater_name=bounds.words(draft.rater_name, _NAME, "rater_name"),
        by_id=opened.actor.person,
        about_on=draft.about_on,
        words=bounds.words(draft.words, bounds.SENTENCE, "words"),
        rated_at=opened.at,
    )
