"""What the clinic offers, on the phone: one tap takes a time, none of them is fine, and no home reads the other's."""

from datetime import time, timedelta
from html import unescape
from uuid import uuid4

import pytest

from alongside.areas.appointments import actions as appointments
from alongside.areas.appointments import queries as visits
from alongside.areas.circle.gate import open_child
from alongside.areas.diary import actions as diary
from alongside.areas.diary.values import WindowKind
from alongside.areas.diary.values.windows import WindowDraft
from alongside.areas.waiting import actions as waiting
from alongside.areas.waiting import queries as offers
from alongside.areas.waiting.queries.fits import Wanted, best_three
from alongside.areas.waiting.values import OfferState
from alongside.core.capabilities import Capability
from tests.areas.story.drawing import two_homes


def could(*days):
    return [
        WindowDraft(weekday=day, from_time=time(15, 30), until_time=time(17, 30), kind=WindowKind.COULD)
        for day in days
    ]


@pytest.fixture
def look(cast):
    """A record as somebody of the cast may read it."""

    def looked(player, at=None):
        return open_child(player.actor, cast.idris, Capability.READ_VISITS, at or cast.at, doing="tests.look")

    return looked


@pytest.fixture
def offered(cast, look):
    """Three times with Hannah, as the desk offers them."""
    fits = best_three(look(cast.maria), Wanted(count=4, therapist=cast.hannah.uuid))
    return waiting.offer_times(
        actor=cast.maria.actor,
        child=cast.idris,
        offer=uuid4(),
        options=[fit.option(uuid4()) for fit in fits],
        at=cast.at,
    )


def words(client, address):
    return unescape(client.get(address).content.decode())


def test_three_cards_and_one_tap(cast, samira, url, offered, look):
    html = words(samira, url("visits"))
    assert "The clinic holds times for you" in html
    html = words(samira, url("offer", offer=offered.uuid))
    assert html.count("Take this one") == 3
    assert f"We hold this for you until {offered.local_until:%A %-d %B}" in html
    second = offered.times[1]
    answer = samira.post(url("take_offer", offer=offered.uuid), {"time": str(second.uuid)}, follow=True)
    assert "It is yours." in answer.content.decode()
    booked = visits.upcoming(look(cast.samira))
    assert len(booked) == 4
    assert booked[0].starts_at == second.starts_at
    html = words(samira, url("offer", offer=offered.uuid))
    assert "This is your time" in html
    assert html.count('<li class="card') == 1
    assert "Take this one" not in html


def test_a_family_without_a_visit_meets_the_offer_on_today_until_it_is_answered(samira, url, offered):
    assert url("offer", offer=offered.uuid) in words(samira, url("today"))
    samira.post(url("decline_offer", offer=offered.uuid), {"words": ""})
    assert "holds times" not in words(samira, url("today"))


def test_none_of_these_keeps_the_words_and_frees_the_times(cast, samira, url, offered, look):
    sent = {"words": "Mornings would be easier."}
    assert samira.post(url("decline_offer", offer=offered.uuid), sent).status_code == 302
    seen = offers.offer(look(cast.maria), offered.uuid)
    assert (seen.state, seen.words) == (OfferState.DECLINED, "Mornings would be easier.")
    html = words(samira, url("offer", offer=offered.uuid))
    assert "You keep your place" in html
    assert "Take this one" not in html


def test_an_answer_that_came_too_late_says_so_without_blame(cast, samira, url, offered):
    waiting.withdraw_offer(actor=cast.maria.actor, child=cast.idris, offer=offered.uuid, at=cast.at)
    answer = samira.post(url("take_offer", offer=offered.uuid), {"time": str(offered.times[0].uuid)})
    assert answer.status_code == 422
    html = unescape(answer.content.decode())
    assert "This offer is over" in html
    assert "missed" not in html
    assert "The clinic holds times for you" not in words(samira, url("visits"))


def test_what_is_no_time_of_this_offer_takes_nothing(cast, samira, url, offered):
    take = url("take_offer", offer=offered.uuid)
    assert samira.post(take, {"time": "soon"}).status_code == 422
    assert samira.post(take, {"time": str(uuid4())}).status_code == 404
    long = samira.post(url("decline_offer", offer=offered.uuid), {"words": "x" * 301})
    assert long.status_code == 422
    assert "<details" in long.content.decode()
    assert samira.get(url("offer", offer=uuid4())).status_code == 404


def test_who_is_not_responsible_reads_and_does_not_answer(cast, sign_in, url, offered, restrict):
    grandma = sign_in(cast.grandma)
    html = words(grandma, url("offer", offer=offered.uuid))
    assert "Take this one" not in html
    assert "responsible answers here" in html
    take = {"time": str(offered.times[0].uuid)}
    assert grandma.post(url("take_offer", offer=offered.uuid), take).status_code == 403
    assert sign_in(cast.hannah).post(url("take_offer", offer=offered.uuid), take).status_code == 403
    restrict()
    assert sign_in(cast.karim).get(url("offer", offer=offered.uuid)).status_code == 403
    assert sign_in(cast.other_parent).get(url("offer", offer=offered.uuid)).status_code == 404


def test_a_card_speaks_of_the_readers_own_times_and_never_of_the_other_homes(cast, samira, karim, url, look):
    mums, dads = two_homes(cast)
    for player, home, days in ((cast.samira, mums, (0, 1)), (cast.karim, dads, (3,))):
        diary.keep_windows(actor=player.actor, child=cast.idris, home=home, windows=could(*days), at=cast.at)
    fits = best_three(look(cast.maria), Wanted(count=2, therapist=cast.hannah.uuid))
    assert {fit.local_start.weekday() for fit in fits} == {0, 1, 3}
    seen = waiting.offer_times(
        actor=cast.maria.actor,
        child=cast.idris,
        offer=uuid4(),
        options=[fit.option(uuid4()) for fit in fits],
        at=cast.at,
    )
    for reader, named in ((samira, 2), (karim, 1)):
        html = words(reader, url("offer", offer=seen.uuid))
        assert html.count("A time you named") == named
        assert html.count("Not a day you named") == 3 - named


def test_the_offer_tells_no_place_to_a_restricted_carer(cast, karim, url, restrict, look):
    appointments.add_room(
        actor=cast.olive.actor, clinic=cast.clinic.pk, room=uuid4(), name="Heron Room", at=cast.at
    )
    fits = best_three(look(cast.maria), Wanted(count=2, therapist=cast.hannah.uuid))
    seen = waiting.offer_times(
        actor=cast.maria.actor,
        child=cast.idris,
        offer=uuid4(),
        options=[fits[0].option(uuid4())],
        at=cast.at + timedelta(minutes=1),
    )
    assert "Heron Room" in words(karim, url("offer", offer=seen.uuid))
    restrict(Capability.READ_VISITS)
    html = words(karim, url("offer", offer=seen.uuid))
    assert "Heron Room" not in html
    assert "Take this one" not in html


def test_what_one_parent_answered_is_for_them_and_the_clinic(cast, sign_in, url, offered, look, restrict):
    samira, karim = sign_in(cast.samira), sign_in(cast.karim)
    samira.post(url("decline_offer", offer=offered.uuid), {"words": "We live at 12 Elm Road now."})
    assert "12 Elm Road" in words(samira, url("offer", offer=offered.uuid))
    assert offers.offer(look(cast.maria), offered.uuid).answered_by == "Samira"
    for named in (None, Capability.READ_VISITS):
        if named:
            restrict(named)
        html = words(karim, url("offer", offer=offered.uuid))
        assert "You keep your place" in html
        assert "12 Elm Road" not in html
        assert "Samira" not in html
