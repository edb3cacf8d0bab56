"""What got in the way becomes a pattern after three days of one kind, and speaks about the plan alone."""

from collections.abc import Iterable
from datetime import date, timedelta
from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from alongside.core.barriers import (
    BARRIER_LABELS,
    LEAST_DAYS,
    LOOK_BACK,
    REPAIRS,
    Barrier,
    Days,
    Pattern,
    Repair,
    Told,
    days_of,
    patterns,
)
from alongside.core.routines import Part

SOCKS, TOAST = UUID(int=1), UUID(int=2)
FRIDAY = date(2026, 11, 20)


def told(
    day: date, barrier: Barrier = Barrier.NO_TIME, part: Part = Part.MORNING, idea: UUID = SOCKS
) -> Told:
    return Told(idea=idea, part=part, day=day, barrier=barrier)


def november(*days: int) -> list[Told]:
    return [told(date(2026, 11, day)) for day in days]


def test_three_school_mornings_without_time_are_a_pattern_with_one_repair() -> None:
    (found,) = patterns(november(9, 12, 19), FRIDAY)
    assert (found.head, found.why) == ("Mornings fail on school days", "No time")
    assert (found.times, found.since, found.repair) == (3, date(2026, 11, 9), Repair.MOVE)


def test_two_days_are_none_nor_are_three_of_different_kinds() -> None:
    assert patterns(november(9, 12), FRIDAY) == ()
    assert patterns(november(12, 13, 14), FRIDAY) == ()
    assert patterns([*november(9, 12), told(FRIDAY, Barrier.TIRED)], FRIDAY) == ()


def test_what_lies_more_than_a_fortnight_back_has_faded() -> None:
    (kept,) = patterns(november(9, 12, 19), date(2026, 11, 22))
    assert kept.times == 3
    assert patterns(november(9, 12, 19), date(2026, 11, 23)) == ()


def test_one_morning_counts_once_however_many_ideas_and_grownups_speak_of_it() -> None:
    one_morning = [told(FRIDAY), told(FRIDAY), told(FRIDAY, idea=TOAST)]
    assert patterns(one_morning, FRIDAY) == ()
    (found,) = patterns([*one_morning, told(date(2026, 11, 18), idea=TOAST), *november(19)], FRIDAY)
    assert (found.times, found.ideas) == (3, (SOCKS, TOAST))


def test_a_morning_on_which_it_happened_after_all_is_none_that_failed() -> None:
    mornings = november(9, 12, 18, 19)
    (found,) = patterns(mornings, FRIDAY, {(SOCKS, date(2026, 11, 18)), (TOAST, date(2026, 11, 12))})
    assert found.times == 3
    assert patterns(mornings, FRIDAY, {(SOCKS, date(2026, 11, day)) for day in (18, 19)}) == ()


def test_weekends_are_their_own_kind_of_day() -> None:
    (found,) = patterns(november(8, 14, 15), FRIDAY)
    assert (found.days, found.head) == (Days.WEEKEND, "Mornings fail at weekends")


def test_every_barrier_has_a_label_and_a_repair_and_every_pattern_a_sentence() -> None:
    assert set(BARRIER_LABELS) == set(REPAIRS) == set(Barrier)
    heads = {
        Pattern(part=part, days=days, barrier=Barrier.TIRED, times=3, since=FRIDAY, ideas=(SOCKS,)).head
        for part in Part
        for days in Days
    }
    assert len(heads) == len(Part) * len(Days)
    assert not any("%" in head for head in heads)


_TOLD = st.builds(
    Told,
    idea=st.sampled_from([SOCKS, TOAST]),
    part=st.sampled_from(Part),
    day=st.dates(FRIDAY - timedelta(days=20), FRIDAY + timedelta(days=3)),
    barrier=st.sampled_from(Barrier),
)


def counted_by_hand(rows: Iterable[Told], one: Pattern) -> set[date]:
    return {
        row.day
        for row in rows
        if (row.part, row.barrier, days_of(row.day)) == (one.part, one.barrier, one.days)
        and FRIDAY - LOOK_BACK < row.day <= FRIDAY
    }


@given(st.lists(_TOLD, max_size=40))
def test_a_pattern_counts_the_days_that_were_told_and_no_others(rows: list[Told]) -> None:
    for one in patterns(rows, FRIDAY):
        days = counted_by_hand(rows, one)
        assert (one.times, one.since) == (len(days), min(days))
        assert one.times >= LEAST_DAYS
        assert set(one.ideas) <= {row.idea for row in rows}


@given(st.lists(_TOLD, max_size=40), st.randoms())
def test_neither_order_nor_telling_twice_changes_anything(rows: list[Told], dice) -> None:
    shuffled = [*rows, *rows]
    dice.shuffle(shuffled)
    assert patterns(shuffled, FRIDAY) == patterns(rows, FRIDAY)


@given(st.lists(_TOLD, max_size=40), _TOLD)
def test_telling_more_never_takes_a_pattern_away(rows: list[Told], more: Told) -> None:
    before = {(one.part, one.days, one.barrier): one.times for one in patterns(rows, FRIDAY)}
    after = {(one.part, one.days, one.barrier): one.times for one in patterns([*rows, more], FRIDAY)}
    assert all(after[key] >= times for key, times in before.items())
