"""A person asks the planner, stops it, or lets a plan go; and says what each therapist can do."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from django.db.models import F, Q

from alongside.areas.appointments.queries.standing import StandingTime, standing_times
from alongside.areas.caseload import queries
from alongside.areas.caseload.models import Ability, CaseloadPlan, ToldChild
from alongside.areas.caseload.queries import told
from alongside.areas.caseload.queries.plans import check_runs, plan_row, silent
from alongside.areas.caseload.values import AbilityKind, AbilitySeen, PlanDraft, PlanSeen, PlanState
from alongside.areas.circle import gate
from alongside.areas.circle.values import OpenChild
from alongside.areas.diary import queries as diary
from alongside.areas.people import queries as people
from alongside.areas.people.values import Colleague
from alongside.areas.trail import actions as trail
from alongside.areas.trail.actions import action
from alongside.areas.waiting.models import WaitingPlace
from alongside.areas.waiting.queries.places import rows_of
from alongside.core import bounds
from alongside.core.actors import Actor
from alongside.core.capabilities import Capability
from alongside.core.refusals import InvalidInput, NotFound, Refusal
from alongside.core.slots.instance import DAYS
from alongside.core.words import gettext_noop

SECONDS = (10, 60, 300)
CHANGES_AT_MOST, ABILITIES_AT_MOST = 40, 40
_AHEAD = timedelta(days=366)
_AT_WORK = (PlanState.ASKED.value, PlanState.RUNNING.value)


class PlanAtWork(Refusal):
    """One plan of a clinic is worked on at a time."""

    sentence = gettext_noop("A plan is being made. Wait for it, or stop it.")


class NobodyToPlan(Refusal):
    """There is no child with a regular time and none who waits for one."""

    sentence = gettext_noop("Nobody waits for a time, and nobody has a regular one yet.")


@action
def ask_plan(*, actor: Actor, clinic: int, plan: UUID, draft: PlanDraft, at: datetime) -> PlanSeen:
    """Ask for a plan of the whole caseload. The owner and the front desk may. Nothing is changed, nobody is told.

    What the planner needs to know is put together at this moment, child by child through the gate. A second delivery
    answers the same. Raises PlanAtWork, NobodyToPlan, InvalidInput.
    """
    check_runs(actor, clinic)
    known = CaseloadPlan.objects.filter(uuid=plan).first()
    if known is None:
        _check(draft, _today(clinic, at))
        if CaseloadPlan.objects.filter(clinic=clinic, state__in=_AT_WORK).exists():
            raise PlanAtWork
        _ask(actor, clinic, plan, draft, at)
    elif (known.clinic_id, known.asked_by_id) != (clinic, actor.person):
        raise NotFound
    trail.record_doing(actor, "caseload.ask_plan", clinic, at)
    return queries.plan_seen(plan_row(clinic, plan))


@action
def stop_plan(*, actor: Actor, clinic: int, plan: UUID, at: datetime) -> PlanSeen:
    """Let the planner stop with the best it has. A plan that it has not begun, or was lost with, ends at once."""
    check_runs(actor, clinic)
    row = plan_row(clinic, plan)
    CaseloadPlan.objects.filter(pk=row.pk, state=PlanState.RUNNING).update(stop_asked=True)
    idle = CaseloadPlan.objects.filter(Q(state=PlanState.ASKED) | silent(at), pk=row.pk)
    idle.update(state=PlanState.DISMISSED.value, ended_at=at)
    trail.record_doing(actor, "caseload.stop_plan", clinic, at)
    return queries.plan_seen(plan_row(clinic, plan))


@action
def dismiss_plan(*, actor: Actor, clinic: int, plan: UUID, at: datetime) -> None:
    """Take a finished plan out of the list. Offers that were made of it stay as they are."""
    check_runs(actor, clinic)
    row = plan_row(clinic, plan)
    ended = CaseloadPlan.objects.filter(pk=row.pk, state__in=[PlanState.DONE, PlanState.FAILED])
    ended.update(state=PlanState.DISMISSED.value, ended_at=F("ended_at"))
    trail.record_doing(actor, "caseload.dismiss_plan", clinic, at)


@action
def keep_abilities(
    *, actor: Actor, clinic: int, person: UUID, kind: AbilityKind, words: Sequence[str], at: datetime
) -> tuple[AbilitySeen, ...]:
    """Keep which skills or languages a therapist brings, in the clinic's own words; those not named are forgotten."""
    check_runs(actor, clinic)
    whose = people.therapist(clinic, person, at).pk
    bounds.few(words, ABILITIES_AT_MOST, "words")
    kept = {bounds.words(one, 60, "words", required=True).lower() for one in words}
    mine = Ability.objects.filter(clinic=clinic, person=whose, kind=kind)
    mine.exclude(words__in=kept).delete()
    new = kept - set(mine.values_list("words", flat=True))
    Ability.objects.bulk_create(
        Ability(clinic_id=clinic, person_id=whose, kind=kind.value, words=one) for one in sorted(new)
    )
    trail.record_doing(actor, "caseload.keep_abilities", clinic, at)
    return queries.abilities(actor, clinic)


def _today(clinic: int, at: datetime) -> date:
    return at.astimezone(ZoneInfo(people.clinic(clinic).zone)).date()


def _check(draft: PlanDraft, today: date) -> None:
    if draft.seconds not in SECONDS:
        raise InvalidInput(gettext_noop("Choose how long the planner may look."), field="seconds")
    if not today <= draft.starts_on <= today + _AHEAD:
        raise InvalidInput(gettext_noop("Choose a day within the next year."), field="starts_on")
    bounds.few(draft.away, CHANGES_AT_MOST, "away")
    bounds.few(draft.more, CHANGES_AT_MOST, "more")
    for away in draft.away:
        bounds.whole(away.weekday or 0, 0, 6, "away")
    for more in draft.more:
        bounds.whole(more.weekday, 0, 6, "more")
        bounds.whole(more.start, 0, 24 * 60, "more")
        bounds.whole(more.until, more.start + 15, 24 * 60, "more")


def _ask(actor: Actor, clinic: int, plan: UUID, draft: PlanDraft, at: datetime) -> None:
    standing: dict[int, list[StandingTime]] = defaultdict(list)
    for one in standing_times(clinic, at):
        standing[one.child].append(one)
    waits = {row.child_id: row for row in rows_of(clinic)}
    team = people.colleagues(clinic, at)
    planned, fixed = _sorted_out(standing, waits, {one.pk for one in team})
    opened = gate.open_children(
        actor, Capability.BOOK_VISITS, at, doing="caseload.ask_plan", among={*planned, *waits}
    )
    if not opened:
        raise NobodyToPlan
    row = CaseloadPlan.objects.create(
        uuid=plan,
        clinic_id=clinic,
        mode=draft.mode.value,
        state=PlanState.ASKED.value,
        seconds=draft.seconds,
        starts_on=draft.starts_on,
        told=told.clinic_part(clinic, team, draft, fixed),
        asked_by_id=actor.person,
        asked_at=at,
    )
    _keep_children(row, opened, planned, waits, team)


def _sorted_out(
    standing: dict[int, list[StandingTime]], waits: dict[int, WaitingPlace], team: set[int]
) -> tuple[dict[int, list[StandingTime]], list[StandingTime]]:
    """Children whose regular times are planned anew, and regular times that stay as they are around the plan."""
    planned, fixed = {}, []
    for child, times in standing.items():
        days = {one.weekday for one in times}
        alike = len({one.minutes for one in times}) == 1 and len(days) == len(times)
        known = all(told.fits_the_grid(one) and one.therapist in team for one in times)
        if alike and known and child not in waits:
            planned[child] = times
        else:
            fixed += times
    return planned, fixed


def _keep_children(
    row: CaseloadPlan,
    opened: Iterable[OpenChild],
    planned: dict[int, list[StandingTime]],
    waits: dict[int, WaitingPlace],
    team: Sequence[Colleague],
) -> None:
    children = list(opened)
    windows = diary.windows_of(children)
    rules = diary.rules(row.clinic_id)
    names = {one.pk: str(one.uuid) for one in team}
    ToldChild.objects.bulk_create(
        ToldChild(
            plan=row,
            child_id=child.pk,
            waits=child.pk in waits,
            told=told.child_part(
                child,
                waits.get(child.pk),
                planned.get(child.pk, ()),
                windows.get(child.pk, ()),
                rules,
                _before(waits.get(child.pk), planned.get(child.pk, ()), names),
            ),
            now=[_now(one, names) for one in planned.get(child.pk, ())],
        )
        for child in children
    )


def _before(place: WaitingPlace | None, times: Sequence[StandingTime], names: dict[int, str]) -> str:
    """The therapist whom the family would like to keep, or wished for."""
    if place is not None:
        return names.get(place.therapist_id or 0, "")
    return told.usual_person(times, names)


def _now(one: StandingTime, names: dict[int, str]) -> dict[str, Any]:
    return {
        "therapist": names[one.therapist],
        "weekday": DAYS[one.weekday],
        "start": told.clock(one.start),
    }
