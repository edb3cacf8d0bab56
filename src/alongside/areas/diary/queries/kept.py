"""Reading times kept free, laid out on the days where they fall."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

from django.db.models import Q, QuerySet

from alongside.adapters.prepared import Slot, prepared, room_for, slots
from alongside.areas.diary.models import KeptTime
from alongside.areas.diary.values import KeptKind, KeptSeen
from alongside.areas.people import queries as people
from alongside.core.actors import Actor
from alongside.core.opening import minute_of, on_day

_Weekly = tuple[UUID, int | None, str, str, int, time, time, date, date | None]
_Once = tuple[UUID, int | None, str, str, datetime, datetime]
_ONE_DAY = timedelta(days=1)
_FURTHEST = timedelta(hours=27)  # No clock was ever further from UTC.
_SAID = ("uuid", "person_id", "kind", "words")


def kept(actor: Actor, clinic: int, persons: Sequence[int], first: date, last: date) -> tuple[KeptSeen, ...]:
    """The times kept free by these people and by the whole clinic, day by day. Words only for the person's own eyes."""
    found = kept_of(clinic, persons, first, last, people.clinic(clinic).zone)
    return for_eyes_of(actor, found)


def for_eyes_of(actor: Actor, found: Sequence[KeptSeen]) -> tuple[KeptSeen, ...]:
    """The same times, without words that are somebody else's, and nobody else's illness: they are away."""
    own = (None, actor.person)
    return tuple(one if one.person in own else _from_outside(one) for one in found)


def _from_outside(one: KeptSeen) -> KeptSeen:
    if one.kind is KeptKind.ILL:
        return replace(one, words="", kind=KeptKind.LEAVE)
    return replace(one, words="") if one.words else one


def kept_of(clinic: int, persons: Sequence[int], first: date, last: date, zone: str) -> list[KeptSeen]:
    """The same with everybody's words, for the inside of this area. ``zone`` is the clinic's. Two statements."""
    asked = {"clinic": clinic, "people": persons or (0,), "room": room_for(persons)}
    weekly: list[_Weekly] = _weekly(**asked, first=first, last=last)
    once: list[_Once] = _once(
        **asked, since=_midnight(first) - _FURTHEST, until=_midnight(last) + 2 * _FURTHEST
    )
    found = [day for row in weekly for day in _every_week(row, first, last)]
    found += [day for row in once for day in _day_by_day(row, first, last, zone)]
    return sorted(found, key=_by_day)


def _by_day(one: KeptSeen) -> tuple[date, int, int]:
    return one.day, one.start, one.end


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time(), UTC)


def _every_week(row: _Weekly, first: date, last: date) -> Iterator[KeptSeen]:
    uuid, person, kind, words, weekday, start, end, since, until = row
    day = max(first, since)
    day += timedelta(days=(weekday - day.weekday()) % 7)
    over = min(last, until or last)
    minutes = minute_of(start), minute_of(end)
    while day <= over:
        yield _seen((uuid, person, kind, words), day, *minutes)
        day += timedelta(weeks=1)


def _day_by_day(row: _Once, first: date, last: date, zone: str) -> Iterator[KeptSeen]:
    said, (starts_at, ends_at) = row[:4], row[4:]
    local = ZoneInfo(zone)
    day = max(first, starts_at.astimezone(local).date())
    over = min(last, ends_at.astimezone(local).date())
    while day <= over:
        for span in on_day(starts_at, ends_at, day, zone):
            yield _seen(said, day, span.start, span.end)
        day += _ONE_DAY


def _seen(said: tuple[UUID, int | None, str, str], day: date, start: int, end: int) -> KeptSeen:
    uuid, person, kind, words = said
    return KeptSeen(uuid=uuid, person=person, kind=KeptKind(kind), day=day, start=start, end=end, words=words)


def _theirs(room: int) -> Q:
    return Q(person__pk__in=slots("people", room)) | Q(person=None)


@prepared
def _weekly(room: int) -> QuerySet[KeptTime, _Weekly]:
    rows = KeptTime.objects.filter(
        _theirs(room), clinic=Slot("clinic"), ends_at=None, from_on__lte=Slot("last")
    )
    rows = rows.filter(Q(until_on=None) | Q(until_on__gte=Slot("first")))
    return rows.values_list(*_SAID, "weekday", "from_time", "until_time", "from_on", "until_on")


@prepared
def _once(room: int) -> QuerySet[KeptTime, _Once]:
    rows = KeptTime.objects.filter(_theirs(room), clinic=Slot("clinic"), ends_at__gt=Slot("since"))
    return rows.filter(starts_at__lt=Slot("until")).values_list(*_SAID, "starts_at", "ends_at")
