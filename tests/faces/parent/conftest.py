"""A day of Idris's family: an idea on the phone, a goal, a visit, a thread. Each in one line."""

from datetime import timedelta
from uuid import UUID

import pytest
from django.urls import reverse

from alongside.areas.appointments import actions as appointments
from alongside.areas.circle import actions as circle
from alongside.areas.conversation import actions as conversation
from alongside.areas.practice import actions as practice
from alongside.core.moments import Kind
from tests.areas.programme import building


@pytest.fixture
def url(cast):
    """The address of a page of this face for Idris."""

    def url_of(name: str, child: UUID | None = None, **parts: UUID) -> str:
        return reverse(f"parent:{name}", kwargs={"child": child or cast.idris, **parts})

    return url_of


@pytest.fixture
def samira(sign_in, cast):
    return sign_in(cast.samira)


@pytest.fixture
def karim(sign_in, cast):
    return sign_in(cast.karim)


@pytest.fixture
def idea(cast):
    """«Last pull is his» in the morning, shared and agreed."""
    return building.live(cast)


@pytest.fixture
def card(cast):
    """A second idea, at bedtime."""
    return building.live(cast, strategy=building.TOMORROW_CARD, routine="bedtime")


@pytest.fixture
def goal(cast):
    return building.agreed_goal(cast)


@pytest.fixture
def visit(cast, new_uuid):
    """Thursday, 15:45 with Hannah."""
    return appointments.book_visit(
        actor=cast.maria.actor,
        child=cast.idris,
        visit=new_uuid(),
        therapist=cast.hannah.uuid,
        starts_at=cast.at + timedelta(days=3, hours=7, minutes=45),
        minutes=45,
        place_words="Second floor",
        at=cast.at,
    )


@pytest.fixture
def tried(cast, new_uuid):
    """An entry, Samira's unless said otherwise."""

    def record(idea, player=None, **given):
        wanted = {
            "actor": (player or cast.samira).actor,
            "child": cast.idris,
            "placement": idea.uuid,
            "entry": new_uuid(),
            "kind": Kind.TRIED,
            "at": cast.at,
        }
        return practice.record_entry(**(wanted | given))

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
def restrict(cast):
    """Limit what Karim sees to what is named."""

    def restricted(*named):
        circle.restrict_carer(
            actor=cast.hannah.actor, child=cast.idris, person=cast.karim.uuid, named=named, at=cast.at
        )

    return restricted
