"""The family's own words: story, what matters most, and the minutes."""

import pytest

from alongside.areas.story import queries as story
from alongside.core.capabilities import Capability

WORDS = "I want mornings where nobody cries before school. Including me."


@pytest.fixture
def read(cast, opened):
    return lambda: opened(cast.samira, Capability.READ_STORY)


@pytest.fixture
def boxes(new_uuid):
    def filled(**words):
        ids = {f"uuid_{rank}": str(new_uuid()) for rank in range(1, 6)} | {"child_uuid": str(new_uuid())}
        return ids | {f"words_{rank}": "" for rank in range(1, 6)} | {"child_words": ""} | words

    return filled


def test_words_are_kept_to_the_letter_with_the_childs_beside_them(samira, url, boxes, read):
    sent = boxes(
        words_1=WORDS, words_2="Tea without a row.", child_words="I want to do it faster than Yusuf."
    )
    assert samira.post(url("matters"), sent).status_code == 302
    assert samira.post(url("matters"), sent).status_code == 302
    assert {line.words for line in story.priorities(read())} == {
        WORDS,
        "Tea without a row.",
        "I want to do it faster than Yusuf.",
    }
    page = samira.get(url("matters")).content.decode()
    assert WORDS in page
    assert "How much does this matter to you?" in page


def test_new_words_leave_the_old_ones_on_record(samira, url, boxes, read):
    samira.post(url("matters"), boxes(words_1=WORDS))
    samira.post(url("matters"), boxes(words_1="Shoes, too."))
    assert [line.words for line in story.priorities(read())] == ["Shoes, too."]
    assert WORDS in {line.words for line in story.priorities_ever(read())}


def test_too_many_letters_come_back_as_typed(samira, url, boxes, read):
    answer = samira.post(url("matters"), boxes(words_1="Mornings. " * 40))
    assert answer.status_code == 422
    assert "Mornings. Mornings." in answer.content.decode()
    assert story.priorities(read()) == ()


def test_three_numbers_are_asked_together(samira, url, boxes, read, new_uuid):
    samira.post(url("matters"), boxes(words_1=WORDS))
    (line,) = story.priorities(read())
    half = {f"uuid-{line.uuid}": str(new_uuid()), f"importance-{line.uuid}": "9"}
    answer = samira.post(url("rate"), half)
    assert answer.status_code == 422
    assert "Answer all three for this one, or none." in answer.content.decode()
    whole = half | {f"going-{line.uuid}": "3", f"happy-{line.uuid}": "2"}
    assert samira.post(url("rate"), whole).status_code == 302
    assert "Matters 9 of 10 · going 3 of 10" in samira.get(url("matters")).content.decode()


def test_the_minutes_are_told_and_none_is_an_answer(samira, url, new_uuid, read):
    assert samira.post(url("week_chips"), {"routine": ["bedtime"]}).status_code == 302
    assert samira.post(url("minutes"), {"uuid": str(new_uuid()), "minutes_a_day": "0"}).status_code == 302
    assert "0 minutes a day." in samira.get(url("week")).content.decode()
    assert story.capacity(read()).minutes_a_day == 0


def test_more_minutes_than_an_hour_are_refused_kindly(samira, url, new_uuid, read):
    samira.post(url("week_chips"), {"routine": ["bedtime"]})
    sent = {"uuid": str(new_uuid()), "minutes_a_day": "90", "words": "Weekends only."}
    answer = samira.post(url("minutes"), sent)
    assert answer.status_code == 422
    assert "Weekends only." in answer.content.decode()
    assert story.capacity(read()) is None


def test_grandma_reads_and_writes_nothing(sign_in, cast, url, boxes, samira):
    samira.post(url("matters"), boxes(words_1=WORDS))
    grandma = sign_in(cast.grandma)
    page = grandma.get(url("matters")).content.decode()
    assert WORDS in page
    assert "Keep these words" not in page
    assert grandma.post(url("matters"), boxes(words_1="Mine.")).status_code == 403


def test_the_story_is_for_the_family_and_its_therapist(karim, sign_in, cast, url, restrict):
    restrict()
    assert karim.get(url("story")).status_code == 403
    assert sign_in(cast.other_parent).get(url("story")).status_code == 404
