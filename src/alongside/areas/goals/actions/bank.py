"""The clinic's own goals to use again: kept without names, taken out when they no longer serve."""

from datetime import datetime
from uuid import UUID

from alongside.areas.circle import gate
from alongside.areas.goals import queries
from alongside.areas.goals.models import BankGoal
from alongside.areas.goals.queries import names
from alongside.areas.goals.values import BankDraft, BankGoalSeen
from alongside.areas.trail import actions as trail
from alongside.areas.trail.actions import action
from alongside.core import bounds
from alongside.core.actors import Actor
from alongside.core.capabilities import Capability
from alongside.core.refusals import InvalidInput, NotAllowed, NotFound, Refusal
from alongside.core.words import gettext_noop

BANK_AT_MOST = 500
_TEAM_KEEPS = gettext_noop("Only the therapist who looks after this child can do this.")


class BankFull(Refusal):
    """There is a bound."""

    sentence = gettext_noop("The bank is full. Take out a goal that nobody uses.")


class NameLeft(InvalidInput):
    """A name of the child or of the circle is still in the wording."""

    sentence = gettext_noop("Please take out “{name}”. The bank holds no names.")


@action
def keep_in_bank(
    *, actor: Actor, child: UUID, goal: UUID, bank: UUID, draft: BankDraft, at: datetime
) -> BankGoalSeen:
    """Keep the wording of an agreed goal for the whole clinic, without anybody's name.

    The row does not say where it came from. Raises NotAllowed, NothingAgreed, NameLeft (with the field "title"),
    BankFull, InvalidInput.
    """
    opened = gate.open_child(actor, child, Capability.PROPOSE_GOALS, at, doing="goals.keep_in_bank")
    if not opened.is_team:
        raise NotAllowed(_TEAM_KEEPS, child=opened.pk, doing="goals.keep_in_bank")
    if queries.goal(opened, goal).in_force is None:
        raise queries.NothingAgreed
    known = BankGoal.objects.filter(uuid=bank).first()
    if known is None:
        left = names.left_in(draft, queries.names_around(opened))
        if left:
            raise NameLeft(field="title", name=left)
        if BankGoal.objects.filter(clinic=opened.clinic, retired_at=None).count() >= BANK_AT_MOST:
            raise BankFull
        BankGoal.objects.create(
            clinic_id=opened.clinic, uuid=bank, by_id=actor.person, kept_at=at, **_columns(draft)
        )
    elif (known.clinic_id, known.by_id) != (opened.clinic, actor.person):
        raise NotFound
    return queries.bank_goal(actor, bank)


@action
def retire_bank_goal(*, actor: Actor, bank: UUID, at: datetime) -> None:
    """Take a goal out of the clinic's bank. Goals that began from it stay as they are."""
    row = queries.bank_row(actor, bank)
    row.retired_at = at
    row.save(update_fields=["retired_at"])
    trail.record_doing(actor, "goals.retire_bank_goal", row.clinic_id, at)


def _columns(draft: BankDraft) -> dict[str, str]:
    limits = dict.fromkeys(("title", "does", "where_when", "with_help", "how_often"), bounds.TITLE)
    kept = {
        name: bounds.words(getattr(draft, name), limit, name, required=True) for name, limit in limits.items()
    }
    steps = {
        f"step_{number}": bounds.words(text, bounds.SENTENCE, f"step_{number}", required=True)
        for number, text in enumerate(draft.steps, start=1)
    }
    return {
        **kept,
        **steps,
        "harder": bounds.words(draft.harder, bounds.SENTENCE, "harder"),
        "scored_by": draft.scored_by.value if draft.scored_by else "",
        "scored_from": bounds.words(draft.scored_from, bounds.TITLE, "scored_from"),
    }
