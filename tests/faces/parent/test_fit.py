"""Too easy or too hard turns one knob at once, says what changed, and takes it back in a tap."""

from uuid import uuid4

import pytest

from alongside.areas.practice import queries as diary
from alongside.areas.programme import queries as programme
from alongside.areas.programme.values import What
from alongside.core.capabilities import Capability
from alongside.core.moments import Fit

SCRIPT = {"hx-request": "true"}


@pytest.fixture
def placed(cast, idea, opened):
    return lambda: programme.placement(opened(cast.hannah, Capability.READ_PROGRAMME), idea.uuid)


@pytest.fixture
def entry(tried, idea):
    return tried(idea).uuid


@pytest.fixture
def say(url, entry):
    def said(client, fit, **more):
        sent = {"fit": fit, "change": str(uuid4())} | more
        return client.post(url("fit", entry=entry), sent, headers=SCRIPT if "part" in more else {})

    return said


def test_after_we_did_it_the_three_chips_are_there(samira, url, idea, entry):
    page = samira.get(f"{url('today')}?card={idea.uuid}").content.decode()
    assert all(label in page for label in ("Too easy", "Just right", "Too hard"))


def test_too_hard_is_one_step_easier_at_once_and_says_so(samira, say, placed, cast, opened):
    page = samira.get(say(samira, "TOO_HARD").url).content.decode()
    assert placed().grade == -1
    assert f"One step easier from now on: {placed().grade_words}" in page
    assert "As it was before" in page
    newest = programme.changes(opened(cast.hannah, Capability.READ_PROGRAMME))[0]
    assert (newest.what, newest.by.name) == (What.EASIER, "Samira")


def test_the_answer_brings_the_words_of_the_card_with_it(samira, url, placed, entry, idea):
    for name, grade in (("fit", -1), ("undo_fit", 0)):
        sent = {"fit": "TOO_HARD", "change": str(uuid4()), "part": ""}
        part = samira.post(url(name, entry=entry), sent, headers=SCRIPT).content.decode()
        now = placed()
        card = " ".join(filter(None, (now.family_words, now.grade_words)))
        assert (now.grade, bool(now.grade_words)) == (grade, bool(grade))
        assert f'<p id="now-words" hx-swap-oob="true">{card}</p>' in part
        page = samira.get(f"{url('today')}?card={idea.uuid}").content.decode()
        assert f'<p id="now-words">{card}</p>' in page


def test_too_easy_is_one_step_harder_in_the_list_too(samira, say, placed, idea):
    part = say(samira, "TOO_EASY", part="row").content.decode()
    assert placed().grade == 1
    assert f"One step harder from now on: {placed().grade_words}" in part
    assert f'id="idea-{idea.uuid}"' in part
    assert "<html" not in part


def test_just_right_changes_nothing(samira, say, placed, kept):
    assert "from now on" not in samira.get(say(samira, "JUST_RIGHT").url).content.decode()
    assert placed().grade == 0
    assert kept() is Fit.JUST_RIGHT


def test_saying_it_twice_turns_the_knob_once(samira, say, placed):
    say(samira, "TOO_HARD")
    say(samira, "TOO_HARD")
    assert placed().grade == -1


@pytest.fixture
def kept(cast, opened, entry):
    return lambda: diary.entry(opened(cast.hannah, Capability.READ_ALL_ENTRIES), entry).fit


def test_it_is_taken_back_in_a_tap_and_what_was_said_stays(samira, url, say, placed, entry, kept):
    say(samira, "TOO_HARD")
    back = {"change": str(uuid4())}
    answer = samira.post(url("undo_fit", entry=entry), back)
    samira.post(url("undo_fit", entry=entry), back)
    assert "It is as it was before." in samira.get(answer.url).content.decode()
    assert placed().grade == 0
    assert kept() is Fit.TOO_HARD


def test_who_may_not_change_the_plan_tells_the_therapist(sign_in, cast, url, idea, tried, placed):
    entry = tried(idea, cast.grandma).uuid
    sent = {"fit": "TOO_HARD", "change": str(uuid4())}
    grandma = sign_in(cast.grandma)
    page = grandma.get(grandma.post(url("fit", entry=entry), sent).url).content.decode()
    assert "Thank you. Your therapist sees this." in page
    assert placed().grade == 0


def test_a_fit_that_is_none_says_so_and_nobody_answers_for_others(samira, karim, sign_in, cast, say, placed):
    assert say(samira, "FINE").status_code == 422
    assert say(karim, "TOO_HARD").status_code == 404
    assert say(sign_in(cast.other_parent), "TOO_HARD").status_code == 404
    assert placed().grade == 0
