"""A goal quotes the family only in words that are behind it."""

import pytest
from django.urls import reverse

from alongside.areas.goals import queries as goals_read
from alongside.core.capabilities import Capability
from tests.areas.programme import building


@pytest.fixture
def priority(cast):
    return building.noticed(cast)[0]


@pytest.fixture
def propose(cast, hannah, url, opened, new_uuid):
    """Propose a goal with these words of the family, and read it back."""

    def proposed(words, **more):
        uuid = new_uuid()
        steps = {f"step_{number}": f"Step in words {number}" for number in range(1, 6)}
        sentence = {
            "title": "Calm bedtime",
            "who": "Idris",
            "does": "go to bed",
            "where_when": "at home",
            "with_help": "someone nearby",
            "how_often": "3 of 5 nights",
            "by_when": "2026-12-18",
        }
        typed = steps | sentence | {"uuid": uuid, "family_words": words} | more
        assert hannah.post(url("propose_goal"), typed).status_code == 302
        return goals_read.goal(opened(cast.samira, Capability.READ_GOALS), uuid)

    return proposed


def test_the_page_starts_with_their_words_and_no_claim_behind_them(hannah, url, priority):
    text = hannah.get(url("new_goal")).content.decode()
    assert building.PRIORITY in text
    assert f'value="{priority}" selected' not in text


def test_unchanged_words_are_tied_to_what_they_came_from(propose, priority):
    assert propose(building.PRIORITY).priority == priority


def test_other_words_are_what_the_family_reads(cast, sign_in, propose, priority):
    goal = propose("Calm bedtime, please.")
    assert goal.priority is None
    page = reverse("parent:goal", args=[cast.idris, goal.uuid])
    text = sign_in(cast.samira).get(page).content.decode()
    assert "Calm bedtime, please." in text
    assert building.PRIORITY not in text


def test_a_chosen_priority_is_kept_and_the_typed_words_are_shown(cast, sign_in, propose, priority):
    goal = propose("Mornings without tears.", priority=priority)
    assert goal.priority == priority
    page = reverse("parent:goal", args=[cast.idris, goal.uuid])
    text = sign_in(cast.samira).get(page).content.decode()
    assert "Mornings without tears." in text
    assert building.PRIORITY not in text
