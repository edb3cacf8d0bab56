"""Reading quick counts: what somebody was asked to count, and what was counted about a goal."""

from collections.abc import Iterable
from datetime import timedelta
from typing import Any
from uuid import UUID

from django.db.models import Count, F, FilteredRelation, Q, QuerySet, Window
from django.db.models.functions import RowNumber

from alongside.adapters.prepared import Slot, prepared
from alongside.areas.circle.values import By, OpenChild, Voice
from alongside.areas.practice.models import Probe, ProbeCollector, ProbePlan
from alongside.areas.practice.values import (
    CollectorSeen,
    Evidence,
    MyCount,
    NewestCounted,
    ProbePlanSeen,
    ProbeSeen,
    Series,
)
from alongside.areas.programme import queries as programme
from alongside.core import evidence as core
from alongside.core import progress
from alongside.core.capabilities import Capability
from alongside.core.evidence import Counted, Design, Scale
from alongside.core.progress import Every
from alongside.core.refusals import NotFound

PROBES_AT_MOST = 2_000
_PLAN = (
    "uuid", "goal", "name", "what", "unit", "scale", "every", "more_is_better", "most", "hoped", "starts_on",
    "baseline", "starts", "idea_starts_on", "seed", "by__short_name", "made_at", "ended_at",
)  # fmt: skip
_PROBE = (
    "uuid", "on", "value", "of", "by_id", "by__uuid", "by__short_name", "voice", "arrived_at", "changed_at",
    "undone_at",
)  # fmt: skip
_TOLD = tuple(f"told__{name}" for name in _PROBE)
_OWN = tuple(name for name in _TOLD if "__by" not in name)


def my_counts(opened: OpenChild) -> tuple[MyCount, ...]:
    """What this person counts now or is asked to count, with own counts since Monday. One statement."""
    if not (opened.is_team or opened.allows(Capability.WRITE_ENTRIES)):
        return ()
    rows = _asked(
        child=opened.pk,
        me=opened.actor.person,
        today=opened.today,
        since=progress.monday_of(opened.today),
    )
    together: dict[UUID, list[dict[str, Any]]] = {}
    for row in rows:
        together.setdefault(row["uuid"], []).append(row)
    return tuple(_mine(opened, same) for same in together.values())


def my_count(opened: OpenChild, plan: UUID) -> MyCount:
    """One of them; NotFound for a plan that this person was not asked to count by."""
    found = next((one for one in my_counts(opened) if one.plan.uuid == plan), None)
    if found is None:
        raise NotFound
    return found


def own_probe(opened: OpenChild, uuid: UUID) -> ProbeSeen:
    """What this person counted, undone or not; NotFound for anybody else's."""
    rows = Probe.objects.filter(child=opened.pk, uuid=uuid, by=opened.actor.person)
    row = rows.values(*_PROBE, "plan__uuid").first()
    if row is None:
        raise NotFound
    return _probe(opened, row, row["plan__uuid"])


def probe_plan(opened: OpenChild, uuid: UUID) -> ProbePlanSeen:
    """One plan of counting, ended ones included; NotFound for another child's."""
    opened.check(Capability.READ_GOALS)
    row = ProbePlan.objects.filter(child=opened.pk, uuid=uuid).values(*_PLAN).first()
    if row is None:
        raise NotFound
    return _plan(row)


def baselines(opened: OpenChild) -> tuple[int, ...]:
    """How long the baselines of the child's open plans are: a new one is offered apart from them."""
    opened.check(Capability.READ_GOALS)
    return tuple(ProbePlan.objects.filter(child=opened.pk, ended_at=None).values_list("baseline", flat=True))


def series(opened: OpenChild, goal: UUID) -> Series | None:
    """The newest plan of a goal with its counts, oldest day first; None where nothing is counted. One statement.

    Half a count tells half a story, so it is for readers of every entry.
    """
    opened.check(Capability.READ_GOALS)
    opened.check(Capability.READ_ALL_ENTRIES)
    rows = _counted(child=opened.pk, goal=goal)
    if not rows:
        return None
    newest = [row for row in rows if row["uuid"] == rows[0]["uuid"]]
    told = [row for row in newest if row["told__uuid"] is not None]
    return Series(
        plan=_plan(newest[0]),
        probes=tuple(_probe(opened, _without(row, "told__"), row["uuid"]) for row in told[-PROBES_AT_MOST:]),
        others=len({row["uuid"] for row in rows}) - 1,
    )


def evidence(opened: OpenChild, goal: UUID, weeks: int = 10) -> Evidence:
    """What was counted about a goal, with the last ``weeks`` weeks for dots. Three statements at most."""
    found = series(opened, goal)
    if found is None:
        return Evidence(goal=goal)
    design = found.plan.design
    counted = points_of(found, programme.phase_lines(opened, goal=goal))
    monday = progress.first_monday(opened.today, weeks)
    return Evidence(
        goal=goal,
        plan=found.plan,
        collectors=_collectors(opened, found.plan.uuid),
        probes=found.probes,
        counted=counted,
        comparison=core.compare(design, counted),
        told=core.told(design, counted, opened.today),
        weeks=core.counted_weeks(design, counted, monday, weeks),
        then_now=core.counted_then_now(design, counted),
        other_plans=found.others,
    )


def newest_by_goal(opened: OpenChild, limit: int = 5) -> dict[UUID, NewestCounted]:
    """The newest ``limit`` counts about each goal, and of how many, over all its plans. One statement.

    Like ``series`` for readers of every entry; empty for everybody else.
    """
    if not opened.allows(Capability.READ_ALL_ENTRIES):
        return {}
    together: dict[UUID, list[dict[str, Any]]] = {}
    for row in _newest(limit=limit, child=opened.pk):
        together.setdefault(row["plan__goal"], []).append(row)
    return {
        goal: NewestCounted(
            counts=tuple(_probe(opened, row, row["plan__uuid"]) for row in rows),
            names=tuple(row["plan__name"] for row in rows),
            of=rows[0]["of_all"],
        )
        for goal, rows in together.items()
    }


def points_of(found: Series, lines: Iterable[progress.ChangeLine]) -> core.Points:
    """The points of a series with the dated changes of the programme."""
    counts = (Counted(on=probe.on, value=probe.value, of=probe.of) for probe in found.probes)
    return core.counted_points(found.plan.design, counts, lines)


@prepared
def _asked() -> QuerySet[ProbePlan, dict[str, Any]]:
    told = FilteredRelation(
        "probes",
        condition=Q(probes__by=Slot("me")) & Q(probes__on__gte=Slot("since")) & Q(probes__undone_at=None),
    )
    # The filtered relation is no field of the model, which is all that the type checker knows.
    plans: Any = ProbePlan.objects.annotate(told=told)
    asked = plans.filter(
        Q(collectors__agreed_at=None) | Q(starts_on__lte=Slot("today")),
        collectors__person=Slot("me"),
        collectors__ended_at=None,
        child=Slot("child"),
        ended_at=None,
    )
    rows: QuerySet[ProbePlan, dict[str, Any]] = asked.order_by("pk", "told__pk").values(
        *_PLAN, "collectors__agreed_at", *_OWN
    )
    return rows


@prepared
def _counted() -> QuerySet[ProbePlan, dict[str, Any]]:
    told = FilteredRelation("probes", condition=Q(probes__undone_at=None))
    plans: Any = ProbePlan.objects.annotate(told=told).filter(child=Slot("child"), goal=Slot("goal"))
    rows: QuerySet[ProbePlan, dict[str, Any]] = plans.order_by("-pk", "told__on", "told__pk").values(
        *_PLAN, *_TOLD
    )
    return rows


@prepared
def _newest(*, limit: int) -> QuerySet[Probe, dict[str, Any]]:
    goal = F("plan__goal")
    turn = Window(RowNumber(), partition_by=goal, order_by=[F("on").desc(), F("pk").desc()])
    # The numbers are no fields of the model, which is all that the type checker knows.
    numbered: Any = Probe.objects.annotate(turn=turn, of_all=Window(Count("pk"), partition_by=goal))
    newest = numbered.filter(child=Slot("child"), undone_at=None, turn__lte=limit).order_by("-on", "-pk")
    rows: QuerySet[Probe, dict[str, Any]] = newest.values(
        *_PROBE, "plan__goal", "plan__uuid", "plan__name", "of_all"
    )
    return rows


@prepared
def _who() -> QuerySet[ProbeCollector, Any]:
    rows = ProbeCollector.objects.filter(child=Slot("child"), plan__uuid=Slot("plan"), ended_at=None)
    return rows.order_by("pk").values("person__uuid", "person__short_name", "agreed_at")


def _collectors(opened: OpenChild, plan: UUID) -> tuple[CollectorSeen, ...]:
    return tuple(
        CollectorSeen(
            person=row["person__uuid"], name=row["person__short_name"], agreed=row["agreed_at"] is not None
        )
        for row in _who(child=opened.pk, plan=plan)
    )


def _mine(opened: OpenChild, rows: list[dict[str, Any]]) -> MyCount:
    plan = _plan(rows[0])
    me = opened.actor
    who = {"by_id": me.person, "by__uuid": me.uuid, "by__short_name": me.short_name}
    told = [_probe(opened, _without(row, "told__") | who, plan.uuid) for row in rows if row["told__uuid"]]
    first = opened.today if plan.design.every is Every.DAY else opened.today - timedelta(days=6)
    return MyCount(
        plan=plan,
        agreed=rows[0]["collectors__agreed_at"] is not None,
        mine=tuple(probe for probe in told if probe.on >= first),
    )


def _without(row: dict[str, Any], prefix: str) -> dict[str, Any]:
    return {name.removeprefix(prefix): value for name, value in row.items() if name.startswith(prefix)}


def _plan(row: dict[str, Any]) -> ProbePlanSeen:
    return ProbePlanSeen(
        **{name: row[name] for name in ("uuid", "goal", "name", "what", "seed", "made_at", "ended_at")},
        by=row["by__short_name"],
        design=Design(
            scale=Scale(row["scale"]),
            every=Every(row["every"]),
            **{
                name: row[name]
                for name in (
                    "unit", "more_is_better", "most", "hoped", "starts_on", "baseline", "starts", "idea_starts_on",
                )
            },
        ),
    )  # fmt: skip


def _probe(opened: OpenChild, row: dict[str, Any], plan: UUID) -> ProbeSeen:
    return ProbeSeen(
        **{name: row[name] for name in ("uuid", "on", "value", "of", "arrived_at")},
        plan=plan,
        by=By(name=row["by__short_name"], voice=Voice(row["voice"]), uuid=row["by__uuid"]),
        is_mine=row["by_id"] == opened.actor.person,
        corrected=row["changed_at"] is not None,
        undone=row["undone_at"] is not None,
    )
