"""A therapist's visits in their own calendar, and times that their own calendar says are taken."""

from dataclasses import dataclass
from uuid import UUID
from zoneinfo import ZoneInfo

from django import forms
from django.conf import settings
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from alongside.areas.calendars import actions as calendars
from alongside.areas.calendars import queries as links
from alongside.areas.calendars.values import FeedKind, FeedSeen
from alongside.areas.diary import actions as diary
from alongside.areas.diary import queries as times
from alongside.areas.diary.actions.busy import SENTENCES
from alongside.areas.diary.values import BusyKind, BusySeen
from alongside.areas.people import queries as people
from alongside.core.actors import MemberRole
from alongside.faces.common import calendars as common
from alongside.faces.common.calendars import NewLink
from alongside.faces.common.pages import UuidField, attempt, fresh_uuid, page
from alongside.faces.common.request import Request
from alongside.faces.therapist.frame import moment, rail
from alongside.ui.nav import Nav


class LinkForm(forms.Form):
    """Makes a link, once for each identifier."""

    uuid = UuidField()
    with_names = forms.BooleanField(
        required=False,
        label=gettext_lazy("Tell the children’s short names"),
        help_text=gettext_lazy("Only where nobody else looks into this calendar."),
    )


class FileForm(forms.Form):
    """A calendar file with busy times."""

    uuid = UuidField()
    file = forms.FileField(
        label=gettext_lazy("A calendar file"),
        help_text=gettext_lazy("It ends with .ics and has at most one megabyte."),
        widget=forms.FileInput(attrs={"accept": ".ics,text/calendar"}),
        allow_empty_file=True,
        max_length=255,
        error_messages={
            "required": gettext_lazy("Choose a calendar file: its name ends with .ics."),
            "max_length": gettext_lazy("Please give the file a shorter name."),
            "invalid": gettext_lazy("Choose the file once more."),
        },
    )


class AddressForm(forms.Form):
    """An address whose busy times are copied now and again."""

    uuid = UuidField()
    address = forms.CharField(
        max_length=500,
        label=gettext_lazy("Its private address"),
        widget=forms.TextInput(attrs={"inputmode": "url", "autocomplete": "off"}),
        error_messages={"required": gettext_lazy("Paste the address of your calendar.")},
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class BusyLine:
    """One calendar of the reader's own in words. ``trouble`` is a sentence, empty when all is well."""

    uuid: UUID
    name: str
    when: str
    trouble: str
    times: int


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarPage:
    """The reader’s link, the calendars that keep times free, and three forms; the third only where ``hosts`` are."""

    nav: Nav
    new: NewLink | None
    feed: FeedSeen | None
    since: str
    read: str
    busy: tuple[BusyLine, ...]
    hosts: tuple[str, ...]
    link: LinkForm
    file: FileForm
    address: AddressForm


def calendar(request: Request) -> HttpResponse:
    """Everything about calendars; POST makes a link and shows its address, this once."""
    form = LinkForm(request.POST or None)
    if request.method != "POST":
        return _page(request)
    if not form.is_valid():
        return _page(request, link=form)
    said = form.cleaned_data
    _feed, token = calendars.make_feed(
        actor=request.actor,
        kind=FeedKind.THERAPIST,
        feed=said["uuid"],
        with_names=said["with_names"],
        at=request.at,
    )
    return _page(request, token=token)


def end_calendar(request: Request) -> HttpResponse:
    """Let the link stop working."""
    if (feed := links.feed(request.actor, FeedKind.THERAPIST)) is not None:
        calendars.revoke_feed(actor=request.actor, feed=feed.uuid, at=request.at)
        messages.success(request, _("The link no longer works."))
    return redirect("therapist:calendar")


def bring_busy(request: Request) -> HttpResponse:
    """Keep times free that a file says are taken."""
    form = FileForm(request.POST, request.FILES)

    def act() -> BusySeen:
        said = form.cleaned_data
        return diary.bring_busy(
            actor=request.actor,
            clinic=_clinic(request),
            source=said["uuid"],
            content=said["file"].read(),
            at=request.at,
        )

    if not form.is_valid() or attempt(form, act) is None:
        return _page(request, file=form)
    messages.success(request, _("These times are kept free now."))
    return redirect("therapist:calendar")


def follow_calendar(request: Request) -> HttpResponse:
    """Keep times free that a calendar at an address says are taken; it is looked at every half hour."""
    form = AddressForm(request.POST)

    def act() -> BusySeen:
        said = form.cleaned_data
        return diary.follow_calendar(
            actor=request.actor,
            clinic=_clinic(request),
            source=said["uuid"],
            address=said["address"],
            hosts=settings.CALENDAR_HOSTS,
            at=request.at,
        )

    if not form.is_valid() or attempt(form, act) is None:
        return _page(request, address=form)
    messages.success(request, _("We look at it within a few minutes, and every half hour."))
    return redirect("therapist:calendar")


def forget_busy(request: Request, busy: UUID) -> HttpResponse:
    """Take a calendar away, and give its times back to visits."""
    diary.forget_busy(actor=request.actor, source=busy, at=request.at)
    messages.success(request, _("Taken away. Its times are free for visits again."))
    return redirect("therapist:calendar")


def _clinic(request: Request) -> int:
    """The first clinic where the reader treats children, as for their own times."""
    return request.actor.clinics_as(MemberRole.THERAPIST)[0]


def _page(
    request: Request,
    *,
    token: str = "",
    link: LinkForm | None = None,
    file: FileForm | None = None,
    address: AddressForm | None = None,
) -> HttpResponse:
    zone = ZoneInfo(people.clinic(_clinic(request)).zone)
    feed = links.feed(request.actor, FeedKind.THERAPIST)
    fresh = {"uuid": fresh_uuid(request.at)}
    built = CalendarPage(
        nav=rail(request, ""),
        new=common.new_link(token),
        feed=feed,
        since=moment(feed.made_at, zone) if feed else "",
        read=moment(feed.last_read_at, zone) if feed and feed.last_read_at else "",
        busy=tuple(_line(one, zone) for one in times.busy_sources(request.actor)),
        hosts=tuple(settings.CALENDAR_HOSTS),
        link=link or LinkForm(initial=fresh),
        file=file or FileForm(initial=fresh),
        address=address or AddressForm(initial=fresh),
    )
    status = 422 if link or file or address else 200
    return page(request, "therapist/calendar.html", built, status=status)


def _line(one: BusySeen, zone: ZoneInfo) -> BusyLine:
    return BusyLine(
        uuid=one.uuid,
        name=_("A file") if one.kind is BusyKind.UPLOAD else one.host,
        when=moment(one.checked_at, zone) if one.checked_at else "",
        trouble=_(SENTENCES[one.trouble]) if one.trouble else "",
        times=one.times,
    )
