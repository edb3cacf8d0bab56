"""Chips of the week and the windows they mean."""

from hypothesis import given
from hypothesis import strategies as st

from alongside.core.day_parts import (
    WEEKDAYS,
    DayPart,
    Hours,
    chips_of,
    days_that_never_go,
    free_from,
    spans_of,
)
from alongside.core.fitting import Said, Wish

HOURS = Hours(school_from=525, school_until=915)
CELLS = st.frozensets(st.tuples(st.sampled_from(DayPart), st.sampled_from(WEEKDAYS)))


def _wishes(spans, said=Said.COULD):
    return [Wish(weekday=day, starts=starts, ends=ends, said=said) for day, starts, ends in spans]


def test_after_school_any_day_but_wednesday():
    cells = {(DayPart.AFTER_SCHOOL, day) for day in range(5)}
    assert spans_of(cells, {2}, HOURS) == tuple((day, 915, 1050) for day in (0, 1, 3, 4))


def test_neighbours_become_one_window():
    cells = {(DayPart.AFTER_SCHOOL, 0), (DayPart.EVENING, 0), (DayPart.MORNING, 0)}
    assert spans_of(cells, (), HOURS) == ((0, 525, 720), (0, 915, 1200))


def test_a_family_that_is_free_later_is_asked_from_then_on():
    hours = Hours(school_from=525, school_until=915, free_from=945)
    spans = spans_of({(DayPart.AFTER_SCHOOL, 3)}, (), hours)
    assert spans == ((3, 945, 1050),)
    assert free_from(_wishes(spans), 915) == 945
    assert free_from(_wishes([(3, 915, 1050)]), 915) is None


@given(CELLS, CELLS, st.sampled_from([None, 930, 990]))
def test_what_was_kept_comes_back_as_the_same_chips(could, best, later):
    hours = Hours(school_from=525, school_until=915, free_from=later)
    wishes = [*_wishes(spans_of(could, (), hours)), *_wishes(spans_of(best, (), hours), Said.PREFER)]
    chips = chips_of(wishes, HOURS)
    assert (chips.could, chips.best, chips.never, chips.others) == (could, best, (), ())


CLOCKS = st.sampled_from([0, 420, 525, 700, 720, 915, 930, 1050, 1080, 1200, 1439])
SPANS = st.tuples(st.integers(0, 6), CLOCKS, CLOCKS).filter(lambda span: span[1] < span[2])
SAID = st.lists(st.tuples(SPANS, st.sampled_from(Said)), max_size=8)


@given(SAID)
def test_chips_and_other_times_together_say_every_minute_that_was_kept_and_no_more(said):
    wishes = [wish for span, kind in said for wish in _wishes([span], kind)]
    chips = chips_of(wishes, HOURS)
    hours = Hours(school_from=525, school_until=915, free_from=chips.free_from)
    saved = [
        *_wishes(spans_of(chips.could, chips.never, hours)),
        *_wishes(spans_of(chips.best, chips.never, hours), Said.PREFER),
        *_wishes([(day, 0, 1439) for day in chips.never], Said.COULD_NOT),
        *chips.others,
    ]
    for kind in Said:
        assert _minutes(saved, kind) == _minutes(wishes, kind)


def _minutes(wishes, kind):
    return {
        (one.weekday, minute) for one in wishes if one.said is kind for minute in range(one.starts, one.ends)
    }


def test_a_time_that_is_nearly_a_part_of_the_day_is_kept_to_the_minute():
    late = _wishes([(0, 915, 1080), (2, 915, 1050), (6, 525, 720)])
    chips = chips_of(late, HOURS)
    assert chips.could == {(DayPart.AFTER_SCHOOL, 2)}
    assert chips.others == (late[0], late[2])


@given(CELLS, st.integers(300, 1200), st.integers(300, 1200))
def test_windows_of_a_day_never_touch_nor_end_before_they_start(cells, one, other):
    spans = spans_of(cells, (), Hours(school_from=min(one, other), school_until=max(one, other)))
    for day, starts, ends in spans:
        assert starts < ends
        later = [begin for weekday, begin, _end in spans if weekday == day and begin > starts]
        assert all(begin > ends for begin in later)


def test_a_whole_day_that_never_goes_is_told_from_a_part_of_one():
    never = Wish(weekday=2, starts=0, ends=1439, said=Said.COULD_NOT)
    part = Wish(weekday=3, starts=525, ends=720, said=Said.COULD_NOT)
    assert days_that_never_go([never, part, *_wishes([(4, 0, 1439)])]) == (2,)
