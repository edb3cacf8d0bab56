"""Reading visits and what is said around them."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, date, datetime, time, timedelta
from uuid import UUID

from django.db.models import QuerySet

from alongside.adapters.prepared import Slot, prepared, room_for, slots
from alongside.areas.appointments.models import AgendaItem, ChangeRequest, Visit
from alongside.areas.appointments.values import (
    NEVER_EXPECTED,
    AgendaSeen,
    RequestSeen,
    VisitSeen,
    VisitState,
    Way,
)
from alongside.areas.circle import gate
from alongside.areas.circle.queries import by, is_apart, is_in_every_home, of_my_people
from alongside.areas.circle.values import OpenChild
from alongside.core import bounds
from alongside.core.actors import Actor, MemberRole
from alongside.core.capabilities import Capability
from alongside.core.cells import LONGEST_VISIT
from alongside.core.recurrence import zone_kept
from alongside.core.refusals import NotFound

_SHOWN_AT_MOST = 100
_LONGEST = timedelta(minutes=LONGEST_VISIT)
_WIDEST_ZONE = timedelta(hours=14)


def visit(opened: OpenChild, uuid: UUID) -> VisitSeen:
    """One visit of this child; NotFound for any other."""
    opened.check(Capability.READ_VISITS)
    return visit_seen(opened, visit_row(opened, uuid))


def visits_of(opened: OpenChild, limit: int = _SHOWN_AT_MOST) -> tuple[VisitSeen, ...]:
    """The child's visits, newest first, cancelled ones among them."""
    opened.check(Capability.READ_VISITS)
    rows = _newest_of(limit=min(limit, _SHOWN_AT_MOST), child=opened.pk)
    return tuple(visits_seen(opened, rows))


def upcoming(opened: OpenChild, limit: int = 12) -> tuple[VisitSeen, ...]:
    """Booked visits that have not ended yet, soonest first."""
    opened.check(Capability.READ_VISITS)
    reader = {"person": opened.actor.person, "at": opened.at}
    most = min(limit, _SHOWN_AT_MOST) + 1
    rows = _booked(limit=most, child=opened.pk, since=opened.at - _LONGEST, **reader)
    return tuple(visit for visit in visits_seen(opened, rows) if visit.ends_at > opened.at)[:limit]


def next_visit(opened: OpenChild) -> VisitSeen | None:
    """The visit that is under way or comes next."""
    return next(iter(upcoming(opened, limit=1)), None)


def last_visit(opened: OpenChild) -> VisitSeen | None:
    """The latest visit that took place: written up, or booked and over."""
    opened.check(Capability.READ_VISITS)
    seen = visits_seen(opened, _held(child=opened.pk, at=opened.at))
    return next((visit for visit in seen if visit.ends_at <= opened.at), None)


def day_of(actor: Actor, on: date, at: datetime, *, known: Sequence[OpenChild] = ()) -> tuple[VisitSeen, ...]:
    """A therapist's own visits of one local day, in order, without cancelled ones.

    The gate opens each child that the page has not opened yet (``known``) for the name, and writes the trail; a
    place is only told where visits may be read.
    """
    bounds.day(on, "on")
    return _through_the_gate(actor, _mine(actor), (on, on), at, doing="appointments.day_of", known=known)


def next_day(actor: Actor, on: date) -> date | None:
    """The first local day after ``on`` on which this therapist has a visit; None when nothing is booked."""
    from_at = datetime.combine(bounds.day(on, "on"), time.max, UTC) - _WIDEST_ZONE
    ahead = _mine(actor).filter(starts_at__gte=from_at, state=VisitState.BOOKED).order_by("starts_at")
    days = (_local_day(*row) for row in ahead.values_list("starts_at", "zone")[:_SHOWN_AT_MOST])
    return next((day for day in days if day > on), None)


def week_of(
    actor: Actor, clinic: int, monday: date, at: datetime, *, offered: bool = False
) -> tuple[VisitSeen, ...]:
    """All visits of one clinic in the seven days from ``monday``, in order, without cancelled ones: short names only.

    With ``offered`` the times that are held for families stand among them. NotFound for a clinic where the person
    has no hat.
    """
    if not actor.roles_in(clinic):
        raise NotFound
    week = (bounds.day(monday, "on"), monday + timedelta(days=6))
    hidden = VisitState.NOT_TAKEN if offered else VisitState.OFFERED
    rows = Visit.objects.filter(clinic=clinic).exclude(state__in=[hidden, VisitState.NOT_TAKEN])
    return _through_the_gate(actor, rows, week, at, doing="appointments.week_of")


def agenda(opened: OpenChild, visit: UUID) -> tuple[AgendaSeen, ...]:
    """What the family would like to speak about at this visit, oldest first; not for the front desk.

    A carer does not read what another home brings, a restricted one only what they bring themselves.
    """
    opened.check(Capability.READ_FAMILY_NOTES)
    told = AgendaItem.objects.filter(of_my_people(opened, "by"), child=opened.pk, visit__uuid=visit)
    rows = told.select_related("by").order_by("pk")
    return tuple(
        AgendaSeen(uuid=row.uuid, words=row.words, by=by(row.by, row.voice), at=row.at) for row in rows
    )


def change_requests(opened: OpenChild) -> tuple[RequestSeen, ...]:
    """The wishes to change this child's visits, newest first.

    A carer does not read those of another home, a restricted one the own ones alone.
    """
    opened.check(Capability.READ_VISITS)
    rows = _wishes().filter(of_my_people(opened, "by"), child=opened.pk).order_by("-pk")
    return tuple(_request(row) for row in rows[:_SHOWN_AT_MOST])


def open_requests(actor: Actor, at: datetime) -> tuple[RequestSeen, ...]:
    """Wishes that wait for an answer in the clinics whose visits this person books, oldest first."""
    clinics = actor.clinics_as(*MemberRole)
    rows = _open_of(room=room_for(clinics), clinics=clinics) if clinics else []
    children = {row.child_id for row in rows}
    opened = gate.open_children(
        actor, Capability.READ_VISITS, at, doing="appointments.open_requests", among=children
    )
    allowed = {child.pk for child in opened if _answers(child)}
    return tuple(_request(row) for row in rows if row.child_id in allowed)


def requests_about(openeds: Sequence[OpenChild]) -> tuple[RequestSeen, ...]:
    """The same wishes for children that the page has opened already, in one statement."""
    allowed = [child.pk for child in openeds if _answers(child)]
    rows = _wishes().filter(answered_at=None, child__in=allowed).order_by("pk") if allowed else ()
    return tuple(_request(row) for row in rows[:_SHOWN_AT_MOST])


def _answers(opened: OpenChild) -> bool:
    """Whoever works here and is also a carer of the child reads what carers read: a colleague answers."""
    return opened.allows(Capability.BOOK_VISITS) and not opened.is_carer


@prepared
def _newest_of(*, limit: int) -> QuerySet[Visit, Visit]:
    return newest_visits()[:limit]


@prepared
def _booked(*, limit: int) -> QuerySet[Visit, Visit]:
    rows = Visit.objects.filter(child=Slot("child"), state=VisitState.BOOKED, starts_at__gt=Slot("since"))
    apart = is_apart("child", person=Slot("person"), at=Slot("at"))
    return with_names(rows).annotate(apart=apart).order_by("starts_at")[:limit]


@prepared
def _held() -> QuerySet[Visit, Visit]:
    return held(newest_visits())[:2]


def newest_visits() -> QuerySet[Visit]:
    """A child's stored visits, newest first, for prepared reads of this area."""
    rows = Visit.objects.filter(child=Slot("child")).exclude(state__in=NEVER_EXPECTED)
    return with_names(rows.order_by("-starts_at", "-pk"))


def held(rows: QuerySet[Visit]) -> QuerySet[Visit]:
    """Those that took place or are under way, for prepared reads of this area."""
    return rows.filter(state__in=[VisitState.BOOKED, VisitState.DONE], starts_at__lte=Slot("at"))


def visit_row(opened: OpenChild, uuid: UUID) -> Visit:
    """The stored visit, for actions of this area; NotFound for another child's, and for one that nobody expects."""
    row = next(iter(_one(child=opened.pk, uuid=uuid)), None)
    if row is None:
        raise NotFound
    return row


def session_of(row: Visit) -> QuerySet[Visit]:
    """The other visits that stand in the same session of a group; none for a visit without a group."""
    others = Visit.objects.filter(group=row.group_id, starts_at=row.starts_at, state=VisitState.BOOKED)
    return others.exclude(pk=row.pk) if row.group_id else others.none()


def session_goes_on(opened: OpenChild, uuid: UUID) -> bool:
    """Whether other children of its group come at the time of this visit."""
    return session_of(visit_row(opened, uuid)).exists()


@prepared
def _one() -> QuerySet[Visit, Visit]:
    rows = Visit.objects.filter(child=Slot("child"), uuid=Slot("uuid")).exclude(state__in=NEVER_EXPECTED)
    return with_names(rows)


def visit_seen(opened: OpenChild, row: Visit) -> VisitSeen:
    """A visit as this reader may see it: the place is never told to a restricted carer.

    Words that somebody typed about a place may be a home's address: a carer reads them who is in every home.
    """
    return next(visits_seen(opened, [row]))


def visits_seen(opened: OpenChild, rows: Sequence[Visit]) -> Iterator[VisitSeen]:
    """Several visits of one child as this reader may see them; at most one statement for all."""
    tells_words = _tells_words(opened, rows)
    return (_visit(opened, row, tells_words=tells_words) for row in rows)


def _tells_words(opened: OpenChild, rows: Sequence[Visit]) -> bool:
    """Some reads bring along whether there is a home apart; the others ask once, where there are words at all."""
    with_words = [row for row in rows if row.place_words]
    if not with_words or not opened.is_carer:
        return True
    apart: bool | None = getattr(with_words[0], "apart", None)
    return is_in_every_home(opened) if apart is None else not apart


def _visit(opened: OpenChild, row: Visit, *, tells_words: bool) -> VisitSeen:
    place = opened.allows(Capability.READ_VISITS) and not opened.is_restricted
    return VisitSeen(
        uuid=row.uuid,
        child=opened.uuid,
        child_name=opened.short_name,
        therapist=row.therapist.uuid,
        therapist_name=row.therapist.name,
        room=row.room.uuid if row.room and place else None,
        room_name=row.room.name if row.room and place else "",
        place_words=row.place_words if place and tells_words else "",
        starts_at=row.starts_at,
        minutes=row.minutes,
        zone=row.zone,
        state=VisitState(row.state),
        series=row.series.uuid if row.series else None,
        number=row.number,
        of=row.series.count if row.series else None,
        way=Way(row.way),
        link=row.link if place else "",
        site=row.site.uuid if row.site and place else None,
        site_name=row.site.name if row.site and place else "",
        group=row.group.uuid if row.group else None,
        group_name=row.group.name if row.group and place else "",
        planned_at=row.planned_at,
        sequence=row.sequence,
        changed_at=row.changed_at,
        buffer_after=row.buffer_after,
        travel_after=row.travel_after,
    )


def _mine(actor: Actor) -> QuerySet[Visit]:
    mine = Visit.objects.filter(therapist=actor.person, clinic__in=actor.clinics_as(MemberRole.THERAPIST))
    return mine.exclude(state__in=NEVER_EXPECTED)


def _local_day(starts_at: datetime, zone: str) -> date:
    return starts_at.astimezone(zone_kept(zone)).date()


def _through_the_gate(
    actor: Actor,
    rows: QuerySet[Visit],
    days: tuple[date, date],
    at: datetime,
    *,
    doing: str,
    known: Sequence[OpenChild] = (),
) -> tuple[VisitSeen, ...]:
    first, last = days
    from_at = datetime.combine(first, time.min, UTC) - _WIDEST_ZONE
    until_at = datetime.combine(last, time.max, UTC) + _WIDEST_ZONE
    near = with_names(rows.filter(starts_at__range=(from_at, until_at)).exclude(state=VisitState.CANCELLED))
    found = list(near.order_by("starts_at", "pk"))
    by_key = {child.pk: child for child in known}
    if among := {row.child_id for row in found} - by_key.keys():
        opened = gate.open_children(actor, Capability.READ_NAME, at, doing=doing, among=among)
        by_key |= {child.pk: child for child in opened}
    seen = (visit_seen(by_key[row.child_id], row) for row in found if row.child_id in by_key)
    return _within(seen, first, last)


def _within(visits: Iterable[VisitSeen], first: date, last: date) -> tuple[VisitSeen, ...]:
    return tuple(visit for visit in visits if first <= visit.local_start.date() <= last)


def with_names(rows: QuerySet[Visit]) -> QuerySet[Visit]:
    """Stored visits with what a reader sees of them, for reads of this area."""
    return rows.select_related("therapist", "room", "series", "site", "group")


@prepared
def _open_of(*, room: int) -> QuerySet[ChangeRequest, ChangeRequest]:
    rows = _wishes().filter(answered_at=None, visit__clinic__pk__in=slots("clinics", room))
    return rows.order_by("pk")[:_SHOWN_AT_MOST]


def _wishes() -> QuerySet[ChangeRequest]:
    return ChangeRequest.objects.select_related("visit", "by", "child")


def _request(row: ChangeRequest) -> RequestSeen:
    return RequestSeen(
        uuid=row.uuid,
        visit=row.visit.uuid,
        child=row.child.uuid,
        child_name=row.child.short_name,
        starts_at=row.visit.starts_at,
        zone=row.visit.zone,
        words=row.words,
        by_name=row.by.short_name,
        at=row.at,
        answer=row.answer,
        answered_at=row.answered_at,
    )
