"""Moments: labels, what the log may ask, and how far back a moment may lie."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alongside.core import moments
from alongside.core.instants import TimeWithoutZone
from alongside.core.moments import FirstKind, Help
from alongside.core.words import not_family_words
from tests.core.moments_at_home import MONDAY as FIRST_DAY
from tests.core.moments_at_home import SOCKS, TOAST, moment, weeks_of

AT = datetime(2026, 11, 21, 12, tzinfo=UTC)


def test_every_choice_has_a_label_in_the_family_s_words() -> None:
    tables = [moments.KIND_LABELS, moments.FELT_LABELS, moments.HELP_LABELS, moments.FIT_LABELS]
    kinds = [moments.Kind, moments.Felt, moments.Help, moments.Fit]
    assert [set(table) for table in tables] == [set(kind) for kind in kinds]
    assert not any(not_family_words(label) for table in tables for label in table.values())
    assert [moments.help_rank(level) for level in Help] == [0, 1, 2, 3, 4]


def test_not_today_has_no_outcome_even_if_help_was_sent_along() -> None:
    not_today = moments.Moment(
        uuid=SOCKS,
        placement=SOCKS,
        happened_at=AT,
        day=AT.date(),
        kind=moments.Kind.NOT_TODAY,
        help=Help.BY_SELF,
    )
    assert not_today.rank is None
    assert moment(AT.date(), "S").rank == 4


def test_the_first_time_without_help_is_asked_once_and_never_declared() -> None:
    asked = moments.first_without_help(weeks_of(["LLN?lLS", "SLS"]))
    assert [first.what for first in asked] == [FirstKind.WITH_LESS_HELP, FirstKind.WITHOUT_HELP]
    assert [first.day.isoweekday() for first in asked] == [5, 7]
    assert all(first.ask.text.endswith("?") for first in asked)


def test_a_child_who_starts_by_self_is_not_asked_about_it() -> None:
    assert moments.first_without_help(weeks_of(["SSS"])) == ()
    assert moments.first_without_help([]) == ()


def test_each_idea_has_its_own_first_times_whatever_order_moments_arrive_in() -> None:
    mixed = [
        moment(FIRST_DAY, "S", TOAST, 2),
        moment(FIRST_DAY, "S", SOCKS, 1),
        moment(FIRST_DAY, "L", SOCKS, 0),
    ]
    (only,) = moments.first_without_help(mixed)
    assert only.placement == SOCKS
    assert only.moment == mixed[1].uuid


@given(st.text("FLlrS?N–", max_size=40))
def test_at_most_four_questions_and_the_help_never_grows(letters: str) -> None:
    asked = moments.first_without_help(weeks_of([letters]))
    assert len(asked) <= 4
    assert [first.what for first in asked].count(FirstKind.WITHOUT_HELP) <= 1
    assert all(first.what is FirstKind.WITH_LESS_HELP for first in asked[:-1])


@pytest.mark.parametrize("shift", [timedelta(minutes=10), timedelta(0), -timedelta(days=31)])
def test_a_phone_s_clock_may_differ_a_little_and_a_month_may_be_filled_in(shift: timedelta) -> None:
    moments.check_happened_at(AT + shift, AT)


def test_what_has_not_happened_or_lies_too_far_back_is_refused() -> None:
    second = timedelta(seconds=1)
    with pytest.raises(moments.NotYetHappened):
        moments.check_happened_at(AT + timedelta(minutes=10) + second, AT)
    with pytest.raises(moments.TooLongAgo):
        moments.check_happened_at(AT - timedelta(days=31) - second, AT)
    for happened_at, at in [(AT.replace(tzinfo=None), AT), (AT, AT.replace(tzinfo=None))]:
        with pytest.raises(TimeWithoutZone):
            moments.check_happened_at(happened_at, at)
