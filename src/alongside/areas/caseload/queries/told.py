"""What the planner is told: the clinic's file (docs/reference/plan-slots.schema.json), put together from the record.

Nothing clinical goes into it: who could come when, how long, how soon, and what a room or a therapist has to have.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from alongside.areas.appointments import queries as appointments
from alongside.areas.appointments.queries.standing import StandingTime
from alongside.areas.appointments.values import RoomSeen, Way
from alongside.areas.caseload.models import Ability
from alongside.areas.caseload.values import AbilityKind, AwayDraft, MoreDraft, PlanDraft
from alongside.areas.circle.queries import age_on
from alongside.areas.circle.values import OpenChild
from alongside.areas.diary import queries as diary
from alongside.areas.diary.values import Rules, Travels
from alongside.areas.diary.values.windows import WindowSeen
from alongside.areas.people.values import Colleague
from alongside.areas.waiting.models import WaitingPlace
from alongside.core.opening import Span, minute_of, without
from alongside.core.slots.instance import DAYS, GRID

BASE = "base"
_WEEKS = 4  # Enough to see past a week of leave.
_SCHOOL_AGES = range(4, 17)
_LONGEST = 240


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """The places of a clinic by key, as the file names them."""

    names: Mapping[int, str]
    base: str
    travels: Travels

    def of(self, site: int | None) -> str:
        """The name of a place in the file; nobody said where is the base."""
        return self.names.get(site, self.base) if site else self.base


def place(clinic: int) -> Place:
    """The places of a clinic."""
    sites = diary.sites(clinic)
    base = next((str(one.uuid) for one in sites if one.is_base), BASE)
    return Place(names={one.pk: str(one.uuid) for one in sites}, base=base, travels=diary.travels(clinic))


def clinic_part(
    clinic: int, team: Sequence[Colleague], draft: PlanDraft, fixed: Iterable[StandingTime]
) -> dict[str, Any]:
    """The file without its children. ``fixed`` are regular times that the plan leaves alone, and nobody else gets."""
    where = place(clinic)
    taken = _taken(fixed)
    abilities = _abilities(clinic)
    hours = _hours(clinic, team, draft.starts_on)
    people = [_therapist(one, hours[one.pk], taken, where, abilities[one.pk]) for one in team]
    rules = diary.rules(clinic)
    rooms = [room for one in appointments.rooms(clinic) for room in _rooms(one, where)]
    return {
        "sites": [{"id": name} for name in sorted({where.base, *where.names.values()})],
        "travel": _travel(where),
        "rooms": rooms or _unnamed(where, len(team)),
        "therapists": people,
        "buffer_minutes": _up(rules.buffer_minutes),
        "what_if": _what_if(draft.away, draft.more, team, where),
    }


def child_part(
    opened: OpenChild,
    waits: WaitingPlace | None,
    times: Sequence[StandingTime],
    windows: Sequence[WindowSeen],
    rules: Rules,
    before: str,
) -> dict[str, Any]:
    """One child of the file: what the family waits for, or else the times that it has."""
    minutes = waits.minutes if waits else max(one.minutes for one in times)
    part: dict[str, Any] = {
        "id": str(opened.uuid),
        "minutes": min(_LONGEST, _up(minutes)),
        "sessions": 1 if waits else min(5, len(times)),
        "windows": _windows(windows, waits, rules),
        "school": _school(opened, rules),
        "before": before,
    }
    if waits:
        weeks = max(0, (opened.today - waits.since_on).days // 7)
        part |= {"urgency": waits.urgency.lower(), "waiting_weeks": min(520, weeks)}
        part |= {"languages": [waits.language] if waits.language else []}
        part |= {
            "features": sorted(set(waits.room_features)),
            "way": "video" if waits.way == "VIDEO" else "room",
        }
    elif any(one.way is Way.VIDEO for one in times):
        part |= {"way": "video"}
    return part


def fits_the_grid(one: StandingTime) -> bool:
    """Whether a regular time can be planned with: in quarters of an hour, in a room or by video."""
    return not one.start % GRID and not one.minutes % GRID and one.way is not Way.AWAY


def clock(minutes: int) -> str:
    """Minutes of the day as the file writes them."""
    return f"{minutes // 60:02}:{minutes % 60:02}"


def _up(minutes: int) -> int:
    return -(-minutes // GRID) * GRID


def _down(minutes: int) -> int:
    return minutes // GRID * GRID


def _span(weekday: int, start: int, until: int) -> dict[str, Any]:
    return {"weekday": DAYS[weekday], "start": clock(start), "until": clock(until)}


def _taken(fixed: Iterable[StandingTime]) -> Mapping[tuple[int, int], list[Span]]:
    taken: dict[tuple[int, int], list[Span]] = defaultdict(list)
    for one in fixed:
        taken[one.therapist, one.weekday].append(Span(start=one.start, end=one.start + one.minutes))
    return taken


def _hours(
    clinic: int, team: Sequence[Colleague], first: date
) -> Mapping[int, Mapping[int, tuple[Span, ...]]]:
    """The usual free spans by person and weekday: those of the fullest of four weeks, so that leave does not count."""
    free = diary.openings(clinic, [one.pk for one in team], first, first + timedelta(days=7 * _WEEKS - 1))
    return {
        one.pk: {
            (first + timedelta(days=day)).weekday(): max(
                (free.of(one.pk, first + timedelta(days=day + 7 * week)) for week in range(_WEEKS)),
                key=lambda spans: sum(span.end - span.start for span in spans),
            )
            for day in range(7)
        }
        for one in team
    }


def _therapist(
    one: Colleague,
    hours: Mapping[int, tuple[Span, ...]],
    taken: Mapping[tuple[int, int], list[Span]],
    where: Place,
    abilities: Mapping[AbilityKind, list[str]],
) -> dict[str, Any]:
    shifts = []
    for weekday, spans in sorted(hours.items()):
        shifts += _shifts(weekday, without(spans, taken.get((one.pk, weekday), ())), where)
    return {
        "id": str(one.uuid),
        "shifts": shifts,
        "skills": sorted(abilities[AbilityKind.SKILL]),
        "languages": sorted(abilities[AbilityKind.LANGUAGE]),
    }


def _shifts(weekday: int, spans: Sequence[Span], where: Place) -> list[dict[str, Any]]:
    """Whole quarters of an hour, with the way from one place to the next left out."""
    found: list[dict[str, Any]] = []
    before: Span | None = None
    for span in spans:
        start = span.start
        if before is not None:
            start = max(start, before.end + where.travels.minutes(before.site, span.site))
        if _up(start) < _down(span.end):
            found.append({**_span(weekday, _up(start), _down(span.end)), "site": where.of(span.site)})
            before = Span(start=_up(start), end=_down(span.end), site=span.site)
    return found


def _abilities(clinic: int) -> Mapping[int, Mapping[AbilityKind, list[str]]]:
    found: dict[int, dict[AbilityKind, list[str]]] = defaultdict(lambda: defaultdict(list))
    for person, kind, words in Ability.objects.filter(clinic=clinic).values_list("person", "kind", "words"):
        found[person][AbilityKind(kind)].append(words)
    return found


def _travel(where: Place) -> list[dict[str, Any]]:
    return [
        {"a": where.names[a], "b": where.names[b], "minutes": minutes}
        for (a, b), minutes in sorted(where.travels.between.items())
    ]


def _rooms(one: RoomSeen, where: Place) -> Iterator[dict[str, Any]]:
    """A room for several visits at a time stands in the file as often."""
    site = str(one.site) if one.site else where.base
    about = {"site": site, "name": one.name, "features": sorted(set(one.features))}
    for number in range(1, one.capacity + 1):
        yield {"id": str(one.uuid) if number == 1 else f"{one.uuid}.{number}", **about}


def _unnamed(where: Place, number: int) -> list[dict[str, Any]]:
    """A clinic that keeps no rooms has one for each therapist, everywhere."""
    sites = sorted({where.base, *where.names.values()})
    return [{"id": f"any.{site}.{at}", "site": site} for site in sites for at in range(number)]


def _what_if(
    away: Iterable[AwayDraft], more: Iterable[MoreDraft], team: Iterable[Colleague], where: Place
) -> dict[str, Any]:
    known = {one.uuid for one in team}
    gone = [
        {"therapist": str(one.person), "weekday": "all" if one.weekday is None else DAYS[one.weekday]}
        for one in away
        if one.person in known
    ]
    besides = [
        {
            "therapist": str(one.person),
            "shift": {**_span(one.weekday, _up(one.start), _down(one.until)), "site": where.base},
        }
        for one in more
        if one.person in known and _up(one.start) < _down(one.until)
    ]
    return {"away": gone, "more": besides}


def _windows(windows: Iterable[WindowSeen], waits: WaitingPlace | None, rules: Rules) -> list[dict[str, Any]]:
    """What the family said: could shrinks to whole quarters, could not grows. After school alone when they asked so."""
    found = []
    for one in windows:
        start, until = minute_of(one.from_time), minute_of(one.until_time)
        if one.kind.value == "COULD_NOT":
            start, until = _down(start), _up(until)
        else:
            start, until = _up(start), _down(until)
        if start < until:
            found.append({**_span(one.weekday, start, until), "kind": one.kind.value.lower()})
    if waits and waits.only_after_school:
        until = _up(minute_of(rules.school_until))
        found += [{**_span(day, 0, until), "kind": "could_not"} for day in range(5)]
    return found


def _school(opened: OpenChild, rules: Rules) -> list[dict[str, Any]]:
    if age_on(opened.born_on, opened.today)[0] not in _SCHOOL_AGES:
        return []
    start, until = _up(minute_of(rules.school_from)), _down(minute_of(rules.school_until))
    return [_span(day, start, until) for day in range(5)]


def usual_person(times: Sequence[StandingTime], names: Mapping[int, str]) -> str:
    """The therapist whom a child sees most, by the file's name; empty when nobody of the team does."""
    seen = Counter(one.therapist for one in times if one.therapist in names)
    return names[seen.most_common(1)[0][0]] if seen else ""
