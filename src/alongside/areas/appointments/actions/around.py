"""What the family says around a visit, the clinic's answer, and what is planned for it."""

from datetime import datetime
from uuid import UUID

from alongside.areas.appointments.actions import slots
from alongside.areas.appointments.models import AgendaItem, ChangeRequest, PlannedItem
from alongside.areas.appointments.queries import agenda, change_requests, note_row, planned, visit_row
from alongside.areas.appointments.values import (
    AgendaSeen,
    CellKind,
    NoteState,
    PlannedSeen,
    RequestSeen,
    VisitState,
)
from alongside.areas.circle import gate
from alongside.areas.trail.actions import action
from alongside.core import bounds
from alongside.core.actors import Actor
from alongside.core.capabilities import Capability
from alongside.core.refusals import InvalidInput, NotFound
from alongside.core.words import gettext_noop

_ITEMS_AT_MOST = 20


@action
def add_agenda_item(
    *, actor: Actor, child: UUID, visit: UUID, item: UUID, words: str, at: datetime
) -> tuple[AgendaSeen, ...]:
    """The family adds something to speak about (to 300 characters). Answers the visit's whole agenda.

    Raises InvalidInput behind the twentieth thing of one person for one visit.
    """
    opened = gate.open_child(
        actor, child, Capability.ASK_TO_CHANGE_VISIT, at, doing="appointments.add_agenda_item"
    )
    about = visit_row(opened, visit)
    kept = bounds.words(words, bounds.SENTENCE, "words", required=True)
    mine = AgendaItem.objects.filter(visit=about, by=actor.person).exclude(uuid=item)
    if mine.count() >= _ITEMS_AT_MOST:
        raise InvalidInput(
            gettext_noop("Your list for this visit is full. Bring the rest along."), field="words"
        )
    fields = {"child_id": opened.pk, "visit": about, "words": kept, "by_id": actor.person}
    row, _ = AgendaItem.objects.get_or_create(
        uuid=item, defaults={**fields, "voice": opened.voice.value, "at": at}
    )
    if (row.child_id, row.by_id) != (opened.pk, actor.person):
        raise NotFound
    return agenda(opened, visit)


@action
def ask_to_change(
    *, actor: Actor, child: UUID, visit: UUID, request: UUID, words: str, at: datetime
) -> tuple[RequestSeen, ...]:
    """The family asks for another time, in its own words. Answers the child's wishes, newest first.

    A person has one wish for a visit that waits for an answer: newer words take the place of the older ones. Raises
    VisitOver once the visit has ended or was let go.
    """
    opened = gate.open_child(
        actor, child, Capability.ASK_TO_CHANGE_VISIT, at, doing="appointments.ask_to_change"
    )
    slots.lock([(CellKind.CHILD, opened.pk)])
    about = visit_row(opened, visit)
    if about.state != VisitState.BOOKED:
        raise slots.VisitOver
    slots.check_ahead(about, at)
    kept = bounds.words(words, bounds.SENTENCE, "words", required=True)
    waiting = ChangeRequest.objects.filter(visit=about, by=actor.person, answered_at=None)
    if not waiting.exclude(uuid=request).update(words=kept, at=at):
        fields = {"child_id": opened.pk, "visit": about, "words": kept, "by_id": actor.person, "at": at}
        row, _ = ChangeRequest.objects.get_or_create(uuid=request, defaults=fields)
        if (row.child_id, row.by_id) != (opened.pk, actor.person):
            raise NotFound
    return change_requests(opened)


@action
def answer_change_request(
    *, actor: Actor, child: UUID, request: UUID, words: str, at: datetime
) -> tuple[RequestSeen, ...]:
    """The clinic answers a wish without moving the visit. The first answer stays."""
    opened = gate.open_child(
        actor, child, Capability.BOOK_VISITS, at, doing="appointments.answer_change_request"
    )
    kept = bounds.words(words, bounds.SENTENCE, "words", required=True)
    rows = ChangeRequest.objects.filter(child=opened.pk, uuid=request)
    if not rows.exists():
        raise NotFound
    rows.filter(answered_at=None).update(answer=kept, answered_at=at, answered_by=actor.person)
    return change_requests(opened)


@action
def plan_item(
    *, actor: Actor, child: UUID, visit: UUID, item: UUID, words: str, at: datetime
) -> tuple[PlannedSeen, ...]:
    """The therapist plans one thing for a visit. Answers everything planned for it."""
    opened = gate.open_child(
        actor, child, Capability.WRITE_CLINICAL_NOTES, at, doing="appointments.plan_item"
    )
    about = visit_row(opened, visit)
    note = note_row(opened, visit)
    if note is not None and note.state == NoteState.SIGNED:
        raise slots.VisitOver
    kept = bounds.words(words, bounds.SENTENCE, "words", required=True)
    fields = {"child_id": opened.pk, "visit": about, "words": kept}
    row, _ = PlannedItem.objects.get_or_create(uuid=item, defaults=fields)
    if (row.child_id, row.visit_id) != (opened.pk, about.pk):
        raise NotFound
    return planned(opened, visit)
