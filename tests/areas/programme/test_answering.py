"""Each carer answers for themselves: yes or not yet, how sure, what would help, a question; or not for us."""

from uuid import uuid4

import pytest
from django.db import IntegrityError, transaction

from alongside.areas.programme import actions as programme
from alongside.areas.programme import queries
from alongside.areas.programme.actions import NotLive
from alongside.areas.programme.models import PlacementAnswer, PlanWish
from alongside.areas.programme.values import PlacementState, What, Wish
from alongside.core.capabilities import Capability
from alongside.core.refusals import InvalidInput, NotAllowed, NotFound
from tests.areas.programme.building import SOCKS, by, later, live, offered

pytestmark = pytest.mark.both_engines


def said(player, cast, placed, **more):
    words = by(player, cast) | {"placement": placed.uuid, "answer": uuid4()} | more
    return programme.answer_placement(**words)


def refuse(player, cast, placed, **more):
    return programme.refuse_placement(**by(player, cast), placement=placed.uuid, **{"change": uuid4()} | more)


@pytest.fixture
def answers(opened):
    return lambda player, **more: queries.answers(opened(player, Capability.READ_PROGRAMME), **more)


def test_four_of_ten_leaves_it_offered_then_easier_and_then_yes(cast, answers):
    placed = offered(cast)
    assert said(cast.samira, cast, placed, confidence=4).is_offered
    (mine,) = answers(cast.samira)
    assert (mine.is_unsure, mine.confidence, mine.is_mine) == (True, 4, True)
    easier = said(cast.samira, cast, placed, confidence=4, wish=Wish.EASIER)
    assert (easier.is_offered, easier.grade, easier.grade_words) == (True, -1, placed.copy.easier[0])
    assert not answers(cast.samira)[0].is_unsure
    agreed = said(cast.samira, cast, placed, yes=True, confidence=8)
    assert (agreed.is_live, agreed.agreed_by.name, agreed.confidence) == (True, "Samira", 8)
    assert len(answers(cast.samira)) == 1


def test_each_carer_answers_and_only_the_therapist_reads_both(cast, answers):
    placed = offered(cast)
    said(cast.samira, cast, placed, yes=True, confidence=9)
    said(cast.karim, cast, placed, confidence=3, wish=Wish.SHOW, question="Which hand first?")
    team = answers(cast.hannah, placement=placed.uuid)
    assert [(one.by.name, one.yes, one.confidence, one.wish, one.question) for one in team] == [
        ("Samira", True, 9, None, ""),
        ("Karim", False, 3, Wish.SHOW, "Which hand first?"),
    ]
    assert [one.by.name for one in answers(cast.karim)] == ["Karim"]
    assert answers(cast.grandma) == ()
    assert answers(cast.hannah, placement=uuid4()) == ()


def test_fewer_rests_it_and_another_asks_for_one(cast):
    first, second = offered(cast), live(cast)
    assert said(cast.samira, cast, first, wish=Wish.FEWER).state is PlacementState.RESTING
    wished = said(cast.samira, cast, second, wish=Wish.ANOTHER, question="He hates stairs.")
    assert (wished.is_live, wished.swap.words) == (True, "He hates stairs.")


def test_easier_goes_no_further_than_the_therapist_allows(cast):
    placed = offered(cast)
    bounds = by(cast.hannah, cast) | {"placement": placed.uuid, "change": uuid4()}
    programme.bound_grades(**bounds, least=0, most=0)
    assert said(cast.samira, cast, placed, confidence=2, wish=Wish.EASIER).grade == 0


def test_the_same_answer_delivered_twice_is_one_and_another_ones_is_not_found(cast):
    placed, once = offered(cast), uuid4()
    sent = {"answer": once, "yes": True, "confidence": 7, "wish": Wish.EASIER}
    assert said(cast.samira, cast, placed, **sent) == said(cast.samira, cast, placed, **sent)
    assert PlacementAnswer.objects.count() == 1
    with pytest.raises(NotFound):
        said(cast.karim, cast, placed, **sent)


def test_a_change_of_the_therapist_asks_every_carer_again(cast, answers):
    placed = offered(cast)
    said(cast.samira, cast, placed, yes=True, confidence=9)
    moved = by(cast.hannah, cast) | {"placement": placed.uuid, "change": uuid4(), "at": later(cast, days=1)}
    assert programme.move_placement(**moved, routine="bedtime").is_live
    assert answers(cast.hannah) == ()


def test_answers_have_bounds_and_belong_to_responsible_carers_of_what_is_asked(cast):
    placed = offered(cast)
    for more in ({"confidence": 11}, {"confidence": -1}, {"question": "x" * 301}):
        with pytest.raises(InvalidInput):
            said(cast.samira, cast, placed, **more)
    for player in (cast.hannah, cast.grandma, cast.tom):
        with pytest.raises(NotAllowed):
            said(player, cast, placed, yes=True)
    refuse(cast.samira, cast, placed)
    with pytest.raises(NotLive):
        said(cast.samira, cast, placed, yes=True)
    with pytest.raises(NotLive):
        refuse(cast.samira, cast, placed)


def test_the_database_keeps_one_current_answer_of_a_person(cast):
    placed = offered(cast)
    said(cast.samira, cast, placed, confidence=4)
    said(cast.samira, cast, placed, confidence=5)
    with pytest.raises(IntegrityError), transaction.atomic():
        PlacementAnswer.objects.update(replaced_at=None)


def test_not_for_us_rests_it_and_keeps_it_out_of_the_next_plan_until_it_comes_back(cast, opened):
    placed, change = live(cast), {"change": uuid4()}
    refused = refuse(cast.karim, cast, placed, words="Mornings are hers.", **change)
    assert refused.state is PlacementState.RESTING
    assert refuse(cast.karim, cast, placed, words="Mornings are hers.", **change) == refused
    line = queries.changes(opened(cast.hannah, Capability.READ_PROGRAMME))[0]
    assert (line.what, line.by.name, line.words) == (What.REFUSED, "Karim", "Mornings are hers.")
    (ban,) = PlanWish.objects.filter(ended_at=None)
    assert (ban.strategy_id, ban.kind, ban.home_id, ban.voice) == (SOCKS, "BAN", None, "FAMILY")
    back = by(cast.samira, cast) | {"placement": placed.uuid, "change": uuid4()}
    assert programme.resume_placement(**back).is_live
    assert not PlanWish.objects.filter(ended_at=None).exists()


def test_an_offer_that_nobody_took_draws_no_line_when_it_is_refused(cast, opened):
    placed = offered(cast)
    refuse(cast.samira, cast, placed)
    assert queries.phase_lines(opened(cast.hannah, Capability.READ_PROGRAMME), placement=placed.uuid) == ()
    with pytest.raises(NotAllowed):
        refuse(cast.grandma, cast, live(cast))
