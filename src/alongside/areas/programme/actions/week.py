"""A planned week becomes drafts, and people say what the next plan keeps to."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID, uuid5

from django.db.models import QuerySet

from alongside.areas.circle import gate
from alongside.areas.circle import queries as circle
from alongside.areas.circle.values import OpenChild
from alongside.areas.library import queries as library
from alongside.areas.programme import queries
from alongside.areas.programme.actions import ledger, placing
from alongside.areas.programme.models import Placement, PlanWish
from alongside.areas.programme.queries.week import Stands, WeekChoice, Wished, wishes
from alongside.areas.programme.values import PlacementSeen, PlacementState, What, WishKind
from alongside.areas.trail.actions import action
from alongside.core import bounds, routines
from alongside.core.actors import Actor
from alongside.core.capabilities import Capability
from alongside.core.planning.plan import Reason
from alongside.core.refusals import NotFound

CHOICES_AT_MOST = 6
REASONS_AT_MOST, VALUES_AT_MOST, POINTS_AT_MOST = 60, 6, 100_000


@action
def propose_week(
    *, actor: Actor, child: UUID, plan: UUID, choices: Sequence[WeekChoice], at: datetime
) -> tuple[PlacementSeen, ...]:
    """Keep a planned week as drafts: each new idea with its days, home, grade and reasons. Returns them.

    Drafts of an earlier planned week that nobody shared make room; one that is chosen again for the same place stays
    as it is, with the therapist's own words. What is shared is never touched. Every idea is judged by the safety rules
    at this moment (SafetyRefused), whatever the plan was made from. A second delivery of ``plan`` changes nothing.
    """
    opened = gate.open_child(actor, child, Capability.PROPOSE_PROGRAMME, at, doing="programme.propose_week")
    gate.hold(opened)
    bounds.few(choices, CHOICES_AT_MOST, "choices")
    new = [one for one in choices if one.stands is Stands.NEW]
    kept = {_key(plan, one): one for one in new}
    if not Placement.objects.filter(child=opened.pk, uuid__in=list(kept)).exists():
        staying = _make_room(opened, plan, new)
        for uuid, one in kept.items():
            if _place_of(one) not in staying:
                _draft(opened, uuid, one)
    return _planned_drafts(opened)


@action
def wish_for_week(
    *,
    actor: Actor,
    child: UUID,
    wish: UUID,
    strategy: str,
    kind: WishKind,
    home: UUID | None = None,
    routine: str = "",
    words: str = "",
    at: datetime,
) -> tuple[Wished, ...]:
    """Pin an idea to the next plan or keep it out: everywhere, or in one home or routine. Returns what is in force.

    A new word about an idea and place takes the place of the earlier one.
    """
    opened = gate.open_child(actor, child, Capability.PROPOSE_PROGRAMME, at, doing="programme.wish_for_week")
    gate.hold(opened)
    if _is_new(opened, wish):
        where = {
            "strategy_id": library.strategy(opened.clinic, strategy).code,
            "home_id": circle.home_key(opened, home),
            "routine": routines.routine(routine).code if routine else "",
        }
        PlanWish.objects.filter(child=opened.pk, ended_at=None, **where).update(ended_at=at)
        PlanWish.objects.create(
            uuid=wish,
            child_id=opened.pk,
            kind=kind.value,
            words=bounds.words(words, bounds.SENTENCE, "words"),
            by_id=actor.person,
            voice=opened.voice.value,
            at=at,
            **where,
        )
    return wishes(opened)


@action
def end_wish(*, actor: Actor, child: UUID, wish: UUID, at: datetime) -> tuple[Wished, ...]:
    """Let the next plan decide again. Returns what is still in force."""
    opened = gate.open_child(actor, child, Capability.PROPOSE_PROGRAMME, at, doing="programme.end_wish")
    found = PlanWish.objects.filter(child=opened.pk, uuid=wish)
    if not found.exists():
        raise NotFound
    found.filter(ended_at=None).update(ended_at=at)
    return wishes(opened)


def _is_new(opened: OpenChild, wish: UUID) -> bool:
    before = PlanWish.objects.filter(uuid=wish).first()
    if before is not None and (before.child_id != opened.pk or before.by_id != opened.actor.person):
        raise NotFound
    return before is None


def _key(plan: UUID, one: WeekChoice) -> UUID:
    """The uuid of a choice's draft: the same whenever this plan is delivered."""
    return uuid5(plan, f"{bounds.words(one.strategy, bounds.TITLE, 'choices')} {one.home}")


def _place_of(one: WeekChoice) -> tuple[str, UUID | None, str]:
    return one.strategy, one.home, one.routine


def _make_room(
    opened: OpenChild, plan: UUID, new: Iterable[WeekChoice]
) -> frozenset[tuple[str, UUID | None, str]]:
    """End the planned drafts that nobody shared, but for those that are planned again, which are returned."""
    wanted = {_place_of(one): one for one in new}
    staying = set()
    for row in _drafts(opened).select_related("home"):
        place = (str(row.strategy_id), row.home.uuid if row.home else None, row.routine)
        if place in wanted and place not in staying:
            staying.add(place)
            _plan_again(opened, row, wanted[place])
        else:
            note = ledger.Note(uuid=uuid5(plan, f"ends {row.uuid}"), what=What.ENDED)
            ended = {"ended_at": opened.at, "live_since": None}
            ledger.keep(opened, row, note, {"state": PlacementState.ENDED.value}, ended)
    return frozenset(staying)


def _plan_again(opened: OpenChild, row: Placement, one: WeekChoice) -> None:
    """New days, grade and reasons for a draft that stays."""
    row.days, row.planned = [bounds.whole(day, 0, 6, "choices") for day in one.days], _kept(one)
    row.grade, row.grade_words = one.step, _grade_words(opened, one)
    row.save(update_fields=["days", "planned", "grade", "grade_words"])


def _draft(opened: OpenChild, uuid: UUID, one: WeekChoice) -> None:
    """A draft as a therapist would place it, with what the plan says beside it."""
    placing.place_strategy(
        actor=opened.actor,
        child=opened.uuid,
        placement=uuid,
        strategy=one.strategy,
        routine=one.routine,
        goal=one.goal,
        finding=one.finding,
        minutes=one.minutes,
        override=one.cleared,
        at=opened.at,
    )
    row = ledger.find(opened, uuid)
    row.home_id = circle.home_key(opened, one.home)
    row.save(update_fields=["home"])
    _plan_again(opened, row, one)


def _kept(one: WeekChoice) -> dict[str, Any]:
    """Why it was chosen, as a placement keeps it: every reason with its points, and the points of all."""
    bounds.few(one.reasons, REASONS_AT_MOST, "choices")
    return {
        "points": bounds.whole(one.points, -POINTS_AT_MOST, POINTS_AT_MOST, "choices"),
        "carer": str(one.carer) if one.carer else "",
        "reasons": [_kept_reason(reason) for reason in one.reasons],
    }


def _kept_reason(reason: Reason) -> dict[str, Any]:
    bounds.few(reason.why.values, VALUES_AT_MOST, "choices")
    return {
        "part": reason.part.value,
        "points": bounds.whole(reason.points, -POINTS_AT_MOST, POINTS_AT_MOST, "choices"),
        "code": bounds.words(reason.why.code, bounds.TITLE, "choices"),
        "words": bounds.words(reason.why.template, bounds.SENTENCE, "choices"),
        "values": {
            bounds.words(name, bounds.TITLE, "choices"): _kept_value(value)
            for name, value in reason.why.values
        },
    }


def _kept_value(value: str | int) -> str | int:
    if isinstance(value, int):
        return bounds.whole(value, -POINTS_AT_MOST, POINTS_AT_MOST, "choices")
    return bounds.words(value, bounds.SENTENCE, "choices")


def _grade_words(opened: OpenChild, one: WeekChoice) -> str:
    """The sentence that the grade changes; "" for the idea as it was written."""
    strategy = library.strategy(opened.clinic, one.strategy)
    ways = strategy.easier if one.step < 0 else strategy.harder
    step = bounds.whole(abs(one.step), 0, len(ways), "choices")
    return ways[step - 1] if step else ""


def _drafts(opened: OpenChild) -> QuerySet[Placement]:
    rows = Placement.objects.filter(child=opened.pk, state=PlacementState.DRAFT, shared_at=None)
    return rows.exclude(planned={})


def _planned_drafts(opened: OpenChild) -> tuple[PlacementSeen, ...]:
    mine = frozenset(_drafts(opened).values_list("uuid", flat=True))
    return tuple(one for one in queries.programme_of(opened).drafts if one.uuid in mine)
