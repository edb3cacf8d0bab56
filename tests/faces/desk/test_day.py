"""The list of one day: who comes when, to whom and where; no clinical word."""

from django.urls import reverse

from tests.faces.desk.building import booked

DAY = reverse("desk:day")


def test_the_day_in_the_order_of_its_times(cast, sign_in):
    booked(cast, hours=5, therapist=cast.tom)
    booked(cast, hours=2)
    booked(cast, hours=26)
    page = sign_in(cast.maria).get(DAY).content.decode()
    assert "Monday 23 November" in page
    assert page.count("Idris Osman") == 2
    assert page.index("10:00") < page.index("13:00")
    later = sign_in(cast.maria).get(DAY, {"on": "2026-11-24"}).content.decode()
    assert later.count("Idris Osman") == 1
    assert "Monday 23 November" in sign_in(cast.maria).get(DAY, {"on": "yesterday"}).content.decode()


def test_another_clinic_and_a_family_see_nobody(cast, sign_in):
    booked(cast)
    assert "Idris" not in sign_in(cast.other_therapist).get(DAY).content.decode()
    assert sign_in(cast.samira).get(DAY).status_code == 404


def test_only_those_who_may_move_a_visit_get_a_link(cast, sign_in):
    link = reverse("desk:visit", args=[cast.idris, booked(cast).uuid])
    assert link in sign_in(cast.maria).get(DAY).content.decode()
    assert link not in sign_in(cast.tom).get(DAY).content.decode()
