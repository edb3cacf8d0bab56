"""Keeping times free of visits: lunch, notes and meetings every week, leave and closed days once."""

from datetime import date, datetime, time, timedelta
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from django.db.models import Q

from alongside.areas.diary.actions.clocks import days, forwards, in_order, on_five, stretch
from alongside.areas.diary.actions.rights import check_runs, whose
from alongside.areas.diary.models import KeptTime
from alongside.areas.diary.values import KeptKind, WeeklyKeptDraft
from alongside.areas.people import queries as people
from alongside.areas.trail import actions as trail
from alongside.areas.trail.actions import action
from alongside.core import bounds
from alongside.core.actors import Actor
from alongside.core.recurrence import instant_or_next
from alongside.core.refusals import InvalidInput, NotFound
from alongside.core.words import gettext_noop

_WEEKLY = frozenset({KeptKind.LUNCH, KeptKind.NOTES, KeptKind.SUPERVISION, KeptKind.TEAM})
_ONCE = frozenset({KeptKind.NOTES, KeptKind.SUPERVISION, KeptKind.TEAM, KeptKind.LEAVE, KeptKind.ILL})
_KIND = gettext_noop("Please choose from the list.")
_MIDNIGHT = time()
_ONE_DAY = timedelta(days=1)


@action
def keep_free(
    *, actor: Actor, clinic: int, kept: UUID, draft: WeeklyKeptDraft, person: UUID | None = None, at: datetime
) -> None:
    """Keep a time of the week free: lunch, notes, supervision or the team. ``person`` None is the whole clinic.

    Everybody for themselves, the owner and the front desk for all. The same uuid again changes nothing.
    """
    _check_kind(draft.kind, _WEEKLY)
    bounds.whole(draft.weekday, 0, 6, "weekday")
    forwards(draft.from_time, draft.until_time, "until_time")
    days(draft.first, draft.last, "last")
    said = {
        "kind": draft.kind.value,
        "words": bounds.words(draft.words, bounds.TITLE, "words"),
        "weekday": draft.weekday,
        "from_time": draft.from_time,
        "until_time": draft.until_time,
        "from_on": draft.first,
        "until_on": draft.last,
    }
    _keep(actor, clinic, kept, _person(actor, clinic, person, at), said, at)
    trail.record_doing(actor, "diary.keep_free", clinic, at)


@action
def take_leave(
    *,
    actor: Actor,
    clinic: int,
    person: UUID,
    kept: UUID,
    first: date,
    last: date,
    kind: KeptKind = KeptKind.LEAVE,
    from_time: time | None = None,
    until_time: time | None = None,
    words: str = "",
    at: datetime,
) -> None:
    """Keep the days from ``first`` to ``last`` free: leave, illness, or one long meeting. Visits booked there stay.

    ``from_time`` is on the first day and ``until_time`` on the last; without them it is whole days. At most a year.
    ``words`` are read by this person alone. Everybody for themselves, the owner and the front desk for all.
    """
    pk = whose(actor, clinic, person, at)
    _check_kind(kind, _ONCE)
    stretch(first, last, "last")
    on_five(from_time, "from_time")
    on_five(until_time, "until_time")
    said = _once(clinic, first, last, from_time, until_time)
    said |= {"kind": kind.value, "words": bounds.words(words, bounds.TITLE, "words")}
    _keep(actor, clinic, kept, pk, said, at)
    trail.record_doing(actor, "diary.take_leave", clinic, at)


@action
def close_clinic(
    *, actor: Actor, clinic: int, kept: UUID, first: date, last: date, words: str, at: datetime
) -> None:
    """Close the clinic from ``first`` to ``last``, with the reason that everybody reads. Visits booked there stay.

    The owner and the front desk may.
    """
    check_runs(actor, clinic)
    stretch(first, last, "last")
    said = _once(clinic, first, last, None, None)
    said |= {
        "kind": KeptKind.CLOSED.value,
        "words": bounds.words(words, bounds.TITLE, "words", required=True),
    }
    _keep(actor, clinic, kept, None, said, at)
    trail.record_doing(actor, "diary.close_clinic", clinic, at)


@action
def stop_keeping(*, actor: Actor, clinic: int, kept: UUID, at: datetime) -> None:
    """Give a kept time back to visits from today on; again changes nothing. Earlier days stay as they were.

    Everybody for themselves, the owner and the front desk for all. Busy times go with the calendar they came from.
    """
    if not actor.roles_in(clinic):
        raise NotFound
    row = KeptTime.objects.filter(clinic=clinic, uuid=kept, source=None).select_related("person").first()
    if row is None:
        return
    if row.person_id != actor.person:
        check_runs(actor, clinic)
    _give_back(row, at, people.clinic(clinic).zone)
    trail.record_doing(actor, "diary.stop_keeping", clinic, at)


def _check_kind(kind: KeptKind, known: frozenset[KeptKind]) -> None:
    if kind not in known:
        raise InvalidInput(_KIND, field="kind")


def _person(actor: Actor, clinic: int, person: UUID | None, at: datetime) -> int | None:
    if person is None:
        check_runs(actor, clinic)
        return None
    return whose(actor, clinic, person, at)


def _once(
    clinic: int, first: date, last: date, from_time: time | None, until_time: time | None
) -> dict[str, Any]:
    zone = ZoneInfo(people.clinic(clinic).zone)
    ends = (last, until_time) if until_time else (last + _ONE_DAY, _MIDNIGHT)
    starts_at, ends_at = (instant_or_next(*end, zone) for end in ((first, from_time or _MIDNIGHT), ends))
    in_order(starts_at, ends_at, "until_time")
    return {"starts_at": starts_at, "ends_at": ends_at}


def _keep(
    actor: Actor, clinic: int, kept: UUID, person: int | None, said: dict[str, Any], at: datetime
) -> None:
    defaults = {"clinic_id": clinic, "person_id": person, "by_id": actor.person, "at": at, **said}
    row, _ = KeptTime.objects.get_or_create(uuid=kept, defaults=defaults)
    if (row.clinic_id, row.person_id) != (clinic, person):
        raise NotFound


def _give_back(row: KeptTime, at: datetime, zone: str) -> None:
    today = at.astimezone(ZoneInfo(zone)).date()
    rows = KeptTime.objects.filter(pk=row.pk)
    if row.starts_at is not None:
        midnight = instant_or_next(today, _MIDNIGHT, ZoneInfo(zone))
        rows.filter(starts_at__gte=midnight).delete()
        rows.filter(ends_at__gt=midnight).update(ends_at=midnight)
        return
    rows.filter(from_on__gte=today).delete()
    rows.filter(Q(until_on=None) | Q(until_on__gte=today)).update(until_on=today - _ONE_DAY)
