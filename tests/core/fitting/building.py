"""Small clinics and families to fit times for."""

from datetime import date, timedelta

from hypothesis import strategies as st

from alongside.core.fitting import Family, Free, Need, Said, School, Sitting, Wish

MONDAY = date(2026, 11, 30)
NEED = Need(minutes=45, count=4, from_on=MONDAY, until_on=MONDAY + timedelta(weeks=12))
SCHOOL = School(starts=8 * 60 + 45, ends=15 * 60 + 15)


def clock(words: str) -> int:
    """ "15:45" as a minute of the day."""
    hour, minute = words.split(":")
    return int(hour) * 60 + int(minute)


def weekly(
    weekday: int,
    at: str,
    *,
    therapist: int = 1,
    room: int | None = 7,
    site: int | None = None,
    weeks: int = 12,
) -> list[Free]:
    """The same time free in every week."""
    first = MONDAY + timedelta(days=weekday)
    days = [first + timedelta(weeks=week) for week in range(weeks)]
    return [Free(therapist=therapist, room=room, site=site, on=day, minute=clock(at)) for day in days]


def wish(weekday: int, starts: str, ends: str, said: Said = Said.COULD, home: int | None = None) -> Wish:
    """A window of the week."""
    return Wish(weekday=weekday, starts=clock(starts), ends=clock(ends), said=said, home=home)


_MINUTES = st.integers(6, 19).flatmap(
    lambda hour: st.sampled_from([hour * 60, hour * 60 + 15, hour * 60 + 30])
)
_DAYS = st.integers(0, 70).map(lambda days: MONDAY + timedelta(days=days))


@st.composite
def _wishes(draw: st.DrawFn) -> Wish:
    starts = draw(_MINUTES)
    ends = starts + draw(st.sampled_from([30, 60, 180, 400]))
    weekday, said = draw(st.integers(0, 4)), draw(st.sampled_from(list(Said)))
    return Wish(
        weekday=weekday, starts=starts, ends=ends, said=said, home=draw(st.sampled_from([None, 1, 2]))
    )


FREE = st.lists(
    st.builds(
        Free,
        therapist=st.integers(1, 2),
        room=st.sampled_from([None, 1, 2]),
        site=st.sampled_from([None, 5]),
        on=_DAYS,
        minute=_MINUTES,
    ),
    max_size=120,
)
FAMILIES = st.builds(
    Family,
    wishes=st.lists(_wishes(), max_size=6).map(tuple),
    school=st.none() | st.builds(School, starts=st.just(525), ends=st.just(915), off=st.frozensets(_DAYS)),
    therapists=st.frozensets(st.integers(1, 2)),
    site=st.sampled_from([None, 5]),
    siblings=st.lists(
        st.builds(Sitting, on=_DAYS, starts=_MINUTES, ends=_MINUTES.map(lambda minute: minute + 400)),
        max_size=3,
    ).map(tuple),
)
NEEDS = st.builds(
    Need,
    minutes=st.sampled_from([15, 45, 90]),
    count=st.integers(1, 4),
    from_on=st.just(MONDAY),
    until_on=st.just(MONDAY + timedelta(days=75)),
    every=st.integers(1, 2),
    gaps=st.integers(0, 2),
    buffer=st.sampled_from([0, 10]),
)
CLOSED = st.frozensets(_DAYS, max_size=8)
