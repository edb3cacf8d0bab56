"""One thing for the week at the end of a visit, and what the family answers."""

from datetime import timedelta
from uuid import uuid4

import pytest

from alongside.areas.appointments import actions as appointments
from alongside.areas.circle import actions as circle
from alongside.areas.circle import queries as circle_read
from alongside.areas.conversation import actions as conversation
from alongside.areas.conversation import queries
from alongside.areas.conversation.actions import NotAtHome
from alongside.areas.programme import actions as programme
from alongside.areas.programme.models import Placement
from alongside.core.capabilities import Capability
from alongside.core.refusals import InvalidInput, NotAllowed, NotFound
from tests.areas.programme.building import by, live, place

WORDS = "Socks after the bath, on the bench."

pytestmark = pytest.mark.both_engines


@pytest.fixture
def visit(cast):
    uuid = uuid4()
    booked = {
        "visit": uuid,
        "therapist": cast.hannah.uuid,
        "starts_at": cast.at + timedelta(hours=1),
        "minutes": 45,
    }
    appointments.book_visit(actor=cast.maria.actor, child=cast.idris, at=cast.at, **booked)
    return uuid


@pytest.fixture
def hand(cast, visit):
    def handing(placed, **changed):
        asked = by(cast.hannah, cast) | {"handover": uuid4(), "visit": visit, "placement": placed.uuid}
        return conversation.hand_over(**asked | {"words": WORDS, "tried": ("Bath", " "), **changed})

    return handing


@pytest.fixture
def now(opened):
    def asking(player, at=None):
        return queries.handover_now(opened(player, Capability.READ_PROGRAMME, at=at))

    return asking


def answer(cast, seen, player, **changed):
    asked = by(player, cast) | {"handover": seen.uuid, "answer": uuid4(), "clear": True} | changed
    return conversation.answer_handover(**asked)


def test_what_is_handed_over_stands_on_today_until_each_has_answered(cast, hand, now, opened):
    socks = live(cast)
    seen = hand(socks)
    assert (seen.title, seen.words, seen.tried, seen.by.name) == (socks.title, WORDS, ("Bath",), "Hannah")
    assert [now(who).uuid for who in (cast.samira, cast.karim, cast.grandma)] == [seen.uuid] * 3
    answer(cast, seen, cast.samira)
    answer(cast, seen, cast.karim, clear=False, question="Which bench?")
    assert (now(cast.samira), now(cast.karim), now(cast.grandma).uuid) == (None, None, seen.uuid)
    told = queries.answers_about([opened(cast.hannah, Capability.READ_PROGRAMME)])
    assert [(one.by.name, one.clear, one.question) for one in told] == [
        ("Karim", False, "Which bench?"),
        ("Samira", True, ""),
    ]
    assert queries.answers_about([opened(cast.samira, Capability.READ_PROGRAMME)]) == ()
    own = queries.handover(opened(cast.samira, Capability.READ_PROGRAMME), seen.uuid)
    assert [one.by.name for one in own.answers] == ["Samira"]


def test_a_second_word_replaces_the_first_and_a_second_delivery_changes_nothing(cast, hand, opened):
    seen = hand(live(cast))
    first = uuid4()
    for _ in range(2):
        answer(cast, seen, cast.samira, answer=first, clear=False)
    answer(cast, seen, cast.samira, clear=True)
    whole = queries.newest_handover(opened(cast.hannah, Capability.READ_PROGRAMME))
    assert [one.clear for one in whole.answers] == [True]
    with pytest.raises(NotFound):
        answer(cast, seen, cast.karim, answer=first)


def test_a_later_handover_of_the_same_visit_takes_the_place_of_the_first(cast, hand, now, visit, opened):
    first, second = hand(live(cast)), hand(live(cast), words="Only the left sock.")
    assert hand(live(cast), handover=second.uuid, words="Never read").words == "Only the left sock."
    answer(cast, second, cast.samira)
    assert now(cast.samira) is None
    with pytest.raises(NotFound):
        answer(cast, first, cast.samira)
    kept = queries.handover_of(opened(cast.hannah, Capability.READ_PROGRAMME), visit)
    assert kept.uuid == second.uuid


def test_only_what_is_at_home_and_safe_is_handed_over_and_it_goes_when_it_rests(cast, hand, now):
    with pytest.raises(NotAtHome):
        hand(place(cast))
    swing = live(cast, strategy="S35", routine="play.outdoor")
    hand(swing)
    programme.record_safety_fact(
        **by(cast.hannah, cast), fact=uuid4(), code="seizures_uncontrolled", words=""
    )
    assert now(cast.samira) is None
    with pytest.raises(NotAtHome):
        hand(swing)
    assert now(cast.samira, at=cast.at + timedelta(days=11)) is None


def test_it_wants_words_and_the_therapist_and_a_visit_of_this_child(cast, hand):
    socks = live(cast)
    with pytest.raises(InvalidInput):
        hand(socks, words=" ")
    with pytest.raises(InvalidInput):
        hand(socks, tried=("x",) * 13)
    with pytest.raises(NotFound):
        hand(socks, visit=uuid4())
    with pytest.raises(NotAllowed):
        hand(socks, actor=cast.samira.actor)
    with pytest.raises(NotAllowed):
        answer(cast, hand(socks), cast.hannah)
    with pytest.raises(NotFound):
        hand(socks, actor=cast.other_therapist.actor)


def test_nothing_of_one_home_reaches_the_other(cast, hand, now, opened):
    home = uuid4()
    circle.add_home(actor=cast.karim.actor, child=cast.idris, home=home, name="Dad’s", zone="", at=cast.at)
    socks = live(cast)
    key = circle_read.homes(opened(cast.hannah, Capability.READ_STORY))[0].pk
    Placement.objects.filter(uuid=socks.uuid).update(home=key)
    seen = hand(socks)
    assert (now(cast.karim).uuid, now(cast.samira), now(cast.grandma)) == (seen.uuid, None, None)
    with pytest.raises(NotFound):
        answer(cast, seen, cast.samira)


def test_the_news_that_an_idea_rests_is_told_until_okay(cast, opened):
    live(cast, strategy="S35", routine="play.outdoor")
    programme.propose_safety_fact(**by(cast.samira, cast), fact=uuid4(), code="shunt", words="")

    def unread(player):
        return queries.rests_unread(opened(player, Capability.READ_PROGRAMME))

    (news,) = unread(cast.samira)
    with pytest.raises(NotFound):
        conversation.read_rests(**by(cast.samira, cast), changes=(uuid4(),))
    for _ in range(2):
        conversation.read_rests(**by(cast.samira, cast), changes=(news.change,))
    assert (unread(cast.samira), unread(cast.hannah)) == ((), ())
    assert [one.change for one in unread(cast.grandma)] == [news.change]
    assert unread(cast.grandma)[0].because == ""
