"""The database itself keeps what must never break."""

import pytest
from django.db import IntegrityError, transaction

from alongside.areas.programme.models import Placement
from tests.areas.programme.building import live, place

pytestmark = pytest.mark.both_engines


@pytest.mark.parametrize(
    "broken",
    [
        {"state": "LOST"},
        {"state": "SHARED"},
        {"state": "ENDED"},
        {"minutes": 121},
        {"confidence": 11},
        {"agreed_at": "2026-11-23T08:00Z"},
        {"override_words": "No name under this."},
        {"not_yet_words": "No name under this."},
    ],
)
def test_a_draft_that_contradicts_itself_is_refused(cast, broken):
    placed = place(cast)
    with pytest.raises(IntegrityError), transaction.atomic():
        Placement.objects.filter(uuid=placed.uuid).update(**broken)


def test_a_live_idea_knows_since_when(cast):
    placed = live(cast)
    with pytest.raises(IntegrityError), transaction.atomic():
        Placement.objects.filter(uuid=placed.uuid).update(live_since=None)
