"""Safety facts: a carer proposes, the therapist keeps. A proposed fact counts for the rules at once."""

from datetime import datetime
from uuid import UUID

from alongside.areas.circle import gate
from alongside.areas.circle.models import SafetyFact
from alongside.areas.circle.values import FactState, OpenChild, Voice
from alongside.areas.trail.actions import action
from alongside.core import bounds, safety
from alongside.core.actors import Actor
from alongside.core.capabilities import Capability
from alongside.core.refusals import InvalidInput, NotFound


@action
def record_safety_fact(*, actor: Actor, child: UUID, fact: UUID, code: str, words: str, at: datetime) -> None:
    """Keep a safety fact that the therapist knows."""
    opened = gate.open_child(actor, child, Capability.WRITE_SAFETY, at, doing="circle.record_safety_fact")
    _keep(opened, fact, code, words, FactState.KNOWN)


@action
def propose_safety_fact(
    *, actor: Actor, child: UUID, fact: UUID, code: str, words: str, at: datetime
) -> None:
    """Tell the team about something to be careful with."""
    opened = gate.open_child(actor, child, Capability.PROPOSE_SAFETY, at, doing="circle.propose_safety_fact")
    _keep(opened, fact, code, words, FactState.KNOWN if opened.is_team else FactState.PROPOSED)


@action
def confirm_safety_fact(*, actor: Actor, child: UUID, fact: UUID, at: datetime) -> None:
    """Keep what a carer proposed."""
    opened = gate.open_child(actor, child, Capability.WRITE_SAFETY, at, doing="circle.confirm_safety_fact")
    _settle(opened, fact, FactState.KNOWN)


@action
def end_safety_fact(*, actor: Actor, child: UUID, fact: UUID, at: datetime) -> None:
    """Let a fact end that no longer holds. The row stays."""
    opened = gate.open_child(actor, child, Capability.WRITE_SAFETY, at, doing="circle.end_safety_fact")
    _settle(opened, fact, FactState.ENDED)


@action
def withdraw_safety_fact(*, actor: Actor, child: UUID, fact: UUID, at: datetime) -> None:
    """Take back a fact of one's own that nobody of the team has kept yet. Twice is once; the row stays."""
    opened = gate.open_child(actor, child, Capability.PROPOSE_SAFETY, at, doing="circle.withdraw_safety_fact")
    own = SafetyFact.objects.filter(child=opened.pk, uuid=fact, by=actor.person, voice=Voice.FAMILY.value)
    taken = own.filter(state=FactState.PROPOSED.value).update(state=FactState.ENDED.value, settled_at=at)
    if not taken and not own.filter(state=FactState.ENDED.value).exists():
        raise NotFound


def _keep(opened: OpenChild, fact: UUID, code: str, words: str, state: FactState) -> None:
    if not safety.is_fact(code):
        raise InvalidInput("Please choose from the list.", field="code")
    made, _ = SafetyFact.objects.get_or_create(
        uuid=fact,
        defaults={
            "child_id": opened.pk,
            "code": bounds.words(code, 40, "code", required=True),
            "words": bounds.words(words, bounds.SENTENCE, "words"),
            "state": state.value,
            "by_id": opened.actor.person,
            "voice": opened.voice.value,
            "said_at": opened.at,
        },
    )
    if made.child_id != opened.pk or made.by_id != opened.actor.person:
        raise NotFound


def _settle(opened: OpenChild, fact: UUID, state: FactState) -> None:
    rows = SafetyFact.objects.filter(child=opened.pk, uuid=fact).exclude(state=FactState.ENDED.value)
    if not rows.update(state=state.value, settled_at=opened.at):
        raise NotFound
