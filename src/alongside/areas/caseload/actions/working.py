"""What the planner's own process does: take up a plan, give signs of life, keep what it found. Nobody is told of it."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from django.db.models import Q

from alongside.areas.appointments.queries.standing import room_keys
from alongside.areas.caseload.models import CaseloadPlan, PlannedTime, ToldChild
from alongside.areas.caseload.queries.plans import silent
from alongside.areas.caseload.queries.told import clock
from alongside.areas.caseload.values import Mode, PlanFound, PlanState, Said, TimeFound, WorkToDo
from alongside.areas.people import queries as people
from alongside.areas.trail.actions import action
from alongside.core import bounds
from alongside.core.slots.instance import DAYS, VERSION


@action
def begin_plan(*, at: datetime, plan: UUID | None = None) -> WorkToDo | None:
    """Take up the oldest plan that waits (or this one), or one whose planner has been silent; None when there is none.

    Of several planners one gets it: the row is locked, and others pass it over. One that was asked to stop, and was
    lost before it did, is not begun again: it ends.
    """
    lost = CaseloadPlan.objects.filter(silent(at), stop_asked=True)
    lost.update(state=PlanState.DISMISSED.value, ended_at=at)
    waiting = CaseloadPlan.objects.filter(Q(state=PlanState.ASKED) | silent(at)).order_by("asked_at", "pk")
    if plan is not None:
        waiting = waiting.filter(uuid=plan)
    row = waiting.select_for_update(skip_locked=True).first()
    if row is None:
        return None
    row.state, row.looked_at = PlanState.RUNNING.value, at
    row.save(update_fields=["state", "looked_at"])
    children = ToldChild.objects.filter(plan=row).order_by("pk").values_list("told", "now")
    told = {"version": VERSION, **row.told, "children": [child for child, _ in children]}
    told["now"] = [{"child": child["id"], **time} for child, now in children for time in now]
    return WorkToDo(plan=row.uuid, mode=Mode(row.mode), seconds=row.seconds, file=told)


@action
def keep_progress(*, plan: UUID, best: int, bound: int | None, at: datetime) -> bool:
    """Keep how far the planner has come. Returns whether it is to go on: False once somebody asked it to stop."""
    rows = CaseloadPlan.objects.filter(uuid=plan, state=PlanState.RUNNING)
    rows.update(best=best, bound=bound, looked_at=at)
    return rows.filter(stop_asked=False).exists()


@action
def keep_found(*, plan: UUID, found: PlanFound, at: datetime) -> None:
    """Keep the planner's answer. A plan that is no longer worked on stays as it is, so a late one changes nothing."""
    row = CaseloadPlan.objects.select_for_update().filter(uuid=plan, state=PlanState.RUNNING).first()
    if row is None:
        return
    row.state, row.ended_at, row.looked_at = PlanState.DONE.value, at, at
    row.best, row.bound, row.parts = found.best, found.bound, dict(found.parts)
    row.moved, row.gained, row.lost = found.moved, found.gained, found.lost
    row.save()
    children = {
        str(one.child.uuid): one for one in ToldChild.objects.filter(plan=row).select_related("child")
    }
    _keep_times(row, children, found.times, at)
    for one in found.left_out:
        told = children[one.child]
        told.missing, told.why, told.changes = (
            one.missing,
            _kept(one.why),
            [_kept(each) for each in one.changes],
        )
        told.save(update_fields=["missing", "why", "changes"])


@action
def keep_trouble(*, plan: UUID, words: str, at: datetime) -> None:
    """Keep why the planner could not finish, in a sentence for the desk."""
    rows = CaseloadPlan.objects.filter(uuid=plan, state=PlanState.RUNNING)
    rows.update(state=PlanState.FAILED.value, ended_at=at, trouble=words.strip()[: bounds.SENTENCE])


def _keep_times(
    row: CaseloadPlan, children: dict[str, ToldChild], times: Sequence[TimeFound], at: datetime
) -> None:
    team = {str(one.uuid): one.pk for one in people.colleagues(row.clinic_id, at)}
    rooms = room_keys(row.clinic_id)
    PlannedTime.objects.bulk_create(
        PlannedTime(
            plan=row,
            child_id=children[one.child].child_id,
            therapist_id=team[one.therapist],
            room_id=rooms.get(one.room.partition(".")[0]),
            weekday=one.weekday,
            start=one.start,
            minutes=one.minutes,
            is_kept=_has_now(children[one.child], one),
            reasons=[[points, _kept(said)] for points, said in one.reasons],
            changes=[_kept(each) for each in one.changes],
        )
        for one in times
        if one.therapist in team
    )


def _has_now(told: ToldChild, one: TimeFound) -> bool:
    return {"therapist": one.therapist, "weekday": DAYS[one.weekday], "start": clock(one.start)} in told.now


def _kept(said: Said) -> list[object]:
    template, values = said
    return [template[:300], [[name, value] for name, value in values]]
