"""Plan the times: ask for the best week of the whole caseload, look at it, and offer its times one by one."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.dateformat import format as dated
from django.utils.translation import gettext as _

from alongside.areas.caseload import actions as caseload
from alongside.areas.caseload import queries as plans
from alongside.areas.caseload.values import (
    AbilityKind,
    AbilitySeen,
    LeftOutSeen,
    Mode,
    PlannedSeen,
    PlanSeen,
    PlanState,
    WholePlan,
)
from alongside.areas.people import queries as people
from alongside.areas.people.values import ClinicSeen
from alongside.core.refusals import InvalidInput
from alongside.faces.common.pages import attempt, fresh_uuid, page
from alongside.faces.common.request import Request
from alongside.faces.common.staff_nav import staff_nav
from alongside.faces.common.times_page import today_in
from alongside.faces.desk.caseload_forms import AbilityForm, AskForm, OfferForm
from alongside.faces.desk.caseload_words import DAYS, MODES, PARTS, clock, proof, said, state
from alongside.faces.desk.frame import moment
from alongside.faces.desk.times import runs
from alongside.ui.nav import Crumb, Nav


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanLine:
    """A plan in one line."""

    uuid: UUID
    title: str
    state: str
    asked: str
    is_going_on: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseloadPage:
    """Plans so far, and the form that asks for another."""

    nav: Nav
    crumbs: tuple[Crumb, ...]
    plans: tuple[PlanLine, ...]
    form: AskForm
    abilities: tuple[tuple[str, str], ...]
    can: AbilityForm


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeRow:
    """A planned time in words. ``offer`` is its fresh identifier where it can be offered, None where it cannot."""

    child: UUID
    name: str
    when: str
    where: str
    is_kept: bool
    is_offered: bool
    offer: UUID | None
    leads: str
    whys: tuple[tuple[int, str], ...]
    changes: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DayBlock:
    """The planned times of one weekday."""

    label: str
    times: tuple[TimeRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class OutRow:
    """A child without a time, or with too few."""

    name: str
    missing: int
    why: str
    changes: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanPage:
    """One plan: how far it is, its times by day, who is left out, and how it is counted."""

    nav: Nav
    crumbs: tuple[Crumb, ...]
    plan: PlanSeen
    title: str
    state: str
    proof: str
    asked: str
    is_only_a_thought: bool
    days: tuple[DayBlock, ...]
    new: int
    left_out: tuple[OutRow, ...]
    parts: tuple[tuple[str, int], ...]


def caseload_page(request: Request) -> HttpResponse:
    """The plans of the clinic; POST asks for another."""
    mine = runs(request)
    team = people.colleagues(mine.pk, request.at)
    first = {"uuid": fresh_uuid(request.at), "starts_on": today_in(request, mine)}
    form = AskForm(request.POST or None, initial=first, team=team)
    if request.method == "POST" and form.is_valid():
        asked = {
            "actor": request.actor,
            "clinic": mine.pk,
            "plan": form.cleaned_data["uuid"],
            "at": request.at,
        }
        if (plan := attempt(form, lambda: caseload.ask_plan(**asked, draft=form.draft()))) is not None:
            return redirect("desk:caseload_plan", plan=plan.uuid)
    can = AbilityForm(team=team)
    status = 422 if request.method == "POST" else 200
    return page(request, "desk/caseload.html", _page(request, mine, form, can), status=status)


def abilities(request: Request) -> HttpResponse:
    """Keep what a therapist can do."""
    mine = runs(request)
    team = people.colleagues(mine.pk, request.at)
    can = AbilityForm(request.POST, team=team)
    if can.is_valid() and attempt(can, lambda: _keep_abilities(request, mine, can)) is not None:
        messages.success(request, _("That is kept."))
        return redirect("desk:caseload")
    form = AskForm(initial={"uuid": fresh_uuid(request.at), "starts_on": today_in(request, mine)}, team=team)
    return page(request, "desk/caseload.html", _page(request, mine, form, can), status=422)


def _keep_abilities(request: Request, mine: ClinicSeen, can: AbilityForm) -> tuple[AbilitySeen, ...]:
    return caseload.keep_abilities(
        actor=request.actor,
        clinic=mine.pk,
        person=can.cleaned_data["person"],
        kind=AbilityKind(can.cleaned_data["kind"]),
        words=can.lines(),
        at=request.at,
    )


def caseload_plan(request: Request, plan: UUID) -> HttpResponse:
    """One plan."""
    mine = runs(request)
    whole = plans.whole_plan(request.actor, mine.pk, plan, request.at)
    return page(request, "desk/caseload_plan.html", _plan_page(request, mine, whole))


def stop_plan(request: Request, plan: UUID) -> HttpResponse:
    """Stop with the best so far."""
    mine = runs(request)
    caseload.stop_plan(actor=request.actor, clinic=mine.pk, plan=plan, at=request.at)
    messages.success(request, _("The planner stops with the best it has."))
    return redirect("desk:caseload_plan", plan=plan)


def dismiss_plan(request: Request, plan: UUID) -> HttpResponse:
    """Let a plan go."""
    mine = runs(request)
    caseload.dismiss_plan(actor=request.actor, clinic=mine.pk, plan=plan, at=request.at)
    messages.success(request, _("The plan is put away. Nothing in the diary changed."))
    return redirect("desk:caseload")


def offer_planned(request: Request, plan: UUID) -> HttpResponse:
    """Hold one planned time for its family, and let them choose."""
    mine = runs(request)
    form = OfferForm(request.POST)
    if not form.is_valid():
        raise InvalidInput
    made = caseload.offer_planned(
        actor=request.actor, clinic=mine.pk, plan=plan, at=request.at, **form.cleaned_data
    )
    until = moment(made.held_until, mine.zone)
    messages.success(request, _("The time is held for the family until %(until)s.") % {"until": until})
    return redirect("desk:caseload_plan", plan=plan)


def _crumbs(here: str = "") -> tuple[Crumb, ...]:
    back = Crumb(label=_("Plan the times"), url=reverse("desk:caseload") if here else "")
    return Crumb(label=_("Schedule"), url=reverse("desk:week")), back, *([Crumb(label=here)] if here else [])


def _page(request: Request, mine: ClinicSeen, form: AskForm, can: AbilityForm) -> CaseloadPage:
    names = {one.uuid: one.name for one in people.colleagues(mine.pk, request.at)}
    kept = [one for one in plans.abilities(request.actor, mine.pk) if one.person in names]
    by_name = groupby(kept, key=lambda one: names[one.person])
    return CaseloadPage(
        nav=staff_nav(request.actor, "week"),
        crumbs=_crumbs(),
        plans=tuple(_line(one, mine) for one in plans.plans(request.actor, mine.pk)),
        form=form,
        abilities=tuple((name, ", ".join(one.words for one in mine_)) for name, mine_ in by_name),
        can=can,
    )


def _line(one: PlanSeen, mine: ClinicSeen) -> PlanLine:
    return PlanLine(
        uuid=one.uuid,
        title=str(MODES[one.mode]),
        state=state(one),
        asked=_("%(who)s, %(when)s") % {"who": one.asked_by, "when": moment(one.asked_at, mine.zone)},
        is_going_on=one.is_going_on,
    )


def _plan_page(request: Request, mine: ClinicSeen, whole: WholePlan) -> PlanPage:
    one = whole.plan
    line = _line(one, mine)
    return PlanPage(
        nav=staff_nav(request.actor, "week"),
        crumbs=_crumbs(dated(one.starts_on, "j F")),
        plan=one,
        title=line.title,
        state=line.state,
        proof=proof(one),
        asked=line.asked,
        is_only_a_thought=one.mode is Mode.WHAT_IF,
        days=_days(request, whole),
        new=sum(not time.is_kept for time in whole.times),
        left_out=tuple(_out(each) for each in whole.left_out) if one.state is PlanState.DONE else (),
        parts=tuple((str(PARTS.get(name, name)), points) for name, points in whole.parts.items() if points),
    )


def _days(request: Request, whole: WholePlan) -> tuple[DayBlock, ...]:
    can_offer = whole.plan.mode is not Mode.WHAT_IF
    return tuple(
        DayBlock(label=str(DAYS[weekday]), times=_rows(request, list(times), can_offer=can_offer))
        for weekday, times in groupby(whole.times, key=lambda time: time.weekday)
    )


def _rows(request: Request, times: Sequence[PlannedSeen], *, can_offer: bool) -> tuple[TimeRow, ...]:
    return tuple(_row(request, one, can_offer=can_offer) for one in times)


def _row(request: Request, one: PlannedSeen, *, can_offer: bool) -> TimeRow:
    whys = tuple((points, said(words)) for points, words in one.reasons)
    can = can_offer and one.waits and not one.is_kept and one.offer is None
    return TimeRow(
        child=one.child,
        name=one.child_name,
        when=f"{clock(one.start)}–{clock(one.start + one.minutes)}",
        where=" · ".join(filter(None, (one.therapist_name, one.room_name))),
        is_kept=one.is_kept,
        is_offered=one.offer is not None,
        offer=fresh_uuid(request.at) if can else None,
        leads=" ".join(words for points, words in whys[:2] if points > 0),
        whys=whys,
        changes=tuple(said(words) for words in one.changes),
    )


def _out(one: LeftOutSeen) -> OutRow:
    return OutRow(
        name=one.child_name,
        missing=one.missing,
        why=said(one.why),
        changes=tuple(said(words) for words in one.changes),
    )
