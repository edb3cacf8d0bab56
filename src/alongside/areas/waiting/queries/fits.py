"""Three regular times for a family, each with what it means for them. The order is that of core.fitting."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from uuid import UUID

from alongside.areas.appointments import queries as appointments
from alongside.areas.appointments.values import FreeTime, PlannedDate, RoomSeen, VisitDetails
from alongside.areas.appointments.values import Way as VisitWay
from alongside.areas.circle import gate
from alongside.areas.circle import queries as circle
from alongside.areas.circle.values import OpenChild
from alongside.areas.diary import queries as diary
from alongside.areas.diary.values import DaySeen
from alongside.areas.diary.values.windows import wishes
from alongside.areas.people import queries as people
from alongside.areas.people.values import Colleague
from alongside.areas.waiting.values import OptionToOffer, Rhythm
from alongside.core import bounds
from alongside.core.capabilities import Capability
from alongside.core.fitting import (
    Cost,
    Family,
    Fit,
    Free,
    Need,
    RegularTime,
    School,
    Sitting,
    best_fits,
    regular_times,
)
from alongside.core.opening import clock_at, minute_of
from alongside.core.recurrence import instant
from alongside.core.series import Rhythm as SeriesRhythm

COUNT_AT_MOST = 30
_SCHOOL_AGE = 4
_WEEKS_OVER = 14  # to begin within six weeks, and to make up for holidays and dates that somebody else has
_DAYS_AT_MOST = 399
_BASE = 0  # stands for the base where a clinic named no places
_TRIED = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What is looked for: ``count`` visits (1 to 30) of ``minutes``. Without ``therapist`` everybody is asked.

    The first lies within six weeks of ``from_on``, tomorrow without one. ``features`` are those of the room.
    """

    minutes: int = 45
    count: int = 10
    rhythm: Rhythm = Rhythm.WEEKLY
    therapist: UUID | None = None
    features: tuple[str, ...] = ()
    by_video: bool = False
    from_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FitSeen:
    """A regular time with what it means for the family. ``skips`` are the local days that it leaves out.

    ``not_free`` are those of them that somebody else has; ``closed`` names why the clinic is closed on the others,
    each reason once.
    """

    therapist: UUID
    therapist_name: str
    room: UUID | None
    room_name: str
    starts_at: datetime
    local_start: datetime
    last_on: date
    minutes: int
    count: int
    rhythm: Rhythm
    skips: tuple[date, ...]
    not_free: tuple[date, ...]
    closed: tuple[str, ...]
    costs: tuple[Cost, ...]
    by_video: bool = False

    def option(self, time: UUID) -> OptionToOffer:
        """The same, to offer it; ``time`` becomes the uuid of what is held."""
        return OptionToOffer(
            time=time,
            therapist=self.therapist,
            starts_at=self.starts_at,
            minutes=self.minutes,
            room=self.room,
            rhythm=self.rhythm,
            count=self.count,
            skips=self.skips,
            costs=tuple((cost.kind.value, cost.n) for cost in self.costs),
            by_video=self.by_video,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Search:
    """Everything that was read once for one search."""

    opened: OpenChild
    wanted: Wanted
    need: Need
    team: Mapping[int, Colleague]
    keys: Mapping[UUID, int]
    days: Mapping[date, DaySeen]
    free: Sequence[FreeTime]
    rooms: Sequence[RoomSeen]
    base: int


def best_three(opened: OpenChild, wanted: Wanted) -> tuple[FitSeen, ...]:
    """Up to three times that fit best, the best first; empty where nothing is free that the family could.

    For whoever books visits. Each was checked against the diary in the moment of asking; nothing is held yet.
    Raises InvalidInput, and NotFound for a therapist of another clinic.
    """
    opened.check(Capability.BOOK_VISITS)
    search = _search(opened, _checked(opened, wanted))
    closed = frozenset(day for day, seen in search.days.items() if seen.closed)
    times = regular_times((_free(one, search) for one in search.free), search.need, closed)
    fits = best_fits(times, search.need, _family(search), settle=lambda time: _settled(time, search))
    return tuple(_seen(fit, search) for fit in fits)


def _checked(opened: OpenChild, wanted: Wanted) -> Wanted:
    bounds.whole(wanted.count, 1, COUNT_AT_MOST, "count")
    if wanted.therapist is not None:
        people.therapist(opened.clinic, wanted.therapist, opened.at)
    tomorrow = opened.today + timedelta(days=1)
    return replace(wanted, from_on=max(wanted.from_on or tomorrow, tomorrow))


def _search(opened: OpenChild, wanted: Wanted) -> _Search:
    first = wanted.from_on or opened.today
    weeks = 2 if wanted.rhythm is Rhythm.FORTNIGHTLY else 1
    last = first + timedelta(days=min(_DAYS_AT_MOST, 7 * (wanted.count * weeks + _WEEKS_OVER)))
    need = Need(
        minutes=wanted.minutes,
        count=wanted.count,
        from_on=first,
        until_on=last,
        every=weeks,
        buffer=diary.rules(opened.clinic).buffer_minutes,
    )
    team = people.colleagues(opened.clinic, opened.at)
    return _Search(
        opened=opened,
        wanted=wanted,
        need=need,
        team={one.pk: one for one in team},
        keys={one.uuid: one.pk for one in team},
        days=diary.days(opened.clinic, first, last),
        free=appointments.free_times(
            opened.clinic,
            at=opened.at,
            first=first,
            last=last,
            minutes=wanted.minutes,
            therapists=None if wanted.therapist is None else [wanted.therapist],
            features=wanted.features,
            way=_way(wanted),
            child=opened.pk,
        ),
        rooms=appointments.rooms(opened.clinic),
        base=diary.base(opened.clinic) or _BASE,
    )


def _way(wanted: Wanted) -> VisitWay:
    return VisitWay.VIDEO if wanted.by_video else VisitWay.IN_ROOM


def _free(one: FreeTime, search: _Search) -> Free:
    """The room is looked for once a time is chosen, so that no date is lost to a room that would not be taken."""
    on, at = one.local_start.date(), minute_of(one.local_start)
    therapist, site = search.keys[one.therapist], one.site or search.base
    return Free(therapist=therapist, room=None, site=site, on=on, minute=at)


def _family(search: _Search) -> Family:
    opened = search.opened
    return Family(
        wishes=wishes(diary.windows(opened)),
        school=school_of(opened, search.days, search.need.from_on),
        therapists=frozenset(one.pk for one in circle.therapists_of(opened)),
        site=_site_now(search),
        siblings=_sittings(opened),
    )


def school_of(opened: OpenChild, about: Mapping[date, DaySeen], on: date) -> School | None:
    """The school day of the clinic's rules, for a child who is four by that day; off where ``about`` knows no term."""
    years, _months = circle.age_on(opened.born_on, on)
    if years < _SCHOOL_AGE:
        return None
    rules = diary.rules(opened.clinic)
    off = frozenset(day for day, seen in about.items() if not seen.is_term)
    return School(starts=minute_of(rules.school_from), ends=minute_of(rules.school_until), off=off)


def _site_now(search: _Search) -> int | None:
    """Where the child comes now; None before the first visit."""
    last = next(iter(appointments.visits_of(search.opened, limit=1)), None)
    if last is None:
        return None
    known = {site.uuid: site.pk for site in diary.sites(search.opened.clinic)}
    return known[last.site] if last.site else search.base


def _sittings(opened: OpenChild) -> tuple[Sitting, ...]:
    """The visits of brothers and sisters whose visits this reader may know of."""
    keys = circle.siblings_of(opened)
    if not keys:
        return ()
    known = gate.open_children(
        opened.actor, Capability.READ_VISITS, opened.at, doing="waiting.best_three", among=keys
    )
    visits = [visit for child in known for visit in appointments.upcoming(child, limit=60)]
    return tuple(
        Sitting(
            on=one.local_start.date(),
            starts=minute_of(one.local_start),
            ends=minute_of(one.local_end),
        )
        for one in visits
    )


def _settled(time: RegularTime, search: _Search) -> RegularTime | None:
    """The time in a room that is free on all its dates, if nothing else stands in its way."""
    for room in _rooms(time, search):
        uuid = None if room is None else search.rooms[room].uuid
        if not any(one.is_in_the_way for one in _preview(time, uuid, search)):
            return replace(time, room=room)
    return None


def _preview(time: RegularTime, room: UUID | None, search: _Search) -> tuple[PlannedDate, ...]:
    return appointments.preview_series(
        search.opened,
        therapist=search.team[time.therapist].uuid,
        first_on=time.dates[0],
        local_time=clock_at(time.minute),
        count=len(time.dates),
        minutes=search.wanted.minutes,
        room=room,
        rhythm=_rhythm(search.wanted),
        skips=(*time.skipped, *time.not_free),
        details=VisitDetails(way=_way(search.wanted)),
    )


def _rooms(time: RegularTime, search: _Search) -> list[int | None]:
    """Places in the list of rooms: those free on these dates, the one that was so most often first."""
    who, dates = search.team[time.therapist].uuid, set(time.dates)
    places: dict[UUID | None, int | None] = {room.uuid: number for number, room in enumerate(search.rooms)}
    seen = Counter(
        one.room
        for one in search.free
        if one.therapist == who
        and minute_of(one.local_start) == time.minute
        and one.local_start.date() in dates
    )
    return [places.get(room) for room, _times in seen.most_common(_TRIED)]


def _rhythm(wanted: Wanted) -> SeriesRhythm:
    return SeriesRhythm.FORTNIGHTLY if wanted.rhythm is Rhythm.FORTNIGHTLY else SeriesRhythm.WEEKLY


def _seen(fit: Fit, search: _Search) -> FitSeen:
    one, wanted, zone = fit.time, search.wanted, search.opened.zone_info
    starts_at = instant(one.dates[0], clock_at(one.minute), zone)
    room = None if one.room is None else search.rooms[one.room]
    return FitSeen(
        therapist=search.team[one.therapist].uuid,
        therapist_name=search.team[one.therapist].name,
        room=room.uuid if room else None,
        room_name=room.name if room else "",
        starts_at=starts_at,
        local_start=starts_at.astimezone(zone),
        last_on=one.dates[-1],
        minutes=wanted.minutes,
        count=wanted.count,
        rhythm=wanted.rhythm,
        skips=tuple(sorted((*one.skipped, *one.not_free))),
        not_free=one.not_free,
        closed=tuple(dict.fromkeys(search.days[day].closed for day in one.skipped)),
        costs=fit.costs,
        by_video=wanted.by_video,
    )
