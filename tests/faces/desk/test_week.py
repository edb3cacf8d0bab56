"""The week: every visit of the clinic in its lane, short names only."""

import pytest
from django.urls import reverse

from tests.faces.desk.building import booked

WEEK = reverse("desk:week")


def test_a_visit_stands_in_its_therapists_lane_at_its_time(cast, sign_in):
    booked(cast, hours=2)
    booked(cast, hours=30, therapist=cast.tom)
    booked(cast, hours=28)
    page = sign_in(cast.maria).get(WEEK).content.decode()
    assert "Week of 23 November" in page
    assert "slot at8 q3 l1" in page
    assert "slot at24 q3 l2" in page
    assert "Idris" in page
    assert "Idris Osman" not in page


def test_a_day_has_a_lane_only_for_those_who_have_visits_on_it(cast, sign_in):
    booked(cast, hours=2, therapist=cast.tom)
    page = sign_in(cast.maria).get(WEEK).content.decode()
    assert "slot at8 q3 l1" in page
    assert "lanes2" not in page


def test_another_week_is_a_link_away_and_nonsense_shows_this_one(cast, sign_in):
    client = sign_in(cast.maria)
    assert "Week of 30 November" in client.get(WEEK, {"week": "2026-12-02"}).content.decode()
    for nonsense in ("tomorrow", "9999-12-31", "0001-01-01", ""):
        assert "Week of 23 November" in client.get(WEEK, {"week": nonsense}).content.decode()
    assert client.get(WEEK, {"group": "99999"}).status_code == 200


def test_a_visit_outside_the_ordinary_hours_lengthens_the_grid(cast, sign_in):
    booked(cast, hours=-2)
    booked(cast, hours=7)
    booked(cast, hours=14)
    page = sign_in(cast.maria).get(WEEK).content.decode()
    assert "slot at0 q3 l1" in page
    assert "slot at36 q3 l1" in page
    assert "slot at64 q3 l1" in page
    assert ">6:00</li>" in page
    assert ">22:00</li>" in page
    assert ">23:00<" not in page


def test_a_sunday_night_leaves_the_week_as_it_is(cast, sign_in):
    booked(cast, hours=7)
    booked(cast, hours=6 * 24 - 5)
    page = sign_in(cast.maria).get(WEEK).content.decode()
    assert "slot at28 q3 l1" in page
    assert ">8:00<" in page
    assert ">18:00<" in page
    assert ">3:00</li>" not in page


def test_only_those_who_may_move_a_visit_get_a_link(cast, sign_in):
    visit = booked(cast)
    link = reverse("desk:visit", args=[cast.idris, visit.uuid])
    for player in (cast.maria, cast.olive, cast.hannah):
        assert link in sign_in(player).get(WEEK).content.decode()
    assert link not in sign_in(cast.tom).get(WEEK).content.decode()


@pytest.mark.parametrize("who", ["other_therapist", "samira"])
def test_other_clinics_and_families_do_not_see_it(cast, sign_in, who):
    booked(cast)
    answer = sign_in(getattr(cast, who)).get(WEEK)
    assert "Idris" not in answer.content.decode()
