"""A regular time: this visit, those that follow or all; a pause; going on."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.urls import reverse

from alongside.areas.appointments import actions as booking
from alongside.areas.appointments import queries as appointments
from alongside.areas.waiting import queries as waiting
from alongside.areas.waiting.values import FreedState
from alongside.core.capabilities import Capability
from tests.faces.desk.building import booked, typed


@pytest.fixture
def course(cast):
    """Four Tuesdays at ten."""
    first = cast.at + timedelta(days=1, hours=2)
    return booking.book_series(
        actor=cast.maria.actor,
        child=cast.idris,
        series=uuid4(),
        therapist=cast.hannah.uuid,
        first_on=first.date(),
        local_time=first.time(),
        count=4,
        minutes=45,
        at=cast.at,
    )


@pytest.fixture
def days(cast, opened):
    """Day and hour of every visit still to come."""

    def ahead():
        record = opened(cast.maria, Capability.READ_VISITS)
        return [f"{one.local_start:%d.%H}" for one in appointments.upcoming(record)]

    return ahead


def _to(visit, cast, **more):
    return typed(visit.local_start + timedelta(days=1, hours=1), cast.tom) | more


def test_only_one_moves(cast, sign_in, course, days):
    address = reverse("desk:move", args=[cast.idris, course[1].uuid])
    assert sign_in(cast.maria).post(address, _to(course[1], cast, reach="this")).status_code == 302
    assert days() == ["24.10", "02.11", "08.10", "15.10"]


def test_this_and_those_that_follow_move(cast, sign_in, course, days):
    address = reverse("desk:move", args=[cast.idris, course[1].uuid])
    answer = sign_in(cast.maria).post(address, _to(course[1], cast, reach="following"))
    assert answer.status_code == 302
    assert "undo" not in answer["Location"]
    assert days() == ["24.10", "02.11", "09.11", "16.11"]


def test_all_still_to_come_move(cast, sign_in, course, days):
    address = reverse("desk:move", args=[cast.idris, course[2].uuid])
    assert sign_in(cast.maria).post(address, _to(course[2], cast, reach="all")).status_code == 302
    assert days() == ["25.11", "02.11", "09.11", "16.11"]


@pytest.mark.parametrize(("reach", "left"), [("this", 3), ("following", 1), ("all", 0)])
def test_letting_go_reaches_as_far_as_it_says(cast, sign_in, course, days, reach, left):
    address = reverse("desk:cancel", args=[cast.idris, course[1].uuid])
    client = sign_in(cast.maria)
    for _ in range(2):
        assert client.post(address, {"why": "clinic", "reach": reach}).status_code == 302
    assert len(days()) == left


def test_one_comes_back_from_its_own_page(cast, sign_in, course, days):
    client = sign_in(cast.maria)
    client.post(reverse("desk:cancel", args=[cast.idris, course[1].uuid]), {"why": "clinic"})
    page = client.get(reverse("desk:visit", args=[cast.idris, course[1].uuid])).content.decode()
    assert "Bring it back, if the time is free" in page
    assert client.post(reverse("desk:bring_back", args=[cast.idris, course[1].uuid])).status_code == 302
    assert len(days()) == 4


def test_a_pause_lets_go_what_lies_in_it(cast, sign_in, course, days):
    client, series = sign_in(cast.maria), course[0].series
    page = client.get(reverse("desk:series", args=[cast.idris, series])).content.decode()
    assert "Idris, Tuesday at 10:00" in page
    pause = reverse("desk:pause_series", args=[cast.idris, series])
    assert client.post(pause, {"first": "2026-12-01", "last": "soon"}).status_code == 422
    assert client.post(pause, {"first": "2026-12-01", "last": "2026-12-10"}).status_code == 302
    assert days() == ["24.10", "15.10"]
    assert client.get(reverse("desk:series", args=[cast.idris, series])).content.decode().count("let go") >= 2


def band(client, answer):
    """What the button of the band sends."""
    page = client.get(answer["Location"]).content.decode()
    return {"undo": page.split('name="undo" value="')[1].split('"')[0]}


def test_a_pause_is_taken_back_as_a_whole(cast, sign_in, course, days):
    client, pause = sign_in(cast.maria), reverse("desk:pause_series", args=[cast.idris, course[0].series])
    undo = band(client, client.post(pause, {"first": "2026-12-01", "last": "2026-12-10"}))
    assert days() == ["24.10", "15.10"]
    assert client.post(reverse("desk:undo"), undo).status_code == 302
    assert days() == ["24.10", "01.10", "08.10", "15.10"]
    again = client.post(reverse("desk:undo"), undo, follow=True).content.decode()
    assert "There is nothing to take back any more." in again


def test_an_end_is_taken_back_and_no_family_that_waits_is_asked(cast, sign_in, course, days, clock):
    client = sign_in(cast.maria)
    cancel = reverse("desk:cancel", args=[cast.idris, course[1].uuid])
    undo = band(client, client.post(cancel, {"why": "clinic", "reach": "following"}))
    assert days() == ["24.10"]
    (freed,) = waiting.freed_times(cast.maria.actor, cast.clinic.pk)
    assert (freed.state, freed.weeks) == (FreedState.LOOKING, 3)
    clock.forward(minutes=1)
    assert client.post(reverse("desk:undo"), undo).status_code == 302
    assert days() == ["24.10", "01.10", "08.10", "15.10"]
    (freed,) = waiting.freed_times(cast.maria.actor, cast.clinic.pk)
    assert freed.state is FreedState.STOPPED
    page = client.get(reverse("desk:series", args=[cast.idris, course[0].series])).content.decode()
    assert "let go" not in page.split("</ol>")[0]


def carried(client, name, *parts):
    """What the forms of a page carry of how things were."""
    page = client.get(reverse(f"desk:{name}", args=parts)).content.decode()
    return {"before": page.split('name="before" value="')[1].split('"')[0]}


def test_a_pause_sent_twice_is_taken_back_as_a_whole(cast, sign_in, course, days, clock):
    client, parts = sign_in(cast.maria), [cast.idris, course[0].series]
    form = {"first": "2026-12-01", "last": "2026-12-10"} | carried(client, "series", *parts)
    pause = reverse("desk:pause_series", args=parts)
    clock.forward(minutes=1)
    client.post(pause, form)
    clock.forward(seconds=2)
    undo = band(client, client.post(pause, form))
    assert client.post(reverse("desk:undo"), undo).status_code == 302
    assert days() == ["24.10", "01.10", "08.10", "15.10"]


def test_an_end_sent_twice_is_taken_back_as_a_whole(cast, sign_in, course, days, clock):
    client = sign_in(cast.maria)
    form = {"why": "clinic", "reach": "following"} | carried(client, "visit", cast.idris, course[1].uuid)
    cancel = reverse("desk:cancel", args=[cast.idris, course[1].uuid])
    clock.forward(minutes=1)
    client.post(cancel, form)
    clock.forward(seconds=2)
    undo = band(client, client.post(cancel, form))
    assert client.post(reverse("desk:undo"), undo).status_code == 302
    assert days() == ["24.10", "01.10", "08.10", "15.10"]
    (freed,) = waiting.freed_times(cast.maria.actor, cast.clinic.pk)
    assert freed.state is FreedState.STOPPED
    extend = reverse("desk:extend_series", args=[cast.idris, course[0].series])
    assert client.post(extend, {"more": "1", "seen": "4"}).status_code == 302


def test_all_still_to_come_end_twice_from_the_page_of_one_that_is_over(cast, sign_in, course, days, clock):
    clock.forward(days=2)
    client = sign_in(cast.maria)
    form = {"why": "clinic", "reach": "all"} | carried(client, "visit", cast.idris, course[0].uuid)
    cancel = reverse("desk:cancel", args=[cast.idris, course[0].uuid])
    clock.forward(minutes=1)
    client.post(cancel, form)
    assert days() == ["24.10"]
    clock.forward(seconds=2)
    undo = band(client, client.post(cancel, form))
    assert client.post(reverse("desk:undo"), undo).status_code == 302
    assert days() == ["24.10", "01.10", "08.10", "15.10"]


def test_what_was_let_go_before_the_page_was_shown_is_not_taken_back(cast, sign_in, course, clock):
    client, parts = sign_in(cast.maria), [cast.idris, course[0].series]
    pause, days_off = reverse("desk:pause_series", args=parts), {"first": "2026-12-01", "last": "2026-12-10"}
    client.post(pause, days_off)
    clock.forward(minutes=1)
    for form in ({}, {"before": "forged"}, carried(client, "series", *parts)):
        assert "undo" not in client.post(pause, days_off | form)["Location"]


def test_an_end_whose_time_was_given_away_stays(cast, sign_in, course, days):
    client = sign_in(cast.maria)
    cancel = reverse("desk:cancel", args=[cast.idris, course[1].uuid])
    undo = band(client, client.post(cancel, {"why": "clinic", "reach": "following"}))
    booked(cast, hours=26 + 14 * 24)
    answer = client.post(reverse("desk:undo"), undo, follow=True).content.decode()
    assert "has another visit on" in answer
    assert days() == ["24.10", "08.10"]


def test_a_regular_time_goes_on(cast, sign_in, course, days):
    client, extend = sign_in(cast.maria), reverse("desk:extend_series", args=[cast.idris, course[0].series])
    series = client.get(reverse("desk:series", args=[cast.idris, course[0].series])).content.decode()
    assert '<input type="hidden" name="seen" value="4">' in series
    assert client.post(extend, {"more": "0", "seen": "4"}).status_code == 422
    for seen in ("", "x", "-1"):
        assert "as it stands now" in client.post(extend, {"more": "2", "seen": seen}).content.decode()
    for _twice in range(2):
        assert client.post(extend, {"more": "2", "seen": "4"}).status_code == 302
    assert days()[4:] == ["22.10", "29.10"]


def test_another_childs_regular_time_is_not_here(cast, sign_in, course):
    for name in ("series", "pause_series", "extend_series"):
        address = reverse(f"desk:{name}", args=[cast.idris, uuid4()])
        form = {"first": "2026-12-01", "last": "2026-12-02", "more": "1"}
        client = sign_in(cast.maria)
        answer = client.get(address) if name == "series" else client.post(address, form)
        assert answer.status_code == 404
