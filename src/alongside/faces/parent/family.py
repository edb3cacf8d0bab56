"""Family: who is in the circle, what each of them sees, how to reach the reader, and who looked."""

from collections.abc import Callable
from dataclasses import dataclass
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from alongside.areas.circle import actions as circle
from alongside.areas.circle import queries as known
from alongside.areas.circle.values import (
    ContactSeen,
    FactState,
    Grownup,
    OpenChild,
    PersonProposed,
    PlaceKind,
)
from alongside.areas.programme import actions as programme
from alongside.areas.waiting import queries as waiting
from alongside.core import child_facts
from alongside.core.capabilities import Capability
from alongside.faces.common.pages import fresh_uuid, page
from alongside.faces.common.request import Request
from alongside.faces.parent import rights
from alongside.faces.parent.forms import ContactForm, PersonForm, SafetyForm
from alongside.faces.parent.frame import FamilyPage, frame, open_for, status, taken_up


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonLine:
    """Somebody in the circle, what they see, and how to reach them where they share it."""

    name: str
    voice: str
    relation: str
    sees: str
    reach: str
    mine: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class FactLine:
    """A safety fact in words. ``own``: the reader told it, and may still take it back."""

    uuid: UUID
    label: str
    words: str
    by: str
    waits: bool
    own: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class FamilyTabPage(FamilyPage):
    """The Family tab. Lists are empty where they are not shared with the reader."""

    reader: str
    people: tuple[PersonLine, ...]
    therapists: tuple[str, ...]
    proposed: tuple[PersonProposed, ...]
    facts: tuple[FactLine, ...]
    form: ContactForm | None
    can_propose_person: bool
    can_read_safety: bool
    can_read_visits: bool
    can_read_homes: bool
    can_read_story: bool
    can_read_findings: bool
    can_read_trail: bool
    can_read_circle: bool
    waits: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class AskPage(FamilyPage):
    """One short form of this tab."""

    form: forms.Form


def family(request: Request, child: UUID) -> HttpResponse:
    """The tab; sending keeps the reader's own phone, address and quiet hours."""
    form = ContactForm(request.POST or None)
    if taken_up(request, form, lambda: _keep_contact(request, child, form)):
        messages.success(request, _("Kept."))
        return redirect("parent:family", child=child)
    needed = Capability.WRITE_OWN_CONTACT if request.method == "POST" else Capability.READ_CONTACT
    opened = open_for(request, child, needed, "family")
    return page(request, "parent/family.html", _page(opened, form), status=status(form))


def propose_person(request: Request, child: UUID) -> HttpResponse:
    """Name somebody who could be in the circle. The clinic decides and invites."""
    form = PersonForm(request.POST or None, initial={"uuid": fresh_uuid(request.at)})

    def act() -> object:
        said = dict(form.cleaned_data)
        return circle.propose_person(
            actor=request.actor, child=child, proposal=said.pop("uuid"), at=request.at, **said
        )

    return _ask(request, child, form, act, Capability.PROPOSE_TO_CIRCLE, "propose_person")


def propose_safety(request: Request, child: UUID) -> HttpResponse:
    """Tell the team what to be careful with. It counts at once."""
    form = SafetyForm(request.POST or None, initial={"uuid": fresh_uuid(request.at)})

    def act() -> object:
        said = dict(form.cleaned_data)
        return programme.propose_safety_fact(
            actor=request.actor, child=child, fact=said.pop("uuid"), at=request.at, **said
        )

    return _ask(request, child, form, act, Capability.PROPOSE_SAFETY, "propose_safety")


def withdraw_safety(request: Request, child: UUID, fact: UUID) -> HttpResponse:
    """Take back what one told oneself, while the therapist has not looked at it."""
    programme.withdraw_safety_fact(actor=request.actor, child=child, fact=fact, at=request.at)
    messages.success(request, _("Taken back."))
    return redirect("parent:family", child=child)


def _ask(
    request: Request,
    child: UUID,
    form: forms.Form,
    act: Callable[[], object],
    needed: Capability,
    name: str,
) -> HttpResponse:
    if taken_up(request, form, act):
        messages.success(request, _("Sent to the team. Thank you."))
        return redirect("parent:family", child=child)
    opened = open_for(request, child, needed, name)
    built = AskPage(**frame(opened, "family"), form=form)
    return page(request, f"parent/{name}.html", built, status=status(form))


def _keep_contact(request: Request, child: UUID, form: ContactForm) -> object:
    return circle.keep_contact(actor=request.actor, child=child, at=request.at, **form.cleaned_data)


def _page(opened: OpenChild, form: ContactForm) -> FamilyTabPage:
    contacts = {one.person: one for one in known.contacts(opened)}
    reads = opened.allows(Capability.READ_CIRCLE)
    has_plan = opened.allows(Capability.READ_PROGRAMME)  # The plan leads to visits and the story.
    return FamilyTabPage(
        **frame(opened, "family"),
        reader=opened.actor.name,
        people=tuple(_person(opened, one, contacts) for one in known.circle_of(opened)) if reads else (),
        therapists=() if reads else tuple(one.name for one in known.therapists_of(opened)),
        proposed=known.proposed_people(opened) if reads else (),
        facts=_facts(opened),
        form=_contact_form(opened, form, contacts),
        can_propose_person=opened.allows(Capability.PROPOSE_TO_CIRCLE),
        can_read_safety=opened.allows(Capability.READ_SAFETY),
        can_read_visits=not has_plan and opened.allows(Capability.READ_VISITS),
        can_read_homes=opened.allows(Capability.READ_STORY),
        can_read_story=not has_plan and opened.allows(Capability.READ_STORY),
        can_read_findings=opened.allows(Capability.READ_FINDINGS),
        can_read_trail=opened.allows(Capability.READ_TRAIL),
        can_read_circle=reads,
        waits=opened.allows(Capability.READ_VISITS) and waiting.place(opened) is not None,
    )


def _contact_form(
    opened: OpenChild, form: ContactForm, contacts: dict[UUID, ContactSeen]
) -> ContactForm | None:
    if not opened.allows(Capability.WRITE_OWN_CONTACT):
        return None
    if form.is_bound:
        return form
    mine = contacts.get(opened.actor.uuid)
    names = ("phone", "address", "quiet_from", "quiet_until", "shared")
    return ContactForm(initial={name: getattr(mine, name) for name in names} if mine else None)


def _person(opened: OpenChild, one: Grownup, contacts: dict[UUID, ContactSeen]) -> PersonLine:
    is_carer = one.kind is PlaceKind.CARER
    contact = contacts.get(one.uuid)
    return PersonLine(
        name=one.name,
        voice="family" if is_carer else "therapist",
        relation=one.relation if is_carer else _("Occupational therapist"),
        sees=rights.what_they_see(one),
        reach=" · ".join(filter(None, (contact.phone, contact.address))) if contact else "",
        mine=one.uuid == opened.actor.uuid,
    )


def _facts(opened: OpenChild) -> tuple[FactLine, ...]:
    if not opened.allows(Capability.READ_SAFETY):
        return ()
    return tuple(
        FactLine(
            uuid=one.uuid,
            label=_(child_facts.fact_label(one.code)),
            words=one.words,
            by=one.by.name,
            waits=one.state is FactState.PROPOSED,
            own=one.state is FactState.PROPOSED and one.by.uuid == opened.actor.uuid,
        )
        for one in known.safety_facts(opened)
    )
