"""The clinic itself: its rooms, its team, and who looked into a record."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse, QueryDict
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.dateformat import format as dated
from django.utils.translation import gettext as _

from alongside.areas.appointments import actions as booking
from alongside.areas.appointments import queries as appointments
from alongside.areas.appointments.values import RoomSeen
from alongside.areas.diary import queries as times
from alongside.areas.people import actions as team_actions
from alongside.areas.people import queries as people
from alongside.areas.people.values import ClinicSeen, CredentialSeen, PersonDraft, TeamMember
from alongside.core.actors import MemberRole
from alongside.faces.common.pages import attempt, fresh_uuid, page
from alongside.faces.common.request import Request
from alongside.faces.common.staff_nav import staff_nav
from alongside.faces.desk.forms import ROLES, CredentialForm, MemberForm, RoomFactsForm, RoomForm
from alongside.faces.desk.frame import clinic_as
from alongside.ui.nav import Crumb, Nav


@dataclass(frozen=True, slots=True, kw_only=True)
class RoomLine:
    """A room, and in words what is known of it."""

    uuid: UUID
    name: str
    facts: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ClinicPage:
    """The clinic's facts and rooms. ``room`` is there while one of them, ``room_name``, is to be changed."""

    nav: Nav
    clinic: ClinicSeen
    rooms: tuple[RoomLine, ...]
    form: RoomForm
    room: RoomFactsForm | None
    room_name: str
    is_owner: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """Somebody of the team, with what is said about the registration."""

    uuid: UUID
    name: str
    email: str
    roles: str
    registrations: tuple[tuple[str, str, str], ...]
    needs_one: bool
    is_me: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class TeamPage:
    """The team; registrations that end soon are said first."""

    nav: Nav
    crumbs: tuple[Crumb, ...]
    members: tuple[Member, ...]
    ending: tuple[str, ...]
    form: MemberForm


@dataclass(frozen=True, slots=True, kw_only=True)
class CredentialPage:
    """One person's registration, to be kept."""

    nav: Nav
    crumbs: tuple[Crumb, ...]
    member: Member
    form: CredentialForm


def clinic(request: Request) -> HttpResponse:
    """What the clinic is, and its rooms. ``?room=`` opens one to be changed."""
    mine = _mine(request)
    wanted = request.GET.get("room", "")
    opened = next((room for room in appointments.rooms(mine.pk) if str(room.uuid) == wanted), None)
    facts = None if opened is None else _facts_form(mine, initial=_facts(opened))
    return page(request, "desk/clinic.html", _clinic_page(request, mine, room=facts))


def add_room(request: Request) -> HttpResponse:
    """Keep one more room."""
    form = RoomForm(request.POST)
    mine = _mine(request)
    if form.is_valid() and attempt(form, lambda: _add_room(request, mine, form)) is not None:
        return redirect("desk:clinic")
    return page(request, "desk/clinic.html", _clinic_page(request, mine, form=form), status=422)


def change_room(request: Request) -> HttpResponse:
    """Keep what is in a room, how many visits it holds, and where it is."""
    mine = _mine(request)
    form = _facts_form(mine, request.POST)
    if form.is_valid() and attempt(form, lambda: _change_room(request, mine, form)) is not None:
        messages.success(request, _("That is kept."))
        return redirect("desk:clinic")
    return page(request, "desk/clinic.html", _clinic_page(request, mine, room=form), status=422)


def team(request: Request) -> HttpResponse:
    """Who works here; POST takes somebody in."""
    form = MemberForm(request.POST or None, initial=_fresh(request))
    if request.method != "POST":
        return page(request, "desk/team.html", _team_page(request, form))
    if form.is_valid() and attempt(form, lambda: _add_member(request, form)):
        said = _("%(name)s can sign in now, with a code.") % {"name": form.cleaned_data["name"]}
        messages.success(request, said)
        return redirect("desk:team")
    return page(request, "desk/team.html", _team_page(request, form), status=422)


def end_membership(request: Request, person: UUID) -> HttpResponse:
    """Let somebody leave the team."""
    mine = clinic_as(request, MemberRole.OWNER)
    team_actions.end_membership(actor=request.actor, clinic=mine.pk, person=person, at=request.at)
    messages.success(request, _("They have left the team. Their notes stay."))
    return redirect("desk:team")


def credential(request: Request, person: UUID) -> HttpResponse:
    """Keep a registration that was looked up."""
    mine = clinic_as(request, MemberRole.OWNER)
    found = people.member(mine.pk, person, request.at)
    form = CredentialForm(request.POST or None, initial=_fresh(request) | _known(found))
    kept = form.is_valid() and attempt(form, lambda: _keep(request, mine, person, form))
    if kept:
        messages.success(request, _("The registration is kept."))
        return redirect("desk:team")
    status = 422 if request.method == "POST" else 200
    return page(request, "desk/credential.html", _credential_page(request, found, form), status=status)


def _add_room(request: Request, mine: ClinicSeen, form: RoomForm) -> RoomSeen:
    typed = form.cleaned_data
    return booking.add_room(
        actor=request.actor, clinic=mine.pk, room=typed["uuid"], name=typed["name"], at=request.at
    )


def _change_room(request: Request, mine: ClinicSeen, form: RoomFactsForm) -> RoomSeen:
    return booking.change_room(actor=request.actor, clinic=mine.pk, **form.cleaned_data, at=request.at)


def _facts_form(mine: ClinicSeen, sent: QueryDict | None = None, **options: Any) -> RoomFactsForm:
    return RoomFactsForm(sent, sites=[(site.uuid, site.name) for site in times.sites(mine.pk)], **options)


def _facts(room: RoomSeen) -> dict[str, object]:
    words = ", ".join(room.features)
    return {"room": room.uuid, "features": words, "capacity": room.capacity, "site": room.site}


def _add_member(request: Request, form: MemberForm) -> bool:
    typed = form.cleaned_data
    draft = PersonDraft(**{key: typed[key] for key in ("uuid", "name", "short_name", "email")})
    mine = clinic_as(request, MemberRole.OWNER)
    role = MemberRole(typed["role"])
    team_actions.add_member(actor=request.actor, clinic=mine.pk, draft=draft, role=role, at=request.at)
    return True


def _keep(request: Request, mine: ClinicSeen, person: UUID, form: CredentialForm) -> bool:
    team_actions.record_credential(
        actor=request.actor, clinic=mine.pk, person=person, **form.cleaned_data, at=request.at
    )
    return True


def _fresh(request: Request) -> dict[str, object]:
    return {"uuid": fresh_uuid(request.at)}


def _known(found: TeamMember) -> dict[str, object]:
    """What stays the same when a registration is renewed."""
    if not found.credentials:
        return {}
    last = found.credentials[-1]
    return {"register": last.register, "number": last.number, "degree": last.degree, "words": last.words}


def _mine(request: Request) -> ClinicSeen:
    return clinic_as(request, MemberRole.OWNER, MemberRole.FRONT_DESK)


def _clinic_page(
    request: Request, mine: ClinicSeen, form: RoomForm | None = None, room: RoomFactsForm | None = None
) -> ClinicPage:
    sites = {site.uuid: site.name for site in times.sites(mine.pk)}
    rooms = tuple(_room_line(one, sites) for one in appointments.rooms(mine.pk))
    changes = "" if room is None else str(room["room"].value())
    return ClinicPage(
        nav=staff_nav(request.actor, "clinic"),
        clinic=mine,
        rooms=rooms,
        form=form or RoomForm(initial=_fresh(request)),
        room=room,
        room_name=next((one.name for one in rooms if str(one.uuid) == changes), ""),
        is_owner=MemberRole.OWNER in request.actor.roles_in(mine.pk),
    )


def _room_line(room: RoomSeen, sites: Mapping[UUID, str]) -> RoomLine:
    """Swing, kitchen, 2 visits at a time, Annexe."""
    facts = list(room.features)
    if room.capacity > 1:
        facts.append(_("%(n)d visits at a time") % {"n": room.capacity})
    if room.site is not None:
        facts.append(sites.get(room.site, ""))
    return RoomLine(uuid=room.uuid, name=room.name, facts=", ".join(fact for fact in facts if fact))


def _team_page(request: Request, form: MemberForm) -> TeamPage:
    mine = clinic_as(request, MemberRole.OWNER)
    found = people.team_of(mine.pk, request.at)
    members = tuple(_member(request, one) for one in found)
    ending = tuple(
        _ending(one.name, held) for one in found for held in one.credentials if held.expiring or held.expired
    )
    return TeamPage(
        nav=staff_nav(request.actor, "clinic"),
        crumbs=_crumbs(_("Team")),
        members=members,
        ending=ending,
        form=form,
    )


def _credential_page(request: Request, found: TeamMember, form: CredentialForm) -> CredentialPage:
    return CredentialPage(
        nav=staff_nav(request.actor, "clinic"),
        crumbs=(*_crumbs(_("Team"), reverse("desk:team")), Crumb(label=found.name)),
        member=_member(request, found),
        form=form,
    )


def _member(request: Request, one: TeamMember) -> Member:
    return Member(
        uuid=one.uuid,
        name=one.name,
        email=one.email,
        roles=", ".join(str(ROLES[role.value]) for role in one.roles),
        registrations=tuple(_registration(held) for held in one.credentials),
        needs_one=MemberRole.THERAPIST in one.roles and all(held.expired for held in one.credentials),
        is_me=one.uuid == request.actor.uuid,
    )


def _registration(held: CredentialSeen) -> tuple[str, str, str]:
    """The registration, what is said about its end, and the voice of that tag."""
    name = f"{held.register} {held.number}"
    if held.valid_until is None:
        return name, _("no end recorded"), ""
    day = dated(held.valid_until, "j F Y")
    if held.expired:
        return name, _("ended on %(day)s") % {"day": day}, "stop"
    if held.expiring:
        return name, _("ends soon, on %(day)s") % {"day": day}, "win"
    return name, _("until %(day)s") % {"day": day}, "ok"


def _ending(name: str, held: CredentialSeen) -> str:
    return f"{name}: {held.register} {held.number}, {_registration(held)[1]}"


def _crumbs(here: str, url: str = "") -> tuple[Crumb, ...]:
    return Crumb(label=_("Clinic"), url=reverse("desk:clinic")), Crumb(label=here, url=url)
