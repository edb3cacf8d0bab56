"""Twenty people at twenty desks want the same hour of one therapist at the same moment, for twenty children."""

import time
from collections import Counter
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from functools import partial
from threading import Barrier
from uuid import uuid4

import pytest

from tests.races.house import PATIENCE, at_once, say

pytestmark = pytest.mark.race
CLIENTS = 20
SLOTS = 50
BOOKED, REFUSED = 302, 422
CONSTRAINT = "appointments_visitcell_taken_once"
TWICE = "SELECT cell FROM appointments_visitcell GROUP BY kind, resource, cell, lane HAVING count(*) > 1"
# PostgreSQL looks into public first then, where a lock of the same name locks nothing.
NO_LOCKS = (
    "ALTER DATABASE postgres SET search_path = public, pg_catalog",
    "CREATE FUNCTION public.pg_advisory_xact_lock(bigint) RETURNS void LANGUAGE sql AS 'SELECT pg_sleep(0)'",
)
LOCKS_AGAIN = (
    "ALTER DATABASE postgres RESET search_path",
    "DROP FUNCTION public.pg_advisory_xact_lock(bigint)",
)


def slots(first_day, count):
    """Ten times a day for as many days as it takes, on the clinic's clock."""
    for number in range(count):
        day = datetime.now(UTC).date() + timedelta(days=first_day + number // 10)
        minutes = 8 * 60 + 45 * (number % 10)
        yield {"day": day.isoformat(), "time": f"{minutes // 60:02}:{minutes % 60:02}"}


def want_all(house, number, wanted, barrier):
    """One desk that wants every slot for its own child; everybody asks for the same slot at the same moment."""
    statuses = []
    with house.client(house.known["desks"][number]) as client:
        for slot in wanted:
            fields = {
                "therapist": house.known["people"]["hannah"],
                "minutes": 45,
                "weeks": 1,
                "unusual": "on",  # One of the days is a Sunday.
                "uuid": uuid4(),
            }
            barrier.wait(PATIENCE)
            statuses.append(client.post(house.known["book"][number], fields | slot).status)
    return statuses


def race(house, first_day, count):
    """What the desks were answered, slot by slot."""
    barrier, wanted = Barrier(CLIENTS), list(slots(first_day, count))
    desks = [partial(want_all, house, number, wanted, barrier) for number in range(CLIENTS)]
    return [Counter(statuses) for statuses in zip(*at_once(desks), strict=True)]


def taken_twice(house):
    """Cells that two visits hold."""
    return len(house.rows(TWICE))


@contextmanager
def without_locks(house, *broken):
    """The same server, whose queue before the constraint lets everybody through."""
    house.change(*NO_LOCKS, *broken)
    house.start()
    try:
        yield
    finally:
        house.kill()
        house.change(*LOCKS_AGAIN)


def test_every_slot_has_exactly_one_winner(house, capsys):
    began = time.monotonic()
    answered = race(house, 10, SLOTS)
    seconds = time.monotonic() - began
    rate = CLIENTS * SLOTS / seconds
    say(
        capsys,
        f"{house.engine}: {CLIENTS} desks, {SLOTS} slots, {seconds:.1f} s, {rate:.0f} answers a second",
    )
    assert answered == [Counter({BOOKED: 1, REFUSED: CLIENTS - 1})] * SLOTS
    assert taken_twice(house) == 0


@pytest.mark.parametrize("seeded", ["postgresql"], indirect=True)  # SQLite has one writer at a time anyway
def test_the_constraint_alone_keeps_slots_apart_and_without_it_two_desks_win(seeded, capsys):
    with without_locks(seeded):
        assert race(seeded, 30, 5) == [Counter({BOOKED: 1, REFUSED: CLIENTS - 1})] * 5
        assert taken_twice(seeded) == 0
    with without_locks(seeded, f"ALTER TABLE appointments_visitcell DROP CONSTRAINT {CONSTRAINT}"):
        answered = race(seeded, 40, 8)
    doubled = sum(slot[BOOKED] > 1 for slot in answered)
    say(capsys, f"{seeded.engine}: with the constraint dropped, {doubled} of 8 slots were booked twice")
    assert doubled > 0
    assert taken_twice(seeded) > 0
    mend(seeded)


def mend(house):
    """Throw away what was booked twice, and put the constraint back."""
    add = f"ADD CONSTRAINT {CONSTRAINT} UNIQUE (kind, resource, cell, lane)"
    house.change("DELETE FROM appointments_visitcell", f"ALTER TABLE appointments_visitcell {add}")
