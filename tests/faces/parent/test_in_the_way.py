"""After «Not today» what got in the way is asked once, gently, and never again that day."""

import pytest

from alongside.areas.practice import queries as diary
from alongside.core.barriers import Barrier
from alongside.core.capabilities import Capability

SCRIPT = {"hx-request": "true"}
ASKED = "What got in the way? You can skip this."


@pytest.fixture
def told(cast, opened):
    def codes(player=cast.samira):
        return [(one.barrier, one.words) for one in diary.barriers(opened(player, Capability.READ_PROGRAMME))]

    return codes


@pytest.fixture
def address(samira, url, idea, new_uuid):
    """Where Samira says what got in the way of a day without."""
    entry = str(new_uuid())
    samira.post(url("record"), {"uuid": entry, "placement": str(idea.uuid), "kind": "NOT_TODAY"})
    return url("in_the_way", entry=entry)


def not_today(client, url, idea, new_uuid, **more):
    sent = {"uuid": str(new_uuid()), "placement": str(idea.uuid), "kind": "NOT_TODAY"} | more
    return client.post(url("record"), sent, headers=SCRIPT if "part" in more else {})


def test_it_is_asked_after_the_first_not_today_and_gone_when_the_page_is_opened_again(
    samira, url, idea, new_uuid
):
    asked = samira.get(not_today(samira, url, idea, new_uuid).url).content.decode()
    assert ASKED in asked
    assert "No time" in asked
    assert ">Skip<" in asked
    assert ASKED not in samira.get(url("today")).content.decode()


def test_a_second_not_today_of_the_day_asks_nothing(samira, url, idea, card, new_uuid, clock):
    not_today(samira, url, idea, new_uuid)
    second = not_today(samira, url, card, new_uuid)
    assert ASKED not in samira.get(second.url).content.decode()
    row = not_today(samira, url, card, new_uuid, part="row").content.decode()
    assert ASKED not in row
    clock.forward(days=1)
    assert ASKED in samira.get(not_today(samira, url, idea, new_uuid).url).content.decode()


def test_a_tap_sent_again_after_another_is_answered_as_the_first_time(samira, url, idea, card, new_uuid):
    entry = str(new_uuid())
    first = not_today(samira, url, idea, new_uuid, uuid=entry)
    not_today(samira, url, card, new_uuid)
    assert not_today(samira, url, idea, new_uuid, uuid=entry).url == first.url


def test_the_other_parent_is_asked_for_themselves(samira, karim, url, idea, new_uuid, clock):
    not_today(samira, url, idea, new_uuid)
    clock.forward(minutes=1)
    assert ASKED in karim.get(not_today(karim, url, idea, new_uuid).url).content.decode()


def test_done_asks_nothing_of_the_kind(samira, url, idea, new_uuid):
    sent = {"uuid": str(new_uuid()), "placement": str(idea.uuid), "kind": "TRIED"}
    assert ASKED not in samira.get(samira.post(url("record"), sent).url).content.decode()


def test_one_chip_is_kept_without_script_and_can_be_put_right(samira, address, told):
    answer = samira.post(address, {"barrier": "NO_TIME"})
    assert "Thank you. That helps to plan." in samira.get(answer.url).content.decode()
    assert told() == [(Barrier.NO_TIME, "")]
    samira.post(address, {"barrier": "TIRED"})
    assert told() == [(Barrier.TIRED, "")]


def test_a_line_of_the_list_asks_in_its_place(samira, url, idea, new_uuid):
    row = not_today(samira, url, idea, new_uuid, part="row").content.decode()
    assert ASKED in row
    assert f'hx-target="#idea-{idea.uuid}"' in row


def test_with_script_the_card_answers_and_own_words_are_kept(samira, address, told):
    sent = {"barrier": "OTHER", "words": "Grandma came.", "part": "row"}
    part = samira.post(address, sent, headers=SCRIPT).content.decode()
    assert "Thank you." in part
    assert "Grandma came." in part
    assert "<html" not in part
    assert told() == [(Barrier.OTHER, "Grandma came.")]


def test_a_chip_that_is_none_says_so_and_nobody_answers_for_others(samira, karim, address, told):
    assert samira.post(address, {"barrier": "LAZY"}).status_code == 422
    assert karim.post(address, {"barrier": "TIRED"}).status_code == 404
    assert told() == []


def test_another_family_finds_nothing_to_answer(sign_in, cast, address, told):
    assert sign_in(cast.other_parent).post(address, {"barrier": "TIRED"}).status_code == 404
    assert told() == []
