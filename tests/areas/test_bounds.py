"""Whatever arrives in any input of any action, it is kept or refused in words; nothing ever breaks."""

import inspect
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass, replace
from datetime import UTC, date, datetime, time, timedelta, timezone
from decimal import Decimal
from enum import Enum
from functools import partial
from importlib import import_module
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.db import transaction

from alongside.core.refusals import Refusal
from tests.areas.every_action import Call, every_action

pytestmark = pytest.mark.both_engines

WORDS = ("", " ", "\x00", "a\x00", "\ud800", "x" * 20_001, "{0} {name} %s", "\u202e\U0010ffff", "food:\x00")
NUMBERS = (-1, 0, 256, 2**15, 2**31, 2**63, -(2**63) - 1, 10**40)
EAST, WEST = timezone(timedelta(hours=14)), timezone(timedelta(hours=-12))
INSTANTS = (
    datetime.min.replace(tzinfo=EAST),
    datetime.max.replace(tzinfo=WEST),
    datetime(2026, 11, 23, 8),
    datetime(1969, 12, 31, 23, 55, tzinfo=UTC),
)
OF_KIND = (
    (UUID, (UUID(int=7),)),
    (str, WORDS),
    (int, NUMBERS),
    (Decimal, tuple(map(Decimal, ("NaN", "-Infinity", "1e400", "-1e-400", "0.123456")))),
    (datetime, INSTANTS),
    (date, (date.min, date.max)),
    (time, (time.min, time.max)),
    (Mapping, ({UUID(int=number): "Soon" for number in range(5_000)},)),
)
NOT_FROM_A_PAGE = {
    "found_clinic", "found_team", "open_board", "open_enquiry", "close_story", "ask_from_log",
    "begin_plan", "keep_progress", "keep_found", "keep_trouble", "fill_freed", "lapse_offer",
    "give_up", "note_trouble", "note_failure",
}  # fmt: skip
ONLY_IDENTIFIERS = {
    "amend_finding", "confirm_safety_fact", "end_place", "end_probes", "end_safety_fact", "leave_resting",
    "lift_restriction", "recheck_programme", "restrict_carer", "resume_placement", "settle_proposal", "share_note",
    "undo_probe",
}  # fmt: skip
AREAS = (
    "people", "library", "circle", "story", "evaluation", "goals", "programme", "practice", "appointments",
    "conversation", "diary", "caseload", "calendars", "notices", "wins", "review",
)  # fmt: skip


def wrong(value: Any) -> Iterator[Any]:
    """Values of the same kind that no page would send. A choice of a fixed list is read by the page's form."""
    if isinstance(value, bool | Enum):
        return
    for kind, others in OF_KIND:
        if isinstance(value, kind):
            yield from others
            return
    if isinstance(value, tuple | frozenset):
        yield from wrong_list(value)
    elif is_dataclass(value):
        yield from wrong_draft(value)


def wrong_list(value: tuple[Any, ...] | frozenset[Any]) -> Iterator[Any]:
    """Too many, and each wrong one in the place of the first."""
    make = type(value)
    first, *others = value
    if not others:
        yield make([first] * 5_000) if make is tuple else make(uuid4() for _ in range(5_000))
        yield make()
    for other in wrong(first):
        yield make([other, *others])


def wrong_draft(value: Any) -> Iterator[Any]:
    for field in fields(value):
        for other in wrong(getattr(value, field.name)):
            yield replace(value, **{field.name: other})


def wrong_inputs(call: Call) -> Iterator[tuple[str, Any]]:
    """What a page passes on; who asks, when and for which clinic comes from the session."""
    for name, value in call.given.items():
        if name not in {"at", "actor", "clinic", "sender"}:
            for other in wrong(value):
                yield name, other


def breaks(act: partial[Any]) -> Exception | None:
    """Do it and take it back. A refusal is an answer; anything else is what broke."""
    try:
        with transaction.atomic():
            act()
            transaction.set_rollback(True)
    except Refusal:
        return None
    except Exception as error:
        return error
    return None


def test_no_input_of_any_action_breaks_it(cast):
    tried, broke = 0, []
    for call in every_action(cast):
        for name, other in wrong_inputs(call):
            tried += 1
            failed = breaks(partial(call.action, **call.given | {name: other}))
            broke += [f"{call.action.__name__}({name}={other!r:.60}): {failed!r:.90}"] if failed else []
    assert broke == []
    assert tried > 700


def test_what_is_right_is_accepted_or_refused_for_a_reason_of_its_own(cast):
    for call in every_action(cast):
        assert breaks(partial(call.action, **call.given)) is None, call.action.__name__


def test_no_action_is_left_out(cast):
    covered = {call.action.__name__ for call in every_action(cast)} | NOT_FROM_A_PAGE | ONLY_IDENTIFIERS
    modules = [import_module(f"alongside.areas.{area}.actions") for area in AREAS]
    actions = {
        name
        for module in modules
        for name, found in vars(module).items()
        if inspect.isfunction(found) and hasattr(found, "__wrapped__") and not name.startswith("_")
    }
    assert actions - covered == set()
