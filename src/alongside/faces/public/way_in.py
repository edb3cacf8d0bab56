"""The way in and out: where a signed-in person starts, a fresh code, and leaving."""

from dataclasses import dataclass

from allauth.account.adapter import get_adapter
from django.contrib.auth.decorators import login_not_required
from django.http import HttpResponse
from django.shortcuts import redirect

from alongside.areas.circle import queries as circle
from alongside.core.actors import MemberRole
from alongside.faces.common.pages import page
from alongside.faces.common.request import Request
from alongside.faces.common.sign_in import SIGNED_OUT, send_code
from alongside.faces.public.welcome import PlainPage

_START = {
    MemberRole.THERAPIST: "therapist:day",
    MemberRole.FRONT_DESK: "desk:stories",
    MemberRole.OWNER: "desk:clinic",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class FreshCodePage:
    """Where the code goes, and where the reader wanted to go."""

    email: str
    next_url: str
    site: None = None


def way_in(request: Request) -> HttpResponse:
    """Lead everybody to their first page, by what they are here."""
    if request.needs_second_factor:
        return redirect("mfa_index")
    for role, route in _START.items():
        if request.actor.clinics_as(role):
            return redirect(route)
    for child, _name in circle.children_of(request.actor, request.at):
        return redirect("parent:start", child=child)
    return page(request, "public/nobody_yet.html", PlainPage())


def fresh_code(request: Request) -> HttpResponse:
    """Before somebody does what opens a door: sign in once more, with a code sent now."""
    person = request.user
    email = getattr(person, "email", "")
    next_url = request.GET.get("next", "/in/")
    if request.method == "POST" and person.is_authenticated:
        get_adapter().logout(request)
        return send_code(request, person, next_url)
    return page(request, "public/fresh_code.html", FreshCodePage(email=email, next_url=next_url))


@login_not_required
def start_again(request: Request) -> HttpResponse:
    """Leave a sign-in that was begun, and begin anew."""
    request.session.flush()
    return redirect("account_request_login_code")


@login_not_required
def signed_out(request: Request) -> HttpResponse:
    """Goodbye. The browser is asked to forget what it kept, when somebody really just left here."""
    response = page(request, "public/signed_out.html", PlainPage())
    if request.session.pop(SIGNED_OUT, None):
        response["Clear-Site-Data"] = '"cache", "storage"'
    return response
