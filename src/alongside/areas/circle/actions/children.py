"""Taking a child on."""

from datetime import date, datetime
from uuid import UUID

from alongside.areas.circle import gate
from alongside.areas.circle.models import Child, NameWord
from alongside.areas.circle.queries import name_words
from alongside.areas.circle.values import ChildDraft
from alongside.areas.trail import actions as trail
from alongside.areas.trail.actions import action
from alongside.areas.trail.values import Kind, Row
from alongside.core import bounds
from alongside.core.actors import Actor, MemberRole
from alongside.core.capabilities import Capability
from alongside.core.refusals import InvalidInput, NotFound
from alongside.core.words import gettext_noop

OLDEST = 30  # years: whoever is looked after as a child is kept until 25 or 26


@action
def register_child(*, actor: Actor, clinic: int, draft: ChildDraft, at: datetime) -> UUID:
    """Open a record for a child. Anybody of the clinic's team may; sending the same uuid twice changes nothing."""
    if not actor.roles_in(clinic):
        raise NotFound
    known = Child.objects.filter(uuid=draft.uuid).first()
    if known is not None:
        return _same_clinic(known, clinic)
    child = Child.objects.create(
        uuid=draft.uuid, clinic_id=clinic, born_on=_born(draft, at), registered_at=at, **_words(draft)
    )
    _keep_name_words(child)
    trail.record([_row(actor, child, at)])
    return child.uuid


@action
def keep_about(*, actor: Actor, child: UUID, draft: ChildDraft, at: datetime) -> None:
    """Change the lines under a child's name. ``draft.uuid`` is the child's own."""
    opened = gate.open_child(actor, child, Capability.WRITE_FINDINGS, at, doing="circle.keep_about")
    row = Child.objects.get(pk=opened.pk)
    for field, words in _words(draft).items():
        setattr(row, field, words)
    row.born_on = _born(draft, at)
    row.save()
    NameWord.objects.filter(child=row, of_carer=False).delete()
    _keep_name_words(row)


def _born(draft: ChildDraft, at: datetime) -> date:
    if not at.year - OLDEST <= draft.born_on.year or draft.born_on > at.date():
        raise InvalidInput(gettext_noop("Please choose a day of birth that has been."), field="born_on")
    return draft.born_on


def _words(draft: ChildDraft) -> dict[str, str]:
    required = ("name", "short_name")
    limits = {"name": 120, "short_name": 60, "pronouns": 40, "likes": 300, "dislikes": 300}
    limits |= {"languages": 120, "lives_with": 120, "school": 120}
    return {
        field: bounds.words(getattr(draft, field), limit, field, required=field in required)
        for field, limit in limits.items()
    }


def _keep_name_words(child: Child) -> None:
    words = name_words(child.name)
    NameWord.objects.bulk_create(
        [NameWord(child=child, clinic_id=child.clinic_id, word=word) for word in dict.fromkeys(words)]
    )


def _same_clinic(known: Child, clinic: int) -> UUID:
    if known.clinic_id != clinic:
        raise NotFound
    return known.uuid


def _row(actor: Actor, child: Child, at: datetime) -> Row:
    roles: frozenset[MemberRole] = actor.roles_in(child.clinic_id)
    return Row(
        at=at,
        kind=Kind.WRITE,
        doing="circle.register_child",
        person=actor.person,
        person_name=actor.name,
        roles=",".join(sorted(roles)),
        clinic=child.clinic_id,
        child=child.pk,
    )
