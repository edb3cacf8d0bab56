"""Made-up clinics to try the planner of times on: the same seed always makes the same clinic."""

from random import Random

from alongside.core.slots.instance import (
    Child,
    Drive,
    Instance,
    Room,
    Shift,
    Site,
    Span,
    Therapist,
    Travel,
    Urgency,
    Way,
    Window,
    WindowKind,
)

SIZES = {"6x100": (6, 100, 2), "20x400": (20, 400, 3), "60x1200": (60, 1200, 5)}
SKILLS = ("sensory", "hands", "feeding", "handwriting", "mobility", "play", "self_care", "attention")
LANGUAGES = ("es", "ur", "pl", "ar", "cy", "bsl")
PAPERS = ("sensory_integration", "dysphagia", "splinting")
FEATURES = ("swing", "quiet", "kitchen", "hoist")
_NEEDED = {"swing": 0.16, "quiet": 0.08, "kitchen": 0.05, "hoist": 0.03}
_LENGTHS = (30, 45, 45, 45, 60)
_SCHOOL_FROM, _SCHOOL_UNTIL = 525, 915  # 08:45 to 15:15.


def clinic(size: str, seed: int = 1) -> Instance:
    """The clinic of a size ("6x100": 6 therapists, 100 children) and a seed."""
    people, children, sites = SIZES[size]
    return made(people, children, sites, seed)


def made(people: int, children: int, sites: int, seed: int) -> Instance:
    """A clinic of so many therapists, children and sites, with two schools to visit for each site."""
    draw = Random(f"{people} {children} {sites} {seed}")  # noqa: S311 (made-up clinics, the same for the same seed)
    places = [f"S{at}" for at in range(sites)]
    schools = [f"school{at}" for at in range(2 * sites)]
    therapists = tuple(_therapist(draw, at, places) for at in range(people))
    return Instance(
        sites=tuple(Site(id=one, name=_title(one)) for one in (*places, *schools)),
        therapists=therapists,
        children=_children(draw, children, places, schools, therapists),
        rooms=_rooms(draw, therapists, places),
        travel=_travel(draw, places, schools),
    )


def _title(place: str) -> str:
    return place.replace("school", "School ") if place.startswith("school") else f"Site {place[1:]}"


def _some(draw: Random, words: tuple[str, ...], low: int, high: int) -> frozenset[str]:
    return frozenset(draw.sample(words, draw.randint(low, high)))


def _therapist(draw: Random, at: int, places: list[str]) -> Therapist:
    home = places[at % len(places)]
    days = sorted(draw.sample(range(5), draw.choice((3, 4, 4, 5))))
    starts, ends = draw.choice((480, 510, 540)), draw.choice((990, 1020, 1050, 1080, 1110))
    return Therapist(
        id=f"T{at:02}",
        name=f"Therapist {at}",
        shifts=tuple(shift for day in days for shift in _day(draw, day, starts, ends, (home, places))),
        skills=_some(draw, SKILLS, 4, 6),
        languages=frozenset({"en"}) | (_some(draw, LANGUAGES, 1, 2) if draw.random() < 0.4 else frozenset()),
        credentials=frozenset(one for one in PAPERS if draw.random() < 0.4),
        most_minutes=draw.choice((270, 300, 300, 330)),
    )


def _day(draw: Random, day: int, starts: int, ends: int, where: tuple[str, list[str]]) -> list[Shift]:
    """A day at the therapist's own site; one in seven is shared with another site, with an hour to get there."""
    home, places = where
    others = [one for one in places if one != home]
    if not others or draw.random() > 1 / 7:
        return [Shift(weekday=day, start=starts, until=ends, site=home)]
    noon = draw.choice((690, 720, 750))
    return [
        Shift(weekday=day, start=starts, until=noon, site=home),
        Shift(weekday=day, start=noon + 60, until=ends, site=draw.choice(others)),
    ]


def _rooms(draw: Random, therapists: tuple[Therapist, ...], places: list[str]) -> tuple[Room, ...]:
    """At each site a little fewer rooms than the most therapists who are there on one day; one has a late start."""
    rooms = []
    for place in places:
        by_day = [
            sum(any((s.weekday, s.site) == (day, place) for s in one.shifts) for one in therapists)
            for day in range(5)
        ]
        number = max(1, round(0.85 * max(by_day)))
        rooms += [_room(draw, place, at) for at in range(number)]
    return tuple(rooms)


def _room(draw: Random, place: str, at: int) -> Room:
    has = {0: {"swing", "hoist"}, 1: {"quiet", "kitchen"}, 2: {"swing"}, 3: {"quiet"}}.get(at % 6, set())
    late = tuple(Span(weekday=day, start=600, until=1140) for day in range(5))
    return Room(
        id=f"{place}-R{at}",
        site=place,
        name=f"Room {at + 1}",
        features=frozenset(has),
        open=late if at % 6 == 5 and draw.random() < 0.5 else (),
    )


def _travel(draw: Random, places: list[str], schools: list[str]) -> tuple[Travel, ...]:
    between = [
        Travel(a=a, b=b, minutes=draw.randint(15, 55))
        for at, a in enumerate(places)
        for b in places[at + 1 :]
    ]
    near = [Travel(a=place, b=one, minutes=draw.randint(5, 40)) for place in places for one in schools]
    return (*between, *near)


def _children(
    draw: Random, number: int, places: list[str], schools: list[str], therapists: tuple[Therapist, ...]
) -> tuple[Child, ...]:
    children: list[Child] = []
    while len(children) < number:
        family = f"F{len(children):04}" if draw.random() < 0.05 and len(children) + 1 < number else ""
        drives = tuple(Drive(site=one, minutes=draw.randint(5, 50)) for one in places)
        for _ in range(2 if family else 1):
            children.append(_child(draw, len(children), family, drives, (schools, therapists)))
    return tuple(children)


def _child(
    draw: Random,
    at: int,
    family: str,
    drives: tuple[Drive, ...],
    known: tuple[list[str], tuple[Therapist, ...]],
) -> Child:
    schools, therapists = known
    at_school = draw.random() < 0.68
    way = draw.choices((Way.ROOM, Way.AWAY, Way.VIDEO), (90, 6 if at_school and not family else 0, 4))[0]
    skills = _some(draw, SKILLS, 1, 2)
    nearest = min(drives, key=lambda one: one.minutes).site
    return Child(
        id=f"C{at:04}",
        name=f"Child {at}",
        minutes=draw.choice(_LENGTHS),
        sessions=2 if draw.random() < 0.3 else 1,
        family=family,
        urgency=draw.choices(tuple(Urgency), (2, 6, 2))[0],
        waiting_weeks=draw.choice((0, 0, 0, 2, 5, 9, 14, 20, 30, 44)),
        way=way,
        at=draw.choice(schools) if way is Way.AWAY else "",
        sites=frozenset({nearest} | {one.site for one in drives if one.minutes <= 35}),
        skills=skills,
        languages=frozenset({draw.choice(LANGUAGES)}) if draw.random() < 0.08 else frozenset(),
        credentials=frozenset({draw.choice(PAPERS)}) if draw.random() < 0.1 else frozenset(),
        features=_features(draw) if way is Way.ROOM else frozenset(),
        windows=_windows(draw, way, at_school=at_school),
        school=_school() if at_school else (),
        drives=drives,
        before=draw.choice([one.id for one in therapists if skills <= one.skills] or [""])
        if draw.random() < 0.55
        else "",
        not_with=frozenset({draw.choice(therapists).id}) if draw.random() < 0.03 else frozenset(),
        after_school_turns=draw.choice((0, 0, 1, 2, 4)) if at_school else 0,
    )


def _features(draw: Random) -> frozenset[str]:
    return frozenset(one for one in FEATURES if draw.random() < _NEEDED[one])


def _school() -> tuple[Span, ...]:
    return tuple(Span(weekday=day, start=_SCHOOL_FROM, until=_SCHOOL_UNTIL) for day in range(5))


def _windows(draw: Random, way: Way, *, at_school: bool) -> tuple[Window, ...]:
    if way is Way.AWAY:
        days = draw.sample(range(5), draw.randint(2, 4))
        return tuple(Window(weekday=day, start=_SCHOOL_FROM, until=_SCHOOL_UNTIL) for day in sorted(days))
    return _of_school_child(draw) if at_school else _of_small_child(draw)


def _of_school_child(draw: Random) -> tuple[Window, ...]:
    """After school on most days, liked best on one or two; some school hours on a few days; a club or two."""
    after = sorted(draw.sample(range(5), draw.randint(2, 5)))
    liked = set(draw.sample(after, min(len(after), draw.choice((0, 1, 1, 2)))))
    hours = sorted(draw.sample(range(5), draw.choice((0, 1, 2, 3))))
    ends = draw.choice((1020, 1050, 1080, 1110))
    windows = [
        Window(
            weekday=day,
            start=_SCHOOL_UNTIL,
            until=ends,
            kind=WindowKind.PREFER if day in liked else WindowKind.COULD,
        )
        for day in after
    ]
    windows += [Window(weekday=day, start=480, until=draw.choice((600, 720, 915))) for day in hours]
    if draw.random() < 0.2:
        windows.append(Window(weekday=after[0], start=960, until=1020, kind=WindowKind.COULD_NOT))
    return tuple(windows)


def _of_small_child(draw: Random) -> tuple[Window, ...]:
    """Much of the day on most days, mornings liked best on some; a nap in the way of some."""
    days = sorted(draw.sample(range(5), draw.randint(3, 5)))
    windows = [Window(weekday=day, start=510, until=draw.choice((750, 900, 1020, 1080))) for day in days]
    liked = draw.sample(days, draw.randint(0, 2))
    windows += [Window(weekday=day, start=540, until=720, kind=WindowKind.PREFER) for day in sorted(liked)]
    if draw.random() < 0.35:
        windows += [Window(weekday=day, start=765, until=855, kind=WindowKind.COULD_NOT) for day in days]
    return tuple(windows)
