"""Reading moments. A carer who may not read all entries reads own ones; undone ones are left out everywhere."""

from datetime import datetime, time, timedelta
from functools import cache
from typing import Any, TypeVar
from uuid import UUID
from zoneinfo import ZoneInfo

from django.db.models import Case, DateTimeField, F, Q, QuerySet, Value, When

from alongside.areas.circle.values import By, OpenChild, Voice
from alongside.areas.practice.models import Entry, Noticing
from alongside.areas.practice.values import EntrySeen, NoticingSeen, SeenBy
from alongside.core import progress
from alongside.core.capabilities import Capability
from alongside.core.moments import Felt, Fit, Help, Kind, Moment
from alongside.core.refusals import NotFound

Row = TypeVar("Row", Entry, Noticing)
Shape = TypeVar("Shape")
AT_MOST = 500
MOMENTS_AT_MOST = 5_000  # Two years of several a day: what charts and trends look at.
_SHARED = (
    "uuid", "words", "happened_at", "arrived_at", "zone", "placement__uuid", "placement__title", "by_id",
    "by__uuid", "by__short_name",
)  # fmt: skip
_ENTRY = (*_SHARED, "kind", "felt", "help", "fit", "changed_at", "undone_at")
_ROW = tuple(name for name in _ENTRY if "__" not in name)
_NOTICING = (*_SHARED, "starter", "seen_by", "is_win")
_HOME = (*_ENTRY, "noticed")
_WON = "WIN"
_MOMENT = ("uuid", "placement__uuid", "happened_at", "zone", "kind", "felt", "help", "fit", "words")


def today(opened: OpenChild) -> dict[UUID, tuple[EntrySeen, ...]]:
    """The entries of the local day by placement, the newest first in each. One statement."""
    starts = datetime.combine(opened.today, time(), opened.zone_info)
    ends = datetime.combine(opened.today + timedelta(days=1), time(), opened.zone_info)
    found: dict[UUID, tuple[EntrySeen, ...]] = {}
    for seen in _entries(
        opened, _rows(opened).filter(happened_at__gte=starts, happened_at__lt=ends), AT_MOST
    ):
        found[seen.placement] = (*found.get(seen.placement, ()), seen)
    return found


def entry(opened: OpenChild, uuid: UUID) -> EntrySeen:
    """One entry, an undone one included; NotFound when it is not for this person."""
    return _one_entry(opened, _mine_or_all(opened, _told().filter(child=opened.pk, uuid=uuid)))


def own_entry(opened: OpenChild, uuid: UUID) -> EntrySeen:
    """What this person wrote, as an action answers with it; NotFound for anybody else's."""
    return _one_entry(opened, _told().filter(child=opened.pk, uuid=uuid, by=opened.actor.person))


def just_kept(opened: OpenChild, row: Entry, placement: UUID, title: str) -> EntrySeen:
    """What own_entry would read of a row that this person's action has just written. No statement."""
    told = {name: getattr(row, name) for name in _ROW}
    who = {"by__uuid": opened.actor.uuid, "by__short_name": opened.actor.short_name}
    return _entry(opened, {**told, **who, "placement__uuid": placement, "placement__title": title})


def last_entries(opened: OpenChild, limit: int = 50) -> tuple[EntrySeen, ...]:
    """The newest entries. One statement, however many."""
    return _entries(opened, _rows(opened), limit)


def entries_since(opened: OpenChild, since: datetime) -> tuple[EntrySeen, ...]:
    """The entries that happened from ``since`` on, newest first, at most 500."""
    return _entries(opened, _rows(opened).filter(happened_at__gte=since), AT_MOST)


def moments(
    opened: OpenChild,
    *,
    since: datetime | None = None,
    placement: UUID | None = None,
    goal: UUID | None = None,
) -> tuple[Moment, ...]:
    """The entries as core computes with them, oldest first: of one placement, of one goal's, or all."""
    rows = _mine_or_all(opened, Entry.objects.filter(child=opened.pk, undone_at=None))
    if since is not None:
        rows = rows.filter(happened_at__gte=since)
    if placement is not None:
        rows = rows.filter(placement__uuid=placement)
    if goal is not None:
        rows = rows.filter(placement__goal__uuid=goal)
    newest = rows.order_by("-happened_at", "-pk").values(*_MOMENT)[:MOMENTS_AT_MOST]
    return tuple(_moment(row) for row in reversed(newest))


def dots(
    opened: OpenChild, *, placement: UUID | None = None, goal: UUID | None = None, weeks: int = 5
) -> tuple[progress.Week, ...]:
    """The last ``weeks`` weeks up to this one, for dots; a quiet week says "–"."""
    first = progress.first_monday(opened.today, weeks)
    since = datetime.combine(first, time(), opened.zone_info)
    return progress.weeks(moments(opened, since=since, placement=placement, goal=goal), first, weeks)


def noticings(
    opened: OpenChild, *, since: datetime | None = None, limit: int = 50
) -> tuple[NoticingSeen, ...]:
    """What people noticed, newest first. What was written for the therapist alone stays with its author and her."""
    rows = _mine_or_all(opened, Noticing.objects.filter(child=opened.pk))
    if not opened.is_team:
        rows = rows.filter(Q(seen_by=SeenBy.ALL) | Q(by=opened.actor.person))
    if since is not None:
        rows = rows.filter(happened_at__gte=since)
    found = rows.order_by("-happened_at", "-pk").values(*_NOTICING)[: min(limit, AT_MOST)]
    return tuple(_noticing(opened, row) for row in found)


def from_home(opened: OpenChild, limit: int = 50) -> tuple[EntrySeen | NoticingSeen, ...]:
    """The newest entries and noticings together, in one statement, as ``last_entries`` and ``noticings`` tell them."""
    entries = _mine_or_all(opened, _entries_at_home().filter(child=opened.pk, undone_at=None))
    noticed = _mine_or_all(opened, _noticed_at_home().filter(child=opened.pk))
    if not opened.is_team:
        noticed = noticed.filter(Q(seen_by=SeenBy.ALL) | Q(by=opened.actor.person))
    both: Any = entries.union(noticed, all=True)  # The type checker wants both of one table.
    found = both.order_by("-happened_at", "-uuid")[: min(limit, AT_MOST)]
    return tuple(_at_home(opened, row) for row in found)


def own_noticing(opened: OpenChild, uuid: UUID) -> NoticingSeen:
    """What this person noticed, as an action answers with it; NotFound for anybody else's."""
    rows = Noticing.objects.filter(child=opened.pk, uuid=uuid, by=opened.actor.person)
    row = rows.values(*_NOTICING).first()
    if row is None:
        raise NotFound
    return _noticing(opened, row)


@cache
def _told() -> QuerySet[Entry, dict[str, Any]]:
    """Newest first. Made once: working out what the fields mean takes longer than the statement."""
    rows: QuerySet[Entry, dict[str, Any]] = Entry.objects.order_by("-happened_at", "-pk").values(*_ENTRY)
    return rows


@cache
def _entries_at_home() -> QuerySet[Entry, dict[str, Any]]:
    rows: QuerySet[Entry, dict[str, Any]] = Entry.objects.annotate(noticed=Value(value=False)).values(*_HOME)
    return rows


@cache
def _noticed_at_home() -> QuerySet[Noticing, dict[str, Any]]:
    """Noticings under the names of an entry's columns, so that one statement can read both."""
    rows: QuerySet[Noticing, dict[str, Any]] = Noticing.objects.annotate(
        kind=F("seen_by"),
        felt=F("starter"),
        help=Case(When(is_win=True, then=Value(_WON)), default=Value("")),
        fit=Value(""),
        changed_at=Value(None, output_field=DateTimeField()),
        undone_at=Value(None, output_field=DateTimeField()),
        noticed=Value(value=True),
    ).values(*_HOME)
    return rows


def _at_home(opened: OpenChild, row: dict[str, Any]) -> EntrySeen | NoticingSeen:
    if not row["noticed"]:
        return _entry(opened, row)
    own = {"starter": row["felt"], "seen_by": row["kind"], "is_win": row["help"] == _WON}
    return _noticing(opened, row | own)


def _rows(opened: OpenChild) -> QuerySet[Entry, dict[str, Any]]:
    return _mine_or_all(opened, _told().filter(child=opened.pk, undone_at=None))


def _mine_or_all(opened: OpenChild, rows: QuerySet[Row, Shape]) -> QuerySet[Row, Shape]:
    if opened.allows(Capability.READ_ALL_ENTRIES):
        return rows
    opened.check(Capability.READ_OWN_ENTRIES)
    return rows.filter(by=opened.actor.person)


def _entries(opened: OpenChild, rows: QuerySet[Entry, dict[str, Any]], limit: int) -> tuple[EntrySeen, ...]:
    return tuple(_entry(opened, row) for row in rows[: min(limit, AT_MOST)])


def _one_entry(opened: OpenChild, rows: QuerySet[Entry, dict[str, Any]]) -> EntrySeen:
    row = rows.first()
    if row is None:
        raise NotFound
    return _entry(opened, row)


def _shared(opened: OpenChild, row: dict[str, Any]) -> dict[str, Any]:
    return {
        **{name: row[name] for name in ("uuid", "words", "happened_at", "arrived_at", "zone")},
        "placement": row["placement__uuid"],
        "title": row["placement__title"] or "",
        "by": By(name=row["by__short_name"], voice=Voice.FAMILY, uuid=row["by__uuid"]),
        "is_mine": row["by_id"] == opened.actor.person,
    }


def _entry(opened: OpenChild, row: dict[str, Any]) -> EntrySeen:
    return EntrySeen(
        **_shared(opened, row),
        **_said(row),
        corrected=row["changed_at"] is not None,
        undone=row["undone_at"] is not None,
    )


def _said(row: dict[str, Any]) -> dict[str, Any]:
    return {
        "kind": Kind(row["kind"]),
        "felt": Felt(row["felt"]) if row["felt"] else None,
        "help": Help(row["help"]) if row["help"] else None,
        "fit": Fit(row["fit"]) if row["fit"] else None,
    }


def _moment(row: dict[str, Any]) -> Moment:
    return Moment(
        uuid=row["uuid"],
        placement=row["placement__uuid"],
        happened_at=row["happened_at"],
        day=row["happened_at"].astimezone(ZoneInfo(row["zone"])).date(),
        has_note=bool(row["words"]),
        **_said(row),
    )


def _noticing(opened: OpenChild, row: dict[str, Any]) -> NoticingSeen:
    return NoticingSeen(
        **_shared(opened, row),
        starter=row["starter"],
        seen_by=SeenBy(row["seen_by"]),
        is_win=row["is_win"],
    )
