"""Families: finding one, and what the desk may know of it. No clinical word stands here."""

from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _

from alongside.areas.appointments import queries as appointments
from alongside.areas.appointments.values import RequestSeen, VisitSeen
from alongside.areas.circle import actions as circle_actions
from alongside.areas.circle import gate
from alongside.areas.circle import queries as circle
from alongside.areas.circle.values import ContactSeen, Grownup, InvitationSeen, OpenChild, PersonProposed
from alongside.areas.people.values import PersonDraft
from alongside.areas.story import queries as story
from alongside.areas.story.values import StoryContact
from alongside.core.actors import MemberRole
from alongside.core.capabilities import Capability
from alongside.core.ids import uuid7
from alongside.faces.common.pages import attempt, fresh_uuid, page
from alongside.faces.common.request import Request
from alongside.faces.common.staff_nav import staff_nav
from alongside.faces.desk import letters
from alongside.faces.desk.forms import InviteForm, ListForm
from alongside.faces.desk.frame import clinic_as, open_at_desk, visit_time
from alongside.ui.nav import Crumb, Nav

SHOWN_AT_MOST = 50


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """One child in the list: a name, and a link for those who may open it."""

    uuid: UUID
    name: str
    is_open: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class FamiliesPage:
    """What was typed, and whom it finds. Without typing: the list for the desk, who comes soon for a therapist.

    ``more`` leads on from the last name of a full list, ``waiting`` are people whom families would like in a circle.
    """

    nav: Nav
    typed: str
    letter: str
    runs_desk: bool
    found: tuple[Found, ...]
    more: str
    waiting: tuple[tuple[OpenChild, PersonProposed], ...]
    letters: str = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


@dataclass(frozen=True, slots=True, kw_only=True)
class FamilyPage:
    """A family as the desk knows it."""

    nav: Nav
    crumbs: tuple[Crumb, ...]
    child: UUID
    name: str
    short_name: str
    born_on: date
    people: tuple[Grownup, ...]
    contacts: tuple[ContactSeen, ...]
    told: StoryContact | None
    visits: tuple[tuple[VisitSeen, str], ...]
    wishes: tuple[RequestSeen, ...]
    invitations: tuple[InvitationSeen, ...]
    proposals: tuple[PersonProposed, ...]
    form: InviteForm
    may_see_trail: bool


def families(request: Request) -> HttpResponse:
    """Find a family by name, while typing or with the button; or walk through the list by fifty."""
    form = ListForm(request.GET)
    asked = form.cleaned_data if form.is_valid() else {}
    typed, letter = asked.get("q", ""), asked.get("letter", "")
    runs_desk = bool(request.actor.clinics_as(MemberRole.FRONT_DESK, MemberRole.OWNER))
    found = _found(request, typed, letter, asked.get("after"))
    shown = FamiliesPage(
        nav=staff_nav(request.actor, "families"),
        typed=typed,
        letter=letter,
        runs_desk=runs_desk,
        found=found,
        more=_more(found, letter) if runs_desk and not typed else "",
        waiting=() if typed else circle.waiting_people(request.actor, request.at),
    )
    part = "#found" if request.htmx else ""
    return page(request, f"desk/families.html{part}", shown)


def family(request: Request, child: UUID) -> HttpResponse:
    """Contact data, people and visits of one family."""
    opened = open_at_desk(request, child, Capability.INVITE, "desk.family")
    form = InviteForm(initial={"uuid": fresh_uuid(request.at)})
    return page(request, "desk/family.html", _page(request, opened, form))


def invite(request: Request, child: UUID) -> HttpResponse:
    """Ask a grown-up into the circle, by letter."""
    opened = open_at_desk(request, child, Capability.INVITE, "desk.invite")
    form = InviteForm(request.POST)
    if form.is_valid() and (
        _is_sent(opened, form) or attempt(form, lambda: _invite(request, opened, form)) is not None
    ):
        return redirect("desk:family", child=child)
    return page(request, "desk/family.html", _page(request, opened, form), status=422)


def settle(request: Request, child: UUID, proposal: UUID) -> HttpResponse:
    """Put a family's proposal aside, invited or not."""
    circle_actions.settle_proposal(actor=request.actor, child=child, proposal=proposal, at=request.at)
    return redirect("desk:family", child=child)


def _is_sent(opened: OpenChild, form: InviteForm) -> bool:
    """A second delivery of the same invitation sends no second letter."""
    return form.cleaned_data["uuid"] in {one.uuid for one in circle.open_invitations(opened)}


def _invite(request: Request, opened: OpenChild, form: InviteForm) -> InvitationSeen:
    typed = form.cleaned_data
    short = typed["name"].split()[0][:60]
    draft = PersonDraft(uuid=uuid7(request.at), name=typed["name"], short_name=short, email=typed["email"])
    seen, token = circle_actions.invite_carer(
        actor=request.actor,
        child=opened.uuid,
        invitation=typed["uuid"],
        draft=draft,
        relation=typed["relation"],
        responsible=typed["responsible"],
        at=request.at,
    )
    if token:
        letters.send_invitation(
            request, name=seen.name, email=seen.email, clinic=opened.clinic_name, token=token
        )
    return seen


def _found(request: Request, typed: str, letter: str, after: UUID | None) -> tuple[Found, ...]:
    if typed:
        return _named(request, circle.find_children(request.actor, typed))
    if request.actor.clinics_as(MemberRole.FRONT_DESK, MemberRole.OWNER):
        listed = circle.children_of_clinic(
            request.actor, starts_with=letter, after=after, limit=SHOWN_AT_MOST
        )
        return _named(request, listed)
    return _named(request, circle.find_children(request.actor, letter)) if letter else _coming(request)


def _more(found: tuple[Found, ...], letter: str) -> str:
    if len(found) < SHOWN_AT_MOST:
        return ""
    return "?" + urlencode({"letter": letter, "after": str(found[-1].uuid)})


def _named(request: Request, keys: tuple[int, ...]) -> tuple[Found, ...]:
    opened = gate.open_children(
        request.actor, Capability.READ_NAME, request.at, doing="desk.families", among=keys
    )
    return tuple(
        Found(uuid=child.uuid, name=child.name, is_open=child.allows(Capability.INVITE)) for child in opened
    )


def _coming(request: Request) -> tuple[Found, ...]:
    """The children who come this week and next, each once, in the order they come."""
    clinic = clinic_as(request, *MemberRole)
    monday = request.at.date() - timedelta(days=request.at.weekday())
    weeks = (monday, monday + timedelta(weeks=1))
    visits = [
        visit for week in weeks for visit in appointments.week_of(request.actor, clinic.pk, week, request.at)
    ]
    circles = gate.open_children(request.actor, Capability.READ_NAME, request.at, doing="desk.families")
    own = {child.uuid for child in circles if child.allows(Capability.INVITE)}
    found = {
        visit.child: Found(uuid=visit.child, name=visit.child_name, is_open=visit.child in own)
        for visit in visits
    }
    return tuple(found.values())[:SHOWN_AT_MOST]


def _page(request: Request, opened: OpenChild, form: InviteForm) -> FamilyPage:
    visits = appointments.upcoming(opened)
    wishes = appointments.change_requests(opened)
    return FamilyPage(
        nav=staff_nav(request.actor, "families"),
        crumbs=(Crumb(label=_("Families"), url=reverse("desk:families")), Crumb(label=opened.name)),
        child=opened.uuid,
        name=opened.name,
        short_name=opened.short_name,
        born_on=opened.born_on,
        people=circle.circle_of(opened),
        contacts=circle.contacts(opened),
        told=story.contact_told(opened),
        visits=tuple((visit, visit_time(visit)) for visit in visits),
        wishes=tuple(wish for wish in wishes if wish.answered_at is None),
        invitations=circle.open_invitations(opened),
        proposals=circle.proposed_people(opened),
        form=form,
        may_see_trail=opened.allows(Capability.READ_TRAIL),
    )
