"""Letting a visit go, and keeping the time that it frees."""

from datetime import datetime, time, timedelta
from uuid import UUID

from alongside.areas.appointments import actions as appointments
from alongside.areas.appointments import queries as visits
from alongside.areas.appointments.values import VisitSeen, Way
from alongside.areas.circle import gate
from alongside.areas.circle.values import OpenChild
from alongside.areas.people import queries as people
from alongside.areas.trail.actions import action
from alongside.areas.waiting.actions import freed_steps
from alongside.areas.waiting.models import FreedTime
from alongside.areas.waiting.values import FreedState, StepKind
from alongside.core.actors import Actor
from alongside.core.capabilities import Capability
from alongside.core.ids import uuid7
from alongside.core.refusals import NotFound

UNDO = timedelta(minutes=1)
_UPCOMING, _WEEKS_AT_MOST = 100, 52


@action
def let_visit_go(
    *,
    actor: Actor,
    child: UUID,
    visit: UUID,
    at: datetime,
    family_could_not_come: bool = False,
    refill: bool = True,
) -> VisitSeen:
    """The clinic lets a visit go; its time is kept for families that wait, unless ``refill`` is False.

    It is offered a minute later, so that an undo reaches it. Twice changes nothing. Raises VisitOver when done.
    """
    opened = gate.open_child(actor, child, Capability.BOOK_VISITS, at, doing="waiting.let_visit_go")
    before = visits.visit(opened, visit)
    seen = appointments.cancel_visit(
        actor=actor, child=child, visit=visit, at=at, family_could_not_come=family_could_not_come
    )
    if refill:
        _keep_freed(opened, before)
    return seen


@action
def let_following_go(
    *, actor: Actor, child: UUID, visit: UUID, at: datetime, family_could_not_come: bool = False
) -> tuple[VisitSeen, ...]:
    """End a regular time before this visit; the time is kept as a regular one for families that wait.

    Answers the whole series, as ``appointments.cancel_following`` does. Visits that had been moved free no time.
    """
    opened = gate.open_child(actor, child, Capability.BOOK_VISITS, at, doing="waiting.let_following_go")
    before = visits.visit(opened, visit)
    booked = {one.uuid for one in visits.upcoming(opened, limit=_UPCOMING) if one.series == before.series}
    course = appointments.cancel_following(
        actor=actor, child=child, visit=visit, at=at, family_could_not_come=family_could_not_come
    )
    gone = [one for one in course if one.uuid in booked and not one.is_open and one.starts_at > at]
    alike = [one for one in gone if _wall(one) == _wall(before)]
    if alike and before.way is not Way.AWAY:
        _keep(opened, min(alike, key=lambda one: one.starts_at), weeks=len(alike))
    return course


@action
def could_not_come(*, actor: Actor, child: UUID, visit: UUID, at: datetime) -> VisitSeen:
    """The family says that a visit does not work for them; its time is kept for families that wait."""
    opened = gate.open_child(actor, child, Capability.ASK_TO_CHANGE_VISIT, at, doing="waiting.could_not_come")
    before = visits.visit(opened, visit)
    seen = appointments.could_not_come(actor=actor, child=child, visit=visit, at=at)
    _keep_freed(opened, before)
    return seen


@action
def bring_visit_back(
    *, actor: Actor, child: UUID, visit: UUID, at: datetime, sequence: int | None = None
) -> VisitSeen:
    """Undo letting a visit go, if nobody has the time by now; nobody else is asked about it any more.

    ``sequence`` and the refusals are those of ``appointments.bring_back_visit``.
    """
    opened = gate.open_child(actor, child, Capability.BOOK_VISITS, at, doing="waiting.bring_visit_back")
    freed = freed_steps.freed_of_visit(opened.clinic, visit)
    seen = appointments.bring_back_visit(actor=actor, child=child, visit=visit, at=at, sequence=sequence)
    if freed is not None:
        freed_steps.end(freed, StepKind.STOPPED, at, why=("BROUGHT_BACK",), by=actor.person)
    return seen


def _keep_freed(opened: OpenChild, visit: VisitSeen) -> None:
    """Keep the time that a booked visit had until now. A visit away, at school for example, frees no time here.

    Neither does one of a group, while other children come.
    """
    if not visit.is_open or visit.way is Way.AWAY or visit.starts_at <= opened.at:
        return
    if visit.group is None or not visits.session_goes_on(opened, visit.uuid):
        _keep(opened, visit)


def _keep(opened: OpenChild, visit: VisitSeen, weeks: int = 1) -> None:
    """Keep a time for families that wait. The time of a therapist who left the clinic is nobody's."""
    try:
        therapist = people.therapist(opened.clinic, visit.therapist, opened.at).pk
    except NotFound:
        return
    freed = FreedTime.objects.create(
        uuid=uuid7(opened.at),
        clinic_id=opened.clinic,
        visit=visit.uuid,
        therapist_id=therapist,
        room_id=visit.room,
        starts_at=visit.starts_at,
        minutes=visit.minutes,
        zone=visit.zone,
        weeks=min(weeks, _WEEKS_AT_MOST),
        state=FreedState.LOOKING.value,
        next_look_at=opened.at + UNDO,
        by_id=opened.actor.person,
        at=opened.at,
    )
    freed_steps.add_step(freed, StepKind.FREED, opened.at, child=opened.pk, by=opened.actor.person)


def _wall(visit: VisitSeen) -> tuple[int, time]:
    """The weekday and the time on the clinic's clock."""
    return visit.local_start.weekday(), visit.local_start.time()
