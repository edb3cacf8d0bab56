"""Reading what got in the way. Whoever may not read all entries reads what was told by themselves."""

from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from alongside.areas.circle import queries as circle
from alongside.areas.circle.values import By, OpenChild, Voice
from alongside.areas.practice.models import EntryBarrier, PatternMended
from alongside.areas.practice.queries.moments import AT_MOST, Reach, moments, reach
from alongside.areas.practice.values import BarrierSeen, IdeaInTheWay, PatternSeen
from alongside.areas.programme import queries as programme
from alongside.areas.programme.values import PlacementSeen
from alongside.core import barriers as core
from alongside.core import routines
from alongside.core.barriers import LOOK_BACK, Barrier, Days, Pattern, Told
from alongside.core.moments import Kind
from alongside.core.recurrence import zone_kept
from alongside.core.routines import Part

_Group = tuple[Part, Days, Barrier]
_FIELDS = (
    "code", "words", "routine", "at", "entry__uuid", "entry__happened_at", "entry__zone", "entry__placement__uuid",
    "entry__placement__title", "entry__by__uuid", "entry__by__short_name",
)  # fmt: skip
# A day longer than the pattern looks back: a home may be in another zone than the clinic.
_READ_BACK = LOOK_BACK + timedelta(days=2)


def barriers(opened: OpenChild, *, since: datetime | None = None) -> tuple[BarrierSeen, ...]:
    """What got in the way since ``since`` (the last fortnight without it), newest first. One statement."""
    rows = _rows(opened).filter(entry__happened_at__gte=since or opened.at - _READ_BACK)
    far = reach(opened)
    if far is Reach.OWN:
        rows = rows.filter(entry__by=opened.actor.person)
    if far is Reach.HOMES:
        mine = circle.of_my_homes("entry__placement__home", person=opened.actor.person, at=opened.at)
        rows = rows.filter(mine)
    return tuple(_seen(row) for row in rows[:AT_MOST])


def own_barriers(opened: OpenChild, entry: UUID) -> tuple[BarrierSeen, ...]:
    """What the reader told of one own entry, in the order of telling."""
    rows = _rows(opened).filter(entry__uuid=entry, entry__by=opened.actor.person)
    return tuple(_seen(row) for row in rows.order_by("pk"))


def patterns(opened: OpenChild) -> tuple[PatternSeen, ...]:
    """What keeps getting in the way of the ideas that are live, where they stand now, on days without them.

    What was told before the therapist changed something about it has been answered, and so has what was told of an
    idea that stands in another part of the day since, or rests.
    """
    live = {one.uuid: one for one in programme.live_placements(opened)}
    mended = _mended(opened)
    told = [
        _told(one) for one in barriers(opened) if _stands_there(one, live) and not _is_answered(one, mended)
    ]
    tried = (one for one in moments(opened, since=opened.at - _READ_BACK) if one.kind is Kind.TRIED)
    done = {(one.placement, one.day) for one in tried}
    return tuple(_pattern(one, live) for one in core.patterns(told, opened.today, done))


def _rows(opened: OpenChild) -> Any:
    """Of entries that still say not today. (The type checker knows no rows of joined values.)"""
    standing = {"replaced_at": None, "entry__undone_at": None, "entry__kind": Kind.NOT_TODAY.value}
    rows = EntryBarrier.objects.filter(child=opened.pk, **standing)
    return rows.order_by("-entry__happened_at", "-pk").values(*_FIELDS)


def _mended(opened: OpenChild) -> dict[_Group, datetime]:
    rows = PatternMended.objects.filter(child=opened.pk).order_by("at")
    return {
        (Part(part), Days(days), Barrier(barrier)): at
        for part, days, barrier, at in rows.values_list("part", "days", "barrier", "at")
    }


def _stands_there(one: BarrierSeen, live: dict[UUID, PlacementSeen]) -> bool:
    placed = live.get(one.placement)
    return placed is not None and _part(placed.routine) is _part(one.routine)


def _is_answered(one: BarrierSeen, mended: dict[_Group, datetime]) -> bool:
    at = mended.get((_part(one.routine), core.days_of(one.day), one.barrier))
    return at is not None and one.told_at <= at


def _part(routine: str) -> Part:
    return routines.routine(routine).part


def _told(one: BarrierSeen) -> Told:
    return Told(idea=one.placement, part=_part(one.routine), day=one.day, barrier=one.barrier)


def _pattern(pattern: Pattern, live: dict[UUID, PlacementSeen]) -> PatternSeen:
    ideas = (live[uuid] for uuid in pattern.ideas)
    return PatternSeen(
        pattern=pattern,
        ideas=tuple(IdeaInTheWay(uuid=one.uuid, title=one.title, routine=one.routine) for one in ideas),
    )


def _seen(row: dict[str, Any]) -> BarrierSeen:
    return BarrierSeen(
        entry=row["entry__uuid"],
        placement=row["entry__placement__uuid"],
        title=row["entry__placement__title"],
        routine=row["routine"],
        day=row["entry__happened_at"].astimezone(zone_kept(row["entry__zone"])).date(),
        barrier=Barrier(row["code"]),
        words=row["words"],
        by=By(name=row["entry__by__short_name"], voice=Voice.FAMILY, uuid=row["entry__by__uuid"]),
        told_at=row["at"],
    )
