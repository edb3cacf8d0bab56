"""Writing, and what waits for an answer."""

from datetime import UTC, datetime, timedelta

import pytest
from django.db import IntegrityError, transaction

from alongside.areas.circle import actions as circle
from alongside.areas.conversation import queries
from alongside.areas.conversation.models import Message
from alongside.core.capabilities import Capability
from alongside.core.moments import NotYetHappened, TooLongAgo
from alongside.core.refusals import InvalidInput, NotFound

WEDNESDAY_NOON = datetime(2026, 11, 25, 12, 0, tzinfo=UTC)
WEDNESDAY_NIGHT = datetime(2026, 11, 25, 21, 40, tzinfo=UTC)


@pytest.fixture
def read(opened):
    def reading(query, player, **given):
        return query(opened(player, Capability.READ_TALK), **given)

    return reading


def test_words_are_kept_with_their_author_and_voice(cast, start, say, read):
    thread = start()
    say(thread)
    say(thread, cast.hannah, words="That heel was the hard part.")
    seen = read(queries.thread, cast.karim, uuid=thread.thread.uuid)
    assert [(one.by.name, one.from_family, one.mine) for one in seen.messages] == [
        ("Samira", True, False),
        ("Hannah", False, False),
    ]
    assert read(queries.last_messages, cast.samira)[1].mine
    assert read(queries.threads, cast.samira)[0].last.words == "That heel was the hard part."


def test_the_same_message_twice_is_one(cast, start, say, new_uuid):
    thread, uuid = start(), new_uuid()
    assert say(thread, message=uuid) == say(thread, message=uuid)
    assert Message.objects.count() == 1
    with pytest.raises(NotFound):
        say(thread, cast.karim, message=uuid)
    with pytest.raises(NotFound):
        say(start(), message=uuid)


def test_nobody_writes_into_a_thread_without_their_name(cast, start, say):
    thread = start()
    for player in (cast.grandma, cast.other_parent, cast.other_therapist):
        with pytest.raises(NotFound):
            say(thread, player)


def test_messages_have_bounds(cast, start, say):
    thread = start()
    for given, refusal in [
        ({"words": "  "}, InvalidInput),
        ({"words": "x" * 2001}, InvalidInput),
        ({"sent_at": cast.at + timedelta(hours=1)}, NotYetHappened),
        ({"sent_at": cast.at - timedelta(days=60)}, TooLongAgo),
    ]:
        with pytest.raises(refusal):
            say(thread, **given)
    assert say(thread, sent_at=cast.at - timedelta(hours=3)).sent_at == cast.at - timedelta(hours=3)
    with pytest.raises(IntegrityError), transaction.atomic():
        Message.objects.update(words="")


def test_a_familys_message_is_quiet_in_the_clinics_evening(start, say):
    thread = start()
    assert not say(thread, at=WEDNESDAY_NOON).quiet
    assert say(thread, at=WEDNESDAY_NIGHT).quiet


def test_a_therapists_message_is_quiet_in_the_familys_quiet_hours(cast, start, say):
    thread = start()
    assert not say(thread, cast.hannah, at=WEDNESDAY_NOON).quiet
    assert say(thread, cast.hannah, at=WEDNESDAY_NIGHT).quiet
    hours = {"quiet_from": datetime(2026, 1, 1, 11).time(), "quiet_until": datetime(2026, 1, 1, 13).time()}
    kept = {"actor": cast.samira.actor, "child": cast.idris, "phone": "", "address": "", "at": cast.at}
    circle.keep_contact(shared=False, **hours, **kept)
    assert say(thread, cast.hannah, at=WEDNESDAY_NOON).quiet
    assert not say(thread, cast.hannah, at=WEDNESDAY_NIGHT).quiet
    circle.keep_contact(shared=False, **kept)
    assert say(thread, cast.hannah, at=WEDNESDAY_NIGHT).quiet


def test_an_ask_waits_until_the_team_answers(cast, start, say, read, opened):
    thread, other = start(), start(title="Swimming")
    say(thread)
    say(thread, cast.karim, words="Can we make a card?")
    say(other, words="Swimming is at 4.")
    assert len(read(queries.asks, cast.hannah)) == 3
    [first, second] = queries.waiting_for([opened(cast.hannah, Capability.READ_TALK)])
    assert (first.names, first.title, first.child_name) == (("Samira", "Karim"), "Mornings", "Idris")
    assert second.title == "Swimming"
    assert {one.title for one in read(queries.threads, cast.samira) if one.waiting} == {
        "Mornings",
        "Swimming",
    }
    say(thread, cast.hannah, words="Yes, tomorrow.")
    assert [ask.words for ask in read(queries.asks, cast.hannah)] == ["Swimming is at 4."]


def test_nothing_waits_where_nothing_may_be_read(cast, opened):
    assert queries.waiting_for([]) == ()
    assert queries.waiting_for([opened(cast.maria, Capability.READ_NAME)]) == ()


def test_a_therapist_who_joins_is_put_on_with_the_next_message(cast, start, say, read):
    thread = start()
    circle.place_therapist(actor=cast.hannah.actor, child=cast.idris, therapist=cast.tom.uuid, at=cast.at)
    assert read(queries.threads, cast.tom) == ()
    say(thread)
    assert [one.title for one in read(queries.threads, cast.tom)] == ["Mornings"]


def test_the_list_of_threads_takes_the_same_few_statements(
    start, say, opened, cast, django_assert_num_queries
):
    family = opened(cast.samira, Capability.READ_TALK)
    for number in range(2):
        for thread in [start(title=f"{number} {one}") for one in range(4)]:
            say(thread)
        with django_assert_num_queries(3):
            assert len(queries.threads(family)) == (number + 1) * 4


def test_only_the_childs_own_therapist_finds_a_family_waiting(cast, opened, start, say):
    say(start())
    assert len(queries.waiting_for([opened(cast.hannah, Capability.READ_TALK)])) == 1
    assert queries.waiting_for([opened(cast.karim, Capability.READ_TALK)]) == ()
