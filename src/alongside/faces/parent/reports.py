"""What the therapist wrote about a time together: the family's version to read, and their own words beside it."""

from dataclasses import dataclass
from functools import partial
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from alongside.areas.circle.values import OpenChild
from alongside.areas.review.actions import report_comments as acts
from alongside.areas.review.queries import reports as read
from alongside.areas.review.reports.paper.blocks import Paper
from alongside.areas.review.reports.paper.build import no_picture, paper
from alongside.areas.review.values.reports import FAMILY_LABELS, Reader, ReportInShort, ReportSeen
from alongside.core import bounds
from alongside.core.capabilities import Capability
from alongside.core.refusals import NotFound
from alongside.faces.common import pages
from alongside.faces.common.pages import UuidField, WordsField
from alongside.faces.common.report_files import report_file
from alongside.faces.common.request import Request
from alongside.faces.parent import days
from alongside.faces.parent.frame import VOICES, FamilyPage, frame, open_for, status, taken_up


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportLine:
    """One report in the list."""

    uuid: UUID
    title: str
    time: str
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportsPage(FamilyPage):
    """What was shared, newest first."""

    lines: tuple[ReportLine, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SaidBeside:
    """Words beside a report: the family's, or the therapist's addition."""

    words: str
    by: str
    voice: str
    when: str
    mine: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportPage(FamilyPage):
    """One report in the family's version. ``form`` is None where this reader cannot write beside it now."""

    report: UUID
    paper: Paper
    therapist: str
    added: tuple[SaidBeside, ...]
    beside: tuple[SaidBeside, ...]
    form: forms.Form | None
    has_written: bool
    printed: bool


class BesideForm(forms.Form):
    """A carer's words beside a report."""

    uuid = UuidField()
    words = WordsField(
        limit=bounds.WORDS,
        rows=4,
        required=True,
        label=gettext_lazy("Your words"),
        error_messages={"required": gettext_lazy("Write a few words, or leave it as it is.")},
    )


def reports_page(request: Request, child: UUID) -> HttpResponse:
    """Everything that was shared."""
    opened = open_for(request, child, Capability.READ_REPORTS, "reports")
    lines = tuple(_line(one) for one in read.reports(opened) if one.shared_at)
    return pages.page(request, "parent/reports.html", ReportsPage(**frame(opened, "plan"), lines=lines))


def report(request: Request, child: UUID, report: UUID) -> HttpResponse:
    """One report in plain words."""
    opened = open_for(request, child, Capability.READ_REPORTS, "report")
    seen = _shared(opened, report)
    return pages.page(request, "parent/report.html", _page(opened, seen, _fresh(opened, seen)))


def say_beside(request: Request, child: UUID, report: UUID) -> HttpResponse:
    """Write beside a report, or put right what was written before."""
    opened = open_for(request, child, Capability.COMMENT_ON_REPORTS, "say_beside")
    form = BesideForm(request.POST)
    act = partial(acts.comment_on_report, actor=request.actor, child=child, report=report, at=request.at)
    done = taken_up(
        request, form, lambda: act(comment=form.cleaned_data["uuid"], words=form.cleaned_data["words"])
    )
    if done:
        messages.success(request, _("Your words stand beside it."))
        return redirect("parent:report", child=child, report=report)
    page = _page(opened, _shared(opened, report), form)
    return pages.page(request, "parent/report.html", page, status=status(form))


def report_pdf(request: Request, child: UUID, report: UUID) -> HttpResponse:
    """The family's version as a file. The other one holds figures that need somebody to explain them."""
    seen = _shared(open_for(request, child, Capability.READ_REPORTS, "report_pdf"), report)
    return report_file(seen, seen.content or {}, Reader.FAMILY)


def _shared(opened: OpenChild, uuid: UUID) -> ReportSeen:
    """A shared report. This face shows no draft, not even to a therapist who is a carer here, too."""
    seen = read.report(opened, uuid)
    if seen.shared_at is None or seen.content is None:
        raise NotFound
    return seen


def _line(one: ReportInShort) -> ReportLine:
    told = {
        "start": days.short_day(one.from_on),
        "end": f"{days.short_day(one.until_on)} {one.until_on.year}",
    }
    return ReportLine(
        uuid=one.uuid,
        title=_(FAMILY_LABELS[one.kind]),
        time=_("%(start)s to %(end)s") % told,
        by=one.by.name,
    )


def _fresh(opened: OpenChild, seen: ReportSeen) -> BesideForm:
    mine = next((one for one in seen.comments if one.is_mine), None)
    return BesideForm(
        initial={
            "uuid": mine.uuid if mine else pages.fresh_uuid(opened.at),
            "words": mine.words if mine else "",
        }
    )


def _page(opened: OpenChild, seen: ReportSeen, form: BesideForm) -> ReportPage:
    writes = seen.closed_at is None and opened.allows(Capability.COMMENT_ON_REPORTS)
    return ReportPage(
        **frame(opened, "plan"),
        report=seen.uuid,
        therapist=seen.by.name,
        paper=paper(seen, read.content_of(opened, seen), Reader.FAMILY, draw=no_picture),
        added=tuple(
            SaidBeside(
                words=one.words, by=one.by.name, voice=VOICES[one.by.voice], when=days.when(opened, one.at)
            )
            for one in seen.additions
        ),
        beside=tuple(
            SaidBeside(
                words=one.words,
                by=one.by.name,
                voice=VOICES[one.by.voice],
                when=days.when(opened, one.at),
                mine=one.is_mine,
            )
            for one in seen.comments
        ),
        form=form if writes or form.is_bound else None,
        has_written=any(one.is_mine for one in seen.comments),
        printed=seen.closed_at is not None,
    )
