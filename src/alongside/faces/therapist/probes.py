"""Planning together how a goal is counted, and coming to an end."""

import secrets
from dataclasses import dataclass
from datetime import timedelta
from functools import partial
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from alongside.areas.circle import queries as circle
from alongside.areas.circle.values import OpenChild
from alongside.areas.goals import queries as goals_read
from alongside.areas.practice import actions as practice
from alongside.areas.practice import queries as diary
from alongside.areas.practice.values import ProbePlanSeen
from alongside.core.evidence import Scale, offered_baseline
from alongside.core.progress import Every
from alongside.faces.common import pages
from alongside.faces.common.request import Request
from alongside.faces.therapist import door, frame
from alongside.faces.therapist.forms.probes import ProbePlanForm
from alongside.faces.therapist.frame import Frame
from alongside.ui.nav import Nav

_SEEDS = 2**62


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanProbesPage:
    """The plan of counting for one goal."""

    nav: Nav
    frame: Frame
    goal: UUID
    title: str
    form: ProbePlanForm


def plan_probes(request: Request, child: UUID, goal: UUID) -> HttpResponse:
    """Plan it together; a drawn start is drawn when it is kept, and never again."""
    opened = door.own_child(request, child, "plan_probes")
    title = goals_read.goal(opened, goal).title
    form = ProbePlanForm(request.POST or None, people=people(opened), initial=_initial(request, opened))
    if request.method == "POST" and form.is_valid():
        made = pages.attempt(form, partial(_plan, request, child, goal, form))
        if made is not None:
            messages.success(request, _("Kept. Whoever you asked sees the question on Today."))
            return redirect("therapist:evidence", child, goal)
    page = PlanProbesPage(
        nav=frame.rail(request),
        frame=frame.frame(opened, _("Plan a count")),
        goal=goal,
        title=title,
        form=form,
    )
    return pages.page(
        request, "therapist/plan_probes.html", page, status=422 if request.method == "POST" else 200
    )


def end_probes(request: Request, child: UUID, probe_plan: UUID) -> HttpResponse:
    """Nobody counts this any more. What was counted is kept."""
    done = practice.end_probes(actor=request.actor, child=child, plan=probe_plan, at=request.at)
    messages.success(request, _("Counting has ended. Everything is kept."))
    return redirect("therapist:evidence", child, done.goal)


def people(opened: OpenChild) -> list[tuple[str, str]]:
    """Everybody of the circle by the name they are called."""
    return [(str(one.uuid), one.short_name) for one in circle.circle_of(opened)]


def _initial(request: Request, opened: OpenChild) -> dict[str, object]:
    return {
        "uuid": pages.fresh_uuid(request.at),
        "scale": Scale.TRIES.value,
        "most": 5,
        "hoped": 4,
        "better": "more",
        "every": Every.DAY.value,
        "starts_on": opened.today + timedelta(days=1),
        "baseline": offered_baseline(diary.baselines(opened)),
        "starts": 1,
    }


def _plan(request: Request, child: UUID, goal: UUID, form: ProbePlanForm) -> ProbePlanSeen:
    return practice.plan_probes(
        actor=request.actor,
        child=child,
        goal=goal,
        plan=form.cleaned_data["uuid"],
        draft=form.draft(),
        seed=secrets.randbelow(_SEEDS),
        at=request.at,
    )
