"""Reading moments. A carer who may not read all entries reads own ones; undone ones are left out everywhere.

What belongs to an idea of one home alone is read in that home and by the child's own therapist.
"""

from datetime import UTC, datetime, time, timedelta
from enum import StrEnum
from typing import Any, TypeVar
from uuid import UUID

from django.db.models import Case, Count, DateTimeField, F, Q, QuerySet, Value, When, Window
from django.db.models.functions import RowNumber

from alongside.adapters.prepared import Slot, prepared
from alongside.areas.circle import queries as circle
from alongside.areas.circle.values import By, OpenChild, Voice
from alongside.areas.practice.models import Entry, Noticing
from alongside.areas.practice.values import EntrySeen, NewestAtHome, NoticingSeen, SeenBy
from alongside.core import progress
from alongside.core.capabilities import Capability
from alongside.core.moments import Felt, Fit, Help, Kind, Moment
from alongside.core.recurrence import zone_kept
from alongside.core.refusals import NotFound

Row = TypeVar("Row", Entry, Noticing)
Shape = TypeVar("Shape")
AT_MOST = 500
_FOR_EVER = datetime(9999, 1, 1, tzinfo=UTC)
MOMENTS_AT_MOST = 5_000  # Two years of several a day: what charts and trends look at.
_SHARED = (
    "uuid", "words", "happened_at", "arrived_at", "zone", "placement__uuid", "placement__title", "by_id",
    "by__uuid", "by__short_name",
)  # fmt: skip
ENTRY = (*_SHARED, "kind", "felt", "help", "fit", "changed_at", "undone_at")
_ROW = tuple(name for name in ENTRY if "__" not in name)
_NOTICING = (*_SHARED, "starter", "seen_by", "is_win")
_HOME = (*ENTRY, "noticed")
_WON = "WIN"
_MOMENT = ("uuid", "placement__uuid", "happened_at", "zone", "kind", "felt", "help", "fit", "words")


class Reach(StrEnum):
    """Own words alone; those about the reader's homes and about no home; or all."""

    OWN = "OWN"
    HOMES = "HOMES"
    ALL = "ALL"


def today(opened: OpenChild) -> dict[UUID, tuple[EntrySeen, ...]]:
    """The entries of the local day by placement, the newest first in each. One statement."""
    starts = datetime.combine(opened.today, time(), opened.zone_info)
    ends = datetime.combine(opened.today + timedelta(days=1), time(), opened.zone_info)
    found: dict[UUID, tuple[EntrySeen, ...]] = {}
    for row in _between(**_asked(opened), starts=starts, ends=ends):
        seen = entry_seen(opened, row)
        found[seen.placement] = (*found.get(seen.placement, ()), seen)
    return found


def entry(opened: OpenChild, uuid: UUID) -> EntrySeen:
    """One entry, an undone one included; NotFound when it is not for this person."""
    return _one_entry(opened, uuid, reach(opened))


def own_entry(opened: OpenChild, uuid: UUID) -> EntrySeen:
    """What this person wrote, as an action answers with it; NotFound for anybody else's."""
    return _one_entry(opened, uuid, Reach.OWN)


def just_kept(opened: OpenChild, row: Entry, placement: UUID, title: str) -> EntrySeen:
    """What own_entry would read of a row that this person's action has just written. No statement."""
    told = {name: getattr(row, name) for name in _ROW}
    who = {"by__uuid": opened.actor.uuid, "by__short_name": opened.actor.short_name}
    return entry_seen(opened, {**told, **who, "placement__uuid": placement, "placement__title": title})


def last_entries(opened: OpenChild, limit: int = 50) -> tuple[EntrySeen, ...]:
    """The newest entries. One statement, however many."""
    rows = _newest(**_asked(opened), limit=min(limit, AT_MOST))
    return tuple(entry_seen(opened, row) for row in rows)


def entries_since(opened: OpenChild, since: datetime) -> tuple[EntrySeen, ...]:
    """The entries that happened from ``since`` on, newest first, at most 500."""
    rows = _between(**_asked(opened), starts=since, ends=_FOR_EVER)
    return tuple(entry_seen(opened, row) for row in rows)


def moments(
    opened: OpenChild,
    *,
    since: datetime | None = None,
    placement: UUID | None = None,
    goal: UUID | None = None,
) -> tuple[Moment, ...]:
    """The entries as core computes with them, oldest first: of one placement, of one goal's, or all."""
    rows = _as_far(opened, Entry.objects.filter(child=opened.pk, undone_at=None))
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
    rows = _as_far(opened, Noticing.objects.filter(child=opened.pk))
    if not opened.is_team:
        rows = rows.filter(Q(seen_by=SeenBy.ALL) | Q(by=opened.actor.person))
    if since is not None:
        rows = rows.filter(happened_at__gte=since)
    found = rows.order_by("-happened_at", "-pk").values(*_NOTICING)[: min(limit, AT_MOST)]
    return tuple(_noticing(opened, row) for row in found)


def from_home(opened: OpenChild, limit: int = 50) -> tuple[EntrySeen | NoticingSeen, ...]:
    """The newest entries and noticings together, in one statement, as ``last_entries`` and ``noticings`` tell them."""
    shape = {"is_team": opened.is_team, "limit": min(limit, AT_MOST)}
    return tuple(_at_home(opened, row) for row in _home(**_asked(opened), **shape))


def newest_by_idea(opened: OpenChild, limit: int = 5) -> dict[UUID, NewestAtHome]:
    """The newest ``limit`` moments and noticings about each idea, and of how many. Two statements, however many."""
    asked = _asked(opened)
    tried = _grouped(_newest_tried(**asked, limit=limit))
    noticed = _grouped(_newest_noticed(**asked, limit=limit, is_team=opened.is_team))
    return {
        idea: NewestAtHome(
            tried=tuple(entry_seen(opened, row) for row in tried.get(idea, ())),
            tried_of=next((row["of"] for row in tried.get(idea, ())), 0),
            noticed=tuple(_noticing(opened, row) for row in noticed.get(idea, ())),
            noticed_of=next((row["of"] for row in noticed.get(idea, ())), 0),
        )
        for idea in {**tried, **noticed}
    }


def own_noticing(opened: OpenChild, uuid: UUID) -> NoticingSeen:
    """What this person noticed, as an action answers with it; NotFound for anybody else's."""
    rows = Noticing.objects.filter(child=opened.pk, uuid=uuid, by=opened.actor.person)
    row = rows.values(*_NOTICING).first()
    if row is None:
        raise NotFound
    return _noticing(opened, row)


@prepared
def _between(*, reach: Reach) -> QuerySet[Entry, dict[str, Any]]:
    return _rows(reach=reach).filter(happened_at__gte=Slot("starts"), happened_at__lt=Slot("ends"))[:AT_MOST]


@prepared
def _newest(*, reach: Reach, limit: int) -> QuerySet[Entry, dict[str, Any]]:
    return _rows(reach=reach)[:limit]


@prepared
def _by_uuid(*, reach: Reach) -> QuerySet[Entry, dict[str, Any]]:
    return _told(reach=reach).filter(uuid=Slot("uuid"))


@prepared
def _newest_tried(*, reach: Reach, limit: int) -> QuerySet[Entry, dict[str, Any]]:
    rows = of_child(Entry.objects.all(), reach=reach).filter(undone_at=None, kind=Kind.TRIED)
    found: QuerySet[Entry, dict[str, Any]] = _newest_of_each(rows, limit).values(*ENTRY, "of")
    return found


@prepared
def _newest_noticed(*, reach: Reach, is_team: bool, limit: int) -> QuerySet[Noticing, dict[str, Any]]:
    rows = of_child(Noticing.objects.all(), reach=reach).filter(placement__isnull=False)
    if not is_team:
        rows = rows.filter(Q(seen_by=SeenBy.ALL) | Q(by=Slot("me")))
    found: QuerySet[Noticing, dict[str, Any]] = _newest_of_each(rows, limit).values(*_NOTICING, "of")
    return found


def _newest_of_each(rows: Any, limit: int) -> Any:
    """The newest rows of each idea, each with how many there are of it. (The type checker knows only columns.)"""
    newest = [F("happened_at").desc(), F("pk").desc()]
    turn = Window(RowNumber(), partition_by=F("placement"), order_by=newest)
    numbered = rows.annotate(turn=turn, of=Window(Count("pk"), partition_by=F("placement")))
    return numbered.filter(turn__lte=limit).order_by("-happened_at", "-pk")


def _grouped(rows: list[dict[str, Any]]) -> dict[UUID, list[dict[str, Any]]]:
    found: dict[UUID, list[dict[str, Any]]] = {}
    for row in rows:
        found.setdefault(row["placement__uuid"], []).append(row)
    return found


def _rows(*, reach: Reach) -> QuerySet[Entry, dict[str, Any]]:
    return _told(reach=reach).filter(undone_at=None)


def _told(*, reach: Reach) -> QuerySet[Entry, dict[str, Any]]:
    """Newest first, as far as ``reach`` goes."""
    rows: QuerySet[Entry, dict[str, Any]] = Entry.objects.order_by("-happened_at", "-pk").values(*ENTRY)
    return of_child(rows, reach=reach)


def of_child(rows: QuerySet[Row, Shape], *, reach: Reach) -> QuerySet[Row, Shape]:
    """The rows of the slot ``child`` as far as the reader ``me`` sees at the moment ``at``."""
    return rows.filter(_seen_by(reach, Slot("me"), Slot("at")), child=Slot("child"))


def _seen_by(reach: Reach, person: int | Slot, at: datetime | Slot) -> Q:
    """Nothing of an idea that lives in one home alone reaches the grown-ups of another."""
    if reach is Reach.OWN:
        return Q(by=person)
    return circle.of_my_homes("placement__home", person=person, at=at) if reach is Reach.HOMES else Q()


def _asked(opened: OpenChild) -> dict[str, Any]:
    return {"reach": reach(opened), "child": opened.pk, "me": opened.actor.person, "at": opened.at}


@prepared
def _home(*, reach: Reach, is_team: bool, limit: int) -> QuerySet[Entry, dict[str, Any]]:
    entries = of_child(_entries_at_home(), reach=reach).filter(undone_at=None)
    noticed = of_child(_noticed_at_home(), reach=reach)
    if not is_team:
        noticed = noticed.filter(Q(seen_by=SeenBy.ALL) | Q(by=Slot("me")))
    both: Any = entries.union(noticed, all=True)  # The type checker wants both of one table.
    found: QuerySet[Entry, dict[str, Any]] = both.order_by("-happened_at", "-uuid")[:limit]
    return found


def _entries_at_home() -> QuerySet[Entry, dict[str, Any]]:
    rows: QuerySet[Entry, dict[str, Any]] = Entry.objects.annotate(noticed=Value(value=False)).values(*_HOME)
    return rows


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
        return entry_seen(opened, row)
    own = {"starter": row["felt"], "seen_by": row["kind"], "is_win": row["help"] == _WON}
    return _noticing(opened, row | own)


def may_read(opened: OpenChild) -> bool:
    """Whether this reader reads entries at all, own ones or all."""
    return opened.allows(Capability.READ_ALL_ENTRIES) or opened.allows(Capability.READ_OWN_ENTRIES)


def reach(opened: OpenChild) -> Reach:
    """How far this reader reads."""
    if opened.allows(Capability.READ_ALL_ENTRIES):
        return Reach.ALL if opened.sees_every_home else Reach.HOMES
    opened.check(Capability.READ_OWN_ENTRIES)
    return Reach.OWN


def _as_far(opened: OpenChild, rows: QuerySet[Row, Shape]) -> QuerySet[Row, Shape]:
    return rows.filter(_seen_by(reach(opened), opened.actor.person, opened.at))


def _one_entry(opened: OpenChild, uuid: UUID, far: Reach) -> EntrySeen:
    rows = _by_uuid(**{**_asked(opened), "reach": far}, uuid=uuid)
    if not rows:
        raise NotFound
    return entry_seen(opened, rows[0])


def _shared(opened: OpenChild, row: dict[str, Any]) -> dict[str, Any]:
    return {
        **{name: row[name] for name in ("uuid", "words", "happened_at", "arrived_at", "zone")},
        "placement": row["placement__uuid"],
        "title": row["placement__title"] or "",
        "by": By(name=row["by__short_name"], voice=Voice.FAMILY, uuid=row["by__uuid"]),
        "is_mine": row["by_id"] == opened.actor.person,
    }


def entry_seen(opened: OpenChild, row: dict[str, Any]) -> EntrySeen:
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
        day=row["happened_at"].astimezone(zone_kept(row["zone"])).date(),
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
