"""Invitations: for one named person at one address, single use, with an end. Looking never uses one up."""

import hashlib
import secrets
from datetime import datetime, timedelta
from uuid import UUID

from alongside.areas.circle import gate
from alongside.areas.circle.actions.names import keep_carer_names
from alongside.areas.circle.models import Child, CircleProposal, Invitation, Place
from alongside.areas.circle.queries import invitation_seen
from alongside.areas.circle.values import InvitationSeen, OpenChild, PlaceKind
from alongside.areas.people import actions as people
from alongside.areas.people.models import Person
from alongside.areas.people.values import PersonDraft
from alongside.areas.trail import actions as trail
from alongside.areas.trail.actions import action
from alongside.areas.trail.values import Kind, Row
from alongside.core import bounds
from alongside.core.actors import Actor
from alongside.core.capabilities import Capability
from alongside.core.refusals import NotFound, Refusal

VALID_FOR = timedelta(days=14)


class InvitationGone(Refusal):
    """The invitation was used, has ended, or never was."""

    sentence = "This invitation has ended. Please ask the clinic for a new one."


class OtherAddress(Refusal):
    """Somebody else is signed in than the person who was invited."""

    sentence = "This invitation is for another address. Please sign in with the address it was sent to."


@action
def invite_carer(
    *,
    actor: Actor,
    child: UUID,
    invitation: UUID,
    draft: PersonDraft,
    relation: str,
    responsible: bool,
    at: datetime,
) -> tuple[InvitationSeen, str]:
    """Invite a grown-up into the circle. Returns the invitation and its token, which is nowhere kept.

    A second delivery changes nothing and brings no token.
    The person gets a login at once (no rights hang on it), so that an emailed code can reach them.
    """
    opened = gate.open_child(actor, child, Capability.INVITE, at, doing="circle.invite_carer")
    known = Invitation.objects.select_related("child__clinic", "invited_by").filter(uuid=invitation).first()
    if known is None:
        return _invite(opened, invitation, draft, relation, responsible=responsible)
    if (known.child_id, known.invited_by_id) != (opened.pk, actor.person):
        raise NotFound
    return invitation_seen(known), ""


def find_invitation(token: str, at: datetime) -> InvitationSeen:
    """The invitation behind a link, for its page. Changes nothing. Raises InvitationGone."""
    return invitation_seen(_open_row(token, at))


@action
def accept_invitation(*, actor: Actor, token: str, at: datetime) -> UUID:
    """Come in. Only the person at the invited address can; a second try by the same person says the same."""
    row = _row(token)
    person = Person.objects.get(pk=actor.person)
    if person.email.lower() != row.email.lower():
        raise OtherAddress
    if row.accepted_by_id == person.pk:
        return row.child.uuid
    _check_open(row, at)
    row.accepted_at, row.accepted_by = at, person
    row.save(update_fields=["accepted_at", "accepted_by"])
    _put(row.child, person, row, at)
    keep_carer_names(row.child_id, at)
    trail.record([_trail_row(row.child, person, at)])
    return row.child.uuid


@action
def propose_person(
    *, actor: Actor, child: UUID, proposal: UUID, name: str, relation: str, words: str, at: datetime
) -> None:
    """Name somebody whom the family would like in the circle. The clinic decides."""
    opened = gate.open_child(actor, child, Capability.PROPOSE_TO_CIRCLE, at, doing="circle.propose_person")
    made, _ = CircleProposal.objects.get_or_create(
        uuid=proposal,
        defaults={
            "child_id": opened.pk,
            "name": bounds.words(name, bounds.TITLE, "name", required=True),
            "relation": bounds.words(relation, 60, "relation", required=True),
            "words": bounds.words(words, bounds.SENTENCE, "words"),
            "by_id": actor.person,
            "proposed_at": at,
        },
    )
    if made.child_id != opened.pk or made.by_id != actor.person:
        raise NotFound


@action
def settle_proposal(*, actor: Actor, child: UUID, proposal: UUID, at: datetime) -> None:
    """Mark a proposed person as dealt with, invited or not."""
    opened = gate.open_child(actor, child, Capability.INVITE, at, doing="circle.settle_proposal")
    settled = CircleProposal.objects.filter(child=opened.pk, uuid=proposal, settled_at=None)
    if not settled.update(settled_at=at):
        raise NotFound


def _invite(
    opened: OpenChild, invitation: UUID, draft: PersonDraft, relation: str, *, responsible: bool
) -> tuple[InvitationSeen, str]:
    person = people.know_person(draft=draft, at=opened.at)
    token = secrets.token_urlsafe(32)
    row = Invitation.objects.create(
        uuid=invitation,
        child_id=opened.pk,
        name=bounds.words(draft.name, bounds.TITLE, "name", required=True),
        email=person.email,
        relation=bounds.words(relation, 60, "relation", required=True),
        responsible=responsible,
        token_hash=_hash(token),
        invited_by_id=opened.actor.person,
        invited_at=opened.at,
        expires_at=opened.at + VALID_FOR,
    )
    keep_carer_names(opened.pk, opened.at)
    return invitation_seen(row), token


def _hash(token: str) -> str:
    return hashlib.sha256(token.encode(errors="surrogatepass")).hexdigest()


def _row(token: str) -> Invitation:
    rows = Invitation.objects.select_related("child__clinic", "invited_by")
    row = rows.filter(token_hash=_hash(token)).first()
    if row is None:
        raise InvitationGone
    return row


def _open_row(token: str, at: datetime) -> Invitation:
    row = _row(token)
    if row.accepted_at is None:
        _check_open(row, at)
    return row


def _check_open(row: Invitation, at: datetime) -> None:
    if row.accepted_at is not None or row.expires_at <= at:
        raise InvitationGone


def _put(child: Child, person: Person, row: Invitation, at: datetime) -> None:
    Place.objects.get_or_create(
        child=child,
        person=person,
        kind=PlaceKind.CARER.value,
        until=None,
        defaults={"relation": row.relation, "responsible": row.responsible, "since": at},
    )


def _trail_row(child: Child, person: Person, at: datetime) -> Row:
    return Row(
        at=at,
        kind=Kind.WRITE,
        doing="circle.accept_invitation",
        person=person.pk,
        person_name=person.name,
        roles="INVITED",
        clinic=child.clinic_id,
        child=child.pk,
    )
