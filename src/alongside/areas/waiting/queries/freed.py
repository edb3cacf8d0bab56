"""Reading times that were freed, step by step, and which families a time fits."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime
from uuid import UUID

from django.db.models import QuerySet

from alongside.areas.circle import gate
from alongside.areas.circle.values import OpenChild
from alongside.areas.waiting.models import FreedStep, FreedTime, Offer
from alongside.areas.waiting.values import FreedSeen, FreedState, StepKind, StepSeen
from alongside.core.actors import DESK, Actor
from alongside.core.capabilities import Capability
from alongside.core.refusals import NotFound

_SHOWN_AT_MOST = 50


def freed_times(actor: Actor, clinic: int) -> tuple[FreedSeen, ...]:
    """The latest fifty freed times of a clinic, newest first, without their steps. For whoever runs its desk."""
    _check_desk(actor, clinic)
    rows = _freed().filter(clinic=clinic).order_by("-at", "-pk")[:_SHOWN_AT_MOST]
    return tuple(_seen(row) for row in rows)


def freed_time(actor: Actor, uuid: UUID, at: datetime) -> FreedSeen:
    """One freed time with every step: who was asked, why that family, and what came back. For the clinic's desk."""
    row = _freed().filter(uuid=uuid).first()
    if row is None:
        raise NotFound
    _check_desk(actor, row.clinic_id)
    steps = list(_steps().filter(freed=row).order_by("number"))
    among = {step.child_id for step in steps if step.child_id}
    opened = _names(actor, among, at)
    return replace(_seen(row), steps=tuple(_step(step, opened) for step in steps))


def freed_row(uuid: UUID) -> FreedTime | None:
    """The stored time, held until the transaction ends; for actions of this area."""
    rows = FreedTime.objects.select_related("therapist", "room", "clinic").filter(uuid=uuid)
    return rows.select_for_update(of=("self",)).first()


def asked_about(freed: FreedTime) -> frozenset[int]:
    """Children (keys) whose families were asked about this time, or who could not be."""
    kinds = [StepKind.OFFERED, StepKind.CLASHED]
    rows = FreedStep.objects.filter(freed=freed, kind__in=kinds, child__isnull=False)
    return frozenset(rows.values_list("child_id", flat=True))


def asked_last(clinic: int) -> int | None:
    """The child whose family was asked last about a freed time of this clinic; None before the first one."""
    rows = Offer.objects.filter(clinic=clinic, freed__isnull=False).order_by("-pk")
    return rows.values_list("child_id", flat=True).first()


def _check_desk(actor: Actor, clinic: int) -> None:
    if not actor.roles_in(clinic) & DESK:
        raise NotFound


def _names(actor: Actor, among: Iterable[int | None], at: datetime) -> dict[int, OpenChild]:
    keys = [key for key in among if key is not None]
    if not keys:
        return {}
    found = gate.open_children(actor, Capability.READ_NAME, at, doing="waiting.freed_time", among=keys)
    return {child.pk: child for child in found}


def _step(row: FreedStep, opened: dict[int, OpenChild]) -> StepSeen:
    child = opened.get(row.child_id) if row.child_id else None
    return StepSeen(
        kind=StepKind(row.kind),
        child=child.uuid if child else None,
        child_name=child.short_name if child else "",
        why=tuple(row.why),
        held_until=row.offer.held_until if row.offer else None,
        by_name=row.by.short_name if row.by else "",
        at=row.at,
    )


def _seen(row: FreedTime) -> FreedSeen:
    return FreedSeen(
        uuid=row.uuid,
        therapist=row.therapist.uuid,
        therapist_name=row.therapist.name,
        room_name=row.room.name if row.room else "",
        starts_at=row.starts_at,
        minutes=row.minutes,
        zone=row.zone,
        weeks=row.weeks,
        state=FreedState(row.state),
    )


def _freed() -> QuerySet[FreedTime]:
    return FreedTime.objects.select_related("therapist", "room")


def _steps() -> QuerySet[FreedStep]:
    return FreedStep.objects.select_related("offer", "by")
