"""Times that were freed: each with its whole history, and the rules by which families were asked."""

from dataclasses import dataclass
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from alongside.areas.waiting import actions as waits
from alongside.areas.waiting import queries
from alongside.areas.waiting.values import FreedSeen, StepKind, StepSeen
from alongside.core.actors import MemberRole
from alongside.core.fairness import RULES, Rule
from alongside.faces.common.pages import page
from alongside.faces.common.request import Request
from alongside.faces.common.staff_nav import staff_nav
from alongside.faces.desk.frame import clinic_as, moment
from alongside.faces.desk.waiting import FreedLine, freed_line
from alongside.ui.nav import Crumb, Nav

_DID = {
    StepKind.FREED: gettext_lazy("Freed by a visit of %(name)s"),
    StepKind.OFFERED: gettext_lazy("Offered to %(name)s"),
    StepKind.TAKEN: gettext_lazy("Taken by %(name)s"),
    StepKind.DECLINED: gettext_lazy("%(name)s: not this one"),
    StepKind.LAPSED: gettext_lazy("No answer from %(name)s in time. They keep their place."),
    StepKind.WITHDRAWN: gettext_lazy("Taken back from %(name)s"),
    StepKind.CLASHED: gettext_lazy("Could not be held for %(name)s"),
    StepKind.NOBODY: gettext_lazy("Nobody else fits. We look again every few hours."),
    StepKind.PASSED: gettext_lazy("Too near to ask another family"),
    StepKind.STOPPED: gettext_lazy("No longer offered"),
}
_WHY = {
    Rule.ALONE.value: gettext_lazy("the only family it fits"),
    Rule.URGENCY.value: gettext_lazy("needs a visit soonest"),
    Rule.TURN.value: gettext_lazy("the family asked last lets others go first"),
    Rule.FIT.value: gettext_lazy("named this time, the next family did not"),
    Rule.LONGEST.value: gettext_lazy("has waited longest"),
    Rule.FIRST.value: gettext_lazy("joined the list first"),
    "THEY_COULD": gettext_lazy("a time they named"),
    "CLOSED": gettext_lazy("the therapist does not work then any more"),
    "BOOKED": gettext_lazy("somebody booked it meanwhile"),
    "BROUGHT_BACK": gettext_lazy("the visit was brought back"),
    "BY_DESK": gettext_lazy("stopped at the desk"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class StepLine:
    """One step: what happened, why this family, until when it was held, who did it, when."""

    did: str
    why: str
    until: str
    by: str
    at: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FreedTimesPage:
    """The latest freed times."""

    nav: Nav
    crumbs: tuple[Crumb, ...]
    freed: tuple[FreedLine, ...]
    rules: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FreedTimePage:
    """One freed time, step by step."""

    nav: Nav
    crumbs: tuple[Crumb, ...]
    freed: FreedLine
    minutes: int
    room: str
    steps: tuple[StepLine, ...]
    rules: tuple[str, ...]


def freed_times(request: Request) -> HttpResponse:
    """The latest fifty."""
    clinic = clinic_as(request, MemberRole.FRONT_DESK, MemberRole.OWNER)
    shown = FreedTimesPage(
        nav=staff_nav(request.actor, "families"),
        crumbs=(*_crumbs(), Crumb(label=_("Freed times"))),
        freed=tuple(freed_line(one) for one in queries.freed_times(request.actor, clinic.pk)),
        rules=_rules(),
    )
    return page(request, "desk/freed_times.html", shown)


def freed_time(request: Request, freed: UUID) -> HttpResponse:
    """One freed time: whom it was offered to, why, and what came back."""
    seen = queries.freed_time(request.actor, freed, request.at)
    line = freed_line(seen)
    shown = FreedTimePage(
        nav=staff_nav(request.actor, "families"),
        crumbs=(
            *_crumbs(),
            Crumb(label=_("Freed times"), url=reverse("desk:freed_times")),
            Crumb(label=line.when),
        ),
        freed=line,
        minutes=seen.minutes,
        room=seen.room_name,
        steps=tuple(_step(one, seen) for one in seen.steps),
        rules=_rules(),
    )
    return page(request, "desk/freed_time.html", shown)


def stop_freed(request: Request, freed: UUID) -> HttpResponse:
    """Stop offering a time."""
    waits.stop_freed(actor=request.actor, freed=freed, at=request.at)
    messages.success(request, _("This time is no longer offered. You can book it yourself."))
    return redirect("desk:freed_time", freed=freed)


def _step(step: StepSeen, freed: FreedSeen) -> StepLine:
    held = step.held_until if step.kind is StepKind.OFFERED else None
    return StepLine(
        did=str(_DID[step.kind]) % {"name": step.child_name or _("a child")},
        why=", ".join(str(_WHY[code]) for code in step.why if code in _WHY),
        until=moment(held, freed.zone) if held else "",
        by=step.by_name,
        at=moment(step.at, freed.zone),
    )


def _rules() -> tuple[str, ...]:
    return tuple(_(rule.template) for rule in RULES)


def _crumbs() -> tuple[Crumb, ...]:
    return (Crumb(label=_("Waiting for a time"), url=reverse("desk:waiting")),)
