"""The weekly question sits at the end of Today, can be skipped, and offers something lighter when it got harder."""

from datetime import timedelta
from uuid import uuid4

import pytest

from alongside.areas.conversation import queries as threads
from alongside.areas.practice import queries as diary
from alongside.areas.story import queries as story
from alongside.core.capabilities import Capability
from alongside.core.pulse import QUESTIONS, Question, question_of
from tests.areas.practice.living import answered

SCRIPT = {"hx-request": "true"}
OFFER = "Make this week lighter"


@pytest.fixture
def now(cast, opened, clock):
    return lambda player: diary.pulse_now(opened(player, Capability.READ_PROGRAMME, at=clock.at))


@pytest.fixture
def a_week_on(idea, clock):
    return clock.forward(days=7)


@pytest.fixture
def falling(cast, idea, clock):
    """Four weeks of answers, the last two harder; the clock stands in the fourth."""
    for week in range(4):
        heavy = question_of(cast.at.date() + timedelta(weeks=week)) is Question.HEAVY
        answered(cast, (week // 2) + 1 if heavy else 8 - week // 2, weeks=week)
    return clock.forward(weeks=3, hours=1)


def test_nothing_is_asked_about_a_plan_of_yesterday(samira, url, idea, clock):
    clock.forward(days=1)
    assert 'id="pulse"' not in samira.get(url("today")).content.decode()


def test_the_question_of_the_week_is_asked_at_the_end_and_skipped_for_the_week(
    samira, url, a_week_on, new_uuid, clock
):
    page = samira.get(url("today")).content.decode()
    assert str(QUESTIONS[question_of(a_week_on.date())]) in page
    assert page.index('id="now"') < page.index('id="pulse"')
    passed = samira.post(url("answer_pulse"), {"uuid": str(new_uuid()), "pass": "yes"})
    assert "Not this week. That is fine." in samira.get(passed.url).content.decode()
    clock.forward(days=1)
    assert 'id="pulse"' not in samira.get(url("today")).content.decode()
    clock.forward(days=6)
    assert 'id="pulse"' in samira.get(url("today")).content.decode()


@pytest.mark.usefixtures("a_week_on")
def test_one_tap_is_kept_with_and_without_script(samira, karim, cast, url, now):
    assert samira.post(url("answer_pulse"), {"uuid": str(uuid4()), "value": "3"}).status_code == 302
    sent = {"uuid": str(uuid4()), "value": "3"}
    part = karim.post(url("answer_pulse"), sent, headers=SCRIPT).content.decode()
    assert "Thank you. It is saved." in part
    assert "<html" not in part
    assert now(cast.samira).kept.value == now(cast.karim).kept.value == 3


def test_an_answer_off_the_scale_says_so(samira, url, a_week_on, new_uuid):
    sent = {"uuid": str(new_uuid()), "value": "99"}
    assert samira.post(url("answer_pulse"), sent).status_code == 422


def test_two_falling_answers_offer_a_lighter_week_by_the_familys_leave(
    samira, url, falling, cast, now, opened
):
    page = samira.get(url("today")).content.decode()
    assert OFFER in page
    assert "Write to Hannah" in page
    pulse = now(cast.samira).falling.uuid
    samira.post(url("pulse_offer", pulse=pulse), {"offer": "LIGHTER"})
    times = story.day_times(opened(cast.samira, Capability.READ_STORY, at=falling))
    assert times.is_lighter
    after = samira.get(url("today")).content.decode()
    assert "A lighter time." in after
    assert OFFER not in after


def test_a_carer_who_may_not_lighten_the_plan_may_still_write(sign_in, cast, url, idea, clock, now):
    for week in range(4):
        heavy = question_of(cast.at.date() + timedelta(weeks=week)) is Question.HEAVY
        answered(cast, (week // 2) + 1 if heavy else 8 - week // 2, weeks=week, player=cast.grandma)
    clock.forward(weeks=3)
    grandma = sign_in(cast.grandma)
    page = grandma.get(url("today")).content.decode()
    assert OFFER not in page
    assert "Write to Hannah" in page
    pulse = now(cast.grandma).falling.uuid
    assert grandma.post(url("pulse_offer", pulse=pulse), {"offer": "LIGHTER"}).status_code == 403
    assert now(cast.grandma).falling is not None


@pytest.fixture
def talks(cast, opened, falling):
    def read(player):
        found = threads.threads(opened(player, Capability.READ_TALK, at=falling))
        return [one.last.words for one in found]

    return read


def test_a_talk_is_opened_only_with_the_carers_own_send(samira, karim, url, cast, now, talks):
    address = url("pulse_write", pulse=now(cast.samira).falling.uuid)
    form = samira.get(address).content.decode()
    assert "The plan feels heavier to me lately." in form
    assert "Only the therapist reads this." in form
    assert karim.get(address).status_code == 404
    assert talks(cast.hannah) == []
    sent = {"uuid": str(uuid4()), "thread": str(uuid4()), "words": "Could we do less?"}
    assert samira.post(address, sent).status_code == 302
    assert talks(cast.hannah) == ["Could we do less?"]
    assert talks(cast.karim) == []
    assert now(cast.samira).falling is None


def test_it_is_fine_as_it_is_ends_it_and_nobody_answers_for_others(samira, karim, url, falling, cast, now):
    address = url("pulse_offer", pulse=now(cast.samira).falling.uuid)
    assert karim.post(address, {"offer": "FINE"}).status_code == 404
    assert samira.post(address, {"offer": "MORE"}).status_code == 422
    samira.post(address, {"offer": "FINE"})
    assert OFFER not in samira.get(url("today")).content.decode()
