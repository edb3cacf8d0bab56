"""Closing a look back: what both decided happens now, all of it or nothing, and the next one begins."""

from datetime import date, datetime
from uuid import UUID

from django.utils.translation import gettext as _

from alongside.areas.appointments import queries as appointments
from alongside.areas.circle import actions as circle
from alongside.areas.circle import gate
from alongside.areas.circle.values import OpenChild
from alongside.areas.goals import actions as goals
from alongside.areas.review.actions.cycle.finding import day_and_visit, find
from alongside.areas.review.actions.cycle.opening import begin
from alongside.areas.review.models import Cycle, GoalDecision, PlanDecision
from alongside.areas.review.queries import looking_back as queries
from alongside.areas.review.values import Ahead, CycleSeen, Decided, Ending
from alongside.areas.trail.actions import action
from alongside.core import bounds
from alongside.core.actors import Actor
from alongside.core.capabilities import Capability
from alongside.core.refusals import Refusal
from alongside.core.words import gettext_noop

_ENDS = {Ending.REACHED.value: gettext_noop("Reached."), Ending.REST.value: gettext_noop("Resting for now.")}


class NotHeldYet(Refusal):
    """Both look back before it is closed."""

    sentence = gettext_noop("Say first on which day you looked back together.")


class VisitAhead(Refusal):
    """Goodbye waits until nothing is booked."""

    sentence = gettext_noop("A visit is booked. Say goodbye after it, or cancel it first.")


@action
def close_cycle(
    *,
    actor: Actor,
    child: UUID,
    cycle: UUID,
    next_cycle: UUID,
    next_on: date | None = None,
    next_visit: UUID | None = None,
    at: datetime,
) -> CycleSeen:
    """Finish a look back that was held. Only the child's therapist.

    Goals that both said are reached, or rest, are closed; goals to change wait for their new words; the others go
    on. The next look back is planned for ``next_on`` (or the agreed check-in's day). After an agreed goodbye there
    is none, and the record says goodbye. Closing again changes nothing. Raises NotHeldYet, VisitAhead, InvalidInput.
    """
    opened = gate.open_child(actor, child, Capability.LEAD_REVIEW, at, doing="review.close_cycle")
    if queries.cycle(opened, cycle).closed_at is None:
        row = find(opened, cycle)
        if row.held_at is None:
            raise NotHeldYet
        _carry_out(opened, row)
        _close(opened, row)
        _go_on(opened, row, next_cycle, next_on, next_visit)
    return queries.cycle(opened, cycle)


def _carry_out(opened: OpenChild, row: Cycle) -> None:
    agreed = GoalDecision.objects.select_related("goal").filter(cycle=row, state=Decided.AGREED)
    for one in agreed.order_by("pk"):
        if one.ending in _ENDS:
            words = " ".join(filter(None, (_(_ENDS[one.ending]), one.words)))[: bounds.SENTENCE]
            goals.close_goal(
                actor=opened.actor, child=opened.uuid, goal=one.goal.uuid, words=words, at=opened.at
            )
    agreed.update(done_at=opened.at)


def _close(opened: OpenChild, row: Cycle) -> None:
    row.closed_at, row.closed_by_id = opened.at, opened.actor.person
    row.save(update_fields=["closed_at", "closed_by"])


def _go_on(opened: OpenChild, row: Cycle, uuid: UUID, next_on: date | None, next_visit: UUID | None) -> None:
    plan = PlanDecision.objects.filter(cycle=row, state=Decided.AGREED).first()
    if plan is not None:
        PlanDecision.objects.filter(pk=plan.pk).update(done_at=opened.at)
    if plan is not None and plan.ahead == Ahead.GOODBYE:
        _say_goodbye(opened)
        return
    check_in = plan.check_in_on if plan else None
    day, visit = day_and_visit(opened, next_on or check_in, next_visit)
    begin(opened, uuid, day, visit, row.held_on or opened.today)


def _say_goodbye(opened: OpenChild) -> None:
    if appointments.upcoming(opened, limit=1):
        raise VisitAhead
    circle.say_goodbye(actor=opened.actor, child=opened.uuid, at=opened.at)
