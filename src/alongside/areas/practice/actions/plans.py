"""Planning how a goal is counted: a baseline by design, a start that may be drawn, and who agreed to count."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from alongside.areas.circle import gate
from alongside.areas.circle import queries as circle
from alongside.areas.circle.values import Grownup, OpenChild, PlaceKind
from alongside.areas.goals import queries as goals
from alongside.areas.goals.values import GoalState
from alongside.areas.practice import queries
from alongside.areas.practice.models import ProbeCollector, ProbePlan
from alongside.areas.practice.values import ProbeDraft, ProbePlanSeen
from alongside.areas.trail.actions import action
from alongside.core import bounds, evidence
from alongside.core.actors import Actor
from alongside.core.capabilities import Capability
from alongside.core.evidence import LEAST_BASELINE, MOST_BASELINE, MOST_STARTS, Scale
from alongside.core.evidence.design import possible_starts
from alongside.core.refusals import InvalidInput, NotFound, Refusal
from alongside.core.words import gettext_noop

MOST_COLLECTORS = 6
MOST_OF = {Scale.TRIES: 20, Scale.MINUTES: 240, Scale.STEP: 5}
_AHEAD = timedelta(days=92)
_LARGEST_SEED = 2**62


class AlreadyCounted(Refusal):
    """One plan a goal at a time: two ways of counting are two stories."""

    sentence = gettext_noop("This goal is being counted. End that first, then begin anew.")


class GoalIsClosed(Refusal):
    """Nothing is counted for a finished goal."""

    sentence = gettext_noop("This goal is finished, so there is nothing to count.")


@action
def plan_probes(
    *, actor: Actor, child: UUID, goal: UUID, plan: UUID, draft: ProbeDraft, seed: int, at: datetime
) -> ProbePlanSeen:
    """Plan how a goal is counted, and ask the named people of the circle. Whoever plans has said yes already.

    With two or more possible days the start is drawn here, once, from ``seed`` (0 to 2⁶²), and both are kept.
    Refuses AlreadyCounted, GoalIsClosed, somebody outside the circle, and a baseline under three counts.
    """
    opened = gate.open_child(actor, child, Capability.PROPOSE_PROGRAMME, at, doing="practice.plan_probes")
    if ProbePlan.objects.filter(uuid=plan).exists():
        return queries.probe_plan(opened, plan)
    gate.hold(opened)
    _check_goal(opened, goal)
    asked = _people(opened, draft.collectors)
    possible = _possible(opened, draft)
    row = ProbePlan.objects.create(
        uuid=plan,
        child_id=opened.pk,
        goal_id=goal,
        seed=bounds.whole(seed, 0, _LARGEST_SEED, "seed"),
        idea_starts_on=evidence.drawn_start(possible, seed),
        by_id=actor.person,
        made_at=at,
        **_kept(draft),
    )
    _ask(opened, row, asked)
    return queries.probe_plan(opened, plan)


@action
def ask_to_count(
    *, actor: Actor, child: UUID, plan: UUID, people: tuple[UUID, ...], at: datetime
) -> ProbePlanSeen:
    """Ask more people of the circle to count; who was asked before is not asked again."""
    opened = gate.open_child(actor, child, Capability.PROPOSE_PROGRAMME, at, doing="practice.ask_to_count")
    gate.hold(opened)
    row = _open_plan(opened, plan)
    known = set(row.collectors.filter(ended_at=None).values_list("person_id", flat=True))
    asked = [one for one in _people(opened, people) if one.pk not in known]
    bounds.few([*known, *asked], MOST_COLLECTORS, "people")
    _ask(opened, row, asked)
    return queries.probe_plan(opened, plan)


@action
def answer_count(*, actor: Actor, child: UUID, plan: UUID, agree: bool, at: datetime) -> None:
    """Say yes to counting, or no, or stop: no reason is asked. NotFound for whoever was not asked."""
    opened = gate.open_child(actor, child, Capability.WRITE_ENTRIES, at, doing="practice.answer_count")
    rows = ProbeCollector.objects.filter(child=opened.pk, plan__uuid=plan, person=actor.person)
    row = rows.order_by("-pk").select_for_update().first()
    if row is None or (agree and row.ended_at is not None):
        raise NotFound
    if agree and row.agreed_at is None:
        row.agreed_at = at
    elif not agree and row.ended_at is None:
        row.ended_at = at
    row.save(update_fields=["agreed_at", "ended_at"])


@action
def end_probes(*, actor: Actor, child: UUID, plan: UUID, at: datetime) -> ProbePlanSeen:
    """Nobody counts by this plan any more. What was counted is kept."""
    opened = gate.open_child(actor, child, Capability.PROPOSE_PROGRAMME, at, doing="practice.end_probes")
    rows = ProbePlan.objects.filter(child=opened.pk, uuid=plan, ended_at=None)
    rows.update(ended_at=at)
    return queries.probe_plan(opened, plan)


def _check_goal(opened: OpenChild, goal: UUID) -> None:
    if goals.goal(opened, goal).state is GoalState.CLOSED:
        raise GoalIsClosed
    if ProbePlan.objects.filter(child=opened.pk, goal__uuid=goal, ended_at=None).exists():
        raise AlreadyCounted


def _open_plan(opened: OpenChild, plan: UUID) -> ProbePlan:
    row = ProbePlan.objects.filter(child=opened.pk, uuid=plan, ended_at=None).first()
    if row is None:
        raise NotFound
    return row


def _people(opened: OpenChild, asked: tuple[UUID, ...]) -> list[Grownup]:
    """The named people, each once. Everybody of the circle may be asked who may write about home."""
    bounds.few(asked, MOST_COLLECTORS, "collectors")
    circle_now = {one.uuid: one for one in circle.grownups(opened) if _may_count(one)}
    if not asked or not set(asked) <= set(circle_now):
        raise InvalidInput(gettext_noop("Choose who counts, from the circle."), field="collectors")
    return [circle_now[uuid] for uuid in dict.fromkeys(asked)]


def _may_count(one: Grownup) -> bool:
    if one.kind is PlaceKind.THERAPIST:
        return True
    return not one.restricted or Capability.WRITE_ENTRIES in one.named


def _ask(opened: OpenChild, row: ProbePlan, people: Iterable[Grownup]) -> None:
    """A question for each; a therapist who names herself or a colleague needs no answer on a phone."""
    ProbeCollector.objects.bulk_create(
        ProbeCollector(
            child_id=opened.pk,
            plan=row,
            person_id=one.pk,
            asked_at=opened.at,
            agreed_at=opened.at if one.kind is PlaceKind.THERAPIST else None,
        )
        for one in people
    )


def _possible(opened: OpenChild, draft: ProbeDraft) -> tuple[date, ...]:
    """The days on which the idea can start: after the baseline, never within it."""
    baseline = bounds.whole(draft.baseline, LEAST_BASELINE, MOST_BASELINE, "baseline")
    starts = bounds.whole(draft.starts, 1, MOST_STARTS, "starts")
    if not opened.today <= draft.starts_on <= opened.today + _AHEAD:
        raise InvalidInput(gettext_noop("Choose a day within the next three months."), field="starts_on")
    return possible_starts(draft.starts_on, draft.every, baseline, starts)


def _kept(draft: ProbeDraft) -> dict[str, Any]:
    most = bounds.whole(draft.most, 1, MOST_OF[draft.scale], "most")
    return {
        "name": bounds.words(draft.name, 40, "name", required=True),
        "what": bounds.words(draft.what, bounds.TITLE, "what", required=True),
        "unit": bounds.words(draft.unit, 40, "unit"),
        "scale": draft.scale.value,
        "every": draft.every.value,
        "more_is_better": draft.more_is_better,
        "most": most,
        "hoped": bounds.whole(draft.hoped, int(draft.more_is_better), most, "hoped"),
        "starts_on": draft.starts_on,
        "baseline": draft.baseline,
        "starts": draft.starts,
    }
