"""The board of stories: who reads it, how it is answered, and how a story becomes a family."""

from uuid import uuid4

import pytest
from django.core import mail
from django.urls import reverse

from alongside.areas.circle import queries as circle
from alongside.areas.people import queries as people
from tests.faces.desk.building import WORDS, told

NOBODY = "00000000-0000-7000-8000-000000000000"

BOARD = reverse("desk:stories")


def _take_on(cast, **more):
    return {
        "child": str(uuid4()),
        "invitation": str(uuid4()),
        "child_name": "Lia Neves",
        "short_name": "Lia",
        "born_on": "2021-03-04",
        "therapist": str(cast.hannah.uuid),
        "carer_name": "Ana Neves",
        "carer_email": "ana@family.example",
        "relation": "Mum",
        "responsible": "on",
    } | more


def test_the_front_desk_and_therapists_read_the_board_and_others_find_nothing(cast, sign_in, client):
    told(cast)
    for player in (cast.maria, cast.hannah, cast.tom):
        page = sign_in(player).get(BOARD).content.decode()
        assert WORDS in page
        assert "Promised for Wednesday 25 November" in page
    for player in (cast.olive, cast.samira):
        assert sign_in(player).get(BOARD).status_code == 404
    assert WORDS not in sign_in(cast.other_therapist).get(BOARD).content.decode()
    assert client.get(BOARD).status_code == 302


def test_the_nearest_promise_stands_first(cast, sign_in, clock):
    told(cast, name="Second Asker")
    first = told(cast, name="First Asker")
    clock.forward(days=2)
    page = sign_in(cast.maria).get(BOARD).content.decode()
    assert "Promised for today" in page
    assert sign_in(cast.maria).get(reverse("desk:story", args=[first.uuid])).status_code == 200


def test_an_answer_carries_a_name_and_an_empty_one_keeps_nothing(cast, sign_in):
    sent = told(cast)
    client, address = sign_in(cast.maria), reverse("desk:answer", args=[sent.uuid])
    reply = {"uuid": str(uuid4()), "how": "RANG", "words": "We meet on Thursday."}
    assert client.post(address, reply | {"words": ""}).status_code == 422
    for _ in range(2):
        assert client.post(address, reply).status_code == 302
    page = client.get(reverse("desk:story", args=[sent.uuid])).content.decode()
    assert page.count("We meet on Thursday.") == 1
    assert "Maria Silva rang" in page
    assert "Maria Silva answered" in client.get(BOARD).content.decode()
    assert mail.outbox == []


def test_a_story_of_another_clinic_is_not_found(cast, sign_in):
    sent = told(cast)
    client = sign_in(cast.other_therapist)
    assert client.get(reverse("desk:story", args=[sent.uuid])).status_code == 404
    assert client.post(reverse("desk:answer", args=[sent.uuid]), {}).status_code == 404
    assert client.post(reverse("desk:close", args=[sent.uuid])).status_code == 404


def test_a_closed_story_leaves_the_board(cast, sign_in):
    sent = told(cast)
    client = sign_in(cast.maria)
    assert client.post(reverse("desk:close", args=[sent.uuid])).status_code == 302
    assert WORDS not in client.get(BOARD).content.decode()
    assert "This story is closed." in client.get(reverse("desk:story", args=[sent.uuid])).content.decode()


def test_a_story_becomes_a_family_with_nothing_asked_twice(cast, sign_in):
    sent = told(cast)
    client, address = sign_in(cast.maria), reverse("desk:take_on", args=[sent.uuid])
    page = client.get(address).content.decode()
    for known in ('value="Lia"', 'value="Ana Neves"', 'value="ana@family.example"'):
        assert known in page
    assert (
        page.count('value="Lia"') == 1
    )  # The full name is asked for, so that the family name is there to find.
    typed = _take_on(cast)
    answer = client.post(address, typed)
    assert answer["Location"] == reverse("desk:family", args=[typed["child"]])
    (letter,) = mail.outbox
    assert letter.to == ["ana@family.example"]
    assert "/invitation/" in letter.body
    assert "Lia" not in letter.subject + letter.body
    assert client.post(address, typed).status_code == 302
    assert len(mail.outbox) == 1
    ana = people.person_by_email("ana@family.example")
    assert circle.children_of(people.actor_for(ana, cast.at), cast.at) == ()


def test_the_front_desk_no_longer_reads_a_story_that_became_a_family(cast, sign_in):
    sent = told(cast)
    client = sign_in(cast.maria)
    typed = _take_on(cast)
    client.post(reverse("desk:take_on", args=[sent.uuid]), typed)
    assert WORDS not in client.get(BOARD).content.decode()
    answer = client.get(reverse("desk:story", args=[sent.uuid]))
    assert answer.status_code == 403
    assert "belongs to a family now" in answer.content.decode()
    page = client.get(reverse("desk:family", args=[typed["child"]]))
    assert page.status_code == 200
    assert WORDS not in page.content.decode()
    assert 'href="mailto:ana@family.example"' in page.content.decode()


@pytest.mark.parametrize(
    ("field", "value", "says"),
    [
        ("born_on", "2031-01-01", "Please choose a day of birth that has been."),
        ("born_on", "soon", "Please choose a day."),
        ("carer_email", "ana", "Write the address like name@example.org."),
        ("therapist", NOBODY, "Please choose from the list."),
        ("relation", "", "Please write a few words here."),
    ],
)
def test_taking_on_says_what_to_do_and_keeps_what_was_typed(cast, sign_in, field, value, says):
    sent = told(cast)
    answer = sign_in(cast.maria).post(
        reverse("desk:take_on", args=[sent.uuid]), _take_on(cast, **{field: value})
    )
    assert answer.status_code == 422
    assert says in answer.content.decode()
    assert "Lia Neves" in answer.content.decode()
    assert mail.outbox == []


def test_only_the_front_desk_begins_with_a_family(cast, sign_in):
    sent = told(cast)
    for player in (cast.hannah, cast.olive, cast.other_therapist):
        assert sign_in(player).get(reverse("desk:take_on", args=[sent.uuid])).status_code == 404


def test_the_therapist_sees_the_number_that_was_told_with_the_story(cast, sign_in):
    sent = told(cast, phone="01632 960321")
    typed = _take_on(cast)
    sign_in(cast.maria).post(reverse("desk:take_on", args=[sent.uuid]), typed)
    family = reverse("desk:family", args=[typed["child"]])
    assert "01632 960321" in sign_in(cast.hannah).get(family).content.decode()
    assert sign_in(cast.tom).get(family).status_code == 403


def test_nobody_is_said_to_have_rung_before_somebody_says_so(cast, sign_in):
    sent = told(cast)
    client = sign_in(cast.maria)
    page = client.get(reverse("desk:story", args=[sent.uuid])).content.decode()
    assert 'value="RANG"' in page
    assert "checked" not in page
    answer = client.post(
        reverse("desk:answer", args=[sent.uuid]), {"uuid": str(uuid4()), "words": "We spoke about Lia."}
    )
    assert answer.status_code == 422
    assert "Please choose from the list." in answer.content.decode()
    assert "We spoke about Lia." in answer.content.decode()
