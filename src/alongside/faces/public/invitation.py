"""An invitation: looking at it never uses it up, and only the person at the invited address comes in."""

from dataclasses import dataclass

from django.contrib.auth.decorators import login_not_required
from django.http import HttpResponse
from django.shortcuts import redirect

from alongside.areas.circle import actions as circle
from alongside.areas.circle.values import InvitationSeen
from alongside.areas.people import queries as people
from alongside.faces.common.pages import page
from alongside.faces.common.request import Request
from alongside.faces.common.sign_in import send_code
from alongside.faces.public.welcome import PlainPage


@dataclass(frozen=True, slots=True, kw_only=True)
class InvitationPage:
    """The invitation as its reader may see it: the child's name only for the invited person, signed in."""

    clinic: str
    invited_by: str
    name: str
    email: str
    child: str
    is_mine: bool
    is_anothers: bool
    site: None = None


@login_not_required
def invitation(request: Request, token: str) -> HttpResponse:
    """Read an invitation; POST asks for a code, or comes in."""
    try:
        found = circle.find_invitation(token, request.at)
    except circle.InvitationGone:
        return page(request, "public/invitation_gone.html", PlainPage(), status=404)
    if request.method == "POST":
        return _come_in(request, token, found)
    return page(request, "public/invitation.html", _page(request, found))


def _come_in(request: Request, token: str, found: InvitationSeen) -> HttpResponse:
    if request.user.is_authenticated:
        child = circle.accept_invitation(actor=request.actor, token=token, at=request.at)
        return redirect("parent:start", child=child)
    person = people.person_by_email(found.email)
    if person is None:
        return page(request, "public/invitation_gone.html", PlainPage(), status=404)
    return send_code(request, person, request.path)


def _page(request: Request, found: InvitationSeen) -> InvitationPage:
    signed_in = request.user.is_authenticated
    is_mine = signed_in and getattr(request.user, "email", "").lower() == found.email.lower()
    return InvitationPage(
        clinic=found.clinic_name,
        invited_by=found.invited_by,
        name=found.name,
        email=found.email,
        child=found.child_short_name if is_mine else "",
        is_mine=is_mine,
        is_anothers=signed_in and not is_mine,
    )
