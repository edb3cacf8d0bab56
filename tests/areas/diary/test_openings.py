"""Who could work when."""

from datetime import UTC, date, datetime, time, timedelta

import pytest

from alongside.areas.diary import actions as diary
from alongside.areas.diary import queries
from alongside.areas.diary.values import KeptKind
from tests.areas.diary.week import FRIDAY, MONDAY, TUESDAY, as_owner, place, weekly, works

pytestmark = [pytest.mark.django_db, pytest.mark.both_engines]


def free(cast, day, player=None):
    pk = (player or cast.hannah).pk
    found = queries.openings(cast.clinic.pk, (pk,), day, day).of(pk, day)
    return [(one.start, one.end) for one in found]


def test_somebody_who_never_said_works_in_the_usual_week(cast):
    assert free(cast, MONDAY) == [(480, 1080)]
    assert free(cast, date(2026, 11, 28)) == []


def test_a_working_week_takes_over_from_its_first_day_on(cast):
    diary.keep_working_week(
        **as_owner(cast), person=cast.hannah.uuid, from_on=TUESDAY, week=[works(0, 9, 15), works(1, 9, 15)]
    )
    assert free(cast, MONDAY) == [(480, 1080)]
    assert free(cast, TUESDAY) == [(540, 900)]
    assert free(cast, FRIDAY) == []
    assert free(cast, FRIDAY, cast.tom) == [(480, 1080)]


def test_a_place_goes_with_its_time(cast):
    annexe = place(cast, "Annexe", is_base=True)
    school = place(cast, "Hill School")
    week = [works(0, 9, 12), works(0, 13, 16, site=school)]
    diary.keep_working_week(**as_owner(cast), person=cast.hannah.uuid, from_on=MONDAY, week=week)
    found = queries.openings(cast.clinic.pk, (cast.hannah.pk, cast.tom.pk), MONDAY, MONDAY)
    named = {one.pk: one.uuid for one in queries.sites(cast.clinic.pk)}
    assert [named.get(one.site) for one in found.of(cast.hannah.pk, MONDAY)] == [None, school]
    assert [named.get(one.site) for one in found.of(cast.tom.pk, MONDAY)] == [annexe]


def test_lunch_leave_and_closed_days_are_not_free(cast, new_uuid):
    said = as_owner(cast)
    diary.keep_free(**said, kept=new_uuid(), draft=weekly(), person=cast.hannah.uuid)
    diary.take_leave(**said, kept=new_uuid(), person=cast.hannah.uuid, first=TUESDAY, last=TUESDAY)
    diary.close_clinic(**said, kept=new_uuid(), first=FRIDAY, last=FRIDAY, words="Painting the rooms")
    assert free(cast, MONDAY) == [(480, 720), (765, 1080)]
    assert free(cast, TUESDAY) == []
    assert (free(cast, FRIDAY), free(cast, FRIDAY, cast.tom)) == ([], [])
    assert free(cast, MONDAY + timedelta(weeks=1)) == [(480, 720), (765, 1080)]


def test_leave_can_begin_and_end_within_a_day(cast, new_uuid):
    days = {"first": MONDAY, "last": TUESDAY, "from_time": time(14), "until_time": time(10, 30)}
    diary.take_leave(**as_owner(cast), kept=new_uuid(), person=cast.hannah.uuid, **days)
    assert free(cast, MONDAY) == [(480, 840)]
    assert free(cast, TUESDAY) == [(630, 1080)]


def test_a_time_of_the_whole_clinic_is_kept_by_everybody(cast, new_uuid):
    diary.keep_free(
        **as_owner(cast), kept=new_uuid(), draft=weekly(KeptKind.TEAM, start=time(8), end=time(9))
    )
    assert free(cast, MONDAY) == free(cast, MONDAY, cast.tom) == [(540, 1080)]


def test_a_day_of_23_hours_has_no_opening_in_the_skipped_hour(cast):
    sunday = date(2027, 3, 28)
    week = [works(6, time(0, 30), 4)]
    diary.keep_working_week(**as_owner(cast), person=cast.hannah.uuid, from_on=MONDAY, week=week)
    assert free(cast, sunday) == [(30, 60), (120, 240)]
    assert free(cast, sunday + timedelta(weeks=1)) == [(30, 240)]


def test_a_visit_is_open_when_it_lies_within_one_span(cast, new_uuid):
    diary.keep_free(**as_owner(cast), kept=new_uuid(), draft=weekly(), person=cast.hannah.uuid)
    found = queries.openings(cast.clinic.pk, (cast.hannah.pk,), MONDAY, MONDAY)
    at = datetime(2026, 11, 23, 11, 15, tzinfo=UTC)
    assert found.is_open(cast.hannah.pk, at, 45)
    assert not found.is_open(cast.hannah.pk, at, 50)


def test_twenty_therapists_and_a_week_cost_as_many_statements_as_one(cast, django_assert_num_queries):
    many = (cast.hannah.pk, *range(10_000, 10_019))
    for people in (many[:1], many):
        queries.times(cast.maria.actor, cast.clinic, people, MONDAY, FRIDAY)
        with django_assert_num_queries(7):
            queries.times(cast.maria.actor, cast.clinic, people, MONDAY, FRIDAY)
