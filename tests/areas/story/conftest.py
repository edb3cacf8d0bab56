"""A story that a mother sends, and the lines that matter most to her."""

from datetime import date
from uuid import uuid4

import pytest

from alongside.areas.story import actions as story
from alongside.areas.story.values import FamilyDraft, PriorityDraft, StoryAnswers, StoryContact

DAY = "Mornings are the worst. Getting dressed ends in tears.\nBut he is so funny."


@pytest.fixture
def answers():
    return StoryAnswers(
        ordinary_day=DAY,
        good_at="Building «rockets»",
        topics=("feelings", "dressing"),
        child_first_name="Leo",
    )


@pytest.fixture
def contact():
    return StoryContact(name="Ana Lima", email="ana@example.org", phone="01632 960001", ring_when="after 10")


@pytest.fixture
def send(cast, answers, contact):
    """Send a story: the mother's, unless the test says otherwise."""

    def sending(**changed):
        asked = {
            "clinic_slug": cast.clinic.slug,
            "uuid": uuid4(),
            "answers": answers,
            "contact": contact,
            "sender": "192.0.2.7",
            "at": cast.at,
        }
        return story.send_story(**asked | changed)

    return sending


@pytest.fixture
def family_draft(cast):
    return FamilyDraft(
        child=uuid4(),
        invitation=uuid4(),
        child_name="Leo Lima",
        short_name="Leo",
        born_on=date(2020, 5, 1),
        therapist=cast.hannah.uuid,
        relation="Mum",
    )


@pytest.fixture
def line():
    """One thing that matters: ``line("Calm mornings", 2)``."""

    def drafting(words, rank=1, **more):
        return PriorityDraft(**{"uuid": uuid4(), "words": words, "rank": rank} | more)

    return drafting


@pytest.fixture
def keep(cast):
    """Keep a list of lines as one of the cast."""

    def keeping(player, *lines, at=None):
        return story.keep_priorities(actor=player.actor, child=cast.idris, priorities=lines, at=at or cast.at)

    return keeping
