"""Wins: what somebody noticed, what the log asks, and progress in words first."""

from datetime import timedelta

import pytest

from alongside.areas.wins import actions as wins
from alongside.areas.wins import queries as noticed
from alongside.core.capabilities import Capability
from alongside.core.moments import Help

WORDS = "He did both heels himself and shouted, I beat the sock!"


@pytest.fixture
def won(cast, opened):
    return lambda: [win.words for win in noticed.wins(opened(cast.samira, Capability.READ_WINS))]


@pytest.fixture
def asked(cast, idea, tried):
    """The log asks about Idris's first time without help."""
    tried(idea, help=Help.A_LOT)
    later = cast.at + timedelta(days=1)
    tried(idea, help=Help.BY_SELF, at=later)
    (question,) = wins.ask_from_log(actor=cast.samira.actor, child=cast.idris, at=later)
    return question


def test_no_wins_yet_invites_small_ones(samira, url):
    assert "Wins can be very small." in samira.get(url("wins")).content.decode()


def test_a_win_is_kept_once_and_the_therapist_says_why_it_was_hard(samira, url, cast, new_uuid, won):
    sent = {"uuid": str(new_uuid()), "words": WORDS, "happened_on": "2026-11-21"}
    for _ in range(2):
        assert samira.post(url("add_win"), sent).status_code == 302
    assert won() == [WORDS]
    wins.say_why_hard(
        actor=cast.hannah.actor, child=cast.idris, win=sent["uuid"], words="Two hands.", at=cast.at
    )
    page = samira.get(url("wins")).content.decode()
    assert f"“{WORDS}”" in page
    assert "Noticed by you" in page
    assert "Two hands." in page


def test_a_day_to_come_is_refused_and_the_words_stay(samira, url, new_uuid, won):
    sent = {"uuid": str(new_uuid()), "words": WORDS, "happened_on": "2026-12-24"}
    answer = samira.post(url("add_win"), sent)
    assert answer.status_code == 422
    assert WORDS in answer.content.decode()
    assert won() == []


def test_the_log_asks_and_a_person_decides(samira, url, clock, asked, won):
    clock.forward(days=1)
    assert "Was that a win?" in samira.get(url("wins")).content.decode()
    address = url("confirm_win", win=asked.uuid)
    assert samira.post(address, {"words": " "}).status_code == 422
    assert won() == []
    assert samira.post(address, {"words": WORDS}).status_code == 302
    assert samira.post(address, {"words": WORDS}).status_code == 302
    assert won() == [WORDS]


def test_all_by_self_for_the_first_time_lets_the_log_ask(samira, url, cast, clock, idea, tried):
    tried(idea, help=Help.A_LOT)
    clock.forward(days=1)
    entry = tried(idea, at=clock.at)
    assert "Was that a win?" not in samira.get(url("wins")).content.decode()
    samira.post(url("correct", entry=entry.uuid), {"help": "BY_SELF"})
    assert "Was that a win?" in samira.get(url("wins")).content.decode()


def test_not_this_time_leaves_no_trace_on_the_page(samira, url, clock, asked, won):
    clock.forward(days=1)
    assert samira.post(url("decline_win", win=asked.uuid)).status_code == 302
    assert "Was that a win?" not in samira.get(url("wins")).content.decode()
    assert won() == []


@pytest.mark.usefixtures("goal")
def test_progress_is_too_early_to_say_and_counts_nothing_against_anybody(samira, url, idea, tried):
    tried(idea)
    page = samira.get(url("wins")).content.decode()
    assert "Too early to say." in page
    for word in ("streak", "missed", "%"):
        assert word not in page.split("<main", 1)[1]


@pytest.mark.usefixtures("goal")
def test_grandma_sees_stairs_and_adds_but_does_not_decide(sign_in, cast, url, asked, new_uuid):
    grandma = sign_in(cast.grandma)
    page = grandma.get(url("wins")).content.decode()
    assert "Both socks" in page
    assert "Was that a win?" not in page
    assert "Too early to say." not in page
    sent = {"uuid": str(new_uuid()), "words": "He laughed."}
    assert grandma.post(url("add_win"), sent).status_code == 302
    assert grandma.post(url("confirm_win", win=asked.uuid), {"words": WORDS}).status_code == 403


@pytest.mark.usefixtures("goal")
def test_a_restricted_carer_sees_wins_only_when_they_are_named(karim, url, restrict):
    restrict(Capability.READ_WINS)
    page = karim.get(url("wins")).content.decode()
    assert "Small wins" in page
    assert "Both socks" not in page
    restrict()
    assert karim.get(url("wins")).status_code == 403


def test_another_family_finds_no_win(sign_in, cast, url, asked):
    other = sign_in(cast.other_parent)
    assert other.get(url("wins")).status_code == 404
    address = url("confirm_win", child=cast.rosa, win=asked.uuid)
    assert other.post(address, {"words": WORDS}).status_code == 404
    assert other.post(address, {"words": ""}).status_code == 404
