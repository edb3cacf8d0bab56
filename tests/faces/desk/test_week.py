"""The week: every visit of the clinic in its lane, short names only."""

from datetime import time, timedelta
from uuid import uuid4

import pytest
from django.urls import reverse

from alongside.areas.appointments import actions as booking
from alongside.areas.diary import actions as diary
from alongside.areas.diary.values import KeptKind, WeeklyKeptDraft
from tests.faces.desk.building import booked

WEEK = reverse("desk:week")


def test_a_visit_stands_in_its_therapists_lane_at_its_time(cast, sign_in):
    booked(cast, hours=2)
    booked(cast, hours=30, therapist=cast.tom)
    booked(cast, hours=28)
    page = sign_in(cast.maria).get(WEEK).content.decode()
    assert "Week of 23 November" in page
    assert "slot x0 y8 h0 q3 l1" in page
    assert "slot x2 y4 h0 q3 l2" in page
    assert "Idris" in page
    assert "Idris Osman" not in page


def test_every_therapist_keeps_the_same_lane_on_every_day(cast, sign_in):
    booked(cast, hours=2, therapist=cast.tom)
    page = sign_in(cast.maria).get(WEEK).content.decode()
    assert "slot x0 y8 h0 q3 l2" in page
    assert "Hannah, Tom" in page


def test_a_free_time_opens_booking_with_the_time_filled_in(cast, sign_in):
    booked(cast, hours=2)
    page = sign_in(cast.maria).get(WEEK).content.decode()
    book = reverse("desk:book_time")
    assert f"{book}?therapist={cast.hannah.uuid}&amp;starts=2026-11-23T09:00" in page
    assert f"{cast.hannah.uuid}&amp;starts=2026-11-23T10:00" not in page
    assert "2026-11-28T" not in page
    before = sign_in(cast.maria).get(WEEK, {"week": "2026-11-16"}).content.decode()
    assert f"{book}?therapist=" not in before


def test_kept_times_and_the_school_day_are_drawn(cast, sign_in):
    draft = WeeklyKeptDraft(
        kind=KeptKind.NOTES,
        weekday=0,
        from_time=time(12, 15),
        until_time=time(13),
        first=cast.at.date(),
        words="Letter to Rosa",
    )
    diary.keep_free(
        actor=cast.hannah.actor,
        clinic=cast.clinic.pk,
        kept=uuid4(),
        draft=draft,
        person=cast.hannah.uuid,
        at=cast.at,
    )
    page = sign_in(cast.maria).get(WEEK).content.decode()
    assert 'slot x1 y7 h0 q3 l1" data-k="free"' in page
    assert "Letter to Rosa" not in page
    assert "Letter to Rosa" in sign_in(cast.hannah).get(WEEK).content.decode()
    assert '<li class="sch x0 y3 h2 q6 l1"' in page
    assert "Shaded hours are the school day" in page


def test_the_week_by_room_and_by_child(cast, sign_in):
    room = booking.add_room(
        actor=cast.olive.actor, clinic=cast.clinic.pk, room=uuid4(), name="Kingfisher", at=cast.at
    )
    visit = booked(cast, hours=2, room=room.uuid)
    booked(cast, hours=5)
    client, link = sign_in(cast.maria), reverse("desk:visit", args=[cast.idris, visit.uuid])
    by_room = client.get(WEEK, {"by": "room"}).content.decode()
    assert "Kingfisher" in by_room
    assert by_room.count('class="num">') == 1
    found = client.get(WEEK, {"by": "child", "q": "id"}).content.decode()
    assert f"who={cast.idris}" in found
    by_child = client.get(WEEK, {"by": "child", "who": str(cast.idris)}).content.decode()
    assert link in by_child
    assert by_child.count('class="num">') == 2
    assert client.get(WEEK, {"by": "child", "who": str(cast.rosa)}).status_code == 404


def test_a_free_time_leads_to_a_family_and_the_family_to_the_filled_form(cast, sign_in):
    client = sign_in(cast.maria)
    asked = {"therapist": str(cast.tom.uuid), "starts": "2026-11-24T13:15", "q": "i"}
    page = client.get(reverse("desk:book_time"), asked).content.decode()
    assert "Tuesday 24 November, 13:15, Tom Adeyemi" in page
    assert "Type two letters" in page
    page = client.get(reverse("desk:book_time"), asked | {"q": "idr"}).content.decode()
    address = f"{reverse('desk:book', args=[cast.idris])}?starts=2026-11-24T13%3A15"
    assert address in page
    form = client.get(reverse("desk:book", args=[cast.idris]), asked).content.decode()
    assert f'<option value="{cast.tom.uuid}" selected>' in form
    assert 'value="2026-11-24"' in form
    assert 'value="13:15"' in form
    typed = client.get(reverse("desk:book_time"), {"q": "idr"}, headers={"HX-Request": "true"})
    assert typed.content.decode().startswith('<section id="found"')


@pytest.mark.parametrize(
    "nonsense", ["therapist=x", "starts=later", "minutes=999", "starts=2026-02-31T10:00"]
)
def test_a_time_that_makes_no_sense_is_left_aside(cast, sign_in, nonsense):
    assert sign_in(cast.maria).get(f"{reverse('desk:book_time')}?{nonsense}").status_code == 200
    assert sign_in(cast.maria).get(f"{reverse('desk:book', args=[cast.idris])}?{nonsense}").status_code == 200


def test_a_therapist_finds_every_child_and_books_for_the_own(cast, sign_in):
    asked = {"q": "idr"}
    own = sign_in(cast.hannah).get(reverse("desk:book_time"), asked).content.decode()
    assert reverse("desk:book", args=[cast.idris]) in own
    other = sign_in(cast.tom).get(reverse("desk:book_time"), asked).content.decode()
    assert "Idris Osman" in other
    assert reverse("desk:book", args=[cast.idris]) not in other


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
    assert "slot x0 y0 h0 q3 l1" in page
    assert "slot x3 y6 h0 q3 l1" in page
    assert "slot x6 y4 h0 q3 l1" in page
    assert ">6:00</li>" in page
    assert ">22:00</li>" in page
    assert ">23:00<" not in page


def test_a_day_away_ends_with_the_grid(cast, sign_in):
    monday = cast.at.date()
    diary.take_leave(
        actor=cast.hannah.actor,
        clinic=cast.clinic.pk,
        kept=uuid4(),
        person=cast.hannah.uuid,
        first=monday,
        last=monday,
        at=cast.at,
    )
    page = sign_in(cast.maria).get(WEEK).content.decode()
    assert 'slot x0 y0 h4 q4 l1" data-k="free"' in page
    assert ">19:00</li>" not in page


def test_a_sunday_night_leaves_the_week_as_it_is(cast, sign_in):
    booked(cast, hours=7)
    booked(cast, hours=6 * 24 - 5)
    page = sign_in(cast.maria).get(WEEK).content.decode()
    assert "slot x2 y8 h0 q3 l1" in page
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


def test_two_lanes_stand_beside_the_panel_and_more_take_the_whole_width(cast, sign_in):
    for name in ("Kingfisher", "Larch", "Willow"):
        booking.add_room(actor=cast.olive.actor, clinic=cast.clinic.pk, room=uuid4(), name=name, at=cast.at)
    client, by_room = sign_in(cast.maria), {"by": "room", "week": "2026-11-23"}
    two = client.get(WEEK, by_room).content.decode()
    assert ("wd lanes2" in two, "beside" in two, "Kingfisher, Larch" in two) == (True, True, True)
    assert f'{WEEK}?week=2026-11-23&amp;by=room&amp;pair=1">Willow</a>' in two
    assert f'{WEEK}?week=2026-11-30&amp;by=room&amp;pair=0"' in two
    assert f'{WEEK}?week=2026-11-23&amp;by=room&amp;group=0">More at once</a>' in two
    more = client.get(WEEK, by_room | {"group": "0"}).content.decode()
    assert ("wd lanes3" in more, "beside" in more) == (True, False)
    assert f'{WEEK}?week=2026-11-23&amp;by=room&amp;pair=0">Two at once</a>' in more
    assert "wd lanes1" in client.get(WEEK, by_room | {"pair": "999"}).content.decode()
    without_panel = sign_in(cast.hannah).get(WEEK, by_room).content.decode()
    assert ("wd lanes3" in without_panel, "beside" in without_panel) == (True, False)


def test_a_visit_drawn_short_is_set_tight(cast, sign_in):
    booking.book_visit(
        actor=cast.maria.actor,
        child=cast.idris,
        visit=uuid4(),
        therapist=cast.hannah.uuid,
        room=None,
        starts_at=cast.at + timedelta(hours=2),
        minutes=40,
        at=cast.at,
    )
    booked(cast, hours=4)
    page = sign_in(cast.maria).get(WEEK).content.decode()
    assert "slot x0 y8 h0 q2 l1 short" in page
    assert 'slot x1 y6 h0 q3 l1"' in page


def test_the_key_names_free_times_only_where_some_are(cast, sign_in):
    client = sign_in(cast.maria)
    assert "Free to book" in client.get(WEEK).content.decode()
    assert "Free to book" not in client.get(WEEK, {"week": "2026-11-16"}).content.decode()
