"""Fixtures of every test that needs the record. The cast is built once a run; each test is rolled back."""

from uuid import uuid4

import pytest

from alongside.areas.circle import gate
from tests.cast import Cast, build_cast
from tests.clock import AT, CLOCK, Clock

_built: list[Cast] = []


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup, django_db_blocker):
    with django_db_blocker.unblock():
        _built.append(build_cast())


@pytest.fixture
def cast(db) -> Cast:
    return _built[0]


@pytest.fixture
def opened(cast):
    """Open a child as one of the cast: ``opened(cast.samira, Capability.READ_GOALS)``."""

    def open_as(player, capability, child=None, at=None):
        return gate.open_child(
            player.actor, child or cast.idris, capability, at or cast.at, doing="tests.look"
        )

    return open_as


@pytest.fixture
def new_uuid():
    return uuid4


@pytest.fixture(autouse=True)
def clock() -> Clock:
    """The clock that pages look at; it starts at the cast's moment in every test."""
    CLOCK.at = AT
    return CLOCK
