"""Plans of a caseload as the desk reads them: short names through the gate, times, reasons, who is left out."""

import re
from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.db.models import Count, Q, QuerySet

from alongside.areas.caseload.models import Ability, CaseloadPlan, PlannedTime, ToldChild
from alongside.areas.caseload.values import (
    AbilityKind,
    AbilitySeen,
    LeftOutSeen,
    Mode,
    PlannedSeen,
    PlanSeen,
    PlanState,
    Said,
    WholePlan,
)
from alongside.areas.circle import gate
from alongside.areas.circle.values import OpenChild
from alongside.areas.people import queries as people
from alongside.core.actors import DESK, Actor
from alongside.core.capabilities import Capability
from alongside.core.refusals import NotFound
from alongside.core.words import gettext_noop

_LISTED_AT_MOST = 30
SILENT = timedelta(seconds=90)
SOMEBODY_ELSE = gettext_noop("another family")
Names = Mapping[str, str]
_UUID = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")
_WHOSE = gettext_noop("The owner and the front desk plan the times of the clinic.")


def check_runs(actor: Actor, clinic: int) -> None:
    """Let the owner and the front desk of the clinic through. Others of it read why not; strangers, NotFound."""
    actor.check_one_of(DESK, clinic, _WHOSE)


def plans(actor: Actor, clinic: int) -> tuple[PlanSeen, ...]:
    """The newest plans of a clinic, newest first, without those that were let go."""
    check_runs(actor, clinic)
    rows = _plans().filter(clinic=clinic).exclude(state=PlanState.DISMISSED)
    return tuple(plan_seen(row) for row in rows.order_by("-asked_at", "-pk")[:_LISTED_AT_MOST])


def whole_plan(actor: Actor, clinic: int, plan: UUID, at: datetime) -> WholePlan:
    """One plan with its times by day and therapist. Children whom this reader may not book are left out."""
    check_runs(actor, clinic)
    row = plan_row(clinic, plan)
    told = {one.child_id: one for one in ToldChild.objects.filter(plan=row)}
    found = gate.open_children(
        actor, Capability.READ_VISITS, at, doing="caseload.whole_plan", among=told.keys()
    )
    opened = [one for one in found if one.allows(Capability.BOOK_VISITS)]
    by_key = {one.pk: one for one in opened}
    times = PlannedTime.objects.filter(plan=row, child__in=list(by_key)).select_related("therapist", "room")
    names = {str(one.uuid): one.short_name for one in opened}
    names |= {str(one.uuid): one.name for one in people.colleagues(clinic, at)}
    return WholePlan(
        plan=plan_seen(row),
        parts=row.parts,
        times=tuple(
            _planned(one, by_key[one.child_id], told[one.child_id], names)
            for one in times.order_by("weekday", "start", "therapist__name", "pk")
        ),
        left_out=tuple(_left_out(told[key], by_key[key], names) for key in by_key if told[key].missing),
    )


def abilities(actor: Actor, clinic: int) -> tuple[AbilitySeen, ...]:
    """What each therapist brings, by name."""
    check_runs(actor, clinic)
    rows = (
        Ability.objects.filter(clinic=clinic)
        .select_related("person")
        .order_by("person__name", "kind", "words")
    )
    return tuple(
        AbilitySeen(person=row.person.uuid, kind=AbilityKind(row.kind), words=row.words) for row in rows
    )


def silent(at: datetime) -> Q:
    """Plans whose planner gives no sign of life any more."""
    return Q(state=PlanState.RUNNING, looked_at__lt=at - SILENT)


def plans_to_make(at: datetime) -> tuple[str, ...]:
    """A key for each plan that waits for a planner, or whose planner has been silent, in all clinics: for the worker.

    A key is done once. So it also says when the planner was last heard: each silence is a new piece of work.
    """
    rows = CaseloadPlan.objects.filter(Q(state=PlanState.ASKED) | silent(at)).order_by("asked_at", "pk")
    found = rows.values_list("uuid", "looked_at")[:_LISTED_AT_MOST]
    return tuple(f"{plan}.{int(looked.timestamp()) if looked else 0}" for plan, looked in found)


def plan_of(key: str) -> UUID:
    """The plan that a key names."""
    return UUID(key.partition(".")[0])


def plan_row(clinic: int, plan: UUID) -> CaseloadPlan:
    """The stored plan, for actions of this area; NotFound for another clinic's."""
    row = _plans().filter(clinic=clinic, uuid=plan).first()
    if row is None:
        raise NotFound
    return row


def plan_seen(row: CaseloadPlan) -> PlanSeen:
    """A plan in short."""
    changes = row.told.get("what_if", {})
    return PlanSeen(
        uuid=row.uuid,
        mode=Mode(row.mode),
        state=PlanState(row.state),
        seconds=row.seconds,
        starts_on=row.starts_on,
        asked_by=row.asked_by.short_name,
        asked_at=row.asked_at,
        ended_at=row.ended_at,
        stop_asked=row.stop_asked,
        children=getattr(row, "children", 0),
        best=row.best,
        bound=row.bound,
        moved=row.moved,
        gained=row.gained,
        lost=row.lost,
        trouble=row.trouble,
        away=len(changes.get("away", ())),
        more=len(changes.get("more", ())),
    )


def _plans() -> QuerySet[CaseloadPlan]:
    rows = CaseloadPlan.objects.select_related("asked_by")
    return rows.annotate(children=Count("told_children"))


def _planned(row: PlannedTime, opened: OpenChild, told: ToldChild, names: Names) -> PlannedSeen:
    return PlannedSeen(
        child=opened.uuid,
        child_name=opened.short_name,
        therapist=row.therapist.uuid,
        therapist_name=row.therapist.name,
        room=row.room.uuid if row.room else None,
        room_name=row.room.name if row.room else "",
        weekday=row.weekday,
        start=row.start,
        minutes=row.minutes,
        is_kept=row.is_kept,
        waits=told.waits,
        reasons=tuple((points, _said(said, names)) for points, said in row.reasons),
        changes=_each(row.changes, names),
        offer=row.offer,
    )


def _left_out(told: ToldChild, opened: OpenChild, names: Names) -> LeftOutSeen:
    return LeftOutSeen(
        child=opened.uuid,
        child_name=opened.short_name,
        missing=told.missing,
        why=_said(told.why, names),
        changes=_each(told.changes, names),
    )


def _each(kept: Iterable[Any], names: Names) -> tuple[Said, ...]:
    return tuple(_said(one, names) for one in kept)


def _said(kept: Any, names: Names) -> Said:
    """A kept sentence. Children and colleagues stand in it by uuid, and are named only to whoever may know them."""
    template, values = kept
    return template, tuple((name, _named(value, names)) for name, value in values)


def _named(value: str | int, names: Names) -> str | int:
    if isinstance(value, int):
        return value
    return _UUID.sub(lambda found: names.get(found[0], SOMEBODY_ELSE), value)
