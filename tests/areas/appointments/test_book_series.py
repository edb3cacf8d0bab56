"""Booking a weekly series: all of it, or nothing."""

from datetime import UTC, date, datetime, time

import pytest

from alongside.areas.appointments import actions as appointments
from alongside.areas.appointments import queries
from alongside.areas.appointments.actions import SlotTaken
from alongside.areas.appointments.models import Series, Visit, VisitCell
from alongside.core.capabilities import Capability
from alongside.core.recurrence import BadCount
from alongside.core.refusals import InvalidInput, NotFound


@pytest.fixture
def book_series(cast, new_uuid):
    def booked(**given):
        wanted = {
            "actor": cast.maria.actor,
            "child": cast.idris,
            "series": new_uuid(),
            "therapist": cast.hannah.uuid,
            "first_on": date(2026, 11, 26),
            "local_time": time(15, 45),
            "count": 12,
            "minutes": 45,
            "at": cast.at,
        }
        return appointments.book_series(**(wanted | given))

    return booked


def test_a_series_is_numbered_and_keeps_its_wall_time(cast, opened, book_series):
    made = book_series()
    assert [(visit.number, visit.of) for visit in made] == [(number, 12) for number in range(1, 13)]
    assert {visit.local_start.time() for visit in made} == {time(15, 45)}
    assert len(queries.visits_of(opened(cast.samira, Capability.READ_VISITS))) == 12


def test_the_wall_time_stays_when_the_clocks_change(book_series):
    made = book_series(first_on=date(2027, 3, 18), count=3)
    assert [visit.starts_at.hour for visit in made] == [15, 15, 14]
    assert [visit.local_start.time() for visit in made] == [time(15, 45)] * 3


def test_all_or_nothing_and_the_clashes_are_listed(book, book_series, sibling):
    book(child=sibling, starts_at=datetime(2026, 12, 3, 15, 30, tzinfo=UTC))
    book(child=sibling, starts_at=datetime(2026, 12, 17, 16, 0, tzinfo=UTC))
    with pytest.raises(SlotTaken) as refused:
        book_series()
    assert "Thursday 3 December, 15:45" in str(refused.value)
    assert "Thursday 17 December, 15:45" in str(refused.value)
    assert [start.day for start in refused.value.starts] == [3, 17]
    assert (Visit.objects.count(), Series.objects.count()) == (2, 0)


def test_the_same_series_twice_is_one_series(cast, book_series, new_uuid):
    uuid = new_uuid()
    assert book_series(series=uuid) == book_series(series=uuid)
    assert (Visit.objects.count(), VisitCell.objects.count()) == (12, 12 * 27)
    with pytest.raises(NotFound):
        book_series(series=uuid, actor=cast.hannah.actor)


def test_a_series_has_bounds(book_series):
    for given, refusal in [
        ({"count": 0}, BadCount),
        ({"count": 53}, BadCount),
        ({"first_on": date(2030, 1, 3)}, InvalidInput),
    ]:
        with pytest.raises(refusal):
            book_series(**given)
    assert Series.objects.count() == 0


def test_a_year_of_visits_takes_few_statements(book_series, django_assert_max_num_queries):
    with django_assert_max_num_queries(30):
        book_series(count=52)
