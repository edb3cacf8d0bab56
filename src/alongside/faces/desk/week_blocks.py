"""What stands in the lanes of the week: visits, times kept free, and free times that can be booked."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from uuid import UUID

from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from alongside.areas.appointments.queries import LaneOf, WeekVisit
from alongside.areas.appointments.values import Way
from alongside.areas.diary.values import KeptKind, KeptSeen, Openings, Times
from alongside.areas.people.values import ClinicSeen
from alongside.core.opening import DAY, Span
from alongside.faces.desk import week_lanes
from alongside.faces.desk.week_asked import Asked
from alongside.faces.desk.week_lanes import Block, Gap

_NOWHERE = SafeString("")
_ONE, _OTHER = UUID(int=1), UUID(int=2)
_SHORT = 2  # quarters: a block drawn this short has two tight lines, for its name and its time


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """Everything that the week is drawn from. ``school`` and ``hours``: from when to when."""

    clinic: ClinicSeen
    asked: Asked
    by_day: Mapping[date, Sequence[WeekVisit]]
    times: Times
    school: tuple[int, int]
    hours: tuple[int, int]
    runs_desk: bool
    me: UUID


def kept_words(kind: KeptKind) -> str:
    """What a time is kept free for, in one word."""
    return {
        KeptKind.LUNCH: _("Lunch"),
        KeptKind.NOTES: _("Notes"),
        KeptKind.SUPERVISION: _("Supervision"),
        KeptKind.TEAM: _("Team"),
        KeptKind.LEAVE: _("Away"),
        KeptKind.ILL: _("Away"),
        KeptKind.CLOSED: _("Closed"),
        KeptKind.BUSY: _("Busy"),
    }[kind]


def span_of(visit: WeekVisit) -> Span:
    """When a visit is, in minutes of its day."""
    start = visit.starts.hour * 60 + visit.starts.minute
    return Span(start=start, end=start + visit.minutes)


def lane_key(visit: WeekVisit, of: LaneOf) -> UUID | None:
    """In whose lane a visit stands."""
    if of is LaneOf.ROOM:
        return visit.room
    return visit.child if of is LaneOf.CHILD else visit.therapist


def visits_on(sheet: Sheet, day: date, lane_of: dict[UUID, int]) -> Iterator[Block]:
    """The visits of one day. A group is one block in a lane, however many children come."""
    drawn: set[tuple[UUID, object, int]] = set()
    for visit in sheet.by_day.get(day, ()):
        lane = lane_of.get(lane_key(visit, sheet.asked.of) or visit.uuid)
        if lane is None or (visit.group is not None and (visit.group, visit.starts, lane) in drawn):
            continue
        if visit.group is not None:
            drawn.add((visit.group, visit.starts, lane))
        yield _visit(sheet, visit, lane)


def kept_on(sheet: Sheet, day: date, lane_of: dict[int, int]) -> Iterator[Block]:
    """The times kept free on one day, in the lane of each person; the clinic's own in every lane."""
    for one in sheet.times.kept:
        if one.day == day and one.kind is not KeptKind.CLOSED and _is_in_the_grid(sheet, one):
            lanes = lane_of.values() if one.person is None else filter(None, [lane_of.get(one.person)])
            yield from (_kept(sheet, one, lane) for lane in lanes)


def gaps_on(sheet: Sheet, day: date, lane_of: dict[int, int]) -> Iterator[Gap]:
    """The free times of one day, each a link that opens booking with the time filled in."""
    if day < sheet.asked.today:
        return
    book, visits = reverse("desk:book_time"), sheet.by_day.get(day, ())
    for lane in sheet.asked.lanes:
        taken = [_held(one) for one in visits if one.therapist == lane.uuid]
        said = _("free, %(name)s") % {"name": lane.label}
        for free in week_lanes.free_times(sheet.times.openings.of(lane.key, day), taken):
            url = f"{book}?therapist={lane.uuid}&amp;starts={week_lanes.iso(day, free.start)}"
            yield _gap(sheet, free, lane_of[lane.key], said, url)


def _held(visit: WeekVisit) -> Span:
    """What a visit takes of its therapist: its own time, and what is kept free afterwards."""
    span = span_of(visit)
    return Span(start=span.start, end=span.end + visit.after)


def by_day(visits: Iterable[WeekVisit]) -> dict[date, list[WeekVisit]]:
    """The visits of each day, in their order."""
    days: dict[date, list[WeekVisit]] = defaultdict(list)
    for visit in visits:
        days[visit.starts.date()].append(visit)
    return days


def opening_spans(openings: Openings) -> Iterator[Span]:
    """All of them, so that the grid is long enough."""
    for spans in openings.spans.values():
        yield from spans


def _visit(sheet: Sheet, visit: WeekVisit, lane: int) -> Block:
    span, kind = span_of(visit), _kind(visit)
    said = (*_around(visit, sheet.asked.of), _kind_words(kind))
    return Block(
        css=_css(sheet, span, lane),
        kind=kind,
        start=span.start,
        name=_name(visit),
        time=week_lanes.clock(span.start),
        more="".join(f" · {words}" for words in said if words),
        href=_href(sheet, visit),
    )


def _name(visit: WeekVisit) -> str:
    if visit.group is None:
        return visit.child_name
    return visit.group_name or _("Group")


def _css(sheet: Sheet, span: Span, lane: int) -> str:
    placed = week_lanes.place(span.start, span.end, lane, sheet.hours[0])
    drawn = span.end // week_lanes.QUARTER - span.start // week_lanes.QUARTER
    return f"{placed} short" if drawn <= _SHORT else placed


def _around(visit: WeekVisit, of: LaneOf) -> tuple[str, str]:
    return visit.therapist_name, "" if of is LaneOf.ROOM else visit.room_name or visit.place_words


def _kind(visit: WeekVisit) -> str:
    if visit.is_held:
        return "held"
    if visit.way is Way.AWAY:
        return "school"
    return "first" if visit.number == 1 else ""


def _kind_words(kind: str) -> str:
    if not kind:
        return ""
    return {"held": _("suggested"), "school": _("away from the clinic"), "first": _("first visit")}[kind]


def _href(sheet: Sheet, visit: WeekVisit) -> SafeString:
    """A link for those who may move it: the desk, and the therapist whose visit it is."""
    if visit.is_held or not (sheet.runs_desk or visit.therapist == sheet.me):
        return _NOWHERE
    return mark_safe(f' href="{_visit_address().format(visit.child, visit.uuid)}"')  # noqa: S308  # our address, two uuids


@cache
def _visit_address() -> str:
    """The address of a visit with two gaps in it: a week has hundreds, and working one out takes its time."""
    return reverse("desk:visit", args=[_ONE, _OTHER]).replace(str(_ONE), "{0}").replace(str(_OTHER), "{1}")


def _is_in_the_grid(sheet: Sheet, one: KeptSeen) -> bool:
    return one.start < sheet.hours[1] * 60 and one.end > sheet.hours[0] * 60


def _kept(sheet: Sheet, one: KeptSeen, lane: int) -> Block:
    label = next((each.label for each in sheet.asked.lanes if each.key == one.person), "")
    start, end = max(one.start, sheet.hours[0] * 60), min(one.end, sheet.hours[1] * 60)
    said = (label, _("kept free"))
    return Block(
        css=_css(sheet, Span(start=start, end=end), lane),
        kind="free",
        start=start,
        name=one.words or kept_words(one.kind),
        time="" if (one.start, one.end) == (0, DAY) else week_lanes.clock(one.start),
        more="".join(f" · {words}" for words in said if words),
        href=_NOWHERE,
    )


def _gap(sheet: Sheet, free: Span, lane: int, said: str, url: str) -> Gap:
    time = week_lanes.clock(free.start)
    return Gap(
        css=week_lanes.place(free.start, free.end, lane, sheet.hours[0]),
        time=time,
        said=f"{time} {said}",
        href=mark_safe(f' href="{url}"'),  # noqa: S308  # our address, a uuid and a time
    )
