"""Moments of the cast's week, and one option of an offer in one line."""

from datetime import timedelta
from uuid import uuid4

import pytest

from alongside.areas.waiting.values import OptionToOffer


@pytest.fixture
def tuesday(cast):
    """Tuesday of next week, 15:45 on the clinic's clock."""
    return cast.at + timedelta(days=8, hours=7, minutes=45)


@pytest.fixture
def option(cast, tuesday):
    def made(**given):
        wanted = {"time": uuid4(), "therapist": cast.hannah.uuid, "starts_at": tuesday, "minutes": 45}
        return OptionToOffer(**wanted | given)

    return made
