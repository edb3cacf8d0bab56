"""Opening a look back, moving its day, and saying that it was held."""

from datetime import date, datetime
from uuid import UUID

from alongside.areas.circle import gate
from alongside.areas.circle.values import OpenChild
from alongside.areas.goals import queries as goals
from alongside.areas.review.actions.cycle.finding import AlreadyHeld, day_and_visit, find
from alongside.areas.review.models import Cycle, Move
from alongside.areas.review.queries import looking_back as queries
from alongside.areas.review.values import CycleSeen
from alongside.areas.trail.actions import action
from alongside.core import bounds
from alongside.core.actors import Actor
from alongside.core.capabilities import Capability
from alongside.core.refusals import InvalidInput, NotFound, Refusal
from alongside.core.words import gettext_noop


class OneAtATime(Refusal):
    """Another look back is open."""

    sentence = gettext_noop("There is an open look back already. Finish that one first.")


@action
def open_cycle(
    *,
    actor: Actor,
    child: UUID,
    cycle: UUID,
    planned_on: date | None = None,
    visit: UUID | None = None,
    from_on: date | None = None,
    at: datetime,
) -> CycleSeen:
    """Plan the next look back for a day, or for the day of a visit. Only the child's therapist.

    It tells of the days since the last one was held, else since the first goal, unless ``from_on`` says otherwise.
    The same uuid again changes nothing. Raises OneAtATime, InvalidInput.
    """
    opened = gate.open_child(actor, child, Capability.LEAD_REVIEW, at, doing="review.open_cycle")
    gate.hold(opened)
    known = Cycle.objects.filter(uuid=cycle).first()
    if known is None:
        day, visit_key = day_and_visit(opened, planned_on, visit)
        begin(opened, cycle, day, visit_key, _from(opened, from_on))
    elif known.child_id != opened.pk:
        raise NotFound
    return queries.cycle(opened, cycle)


@action
def move_cycle(
    *,
    actor: Actor,
    child: UUID,
    cycle: UUID,
    move: UUID,
    words: str,
    planned_on: date | None = None,
    visit: UUID | None = None,
    at: datetime,
) -> CycleSeen:
    """Choose another day, and say in a word why. Either side, as often as life asks for it. Raises AlreadyHeld."""
    opened = gate.open_child(actor, child, Capability.PROPOSE_GOALS, at, doing="review.move_cycle")
    row = find(opened, cycle)
    if row.held_at is not None:
        raise AlreadyHeld
    known = Move.objects.filter(uuid=move).first()
    if known is None:
        day, visit_key = day_and_visit(opened, planned_on, visit)
        _move(opened, row, move, day, words)
        Cycle.objects.filter(pk=row.pk).update(planned_on=day, visit=visit_key)
    elif (known.cycle_id, known.by_id) != (row.pk, actor.person):
        raise NotFound
    return queries.cycle(opened, cycle)


@action
def hold_cycle(*, actor: Actor, child: UUID, cycle: UUID, held_on: date, at: datetime) -> CycleSeen:
    """Say on which day both looked back. Only the child's therapist; saying it again corrects the day."""
    opened = gate.open_child(actor, child, Capability.LEAD_REVIEW, at, doing="review.hold_cycle")
    row = find(opened, cycle)
    if not row.from_on <= held_on <= opened.today:
        raise InvalidInput(gettext_noop("Choose the day you met, today or earlier."), field="held_on")
    row.held_on, row.held_by_id, row.held_at = held_on, actor.person, at
    row.save(update_fields=["held_on", "held_by", "held_at"])
    return queries.cycle(opened, cycle)


def begin(opened: OpenChild, uuid: UUID, planned_on: date, visit: int | None, from_on: date) -> None:
    """The row of a look back, numbered after the last one."""
    last = Cycle.objects.filter(child=opened.pk).order_by("-number").first()
    if last is not None and last.closed_at is None:
        raise OneAtATime
    Cycle.objects.create(
        child_id=opened.pk,
        uuid=uuid,
        number=last.number + 1 if last else 1,
        from_on=from_on,
        planned_on=planned_on,
        visit_id=visit,
        opened_by_id=opened.actor.person,
        opened_at=opened.at,
    )


def _from(opened: OpenChild, wanted: date | None) -> date:
    if wanted is None:
        return _last_held(opened) or _first_goal(opened)
    if bounds.day(wanted, "from_on") > opened.today:
        raise InvalidInput(gettext_noop("Choose today or an earlier day."), field="from_on")
    return wanted


def _last_held(opened: OpenChild) -> date | None:
    held = Cycle.objects.filter(child=opened.pk).exclude(held_on=None).order_by("-number")
    return held.values_list("held_on", flat=True).first()


def _first_goal(opened: OpenChild) -> date:
    made = [goal.created_at.astimezone(opened.zone_info).date() for goal in goals.goals_of(opened)]
    return min(made, default=opened.today)


def _move(opened: OpenChild, row: Cycle, uuid: UUID, to_on: date, words: str) -> None:
    Move.objects.create(
        child_id=opened.pk,
        cycle=row,
        uuid=uuid,
        was_on=row.planned_on,
        to_on=to_on,
        words=bounds.words(words, bounds.SENTENCE, "words", required=True),
        by_id=opened.actor.person,
        voice=opened.voice.value,
        at=opened.at,
    )
