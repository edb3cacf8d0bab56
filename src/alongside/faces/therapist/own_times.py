"""A therapist's own working week, kept times and days away."""

from dataclasses import dataclass

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect

from alongside.areas.people import queries as people
from alongside.core.actors import MemberRole
from alongside.core.refusals import NotFound
from alongside.faces.common.pages import page
from alongside.faces.common.request import Request
from alongside.faces.common.times_page import Sheet, Whose, done, sheet, today_in
from alongside.faces.therapist.frame import rail
from alongside.ui.nav import Nav


@dataclass(frozen=True, slots=True, kw_only=True)
class MyTimesPage:
    """The reader's own times."""

    nav: Nav
    sheet: Sheet


def my_times(request: Request) -> HttpResponse:
    """One's own times; POST changes them."""
    whose = _mine(request)
    shown = sheet(request, whose)
    if request.method == "POST" and (said := done(request, whose, shown)):
        messages.success(request, said)
        return redirect("therapist:my_times")
    filled = MyTimesPage(nav=rail(request, "week"), sheet=shown)
    return page(request, "therapist/my_times.html", filled, status=422 if request.method == "POST" else 200)


def _mine(request: Request) -> Whose:
    """The first clinic where the reader treats children."""
    clinics = request.actor.clinics_as(MemberRole.THERAPIST)
    if not clinics:
        raise NotFound
    clinic = people.clinic(clinics[0])
    actor = request.actor
    return Whose(
        clinic=clinic,
        today=today_in(request, clinic),
        pk=actor.person,
        person=actor.uuid,
        is_me=True,
        lanes=(actor.uuid,),
    )
