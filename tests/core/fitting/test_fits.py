"""Three times for a family, each with what it costs."""

from dataclasses import replace
from datetime import date, timedelta

from alongside.core.fitting import Cost, CostKind, Family, Said, Sitting, best_fits, regular_times
from tests.core.fitting.building import MONDAY, NEED, SCHOOL, clock, weekly, wish

ANA = Family(
    wishes=(
        *(wish(day, "15:30", "17:30") for day in (0, 1, 3)),
        wish(2, "00:00", "23:59", Said.COULD_NOT),
    ),
    school=SCHOOL,
    therapists=frozenset({1}),
)


def _kinds(costs: tuple[Cost, ...]) -> list[CostKind]:
    return [cost.kind for cost in costs]


def test_a_day_they_named_stands_before_one_they_did_not_and_lessons_come_last() -> None:
    free = [*weekly(1, "15:45"), *weekly(4, "15:45"), *weekly(0, "14:45"), *weekly(2, "15:45")]
    fits = best_fits(regular_times(free, NEED, frozenset()), NEED, ANA)
    assert [(fit.time.weekday, fit.time.minute) for fit in fits] == [
        (1, clock("15:45")),
        (4, clock("15:45")),
        (0, clock("14:45")),
    ]
    assert _kinds(fits[0].costs) == [CostKind.NO_LESSONS_MISSED, CostKind.IN_TIMES]
    assert _kinds(fits[1].costs) == [CostKind.NO_LESSONS_MISSED, CostKind.NOT_A_DAY_NAMED]
    assert Cost(kind=CostKind.MISSES_SCHOOL, n=30) in fits[2].costs
    assert Cost(kind=CostKind.OUTSIDE_TIMES, n=45) in fits[2].costs


def test_closed_days_are_skipped_and_made_up_for() -> None:
    closed = {MONDAY + timedelta(days=8), MONDAY + timedelta(days=15)}
    time = regular_times(weekly(1, "15:45"), NEED, closed)[0]
    tuesday = MONDAY + timedelta(days=1)
    assert time.dates == tuple(tuesday + timedelta(weeks=week) for week in (0, 3, 4, 5))
    assert time.skipped == tuple(sorted(closed))
    assert Cost(kind=CostKind.SKIPS, n=2) in best_fits([time], NEED, ANA)[0].costs


def test_a_time_taken_too_often_begins_later_and_says_so() -> None:
    free = [one for one in weekly(1, "15:45") if (one.on - MONDAY).days // 7 in {0, 4, 5, 6, 7}]
    time = regular_times(free, NEED, frozenset())[0]
    assert (time.dates[0] - MONDAY).days // 7 == 4
    fits = best_fits([time, *regular_times(weekly(3, "15:45"), NEED, frozenset())], NEED, ANA)
    assert Cost(kind=CostKind.STARTS_LATER, n=3) in fits[1].costs


def test_no_week_is_looked_at_where_the_dates_would_end_too_late() -> None:
    class Closed(frozenset[date]):
        asked = 0

        def __contains__(self, day: object) -> bool:
            Closed.asked += 1
            return False

    free = weekly(1, "15:45")
    assert regular_times(free, NEED, Closed())
    assert Closed.asked > 0
    Closed.asked = 0
    too_many = replace(NEED, count=(NEED.until_on - NEED.from_on).days // 7 + 2)
    assert (regular_times(free, too_many, Closed()), Closed.asked) == ((), 0)


def test_one_home_could_where_the_other_could_not() -> None:
    apart = Family(wishes=(wish(1, "15:00", "18:00", Said.COULD_NOT, 1), wish(1, "15:00", "18:00", home=2)))
    times = regular_times(weekly(1, "15:45"), NEED, frozenset())
    assert best_fits(times, NEED, apart)
    assert not best_fits(times, NEED, replace(apart, wishes=apart.wishes[:1]))


def test_nothing_is_said_where_nothing_is_known() -> None:
    times = regular_times(weekly(1, "10:00"), NEED, frozenset())
    assert best_fits(times, NEED, Family())[0].costs == ()


def test_lessons_are_not_missed_in_the_holidays() -> None:
    times = regular_times(weekly(0, "10:00"), NEED, frozenset())
    off = replace(SCHOOL, off=frozenset(times[0].dates))
    assert _kinds(best_fits(times, NEED, Family(school=off))[0].costs) == [CostKind.NO_LESSONS_MISSED]


def test_a_time_beside_the_sister_is_preferred() -> None:
    sister = tuple(
        Sitting(on=MONDAY + timedelta(weeks=week), starts=clock("16:30"), ends=clock("17:15"))
        for week in range(4)
    )
    times = regular_times([*weekly(0, "15:45"), *weekly(1, "15:45")], NEED, frozenset())
    first = best_fits(times, NEED, Family(siblings=sister))[0]
    assert first.time.weekday == 0
    assert first.costs == (Cost(kind=CostKind.SIBLING_NEXT, n=4),)


def test_another_therapist_or_place_is_named_as_such() -> None:
    times = regular_times(weekly(0, "15:45", therapist=2, site=9), NEED, frozenset())
    costs = best_fits(times, NEED, Family(therapists=frozenset({1}), site=8))[0].costs
    assert _kinds(costs) == [CostKind.OTHER_THERAPIST, CostKind.OTHER_PLACE]


def test_a_room_that_is_free_on_every_date_is_taken_before_one_that_is_not() -> None:
    some = [one for one in weekly(1, "15:45", room=3) if one.on != MONDAY + timedelta(days=8)]
    time = regular_times([*some, *weekly(1, "15:45", room=4)], NEED, frozenset())[0]
    assert (time.room, time.not_free) == (4, ())


def test_a_time_that_turns_out_not_to_be_free_gives_way_to_the_next():
    times = regular_times([*weekly(1, "15:45"), *weekly(3, "15:45")], NEED, frozenset())
    fits = best_fits(
        times, NEED, ANA, settle=lambda time: None if time.weekday == 1 else replace(time, room=99)
    )
    assert [(fit.time.weekday, fit.time.room) for fit in fits] == [(3, 99)]
