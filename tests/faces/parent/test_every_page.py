"""What holds on every page of the family's phone."""

import re
from uuid import uuid4

import pytest
from django.utils.html import strip_tags

from alongside.areas.conversation import actions as conversation
from alongside.areas.story import queries as story
from alongside.core.capabilities import Capability
from alongside.core.words import not_family_words

PAGES = (
    "today",
    "notice",
    "plan",
    "family_plan",
    "story",
    "matters",
    "week",
    "week_chips",
    "week_how",
    "week_things",
    "homes",
    "talk",
    "wins",
    "add_win",
    "visits",
    "family",
    "propose_person",
    "propose_safety",
    "findings",
    "who_looked",
)
FIRST_LOAD = 60_000
NAMES_OF_APPROACHES = {"training"}  # as research calls them: "goal-directed training"


@pytest.fixture
def keys(goal, idea, handed, thread, tried, week):
    """What the addresses of single things name."""
    return {
        "idea": {"placement": idea.uuid},
        "goal": {"goal": goal},
        "change_goal": {"goal": goal},
        "thread": {"thread": thread.uuid},
        "agenda": {"visit": handed.visit},
        "correct": {"entry": tried(idea).uuid},
        "handover": {"handover": handed.uuid},
        "week_moment": {"moment": week[0]},
        "week_other_days": {"moment": week[-1]},
    }


@pytest.fixture
def handed(cast, idea, visit):
    """One thing that Hannah handed over."""
    given = {"handover": uuid4(), "visit": visit.uuid, "placement": idea.uuid, "words": "Only the left sock."}
    return conversation.hand_over(actor=cast.hannah.actor, child=cast.idris, at=cast.at, **given)


@pytest.fixture
def week(samira, url, cast, opened):
    """An ordinary week, drawn; the uuids of its routines."""
    codes = ["morning.dress", "breakfast", "school_run", "after_school", "play.indoor", "meal.dinner", "bath"]
    samira.post(url("week_chips"), {"routine": codes})
    return [one.uuid for one in story.family_day(opened(cast.samira, Capability.READ_STORY))]


@pytest.fixture(
    params=[
        *PAGES, "idea", "goal", "change_goal", "thread", "agenda", "correct", "week_moment", "week_other_days",
        "handover",
    ]
)  # fmt: skip
def seen(request, samira, url, keys):
    """One page of a full day."""
    answer = samira.get(url(request.param, **keys.get(request.param, {})))
    assert answer.status_code == 200
    return answer.content.decode()


def test_one_main_button_words_with_authors_and_kind_words(seen):
    assert len(re.findall(r'class="btn main', seen)) <= 1
    assert all('class="by"' in said for said in seen.split('class="said')[1:])
    assert {hit.word for hit in not_family_words(strip_tags(seen))} <= NAMES_OF_APPROACHES
    assert len(seen) < FIRST_LOAD
    assert " style=" not in seen
    assert "onclick" not in seen
