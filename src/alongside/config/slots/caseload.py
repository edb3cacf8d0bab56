"""The planner at work for a clinic: take up a plan that somebody asked for, look, and keep what was found."""

import json
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from uuid import UUID

from alongside.areas.caseload import actions as caseload
from alongside.areas.caseload.values import ChildLeftOut, Mode, PlanFound, Said, TimeFound, WorkToDo
from alongside.config.planning.form import Malformed
from alongside.config.slots.clinic_file import instance_in
from alongside.core.slots import planner, what_if
from alongside.core.slots.instance import Instance
from alongside.core.slots.result import Explained, LeftOut, Plan
from alongside.core.words import Phrase, gettext_noop

Clock = Callable[[], datetime]
_BROKEN = gettext_noop("The planner could not finish. Please ask again.")


def make_next(clock: Clock, plan: UUID | None = None) -> bool:
    """Make the plan that waits longest, or this one; False when there is none. What breaks is told at the desk."""
    work = caseload.begin_plan(at=clock(), plan=plan)
    if work is None:
        return False
    try:
        found = _found(work, clock)
    except Malformed as error:
        caseload.keep_trouble(plan=work.plan, words=str(error), at=clock())
    except Exception:
        caseload.keep_trouble(plan=work.plan, words=_BROKEN, at=clock())
        raise
    else:
        caseload.keep_found(plan=work.plan, found=found, at=clock())
    return True


def _found(work: WorkToDo, clock: Clock) -> PlanFound:
    clinic = instance_in(json.dumps(work.file))
    watch = _watch(work, clock)
    if work.mode is Mode.WHAT_IF:
        both = what_if.compared(clinic, watch)
        return replace(_answer(both.then, clinic), gained=len(both.more), lost=len(both.fewer))
    clinic = what_if.changed(clinic)
    if work.mode is Mode.FILL:
        clinic = replace(clinic, pins=clinic.now)
    mode = planner.REPAIR if work.mode is Mode.REPAIR else planner.PLAN
    return _answer(planner.plan(clinic, watch, mode), clinic)


def _watch(work: WorkToDo, clock: Clock) -> planner.Watch:
    """Every step is kept at most once a second, and answers whether somebody asked to stop."""
    heard = {"at": -1.0, "go": True}

    def progress(best: int, bound: int, seconds: float) -> None:
        if seconds - heard["at"] >= 1:
            heard["at"] = seconds
            heard["go"] = caseload.keep_progress(plan=work.plan, best=best, bound=bound, at=clock())

    return planner.Watch(
        seconds=float(work.seconds),
        clock=time.monotonic,
        progress=progress,
        stop=lambda: not heard["go"],
    )


def _answer(plan: Plan, clinic: Instance) -> PlanFound:
    minutes = {one.id: one.minutes for one in clinic.children}
    return PlanFound(
        best=plan.objective,
        bound=plan.bound,
        moved=len(plan.moved),
        parts={part.value: points for part, points in plan.parts.items()},
        times=tuple(_time(one, minutes[one.placement.child]) for one in plan.explained),
        left_out=tuple(_left_out(one) for one in plan.left_out),
    )


def _time(one: Explained, minutes: int) -> TimeFound:
    return TimeFound(
        child=one.placement.child,
        therapist=one.placement.therapist,
        room=one.placement.room,
        weekday=one.placement.weekday,
        start=one.placement.start,
        minutes=minutes,
        reasons=tuple((reason.points, _said(reason.why)) for reason in one.reasons),
        changes=tuple(_said(change) for change in one.changes),
    )


def _left_out(one: LeftOut) -> ChildLeftOut:
    changes = tuple(_said(change) for change in one.changes)
    return ChildLeftOut(child=one.child, missing=one.missing, why=_said(one.why), changes=changes)


def _said(words: Phrase) -> Said:
    return words.template, words.values
