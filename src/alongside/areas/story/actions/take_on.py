"""A story becomes a family: the child's record, its words, its therapist and the first invitation, at once."""

from datetime import datetime
from uuid import UUID

from alongside.areas.circle import actions as circle
from alongside.areas.circle import gate
from alongside.areas.circle import queries as circle_read
from alongside.areas.circle.values import ChildDraft
from alongside.areas.people.actions import check_address
from alongside.areas.people.values import PersonDraft
from alongside.areas.story.actions.board import StoryClosed, find_enquiry
from alongside.areas.story.models import Answers, Enquiry, Story
from alongside.areas.story.values import EnquiryState, FamilyDraft, FamilyMade
from alongside.areas.trail import actions as trail
from alongside.areas.trail.actions import action
from alongside.core import bounds
from alongside.core.actors import Actor, MemberRole
from alongside.core.capabilities import Capability
from alongside.core.ids import uuid7
from alongside.core.refusals import InvalidInput, NotAllowed, NotFound
from alongside.core.words import gettext_noop

_ANSWERS = tuple(field.name for field in Answers._meta.get_fields())


@action
def turn_story_into_family(*, actor: Actor, enquiry: UUID, draft: FamilyDraft, at: datetime) -> FamilyMade:
    """Take a family on without asking anything twice.

    Opens the child's record, copies the story to the letter, lets the therapist look after the child and invites
    the teller (at ``draft.carer_email``, else at the address in the story). Only the front desk can. A second
    delivery changes nothing and brings no token.
    """
    row = find_enquiry(actor, enquiry)
    if row.state == EnquiryState.FAMILY:
        return _already(row, draft)
    _check(actor, row, draft)
    teller = _teller(row, draft, at)
    _register(actor, row.clinic_id, draft, at)
    invited, token = circle.invite_carer(
        actor=actor,
        child=draft.child,
        invitation=draft.invitation,
        draft=teller,
        relation=draft.relation,
        responsible=draft.responsible,
        at=at,
    )
    opened = gate.open_child(actor, draft.child, Capability.INVITE, at, doing="story.turn_story_into_family")
    _copy_story(row, opened.pk)
    _hand_over(row, opened.pk, invited.uuid)
    trail.record_doing(actor, "story.turn_story_into_family", row.clinic_id, at)
    return FamilyMade(child=opened.uuid, invitation=invited.uuid, token=token)


def _register(actor: Actor, clinic: int, draft: FamilyDraft, at: datetime) -> None:
    about = ChildDraft(
        uuid=draft.child, name=draft.child_name, short_name=draft.short_name, born_on=draft.born_on
    )
    circle.register_child(actor=actor, clinic=clinic, draft=about, at=at)
    circle.place_therapist(actor=actor, child=draft.child, therapist=draft.therapist, at=at)


def _check(actor: Actor, row: Enquiry, draft: FamilyDraft) -> None:
    if MemberRole.FRONT_DESK not in actor.roles_in(row.clinic_id):
        raise NotAllowed(gettext_noop("The front desk takes families on. Please ask them."))
    if row.state == EnquiryState.CLOSED:
        raise StoryClosed
    if circle_read.is_registered(draft.child):
        raise NotFound


def _already(row: Enquiry, draft: FamilyDraft) -> FamilyMade:
    if row.child is None or row.invitation is None or row.child.uuid != draft.child:
        raise NotFound
    return FamilyMade(child=draft.child, invitation=row.invitation, token="")


def _teller(row: Enquiry, draft: FamilyDraft, at: datetime) -> PersonDraft:
    email = bounds.words(draft.carer_email, 254, "carer_email") or row.email
    if not email:
        sentence = gettext_noop("Add an email address so the invitation can be sent.")
        raise InvalidInput(sentence, field="carer_email")
    check_address(email, "carer_email")
    name = bounds.words(draft.carer_name, bounds.TITLE, "carer_name") or row.name
    return PersonDraft(uuid=uuid7(at), name=name, short_name=name.split()[0][:60], email=email)


def _copy_story(row: Enquiry, child: int) -> None:
    told = {name: getattr(row, name) for name in _ANSWERS}
    Story.objects.create(child_id=child, told_by_name=row.name, told_at=row.sent_at, **told)


def _hand_over(row: Enquiry, child: int, invitation: UUID) -> None:
    row.state, row.child_id, row.invitation = EnquiryState.FAMILY.value, child, invitation
    row.save(update_fields=["state", "child", "invitation"])
