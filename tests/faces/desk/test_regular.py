"""A regular time at the desk: three fits with what they cost, offered one by one or together."""

import re
from datetime import time
from html import unescape
from uuid import uuid4

import pytest
from django.urls import reverse

from alongside.areas.circle.gate import open_child
from alongside.areas.diary import actions as diary
from alongside.areas.diary.values import WindowKind
from alongside.areas.diary.values.windows import WindowDraft
from alongside.areas.waiting import queries as offers
from alongside.areas.waiting.values import OfferState
from alongside.core.capabilities import Capability


@pytest.fixture
def maria(sign_in, cast):
    return sign_in(cast.maria)


@pytest.fixture
def windows(cast):
    """After half past three on three days, never on Wednesday."""
    could = [
        WindowDraft(weekday=day, from_time=time(15, 30), until_time=time(17, 30), kind=WindowKind.COULD)
        for day in (0, 1, 3)
    ]
    never = WindowDraft(weekday=2, from_time=time(0), until_time=time(23, 59), kind=WindowKind.COULD_NOT)
    return diary.keep_windows(actor=cast.samira.actor, child=cast.idris, windows=[*could, never], at=cast.at)


def address(cast, name="regular", **parts):
    return reverse(f"desk:{name}", kwargs={"child": cast.idris, **parts})


def look(client, cast, **asked):
    return unescape(client.get(address(cast), asked).content.decode())


def sent(html):
    """What the browser would send of the form with the fits."""
    form = html[html.index("offer/") : html.index("</form>", html.index("offer/"))]
    fields = re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)"', form)
    body = {}
    for name, value in fields:
        body.setdefault(name, []).append(value)
    return body | {"fit": re.findall(r'type="radio" name="fit" value="([^"]*)"', form)}


def open_offer(cast):
    opened = open_child(cast.maria.actor, cast.idris, Capability.READ_VISITS, cast.at, doing="test")
    return offers.open_offer(opened)


def test_three_cards_say_what_each_costs(cast, maria, windows):
    html = look(maria, cast)
    assert "10 visits, 45 minutes, with Hannah" in html
    assert "15:30 to 17:30 on Mon, Tue, Thu. Never Wednesday." in html
    assert html.count('name="fit"') == 3
    assert "Tuesdays, 15:30" in html
    assert html.count("No lessons missed") == 3
    assert "Offer Tuesdays to Idris’s family" in html
    assert "Held for 48 hours" in html
    assert open_offer(cast) is None


def test_one_is_offered_and_held_and_can_be_taken_back(cast, maria, windows):
    body = sent(look(maria, cast, count="4", minutes="45", rhythm="WEEKLY", therapist=str(cast.hannah.uuid)))
    answer = maria.post(address(cast, "offer_fits"), body | {"fit": body["fit"][1], "do": "one"})
    assert answer.status_code == 302
    offer = open_offer(cast)
    assert [time.count for time in offer.times] == [4]
    html = look(maria, cast)
    assert "Offered, and not answered yet" in html
    assert 'name="fit"' not in html
    assert "No lessons missed" in html
    maria.post(address(cast, "take_back", offer=offer.uuid))
    assert open_offer(cast) is None


def test_all_three_are_offered_together_and_once(cast, maria, windows):
    body = sent(look(maria, cast)) | {"do": "all"}
    for _twice in range(2):
        answer = maria.post(address(cast, "offer_fits"), body)
        assert answer.status_code == 302
        assert "Offered. The family chooses with one tap." in look(maria, cast)
    offer = open_offer(cast)
    assert len(offer.times) == 3
    assert offer.state is OfferState.OPEN
    assert all(kind for time in offer.times for kind, _n in time.costs)


def test_a_time_that_went_meanwhile_is_not_offered_and_said_so(cast, maria, windows):
    body = sent(look(maria, cast))
    diary.take_leave(
        actor=cast.hannah.actor,
        clinic=cast.clinic.pk,
        person=cast.hannah.uuid,
        kept=uuid4(),
        first=cast.at.date(),
        last=cast.at.date().replace(month=12),
        at=cast.at,
    )
    answer = maria.post(address(cast, "offer_fits"), body | {"do": "all"})
    assert answer.status_code == 422
    assert "just been taken" in answer.content.decode()
    assert open_offer(cast) is None


@pytest.mark.parametrize(
    "wrong",
    [
        {"count": "99"},
        {"minutes": "7"},
        {"rhythm": "DAILY"},
        {"therapist": str(uuid4())},
        {"from_on": "soon"},
    ],
)
def test_what_cannot_be_looked_for_comes_back(cast, maria, wrong):
    asked = {"count": "4", "minutes": "45", "rhythm": "WEEKLY"} | wrong
    assert maria.get(address(cast), asked).status_code == 422


def test_it_says_so_when_nothing_fits(cast, maria):
    never = [
        WindowDraft(weekday=day, from_time=time(0), until_time=time(23, 59), kind=WindowKind.COULD_NOT)
        for day in range(6)
    ]
    diary.keep_windows(actor=cast.samira.actor, child=cast.idris, windows=never, at=cast.at)
    html = look(maria, cast)
    assert 'name="fit"' not in html
    assert "Nothing is free that the family could do." in html


def test_only_who_books_visits_comes_here(cast, sign_in):
    assert sign_in(cast.tom).get(address(cast)).status_code == 403
    assert sign_in(cast.samira).get(address(cast)).status_code in {403, 404}
    assert sign_in(cast.other_therapist).get(address(cast)).status_code == 404
    assert sign_in(cast.hannah).get(address(cast)).status_code == 200
