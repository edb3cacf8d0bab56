"""A day of Hannah's work: a goal, an idea on the phone, a visit, a thread. Each in one line."""

import pytest
from django.urls import reverse

from alongside.areas.appointments import actions as appointments
from alongside.areas.conversation import actions as conversation
from alongside.areas.practice import actions as practice
from alongside.core.moments import Help, Kind
from tests.areas.programme import building


@pytest.fixture
def url(cast):
    """The address of a page of this face about Idris: ``url("goal", goal)``."""

    def url_of(name, *parts, child=None):
        return reverse(f"therapist:{name}", args=[child or cast.idris, *parts])

    return url_of


@pytest.fixture
def hannah(sign_in, cast):
    return sign_in(cast.hannah)


@pytest.fixture
def goal(cast):
    """«Both socks on before school», to which both said yes."""
    return building.agreed_goal(cast)


@pytest.fixture
def proposed(cast):
    """The same goal while it waits for the family."""
    return building.proposed_goal(cast)


@pytest.fixture
def idea(cast):
    """«Last pull is his» on the phone."""
    return building.live(cast)


@pytest.fixture
def idea_for_goal(cast, goal):
    """The same idea, placed for the goal."""
    return building.live(cast, goal=goal)


@pytest.fixture
def visit(cast, new_uuid):
    """Today at eight with Hannah: it has just begun."""
    return appointments.book_visit(
        actor=cast.maria.actor,
        child=cast.idris,
        visit=new_uuid(),
        therapist=cast.hannah.uuid,
        starts_at=cast.at,
        minutes=45,
        place_words="Willow Room",
        at=cast.at,
    )


@pytest.fixture
def tried(cast, new_uuid):
    """Samira's entries about an idea, all of them at one moment."""

    def record(idea, count=1, at=None, with_help=Help.A_LITTLE):
        for _one in range(count):
            practice.record_entry(
                actor=cast.samira.actor,
                child=cast.idris,
                placement=idea.uuid,
                entry=new_uuid(),
                kind=Kind.TRIED,
                help=with_help,
                at=at or cast.at,
            )

    return record


@pytest.fixture
def thread(cast, new_uuid):
    """A thread that Samira started, with one message in it."""
    started = conversation.start_thread(
        actor=cast.samira.actor, child=cast.idris, thread=new_uuid(), title="Mornings", at=cast.at
    )
    conversation.send_message(
        actor=cast.samira.actor,
        child=cast.idris,
        thread=started.thread.uuid,
        message=new_uuid(),
        words="The right heel still makes him cross.",
        at=cast.at,
    )
    return started.thread


@pytest.fixture
def weeks_of_moments(cast, clock, idea, tried):
    """So many moments, two a day, and the clock at the end of them."""

    def lived(count):
        for _half_day in range(count):
            tried(idea, at=clock.forward(hours=12))

    return lived


@pytest.fixture
def full_day(goal, idea, visit, thread, tried):
    """All of it at once, with three moments at home."""
    tried(idea, 3)
