"""Random overlapping times with buffers, and four changes that want one time at once: no two visits ever overlap.

The database is read afterwards without the product, and swept once more from the rows of the visits alone.
"""

import json
import random
import time
from collections import Counter, defaultdict
from datetime import UTC, datetime, timedelta
from functools import partial
from threading import Barrier
from uuid import uuid4
from zoneinfo import ZoneInfo

import pytest

from tests.races.house import PATIENCE, at_once, say

pytestmark = pytest.mark.race
CLIENTS, INTERVALS, BUFFER = 20, 500, 10
ROUNDS, MINUTES, SERIES = 200, 15, 3
DONE, REFUSED = 302, 422
FIRST_DAY = 55
VISITS = """
SELECT visit.therapist_id, visit.child_id, visit.room_id, visit.starts_at, visit.minutes, visit.buffer_after,
  room.capacity
FROM appointments_visit visit LEFT JOIN appointments_room room ON room.id = visit.room_id
WHERE visit.state IN ('OFFERED', 'BOOKED', 'DONE')
"""


def standing(house):
    """Every visit of these races that holds its time, as plain numbers: instants in minutes.

    Another race of the same house drops the constraint before ``FIRST_DAY``.
    """
    since = (datetime.now(UTC) + timedelta(days=FIRST_DAY)).timestamp() // 60
    for therapist, child, room, starts_at, minutes, buffer, capacity in house.rows(VISITS):
        start = datetime.fromisoformat(str(starts_at))
        start = start if start.tzinfo else start.replace(tzinfo=UTC)
        at = int(start.timestamp()) // 60
        if at < since:
            continue
        yield therapist, child, room, at, at + minutes, at + minutes + buffer, capacity


def overlaps(house):
    """What two visits hold at once: a therapist (the buffer with it), a child, or more visits than a room has lanes."""
    spans = defaultdict(list)
    lanes = {}
    for therapist, child, room, start, end, free, capacity in standing(house):
        spans["therapist", therapist].append((start, free))
        spans["child", child].append((start, end))
        if room is not None:
            spans["room", room].append((start, end))
            lanes["room", room] = capacity
    return [whose for whose, held in spans.items() if most_at_once(held) > lanes.get(whose, 1)]


def most_at_once(held):
    """The largest number of spans that share an instant."""
    edges = sorted([(start, 1) for start, _ in held] + [(end, -1) for _, end in held])
    most = now = 0
    for _, change in edges:
        now += change
        most = max(most, now)
    return most


def test_the_sweep_sees_an_overlap_and_no_touching_ends():
    assert most_at_once([(0, 45), (45, 90), (90, 100)]) == 1
    assert most_at_once([(0, 45), (44, 90), (20, 30)]) == 2


def random_times(house, seed, people, room, count):
    """Times of one child on three days, five to ninety minutes long, with either therapist, in the room or not."""
    dice = random.Random(seed)
    for _ in range(count):
        day = datetime.now(UTC).date() + timedelta(days=60 + dice.randrange(3))
        clock = 8 * 60 + 5 * dice.randrange(120)
        yield {
            "therapist": dice.choice(people),
            "room": dice.choice(("", room)),
            "minutes": 5 * dice.randint(1, 18),
            "day": day.isoformat(),
            "time": f"{clock // 60:02}:{clock % 60:02}",
            "weeks": 1,
            "unusual": "on",
            "uuid": uuid4(),
        }


def want(house, number, wanted, barrier):
    with house.client(house.known["desks"][number]) as client:
        barrier.wait(PATIENCE)
        return [client.post(house.known["book"][number], fields).status for fields in wanted]


def test_random_times_with_buffers_never_overlap(house, capsys):
    told = json.loads(house.run("-m", "tests.races.timed", "prepare", str(BUFFER)))
    people, before = (house.known["people"]["hannah"], told["tom"]), len(list(standing(house)))
    barrier = Barrier(CLIENTS)
    desks = [
        partial(
            want,
            house,
            number,
            [*random_times(house, number, people, told["room"], INTERVALS // CLIENTS)],
            barrier,
        )
        for number in range(CLIENTS)
    ]
    began = time.monotonic()
    answered = Counter(status for statuses in at_once(desks) for status in statuses)
    seconds = time.monotonic() - began
    house.run("-m", "tests.races.timed", "prepare", "0")
    say(
        capsys,
        f"{house.engine}: {INTERVALS} random times, {answered[DONE]} booked, {seconds:.1f} s, "
        f"{INTERVALS / seconds:.0f} answers a second",
    )
    assert set(answered) == {DONE, REFUSED}
    assert len(list(standing(house))) - before == answered[DONE] > CLIENTS
    assert overlaps(house) == []


def book(client, house, one):
    return client.post(house.known["book"][2], whole(house, one, 1)).status


def book_weeks(client, house, one):
    return client.post(house.known["book"][3], whole(house, one, SERIES) | {"do": "book", "seen": ""}).status


def move(client, house, one):
    address = house.known["book"][1].replace("/book/", f"/visits/{one['moved']}/move/")
    return client.post(address, whole(house, one, 1)).status


def cancel(client, house, one):
    address = house.known["book"][0].replace("/book/", f"/visits/{one['gone']}/cancel/")
    return client.post(address, {"why": "clinic"}).status


def whole(house, one, weeks):
    return {
        "therapist": house.known["people"]["hannah"],
        "minutes": MINUTES,
        "day": one["day"],
        "time": one["time"],
        "weeks": weeks,
        "unusual": "on",
        "uuid": uuid4(),
    }


def all_rounds(house, number, act, rounds, barrier):
    statuses = []
    with house.client(house.known["desks"][number]) as client:
        for one in rounds:
            barrier.wait(PATIENCE)
            statuses.append(act(client, house, one))
    return statuses


def at_minute(one):
    """A contested time as a plain number."""
    local = datetime.fromisoformat(f"{one['day']}T{one['time']}").replace(tzinfo=ZoneInfo("Europe/London"))
    return int(local.timestamp()) // 60


def house_times(house):
    return [start for _, _, _, start, _, _, _ in standing(house)]


def test_a_booking_a_move_a_series_and_a_cancellation_that_want_one_time_leave_one_visit_or_none(
    house, capsys
):
    told = house.run("-m", "tests.races.timed", "pairs", "90", str(ROUNDS), *house.known["children"][:2])
    rounds, barrier = json.loads(told), Barrier(4)
    acts = (cancel, move, book, book_weeks)
    began = time.monotonic()
    answered = at_once(
        [partial(all_rounds, house, number, act, rounds, barrier) for number, act in enumerate(acts)]
    )
    seconds = time.monotonic() - began
    wins = Counter()
    times = Counter(house_times(house))
    for one, gone, *others in zip(rounds, *answered, strict=True):
        won = [act.__name__ for act, status in zip(acts[1:], others, strict=True) if status == DONE]
        wins[" ".join(won) or "nobody"] += 1
        assert gone == DONE
        assert set(others) <= {DONE, REFUSED}
        assert len(won) <= 1
        assert times[at_minute(one)] == len(won)
    say(
        capsys,
        f"{house.engine}: {ROUNDS} rounds of four changes, won by {dict(wins)}, {seconds:.1f} s, "
        f"{4 * ROUNDS / seconds:.0f} answers a second",
    )
    assert wins.keys() - {"nobody"}
    assert overlaps(house) == []
