"""Several children who come together: choosing them, then one time for all of them."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from alongside.areas.appointments import actions as booking
from alongside.areas.appointments.values import VisitDetails, VisitSeen
from alongside.areas.circle import gate
from alongside.core import recurrence
from alongside.core.actors import MemberRole
from alongside.core.capabilities import Capability
from alongside.faces.common.pages import attempt, fresh_uuid, page
from alongside.faces.common.request import Request
from alongside.faces.common.staff_nav import staff_nav
from alongside.faces.desk import search
from alongside.faces.desk.frame import clinic_as, visit_time
from alongside.faces.desk.search import Found
from alongside.faces.desk.visits_book import desk_of, is_usual
from alongside.faces.desk.visits_forms import GroupForm
from alongside.faces.desk.visits_frame import at_field
from alongside.ui.nav import Crumb, Nav

CHILDREN_AT_MOST = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupPage:
    """The children chosen so far, whom the letters find, and the form for their time. Pairs carry an address."""

    nav: Nav
    crumbs: tuple[Crumb, ...]
    chosen: tuple[tuple[Found, str], ...]
    found: tuple[tuple[Found, str], ...]
    typed: str
    form: GroupForm


def book_group(request: Request) -> HttpResponse:
    """Book one time, or several weeks of it, for all of these children: everything or nothing."""
    clinic = clinic_as(request, *MemberRole)
    desk = desk_of(clinic, request.at)
    children = _children(request)
    if request.method != "POST":
        asked = search.time_asked(request)
        starts = asked.pop("starts", None)
        first = asked | ({"day": starts.date(), "time": starts.time()} if starts else {})
        form = GroupForm(initial=first | {"uuid": fresh_uuid(request.at)}, **desk.choices)
        return page(request, "desk/group.html", _page(request, children, form))
    form = GroupForm(request.POST, **desk.choices)
    is_right = is_usual(form, desk)
    act = at_field(lambda: _book(request, children, form, ZoneInfo(clinic.zone)))
    booked = attempt(form, act) if is_right else None
    if not booked:
        return page(request, "desk/group.html", _page(request, children, form), status=422)
    said = ngettext("Booked: %(when)s.", "%(n)d visits are booked, from %(when)s on.", len(booked))
    messages.success(request, said % {"n": len(booked), "when": visit_time(booked[0])})
    return redirect(f"{reverse('desk:week')}?week={booked[0].local_start.date().isoformat()}")


def leave_group(request: Request, child: UUID, group: UUID) -> HttpResponse:
    """Let one child leave a group; the visits of the others stay."""
    booking.leave_group(actor=request.actor, child=child, group=group, at=request.at)
    messages.success(request, _("The visits of this child are let go. The group goes on."))
    return redirect("desk:family", child=child)


def _book(
    request: Request, children: tuple[UUID, ...], form: GroupForm, zone: ZoneInfo
) -> tuple[VisitSeen, ...]:
    typed = form.cleaned_data
    days = [typed["day"] + timedelta(weeks=number) for number in range(typed["weeks"])]
    times: list[datetime] = [recurrence.instant(day, typed["time"], zone) for day in days]
    others = tuple(one for one in typed["colleagues"] if one != typed["therapist"])
    return booking.book_group(
        actor=request.actor,
        children=children,
        group=typed["uuid"],
        name=typed["name"],
        therapist=typed["therapist"],
        times=times,
        minutes=typed["minutes"],
        room=typed["room"],
        details=VisitDetails(colleagues=others),
        at=request.at,
    )


def _children(request: Request) -> tuple[UUID, ...]:
    """The children named by the address or by the form; what is no identifier is left aside."""
    typed = request.POST if request.method == "POST" else request.GET
    return tuple(dict.fromkeys(filter(None, map(_uuid, typed.getlist("child")))))[:CHILDREN_AT_MOST]


def _uuid(typed: str) -> UUID | None:
    try:
        return UUID(typed)
    except ValueError:
        return None


def _page(request: Request, children: tuple[UUID, ...], form: GroupForm) -> GroupPage:
    doing = "desk.book_group"
    opened = [
        gate.open_child(request.actor, one, Capability.READ_NAME, request.at, doing=doing) for one in children
    ]
    chosen = [Found(uuid=one.uuid, name=one.name, may_book=True) for one in opened]
    typed = request.GET.get("q", "")[: search.LONGEST].strip()
    found = [
        one for one in search.find(request, typed, doing=doing) if one.uuid not in children and one.may_book
    ]
    return GroupPage(
        nav=staff_nav(request.actor, "week"),
        crumbs=(Crumb(label=_("Schedule"), url=reverse("desk:week")), Crumb(label=_("Group"))),
        chosen=tuple((one, _url([each for each in children if each != one.uuid])) for one in chosen),
        found=tuple((one, _url([*children, one.uuid])) for one in found),
        typed=typed,
        form=form,
    )


def _url(children: list[UUID]) -> str:
    told: dict[str, Any] = {"child": [str(one) for one in children]}
    return f"{reverse('desk:book_group')}?{urlencode(told, doseq=True)}"
