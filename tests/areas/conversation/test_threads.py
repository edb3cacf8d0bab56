"""Threads carry names, and only those people read them."""

import pytest
from django.db import IntegrityError, transaction

from alongside.areas.appointments import actions as appointments
from alongside.areas.appointments.values import NoteDraft
from alongside.areas.circle import actions as circle
from alongside.areas.conversation import actions as conversation
from alongside.areas.conversation import queries
from alongside.areas.conversation.models import Thread
from alongside.areas.conversation.values import About
from alongside.core.capabilities import Capability
from alongside.core.refusals import InvalidInput, NotAllowed, NotFound
from tests.areas.review.loop import agreed_goal, live_idea


@pytest.fixture
def titles(opened):
    def titles_for(player):
        return [thread.title for thread in queries.threads(opened(player, Capability.READ_TALK))]

    return titles_for


@pytest.fixture
def restrict(cast):
    def restricted(player, *named):
        circle.restrict_carer(
            actor=cast.hannah.actor, child=cast.idris, person=player.uuid, named=named, at=cast.at
        )

    return restricted


def test_a_thread_carries_the_responsible_carers_and_the_own_therapist(cast, start, titles):
    made = start()
    assert {by.name for by in made.people} == {"Samira", "Karim", "Hannah"}
    assert (made.thread.title, made.thread.about, made.messages) == ("Mornings", About.GENERAL, ())
    assert titles(cast.karim) == titles(cast.hannah) == ["Mornings"]
    assert titles(cast.grandma) == []


@pytest.mark.parametrize("who", ["tom", "maria", "olive"])
def test_the_rest_of_the_clinic_reads_no_talk(cast, start, who):
    with pytest.raises(NotAllowed):
        start(getattr(cast, who))


def test_a_grandmother_has_threads_with_her_own_name(cast, start, titles, opened, new_uuid):
    start()
    start(cast.grandma, title="Tuesdays with me")
    shared = start(also=(cast.grandma.uuid,), title="Birthday")
    assert set(titles(cast.grandma)) == {"Tuesdays with me", "Birthday"}
    assert "Amal" in {by.name for by in shared.people}
    with pytest.raises(NotFound):
        start(also=(cast.tom.uuid,))


def test_somebody_can_be_put_on_a_thread_later(cast, start, titles):
    made = start()
    said = {"child": cast.idris, "thread": made.thread.uuid, "person": cast.grandma.uuid, "at": cast.at}
    with pytest.raises(NotFound):
        conversation.add_to_thread(actor=cast.grandma.actor, **said)
    for _ in range(2):
        conversation.add_to_thread(actor=cast.karim.actor, **said)
    assert titles(cast.grandma) == ["Mornings"]
    with pytest.raises(NotFound):
        conversation.add_to_thread(actor=cast.samira.actor, **(said | {"person": cast.tom.uuid}))


def test_a_carer_can_write_with_the_therapist_alone(cast, start, titles):
    private = start(cast.samira, title="Only us", alone=True)
    assert {one.name for one in private.people} == {"Samira", "Hannah"}
    assert "Only us" in titles(cast.samira)
    assert "Only us" in titles(cast.hannah)
    assert "Only us" not in titles(cast.karim)
    with pytest.raises(NotFound):
        conversation.add_to_thread(
            actor=cast.hannah.actor,
            child=cast.idris,
            thread=private.thread.uuid,
            person=cast.karim.uuid,
            at=cast.at,
        )
    assert {one.name for one in start(cast.hannah, alone=True).people} >= {"Samira", "Karim"}


def test_a_restricted_carer_has_only_the_own_thread_with_the_clinic(cast, start, titles, restrict):
    start()
    restrict(cast.karim)
    own = start(cast.karim, title="From Karim")
    assert {by.name for by in own.people} == {"Karim", "Hannah"}
    assert titles(cast.karim) == ["From Karim"]
    assert titles(cast.samira) == ["Mornings"]
    assert set(titles(cast.hannah)) == {"Mornings", "From Karim"}
    said = {"child": cast.idris, "thread": own.thread.uuid, "at": cast.at}
    with pytest.raises(NotFound):
        conversation.add_to_thread(actor=cast.hannah.actor, person=cast.samira.uuid, **said)


def test_a_restricted_carer_is_not_put_on_other_threads(cast, start, restrict, titles):
    restrict(cast.karim)
    made = start()
    assert {by.name for by in made.people} == {"Samira", "Hannah"}
    with pytest.raises(NotFound):
        conversation.add_to_thread(
            actor=cast.samira.actor,
            child=cast.idris,
            thread=made.thread.uuid,
            person=cast.karim.uuid,
            at=cast.at,
        )
    assert titles(cast.karim) == []


def test_the_same_thread_twice_is_one(cast, start, new_uuid):
    uuid = new_uuid()
    assert start(thread=uuid) == start(thread=uuid)
    assert Thread.objects.count() == 1
    with pytest.raises(NotFound):
        start(cast.karim, thread=uuid)


def test_a_thread_hangs_on_something_of_this_child(cast, start, new_uuid):
    goal, idea = agreed_goal(cast, new_uuid).uuid, live_idea(cast, new_uuid)
    visit = appointments.book_visit(
        actor=cast.maria.actor,
        child=cast.idris,
        visit=new_uuid(),
        therapist=cast.hannah.uuid,
        starts_at=cast.at,
        minutes=45,
        at=cast.at,
    ).uuid
    for about, uuid in [(About.GOAL, goal), (About.IDEA, idea), (About.VISIT, visit)]:
        made = start(about=about, about_uuid=uuid)
        assert (made.thread.about, made.thread.about_uuid) == (about, uuid)
        with pytest.raises(NotFound):
            start(about=about, about_uuid=new_uuid())
    with pytest.raises(NotFound):
        start(about=About.NOTE, about_uuid=new_uuid())
    for wrong in ({"about": About.GOAL}, {"about_uuid": goal}, {"title": "x" * 121}):
        with pytest.raises(InvalidInput):
            start(**wrong)


def test_a_thread_can_hang_on_a_note_for_the_family(cast, start, new_uuid):
    said = {"actor": cast.hannah.actor, "child": cast.idris, "visit": new_uuid(), "at": cast.at}
    appointments.book_visit(therapist=cast.hannah.uuid, starts_at=cast.at, minutes=45, **said)
    note = appointments.start_note(note=new_uuid(), **said)
    draft = NoteDraft(version=1, for_family="He laughed when it slipped.")
    appointments.sign_note(draft=draft, **said)
    assert start(about=About.NOTE, about_uuid=note.uuid).thread.about is About.NOTE


def test_the_database_wants_to_know_what_a_thread_is_about(start):
    made = start()
    with pytest.raises(IntegrityError), transaction.atomic():
        Thread.objects.filter(uuid=made.thread.uuid).update(about="GOAL")
