"""What waits for the therapist: families' messages, goals and steps to answer, safety facts to look at."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from alongside.areas.circle import queries as circle
from alongside.areas.circle.values import FactState, OpenChild
from alongside.areas.conversation import queries as conversation
from alongside.areas.conversation.values import WaitingSeen
from alongside.areas.goals import queries as goals
from alongside.areas.goals.values import GoalSeen, Side, StepState
from alongside.core.child_facts import fact_label

_MESSAGE = "message-square"


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiting:
    """One line: what, where to go, and since when in words."""

    icon: str
    voice: str
    label: str
    url: str
    since: str = ""


def waiting(own: Sequence[OpenChild], today: Sequence[OpenChild], at: datetime) -> tuple[Waiting, ...]:
    """Messages of all own children; goals, steps and safety facts of those who come on the day."""
    lines = [_message(one, at) for one in conversation.waiting_for(own)]
    for opened in today:
        lines += [*_goals(opened), *_facts(opened)]
    return tuple(lines)


def messages(lines: Sequence[Waiting]) -> int:
    """How many of the lines are messages."""
    return sum(line.icon == _MESSAGE for line in lines)


def ago(since: datetime, at: datetime) -> str:
    """today, 1 day, 3 days."""
    days = (at - since).days
    if days < 1:
        return _("today")
    return ngettext("%(days)s day", "%(days)s days", days) % {"days": days}


def _message(one: WaitingSeen, at: datetime) -> Waiting:
    names = {"names": _(" and ").join(one.names), "title": one.title, "child": one.child_name}
    label = _("%(names)s, about %(title)s (%(child)s)") if one.title else _("%(names)s (%(child)s)")
    return Waiting(
        icon=_MESSAGE,
        voice="family",
        label=label % names,
        url=reverse("therapist:thread", args=[one.child, one.thread]),
        since=ago(one.since, at),
    )


def _goals(opened: OpenChild) -> Iterator[Waiting]:
    for goal in goals.goals_of(opened):
        url = reverse("therapist:goal", args=[opened.uuid, goal.uuid])
        named = {"child": opened.short_name, "goal": goal.title}
        if goal.waiting_for is Side.THERAPIST:
            label = _("%(child)s: the family’s words for “%(goal)s”") % named
            yield Waiting(icon="target", voice="family", label=label, url=url)
        if _asks_us(goal):
            label = _("%(child)s: a new step on “%(goal)s”") % named
            yield Waiting(icon="trending-up", voice="win", label=label, url=url)


def _asks_us(goal: GoalSeen) -> bool:
    step = goal.step_proposal
    return step is not None and step.state is StepState.PROPOSED and step.side is Side.FAMILY


def _facts(opened: OpenChild) -> Iterator[Waiting]:
    for fact in circle.safety_facts(opened):
        if fact.state is FactState.PROPOSED:
            yield Waiting(
                icon="shield",
                voice="stop",
                label=_("%(child)s: take care, %(fact)s")
                % {"child": opened.short_name, "fact": _(fact_label(fact.code)).lower()},
                url=reverse("therapist:circle", args=[opened.uuid]),
            )
