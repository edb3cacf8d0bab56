"""What becomes of the whole plan: the same rhythm, less often, one check-in, or goodbye as a good ending."""

from datetime import date, datetime
from uuid import UUID

from django.utils.translation import gettext as _

from alongside.areas.circle import gate
from alongside.areas.circle.values import OpenChild
from alongside.areas.review.actions.cycle import two_sides
from alongside.areas.review.actions.cycle.finding import day_and_visit, find
from alongside.areas.review.models import Cycle, PlanDecision
from alongside.areas.review.queries import looking_back as queries
from alongside.areas.review.values import Ahead, AheadSeen, Decided
from alongside.areas.trail.actions import action
from alongside.core.actors import Actor
from alongside.core.capabilities import Capability
from alongside.core.refusals import InvalidInput, NotFound
from alongside.core.words import gettext_noop

_LIVE = (Decided.PROPOSED.value, Decided.AGREED.value)


@action
def propose_ahead(
    *,
    actor: Actor,
    child: UUID,
    cycle: UUID,
    decision: UUID,
    ahead: Ahead,
    check_in_on: date | None = None,
    words: str = "",
    at: datetime,
) -> AheadSeen:
    """Say how it goes on, for the other side to answer. One check-in needs its day (``check_in_on``).

    Raises AnswerFirst, AlreadyDecided, CycleClosed, InvalidInput.
    """
    opened = gate.open_child(actor, child, Capability.PROPOSE_GOALS, at, doing="review.propose_ahead")
    row = find(opened, cycle)
    known = PlanDecision.objects.filter(uuid=decision).first()
    if known is None:
        _propose(opened, row, decision, ahead, _day(opened, ahead, check_in_on), words)
    elif (known.cycle_id, known.by_id) != (row.pk, actor.person):
        raise NotFound
    return queries.ahead(opened, decision)


@action
def answer_ahead(
    *,
    actor: Actor,
    child: UUID,
    decision: UUID,
    agree: bool,
    other: Ahead | None = None,
    words: str = "",
    thread: UUID,
    at: datetime,
) -> AheadSeen:
    """Agree, or say what one sees instead; then both views stay, and a conversation begins as ``thread``.

    Raises OwnDecision, AlreadyDecided, CycleClosed, InvalidInput without a view of one's own.
    """
    opened = gate.open_child(actor, child, Capability.AGREE_GOALS, at, doing="review.answer_ahead")
    row = PlanDecision.objects.select_related("cycle").filter(child=opened.pk, uuid=decision).first()
    if row is None:
        raise NotFound
    find(opened, row.cycle.uuid)
    state = Decided.AGREED if agree else Decided.DIFFERENT
    if two_sides.check_answerable(opened, row, state):
        two_sides.answered(opened, row, state, words)
        if not agree:
            _differ(opened, row, other, thread)
        row.save()
    return queries.ahead(opened, decision)


def _propose(
    opened: OpenChild, row: Cycle, decision: UUID, ahead: Ahead, day: date | None, words: str
) -> None:
    two_sides.make_room(opened, PlanDecision.objects.filter(cycle=row, state__in=_LIVE))
    PlanDecision.objects.create(
        cycle=row, ahead=ahead.value, check_in_on=day, **two_sides.proposed(opened, decision, words)
    )


def _day(opened: OpenChild, ahead: Ahead, day: date | None) -> date | None:
    if ahead is not Ahead.CHECK_IN:
        return None
    if day is None:
        raise InvalidInput(gettext_noop("Choose the day of the check-in."), field="check_in_on")
    try:
        return day_and_visit(opened, day, None)[0]
    except InvalidInput as refusal:
        raise InvalidInput(refusal.template, field="check_in_on") from refusal


def _differ(opened: OpenChild, row: PlanDecision, other: Ahead | None, thread: UUID) -> None:
    if other is None or other == row.ahead:
        raise InvalidInput(gettext_noop("Choose what you see instead."), field="other")
    row.other_ahead = other.value
    row.thread_id = two_sides.talk_about(opened, thread, _("How we go on"), row.answer_words)
