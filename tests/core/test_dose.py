"""Practice per goal: times and minutes, from visits and from home."""

from datetime import date
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alongside.core import dose
from alongside.core.dose import Amount, Practice, Where

SHOES, TOAST = UUID(int=1), UUID(int=2)
MAY = date(2026, 5, 1)


def practice(*goals: UUID, minutes: int | None = 10, where: Where = Where.HOME, day: date = MAY) -> Practice:
    return Practice(goals=frozenset(goals), day=day, where=where, minutes=minutes)


minutes_known = st.one_of(st.none(), st.integers(1, 1440))
practices = st.lists(
    st.builds(
        Practice,
        goals=st.frozensets(st.sampled_from([SHOES, TOAST]), min_size=1),
        day=st.dates(date(2026, 1, 1), date(2026, 12, 31)),
        where=st.sampled_from(Where),
        minutes=minutes_known,
    ),
    max_size=20,
)


def test_visits_and_home_are_counted_apart_and_together() -> None:
    got = dose.dose_of(
        SHOES,
        [
            practice(SHOES, minutes=45, where=Where.SESSION),
            practice(SHOES, minutes=10),
            practice(SHOES, minutes=None),
            practice(TOAST, minutes=99),
        ],
    )
    assert got.session == Amount(times=1, minutes=45)
    assert got.home == Amount(times=2, minutes=10, untimed=1)
    assert got.total == Amount(times=3, minutes=55, untimed=1)


def test_a_practice_of_two_goals_counts_for_both() -> None:
    got = dose.doses([practice(SHOES, TOAST, minutes=20), practice(TOAST, minutes=5)])
    assert {goal: one.total.minutes for goal, one in got.items()} == {SHOES: 20, TOAST: 25}


def test_only_the_days_asked_for_are_counted_both_ends_included() -> None:
    days = [practice(SHOES, day=date(2026, 5, day)) for day in (1, 2, 3, 4)]
    got = dose.dose_of(SHOES, days, first_on=date(2026, 5, 2), last_on=date(2026, 5, 3))
    assert got.total == Amount(times=2, minutes=20)
    assert dose.dose_of(TOAST, days).total == Amount()
    with pytest.raises(dose.DaysTurnedRound):
        dose.dose_of(SHOES, days, first_on=date(2026, 5, 3), last_on=date(2026, 5, 2))


@given(practices)
def test_the_total_is_the_sum_of_its_parts(given_: list[Practice]) -> None:
    for one in dose.doses(given_).values():
        for part in ("times", "minutes", "untimed"):
            parts = getattr(one.session, part) + getattr(one.home, part)
            assert getattr(one.total, part) == parts


@given(practices)
def test_the_order_of_the_days_does_not_matter(given_: list[Practice]) -> None:
    assert dose.doses(given_) == dose.doses(given_[::-1])


@pytest.mark.parametrize("minutes", [0, -5, 1441, 7.5])
def test_minutes_that_cannot_be_are_refused(minutes: int) -> None:
    with pytest.raises(dose.MinutesOutOfRange) as refused:
        practice(SHOES, minutes=minutes)
    assert str(refused.value).endswith(".")


def test_a_dose_holds_no_share_of_anything() -> None:
    assert set(Amount.__dataclass_fields__) == {"times", "minutes", "untimed"}
