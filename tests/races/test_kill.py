"""The plug is pulled while families write: whatever was answered with «kept» is there afterwards."""

import json
import random
import time
from contextlib import suppress
from functools import partial
from http.client import HTTPException
from uuid import UUID, uuid4

import pytest

from tests.races.house import at_once, say

pytestmark = pytest.mark.race
CLIENTS = 6
ROUNDS = {"sqlite": 20, "postgresql": 5}
PRAGMAS = """
import django, json
django.setup()
from django.db import connection
with connection.cursor() as cursor:
    asked = ("journal_mode", "synchronous", "secure_delete", "foreign_keys")
    print(json.dumps([cursor.execute(f"PRAGMA {name}").fetchone()[0] for name in asked]))
"""


def write(house, kept, until):
    """Send entries until the line goes dead; only what was answered with a redirect counts as kept."""
    with house.client(house.known["sessions"]["samira"]) as client, suppress(OSError, HTTPException):
        while time.monotonic() < until:
            entry = uuid4()
            fields = {"uuid": entry, "placement": house.known["placement"], "kind": "TRIED"}
            answer = client.post(house.known["record"], fields)
            assert answer.status in (302, 303), answer.body
            kept.append(entry)


def pull_the_plug(house, after):
    time.sleep(after)
    house.kill()


def stored(house):
    return {UUID(str(row[0])) for row in house.rows("SELECT uuid FROM practice_entry")}


def lost(house, kept):
    return set(kept) - stored(house)


def writes(house):
    """How many entries there are, and how many lines of the trail speak of writing one."""
    entries = house.rows("SELECT count(*) FROM practice_entry")
    lines = house.rows("SELECT count(*) FROM trail_trailrow WHERE doing = 'practice.record_entry'")
    return entries[0][0], lines[0][0]


def test_nothing_that_was_kept_is_lost_when_the_server_dies(seeded, capsys):
    kept, dice, before = [], random.Random(3), writes(seeded)
    rounds = ROUNDS[seeded.engine]
    for _ in range(rounds):
        seeded.start()
        writers = [partial(write, seeded, kept, time.monotonic() + 5)] * CLIENTS
        at_once([*writers, partial(pull_the_plug, seeded, dice.uniform(0.3, 0.8))])
    say(capsys, f"{seeded.engine}: {rounds} kills, {len(kept)} entries kept, {len(lost(seeded, kept))} lost")
    assert len(kept) >= rounds * 5  # Enough that a loss would show.
    assert lost(seeded, kept) == set()
    entries, lines = (now - then for now, then in zip(writes(seeded), before, strict=True))
    assert (
        entries == lines
    )  # Nothing is half written: no entry without its line on the trail, and no line without it.
    if seeded.engine == "sqlite":
        assert seeded.rows("PRAGMA integrity_check") == [("ok",)]


def test_an_entry_that_is_gone_would_be_counted_as_lost(house):
    kept = []
    write(house, kept, time.monotonic() + 0.3)
    assert lost(house, kept) == set()
    house.change("DELETE FROM practice_entry WHERE id = (SELECT max(id) FROM practice_entry)")
    assert len(lost(house, kept)) == 1


def test_the_database_waits_for_the_disk_at_every_commit(seeded):
    if seeded.engine == "postgresql":
        (commit,) = seeded.rows("SHOW synchronous_commit")
        assert commit == ("on",)
        return
    journal, synchronous, secure_delete, foreign_keys = json.loads(seeded.run("-c", PRAGMAS))
    assert (journal, synchronous) == ("wal", 2)  # 2 is FULL
    assert (secure_delete, foreign_keys) == (1, 1)
