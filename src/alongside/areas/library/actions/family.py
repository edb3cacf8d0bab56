"""A family's own idea on its way into the library: given by a carer, written for everybody by a therapist."""

from dataclasses import asdict
from datetime import datetime
from uuid import UUID

from alongside.areas.library import queries
from alongside.areas.library.actions.rights import WHOSE_IDEAS, check_may_change
from alongside.areas.library.actions.strategies import create
from alongside.areas.library.models import FamilyIdea, Strategy
from alongside.areas.library.values import FamilyIdeaDraft, StrategyDraft, StrategySeen
from alongside.areas.trail import actions as trail
from alongside.areas.trail.actions import action
from alongside.core.actors import Actor
from alongside.core.ids import uuid7
from alongside.core.refusals import NotFound, Refusal
from alongside.core.words import gettext_noop


class AlreadyTaken(Refusal):
    sentence = gettext_noop("Somebody wrote this idea for everybody already. It is in the library.")


def keep_given(clinic: int, person: int, placement: UUID, draft: FamilyIdeaDraft, at: datetime) -> None:
    """Keep what a carer gives. The caller has opened the child for it and has taken every name out."""
    given = asdict(draft) | {"allowed_by_id": person, "allowed_at": at, "ended_at": None}
    fresh = {"uuid": uuid7(at), "clinic_id": clinic}
    FamilyIdea.objects.update_or_create(placement=placement, defaults=given, create_defaults=given | fresh)


def take_given_back(placement: UUID, at: datetime) -> None:
    """Keep that a carer took it back; what was made of it stays. The caller has opened the child for it."""
    FamilyIdea.objects.filter(placement=placement, ended_at=None).update(ended_at=at)


@action
def take_family_idea(
    *, actor: Actor, clinic: int, idea: UUID, strategy: UUID, draft: StrategyDraft, at: datetime
) -> StrategySeen:
    """Make an idea of the clinic's own from what a family gave. The same uuid again answers the same.

    Who gave it, and when, stays known. NotFound once the family took it back. Owners and therapists may.
    """
    check_may_change(actor, clinic, WHOSE_IDEAS)
    known = Strategy.objects.filter(uuid=strategy).first()
    if known is not None and known.clinic_id != clinic:
        raise NotFound
    if known is None:
        row = queries.family_row(clinic, idea)
        if row.strategy_id is not None:
            raise AlreadyTaken
        row.strategy = create(actor, clinic, strategy, draft, at, from_family=True)
        row.save(update_fields=["strategy"])
        trail.record_doing(actor, "library.take_family_idea", clinic, at)
    return queries.strategy(clinic, strategy)
