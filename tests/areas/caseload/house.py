"""A caseload in a few lines: a family that waits, a child with a regular time, and a planner's answer."""

from dataclasses import replace
from datetime import date, time, timedelta
from uuid import UUID, uuid4

from alongside.areas.appointments import actions as appointments
from alongside.areas.caseload import actions as caseload
from alongside.areas.caseload.values import ChildLeftOut, Mode, PlanDraft, PlanFound, TimeFound

STARTS = date(2026, 11, 30)
WHY = ("{name} waits for an afternoon.", (("name", "The family"),))


def draft(**changed) -> PlanDraft:
    """What the form sends."""
    return replace(PlanDraft(mode=Mode.FILL, seconds=10, starts_on=STARTS), **changed)


def regular(cast, at_time=time(9, 0), minutes=45) -> UUID:
    """Idris sees Hannah on Tuesdays."""
    series = uuid4()
    appointments.book_series(
        actor=cast.maria.actor,
        child=cast.idris,
        series=series,
        therapist=cast.hannah.uuid,
        first_on=STARTS + timedelta(days=1),
        local_time=at_time,
        count=6,
        minutes=minutes,
        at=cast.at,
    )
    return series


def asked(cast, plan=None, at=None, **changed) -> UUID:
    """Maria asks for a plan."""
    plan = plan or uuid4()
    caseload.ask_plan(
        actor=cast.maria.actor, clinic=cast.clinic.pk, plan=plan, draft=draft(**changed), at=at or cast.at
    )
    return plan


def answer(cast, *children: UUID, left_out: tuple[UUID, ...] = (), start=15 * 60) -> PlanFound:
    """The planner's answer: Hannah sees each of these on a day of its own, and the others are left out."""
    times = tuple(
        TimeFound(
            child=str(child),
            therapist=str(cast.hannah.uuid),
            room="",
            weekday=number,
            start=start,
            minutes=45,
            reasons=((80, WHY),),
        )
        for number, child in enumerate(children)
    )
    out = tuple(ChildLeftOut(child=str(child), missing=1, why=WHY, changes=(WHY,)) for child in left_out)
    return PlanFound(best=80, bound=90, moved=0, parts={"served": 80}, times=times, left_out=out)
