"""Visits in the calendar that a family uses anyway: a private link, and one visit as a file."""

from dataclasses import dataclass
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from alongside.areas.calendars import actions as calendars
from alongside.areas.calendars import queries as links
from alongside.areas.calendars.values import FeedKind
from alongside.areas.circle.values import OpenChild
from alongside.core.capabilities import Capability
from alongside.faces.common import calendars as common
from alongside.faces.common.calendars import NewLink
from alongside.faces.common.pages import UuidField, fresh_uuid, page
from alongside.faces.common.request import Request
from alongside.faces.parent import days
from alongside.faces.parent.frame import FamilyPage, frame, open_for


class LinkForm(forms.Form):
    """Makes a link, once for each identifier."""

    uuid = UuidField()


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarPage(FamilyPage):
    """The reader's own link. ``new`` is its address, shown once; ``since`` is empty where there is none."""

    new: NewLink | None
    since: str
    read: str
    form: LinkForm


def calendar(request: Request, child: UUID) -> HttpResponse:
    """The reader's link; POST makes one and shows its address, this once."""
    opened = open_for(request, child, Capability.READ_VISITS, "calendar")
    if request.method != "POST":
        return _page(request, opened)
    form = LinkForm(request.POST)
    if not form.is_valid():
        return _page(request, opened, status=422)
    _feed, token = calendars.make_feed(
        actor=request.actor, kind=FeedKind.CARER, feed=form.cleaned_data["uuid"], at=request.at
    )
    return _page(request, opened, token=token)


def end_calendar(request: Request, child: UUID) -> HttpResponse:
    """Let the link stop working."""
    open_for(request, child, Capability.READ_VISITS, "calendar")
    if (feed := links.feed(request.actor, FeedKind.CARER)) is not None:
        calendars.revoke_feed(actor=request.actor, feed=feed.uuid, at=request.at)
        messages.success(request, _("The link no longer works."))
    return redirect("parent:calendar", child=child)


def visit_file(request: Request, child: UUID, visit: UUID) -> HttpResponse:
    """One visit, for the calendar on this phone."""
    opened = open_for(request, child, Capability.READ_VISITS, "visit_file")
    return common.file(links.visit_file(opened, visit))


def _page(request: Request, opened: OpenChild, *, token: str = "", status: int = 200) -> HttpResponse:
    feed = links.feed(request.actor, FeedKind.CARER)
    read_at = feed.last_read_at if feed else None
    built = CalendarPage(
        **frame(opened, "plan"),
        new=common.new_link(token),
        since=days.when(opened, feed.made_at) if feed else "",
        read=days.when(opened, read_at) if read_at else "",
        form=LinkForm(initial={"uuid": fresh_uuid(request.at)}),
    )
    return page(request, "parent/calendar.html", built, status=status)
