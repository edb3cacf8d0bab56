"""The evaluation: strengths first, then findings, each tied to the family's words."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from alongside.areas.circle.values import OpenChild
from alongside.areas.evaluation import actions as evaluation
from alongside.areas.evaluation import queries as noticed
from alongside.areas.evaluation.values import FindingKind, FindingSeen
from alongside.areas.story import queries as told
from alongside.faces.common import pages
from alongside.faces.common.request import Request
from alongside.faces.therapist import door, frame
from alongside.faces.therapist.forms.findings import FindingForm, ShareForm
from alongside.faces.therapist.frame import Frame
from alongside.ui.nav import Nav

_LABEL_LENGTH = 80


@dataclass(frozen=True, slots=True, kw_only=True)
class FindingLine:
    """One strength or finding as a card. ``shared`` is the day it was shared, "" before."""

    uuid: UUID
    area: str
    does: str
    where: str
    with_help: str
    priority: str
    noticed: str
    by: str
    shared: str
    amends: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class FindingsPage:
    """Everything on the page. ``amending`` when the form changes an earlier wording."""

    nav: Nav
    frame: Frame
    strengths: tuple[FindingLine, ...]
    findings: tuple[FindingLine, ...]
    unshared: int
    form: FindingForm
    share: ShareForm | None
    amending: bool


def findings(request: Request, child: UUID) -> HttpResponse:
    """The page; ``?amend=`` brings an earlier wording into the form, ``?prompt=`` begins one from a place to look."""
    opened = door.own_child(request, child, "findings")
    seen = noticed.findings(opened)
    amended = next((one for one in seen if str(one.uuid) == request.GET.get("amend", "")), None)
    return _show(request, opened, _form(request, opened, amended) if amended else _begun(request, opened))


def add_finding(request: Request, child: UUID) -> HttpResponse:
    """Keep a new finding, or a new wording of an earlier one."""
    opened = door.own_child(request, child, "add_finding")
    form = FindingForm(request.POST, priorities=_priorities(opened))
    if form.is_valid() and pages.attempt(form, partial(_keep, request, child, form)) is not None:
        messages.success(request, _("Kept. The family sees it once you share it."))
        return redirect("therapist:findings", child)
    return _show(request, opened, form, status=422)


def share_findings(request: Request, child: UUID) -> HttpResponse:
    """Show the chosen ones to the family."""
    opened = door.own_child(request, child, "share_findings")
    unshared = [one for one in noticed.findings(opened) if one.shared_at is None]
    form = ShareForm(request.POST, findings=[(str(one.uuid), one.does) for one in unshared])
    if form.is_valid():
        chosen = tuple(form.cleaned_data["findings"])
        evaluation.share_findings(actor=request.actor, child=child, findings=chosen, at=request.at)
        messages.success(request, _("Shared with the family."))
        return redirect("therapist:findings", child)
    return _show(request, opened, _form(request, opened, None), share=form, status=422)


def _keep(request: Request, child: UUID, form: FindingForm) -> FindingSeen:
    kept, amends = form.cleaned_data["uuid"], form.cleaned_data["amends"]
    actor, at, draft = request.actor, request.at, form.draft()
    if amends:
        return evaluation.amend_finding(
            actor=actor, child=child, finding=amends, amended=kept, draft=draft, at=at
        )
    return evaluation.add_finding(actor=actor, child=child, finding=kept, draft=draft, at=at)


def _form(request: Request, opened: OpenChild, amended: FindingSeen | None) -> FindingForm:
    initial: dict[str, object] = {"uuid": pages.fresh_uuid(request.at), "noticed_on": opened.today}
    if amended:
        initial |= {
            "amends": amended.uuid,
            "kind": amended.kind.value,
            "area": amended.area,
            "does": amended.does,
            "where": amended.where,
            "with_help": amended.with_help,
            "priority": str(amended.priority or ""),
            "noticed_on": amended.noticed_on,
        }
    return FindingForm(initial=initial, priorities=_priorities(opened))


def _begun(request: Request, opened: OpenChild) -> FindingForm:
    """A form that knows the part of life, the place and the help, when a prompt was taken; what was seen is written."""
    asked = request.GET.get("prompt", "")
    form = _form(request, opened, None)
    for one in noticed.prompts():
        if one.code == asked:
            begun = {"area": one.area, "where": one.where, "with_help": one.with_help}
            form.initial = {**form.initial, **begun, "kind": FindingKind.FINDING.value}
            form.fields["does"].help_text = one.look
    return form


def _priorities(opened: OpenChild) -> list[tuple[str, str]]:
    pairs = [
        (str(one.uuid), f"{one.by.name}: “{one.words[:_LABEL_LENGTH]}”") for one in told.priorities(opened)
    ]
    return [("", _("Choose their words")), *pairs]


def _show(
    request: Request,
    opened: OpenChild,
    form: FindingForm,
    *,
    share: ShareForm | None = None,
    status: int = 200,
) -> HttpResponse:
    seen = noticed.findings(opened)
    page = FindingsPage(
        nav=frame.rail(request),
        frame=frame.frame(opened, _("What we noticed"), route="findings"),
        strengths=_lines(seen, FindingKind.STRENGTH),
        findings=_lines(seen, FindingKind.FINDING),
        unshared=sum(one.shared_at is None for one in seen),
        form=form,
        share=share,
        amending=bool(form["amends"].value()),
    )
    return pages.page(request, "therapist/findings.html", page, status=status)


def _lines(seen: Sequence[FindingSeen], kind: FindingKind) -> tuple[FindingLine, ...]:
    return tuple(_line(one) for one in seen if one.kind is kind)


def _line(one: FindingSeen) -> FindingLine:
    return FindingLine(
        uuid=one.uuid,
        area=_(one.area_label),
        does=one.does,
        where=one.where,
        with_help=one.with_help,
        priority=one.priority_words,
        noticed=frame.short_day(one.noticed_on),
        by=one.by.name,
        shared=frame.short_day(one.shared_at.date()) if one.shared_at else "",
        amends=one.amends,
    )
