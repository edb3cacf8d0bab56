"""The database itself keeps what must never break."""

from uuid import uuid4

import pytest
from django.db import IntegrityError, transaction

from alongside.areas.practice import actions as practice
from alongside.areas.practice.models import Entry, Noticing
from alongside.core.moments import Kind
from tests.areas.programme.building import by, live

pytestmark = pytest.mark.both_engines


@pytest.mark.parametrize("broken", [{"kind": "MISSED"}, {"felt": "WENT_WELL"}, {"help": "A_LOT"}])
def test_not_today_carries_no_measure_and_there_is_no_third_kind(cast, broken):
    words = by(cast.samira, cast) | {"placement": live(cast).uuid, "kind": Kind.NOT_TODAY}
    entry = practice.record_entry(**words, entry=uuid4())
    with pytest.raises(IntegrityError), transaction.atomic():
        Entry.objects.filter(uuid=entry.uuid).update(**broken)


@pytest.mark.parametrize("broken", [{"words": ""}, {"seen_by": "ME"}])
def test_a_noticing_has_words_and_known_readers(cast, broken):
    seen = practice.notice(**by(cast.samira, cast), noticing=uuid4(), words="He laughed.")
    with pytest.raises(IntegrityError), transaction.atomic():
        Noticing.objects.filter(uuid=seen.uuid).update(**broken)
