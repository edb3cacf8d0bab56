"""The forty strategies: structured, plain, and never more certain than their evidence."""

import json
from datetime import date
from importlib import resources

import pytest

from alongside.core import child_facts, routines
from alongside.core.words import not_family_words, readability, word_count

LIBRARY = json.loads(
    resources.files("alongside.areas.library").joinpath("data", "strategies.json").read_text(encoding="utf-8")
)
EACH = pytest.mark.parametrize("strategy", LIBRARY["strategies"], ids=lambda strategy: strategy["code"])


def test_there_are_forty_with_a_code_and_a_name_of_their_own() -> None:
    assert len(LIBRARY["strategies"]) == 40
    for key in ("code", "name", "summary", "words_that_help"):
        assert len({strategy[key] for strategy in LIBRARY["strategies"]}) == 40


@EACH
def test_its_words_are_short_and_the_family_s(strategy: dict) -> None:
    assert 4 <= word_count(strategy["summary"]) <= 20
    assert 2 <= word_count(strategy["words_that_help"]) <= 10
    assert readability(strategy["summary"]) <= 7
    assert not not_family_words(strategy["summary"] + " " + strategy["words_that_help"])


@EACH
def test_its_numbers_make_sense(strategy: dict) -> None:
    age, often = strategy["age"], strategy["frequency"]
    assert 0 <= age["from"] < age["to"] <= 18
    assert 0 < strategy["minutes"] <= 30
    assert 0 <= often["times_min"] <= often["times_max"] <= 7
    assert often["times_max"] >= 1
    assert often["per"] in LIBRARY["vocabularies"]["frequency.per"]


@EACH
def test_it_has_a_supervision_level_with_rules_a_program_can_read(strategy: dict) -> None:
    levels = LIBRARY["vocabularies"]["supervision.level"]
    places = {"at_first", "near_roads", "busy_place"}
    assert strategy["supervision"]["level"] in levels
    for rule in strategy["supervision"]["rules"]:
        when = rule["when"]
        assert when in places or child_facts.is_fact(when) or when.removeprefix("<").isdigit()
        assert levels.index(rule["level"]) < levels.index(strategy["supervision"]["level"])


@EACH
def test_its_evidence_has_a_light_a_source_and_a_date(strategy: dict) -> None:
    evidence = strategy["evidence"]
    assert evidence["light"] in LIBRARY["vocabularies"]["evidence.light"]
    assert evidence["approach"]
    assert evidence["statement"]
    assert "doi" in evidence["source"]
    assert date.fromisoformat(evidence["checked_on"]) <= date(2026, 11, 21)
    assert evidence["light"] != "green" or "been rated" not in evidence["statement"]


@EACH
def test_it_has_a_known_routine_and_something_to_do_make_easier_and_harder(strategy: dict) -> None:
    assert strategy["routine"] in routines.ROUTINES
    assert strategy["steps"]
    assert strategy["easier"]
    assert strategy["harder"]
    assert strategy["skills"]
    assert set(strategy["setting"]) <= {"home", "school", "community", "park", "car", "clinic"}
    assert all(":" in channel for channel in strategy["sensory"])


def test_whatever_happens_in_water_stays_within_touch() -> None:
    wet = [s for s in LIBRARY["strategies"] if any(item["code"] == "water" for item in s["safety"])]
    assert wet
    assert {strategy["supervision"]["level"] for strategy in wet} == {"TOUCH"}
