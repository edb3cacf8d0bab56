"""The evidence about one goal: points first, words before numbers, and every number beside its doubts."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import partial
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from alongside.areas.circle.values import OpenChild
from alongside.areas.goals import queries as goals_read
from alongside.areas.practice import actions
from alongside.areas.practice import queries as practice
from alongside.areas.practice.values import Evidence, ProbePlanSeen, ProbeSeen
from alongside.core.evidence import Comparison, Scale, Stage
from alongside.core.progress import Every
from alongside.core.words import Phrase
from alongside.faces.common import pages
from alongside.faces.common.request import Request
from alongside.faces.therapist import chart, door, evidence_csv, frame, probes
from alongside.faces.therapist.chart import Figure
from alongside.faces.therapist.forms.probes import AskForm, ProbeForm
from alongside.faces.therapist.frame import Frame
from alongside.ui.nav import Nav


@dataclass(frozen=True, slots=True, kw_only=True)
class Number:
    """One number with what it takes for granted."""

    name: str
    value: str
    assumes: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RawLine:
    """One count as it was told."""

    day: str
    told: str
    by: str
    corrected: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanLines:
    """How it is counted, in sentences. ``is_mine`` when the reader counts, too."""

    uuid: UUID
    name: str
    how: str
    start: str
    who: str
    waiting: str
    is_open: bool
    is_mine: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class EvidencePage:
    """Everything on the page. ``stage`` says how much there is to go by."""

    nav: Nav
    frame: Frame
    goal: UUID
    title: str
    plan: PlanLines | None
    figure: Figure | None
    words: str
    stage: str
    cautions: tuple[str, ...]
    numbers: tuple[Number, ...]
    family: str
    raw: tuple[RawLine, ...]
    others: int
    probe: ProbeForm
    ask: AskForm | None
    can_plan: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Refused:
    """A form that came back."""

    probe: ProbeForm | None = None
    ask: AskForm | None = None


def evidence(request: Request, child: UUID, goal: UUID) -> HttpResponse:
    """The page."""
    opened = door.own_child(request, child, "evidence")
    return _show(request, opened, goal)


def add_probe(request: Request, child: UUID, probe_plan: UUID) -> HttpResponse:
    """A count made at a visit, by a therapist who agreed to count."""
    opened = door.own_child(request, child, "add_probe")
    plan, form = practice.probe_plan(opened, probe_plan), ProbeForm(request.POST)
    if form.is_valid() and pages.attempt(form, partial(_add, request, child, probe_plan, form)) is not None:
        messages.success(request, _("Counted."))
        return redirect("therapist:evidence", child, plan.goal)
    return _show(request, opened, plan.goal, Refused(probe=form))


def ask_to_count(request: Request, child: UUID, probe_plan: UUID) -> HttpResponse:
    """Ask somebody else of the circle."""
    opened = door.own_child(request, child, "ask_to_count")
    plan, form = practice.probe_plan(opened, probe_plan), AskForm(request.POST, people=probes.people(opened))
    if form.is_valid() and pages.attempt(form, partial(_asked, request, child, probe_plan, form)) is not None:
        messages.success(request, _("Asked. The question stands on Today."))
        return redirect("therapist:evidence", child, plan.goal)
    return _show(request, opened, plan.goal, Refused(ask=form))


def evidence_file(request: Request, child: UUID, goal: UUID) -> HttpResponse:
    """The raw counts with their points as a file for a spreadsheet."""
    opened = door.own_child(request, child, "evidence_file")
    goals_read.goal(opened, goal)
    text = evidence_csv.text(practice.evidence(opened, goal))
    answer = HttpResponse(text, content_type="text/csv; charset=utf-8")
    answer["Content-Disposition"] = 'attachment; filename="counts.csv"'
    return answer


def _add(request: Request, child: UUID, plan: UUID, form: ProbeForm) -> object:
    said = form.cleaned_data
    return actions.record_probe(
        actor=request.actor,
        child=child,
        plan=plan,
        probe=said["uuid"],
        value=said["value"],
        on=said["on"],
        at=request.at,
    )


def _asked(request: Request, child: UUID, plan: UUID, form: AskForm) -> object:
    person = (form.cleaned_data["person"],)
    return actions.ask_to_count(actor=request.actor, child=child, plan=plan, people=person, at=request.at)


def _show(request: Request, opened: OpenChild, goal: UUID, refused: Refused | None = None) -> HttpResponse:
    title = goals_read.goal(opened, goal).title
    page = _page(request, opened, title, practice.evidence(opened, goal))
    if refused is not None:
        page = replace(page, probe=refused.probe or page.probe, ask=refused.ask or page.ask)
    return pages.page(request, "therapist/evidence.html", page, status=422 if refused else 200)


def _page(request: Request, opened: OpenChild, title: str, found: Evidence) -> EvidencePage:
    compared, plan = found.comparison, found.plan
    is_open = plan is not None and plan.ended_at is None
    return EvidencePage(
        nav=frame.rail(request),
        frame=frame.frame(opened, _("Evidence"), route="progress"),
        goal=found.goal,
        title=title,
        plan=_plan(opened, plan, found) if plan else None,
        figure=chart.counted_figure(title, found),
        words=_said(compared.words) if compared and compared.words else "",
        stage=_stage(compared) if compared else "",
        cautions=tuple(_said(one) for one in compared.cautions) if compared else (),
        numbers=tuple(_numbers(compared)) if compared else (),
        family=f"{_said(found.told.phrase)} {_said(found.told.counts)}" if found.told else "",
        raw=tuple(_raw(plan, probe) for probe in found.probes) if plan else (),
        others=found.other_plans,
        probe=ProbeForm(initial={"uuid": pages.fresh_uuid(request.at), "on": opened.today}),
        ask=_ask(opened, found) if is_open else None,
        can_plan=not is_open,
    )


def _ask(opened: OpenChild, found: Evidence) -> AskForm | None:
    asked = {str(one.person) for one in found.collectors}
    others = [pair for pair in probes.people(opened) if pair[0] not in asked]
    return AskForm(people=others) if others else None


def _plan(opened: OpenChild, plan: ProbePlanSeen, found: Evidence) -> PlanLines:
    yes = [one.name for one in found.collectors if one.agreed]
    return PlanLines(
        uuid=plan.uuid,
        name=plan.what,
        how=_how(plan),
        start=_start(plan),
        who=", ".join(yes),
        waiting=", ".join(one.name for one in found.collectors if not one.agreed),
        is_open=plan.ended_at is None,
        is_mine=any(one.person == opened.actor.uuid and one.agreed for one in found.collectors),
    )


def _how(plan: ProbePlanSeen) -> str:
    often = _("Every day") if plan.design.every is Every.DAY else _("Once a week")
    since = _("since %(day)s") % {"day": frame.short_day(plan.design.starts_on)}
    return f"{often}, {_scale(plan)}, {since}."


def _scale(plan: ProbePlanSeen) -> str:
    design = plan.design
    if design.scale is Scale.MINUTES:
        return _("in minutes")
    if design.scale is Scale.STEP:
        return _("by the step that was seen")
    return _("of %(most)s %(unit)s") % {"most": design.most, "unit": design.unit or _("tries")}


def _start(plan: ProbePlanSeen) -> str:
    design = plan.design
    words = {
        "day": frame.short_day(design.idea_starts_on),
        "days": design.starts,
        "counts": design.baseline,
        "seed": plan.seed,
    }
    if design.is_drawn:
        return (
            _("Planned start of the idea: %(day)s, drawn by lot from %(days)s days (lot %(seed)s).") % words
        )
    return _("Planned start of the idea: %(day)s, after %(counts)s counts.") % words


def _stage(compared: Comparison) -> str:
    words = {"before": compared.before, "after": compared.after}
    if compared.stage is Stage.POINTS:
        return (
            _("Points only: %(before)s before and %(after)s with. A comparison needs three of each.") % words
        )
    if compared.stage is Stage.EARLY:
        return _("Early: %(before)s points before and %(after)s with.") % words
    return _("%(before)s points before and %(after)s with.") % words


def _numbers(compared: Comparison) -> Iterator[Number]:
    if compared.nap:
        nap = compared.nap
        low, high = Fraction(nap.ci_lower), Fraction(nap.ci_upper)
        yield Number(
            name=_("NAP, with its 95% interval"),
            value=f"{_two(nap.nap)} ({_two(low)} – {_two(high)})",
            assumes=_(
                "Every point before against every point since; equal pairs count half. Days are taken as"
                " independent, and at home they rarely are: the interval is at best this narrow (Newcombe 2006)."
            ),
        )
    if compared.tau:
        yield Number(
            name=_("Tau, as it is and with the baseline’s trend taken off"),
            value=f"{_two(compared.tau.uncorrected)} / {_two(compared.tau.corrected)}",
            assumes=_(
                "Read both together. The second takes the baseline’s line to go on for ever, which few do"
                " (Tarlow 2017)."
            ),
        )
    if compared.lot:
        lot = compared.lot
        yield Number(
            name=_("Chance of a difference this large"),
            value=_("p = %(p)s; no smaller than %(least)s is possible")
            % {"p": _two(lot.p), "least": _two(lot.smallest_p)},
            assumes=ngettext(
                "The start was drawn from %(n)s day before anybody counted, and kept (Edgington 1975).",
                "The start was drawn from %(n)s days before anybody counted, and kept (Edgington 1975).",
                lot.starts,
            )
            % {"n": lot.starts},
        )


def _two(value: Fraction) -> str:
    """Two decimals, with a real minus sign."""
    return f"{float(value):.2f}".replace("-", "−")


def _raw(plan: ProbePlanSeen, probe: ProbeSeen) -> RawLine:
    by_number = plan.design.scale is Scale.TRIES
    told = _("%(n)s of %(of)s") % {"n": probe.value, "of": probe.of} if by_number else str(probe.value)
    return RawLine(day=frame.short_day(probe.on), told=told, by=probe.by.name, corrected=probe.corrected)


def _said(phrase: Phrase) -> str:
    return _(phrase.template).format(**phrase.named)
