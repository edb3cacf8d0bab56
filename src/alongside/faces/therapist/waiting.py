"""What waits for the therapist: messages, wishes, goals and steps of families, and safety facts to look at."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID
from zoneinfo import ZoneInfo

from django.urls import reverse
from django.utils.translation import gettext as _

from alongside.areas.appointments import queries as visits
from alongside.areas.appointments.values import RequestSeen
from alongside.areas.circle import queries as circle
from alongside.areas.circle.values import OpenChild, SafetyFactSeen
from alongside.areas.conversation import queries as conversation
from alongside.areas.conversation.values import HandoverAnswerSeen, WaitingSeen
from alongside.areas.goals import queries as goals
from alongside.areas.goals.values import GoalWaiting
from alongside.areas.programme.values import RestedSeen
from alongside.areas.waiting import queries as contacts
from alongside.areas.waiting.values import PlaceSeen
from alongside.core.child_facts import fact_label
from alongside.faces.therapist import frame

_MESSAGE = "message-square"


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiting:
    """One line: what, where to go, and since when in words."""

    icon: str
    voice: str
    label: str
    url: str
    since: str = ""


def waiting(own: Sequence[OpenChild]) -> tuple[Waiting, ...]:
    """What waits in the records of all own children, in seven statements however many there are."""
    if not own:
        return ()
    names = {child.uuid: child for child in own}
    answers, rests = conversation.answers_and_rests(own)
    return (
        *(_message(one, own[0]) for one in conversation.waiting_for(own)),
        *(_goal(one, own[0]) for one in goals.waiting_for_therapist(own)),
        *(_wish(one, own[0]) for one in visits.requests_about(own)),
        *(_fact(names[child], fact) for child, fact in circle.proposed_facts(own)),
        *(_rests(names[child], one) for child, one in rests),
        *_handed(names, answers),
        *map(_contact, contacts.contacts_due(own)),
    )


def messages(lines: Sequence[Waiting]) -> int:
    """How many of the lines are messages."""
    return sum(line.icon == _MESSAGE for line in lines)


def written(since: datetime, at: datetime, zone: ZoneInfo) -> str:
    """The day it was written: "today", else "Thu 12 Nov". How long ago that is stays unsaid."""
    day = since.astimezone(zone).date()
    return _("today") if day == at.astimezone(zone).date() else frame.short_day(day)


def _message(one: WaitingSeen, own: OpenChild) -> Waiting:
    names = {"names": _(" and ").join(one.names), "title": one.title, "child": one.child_name}
    label = _("%(names)s, about %(title)s (%(child)s)") if one.title.strip() else _("%(names)s (%(child)s)")
    return Waiting(
        icon=_MESSAGE,
        voice="family",
        label=label % names,
        url=reverse("therapist:thread", args=[one.child, one.thread]),
        since=written(one.since, own.at, own.zone_info),
    )


def _goal(one: GoalWaiting, own: OpenChild) -> Waiting:
    told = {"name": one.by_name, "child": one.child_name, "goal": one.title}
    words = _("%(name)s sees a new step: %(goal)s (%(child)s)")
    wording = _("%(name)s wrote “%(goal)s” (%(child)s)")
    return Waiting(
        icon="trending-up" if one.is_step else "flag",
        voice="win" if one.is_step else "family",
        label=(words if one.is_step else wording) % told,
        url=reverse("therapist:goal", args=[one.child, one.goal]),
        since=written(one.since, own.at, own.zone_info),
    )


def _wish(one: RequestSeen, own: OpenChild) -> Waiting:
    told = {"name": one.by_name, "child": one.child_name}
    return Waiting(
        icon="calendar-days",
        voice="family",
        label=_("%(name)s asks to change a visit (%(child)s)") % told,
        url=reverse("desk:visit", args=[one.child, one.visit]),
        since=written(one.at, own.at, own.zone_info),
    )


def _contact(one: PlaceSeen) -> Waiting:
    """A family on the waiting list that the clinic wanted to be in touch with by now."""
    return Waiting(
        icon="calendar-check",
        voice="therapist",
        label=_("A word to the family that waits for a time (%(child)s)") % {"child": one.child_name},
        url=reverse("desk:waiting_place", args=[one.child]),
    )


def _fact(opened: OpenChild, fact: SafetyFactSeen) -> Waiting:
    told = {"name": fact.by.name, "child": opened.short_name, "fact": _(fact_label(fact.code)).lower()}
    return Waiting(
        icon="shield",
        voice="stop",
        label=_("%(name)s says: take care, %(fact)s (%(child)s)") % told,
        url=reverse("therapist:circle", args=[opened.uuid]),
    )


def _rests(opened: OpenChild, one: RestedSeen) -> Waiting:
    """An idea that rests for safety, or that nothing holds any more: only the therapist brings it back."""
    words = _("%(title)s may come back: look first (%(child)s)")
    rests = _("%(title)s rests for safety (%(child)s)")
    address = reverse("therapist:programme", args=[opened.uuid])
    return Waiting(
        icon="shield",
        voice="stop",
        label=(words if one.is_free_again else rests) % {"title": one.title, "child": opened.short_name},
        url=f"{address}?open={one.placement}#o-{one.placement}",
        since=written(one.at, opened.at, opened.zone_info),
    )


def _handed(names: Mapping[UUID, OpenChild], answers: Iterable[HandoverAnswerSeen]) -> Iterator[Waiting]:
    """What is not clear yet, and on the day it was said what is."""
    for one in answers:
        opened = names[one.child]
        since = written(one.at, opened.at, opened.zone_info)
        is_today = one.at.astimezone(opened.zone_info).date() == opened.today
        if one.clear and not is_today:
            continue
        clear, unclear = (
            _("%(name)s: clear, %(title)s (%(child)s)"),
            _("%(name)s: not clear yet, %(title)s (%(child)s)"),
        )
        told = {"name": one.by.name, "title": one.title, "child": opened.short_name}
        yield Waiting(
            icon="check" if one.clear else "circle-question-mark",
            voice="ok" if one.clear else "family",
            label=(clear if one.clear else unclear) % told,
            url=reverse("therapist:handover", args=[one.child, one.visit]),
            since=since,
        )
