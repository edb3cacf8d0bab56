"""Reading session notes. The clinical lane is the assigned therapist's; «For the family» is the family's too."""

import json
from collections.abc import Iterable, Sequence
from datetime import UTC
from hashlib import sha256
from uuid import UUID

from django.db.models import OuterRef, QuerySet, Subquery

from alongside.adapters.prepared import Slot, prepared
from alongside.areas.appointments.models import NoteAddendum, PlannedItem, SessionNote, Visit
from alongside.areas.appointments.queries.visits import held, newest_visits, visits_seen
from alongside.areas.appointments.values import (
    AddendumSeen,
    FamilyNote,
    NoteInShort,
    NoteSeen,
    NoteState,
    PlannedSeen,
    VisitSeen,
)
from alongside.areas.circle.queries import by
from alongside.areas.circle.values import OpenChild
from alongside.core.actors import Actor
from alongside.core.capabilities import Capability
from alongside.core.refusals import NotFound

_FAMILY_NOTES = 50


def note(opened: OpenChild, visit: UUID) -> NoteSeen | None:
    """The note of one visit of this child; None while nothing is written."""
    opened.check(Capability.READ_CLINICAL_NOTES)
    row = note_row(opened, visit)
    return None if row is None else note_seen(row)


def planned(opened: OpenChild, visit: UUID) -> tuple[PlannedSeen, ...]:
    """What was planned for a visit, in the order it was added."""
    opened.check(Capability.READ_CLINICAL_NOTES)
    rows = PlannedItem.objects.filter(child=opened.pk, visit__uuid=visit).order_by("pk")
    return tuple(_planned(row) for row in rows)


def last_plan(opened: OpenChild) -> str:
    """What the therapist wrote down for next time in the latest signed note; empty without one."""
    opened.check(Capability.READ_CLINICAL_NOTES)
    return next(iter(_last_plan(child=opened.pk)), "")


def visits_and_plan(opened: OpenChild, limit: int) -> tuple[tuple[VisitSeen, ...], str]:
    """``visits_of`` and ``last_plan`` in one statement, for a page that shows both."""
    opened.check(Capability.READ_CLINICAL_NOTES)
    return _with_plan(opened, _newest(limit=limit, child=opened.pk))


def last_visit_and_plan(opened: OpenChild) -> tuple[VisitSeen | None, str]:
    """``last_visit`` and ``last_plan`` in one statement."""
    opened.check(Capability.READ_CLINICAL_NOTES)
    seen, plan = _with_plan(opened, _held(child=opened.pk, at=opened.at))
    return next((visit for visit in seen if visit.ends_at <= opened.at), None), plan


def family_notes(opened: OpenChild, limit: int = _FAMILY_NOTES) -> tuple[FamilyNote, ...]:
    """What the therapist wrote for the family, newest first: of signed and shared notes, where words were written."""
    opened.check(Capability.READ_FAMILY_NOTES)
    rows = SessionNote.objects.filter(child=opened.pk, state=NoteState.SIGNED, shared_at__isnull=False)
    written = rows.exclude(for_family="").select_related("visit", "by").order_by("-shared_at", "-pk")
    return tuple(_family_note(row) for row in written[: min(limit, _FAMILY_NOTES)])


def signed_note(opened: OpenChild, visit: UUID) -> NoteInShort:
    """The signed note of a visit by what it is tied to; NotFound for a draft, and for a family while unshared.

    Two statements for the team, one for a family.
    """
    opened.check(Capability.READ_FAMILY_NOTES)
    is_team = opened.allows(Capability.READ_CLINICAL_NOTES)
    rows = _signed(all_of_them=is_team, child=opened.pk, visit=visit)
    if not rows:
        raise NotFound
    return NoteInShort(
        visit=rows[0].visit.uuid,
        visit_at=rows[0].visit.starts_at,
        zone=rows[0].visit.zone,
        words=rows[0].for_family,
        by=by(rows[0].by, rows[0].voice),
        goals=tuple(dict.fromkeys(UUID(step["goal"]) for step in rows[0].steps)),
        done=tuple(_done(child=opened.pk, visit=visit)) if is_team else (),
    )


def note_states(actor: Actor, visits: Iterable[UUID]) -> dict[UUID, NoteState]:
    """How far the notes of a therapist's own visits are; a visit without a note is not in it. No word of them."""
    rows = SessionNote.objects.filter(visit__uuid__in=list(visits), visit__therapist=actor.person)
    return {uuid: NoteState(state) for uuid, state in rows.values_list("visit__uuid", "state")}


def note_row(opened: OpenChild, visit: UUID) -> SessionNote | None:
    """The stored note, for actions of this area."""
    rows = SessionNote.objects.filter(child=opened.pk, visit__uuid=visit)
    return rows.select_related("visit", "by").first()


def note_seen(row: SessionNote) -> NoteSeen:
    """A note with its plan and its additions (two more statements)."""
    items = list(PlannedItem.objects.filter(visit=row.visit_id).order_by("pk"))
    additions = NoteAddendum.objects.filter(note=row).select_related("by").order_by("pk")
    return NoteSeen(
        uuid=row.uuid,
        visit=row.visit.uuid,
        state=NoteState(row.state),
        version=row.version,
        did=row.did,
        saw=row.saw,
        next_plan=row.next_plan,
        for_family=row.for_family,
        planned=tuple(_planned(item) for item in items),
        by=by(row.by, row.voice),
        saved_at=row.saved_at,
        signed_at=row.signed_at,
        credential="; ".join(", ".join(filter(None, held.values())) for held in row.credential),
        digest=row.digest,
        intact=not row.digest or row.digest == seal_of(row, row.visit, items),
        shared_at=row.shared_at,
        additions=tuple(_addendum(addition) for addition in additions),
    )


def seal_of(row: SessionNote, visit: Visit, items: Sequence[PlannedItem]) -> str:
    """SHA-256 over everything a signature stands for, as canonical JSON (sorted keys, no spaces, UTF-8)."""
    signed = {
        "note": str(row.uuid),
        "visit": str(visit.uuid),
        "signed_by": row.by_id,
        "signed_at": row.signed_at.astimezone(UTC).isoformat() if row.signed_at else "",
        "credential": row.credential,
        "words": [row.did, row.saw, row.next_plan, row.for_family],
        "steps": row.steps,
        "planned": [[str(item.uuid), item.words, item.ticked] for item in items],
    }
    canonical = json.dumps(signed, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    return sha256(canonical.encode()).hexdigest()


def _with_plan(opened: OpenChild, visits: Iterable[Visit]) -> tuple[tuple[VisitSeen, ...], str]:
    """Visits with the plan of the child's latest signed note. Without visits there are no notes."""
    rows = list(visits)
    plan: str | None = getattr(rows[0], "plan", None) if rows else None
    return tuple(visits_seen(opened, rows)), plan or ""


@prepared
def _signed(*, all_of_them: bool) -> QuerySet[SessionNote, SessionNote]:
    rows = SessionNote.objects.filter(
        child=Slot("child"), visit__uuid=Slot("visit"), state=NoteState.SIGNED
    ).select_related("visit", "by")
    return rows if all_of_them else rows.filter(shared_at__isnull=False)


@prepared
def _done() -> QuerySet[PlannedItem, str]:
    rows = PlannedItem.objects.filter(child=Slot("child"), visit__uuid=Slot("visit"), ticked=True)
    return rows.order_by("pk").values_list("words", flat=True)


@prepared
def _last_plan() -> QuerySet[SessionNote, str]:
    rows = SessionNote.objects.filter(child=Slot("child"), state=NoteState.SIGNED).order_by("-signed_at")
    return rows.values_list("next_plan", flat=True)[:1]


@prepared
def _newest(*, limit: int) -> QuerySet[Visit, Visit]:
    return _planned_visits()[:limit]


@prepared
def _held() -> QuerySet[Visit, Visit]:
    return held(_planned_visits())[:2]


def _planned_visits() -> QuerySet[Visit]:
    """Newest first, each with the child's last plan."""
    signed = SessionNote.objects.filter(child=OuterRef("child"), state=NoteState.SIGNED)
    plan = Subquery(signed.order_by("-signed_at").values("next_plan")[:1])
    return newest_visits().annotate(plan=plan)


def _planned(row: PlannedItem) -> PlannedSeen:
    return PlannedSeen(uuid=row.uuid, words=row.words, ticked=row.ticked)


def _addendum(row: NoteAddendum) -> AddendumSeen:
    return AddendumSeen(uuid=row.uuid, words=row.words, by=by(row.by, row.voice), at=row.at)


def _family_note(row: SessionNote) -> FamilyNote:
    return FamilyNote(
        uuid=row.uuid,
        visit=row.visit.uuid,
        visit_at=row.visit.starts_at,
        zone=row.visit.zone,
        words=row.for_family,
        by=by(row.by, row.voice),
        shared_at=row.shared_at or row.saved_at,
    )
