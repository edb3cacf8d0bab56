"""Small wins: somebody noticed them."""

from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction

from alongside.areas.circle import actions as circle
from alongside.areas.circle.values import Voice
from alongside.areas.wins import actions as wins
from alongside.areas.wins import queries
from alongside.areas.wins.models import Win
from alongside.areas.wins.values import Source, WinAbout
from alongside.core.capabilities import Capability
from alongside.core.refusals import InvalidInput, NotAllowed, NotFound
from tests.areas.review.loop import agreed_goal, live_idea

BEAT = "He did both heels himself and shouted, I beat the sock."


@pytest.fixture
def add(cast, new_uuid):
    def added(player=None, **given):
        wanted = {
            "actor": (player or cast.samira).actor,
            "child": cast.idris,
            "win": new_uuid(),
            "words": BEAT,
            "at": cast.at,
        }
        return wins.add_win(**(wanted | given))

    return added


def test_what_somebody_noticed_is_a_win_with_its_author_and_source(cast, add, opened):
    add(happened_on=date(2026, 11, 21))
    add(cast.hannah, words="Stayed with a tricky zip for four minutes.")
    add(cast.grandma, words="He poured his own milk.", happened_on=date(2026, 11, 20))
    family = opened(cast.karim, Capability.READ_WINS)
    seen = queries.wins(family)
    assert [(win.by.name, win.by.voice) for win in seen] == [
        ("Hannah", Voice.THERAPIST),
        ("Samira", Voice.FAMILY),
        ("Amal", Voice.FAMILY),
    ]
    assert (seen[1].words, seen[1].source, seen[1].why) == (BEAT, Source.PERSON, None)
    assert queries.count(family) == 3


def test_the_wins_of_a_week_are_read_for_many_children_at_once(cast, add, opened, django_assert_num_queries):
    add(happened_on=date(2026, 11, 21))
    add(words="Long ago", happened_on=date(2026, 10, 1))
    hannah = opened(cast.hannah, Capability.READ_WINS)
    with django_assert_num_queries(1):
        [(child, win)] = queries.wins_since([hannah], date(2026, 11, 16))
    assert (child, win.words) == (cast.idris, BEAT)
    assert queries.wins_since([], date(2026, 11, 16)) == ()


def test_the_childs_own_words_keep_the_childs_voice(add):
    assert add(words="I beat the sock", said_by_child=True).by.voice is Voice.CHILD


def test_the_same_win_twice_is_one(cast, add, new_uuid):
    uuid = new_uuid()
    assert add(win=uuid) == add(win=uuid)
    assert Win.objects.count() == 1
    with pytest.raises(NotFound):
        add(cast.karim, win=uuid)


def test_a_win_can_belong_to_a_goal_or_an_idea_of_this_child(cast, add, new_uuid):
    goal, idea = agreed_goal(cast, new_uuid).uuid, live_idea(cast, new_uuid)
    assert add(about=WinAbout.GOAL, about_uuid=goal).about_uuid == goal
    assert add(about=WinAbout.IDEA, about_uuid=idea).about is WinAbout.IDEA
    for about in WinAbout:
        with pytest.raises(NotFound):
            add(about=about, about_uuid=new_uuid())
        with pytest.raises(InvalidInput):
            add(about=about)


def test_wins_have_bounds(cast, add):
    tomorrow = (cast.at + timedelta(days=1)).date()
    for given in (
        {"words": ""},
        {"words": "x" * 301},
        {"happened_on": tomorrow},
        {"happened_on": date(2000, 1, 1)},
    ):
        with pytest.raises(InvalidInput):
            add(**given)


@pytest.mark.parametrize("who", ["tom", "maria", "olive"])
def test_the_rest_of_the_clinic_neither_reads_nor_adds(cast, add, who):
    with pytest.raises(NotAllowed):
        add(getattr(cast, who))


def test_a_restricted_carer_adds_only_if_named(cast, add):
    said = {"actor": cast.hannah.actor, "child": cast.idris, "person": cast.karim.uuid, "at": cast.at}
    circle.restrict_carer(**said, named=())
    with pytest.raises(NotAllowed):
        add(cast.karim)
    circle.restrict_carer(**said, named=(Capability.ADD_WINS,))
    assert add(cast.karim).by.name == "Karim"


def test_the_therapist_says_why_it_was_hard(cast, add):
    win = add()
    said = {"child": cast.idris, "win": win.uuid, "at": cast.at}
    wins.say_why_hard(actor=cast.hannah.actor, words="First words", **said)
    seen = wins.say_why_hard(actor=cast.hannah.actor, words="Turning the heel takes two hands.", **said)
    assert (seen.why.words, seen.why.by.name) == ("Turning the heel takes two hands.", "Hannah")
    with pytest.raises(NotAllowed):
        wins.say_why_hard(actor=cast.samira.actor, words="Mine", **said)
    with pytest.raises(NotFound):
        wins.say_why_hard(actor=cast.other_therapist.actor, words="x", **(said | {"child": cast.rosa}))
    with pytest.raises(InvalidInput):
        wins.say_why_hard(actor=cast.hannah.actor, words="", **said)


@pytest.mark.parametrize(
    "fields",
    [{"source": "FROM_LOG"}, {"decided_by": None}, {"by": None}, {"words": ""}],
)
def test_the_database_refuses_a_win_that_nobody_decided(add, fields):
    win = add()
    with pytest.raises(IntegrityError), transaction.atomic():
        Win.objects.filter(uuid=win.uuid).update(**fields)
