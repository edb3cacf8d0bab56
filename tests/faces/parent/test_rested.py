"""What rests for safety is told calmly, until «Okay»; one thing this week stands on top until it is answered."""

from datetime import timedelta
from uuid import uuid4

import pytest

from alongside.areas.conversation import actions as conversation
from alongside.areas.conversation import queries as talk
from alongside.areas.conversation.values import About
from alongside.areas.programme import actions as programme
from alongside.core.capabilities import Capability
from tests.areas.programme import building


@pytest.fixture
def swing(cast):
    return building.live(cast, strategy="S35", routine="play.outdoor")


@pytest.fixture
def seizure(cast, swing):
    fact = {"fact": uuid4(), "code": "seizures_uncontrolled", "words": ""}
    programme.record_safety_fact(**building.by(cast.hannah, cast), **fact)
    return swing


@pytest.fixture
def handed(cast, idea, visit):
    return conversation.hand_over(
        **building.by(cast.hannah, cast),
        handover=uuid4(),
        visit=visit.uuid,
        placement=idea.uuid,
        words="Socks after the bath, on the bench.",
        tried=("The bench",),
    )


def page(client, address, **more):
    return client.get(address, **more).content.decode()


def test_the_swing_rests_on_today_and_plan_until_okay(samira, url, seizure):
    for name in ("today", "plan"):
        text = page(samira, url(name))
        assert seizure.title in text
        assert "Resting for now" in text
        assert "To be careful with: Has seizures that are not under control" in text
    change = text.split('name="changes" value="')[1].split('"')[0]
    told = samira.post(url("okay_rest"), {"changes": [change], "back": "plan"})
    assert told.url == url("plan")
    assert "Resting for now" not in page(samira, url("plan"))
    assert samira.post(url("okay_rest"), {"changes": ["no"], "back": "x"}).url == url("today")


def test_grandma_reads_calm_words_that_name_nothing(sign_in, cast, url, seizure):
    text = page(sign_in(cast.grandma), url("today"))
    assert seizure.title in text
    assert "Your therapist looks at this one first." in text
    assert "eizure" not in text


def test_telling_it_oneself_rests_the_idea_at_once(samira, cast, url, swing):
    samira.post(url("propose_safety"), {"uuid": uuid4(), "code": "shunt", "words": ""})
    assert swing.title in page(samira, url("today"))
    assert "Resting for now" in page(samira, url("today"))


def test_one_thing_this_week_is_answered_with_one_tap(samira, karim, url, handed, opened, cast):
    text = page(samira, url("today"))
    assert "One thing this week, from Hannah" in text
    assert text.index("One thing this week") < text.index('id="now"')
    address = url("handover", handover=handed.uuid)
    whole = page(samira, address)
    for words in ("Socks after the bath", "The bench", "Getting dressed", "We try it first."):
        assert words in whole
    keys = {"uuid": uuid4(), "thread": uuid4(), "message": uuid4()}
    assert samira.post(address, keys).status_code == 422
    assert samira.post(address, keys | {"clear": "yes", "question": ""}).url == url("today")
    assert "One thing this week" not in page(samira, url("today"))
    assert "You said: clear." in page(samira, address)
    assert "One thing this week" in page(karim, url("today"))
    assert not talk.threads(opened(cast.samira, Capability.READ_TALK))


def test_a_question_becomes_a_talk_about_the_idea_and_twice_is_once(samira, url, handed, opened, cast):
    keys = {"uuid": uuid4(), "thread": uuid4(), "message": uuid4()}
    said = keys | {"clear": "no", "question": "Which bench?"}
    for _ in range(2):
        samira.post(url("handover", handover=handed.uuid), said)
    (thread,) = talk.threads(opened(cast.hannah, Capability.READ_TALK))
    assert (thread.about, thread.about_uuid, thread.last.words) == (
        About.IDEA,
        handed.placement,
        "Which bench?",
    )


def test_today_stays_within_sixteen_statements_with_an_offer_to_look_for_or_something_handed_over(
    samira, cast, url, thread, request, django_assert_max_num_queries
):
    said = building.by(cast.hannah, cast) | {
        "thread": thread.uuid,
        "message": uuid4(),
        "words": "Good to see you.",
    }
    conversation.send_message(**said)
    page(samira, url("today"))
    with django_assert_max_num_queries(16):
        page(samira, url("today"))
    request.getfixturevalue("handed")
    with django_assert_max_num_queries(16):
        assert "One thing this week" in page(samira, url("today"))


def test_what_was_handed_over_is_gone_once_it_rests(samira, cast, url, handed):
    rest = {"placement": handed.placement, "change": uuid4(), "at": cast.at + timedelta(minutes=1)}
    programme.rest_placement(**building.by(cast.samira, cast) | rest)
    assert "One thing this week" not in page(samira, url("today"))
    assert "resting now" in page(samira, url("handover", handover=handed.uuid))
