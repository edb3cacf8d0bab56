"""The end of a visit: one thing is handed over for the week, and «clear» or «not clear» comes back."""

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from alongside.areas.appointments import queries as appointments
from alongside.areas.circle import gate
from alongside.areas.circle.values import OpenChild
from alongside.areas.conversation.models import Handover, HandoverAnswer, SafetyRead
from alongside.areas.conversation.queries import handing as handed
from alongside.areas.conversation.values import HandoverSeen
from alongside.areas.programme import queries as programme
from alongside.areas.programme.actions import SafetyRefused
from alongside.areas.programme.values import PlacementSeen
from alongside.areas.trail.actions import action
from alongside.core import bounds
from alongside.core.actors import Actor
from alongside.core.capabilities import Capability
from alongside.core.refusals import NotFound, Refusal
from alongside.core.words import gettext_noop

TRIED_AT_MOST = 12


class NotAtHome(Refusal):
    """Only what is shared can be handed over."""

    sentence = gettext_noop("Choose an idea that the family has on its phone.")


@action
def hand_over(
    *,
    actor: Actor,
    child: UUID,
    handover: UUID,
    visit: UUID,
    placement: UUID,
    words: str,
    tried: tuple[str, ...] = (),
    at: datetime,
) -> HandoverSeen:
    """Hand over one idea for the week with a sentence, and what was tried at the visit (up to 12 lines).

    A later handover of the same visit replaces the one before. The same uuid again changes nothing. Refuses an idea
    that is not shared (NotAtHome) and one that a safety rule holds back (SafetyRefused).
    """
    opened = gate.open_child(actor, child, Capability.SHARE_PROGRAMME, at, doing="conversation.hand_over")
    gate.hold(opened)
    known = Handover.objects.filter(uuid=handover).first()
    if known is not None:
        if (known.child_id, known.by_id) != (opened.pk, actor.person):
            raise NotFound
        return handed.handover_of(opened, known.visit_id) or handed.handover(opened, handover)
    found = appointments.visit(opened, visit)
    chosen = _at_home(programme.placement(opened, placement))
    said = bounds.words(words, bounds.SENTENCE, "words", required=True)
    lines = _tried(tried)
    Handover.objects.filter(child=opened.pk, visit__uuid=found.uuid, replaced_at=None).update(replaced_at=at)
    Handover.objects.create(
        uuid=handover,
        child_id=opened.pk,
        visit_id=found.uuid,
        placement_id=chosen.uuid,
        tried=lines,
        words=said,
        by_id=actor.person,
        at=at,
    )
    return handed.handover(opened, handover)


@action
def answer_handover(
    *, actor: Actor, child: UUID, handover: UUID, answer: UUID, clear: bool, question: str = "", at: datetime
) -> HandoverSeen:
    """Say whether it is clear, with a question if there is one. A later answer replaces one's own earlier one."""
    opened = gate.open_child(actor, child, Capability.WRITE_ENTRIES, at, doing="conversation.answer_handover")
    seen = handed.handover(opened, handover)
    known = HandoverAnswer.objects.filter(uuid=answer).first()
    if known is not None and (known.child_id, known.person_id) != (opened.pk, actor.person):
        raise NotFound
    if known is None:
        _answer(opened, seen.uuid, answer, clear=clear, question=question)
    return handed.handover(opened, handover)


@action
def read_rests(*, actor: Actor, child: UUID, changes: tuple[UUID, ...], at: datetime) -> None:
    """Say «Okay» to the news that ideas rest for safety. Twice is once; NotFound for what was never told."""
    opened = gate.open_child(actor, child, Capability.READ_PROGRAMME, at, doing="conversation.read_rests")
    bounds.few(changes, TRIED_AT_MOST, "changes")
    told = {one.change for one in programme.rested(opened)}
    if not told.issuperset(changes):
        raise NotFound
    SafetyRead.objects.bulk_create(
        (
            SafetyRead(child_id=opened.pk, change_id=change, person_id=actor.person, at=at)
            for change in dict.fromkeys(changes)
        ),
        ignore_conflicts=True,
    )


def _at_home(placed: PlacementSeen) -> PlacementSeen:
    if not (placed.is_live or placed.is_offered):
        raise NotAtHome
    if placed.is_held:
        raise SafetyRefused(warning for warning in placed.warnings if not warning.settled)
    return placed


def _tried(tried: Iterable[str]) -> list[str]:
    lines = tuple(tried)
    bounds.few(lines, TRIED_AT_MOST, "tried")
    return [line for line in (bounds.words(one, bounds.SENTENCE, "tried") for one in lines) if line]


def _answer(opened: OpenChild, handover: UUID, answer: UUID, *, clear: bool, question: str) -> None:
    row = Handover.objects.select_for_update().get(uuid=handover)
    mine = HandoverAnswer.objects.filter(handover=row, person=opened.actor.person, replaced_at=None)
    mine.update(replaced_at=opened.at)
    HandoverAnswer.objects.create(
        uuid=answer,
        child_id=opened.pk,
        handover=row,
        person_id=opened.actor.person,
        clear=clear,
        question=bounds.words(question, bounds.SENTENCE, "question"),
        at=opened.at,
    )
