"""Reads the history of freed times from the rows alone, without the product, and tells what is wrong with it."""

from collections import defaultdict
from dataclasses import dataclass, field
from typing import Any

STEPS = """
SELECT s.id, s.freed_id, s.number, s.kind, s.child_id, s.offer_id
FROM waiting_freedstep s ORDER BY s.id
"""
OFFERS = "SELECT id, freed_id, child_id, state FROM waiting_offer"
FREED = "SELECT id, state, next_look_at FROM waiting_freedtime"
PLACES = "SELECT child_id, id, since_on FROM waiting_waitingplace WHERE ended_at IS NULL"
HELD = """
SELECT o.state, v.state, count(c.id) FROM waiting_offer o
JOIN waiting_offeredtime t ON t.offer_id = o.id JOIN appointments_visit v ON v.uuid = t.time
LEFT JOIN appointments_visitcell c ON c.visit_id = v.id AND c.kind = 'THERAPIST'
GROUP BY o.id, o.state, v.id, v.state
"""
ENDS = {"TAKEN", "DECLINED", "LAPSED", "WITHDRAWN"}
NEAR = 6  # Steps beside which an answer of another process may have come a moment earlier or later.


@dataclass
class History:
    """Rows in the order in which they were written."""

    steps: list[tuple[Any, ...]]
    offers: dict[int, tuple[Any, ...]]
    freed: dict[int, tuple[Any, ...]]
    places: dict[int, tuple[Any, ...]]
    held: list[tuple[Any, ...]]
    wrong: list[str] = field(default_factory=list)


def read(house: Any) -> History:
    """Everything there is now."""
    return History(
        steps=house.rows(STEPS),
        offers={row[0]: row[1:] for row in house.rows(OFFERS)},
        freed={row[0]: row[1:] for row in house.rows(FREED)},
        places={row[0]: row[1:] for row in house.rows(PLACES)},
        held=house.rows(HELD),
    )


def faults(history: History, *, order: bool = True) -> list[str]:
    """What is wrong, in words; nothing when each time had one family at a time, none is lost, and order was kept."""
    return [*_one_at_a_time(history), *_none_lost(history), *(_in_order(history) if order else [])]


def _one_at_a_time(history: History) -> list[str]:
    wrong, asked, numbers = [], {}, defaultdict(int)
    for step, freed, number, kind, child, _ in history.steps:
        numbers[freed] += 1
        if number != numbers[freed]:
            wrong.append(f"step {step} of {freed} has number {number}")
        if kind == "OFFERED":
            if freed in asked:
                wrong.append(f"{freed} was offered to {child} while {asked[freed]} had it")
            asked[freed] = child
        elif kind in ENDS and asked.pop(freed, None) != child:
            wrong.append(f"{freed} came back from {child}, who did not have it")
    still = {(freed, child) for freed, child, state in history.offers.values() if state == "OPEN"}
    if still != set(asked.items()):
        wrong.append(f"open offers {still} are not those of the steps {asked}")
    return wrong


def _none_lost(history: History) -> list[str]:
    told = {offer for *_, kind, _child, offer in history.steps if kind == "OFFERED"}
    wrong = [f"offer {offer} is in no history" for offer in history.offers.keys() - told]
    still = {freed for freed, _, state in history.offers.values() if state == "OPEN"}
    for freed, (state, look_at) in history.freed.items():
        if (state == "OFFERED") != (freed in still):
            wrong.append(f"{freed} stands at {state} without the offer that belongs to it")
        if (look_at is None) != (state not in {"LOOKING", "OFFERED"}):
            wrong.append(f"{freed} stands at {state} and is looked at {look_at}")
    holds = {"OPEN": ("OFFERED", 6), "TAKEN": ("BOOKED", 6)}
    for offer, visit, cells in history.held:
        expected = holds.get(offer)
        if expected is not None and (visit != expected[0] or cells < expected[1]):
            wrong.append(f"an offer that is {offer} holds {cells} cells of a visit that is {visit}")
        if expected is None and cells:
            wrong.append(f"an offer that is {offer} still holds {cells} cells")
    if len(history.held) != len(history.offers):
        wrong.append(f"{len(history.offers)} offers hold {len(history.held)} times")
    return wrong


def _in_order(history: History) -> list[str]:
    """Whether each family that was asked was the first of those who could be: waited longest, and not asked last."""
    wrong: list[str] = []
    asked: dict[int, set[int]] = defaultdict(set)
    last, busy = None, _busy(history)
    for place, (_, freed, _, kind, child, _) in enumerate(history.steps):
        if kind == "CLASHED":
            asked[freed].add(child)
        if kind != "OFFERED":
            continue
        free = [one for one in history.places if one not in asked[freed] and not busy(one, place)]
        first = min([*free, child], key=lambda one: (one == last, *_wait(history, one)))
        if first != child:
            wrong.append(f"{freed} was offered to {child} before {first}")
        asked[freed].add(child)
        last = child
    return wrong


def _wait(history: History, child: int) -> tuple[Any, ...]:
    order, since_on = history.places[child]
    return str(since_on), order


def _busy(history: History) -> Any:
    """Whether a family had an offer open near a place in the history."""
    spans: list[tuple[int, int, int]] = []
    begun: dict[tuple[int, int], int] = {}
    for place, (_, freed, _, kind, child, _) in enumerate(history.steps):
        if kind == "OFFERED":
            begun[freed, child] = place
        elif kind in ENDS:
            spans.append((child, begun.pop((freed, child)), place))
    spans += [(child, place, len(history.steps)) for (_, child), place in begun.items()]
    return lambda child, at: any(who == child and start < at < end + NEAR for who, start, end in spans)
