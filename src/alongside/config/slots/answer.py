"""A plan of times as JSON: plain values in a fixed order."""

from collections.abc import Iterable
from typing import Any

from alongside.config.slots.written import clock
from alongside.core.slots.instance import DAYS, VERSION
from alongside.core.slots.result import Explained, LeftOut, Plan, Unkept
from alongside.core.slots.what_if import Compared
from alongside.core.words import Phrase


def answer(plan: Plan) -> dict[str, Any]:
    """The plan with its objective, bound, reasons, who is left out and why, and whose family loses a time."""
    return {
        "version": VERSION,
        "objective": plan.objective,
        "bound": plan.bound,
        "percent_of_bound": plan.share,
        "seconds": plan.seconds,
        "parts": {part.value: points for part, points in plan.parts.items()},
        "placements": [_explained(one) for one in plan.explained],
        "left_out": [_left(one) for one in plan.left_out],
        "unkept_pins": [_unkept(one) for one in plan.unkept],
        "moved_families": list(plan.moved),
    }


def compared(both: Compared) -> dict[str, Any]:
    """What the change would bring, and the whole plan that comes with it."""
    return {
        "version": VERSION,
        "points_more": both.then.objective - both.as_is.objective,
        "times_more": len(both.then.placements) - len(both.as_is.placements),
        "more_times_for": list(both.more),
        "fewer_times_for": list(both.fewer),
        "as_is": {"objective": both.as_is.objective, "bound": both.as_is.bound},
        "then": answer(both.then),
    }


def _explained(one: Explained) -> dict[str, Any]:
    placed = one.placement
    return {
        "child": placed.child,
        "session": placed.session,
        "therapist": placed.therapist,
        "weekday": DAYS[placed.weekday],
        "start": clock(placed.start),
        "until": clock(placed.until),
        "site": placed.site,
        "room": placed.room,
        "reasons": [
            {"part": reason.part.value, "points": reason.points, "why": reason.why.text}
            for reason in one.reasons
        ],
        "what_would_change_it": _texts(one.changes),
    }


def _left(one: LeftOut) -> dict[str, Any]:
    return {
        "child": one.child,
        "missing": one.missing,
        "why": one.why.text,
        "what_would_change_it": _texts(one.changes),
    }


def _unkept(one: Unkept) -> dict[str, Any]:
    pin = one.pin
    return {
        "child": pin.child,
        "therapist": pin.therapist,
        "weekday": DAYS[pin.weekday],
        "start": clock(pin.start),
        "why": one.why.text,
    }


def _texts(phrases: Iterable[Phrase]) -> list[str]:
    return [one.text for one in phrases]
