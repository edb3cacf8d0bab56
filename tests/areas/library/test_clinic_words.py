"""A clinic's own words: added, changed and ended by owners and therapists."""

from datetime import timedelta
from uuid import uuid4

import pytest

from alongside.areas.library import actions, queries
from alongside.areas.library.models import ClinicWord
from alongside.core.refusals import InvalidInput, NotAllowed, NotFound
from alongside.core.words_keeper import MOST_OF_A_CLINIC, suggestions


@pytest.fixture
def keep(cast):
    """Put a word on Willow House's list, as Hannah if nobody else is named."""

    def keep_as(word, say="", player=None, **more):
        told = {"uuid": uuid4(), "clinic": cast.clinic.pk, "at": cast.at} | more
        return actions.keep_word(actor=(player or cast.hannah).actor, word=word, say=say, **told)

    return keep_as


def words_in(cast, text):
    found = suggestions(text, queries.clinic_words(cast.clinic.pk))
    return {one.found: one.replacement for one in found}


def test_a_clinics_own_word_is_found_and_a_word_of_ours_can_be_fine_with_it(cast, keep):
    text = "We use the brain gym in training."
    assert words_in(cast, text) == {"training": "practice"}
    keep("brain gym", "moving games, big games")
    keep("training", player=cast.olive)
    assert words_in(cast, text) == {"brain gym": "moving games"}
    assert hash(queries.clinic_words(cast.clinic.pk)) == hash(queries.clinic_words(cast.clinic.pk))
    assert queries.clinic_words(cast.other_clinic.pk).more == ()


def test_a_word_is_kept_once_however_often_it_is_sent(cast, keep):
    uuid = uuid4()
    assert keep(" brain   gym ", "moving games", uuid=uuid) == keep("brain gym", "moving games", uuid=uuid)
    assert [one.word for one in queries.own_words(cast.clinic.pk)] == ["brain gym"]
    with pytest.raises(InvalidInput, match="is on your list") as refused:
        keep("Brain Gym", "play")
    assert refused.value.field == "word"
    with pytest.raises(NotFound):
        keep("brain gym", uuid=uuid, player=cast.other_therapist, clinic=cast.other_clinic.pk)


def test_a_change_ends_the_line_before_and_keeps_it_in_the_books(cast, keep):
    first = keep("brain gym", "moving games")
    later = keep("brain gym", replaces=first.uuid, at=cast.at + timedelta(days=1), player=cast.olive)
    assert queries.own_words(cast.clinic.pk) == (later,)
    assert later.is_fine
    ended = ClinicWord.objects.get(uuid=first.uuid)
    assert (ended.say, ended.ended_by_id) == ("moving games", cast.olive.pk)
    with pytest.raises(NotFound):
        keep("something", replaces=uuid4())
    with pytest.raises(NotFound):
        queries.own_word(cast.clinic.pk, first.uuid)


def test_a_word_is_ended_once_and_can_come_back(cast, keep):
    kept = keep("brain gym")
    for days in (1, 2):
        at = cast.at + timedelta(days=days)
        actions.end_word(actor=cast.hannah.actor, clinic=cast.clinic.pk, word=kept.uuid, at=at)
    assert ClinicWord.objects.get(uuid=kept.uuid).ended_at == cast.at + timedelta(days=1)
    assert queries.own_words(cast.clinic.pk) == ()
    assert keep("brain gym").word == "brain gym"


def test_only_owners_and_therapists_of_the_clinic_change_its_words(cast, keep):
    kept = keep("brain gym")
    for player, refusal in (
        (cast.maria, NotAllowed),
        (cast.samira, NotFound),
        (cast.other_therapist, NotFound),
    ):
        with pytest.raises(refusal):
            keep("play", player=player)
        with pytest.raises(refusal):
            actions.end_word(actor=player.actor, clinic=cast.clinic.pk, word=kept.uuid, at=cast.at)
    theirs = {"actor": cast.other_therapist.actor, "clinic": cast.other_clinic.pk}
    with pytest.raises(NotFound):
        actions.end_word(**theirs, word=kept.uuid, at=cast.at)


@pytest.mark.parametrize(
    ("word", "say", "field"),
    [("", "", "word"), ("…", "", "word"), ("a" * 61, "", "word"), ("a", "b" * 121, "say")],
)
def test_what_does_not_fit_is_refused_at_its_field(keep, word, say, field):
    with pytest.raises(InvalidInput) as refused:
        keep(word, say)
    assert refused.value.field == field


def test_a_list_has_an_end(cast, keep):
    whose = {"clinic_id": cast.clinic.pk, "by_id": cast.olive.pk, "at": cast.at}
    ClinicWord.objects.bulk_create(
        ClinicWord(uuid=uuid4(), word=f"word {number}", **whose) for number in range(MOST_OF_A_CLINIC)
    )
    with pytest.raises(InvalidInput, match="The list holds 500 words"):
        keep("one more")


def test_the_words_take_one_statement(cast, keep, django_assert_num_queries):
    keep("one")
    keep("two", "three")
    with django_assert_num_queries(1):
        assert len(queries.clinic_words(cast.clinic.pk).more) == 1
