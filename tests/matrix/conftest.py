"""The world of the matrix: built once for the module in one transaction that is rolled back."""

from collections.abc import Iterator
from http.cookies import SimpleCookie

import pytest
from django.conf import settings
from django.contrib.auth import get_user_model
from django.db import transaction
from django.test import Client

from alongside.areas.library import actions as library
from alongside.areas.story import actions as story
from alongside.areas.story.values import StoryAnswers, StoryContact
from alongside.config.demo import people as ways
from alongside.config.demo.people import Dice
from tests.areas.library.writing import idea
from tests.clock import AT
from tests.matrix import record
from tests.matrix.canaries import Canaries
from tests.matrix.caseloads import plan_times
from tests.matrix.told import stuck_notice
from tests.matrix.waiting_list import wait_in
from tests.matrix.world import OWN, World, build_people, narrow, only
from tests.sessions import with_two_factors

CLINIC_A = ("therapist", "other_therapist", "front_desk")
WORD_LIST = {
    "a": only("therapist", "other_therapist", "owner"),
    "b": only("other_clinics_therapist"),
    "c": only(),
}
BOARD = {"a": only(*CLINIC_A), "b": only("other_clinics_therapist"), "c": only()}


@pytest.fixture(scope="module")
def world(django_db_setup, django_db_blocker) -> Iterator[World]:
    with django_db_blocker.unblock(), transaction.atomic():
        made = World(dice=Dice(3), canaries=Canaries())
        build_people(made)
        for family in made.families.values():
            record.fill(made, family)
        narrow(made)
        made.actors["invited"] = ways.known(f"invited-{OWN}@family.example")
        made.objects["word"] = {letter: _keep_word(made, letter) for letter in "abc"}
        made.objects["idea_code"] = {letter: _add_idea(made, letter) for letter in "abc"}
        made.objects["enquiry"] = {letter: _send_story(made, letter) for letter in "abc"}
        made.objects["freed"] = {letter: wait_in(made, letter) for letter in "abc"}
        made.objects["plan"] = {letter: plan_times(made, letter) for letter in "abc"}
        made.objects["notice"] = {letter: stuck_notice(made, letter) for letter in "abc"}
        yield made
        transaction.set_rollback(True)


@pytest.fixture(scope="module")
def clients(world) -> dict[str, Client]:
    """One signed-in browser for each actor; the anonymous one is signed out."""
    made = {name: _client(somebody) for name, somebody in world.actors.items()}
    for client in made.values():
        client.kept = SimpleCookie(client.cookies)
    return made


def _client(somebody) -> Client:
    client = Client(raise_request_exception=False)
    if somebody is not None:
        person = get_user_model().objects.get(pk=somebody.pk)
        client.force_login(person, backend=settings.AUTHENTICATION_BACKENDS[0])
        session = client.session
        with_two_factors(session, person)
        session.save()
    return client


def _keep_word(world: World, letter: str):
    def word(meaning):
        return world.canaries.mint(f"{letter}0", f"a clinic's {meaning}", WORD_LIST[letter])

    return library.keep_word(
        actor=world.team[letter]["owner"].actor(AT),
        clinic=world.clinics[letter].pk,
        uuid=world.dice.uuid(AT),
        word=word("own word"),
        say=word("kinder word"),
        at=AT,
    ).uuid


def _add_idea(world: World, letter: str):
    """An idea of the clinic's own, which no other clinic may read."""
    name = world.canaries.mint(f"{letter}0", "a clinic's idea", WORD_LIST[letter])
    return library.add_strategy(
        actor=world.team[letter]["owner"].actor(AT),
        clinic=world.clinics[letter].pk,
        strategy=world.dice.uuid(AT),
        draft=idea(name=name),
        at=AT,
    ).code


def _send_story(world: World, letter: str):
    def word(meaning):
        return world.canaries.mint(f"{letter}0", f"story: {meaning}", BOARD[letter])

    answers = StoryAnswers(
        ordinary_day=word("day"),
        hopes=word("hopes"),
        good_at=word("good at"),
        anything_else=word("else"),
        child_first_name=word("child"),
    )
    contact = StoryContact(
        name=word("name"),
        email=f"{letter}@visitor.example",
        phone=word("phone"),
        ring_when=word("when"),
    )
    uuid = world.dice.uuid(AT)
    story.send_story(
        clinic_slug=f"clinic-{letter}", uuid=uuid, answers=answers, contact=contact, sender=letter, at=AT
    )
    return uuid
