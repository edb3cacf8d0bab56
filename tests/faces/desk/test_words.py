"""The clinic's own words: owners and therapists add, change and end them."""

from uuid import uuid4

import pytest
from django.urls import reverse

from alongside.areas.library import queries as library

WORDS = reverse("desk:words")


@pytest.fixture
def line(cast, sign_in):
    """«Brain gym» on the list, put there by the owner on the page."""

    def added(word="brain gym", say="moving games"):
        typed = {"uuid": str(uuid4()), "word": word, "say": say}
        assert sign_in(cast.olive).post(WORDS, typed).status_code == 302
        return next(one for one in library.own_words(cast.clinic.pk) if one.word == word)

    return added


def test_the_owner_and_the_therapists_keep_the_list_and_nobody_else(cast, sign_in, line):
    line("hand gym", "")
    page = sign_in(cast.hannah).get(WORDS).content.decode()
    assert "hand gym" in page
    assert "fine for us" in page
    assert "Olive" in page
    for player in (cast.maria, cast.samira):
        assert sign_in(player).get(WORDS).status_code == 404
    assert "hand gym" not in sign_in(cast.other_therapist).get(WORDS).content.decode()


def test_the_way_there_is_on_the_clinics_page_of_the_owner(cast, sign_in):
    assert WORDS in sign_in(cast.olive).get(reverse("desk:clinic")).content.decode()
    assert WORDS not in sign_in(cast.maria).get(reverse("desk:clinic")).content.decode()


def test_a_line_is_changed_by_a_colleague(cast, sign_in, line):
    address = reverse("desk:word", args=[line().uuid])
    hannah = sign_in(cast.hannah)
    assert "moving games" in hannah.get(address).content.decode()
    typed = {"uuid": str(uuid4()), "word": "brain gym", "say": "big games"}
    for _sent in range(2):
        assert hannah.post(address, typed).status_code == 302
    assert [(one.word, one.say, one.by) for one in library.own_words(cast.clinic.pk)] == [
        ("brain gym", "big games", "Hannah Reid")
    ]
    assert hannah.get(address).status_code == 404


def test_a_line_is_taken_off_once(cast, sign_in, line):
    address = reverse("desk:end_word", args=[line().uuid])
    assert sign_in(cast.other_therapist).post(address).status_code == 404
    for _sent in range(2):
        assert sign_in(cast.hannah).post(address).status_code == 302
    assert library.own_words(cast.clinic.pk) == ()


def test_what_was_typed_is_kept_when_it_cannot_be_taken(cast, sign_in, line):
    line()
    olive = sign_in(cast.olive)
    again = olive.post(WORDS, {"uuid": str(uuid4()), "word": "Brain gym", "say": "play"})
    assert again.status_code == 422
    assert "This word is on your list" in again.content.decode()
    assert 'value="play"' in again.content.decode()
    assert olive.post(WORDS, {"uuid": str(uuid4()), "word": ""}).status_code == 422
