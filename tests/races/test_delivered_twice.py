"""Phones send again, in any order and at the same time: every entry is kept once and answered alike."""

import random
from functools import partial
from uuid import uuid4

import pytest

from tests.races.house import at_once

pytestmark = pytest.mark.race
CLIENTS = 6
ENTRIES = 25


def deliver(house, entries, seed):
    """Send every entry once, in an order of one's own; what each was answered."""
    answers = {}
    with house.client(house.known["sessions"]["samira"]) as client:
        for entry in random.Random(seed).sample(entries, len(entries)):
            fields = {"uuid": entry, "placement": house.known["placement"], "kind": "NOT_TODAY"}
            answers[entry] = client.post(house.known["record"], fields)
    return answers


def test_an_entry_sent_by_several_phones_at_once_is_kept_once_and_answered_alike(house):
    entries = [uuid4() for _ in range(ENTRIES)]
    before = house.rows("SELECT count(*) FROM practice_entry")[0][0]
    answered = at_once([partial(deliver, house, entries, seed) for seed in range(CLIENTS)])
    for entry in entries:
        statuses = {(answers[entry].status, answers[entry].location) for answers in answered}
        assert len(statuses) == 1
        assert statuses.pop()[0] in (302, 303)
    assert house.rows("SELECT count(*) FROM practice_entry") == [(before + ENTRIES,)]
