"""An idea in detail, and what a family decides about it."""

from uuid import uuid4

import pytest

from alongside.areas.circle import actions as circle
from alongside.areas.programme import actions as changes
from alongside.areas.programme import queries as programme
from alongside.core.capabilities import Capability
from tests.areas.programme import building


@pytest.fixture
def now(cast, opened):
    return lambda idea: programme.placement(opened(cast.samira, Capability.READ_PROGRAMME), idea.uuid)


def test_steps_reasons_and_who_chose_it(samira, url, goal, cast):
    idea = building.offered(cast, goal=goal)
    page = samira.get(url("idea", placement=idea.uuid)).content.decode()
    for words in ("What we do", "Make it easier", "Words that help", "Why this idea", building.PRIORITY):
        assert words in page
    assert "Hannah chose this with you in mind." in page
    assert "Yes, we will try this" in page


def test_the_family_says_yes_once_and_then_it_stands_on_today(samira, url, cast, now, new_uuid):
    idea = building.offered(cast)
    assert idea.title not in samira.get(url("today")).content.decode()
    sent = {"uuid": str(new_uuid()), "do": "YES"}
    address = url("answer_idea", placement=idea.uuid)
    assert samira.post(address, sent).status_code == samira.post(address, sent).status_code == 302
    assert now(idea).agreed_by.name == "Samira"
    assert idea.title in samira.get(url("today")).content.decode()


def test_it_rests_and_comes_back_without_a_reason(samira, url, idea, now, new_uuid):
    samira.post(url("rest_idea", placement=idea.uuid), {"uuid": str(new_uuid())})
    assert not now(idea).is_live
    assert "This idea is resting." in samira.get(url("idea", placement=idea.uuid)).content.decode()
    samira.post(url("resume_idea", placement=idea.uuid), {"uuid": str(new_uuid())})
    assert now(idea).is_live


def test_easier_and_another_one_are_one_tap_each(samira, url, idea, now, new_uuid):
    samira.post(url("easier_idea", placement=idea.uuid), {"uuid": str(new_uuid())})
    assert now(idea).grade == -1
    samira.post(
        url("swap_idea", placement=idea.uuid), {"uuid": str(new_uuid()), "words": "He dislikes stairs."}
    )
    assert now(idea).swap.words == "He dislikes stairs."


def test_what_does_not_fit_is_said_above_the_idea(samira, url, idea, new_uuid):
    answer = samira.post(url("resume_idea", placement=idea.uuid), {"uuid": str(new_uuid())})
    assert answer.status_code == 422
    assert "This idea is not resting." in answer.content.decode()


def test_long_words_come_back_as_typed(samira, url, idea, now, new_uuid):
    answer = samira.post(
        url("swap_idea", placement=idea.uuid), {"uuid": str(new_uuid()), "words": "Stairs! " * 50}
    )
    assert answer.status_code == 422
    assert "Stairs! Stairs!" in answer.content.decode()
    assert now(idea).swap is None


def test_grandma_reads_and_the_parents_decide(sign_in, cast, url, idea, now, new_uuid):
    grandma = sign_in(cast.grandma)
    page = grandma.get(url("idea", placement=idea.uuid)).content.decode()
    assert "What we do" in page
    assert "Let it rest" not in page
    answer = grandma.post(url("rest_idea", placement=idea.uuid), {"uuid": str(new_uuid())})
    assert answer.status_code == 403
    assert now(idea).is_live


def test_another_family_finds_no_idea(sign_in, cast, url, idea, new_uuid):
    other = sign_in(cast.other_parent)
    assert other.get(url("idea", placement=idea.uuid)).status_code == 404
    own_child = url("idea", child=cast.rosa, placement=idea.uuid)
    assert other.get(own_child).status_code == 404


def test_an_idea_that_is_held_back_asks_for_nothing(samira, url, cast):
    painted = building.offered(cast, strategy=building.FINGER_PAINT, routine="play.indoor")
    assert "Yes, we will try this" in samira.get(url("idea", placement=painted.uuid)).content.decode()
    circle.record_safety_fact(**building.by(cast.hannah, cast), fact=uuid4(), code="food:nuts", words="")
    held = samira.get(url("idea", placement=painted.uuid)).content.decode()
    assert "Your therapist looks at this one first." in held
    for button in ("Yes, we will try this", "We did it", "Try it one way easier"):
        assert button not in held, button
    assert "Waiting for your yes" not in samira.get(url("plan")).content.decode()
    words = building.by(cast.hannah, cast) | {"placement": painted.uuid, "words": "Use seed butter."}
    changes.override_safety(**words, change=uuid4())
    settled = samira.get(url("idea", placement=painted.uuid)).content.decode()
    assert "Hannah looked at this one. Use seed butter." in settled
    assert "looks at this one first" not in settled
    assert "Yes, we will try this" in settled


def test_an_easier_way_stands_beside_what_to_do(samira, url, idea, now, new_uuid):
    samira.post(url("easier_idea", placement=idea.uuid), {"uuid": new_uuid()})
    for name, where in (("idea", {"placement": idea.uuid}), ("today", {})):
        text = samira.get(url(name, **where)).content.decode()
        assert idea.family_words in text, name
        assert now(idea).grade_words in text, name
    assert "Easier now:" in samira.get(url("idea", placement=idea.uuid)).content.decode()


def test_why_there_was_no_goal_is_not_said_once_there_is_one(samira, url, idea, goal, cast):
    why = "We try it first."
    assert why in samira.get(url("idea", placement=idea.uuid)).content.decode()
    changes.aim_placement(
        **building.by(cast.hannah, cast), placement=idea.uuid, change=uuid4(), goal=goal, finding=None
    )
    assert why not in samira.get(url("idea", placement=idea.uuid)).content.decode()


@pytest.fixture
def answered(samira, url, new_uuid):
    def answer(idea, do, **more):
        sent = {"uuid": str(new_uuid()), "do": do} | more
        return samira.post(url("answer_idea", placement=idea.uuid), sent, follow=True).content.decode()

    return answer


def test_four_of_ten_is_offered_help_and_easier_is_one_tap(cast, answered, now):
    idea = building.offered(cast)
    page = answered(idea, "YES", confidence="4")
    for words in (
        "What would help?",
        "You feel 4 of 10 sure.",
        "Make it one way easier",
        "Show me at the next visit",
    ):
        assert words in page
    assert now(idea).is_offered
    page = answered(idea, "EASIER", confidence="4")
    assert "It is easier now. How does it look?" in page
    assert now(idea).grade_words in page
    assert "Samira said yes to it." in answered(idea, "YES", confidence="8")


def test_yes_as_it_is_and_show_me_are_answers_too(cast, answered, now):
    shown, sure = building.offered(cast), building.offered(cast, routine="bath")
    answered(shown, "YES", confidence="5")
    assert "It is noted for the next visit." in answered(shown, "SHOW", confidence="5")
    answered(sure, "YES", confidence="6")
    answered(sure, "AS_IT_IS", confidence="6")
    assert (now(shown).is_offered, now(sure).is_live, now(sure).confidence) == (True, True, 6)


def test_a_question_goes_into_the_talk_about_the_idea(cast, answered, samira, url, now):
    idea = building.offered(cast)
    answered(idea, "ASK", question="Which hand first?")
    assert now(idea).is_offered
    page = samira.get(url("ask_about_idea", placement=idea.uuid), follow=True).content.decode()
    assert "Which hand first?" in page
    answered(idea, "YES", question="And the other one?")
    assert now(idea).is_live
    page = samira.get(url("ask_about_idea", placement=idea.uuid), follow=True).content.decode()
    assert "And the other one?" in page


def test_an_answer_that_does_not_fit_comes_back_with_its_words(samira, cast, url, new_uuid):
    idea = building.offered(cast)
    sent = {"uuid": str(new_uuid()), "do": "ASK", "question": "Why? " * 90}
    back = samira.post(url("answer_idea", placement=idea.uuid), sent)
    assert (back.status_code, "Why? Why?" in back.content.decode()) == (422, True)
    for wrong in ({"do": "PERHAPS"}, {"do": "YES", "confidence": "11"}):
        sent = {"uuid": str(new_uuid())} | wrong
        assert samira.post(url("answer_idea", placement=idea.uuid), sent).status_code == 422


def test_not_for_us_is_one_tap(samira, url, idea, now, new_uuid):
    samira.post(url("refuse_idea", placement=idea.uuid), {"uuid": str(new_uuid())})
    assert not now(idea).is_live


def test_who_does_what_stands_on_the_page_and_on_paper(samira, url, idea, cast, new_uuid):
    said = {
        "your_part": "You hold the heel.",
        "our_part": "Hannah shows it on Thursday.",
        "notice": "Which foot.",
    }
    about = building.by(cast.hannah, cast) | {"placement": idea.uuid, "change": new_uuid()}
    changes.reword_placement(**about, **said)
    for name, where in (("idea", {"placement": idea.uuid}), ("family_plan", {})):
        text = samira.get(url(name, **where)).content.decode()
        for words in ("Your part", "Our part", "What to notice", *said.values()):
            assert words in text, (name, words)
    assert samira.get(url("family_plan_pdf")).content.startswith(b"%PDF")
