"""The session note: a draft that saves itself, then signed and sealed, then only dated additions."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import IntegrityError, transaction

from alongside.areas.appointments.models import NoteAddendum, PlannedItem, SessionNote, Visit
from alongside.areas.appointments.queries import last_plan, note_row, seal_of, visit_row
from alongside.areas.appointments.queries.notes import note_seen
from alongside.areas.appointments.values import NoteDraft, NoteSeen, NoteState, StepTick, VisitState
from alongside.areas.circle import gate
from alongside.areas.circle.values import OpenChild
from alongside.areas.goals import actions as goals
from alongside.areas.goals import queries as goals_seen
from alongside.areas.goals.values import Side
from alongside.areas.people import queries as people
from alongside.areas.trail.actions import action
from alongside.core import bounds
from alongside.core.actors import Actor
from alongside.core.capabilities import Capability
from alongside.core.ids import uuid7
from alongside.core.refusals import NotFound, Refusal
from alongside.core.words import gettext_noop

_PLANNED_AT_MOST = 16
_STEPS_AT_MOST = 12
_TICKED_AT_MOST = 100


class AlreadySigned(Refusal):
    """A signed note does not change."""

    sentence = gettext_noop("This note is signed. Add what is new as a dated addition.")


class NotSignedYet(Refusal):
    """Additions belong to a signed note."""

    sentence = gettext_noop("This note is still a draft, so you can change it directly.")


class NoteChanged(Refusal):
    """The same note was saved elsewhere since this page was opened."""

    sentence = gettext_noop("This note was saved in another window. Open it again to go on.")


class NotStartedYet(Refusal):
    """A note cannot be signed before its visit."""

    sentence = gettext_noop("This visit has not started yet. Your draft is kept.")


@action
def start_note(
    *, actor: Actor, child: UUID, visit: UUID, note: UUID, at: datetime, ideas: Sequence[str] = ()
) -> NoteSeen:
    """Begin the note of a visit, or go on with it.

    A new note starts with what the last signed note planned for next time, a line each, and with ``ideas``:
    the titles of the ideas that live in the family's days, which the page knows.
    """
    opened = _open(actor, child, at, "appointments.start_note")
    about = visit_row(opened, visit)
    if note_row(opened, visit) is None:
        _begin(opened, about, note)
        _plan(opened, about, [*last_plan(opened).splitlines(), *ideas])
    return note_seen(_row(opened, visit))


@action
def save_note(*, actor: Actor, child: UUID, visit: UUID, draft: NoteDraft, at: datetime) -> NoteSeen:
    """Keep a draft as it is typed. The same words twice change nothing.

    Raises NoteChanged when the note was saved elsewhere since ``draft.version``, AlreadySigned.
    """
    opened = _open(actor, child, at, "appointments.save_note")
    row = _row(opened, visit)
    if row.state == NoteState.SIGNED:
        raise AlreadySigned
    _keep(opened, row, draft)
    return note_seen(row)


@action
def sign_note(
    *,
    actor: Actor,
    child: UUID,
    visit: UUID,
    draft: NoteDraft,
    at: datetime,
    steps: tuple[StepTick, ...] = (),
    share: bool = True,
) -> NoteSeen:
    """Sign the note: it is sealed with the signer's registration, the visit is done, steps seen become proposals.

    A step that both agreed on before, or while one of the family's waits for an answer, is only kept in the note.
    «For the family» is shared at once, or later with ``share_note``. The same signature again changes nothing.
    Raises NoteChanged, AlreadySigned, NotStartedYet, NotFound for another child's goal.
    """
    opened = _open(actor, child, at, "appointments.sign_note")
    row = _row(opened, visit)
    if row.state == NoteState.SIGNED:
        return _same_signature(opened, row, draft)
    if row.visit.starts_at > at:
        raise NotStartedYet
    _check_steps(steps)
    _keep(opened, row, draft)
    for tick in steps:
        if _is_news(opened, tick):
            goals.propose_step(
                actor=actor, child=child, goal=tick.goal, proposal=tick.proposal, step=tick.step, at=at
            )
    _seal(opened, row, steps, share=share)
    return note_seen(row)


@action
def share_note(*, actor: Actor, child: UUID, visit: UUID, at: datetime) -> NoteSeen:
    """Share «For the family» of a signed note with the family. Twice changes nothing."""
    opened = _open(actor, child, at, "appointments.share_note")
    row = _row(opened, visit)
    if row.state != NoteState.SIGNED:
        raise NotSignedYet
    if row.shared_at is None:
        row.shared_at = at
        row.save(update_fields=["shared_at"])
    return note_seen(row)


@action
def add_addendum(
    *, actor: Actor, child: UUID, visit: UUID, addendum: UUID, words: str, at: datetime
) -> NoteSeen:
    """Add a dated addition to a signed note, which itself stays as it was signed."""
    opened = _open(actor, child, at, "appointments.add_addendum")
    row = _row(opened, visit)
    if row.state != NoteState.SIGNED:
        raise NotSignedYet
    kept = bounds.words(words, bounds.WORDS, "words", required=True)
    fields = {"child_id": opened.pk, "note": row, "words": kept, "by_id": actor.person, "at": at}
    added, _ = NoteAddendum.objects.get_or_create(
        uuid=addendum, defaults={**fields, "voice": opened.voice.value}
    )
    if (added.note_id, added.by_id) != (row.pk, actor.person):
        raise NotFound
    return note_seen(row)


def _open(actor: Actor, child: UUID, at: datetime, doing: str) -> OpenChild:
    return gate.open_child(actor, child, Capability.WRITE_CLINICAL_NOTES, at, doing=doing)


def _row(opened: OpenChild, visit: UUID) -> SessionNote:
    row = (
        SessionNote.objects.filter(child=opened.pk, visit__uuid=visit)
        .select_for_update(of=("self",))
        .select_related("visit", "by")
        .first()
    )
    if row is None:
        raise NotFound
    return row


def _begin(opened: OpenChild, visit: Visit, note: UUID) -> None:
    """Two windows may begin the same note at once: the second one goes on with the first one's."""
    fields: dict[str, Any] = {
        "uuid": note,
        "child_id": opened.pk,
        "state": NoteState.DRAFT.value,
        "by_id": opened.actor.person,
        "voice": opened.voice.value,
        "saved_at": opened.at,
    }
    try:
        with transaction.atomic():
            SessionNote.objects.get_or_create(visit=visit, defaults=fields)
    except IntegrityError as error:  # the uuid is that of another visit's note
        raise NotFound from error


def _plan(opened: OpenChild, visit: Visit, lines: Iterable[str]) -> None:
    known = set(PlannedItem.objects.filter(visit=visit).values_list("words", flat=True))
    wanted = dict.fromkeys(line.strip()[: bounds.SENTENCE] for line in lines)
    new = [line for line in wanted if line and line not in known]
    PlannedItem.objects.bulk_create(
        PlannedItem(child_id=opened.pk, visit=visit, uuid=uuid7(opened.at), words=line)
        for line in new[:_PLANNED_AT_MOST]
    )


def _words(draft: NoteDraft) -> dict[str, str]:
    return {
        "did": bounds.words(draft.did, bounds.NOTE, "did"),
        "saw": bounds.words(draft.saw, bounds.NOTE, "saw"),
        "next_plan": bounds.words(draft.next_plan, bounds.WORDS, "next_plan"),
        "for_family": bounds.words(draft.for_family, bounds.WORDS, "for_family"),
    }


def _is_same(row: SessionNote, draft: NoteDraft) -> bool:
    bounds.few(draft.ticked, _TICKED_AT_MOST, "ticked")
    typed = _words(draft)
    items = dict(PlannedItem.objects.filter(visit=row.visit_id).values_list("uuid", "ticked"))
    wanted = draft.ticked & items.keys()
    ticked = {uuid for uuid, is_ticked in items.items() if is_ticked}
    return wanted == ticked and all(getattr(row, name) == text for name, text in typed.items())


def _keep(opened: OpenChild, row: SessionNote, draft: NoteDraft) -> None:
    if _is_same(row, draft):
        return
    if row.version != draft.version:
        raise NoteChanged
    for name, text in _words(draft).items():
        setattr(row, name, text)
    row.version += 1
    _sign_off(opened, row)
    row.saved_at = opened.at
    row.save()
    items = PlannedItem.objects.filter(visit=row.visit_id)
    items.update(ticked=False)
    items.filter(uuid__in=draft.ticked).update(ticked=True)


def _check_steps(steps: tuple[StepTick, ...]) -> None:
    bounds.few(steps, _STEPS_AT_MOST, "steps")
    for tick in steps:
        bounds.whole(tick.step, 0, 5, "step")


def _is_news(opened: OpenChild, tick: StepTick) -> bool:
    """Whether the step seen is worth a proposal: the goal is agreed, and nothing of the family's waits."""
    goal = goals_seen.goal(opened, tick.goal)
    waits = goal.step_proposal is not None and goal.step_proposal.side is Side.FAMILY
    return goal.reached not in (None, tick.step) and not waits


def _sign_off(opened: OpenChild, row: SessionNote) -> None:
    """Whoever saved last wrote it."""
    row.by_id, row.voice = opened.actor.person, opened.voice.value


def _same_signature(opened: OpenChild, row: SessionNote, draft: NoteDraft) -> NoteSeen:
    if row.by_id != opened.actor.person or not _is_same(row, draft):
        raise AlreadySigned
    return note_seen(row)


def _seal(opened: OpenChild, row: SessionNote, steps: tuple[StepTick, ...], *, share: bool) -> None:
    _sign_off(opened, row)
    row.credential = _credentials(opened)
    row.steps = [{"goal": str(tick.goal), "step": tick.step} for tick in steps]
    row.state, row.signed_at = NoteState.SIGNED.value, opened.at
    row.shared_at = opened.at if share else None
    items = list(PlannedItem.objects.filter(visit=row.visit_id).order_by("pk"))
    row.digest = seal_of(row, row.visit, items)
    row.save()
    Visit.objects.filter(pk=row.visit_id, state=VisitState.BOOKED).update(state=VisitState.DONE.value)


def _credentials(opened: OpenChild) -> list[dict[str, str]]:
    held = people.credentials_of(opened.actor.person, opened.today)
    return [
        {"register": one.register, "number": one.number, "degree": one.degree}
        for one in held
        if not one.expired
    ]
