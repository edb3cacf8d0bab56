"""What did you notice: words, who reads them, and the small win."""

import pytest

from alongside.areas.practice import queries as diary
from alongside.areas.wins import queries as wins
from alongside.core.capabilities import Capability

WORDS = "He went into the den by himself and put the blanket on."


@pytest.fixture
def noticed(cast, opened):
    return lambda: diary.noticings(opened(cast.samira, Capability.READ_ALL_ENTRIES))


@pytest.fixture
def won(cast, opened):
    return lambda: [win.words for win in wins.wins(opened(cast.samira, Capability.READ_WINS))]


def note(new_uuid, **more):
    return {"uuid": str(new_uuid()), "words": WORDS, "seen_by": "ALL"} | more


def test_who_will_read_it_is_said_before_saving(samira, url):
    page = samira.get(url("notice")).content.decode()
    assert "Karim and Hannah will see this" in page
    assert "Just before that…" in page


def test_words_are_kept_once_and_may_be_a_win(samira, url, idea, new_uuid, noticed, won):
    sent = note(new_uuid, is_win="on", placement=str(idea.uuid))
    assert samira.post(url("notice"), sent).status_code == 302
    assert samira.post(url("notice"), sent).status_code == 302
    (kept,) = noticed()
    assert (kept.words, kept.title, kept.is_win) == (WORDS, idea.title, True)
    assert won() == [WORDS]


def test_an_empty_page_says_what_to_do(samira, url, new_uuid, noticed):
    answer = samira.post(url("notice"), note(new_uuid, words=" "))
    assert answer.status_code == 422
    assert "Write a few words, then save." in answer.content.decode()
    assert noticed() == ()


def test_a_long_win_is_asked_to_be_short_and_keeps_its_words(samira, url, new_uuid, noticed):
    answer = samira.post(url("notice"), note(new_uuid, words="So much. " * 40, is_win="on"))
    assert answer.status_code == 422
    assert "A win is short." in answer.content.decode()
    assert "So much. So much." in answer.content.decode()
    assert noticed() == ()


def test_a_win_for_the_therapist_alone_is_asked_about_and_keeps_its_words(
    samira, url, new_uuid, noticed, won
):
    answer = samira.post(url("notice"), note(new_uuid, seen_by="TEAM", is_win="on"))
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "A win is for everybody to read." in page
    assert WORDS in page
    assert (noticed(), won()) == ((), [])


def test_somebody_elses_idea_cannot_be_named(samira, url, new_uuid, noticed):
    assert samira.post(url("notice"), note(new_uuid, placement=str(new_uuid()))).status_code == 422
    assert noticed() == ()


def test_words_for_the_therapist_alone_stay_with_her(samira, karim, url, new_uuid, opened, cast):
    samira.post(url("notice"), note(new_uuid, seen_by="TEAM"))
    assert diary.noticings(opened(cast.karim, Capability.READ_ALL_ENTRIES)) == ()
    assert len(diary.noticings(opened(cast.hannah, Capability.READ_ALL_ENTRIES))) == 1


def test_a_restricted_carer_reads_no_other_name(karim, url, restrict):
    restrict(Capability.WRITE_ENTRIES)
    page = karim.get(url("notice")).content.decode()
    assert "Hannah will see this" in page
    assert "Samira" not in page
