"""Circle and safety: who is around the child, who sees what, what to take care of, and who looked."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from uuid import UUID

from django.conf import settings
from django.contrib import messages
from django.forms import Form
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from alongside.adapters import mail
from alongside.areas.circle import actions as circle
from alongside.areas.circle import queries as circle_read
from alongside.areas.circle.values import (
    FactState,
    Grownup,
    InvitationSeen,
    OpenChild,
    PersonProposed,
    PlaceKind,
    SafetyFactSeen,
)
from alongside.areas.people.values import PersonDraft
from alongside.areas.programme import actions as programme
from alongside.areas.programme import queries as plan
from alongside.areas.trail.values import Kind, Look
from alongside.core.child_facts import fact_label
from alongside.core.words import gettext_noop
from alongside.faces.common import pages
from alongside.faces.common.request import Request
from alongside.faces.therapist import door, frame
from alongside.faces.therapist.forms.circle import CAPABILITY_LABELS, FactForm, InviteForm, RestrictForm
from alongside.faces.therapist.frame import Frame
from alongside.ui.nav import Nav

_LOOKS_SHOWN = 50
_KINDS = {
    Kind.READ: gettext_noop("looked"),
    Kind.WRITE: gettext_noop("changed"),
    Kind.DENIED: gettext_noop("was refused"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class CarerLine:
    """A carer, what they are to the child, and what a restricted one may still see."""

    uuid: UUID
    name: str
    relation: str
    responsible: bool
    restricted: bool
    named: tuple[str, ...]
    form: RestrictForm


@dataclass(frozen=True, slots=True, kw_only=True)
class FactLine:
    """A safety fact. A proposed one waits for the therapist."""

    uuid: UUID
    label: str
    words: str
    by: str
    voice: str
    is_proposed: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class LookLine:
    """One line of the trail."""

    when: str
    who: str
    what: str
    doing: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CirclePage:
    """Everything on the page."""

    nav: Nav
    frame: Frame
    carers: tuple[CarerLine, ...]
    therapists: tuple[str, ...]
    proposed: tuple[PersonProposed, ...]
    invitations: tuple[InvitationSeen, ...]
    facts: tuple[FactLine, ...]
    invite: InviteForm
    fact: FactForm
    looks: tuple[LookLine, ...]


def circle_page(request: Request, child: UUID) -> HttpResponse:
    """The page."""
    return _show(request, door.own_child(request, child, "circle"))


def invite(request: Request, child: UUID) -> HttpResponse:
    """Send an invitation by letter. A second delivery of the form sends no second letter."""
    opened = door.own_child(request, child, "invite")
    form = InviteForm(request.POST)
    if form.is_valid():
        sent = {one.uuid for one in circle_read.open_invitations(opened)}
        invited = partial(_invite, request, opened, form)
        if form.cleaned_data["uuid"] in sent or pages.attempt(form, invited) is not None:
            return _done(request, child, _("The invitation is on its way."))
    return _show(request, opened, form)


def settle(request: Request, child: UUID, proposal: UUID) -> HttpResponse:
    """Mark somebody whom the family named as dealt with."""
    door.own_child(request, child, "settle")
    circle.settle_proposal(actor=request.actor, child=child, proposal=proposal, at=request.at)
    return _done(request, child, _("Done."))


def restrict(request: Request, child: UUID, person: UUID) -> HttpResponse:
    """Limit what one carer sees to what is ticked."""
    opened = door.own_child(request, child, "restrict")
    form = RestrictForm(request.POST)
    act = partial(circle.restrict_carer, actor=request.actor, child=child, person=person, at=request.at)
    if form.is_valid():
        act(named=form.cleaned_data["named"])
        return _done(request, child, _("From now on this person sees what you ticked."))
    return _show(request, opened, form)


def lift(request: Request, child: UUID, person: UUID) -> HttpResponse:
    """Give a carer back what their place allows."""
    door.own_child(request, child, "lift")
    circle.lift_restriction(actor=request.actor, child=child, person=person, at=request.at)
    return _done(request, child, _("This person sees everything their place allows again."))


def end_place(request: Request, child: UUID, person: UUID) -> HttpResponse:
    """Let somebody leave the circle."""
    door.own_child(request, child, "end_place")
    circle.end_place(actor=request.actor, child=child, person=person, at=request.at)
    return _done(request, child, _("From now on the record is closed to this person."))


def record_fact(request: Request, child: UUID) -> HttpResponse:
    """Keep something to take care of."""
    opened = door.own_child(request, child, "record_fact")
    form = FactForm(request.POST)
    act = partial(programme.record_safety_fact, actor=request.actor, child=child, at=request.at)
    if form.is_valid():
        kept = form.cleaned_data
        rests = pages.attempt(form, lambda: act(fact=kept["uuid"], code=kept["code"], words=kept["words"]))
        if rests is not None:
            return _done(request, child, _kept_words(opened, rests))
    return _show(request, opened, form)


def confirm_fact(request: Request, child: UUID, fact: UUID) -> HttpResponse:
    """Keep what a carer told us."""
    door.own_child(request, child, "confirm_fact")
    rests = programme.confirm_safety_fact(actor=request.actor, child=child, fact=fact, at=request.at)
    return _done(request, child, " ".join((_("Kept."), *_rest_words(rests))))


def end_fact(request: Request, child: UUID, fact: UUID) -> HttpResponse:
    """Let a fact end that no longer holds."""
    door.own_child(request, child, "end_fact")
    programme.end_safety_fact(actor=request.actor, child=child, fact=fact, at=request.at)
    return _done(request, child, _("Ended. It stays readable."))


def _invite(request: Request, opened: OpenChild, form: InviteForm) -> InvitationSeen:
    kept = form.cleaned_data
    person = PersonDraft(
        uuid=kept["person"], name=kept["name"], short_name=kept["short_name"], email=kept["email"]
    )
    invitation, token = circle.invite_carer(
        actor=request.actor,
        child=opened.uuid,
        invitation=kept["uuid"],
        draft=person,
        relation=kept["relation"],
        responsible=kept["responsible"],
        at=request.at,
    )
    link = settings.PUBLIC_URL + reverse("public:invitation", args=[token])
    mail.send_invitation(name=invitation.name, email=invitation.email, clinic=opened.clinic_name, url=link)
    return invitation


def _kept_words(opened: OpenChild, rests: Iterable[str]) -> str:
    """What a new fact did: rules judge ideas of the library; own ideas only a person can judge."""
    kept = (_("Kept. Ideas of the library are checked against it."), *_rest_words(rests))
    warned = plan.programme_of(opened).warned
    waits = [one.title for one in warned if one.is_unchecked or (one.is_held and not one.is_resting)]
    if not waits:
        return " ".join(kept)
    ideas = ", ".join(dict.fromkeys(waits))
    return " ".join((*kept, _("Please look at these in the home programme: %(ideas)s.") % {"ideas": ideas}))


def _rest_words(rests: Iterable[str]) -> Iterator[str]:
    """Which ideas went to rest, in one sentence; none when none did."""
    ideas = ", ".join(dict.fromkeys(rests))
    if ideas:
        yield _("These rest now, and the family reads so: %(ideas)s.") % {"ideas": ideas}


def _done(request: Request, child: UUID, words: str) -> HttpResponse:
    messages.success(request, words)
    return redirect("therapist:circle", child)


def _show(request: Request, opened: OpenChild, refused: Form | None = None) -> HttpResponse:
    people = circle_read.circle_of(opened)
    new = {"uuid": pages.fresh_uuid(request.at), "person": pages.fresh_uuid(request.at)}
    page = CirclePage(
        nav=frame.rail(request),
        frame=frame.frame(opened, _("Circle and safety"), route="circle"),
        carers=tuple(_carer(one) for one in people if one.kind is PlaceKind.CARER),
        therapists=tuple(one.name for one in people if one.kind is PlaceKind.THERAPIST),
        proposed=circle_read.proposed_people(opened),
        invitations=circle_read.open_invitations(opened),
        facts=tuple(_fact(one) for one in circle_read.safety_facts(opened)),
        invite=refused if isinstance(refused, InviteForm) else InviteForm(initial=new),
        fact=refused if isinstance(refused, FactForm) else FactForm(initial=new),
        looks=tuple(_look(opened, one) for one in circle_read.who_looked(opened, _LOOKS_SHOWN)),
    )
    return pages.page(request, "therapist/circle.html", page, status=422 if refused else 200)


def _carer(one: Grownup) -> CarerLine:
    return CarerLine(
        uuid=one.uuid,
        name=one.name,
        relation=one.relation,
        responsible=one.responsible,
        restricted=one.restricted,
        named=tuple(str(CAPABILITY_LABELS.get(named, named)) for named in one.named),
        form=RestrictForm(initial={"named": [named.value for named in one.named]}, auto_id=f"{one.uuid}_%s"),
    )


def _fact(one: SafetyFactSeen) -> FactLine:
    return FactLine(
        uuid=one.uuid,
        label=_(fact_label(one.code)),
        words=one.words,
        by=one.by.name,
        voice=frame.voice(one.by.voice),
        is_proposed=one.state is FactState.PROPOSED,
    )


def _look(opened: OpenChild, one: Look) -> LookLine:
    return LookLine(
        when=frame.moment(one.at, opened.zone_info),
        who=one.person_name,
        what=_(_KINDS[one.kind]),
        doing=one.doing,
    )
