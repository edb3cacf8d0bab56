"""The log may ask whether something was a win. A person decides."""

import pytest
from django.db import IntegrityError, transaction

from alongside.areas.circle import actions as circle
from alongside.areas.practice import actions as practice
from alongside.areas.wins import actions as wins
from alongside.areas.wins import queries
from alongside.areas.wins.actions import AlreadyDecided, NotAWinYet
from alongside.areas.wins.models import Win
from alongside.areas.wins.values import Source
from alongside.core.capabilities import Capability
from alongside.core.moments import Help
from alongside.core.refusals import InvalidInput, NotAllowed, NotFound
from tests.areas.review.loop import live_idea, tried


@pytest.fixture
def idea(cast, new_uuid):
    placement = live_idea(cast, new_uuid)
    tried(cast, new_uuid, placement, days=1, much=Help.A_LOT)
    tried(cast, new_uuid, placement, days=2, much=Help.A_LITTLE)
    return placement


@pytest.fixture
def ask(cast):
    def asked(player=None):
        return wins.ask_from_log(actor=(player or cast.samira).actor, child=cast.idris, at=cast.at)

    return asked


@pytest.fixture
def question(cast, new_uuid, idea, ask):
    tried(cast, new_uuid, idea, days=3, much=Help.BY_SELF)
    [found] = ask()
    return found


@pytest.fixture
def decide(cast, question):
    def decided(act, player=None, **given):
        return act(
            actor=(player or cast.samira).actor, child=cast.idris, win=question.uuid, at=cast.at, **given
        )

    return decided


def test_less_help_alone_asks_nothing(idea, ask):
    assert ask() == ()


def test_the_first_time_without_help_asks_once(cast, new_uuid, idea, ask, question):
    assert (question.title, question.placement) == ("Last pull is his", idea)
    assert question.ask == "First time without help. Was that a win?"
    tried(cast, new_uuid, idea, days=4, much=Help.BY_SELF)
    assert ask() == (question,)
    assert Win.objects.count() == 1


def test_a_question_is_not_a_win_until_a_person_says_so(cast, opened, decide, question):
    family = opened(cast.karim, Capability.READ_WINS)
    assert queries.wins(family) == ()
    for _ in range(2):
        won = decide(wins.confirm_win, words="All by himself, twice.")
    assert (won.words, won.by.name, won.source) == ("All by himself, twice.", "Samira", Source.FROM_LOG)
    assert queries.wins(family) == (won,)
    assert queries.asked(family) == ()


def test_one_answer_counts(cast, decide):
    decide(wins.confirm_win, words="Yes")
    with pytest.raises(AlreadyDecided):
        decide(wins.confirm_win, cast.karim, words="Also me")
    with pytest.raises(AlreadyDecided):
        decide(wins.decline_win)


def test_a_no_is_final_and_shown_nowhere(cast, opened, decide, ask):
    decide(wins.decline_win, cast.hannah)
    decide(wins.decline_win, cast.hannah)
    assert ask() == ()
    assert queries.wins(opened(cast.samira, Capability.READ_WINS)) == ()
    with pytest.raises(NotAWinYet):
        decide(wins.say_why_hard, cast.hannah, words="It was hard")


def test_only_responsible_carers_and_the_therapist_are_asked(cast, opened, decide, ask):
    assert ask(cast.grandma) == ()
    assert len(queries.asked(opened(cast.hannah, Capability.READ_WINS))) == 1
    with pytest.raises(NotAllowed):
        decide(wins.confirm_win, cast.grandma, words="Yes")
    with pytest.raises(InvalidInput):
        decide(wins.confirm_win, words=" ")


def test_a_win_that_somebody_noticed_is_not_a_question(cast, new_uuid):
    win = new_uuid()
    said = {"actor": cast.samira.actor, "child": cast.idris, "win": win, "at": cast.at}
    wins.add_win(words="Beat the sock", **said)
    with pytest.raises(NotFound):
        wins.confirm_win(words="Yes", **said)


def test_a_carer_who_may_not_read_the_diary_asks_nothing(cast, question, ask):
    named = (Capability.ADD_WINS,)
    circle.restrict_carer(
        actor=cast.hannah.actor, child=cast.idris, person=cast.karim.uuid, named=named, at=cast.at
    )
    assert ask(cast.karim) == ()


def test_the_database_lets_the_log_ask_once_for_an_idea(question):
    row = Win.objects.get(uuid=question.uuid)
    row.pk, row.uuid = None, question.placement
    with pytest.raises(IntegrityError), transaction.atomic():
        row.save(force_insert=True)


def test_who_reads_a_part_of_the_diary_never_makes_the_log_ask(cast, new_uuid, idea, ask):
    for days in (3, 4):
        much = Help.A_LITTLE if days == 3 else Help.BY_SELF
        tried(cast, new_uuid, idea, days=days, much=much, player=cast.grandma)
    assert ask(cast.grandma) == ()
    assert Win.objects.count() == 0
    assert len(ask()) == 1


def test_a_question_follows_the_diary_when_its_moment_is_taken_back(cast, new_uuid, idea, ask):
    first = tried(cast, new_uuid, idea, days=3, much=Help.BY_SELF)
    second = tried(cast, new_uuid, idea, days=4, much=Help.BY_SELF)
    assert [one.entry for one in ask()] == [first.uuid]
    for entry, left in ((first, [second.uuid]), (second, [])):
        practice.undo_entry(actor=cast.samira.actor, child=cast.idris, entry=entry.uuid, at=cast.at)
        assert [one.entry for one in ask()] == left
