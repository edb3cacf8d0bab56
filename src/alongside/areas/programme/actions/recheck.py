"""What somebody learns about a child reaches every home at once: all ideas are judged again in one transaction."""

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from django.utils.translation import gettext

from alongside.areas.circle import actions as circle
from alongside.areas.circle import gate
from alongside.areas.circle import queries as circle_read
from alongside.areas.circle.values import OpenChild
from alongside.areas.programme.actions import ledger
from alongside.areas.programme.actions.judging import AT_HOME
from alongside.areas.programme.models import Placement
from alongside.areas.programme.queries.rested import SAFETY
from alongside.areas.programme.queries.safety import RULED, facts_of, held
from alongside.areas.programme.values import PlacementState, What
from alongside.areas.trail.actions import action
from alongside.core.actors import Actor
from alongside.core.capabilities import Capability
from alongside.core.ids import uuid7
from alongside.core.words import gettext_noop

# Everybody who reads the plan reads these words, so they name no fact.
_WORDS = gettext_noop("Something new to take care of. It rests until the therapist has looked.")


@action
def record_safety_fact(
    *, actor: Actor, child: UUID, fact: UUID, code: str, words: str, at: datetime
) -> tuple[str, ...]:
    """Keep a safety fact that the therapist knows, and judge every idea again; answers the titles of what rests now."""
    opened = _hold(actor, child, Capability.WRITE_SAFETY, at, "programme.record_safety_fact")
    circle.record_safety_fact(actor=actor, child=child, fact=fact, code=code, words=words, at=at)
    return _rest_unsafe(opened)


@action
def propose_safety_fact(
    *, actor: Actor, child: UUID, fact: UUID, code: str, words: str, at: datetime
) -> tuple[str, ...]:
    """Tell the team about something to be careful with. It counts at once; answers the titles of what rests now."""
    opened = _hold(actor, child, Capability.PROPOSE_SAFETY, at, "programme.propose_safety_fact")
    circle.propose_safety_fact(actor=actor, child=child, fact=fact, code=code, words=words, at=at)
    return _rest_unsafe(opened)


@action
def confirm_safety_fact(*, actor: Actor, child: UUID, fact: UUID, at: datetime) -> tuple[str, ...]:
    """Keep what a carer proposed, and judge every idea again."""
    opened = _hold(actor, child, Capability.WRITE_SAFETY, at, "programme.confirm_safety_fact")
    circle.confirm_safety_fact(actor=actor, child=child, fact=fact, at=at)
    return _rest_unsafe(opened)


@action
def end_safety_fact(*, actor: Actor, child: UUID, fact: UUID, at: datetime) -> tuple[str, ...]:
    """Let a fact end. What rested because of it is offered to the therapist and stays at rest until then."""
    opened = _hold(actor, child, Capability.WRITE_SAFETY, at, "programme.end_safety_fact")
    circle.end_safety_fact(actor=actor, child=child, fact=fact, at=at)
    return _rest_unsafe(opened)


@action
def withdraw_safety_fact(*, actor: Actor, child: UUID, fact: UUID, at: datetime) -> tuple[str, ...]:
    """Take back a fact of one's own that nobody has kept yet. Nothing comes back by itself."""
    opened = _hold(actor, child, Capability.PROPOSE_SAFETY, at, "programme.withdraw_safety_fact")
    circle.withdraw_safety_fact(actor=actor, child=child, fact=fact, at=at)
    return _rest_unsafe(opened)


@action
def recheck_programme(*, actor: Actor, child: UUID, at: datetime) -> tuple[str, ...]:
    """Judge every live and offered idea in every home again, and let rest what is no longer allowed: their titles.

    For whoever changes something that the rules ask for: a grown-up who leaves a routine, a new rule.
    """
    return _rest_unsafe(_hold(actor, child, Capability.LIGHTEN_PROGRAMME, at, "programme.recheck_programme"))


@action
def leave_resting(
    *, actor: Actor, child: UUID, placement: UUID, change: UUID | None = None, at: datetime
) -> None:
    """Let an idea rest on: the therapist looked, and it is not asked about again. Twice is once.

    Nothing changes for the family, so ``change`` dates no line.
    """
    del change
    opened = gate.open_child(actor, child, Capability.PROPOSE_PROGRAMME, at, doing="programme.leave_resting")
    row = ledger.find(opened, placement)
    if row.state == PlacementState.RESTING and row.rests_because:
        row.rests_because = []
        row.save(update_fields=["rests_because"])


def _hold(actor: Actor, child: UUID, capability: Capability, at: datetime, doing: str) -> OpenChild:
    """Open the record and queue for it, so that nothing is shared between the fact and the second look."""
    opened = gate.open_child(actor, child, capability, at, doing=doing)
    gate.hold(opened)
    return opened


def _rest_unsafe(opened: OpenChild) -> tuple[str, ...]:
    """Let rest what is held back, in every home; the titles of what this person may know of."""
    rows = Placement.objects.filter(child=opened.pk, state__in=AT_HOME).order_by("pk")
    locked = {row.pk: row for row in rows.select_for_update()}
    if not locked:
        return ()
    facts, homes = facts_of(opened), circle_read.my_homes(opened)
    found = {one["pk"]: held(facts, one) for one in rows.filter(pk__in=locked).values("pk", *RULED)}
    resting = [row for pk, row in locked.items() if found[pk]]
    for row in resting:
        _rest(opened, row, {one.code for one in found[row.pk]})
    return tuple(row.title for row in resting if homes is None or row.home_id in {None, *homes})


def _rest(opened: OpenChild, row: Placement, codes: Iterable[str]) -> None:
    before = {"state": row.state}
    row.state = PlacementState.RESTING.value
    row.live_since = None
    row.rests_because = sorted(codes)
    row.save(update_fields=["state", "live_since", "rests_because"])
    note = ledger.Note(uuid=uuid7(opened.at), what=What.RESTED, words=gettext(_WORDS))
    ledger.write_line(opened, row, note, before, {"state": row.state, SAFETY: True})
