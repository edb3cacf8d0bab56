"""What is to be told to whom. Planning again adds nothing: the key of a notice says what it is about.

Whether it is still true, and whether this person may read it, is asked when it is sent.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

from alongside.areas.appointments.queries import expected
from alongside.areas.appointments.queries.expected import Expected
from alongside.areas.appointments.values import VisitState
from alongside.areas.circle.queries.record import shared_homes
from alongside.areas.circle.queries.told import carers_to_tell
from alongside.areas.diary import queries as diary
from alongside.areas.notices.models import Notice
from alongside.areas.notices.values import NoticeKind, NoticeState, change_key
from alongside.areas.people import queries as people
from alongside.areas.people.values import ClinicSeen
from alongside.areas.trail import queries as trail
from alongside.areas.trail.actions import action
from alongside.areas.trail.values import Kind
from alongside.areas.waiting.queries.told import offers_to_tell
from alongside.core.actors import MemberRole
from alongside.core.ids import uuid7
from alongside.core.recurrence import instant_or_next

_SHORTEST_NOTICE = timedelta(hours=1)
_CHANGES_OF = timedelta(hours=24)
_ENDS_WITHIN = timedelta(days=21)
_WEEKLY_AT, _WEEKLY_UNTIL = time(8, 30), time(16, 30)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Planned:
    kind: NoticeKind
    key: str
    person: int
    child: int | None = None
    on: date | None = None
    about: UUID | None = None


def plan_notices(*, at: datetime) -> int:
    """Plan whatever is to be told now, in every clinic. How many notices were added.

    What breaks in one clinic keeps no other from being told; it is raised at the end.
    """
    added, broken = 0, []
    for clinic in people.clinics():
        try:
            added += _plan_clinic(clinic, at)
        except Exception as error:  # Whatever it is, the other clinics are told all the same.
            broken.append(error)
    if broken:
        raise ExceptionGroup("some clinics could not be told", broken)
    return added


@action
def _plan_clinic(clinic: ClinicSeen, at: datetime) -> int:
    planned = [*_reminders(clinic, at), *_offers(clinic, at), *_changes(clinic, at), *_weekly(clinic, at)]
    by_key = {f"{clinic.pk}:{one.key}": one for one in planned}
    known = set(Notice.objects.filter(key__in=list(by_key)).values_list("key", flat=True))
    rows = [_row(clinic, key, one, at) for key, one in by_key.items() if key not in known]
    Notice.objects.bulk_create(rows, ignore_conflicts=True)
    return len(rows)


def _reminders(clinic: ClinicSeen, at: datetime) -> Iterator[_Planned]:
    """One for each carer and day, from the chosen time of the day before on. Who booked later knows it anyway."""
    rules = diary.rules(clinic.pk)
    zone = ZoneInfo(clinic.zone)
    today = at.astimezone(zone).date()
    for day in (today, today + timedelta(days=1)) if rules.reminds else ():
        since = instant_or_next(day - timedelta(days=1), rules.remind_at, zone)
        if at < since:
            continue
        first = max(instant_or_next(day, time.min, zone), at + _SHORTEST_NOTICE)
        last = instant_or_next(day + timedelta(days=1), time.min, zone)
        booked = expected.expected_between(clinic.pk, first, last)
        carers = carers_to_tell((visit.child for visit in booked if visit.booked_at < since), at)
        for person in {person for persons in carers.values() for person in persons}:
            yield _Planned(kind=NoticeKind.REMINDER, key=f"reminder:{person}:{day}", person=person, on=day)


def _offers(clinic: ClinicSeen, at: datetime) -> Iterator[_Planned]:
    """One for each carer and open offer."""
    offers = offers_to_tell(clinic.pk, at)
    carers = carers_to_tell((child for _, child in offers), at)
    for offer, child in offers:
        for person in carers.get(child, ()):
            key = f"offer:{offer}:{person}"
            yield _Planned(kind=NoticeKind.OFFER, key=key, person=person, child=child, about=offer)


def _changes(clinic: ClinicSeen, at: datetime) -> Iterator[_Planned]:
    """One for each person and moment of changing, however many visits it moved. The therapist hears of all.

    Who said that they could not come knows it, and so do those who share a home with them.
    """
    changed = expected.changed_since(clinic.pk, at - _CHANGES_OF, at)
    carers = carers_to_tell((visit.child for visit in changed), at)
    pairs = {(person, visit) for visit in changed for person in carers.get(visit.child, ())}
    for person, visit in pairs - _known_already(changed, carers, at) | {
        (visit.therapist, visit) for visit in changed
    }:
        key = change_key(visit.child, visit.changed_at or at, person)
        yield _Planned(kind=NoticeKind.CHANGED, key=key, person=person, child=visit.child)


def _known_already(
    changed: Iterable[Expected], carers: Mapping[int, Iterable[int]], at: datetime
) -> set[tuple[int, Expected]]:
    """Who need not be told that a family could not come, with the visit."""
    said = [visit for visit in changed if visit.state is VisitState.COULD_NOT_COME]
    homes = shared_homes((visit.child for visit in said), at)
    return {
        (person, visit)
        for visit in said
        for person in _who_said(visit, frozenset(carers.get(visit.child, ())), homes.get(visit.child))
    }


def _who_said(
    visit: Expected, carers: frozenset[int], homes: Iterable[frozenset[int]] | None
) -> frozenset[int]:
    """The carers of the home that could not come; all of them where no home was ever named.

    Nobody where the desk wrote it down for a child with named homes: the desk does not say which home it heard.
    """
    if homes is None:
        return carers
    lines = trail.who_looked(visit.child, trail.LIMIT)
    wrote = {line.person for line in lines if line.kind is Kind.WRITE and line.at == visit.changed_at}
    said = carers & wrote
    return said.union(*(home for home in homes if home & said))


def _weekly(clinic: ClinicSeen, at: datetime) -> Iterator[_Planned]:
    """On Monday: the week for therapists, and regular times that end soon for the desk."""
    zone = ZoneInfo(clinic.zone)
    today = at.astimezone(zone).date()
    monday = today - timedelta(days=today.weekday())
    first, last = (instant_or_next(monday, clock, zone) for clock in (_WEEKLY_AT, _WEEKLY_UNTIL))
    if not first <= at < last:
        return
    week = (
        instant_or_next(monday, time.min, zone),
        instant_or_next(monday + timedelta(days=7), time.min, zone),
    )
    for person in {visit.therapist for visit in expected.expected_between(clinic.pk, *week)}:
        yield _Planned(kind=NoticeKind.DIGEST, key=f"digest:{person}:{monday}", person=person, on=monday)
    if expected.ending_between(clinic.pk, at, at + _ENDS_WITHIN):
        for person in _desk(clinic.pk, at):
            yield _Planned(
                kind=NoticeKind.RENEWAL, key=f"renewal:{person}:{monday}", person=person, on=monday
            )


def _desk(clinic: int, at: datetime) -> Iterable[int]:
    """Who books in a clinic: the front desk, or the owner where there is none."""
    team = people.team_of(clinic, at)
    desk = [member.pk for member in team if MemberRole.FRONT_DESK in member.roles]
    return desk or [member.pk for member in team if MemberRole.OWNER in member.roles]


def _row(clinic: ClinicSeen, key: str, one: _Planned, at: datetime) -> Notice:
    return Notice(
        uuid=uuid7(at),
        clinic_id=clinic.pk,
        person_id=one.person,
        child_id=one.child,
        kind=one.kind.value,
        key=key,
        on=one.on,
        about=one.about,
        state=NoticeState.WAITING.value,
        made_at=at,
        due_at=at,
    )
