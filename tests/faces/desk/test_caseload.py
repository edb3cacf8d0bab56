"""Plan the times: the desk asks, looks, and offers; nobody else gets there."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.urls import reverse

from alongside.areas.caseload import actions as caseload
from tests.areas.caseload.house import answer, asked, regular
from tests.areas.waiting.house import family

CASELOAD = reverse("desk:caseload")


@pytest.fixture
def ana(cast):
    return family(cast, "Ana", 1)


@pytest.fixture
def plan(cast, ana):
    regular(cast)
    plan = asked(cast)
    caseload.begin_plan(at=cast.at)
    found = answer(cast, ana.child, left_out=(cast.idris,))
    caseload.keep_found(plan=plan, found=found, at=cast.at)
    return plan


def _typed(cast, **more):
    starts = cast.at.date() + timedelta(days=7)
    return {"uuid": str(uuid4()), "mode": "FILL", "seconds": "10", "starts_on": str(starts)} | more


def test_the_desk_asks_for_a_plan_and_can_stop_it(cast, sign_in, ana):
    client = sign_in(cast.maria)
    answered = client.post(CASELOAD, _typed(cast), follow=True)
    page = answered.content.decode()
    assert "Waits for the planner" in page
    stop = answered.request["PATH_INFO"] + "stop/"
    assert "stops with the best it has" in client.post(stop, follow=True).content.decode()


def test_a_question_that_needs_a_change_keeps_what_was_typed(cast, sign_in, ana):
    client = sign_in(cast.maria)
    more = {"more": str(cast.hannah.uuid), "more_day": "2", "more_from": "12:00", "more_until": "11:00"}
    refused = client.post(CASELOAD, _typed(cast, **more))
    assert refused.status_code == 422
    page = refused.content.decode()
    assert "an end that comes after the beginning" in page
    assert 'value="12:00"' in page
    assert client.post(CASELOAD, _typed(cast, starts_on="someday")).status_code == 422
    assert client.post(CASELOAD, _typed(cast, away="nobody")).status_code == 422
    assert client.post(CASELOAD, _typed(cast, mode="REPAIR")).status_code == 422


def test_a_clinic_without_anybody_to_plan_reads_so(cast, sign_in):
    refused = sign_in(cast.maria).post(CASELOAD, _typed(cast))
    assert (refused.status_code, "Nobody waits for a time" in refused.content.decode()) == (422, True)


def test_a_plan_shows_who_has_a_time_who_has_none_and_why(cast, sign_in, plan):
    page = sign_in(cast.olive).get(reverse("desk:caseload_plan", args=[plan])).content.decode()
    for words in (
        "Monday",
        "15:00–15:45",
        "Ana",
        "Hannah Reid",
        "At least 88.8 %",
        "Without a time",
        "Idris",
    ):
        assert words in page
    assert "The family waits for an afternoon." in page


def test_a_time_is_offered_once_and_the_family_may_choose(cast, sign_in, plan, ana):
    client = sign_in(cast.maria)
    offer = reverse("desk:caseload_offer", args=[plan])
    typed = {"offer": str(uuid4()), "child": str(ana.child)}
    assert client.post(offer, typed | {"child": "nobody"}).status_code == 422
    page = client.post(offer, typed, follow=True).content.decode()
    assert "held for the family until" in page
    assert "offered" in page
    assert "Offer it" not in page


def test_only_the_desk_and_the_owner_come_in(cast, sign_in, plan, ana):
    for player in (cast.hannah, cast.samira, cast.other_therapist):
        client = sign_in(player)
        assert client.get(CASELOAD).status_code == 404
        assert client.get(reverse("desk:caseload_plan", args=[plan])).status_code == 404


def test_what_a_therapist_can_do_is_written_down(cast, sign_in):
    client = sign_in(cast.olive)
    typed = {"person": str(cast.hannah.uuid), "kind": "SKILL", "words": "Handwriting\n\nfeeding"}
    page = client.post(reverse("desk:caseload_abilities"), typed, follow=True).content.decode()
    assert "feeding, handwriting" in page
    assert client.post(reverse("desk:caseload_abilities"), typed | {"person": ""}).status_code == 422


def test_a_plan_is_put_away(cast, sign_in, plan):
    client = sign_in(cast.maria)
    page = client.post(reverse("desk:caseload_dismiss", args=[plan]), follow=True).content.decode()
    assert "No plan yet" in page
