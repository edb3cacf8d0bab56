"""Giving a family's own idea to the clinic's library, without names, and taking it back."""

from datetime import datetime
from uuid import UUID

from alongside.areas.circle import gate
from alongside.areas.goals import queries as goals
from alongside.areas.goals.queries import names
from alongside.areas.library import actions as library
from alongside.areas.library.values import FamilyIdeaDraft
from alongside.areas.programme.actions import ledger
from alongside.areas.programme.models import Placement
from alongside.areas.programme.values import Whose
from alongside.areas.trail.actions import action
from alongside.core.actors import Actor
from alongside.core.capabilities import Capability
from alongside.core.refusals import Refusal
from alongside.core.words import gettext_noop


class NotOfTheFamily(Refusal):
    """The words are somebody else's to give."""

    sentence = gettext_noop("Only an idea of your family’s own can be given to others.")


@action
def lend_idea(*, actor: Actor, child: UUID, placement: UUID, at: datetime) -> None:
    """Let the clinic's library use a family's own idea. Only a responsible carer may; again changes nothing much.

    Names of the child and of everybody around are taken out before anything is kept.
    """
    opened = gate.open_child(actor, child, Capability.AGREE_PROGRAMME, at, doing="programme.lend_idea")
    row = ledger.find(opened, placement)
    if row.whose != Whose.FAMILY or row.strategy_id:
        raise NotOfTheFamily
    around = goals.names_around(opened)
    own = names.name_words(opened.name.split()[0], opened.short_name)
    library.keep_given(opened.clinic, actor.person, placement, _nameless(row, around, own), at)


@action
def keep_idea_home(*, actor: Actor, child: UUID, placement: UUID, at: datetime) -> None:
    """Take the word back. What a therapist made of it already stays, because it holds nothing of the family."""
    opened = gate.open_child(actor, child, Capability.AGREE_PROGRAMME, at, doing="programme.keep_idea_home")
    ledger.find(opened, placement)
    library.take_given_back(placement, at)


def _nameless(row: Placement, around: frozenset[str], own: frozenset[str]) -> FamilyIdeaDraft:
    return FamilyIdeaDraft(
        title=_short(names.without(row.title, around, own), 120),
        words=_short(names.without(row.family_words, around, own), 300),
        words_that_help=_short(names.without(row.words_that_help, around, own), 300),
        routine=row.routine,
        minutes=row.minutes,
    )


def _short(text: str, limit: int) -> str:
    """A name can be shorter than what stands in its place."""
    return text[:limit]
