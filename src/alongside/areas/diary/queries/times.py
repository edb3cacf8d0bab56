"""Reading when people could work: working time without what is kept free, day by day."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, time, timedelta

from django.db.models import QuerySet

from alongside.adapters.prepared import Slot, prepared, room_for, slots
from alongside.areas.diary.models import WorkingTime
from alongside.areas.diary.queries.days import days_with
from alongside.areas.diary.queries.kept import for_eyes_of, kept_of
from alongside.areas.diary.queries.places import base, rules
from alongside.areas.diary.values import DaySeen, KeptKind, KeptSeen, Openings, Rules, Times, WorkingSeen
from alongside.areas.people import queries as people
from alongside.areas.people.values import ClinicSeen
from alongside.core.actors import Actor
from alongside.core.opening import Span, minute_of, skipped, without

_Spans = Mapping[tuple[int, date], tuple[Span, ...]]
_Weeks = Mapping[int, tuple[WorkingSeen, ...]]
_Row = tuple[int, int, time, time, int | None, date, date | None]
_USUAL = (8 * 60, 18 * 60)  # Where nobody said when they work.
_FRIDAY = 4
_ONE_DAY = timedelta(days=1)


def openings(clinic: int, persons: Sequence[int], first: date, last: date, *, zone: str = "") -> Openings:
    """Who could work when from ``first`` to ``last``: working time without kept time, leave and closed days.

    ``persons`` are pks. Until the first day of which somebody said when they work, they work 8:00 to 18:00 from
    Monday to Friday at the base. ``zone`` is the clinic's, from those who have it at hand.
    Eight statements, seven with a zone, whatever the number of people and days.
    """
    return _times(clinic, zone or people.clinic(clinic).zone, persons, first, last)[0]


def times(actor: Actor, clinic: ClinicSeen, persons: Sequence[int], first: date, last: date) -> Times:
    """The openings, the kept times for this reader's eyes, the days and the rules, for the openings' seven reads."""
    free, found, about, said = _times(clinic.pk, clinic.zone, persons, first, last)
    return Times(openings=free, kept=for_eyes_of(actor, found), days=about, rules=said)


def working(clinic: int, persons: Sequence[int]) -> Mapping[int, tuple[WorkingSeen, ...]]:
    """The working times of each person, in the order of the week, past and future ones among them. One statement."""
    rows: dict[int, list[WorkingSeen]] = defaultdict(list)
    for row in _working(clinic=clinic, people=persons or (0,), room=room_for(persons)):
        rows[row[0]].append(_worked(row))
    return {person: tuple(rows[person]) for person in persons}


def _times(
    clinic: int, zone: str, persons: Sequence[int], first: date, last: date
) -> tuple[Openings, list[KeptSeen], dict[date, DaySeen], Rules]:
    said = rules(clinic)
    found = kept_of(clinic, persons, first, last, zone)
    closures = [one for one in found if one.person is None and one.kind is KeptKind.CLOSED]
    about = days_with(clinic, first, last, said, closures)
    hours = working(clinic, persons)
    weeks = _weeks(hours, base(clinic))
    by_day = _taken(found)
    free = {
        (person, day): _free(weeks[person], day, zone, (*by_day[person, day], *by_day[None, day]))
        for day, seen in about.items()
        if not seen.closed
        for person in persons
    }
    return Openings(zone=zone, spans=free), found, about, said


def _free(hours: Iterable[WorkingSeen], day: date, zone: str, taken: Sequence[Span]) -> tuple[Span, ...]:
    spans = [Span(start=one.start, end=one.end, site=one.site) for one in hours if one.holds(day)]
    return without(spans, (*taken, *skipped(day, zone))) if spans else ()


def _taken(found: Iterable[KeptSeen]) -> Mapping[tuple[int | None, date], list[Span]]:
    by_day: dict[tuple[int | None, date], list[Span]] = defaultdict(list)
    for one in found:
        by_day[one.person, one.day].append(Span(start=one.start, end=one.end))
    return by_day


def _weeks(hours: _Weeks, site: int | None) -> _Weeks:
    """Everybody's week, with the usual one for the days before anybody said."""
    return {person: (*_usual_week(site, said), *said) for person, said in hours.items()}


def _usual_week(site: int | None, said: Iterable[WorkingSeen]) -> Iterator[WorkingSeen]:
    begun = min((one.first for one in said), default=None)
    last = begun - _ONE_DAY if begun else None
    start, end = _USUAL
    for weekday in range(_FRIDAY + 1):
        yield WorkingSeen(weekday=weekday, start=start, end=end, site=site, first=date.min, last=last)


def _worked(row: _Row) -> WorkingSeen:
    _, weekday, start, end, site, first, last = row
    return WorkingSeen(
        weekday=weekday, start=minute_of(start), end=minute_of(end), site=site, first=first, last=last
    )


@prepared
def _working(room: int) -> QuerySet[WorkingTime, _Row]:
    rows = WorkingTime.objects.filter(person__pk__in=slots("people", room), clinic=Slot("clinic"))
    said = ("person_id", "weekday", "from_time", "until_time", "site_id", "from_on", "until_on")
    return rows.order_by("weekday", "from_time", "pk").values_list(*said)
