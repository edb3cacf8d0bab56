"""The family's week, home by home: what the planner plans into and what Today goes by."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from zoneinfo import ZoneInfo

from django.db.models import Q, QuerySet

from alongside.adapters.prepared import Slot, prepared
from alongside.areas.circle import queries as circle
from alongside.areas.circle.values import HomeSeen, OpenChild
from alongside.areas.story.models import DayCapacity, HomeThing, WeekChange
from alongside.areas.story.queries.day import asking, in_sight, moments, own_first
from alongside.areas.story.values import MINUTES_A_DAY_AT_MOST, ChangeKind, DayMomentSeen
from alongside.areas.story.values.week import (
    MINUTES_UNSAID,
    WEEK,
    CanvasSeen,
    ChangeSeen,
    DayTimes,
    window,
)
from alongside.core.capabilities import Capability


def canvas(opened: OpenChild) -> tuple[CanvasSeen, ...]:
    """The week of each home that the reader may know of; one without a home where there is none.

    A home that has drawn nothing yet shows what was drawn before it had a name. Times that are over are left out.
    """
    opened.check(Capability.READ_STORY)
    drawn, said, things = moments(opened), _said(opened), _things_by_home(opened)
    changed = changes(opened)
    homes: tuple[HomeSeen | None, ...] = circle.homes(opened) or (None,)
    return tuple(_canvas(home, drawn, said, things, changed) for home in homes)


def day_times(opened: OpenChild) -> DayTimes:
    """The reader's own day today: times by routine, what is on other days only, and what is paused or lighter."""
    opened.check(Capability.READ_STORY)
    own, changed = own_first(moments(opened)), changes(opened)
    zones = circle.home_zones(opened)
    zone = zones[0] if len(zones) == 1 else opened.zone
    today = opened.at.astimezone(ZoneInfo(zone)).date()
    held = tuple(one for one in changed if one.holds(today))
    here = [moment for moment in own if moment.is_on(today.weekday())]
    return DayTimes(
        windows={one.routine: window(one.usual_at) for one in here if one.usual_at is not None},
        elsewhen=frozenset(one.routine for one in own) - {one.routine for one in here},
        change=_for_all(held, has_one=len(zones) == 1),
        changes=held,
        zone=zone,
    )


def changes(opened: OpenChild) -> tuple[ChangeSeen, ...]:
    """What is paused or lighter now or later, as far as the reader may know of it; pauses first. One statement."""
    rows = _changes(sees_all=opened.sees_every_home, **asking(opened))
    seen = {row.pk: _change(row) for row in rows}
    coming = (one for one in seen.values() if one.until_on is None or one.until_on >= opened.today)
    return tuple(sorted(coming, key=lambda one: (one.kind is ChangeKind.LIGHTER, one.from_on)))


def _for_all(held: tuple[ChangeSeen, ...], *, has_one: bool) -> ChangeSeen | None:
    """What holds in every home of the reader; of one home in another's week it says nothing."""
    everywhere = [one for one in held if one.home is None]
    if everywhere or not has_one:
        return everywhere[0] if everywhere else None
    return held[0] if held else None


def _canvas(
    home: HomeSeen | None,
    drawn: tuple[DayMomentSeen, ...],
    said: Mapping[int | None, int],
    things: Mapping[int | None, frozenset[str]],
    changed: tuple[ChangeSeen, ...],
) -> CanvasSeen:
    key = home.pk if home else None
    own = tuple(one for one in drawn if one.home == key)
    routines = own or tuple(one for one in drawn if one.home is None)
    minutes_a_day = said.get(key, said.get(None))
    return CanvasSeen(
        home=home,
        routines=routines,
        is_own=bool(own),
        minutes_a_day=minutes_a_day,
        minutes=_minutes(routines, minutes_a_day),
        energy=tuple(sum(one.energy or 0 for one in routines if one.is_on(day)) for day in WEEK),
        things=things.get(key, things.get(None)),
        changes=tuple(one for one in changed if one.home in {None, key}),
    )


def _minutes(drawn: Iterable[DayMomentSeen], minutes_a_day: int | None) -> tuple[int, ...]:
    most = MINUTES_UNSAID if minutes_a_day is None else minutes_a_day
    held = (sum(one.minutes_possible or 0 for one in drawn if one.is_on(day)) for day in WEEK)
    return tuple(min(most, total, MINUTES_A_DAY_AT_MOST) for total in held)


def _said(opened: OpenChild) -> dict[int | None, int]:
    rows = _capacities(sees_all=opened.sees_every_home, **asking(opened))
    return dict(rows)


def _things_by_home(opened: OpenChild) -> dict[int | None, frozenset[str]]:
    found: dict[int | None, frozenset[str]] = {}
    for home, name, gone_at in _things(sees_all=opened.sees_every_home, **asking(opened)):
        found[home] = found.get(home, frozenset()) | (frozenset() if gone_at else {name})
    return found


@prepared
def _capacities(*, sees_all: bool) -> QuerySet[DayCapacity, tuple[int | None, int]]:
    rows = DayCapacity.objects.filter(in_sight(sees_all=sees_all), child=Slot("child"))
    return rows.order_by("said_at", "pk").values_list("home", "minutes_a_day")


@prepared
def _things(*, sees_all: bool) -> QuerySet[HomeThing, tuple[int | None, str, datetime | None]]:
    rows = HomeThing.objects.filter(in_sight(sees_all=sees_all), child=Slot("child"))
    return rows.values_list("home", "name", "gone_at")


@prepared
def _changes(*, sees_all: bool) -> QuerySet[WeekChange, WeekChange]:
    ended = Q(home=None) | Q(home__ended_at=None)
    rows = WeekChange.objects.filter(in_sight(sees_all=sees_all), ended, child=Slot("child"), ended_at=None)
    return rows.select_related("set_by").order_by("set_at", "pk")


def _change(row: WeekChange) -> ChangeSeen:
    return ChangeSeen(
        uuid=row.uuid,
        home=row.home_id,
        kind=ChangeKind(row.kind),
        from_on=row.from_on,
        until_on=row.until_on,
        by=circle.by(row.set_by, row.voice),
        set_at=row.set_at,
    )
