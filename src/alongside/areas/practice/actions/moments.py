"""Keeping moments from home. One tap is enough; sending it twice changes nothing, because phones retry."""

from collections.abc import Mapping
from datetime import UTC, datetime
from functools import cache
from typing import Any
from uuid import UUID
from zoneinfo import available_timezones

from django.db import connection

from alongside.areas.circle import gate
from alongside.areas.circle.values import OpenChild
from alongside.areas.practice import queries
from alongside.areas.practice.models import Entry, EntryChange, Noticing
from alongside.areas.practice.values import EntrySeen, NoticingSeen, SeenBy
from alongside.areas.programme import queries as programme
from alongside.areas.programme.values import Loggable
from alongside.areas.trail.actions import action
from alongside.core import bounds
from alongside.core import moments as core
from alongside.core.actors import Actor
from alongside.core.capabilities import Capability
from alongside.core.moments import Felt, Fit, Help, Kind
from alongside.core.refusals import NotFound, Refusal
from alongside.core.words import gettext_noop

_INSERT = """
INSERT INTO practice_entry
    (uuid, child_id, placement_id, kind, felt, help, fit, words, happened_at, arrived_at, zone, by_id)
VALUES (%s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s)
ON CONFLICT (uuid) DO NOTHING
"""
_COLUMNS = (
    "uuid", "child_id", "placement_id", "kind", "felt", "help", "fit", "words", "happened_at", "arrived_at", "zone",
    "by_id",
)  # fmt: skip
_BARE: Mapping[str, Any] = {"felt": None, "help": None, "fit": None}


class StrategyPaused(Refusal):
    """The idea was not in the plan at that time."""

    sentence = gettext_noop("This idea was resting then, so there is nothing to keep. That is fine.")


class EntryUndone(Refusal):
    """The entry was taken back before."""

    sentence = gettext_noop("This one was taken back. You can tell it again as a new one.")


@action
def record_entry(
    *,
    actor: Actor,
    child: UUID,
    placement: UUID,
    entry: UUID,
    kind: Kind,
    felt: Felt | None = None,
    help: Help | None = None,  # noqa: A002  # The word of the record; nobody calls help() here.
    fit: Fit | None = None,
    words: str = "",
    happened_at: datetime | None = None,
    zone: str | None = None,
    at: datetime,
) -> EntrySeen:
    """Keep what happened at home: two statements of its own, no history.

    ``happened_at`` (aware, up to 31 days back) and ``zone`` (IANA) are the moment's; without them it was now,
    where the child lives. Not today keeps no felt, help or fit. Refuses StrategyPaused when the idea
    was not in the plan at that time.
    """
    opened = gate.open_child(actor, child, Capability.WRITE_ENTRIES, at, doing="practice.record_entry")
    said = {"felt": felt, "help": help, "fit": fit} if kind is Kind.TRIED else dict(_BARE)
    row = Entry(uuid=entry, child_id=opened.pk, kind=kind, arrived_at=at, by_id=actor.person, **said)
    try:
        row.words = bounds.words(words, bounds.WORDS, "words")
        row.happened_at, row.zone = _when(happened_at, at).astimezone(UTC), _zone(opened, zone)
        placed = _live(opened, placement, row.happened_at)
    except Refusal:
        # A second delivery is answered like the first one, even when the idea rests by now.
        if not Entry.objects.filter(uuid=entry).exists():
            raise
        return queries.own_entry(opened, entry)
    row.placement_id = placed.pk
    if not _is_new(row):
        return queries.own_entry(opened, entry)
    return queries.just_kept(opened, row, placement, placed.title)


@action
def correct_entry(
    *,
    actor: Actor,
    child: UUID,
    entry: UUID,
    kind: Kind | None = None,
    felt: Felt | None = None,
    help: Help | None = None,  # noqa: A002  # The word of the record; nobody calls help() here.
    fit: Fit | None = None,
    words: str | None = None,
    happened_at: datetime | None = None,
    at: datetime,
) -> EntrySeen:
    """Add to an own entry or correct it; None leaves a part as it is.

    What was said before is kept beside it. Adding what nobody had said yet is no correction.
    """
    opened = gate.open_child(actor, child, Capability.WRITE_ENTRIES, at, doing="practice.correct_entry")
    row = _own(opened, entry)
    if row.undone_at is not None:
        raise EntryUndone
    given = {"kind": kind, "felt": felt, "help": help, "fit": fit, "happened_at": happened_at}
    wanted: dict[str, Any] = {name: value for name, value in given.items() if value is not None}
    if words is not None:
        wanted["words"] = bounds.words(words, bounds.WORDS, "words")
    if happened_at is not None:
        _live(opened, row.placement.uuid, _when(happened_at, at))
    if wanted.get("kind", row.kind) == Kind.NOT_TODAY:
        wanted |= _BARE
    _change(opened, row, wanted)
    return queries.own_entry(opened, entry)


@action
def undo_entry(*, actor: Actor, child: UUID, entry: UUID, at: datetime) -> EntrySeen:
    """Take an own entry back. It leaves every page; what it said is kept."""
    opened = gate.open_child(actor, child, Capability.WRITE_ENTRIES, at, doing="practice.undo_entry")
    row = _own(opened, entry)
    if row.undone_at is None:
        _change(opened, row, {"undone_at": at}, is_correction=False)
    return queries.own_entry(opened, entry)


@action
def notice(
    *,
    actor: Actor,
    child: UUID,
    noticing: UUID,
    words: str,
    placement: UUID | None = None,
    starter: str = "",
    seen_by: SeenBy = SeenBy.ALL,
    is_win: bool = False,
    happened_at: datetime | None = None,
    zone: str | None = None,
    at: datetime,
) -> NoticingSeen:
    """Keep what somebody noticed, in their words. An idea may be named, and need not be live."""
    opened = gate.open_child(actor, child, Capability.WRITE_ENTRIES, at, doing="practice.notice")
    if Noticing.objects.filter(uuid=noticing).exists():
        return queries.own_noticing(opened, noticing)
    when = _when(happened_at, at)
    Noticing.objects.create(
        uuid=noticing,
        child_id=opened.pk,
        placement_id=programme.loggable(opened, placement, when).pk if placement else None,
        words=bounds.words(words, bounds.WORDS, "words", required=True),
        starter=bounds.words(starter, 60, "starter"),
        seen_by=seen_by.value,
        is_win=is_win,
        happened_at=when,
        arrived_at=at,
        zone=_zone(opened, zone),
        by_id=actor.person,
    )
    return queries.own_noticing(opened, noticing)


def _is_new(row: Entry) -> bool:
    """Insert it, and say whether this delivery was the first.

    The database alone decides, so nothing is asked before the insert and nothing has to be read after it; the
    lock of SQLite's only writer is held for less long.
    """
    stored = {field.column: field for field in Entry._meta.concrete_fields}
    values = [stored[name].get_db_prep_save(getattr(row, name), connection) for name in _COLUMNS]
    with connection.cursor() as cursor:
        cursor.execute(_INSERT, values)
        return bool(cursor.rowcount == 1)


def _own(opened: OpenChild, entry: UUID) -> Entry:
    rows = Entry.objects.filter(child=opened.pk, uuid=entry, by=opened.actor.person)
    row = rows.select_related("placement").select_for_update(of=("self",)).first()
    if row is None:
        raise NotFound
    return row


def _live(opened: OpenChild, placement: UUID, when: datetime) -> Loggable:
    placed = programme.loggable(opened, placement, when)
    if not placed.was_live:
        raise StrategyPaused
    return placed


def _when(happened_at: datetime | None, at: datetime) -> datetime:
    if happened_at is None:
        return at
    core.check_happened_at(happened_at, at)
    return happened_at


def _change(opened: OpenChild, row: Entry, wanted: dict[str, Any], *, is_correction: bool = True) -> None:
    """Write what differs. What had been said before goes into the history first."""
    before = {name: getattr(row, name) for name, value in wanted.items() if getattr(row, name) != value}
    if not before:
        return
    for name in before:
        setattr(row, name, wanted[name])
    said = {name: value for name, value in before.items() if value not in (None, "")}
    if said and is_correction:
        row.changed_at = opened.at
    if said or not is_correction:
        EntryChange.objects.create(
            child_id=opened.pk, entry=row, before=_plain(before), by_id=opened.actor.person, at=opened.at
        )
    row.save(update_fields=[*before, "changed_at"])


def _plain(before: dict[str, Any]) -> dict[str, Any]:
    return {
        name: value.isoformat() if isinstance(value, datetime) else value for name, value in before.items()
    }


def _zone(opened: OpenChild, zone: str | None) -> str:
    """The phone's zone when it is one, else the child's: an odd clock is no reason to lose a moment."""
    return zone if zone and zone in _zones() else opened.zone


@cache
def _zones() -> frozenset[str]:
    return frozenset(available_timezones())
