"""Placing ideas into the family's day, as drafts of the therapist."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID

from alongside.areas.circle import gate
from alongside.areas.circle import queries as circle
from alongside.areas.circle.values import OpenChild
from alongside.areas.evaluation import queries as evaluation
from alongside.areas.goals import queries as goals
from alongside.areas.library import queries as library
from alongside.areas.programme import queries
from alongside.areas.programme.actions import ledger, safety
from alongside.areas.programme.models import Placement
from alongside.areas.programme.values import OPEN_AT_MOST, PlacementSeen, PlacementState, What, Whose
from alongside.areas.trail.actions import action
from alongside.core import bounds, routines
from alongside.core import safety as rules
from alongside.core.actors import Actor
from alongside.core.capabilities import Capability
from alongside.core.ids import uuid7
from alongside.core.refusals import InvalidInput, NotFound, Refusal
from alongside.core.words import gettext_noop

MINUTES_AT_MOST = 120
_LIMITS = {"title": bounds.TITLE}
_NEEDED = frozenset({"title", "family_words"})


class EnoughIdeas(Refusal):
    """A plan with a dozen ideas, drafts and resting ones included, is no longer read by anybody."""

    sentence = gettext_noop("There are twelve ideas here already. Let one end first.")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Idea:
    """What a new placement says, wherever it came from."""

    routine: str
    title: str
    family_words: str
    words_that_help: str
    minutes: int
    whose: Whose
    baseline: bool = False
    strategy: str | None = None
    safety: tuple[str, ...] = ()
    given: Mapping[str, Any] = field(default_factory=dict)
    notice: str = ""


@action
def place_strategy(
    *,
    actor: Actor,
    child: UUID,
    placement: UUID,
    strategy: str,
    routine: str,
    goal: UUID | None = None,
    finding: UUID | None = None,
    minutes: int | None = None,
    family_words: str | None = None,
    home: UUID | None = None,
    days: Iterable[int] = (),
    override: str = "",
    at: datetime,
) -> PlacementSeen:
    """Place an idea of the library (by code) into a routine, as a draft that keeps a copy of what it says now.

    Minutes and words are the library's unless given; the finding is the goal's unless given. ``home`` is one of the
    child's homes (None: every one), ``days`` are 0 (Monday) to 6 (none: every one). Refuses with SafetyRefused what a
    rule forbids, unless ``override`` holds the therapist's reason.
    """
    opened = gate.open_child(actor, child, Capability.PROPOSE_PROGRAMME, at, doing="programme.place_strategy")
    if not _is_new(opened, placement):
        return queries.placement(opened, placement)
    chosen = library.strategy(opened.clinic, strategy)
    idea = _Idea(
        routine=routine,
        title=chosen.name,
        family_words=chosen.summary if family_words is None else family_words,
        words_that_help=chosen.words_that_help,
        minutes=chosen.minutes if minutes is None else minutes,
        whose=Whose.THERAPIST,
        strategy=chosen.code,
        given=library.given(chosen),
        notice=chosen.notice,
    )
    ties = _ties(opened, goal, finding, home, days)
    allowed = safety.allow(opened, chosen.safety_codes, override, routine=routine, home=ties["home_id"])
    return _place(opened, placement, idea, {**ties, **allowed})


@action
def place_idea(
    *,
    actor: Actor,
    child: UUID,
    placement: UUID,
    title: str,
    family_words: str,
    routine: str,
    minutes: int,
    goal: UUID | None = None,
    finding: UUID | None = None,
    words_that_help: str = "",
    whose: Whose = Whose.FAMILY,
    baseline: bool = False,
    safety_codes: tuple[str, ...] = (),
    home: UUID | None = None,
    days: Iterable[int] = (),
    override: str = "",
    at: datetime,
) -> PlacementSeen:
    """Place an idea that is not in the library, often the family's own, as a draft.

    With ``baseline`` the family first only looks: what is noted until the first dated change is the chart's baseline.
    The rules judge ``safety_codes``, which name what the therapist sees in it.
    """
    opened = gate.open_child(actor, child, Capability.PROPOSE_PROGRAMME, at, doing="programme.place_idea")
    if not _is_new(opened, placement):
        return queries.placement(opened, placement)
    codes = _known_codes(safety_codes)
    idea = _Idea(
        routine=routine, title=title, family_words=family_words, words_that_help=words_that_help, minutes=minutes,
        whose=whose, baseline=baseline, safety=codes,
    )  # fmt: skip
    ties = _ties(opened, goal, finding, home, days)
    allowed = safety.allow(opened, idea.safety, override, routine=routine, home=ties["home_id"])
    return _place(opened, placement, idea, {**ties, **allowed})


def _ties(
    opened: OpenChild, goal: UUID | None, finding: UUID | None, home: UUID | None, days: Iterable[int]
) -> dict[str, Any]:
    """What an idea is for, and where and when it lives."""
    return {**aim(opened, goal, finding), **where(opened, home, days)}


def aim(opened: OpenChild, goal: UUID | None, finding: UUID | None) -> dict[str, UUID | None]:
    """The columns that tie an idea to a goal and a finding of this child; NotFound for anything else.

    The finding is the goal's unless given.
    """
    seen = goals.goal(opened, goal) if goal else None
    if finding:
        evaluation.finding(opened, finding)
    elif seen:
        finding = seen.finding
    return {"goal_id": goal, "finding_id": finding}


def where(opened: OpenChild, home: UUID | None, days: Iterable[int]) -> dict[str, Any]:
    """The columns that say in which home and on which days."""
    return {"home_id": circle.home_key(opened, home), "days": kept_days(days)}


def kept_days(days: Iterable[int]) -> list[int]:
    """Days of the week in order, each once; 0 is Monday."""
    chosen = tuple(days)
    bounds.few(chosen, 7, "days")
    return sorted({bounds.whole(day, 0, 6, "days") for day in chosen})


def written(*, minutes: int | None, **words: str | None) -> dict[str, Any]:
    """The bounded columns of what was given; None leaves a column alone."""
    kept: dict[str, Any] = {
        name: bounds.words(said, _LIMITS.get(name, bounds.SENTENCE), name, required=name in _NEEDED)
        for name, said in words.items()
        if said is not None
    }
    if minutes is not None:
        kept["minutes"] = bounds.whole(minutes, 0, MINUTES_AT_MOST, "minutes")
    return kept


def _known_codes(codes: tuple[str, ...]) -> tuple[str, ...]:
    if not rules.CODES.issuperset(codes):
        raise InvalidInput(gettext_noop("Please choose from the list."), field="safety_codes")
    return tuple(dict.fromkeys(codes))


def _is_new(opened: OpenChild, placement: UUID) -> bool:
    before = Placement.objects.filter(uuid=placement).first()
    if before is None:
        return True
    if before.child_id != opened.pk or before.proposed_by_id != opened.actor.person:
        raise NotFound
    return False


def _place(opened: OpenChild, placement: UUID, idea: _Idea, ties: dict[str, Any]) -> PlacementSeen:
    gate.hold(opened)
    there = Placement.objects.filter(child=opened.pk).exclude(state=PlacementState.ENDED).count()
    if there >= OPEN_AT_MOST:
        raise EnoughIdeas
    text = written(
        title=idea.title,
        family_words=idea.family_words,
        words_that_help=idea.words_that_help,
        notice=idea.notice,
        minutes=idea.minutes,
    )
    row = Placement.objects.create(
        uuid=placement,
        child_id=opened.pk,
        strategy_id=idea.strategy,
        routine=routines.routine(idea.routine).code,
        safety=list(idea.safety),
        given=dict(idea.given),
        baseline=idea.baseline,
        whose=idea.whose.value,
        state=PlacementState.DRAFT.value,
        proposed_by_id=opened.actor.person,
        proposed_at=opened.at,
        **text,
        **ties,
    )
    ledger.write_line(opened, row, ledger.Note(uuid=placement, what=What.PLACED), {}, text)
    safety.note_override(opened, row, uuid7(opened.at))
    return queries.placement(opened, placement)
