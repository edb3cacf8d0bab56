"""What the address of the week asks for: which week, whose lanes, and how many of them at once."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _

from alongside.areas.appointments import queries as appointments
from alongside.areas.appointments.queries import LaneOf
from alongside.areas.circle import gate
from alongside.areas.circle.values import OpenChild
from alongside.areas.people import queries as people
from alongside.areas.people.values import ClinicSeen
from alongside.core.capabilities import Capability
from alongside.faces.common.request import Request
from alongside.ui.nav import Crumb

FEW, MANY = 2, 4  # lanes at once: few leave names their room beside the panel, many take the whole width
_WORDS = {FEW: "pair", MANY: "group"}  # what the address calls a few, and many
_FURTHEST = 3650  # days


@dataclass(frozen=True, slots=True, kw_only=True)
class Lane:
    """A therapist, a room or a child of the week. ``key`` is that of a therapist of the team, 0 for the others."""

    uuid: UUID
    key: int
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """The week asked for, everybody who could stand in it, and which group of ``at_once`` lanes does."""

    monday: date
    today: date
    of: LaneOf
    everybody: Sequence[Lane]
    at_once: int
    group: int
    who: OpenChild | None

    @property
    def lanes(self) -> Sequence[Lane]:
        """Who stands in the week, from left to right."""
        return self.everybody[self.group * self.at_once :][: self.at_once]

    @property
    def days(self) -> tuple[date, ...]:
        """Monday to Sunday."""
        return tuple(self.monday + timedelta(days=number) for number in range(7))

    def url(self, *, day: date | None = None, of: LaneOf | None = None, group: int | None = None) -> str:
        """The same page with something else in it."""
        told = {"week": (day or self.monday).isoformat(), "by": (of or self.of).value.lower()}
        if told["by"] == "therapist":
            del told["by"]
        if self.who is not None and (of or self.of) is LaneOf.CHILD:
            told["who"] = str(self.who.uuid)
        if of is None and len(self.everybody) > FEW:
            told[_WORDS[self.at_once]] = str(self.group if group is None else group)
        return f"{reverse('desk:week')}?{urlencode(told)}"


def read(request: Request, clinic: ClinicSeen, usual: int) -> Asked:
    """Whatever is not understood is left aside, so that every address shows some week.

    ``usual`` is how many lanes stand side by side when the address does not say.
    """
    today = request.at.astimezone(ZoneInfo(clinic.zone)).date()
    of = _of(request.GET.get("by", ""))
    who = _child(request) if of is LaneOf.CHILD else None
    monday = monday_of(request.GET.get("week", ""), today)
    everybody = _everybody(request, clinic, of, who, monday)
    at_once = next((many for many, word in _WORDS.items() if word in request.GET), usual)
    own = _own_place(request, everybody) // at_once
    return Asked(
        monday=monday,
        today=today,
        of=of,
        everybody=everybody,
        at_once=at_once,
        group=_group(request.GET.get(_WORDS[at_once], ""), own, (len(everybody) - 1) // at_once),
        who=who,
    )


def views(asked: Asked) -> tuple[Crumb, ...]:
    """Links to the same week by therapist, by room and by child; the one that is shown has no address."""
    names = {
        LaneOf.THERAPIST: _("By therapist"),
        LaneOf.ROOM: _("By room"),
        LaneOf.CHILD: _("By child"),
    }
    return tuple(
        Crumb(label=name, url="" if of is asked.of else asked.url(of=of)) for of, name in names.items()
    )


def groups(asked: Asked) -> tuple[Crumb, ...]:
    """Links to the others, as many at once as now; none when all are shown."""
    starts = range(0, len(asked.everybody), asked.at_once)
    if len(starts) <= 1:
        return ()
    return tuple(
        Crumb(
            label=", ".join(lane.label for lane in asked.everybody[start : start + asked.at_once]),
            url="" if number == asked.group else asked.url(group=number),
        )
        for number, start in enumerate(starts)
    )


def other_width(asked: Asked) -> Crumb | None:
    """A link to more lanes side by side, or to fewer; nothing when a few are everybody."""
    if len(asked.everybody) <= FEW:
        return None
    is_few, first = asked.at_once == FEW, asked.group * asked.at_once
    at_once = MANY if is_few else FEW
    label = _("More at once") if is_few else _("Two at once")
    return Crumb(label=label, url=replace(asked, at_once=at_once, group=first // at_once).url())


def monday_of(typed: str, today: date) -> date:
    """The Monday of the week asked for; of this week when the address says nothing useful."""
    day = day_of(typed, today)
    return day - timedelta(days=day.weekday())


def day_of(typed: str, today: date) -> date:
    """The day asked for, at most ten years away; today when the address says nothing useful."""
    try:
        day = date.fromisoformat(typed)
    except ValueError:
        return today
    return today if abs((day - today).days) > _FURTHEST else day


def _of(typed: str) -> LaneOf:
    return next((of for of in LaneOf if of.value.lower() == typed), LaneOf.THERAPIST)


def therapists(clinic: ClinicSeen, first: date, days: int, at: datetime) -> tuple[Lane, ...]:
    """The team, and behind it whoever left and still has visits on these days; nobody books them, so without a key."""
    team = [
        Lane(uuid=one.uuid, key=one.pk, label=one.name.split()[0]) for one in people.colleagues(clinic.pk, at)
    ]
    known = {lane.uuid for lane in team}
    seen = appointments.who_sees(clinic.pk, first, days, ZoneInfo(clinic.zone))
    left = (Lane(uuid=uuid, key=0, label=name.split()[0]) for uuid, name in seen if uuid not in known)
    return (*team, *left)


def _everybody(
    request: Request, clinic: ClinicSeen, of: LaneOf, who: OpenChild | None, monday: date
) -> tuple[Lane, ...]:
    if of is LaneOf.ROOM:
        return tuple(Lane(uuid=room.uuid, key=0, label=room.name) for room in appointments.rooms(clinic.pk))
    if of is LaneOf.CHILD:
        return () if who is None else (Lane(uuid=who.uuid, key=0, label=who.short_name),)
    return therapists(clinic, monday, 7, request.at)


def _child(request: Request) -> OpenChild | None:
    try:
        uuid = UUID(request.GET.get("who", ""))
    except ValueError:
        return None
    return gate.open_child(request.actor, uuid, Capability.READ_NAME, request.at, doing="desk.week")


def _own_place(request: Request, everybody: Sequence[Lane]) -> int:
    """Where the person who asks stands; the first place for everybody else."""
    places = (number for number, lane in enumerate(everybody) if lane.uuid == request.actor.uuid)
    return next(places, 0)


def _group(typed: str, own: int, last: int) -> int:
    return max(0, min(int(typed), last)) if typed.isascii() and typed.isdigit() and len(typed) < 4 else own
