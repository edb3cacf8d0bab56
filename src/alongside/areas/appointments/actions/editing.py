"""Changing a regular time: this visit and those that follow, all of them, a pause, the end, or a longer block.

What changes is decided by ``core.series``; here the rows and the cells follow it, all of them or none.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from uuid import UUID

from alongside.areas.appointments.actions import slots, travel
from alongside.areas.appointments.actions.booking import Named, asked_again, let_go, named_of, put, store
from alongside.areas.appointments.actions.regular import new_series
from alongside.areas.appointments.models import ChangeRequest, Series, Visit
from alongside.areas.appointments.queries.claims import Asked, find
from alongside.areas.appointments.queries.regular import course_of, series_visits
from alongside.areas.appointments.queries.rows import Where, check_at_work, ground, visit_of, when, where_of
from alongside.areas.appointments.queries.visits import visit_row, with_names
from alongside.areas.appointments.values import NEVER_EXPECTED, Unchanged, VisitSeen, VisitState
from alongside.areas.circle import gate
from alongside.areas.circle.values import OpenChild
from alongside.areas.trail.actions import action
from alongside.core import series as core
from alongside.core.actors import Actor
from alongside.core.capabilities import Capability
from alongside.core.cells import cells_of
from alongside.core.ids import uuid7
from alongside.core.recurrence import zone_named
from alongside.core.refusals import InvalidInput, NotFound, Refusal
from alongside.core.series import Course
from alongside.core.words import gettext_noop

_FURTHEST = timedelta(days=550)


class NotInASeries(Refusal):
    """A single visit has no visits that follow."""

    sentence = gettext_noop("This is a single visit. Move it on its own.")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Change:
    """What becomes different for visits that still stand."""

    local_time: time
    named: Named


@action
def move_following(
    *,
    actor: Actor,
    child: UUID,
    visit: UUID,
    series: UUID,
    day: date,
    local_time: time,
    at: datetime,
    minutes: int | None = None,
    therapist: UUID | None = None,
    room: UUID | Unchanged | None = Unchanged.UNCHANGED,
) -> tuple[VisitSeen, ...]:
    """Give this visit of a regular time and all that follow another day and time. Answers the visits that follow.

    ``day`` is the new planned day of ``visit``. They become a series of their own with the new uuid ``series``, which
    follows the old one and goes on counting. Visits that were moved alone keep their time, those let go stay away.
    Raises SlotTaken naming the dates, NotInASeries, VisitOver, TherapistLeft, DatesOverlap, NoSuchLocalTime.
    """
    opened = gate.open_child(actor, child, Capability.BOOK_VISITS, at, doing="appointments.move_following")
    if Series.objects.filter(uuid=series).exists():
        return series_visits(opened, series)
    change = _Change(local_time=local_time, named=named_of(opened, minutes, therapist, room))
    _move_from(opened, _of_series(opened, visit), series, _near(opened, day), change)
    return series_visits(opened, series)


@action
def change_all(
    *,
    actor: Actor,
    child: UUID,
    visit: UUID,
    series: UUID,
    day: date,
    local_time: time,
    at: datetime,
    minutes: int | None = None,
    therapist: UUID | None = None,
    room: UUID | Unchanged | None = Unchanged.UNCHANGED,
) -> tuple[VisitSeen, ...]:
    """The same for every visit of the regular time that is still to come, moved by as many days as ``visit`` is."""
    opened = gate.open_child(actor, child, Capability.BOOK_VISITS, at, doing="appointments.change_all")
    if Series.objects.filter(uuid=series).exists():
        return series_visits(opened, series)
    shown = _of_series(opened, visit)
    ahead = Visit.objects.filter(series=shown.series_id, state=VisitState.BOOKED, starts_at__gt=at)
    first = with_names(ahead).order_by("number").first()
    if first is None:
        raise slots.VisitOver
    shift = _near(opened, day) - _planned_day(shown)
    change = _Change(local_time=local_time, named=named_of(opened, minutes, therapist, room))
    _move_from(opened, first, series, _planned_day(first) + shift, change)
    return series_visits(opened, series)


@action
def cancel_following(
    *, actor: Actor, child: UUID, visit: UUID, at: datetime, family_could_not_come: bool = False
) -> tuple[VisitSeen, ...]:
    """End a regular time before this visit: it and all that follow are let go. Answers the whole series.

    Their time is free at once. Twice changes nothing. Raises NotInASeries, VisitOver for a visit in the past.
    """
    opened = gate.open_child(actor, child, Capability.BOOK_VISITS, at, doing="appointments.cancel_following")
    shown = _of_series(opened, visit)
    rows = _locked(opened, shown)
    current = _still_of(rows, shown)
    slots.check_ahead(current, at)
    course = course_of(_series_of(current), rows)
    if any(one.number == current.number for one in course.dates):
        head, after = core.end_before(course, current.number or 0)
        gone = {one.number for one in after}
        state = VisitState.COULD_NOT_COME if family_could_not_come else VisitState.CANCELLED
        _let_all_go([row for row in rows if row.number in gone], state, at)
        Series.objects.filter(pk=_series_of(shown).pk).update(ended_on=head.rule.ended_on)
    return series_visits(opened, _series_of(shown).uuid)


@action
def pause_series(
    *, actor: Actor, child: UUID, series: UUID, from_on: date, until_on: date, at: datetime
) -> tuple[VisitSeen, ...]:
    """Let go what a regular time holds from one local day to another, both included. Answers the whole series."""
    opened = gate.open_child(actor, child, Capability.BOOK_VISITS, at, doing="appointments.pause_series")
    shown = _any_of(opened, series)
    rows = _locked(opened, shown)
    course = core.pause(course_of(_series_of(rows[0]), rows), from_on, until_on)
    standing = {one.number for one in course.dates if one.fate is core.Fate.STANDS}
    _let_all_go([row for row in rows if row.number not in standing], VisitState.CANCELLED, at)
    return series_visits(opened, series)


@action
def extend_series(
    *,
    actor: Actor,
    child: UUID,
    series: UUID,
    count: int,
    at: datetime,
    skips: Collection[date] = (),
    moves: Mapping[date, datetime] | None = None,
) -> tuple[VisitSeen, ...]:
    """Let a regular time go on up to the visit with the number ``count``, as its last visit was. Answers all of it.

    ``skips`` are further days to pass over, ``moves`` give new planned days another instant. A number that there is
    already changes nothing. Raises SlotTaken naming the dates, HasEnded, BadCount, TherapistLeft.
    """
    opened = gate.open_child(actor, child, Capability.BOOK_VISITS, at, doing="appointments.extend_series")
    shown = _any_of(opened, series)
    rows = _locked(opened, shown)
    kept = _series_of(rows[-1])
    course = core.extend(course_of(kept, rows), count, frozenset(skips))
    known = {row.number for row in rows}
    new = [
        _new_row(opened, rows[-1], kept, one, moves or {}) for one in course.dates if one.number not in known
    ]
    if new:
        check_at_work(opened, rows[-1:])
        store(new, asked_again(opened, rows[-1]))
        _keep_rule(kept, course)
    return series_visits(opened, series)


def _of_series(opened: OpenChild, visit: UUID) -> Visit:
    row = visit_row(opened, visit)
    if row.series_id is None:
        raise NotInASeries
    return row


def _series_of(row: Visit) -> Series:
    if row.series is None:
        raise NotInASeries
    return row.series


def _any_of(opened: OpenChild, series: UUID) -> Visit:
    """A visit of this series, which names everything to lock."""
    rows = Visit.objects.filter(child=opened.pk, series__uuid=series).exclude(state__in=NEVER_EXPECTED)
    row = with_names(rows).order_by("-number").first()
    if row is None:
        raise NotFound
    return row


def _locked(opened: OpenChild, shown: Visit, further: Sequence[Visit] = ()) -> list[Visit]:
    """All visits of a series in their order, read once everything that they hold is locked."""
    mine = with_names(Visit.objects.filter(series=shown.series_id)).order_by("number")
    asked = asked_again(opened, shown)
    slots.lock_for([*mine, *further], asked)
    rows = list(mine.all())
    if not rows:
        raise slots.VisitOver
    return rows


def _still_of(rows: Sequence[Visit], shown: Visit) -> Visit:
    """The visit as it is under the locks; a colleague may have taken it out of the series while we waited."""
    current = next((row for row in rows if row.pk == shown.pk), None)
    if current is None:
        raise slots.VisitOver
    return current


def _near(opened: OpenChild, day: date) -> date:
    if abs(day - opened.today) > _FURTHEST:
        raise InvalidInput(gettext_noop("Choose a day within the next eighteen months."), field="day")
    return day


def _planned_day(row: Visit) -> date:
    return (row.planned_at or row.starts_at).astimezone(zone_named(row.zone)).date()


def _move_from(opened: OpenChild, shown: Visit, uuid: UUID, day: date, change: _Change) -> None:
    slots.check_ahead(shown, opened.at)
    if change.named.therapist is None:
        check_at_work(opened, [shown])
    asked = asked_again(opened, shown)
    rows = _locked(opened, shown, [_as_changed(shown, change)])
    current = _still_of(rows, shown)
    if current.state != VisitState.BOOKED:
        raise slots.VisitOver
    old, minutes = _series_of(current), change.named.minutes or current.minutes
    before, after = core.move_following(
        course_of(old, rows), current.number or 0, day, change.local_time, minutes
    )
    kept = _follower(opened, old, uuid, after, change)
    Series.objects.filter(pk=old.pk).update(ended_on=before.rule.ended_on)
    by_number = {one.number: one for one in after.dates}
    following = [row for row in rows if row.number in by_number]
    for row in following:
        one = by_number[row.number or 0]
        row.series, row.planned_at, row.starts_at = kept, one.planned_at, one.starts_at
    _hold_changed(opened, following, change, asked)


def _as_changed(row: Visit, change: _Change) -> Visit:
    """A copy of the visit, not stored, that asks for the new therapist and room."""
    copy = Visit(
        therapist_id=row.therapist_id,
        child_id=row.child_id,
        room=row.room,
        starts_at=row.starts_at,
        minutes=row.minutes,
    )
    put(copy, change.named)
    return copy


def _hold_changed(opened: OpenChild, rows: Sequence[Visit], change: _Change, asked: Asked) -> None:
    """Let the old times of those that stand go, hold the new ones, and keep every row."""
    standing = [row for row in rows if row.state == VisitState.BOOKED]
    slots.free(*standing)
    travel.close_up(*standing)
    for row in standing:
        put(row, change.named)
        row.sequence += 1
        row.changed_at = opened.at
        cells_of(row.starts_at, row.minutes)
    if standing:
        when(standing[0].starts_at, standing[0].minutes, opened.at)
    travel.make_way(standing)
    found = find(standing, asked)
    Visit.objects.bulk_update(rows, _CHANGED)
    slots.take(found)
    wishes = ChangeRequest.objects.filter(visit__in=standing, answered_at=None)
    wishes.update(answered_at=opened.at, answered_by=opened.actor.person, answer="")


_CHANGED = (
    "series", "planned_at", "starts_at", "minutes", "therapist", "room", "site", "sequence", "changed_at",
    "travel_after", "comes_with",
)  # fmt: skip


def _follower(opened: OpenChild, old: Series, uuid: UUID, after: Course, change: _Change) -> Series:
    place = Where(
        therapist=change.named.therapist or old.therapist_id,
        room=old.room if change.named.room is Unchanged.UNCHANGED else change.named.room,
        minutes=after.minutes,
    )
    return new_series(ground(opened), place, after.rule, uuid, follows=old)


def _let_all_go(rows: Sequence[Visit], state: VisitState, at: datetime) -> None:
    for row in rows:
        if row.state == VisitState.BOOKED:
            let_go(row, state, at)


def _new_row(
    opened: OpenChild, like: Visit, kept: Series, one: core.SeriesDate, moves: Mapping[date, datetime]
) -> Visit:
    """A further visit of a series, like its last one."""
    day = one.planned_at.astimezone(zone_named(kept.zone)).date()
    starts_at = when(moves.get(day, one.starts_at), like.minutes, opened.at)
    row = visit_of(ground(opened), where_of(like), uuid7(opened.at), starts_at)
    row.series, row.number, row.planned_at = kept, one.number, one.planned_at
    return row


def _keep_rule(kept: Series, course: Course) -> None:
    kept.count = course.rule.count
    kept.skips = sorted(day.isoformat() for day in course.rule.skips)
    kept.save(update_fields=["count", "skips"])
