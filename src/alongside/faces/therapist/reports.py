"""Reports of a child: the list, the writing of a draft, and a signed one with what stands beside it."""

from dataclasses import dataclass
from functools import partial
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.forms import Form
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from alongside.areas.circle.values import OpenChild
from alongside.areas.evaluation import queries as evaluation
from alongside.areas.review.actions import reports as acts
from alongside.areas.review.queries import reports as read
from alongside.areas.review.values.reports import KIND_LABELS, Reader, ReportInShort, ReportSeen
from alongside.areas.story import queries as story
from alongside.faces.common import pages
from alongside.faces.common.report_files import report_file
from alongside.faces.common.request import Request
from alongside.faces.therapist import door, frame
from alongside.faces.therapist.forms.reports import AddToReportForm, ReportForm, StartReportForm, fresh_values
from alongside.faces.therapist.frame import Frame
from alongside.faces.therapist.note import Saved
from alongside.ui.nav import Nav


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportLine:
    """One report in the list: what, about which time, and where it stands."""

    uuid: UUID
    label: str
    time: str
    standing: str
    is_draft: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportsPage:
    """All reports of a child, and the form that begins one."""

    nav: Nav
    frame: Frame
    lines: tuple[ReportLine, ...]
    form: StartReportForm


@dataclass(frozen=True, slots=True, kw_only=True)
class Holds:
    """What comes from the record, counted. ``uneven``: fewer strengths than findings; ``unshared`` ones stay out."""

    counted: tuple[tuple[str, int], ...]
    uneven: bool
    unshared: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportPage:
    """One report. ``form`` is None once it is signed; ``holds`` tells what comes from the record.

    ``refused`` says why typed words came too late for a report that is signed.
    """

    nav: Nav
    frame: Frame
    report: ReportSeen
    label: str
    time: str
    form: ReportForm | None
    refused: str
    saved: Saved | None
    holds: Holds
    signed: str
    shared: str
    additions: tuple[tuple[str, str, str], ...]
    comments: tuple[tuple[str, str, str], ...]
    addendum: AddToReportForm


def reports_page(request: Request, child: UUID) -> HttpResponse:
    """The child's reports."""
    return _list(request, door.own_child(request, child, "reports"))


def start_report(request: Request, child: UUID) -> HttpResponse:
    """Begin a report, or go on with the draft of that kind."""
    opened = door.own_child(request, child, "start_report")
    form = StartReportForm(request.POST)
    act = partial(acts.start_report, actor=request.actor, child=child, at=request.at)
    if form.is_valid():
        kept = form.cleaned_data
        begun = pages.attempt(form, lambda: act(report=kept["uuid"], kind=kept["kind"]))
        if begun is not None:
            return redirect("therapist:report", child, begun.uuid)
    return _list(request, opened, form)


def report(request: Request, child: UUID, report: UUID) -> HttpResponse:
    """Write a draft, or read what was signed."""
    return _show(request, door.own_child(request, child, "report"), report)


def save_report(request: Request, child: UUID, report: UUID) -> HttpResponse:
    """Keep the draft: by itself while somebody types, or with the button."""
    opened = door.own_child(request, child, "save_report")
    form = _form(opened, report, request)
    act = partial(acts.save_report, actor=request.actor, child=child, report=report, at=request.at)
    kept = pages.attempt(form, lambda: act(draft=form.draft())) if form.is_valid() else None
    if request.htmx:
        return _saved(request, opened, form, kept)
    if kept is None:
        return _show(request, opened, report, form)
    messages.success(request, _("The draft is kept."))
    return redirect("therapist:report", child, report)


def sign_report(request: Request, child: UUID, report: UUID) -> HttpResponse:
    """Sign the draft as it is on the page. Sharing is a step of its own."""
    opened = door.own_child(request, child, "sign_report")
    form = _form(opened, report, request)
    act = partial(acts.sign_report, actor=request.actor, child=child, report=report, at=request.at)
    if form.is_valid() and pages.attempt(form, lambda: act(draft=form.draft())) is not None:
        messages.success(request, _("Signed. Nobody of the family reads it before you share it."))
        return redirect("therapist:report", child, report)
    return _show(request, opened, report, form)


def share_report(request: Request, child: UUID, report: UUID) -> HttpResponse:
    """Share a signed report with the family."""
    door.own_child(request, child, "share_report")
    acts.share_report(actor=request.actor, child=child, report=report, at=request.at)
    messages.success(request, _("Shared with the family."))
    return redirect("therapist:report", child, report)


def close_report(request: Request, child: UUID, report: UUID) -> HttpResponse:
    """Keep the family's words as they are, for printing."""
    door.own_child(request, child, "close_report")
    acts.close_report(actor=request.actor, child=child, report=report, at=request.at)
    messages.success(request, _("The family’s words stay as they are now."))
    return redirect("therapist:report", child, report)


def add_to_report(request: Request, child: UUID, report: UUID) -> HttpResponse:
    """Add to a signed report."""
    opened = door.own_child(request, child, "add_to_report")
    form = AddToReportForm(request.POST)
    act = partial(acts.add_to_report, actor=request.actor, child=child, report=report, at=request.at)
    if form.is_valid():
        kept = form.cleaned_data
        if pages.attempt(form, lambda: act(addendum=kept["uuid"], words=kept["words"])) is not None:
            messages.success(request, _("Added, with today’s date."))
            return redirect("therapist:report", child, report)
    return _show(request, opened, report, form)


def report_pdf(request: Request, child: UUID, report: UUID) -> HttpResponse:
    """The professional version as a file."""
    return _file(door.own_child(request, child, "report_pdf"), report, Reader.PROFESSIONAL)


def report_family_pdf(request: Request, child: UUID, report: UUID) -> HttpResponse:
    """The family's version as a file."""
    return _file(door.own_child(request, child, "report_family_pdf"), report, Reader.FAMILY)


def _file(opened: OpenChild, uuid: UUID, reader: Reader) -> HttpResponse:
    seen = read.report(opened, uuid)
    return report_file(seen, read.content_of(opened, seen), reader)


def _list(request: Request, opened: OpenChild, refused: StartReportForm | None = None) -> HttpResponse:
    fresh = {"uuid": pages.fresh_uuid(request.at)}
    page = ReportsPage(
        nav=frame.rail(request),
        frame=frame.frame(opened, _("Reports"), route="reports"),
        lines=tuple(_line(opened, one) for one in read.reports(opened)),
        form=refused or StartReportForm(initial=fresh),
    )
    return pages.page(request, "therapist/reports.html", page, status=422 if refused else 200)


def _line(opened: OpenChild, one: ReportInShort) -> ReportLine:
    return ReportLine(
        uuid=one.uuid,
        label=_(KIND_LABELS[one.kind]),
        time=_time(one),
        standing=_standing(opened, one),
        is_draft=one.signed_at is None,
    )


def _standing(opened: OpenChild, one: ReportInShort) -> str:
    if one.signed_at is None:
        return _("draft, saved %(when)s") % {"when": frame.moment(one.saved_at, opened.zone_info)}
    if one.shared_at is None:
        return _("signed, not shared")
    return _("shared %(when)s") % {"when": frame.moment(one.shared_at, opened.zone_info)}


def _time(one: ReportInShort | ReportSeen) -> str:
    return _("%(start)s to %(end)s") % {
        "start": f"{frame.short_day(one.from_on)} {one.from_on.year}",
        "end": f"{frame.short_day(one.until_on)} {one.until_on.year}",
    }


def _form(opened: OpenChild, uuid: UUID, request: Request) -> ReportForm:
    return ReportForm(request.POST, **_offers(opened, read.report(opened, uuid)))


def _offers(opened: OpenChild, seen: ReportSeen) -> dict[str, Any]:
    return {
        "seen": seen,
        "asked": story.priorities(opened),
        "offered": read.quotable(opened),
        "given": evaluation.scores(opened),
    }


def _show(request: Request, opened: OpenChild, uuid: UUID, refused: Form | None = None) -> HttpResponse:
    seen = read.report(opened, uuid)
    late = [str(error) for error in refused.non_field_errors()] if isinstance(refused, ReportForm) else []
    form = refused if isinstance(refused, ReportForm) and not seen.is_signed else _fresh(opened, seen)
    addendum = AddToReportForm(initial={"uuid": pages.fresh_uuid(request.at)})
    page = ReportPage(
        nav=frame.rail(request),
        frame=frame.frame(opened, _(KIND_LABELS[seen.kind])),
        report=seen,
        label=_(KIND_LABELS[seen.kind]),
        time=_time(seen),
        form=form,
        refused=" ".join(late) if seen.is_signed else "",
        saved=_state(opened, seen, form) if form else None,
        holds=_holds(opened, seen),
        signed=_signed(opened, seen),
        shared=frame.moment(seen.shared_at, opened.zone_info) if seen.shared_at else "",
        additions=_said(opened, seen.additions),
        comments=_said(opened, seen.comments),
        addendum=refused if isinstance(refused, AddToReportForm) else addendum,
    )
    return pages.page(request, "therapist/report.html", page, status=422 if refused else 200)


def _fresh(opened: OpenChild, seen: ReportSeen) -> ReportForm | None:
    if seen.is_signed:
        return None
    return ReportForm(initial=fresh_values(seen), **_offers(opened, seen))


def _holds(opened: OpenChild, seen: ReportSeen) -> Holds:
    """What the report takes from the record, counted."""
    content = read.content_of(opened, seen)
    counted = (
        (_("Questions of the family"), len(content["asked"])),
        (_("Strengths"), len(content["strengths"])),
        (_("Findings"), len(content["findings"])),
        (_("Goals"), len(content["goals"])),
        (_("Ideas at home"), len(content["ideas"])),
        (_("Visits"), len(content["visits"])),
        (_("Instruments"), len(content["scores"])),
    )
    kept_back = sum(one.shared_at is None for one in evaluation.findings(opened))
    return Holds(
        counted=counted,
        uneven=not seen.is_signed and len(content["strengths"]) < len(content["findings"]),
        unshared=0 if seen.is_signed else kept_back,
    )


def _saved(request: Request, opened: OpenChild, form: ReportForm, kept: ReportSeen | None) -> HttpResponse:
    """The small part under the boxes, for a save without leaving the page."""
    if kept is not None:
        return pages.page(request, "therapist/parts/saved.html", _state(opened, kept, form))
    errors = [str(error) for errors in form.errors.values() for error in errors]
    page = Saved(version=_typed_version(form), when="", refused=" ".join(errors))
    return pages.page(request, "therapist/parts/saved.html", page, status=422)


def _state(opened: OpenChild, seen: ReportSeen, form: ReportForm) -> Saved:
    """A refused form keeps the number it was typed on, so that nobody's words are written over."""
    version = _typed_version(form) if form.errors else seen.version
    return Saved(version=version, when=f"{seen.saved_at.astimezone(opened.zone_info):%H:%M}", refused="")


def _typed_version(form: ReportForm) -> int:
    typed = str(form.data.get("version", ""))
    return int(typed) if typed.isdecimal() else 0


def _signed(opened: OpenChild, seen: ReportSeen) -> str:
    if seen.signed_at is None or seen.content is None:
        return ""
    told = {"name": seen.content["signed"]["name"], "when": frame.moment(seen.signed_at, opened.zone_info)}
    return _("Signed by %(name)s, %(when)s.") % told


def _said(opened: OpenChild, several: Any) -> tuple[tuple[str, str, str], ...]:
    return tuple((one.words, one.by.name, frame.moment(one.at, opened.zone_info)) for one in several)
