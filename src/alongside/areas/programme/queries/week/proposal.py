"""A planned week beside what is in the programme now: what is new, what stays, what changes, what would rest."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from hashlib import sha256
from uuid import UUID

from alongside.areas.circle.values import OpenChild
from alongside.areas.programme.queries.week import aims
from alongside.areas.programme.queries.week.placed import Placed
from alongside.areas.programme.queries.week.reading import FamilyWeek, family_week
from alongside.core.moments import Moment
from alongside.core.planning import planner
from alongside.core.planning.links import coverage, in_real_routine, link
from alongside.core.planning.plan import Choice, Explained, Plan, Reason
from alongside.core.planning.weights import Link
from alongside.core.words import Phrase

# What one page may open. The plan then says how far it may be from the best one.
NODES = 2_000


class Stands(StrEnum):
    """A choice beside the programme as it is."""

    NEW = "NEW"
    STAYS = "STAYS"
    CHANGES = "CHANGES"


@dataclass(frozen=True, slots=True, kw_only=True)
class WeekChoice:
    """One idea of a planned week in the record's own terms, with every reason and its points.

    ``home`` is None where the child has one home without a name. ``goal`` is the one it serves best. ``cleared`` are a
    therapist's words why it is safe for this child all the same.
    """

    strategy: str
    step: int
    home: UUID | None
    home_name: str
    routine: str
    days: tuple[int, ...]
    minutes: int
    carer: UUID | None
    goal: UUID | None
    finding: UUID | None
    reasons: tuple[Reason, ...]
    cautions: tuple[Phrase, ...]
    stands: Stands
    placed: UUID | None
    cleared: str = ""

    @property
    def points(self) -> int:
        """What it brings in all."""
        return sum(reason.points for reason in self.reasons)


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """A planned week. ``rests`` are ideas of the programme that it leaves out."""

    week: FamilyWeek
    plan: Plan
    choices: tuple[WeekChoice, ...]
    rests: tuple[Placed, ...]

    @property
    def seal(self) -> str:
        """The same for the same choices: a therapist keeps what was on the screen, and nothing else."""
        said = [(one.strategy, one.step, str(one.home), one.routine, one.days) for one in self.choices]
        return sha256(repr(said).encode()).hexdigest()[:16]


def proposal(opened: OpenChild, moments: Iterable[Moment] = (), nodes: int = NODES) -> Proposal:
    """The best week for this child as the record stands. Reads only, and holds no lock while it plans."""
    week = family_week(opened, moments)
    plan = planner.plan_week(week.instance, nodes)
    choices = tuple(week_choice(week, one) for one in plan.choices)
    kept = {one.placed for one in choices}
    rests = tuple(one for one in week.taken if one.strategy and one.uuid not in kept)
    return Proposal(week=week, plan=plan, choices=choices, rests=rests)


def week_choice(week: FamilyWeek, one: Explained) -> WeekChoice:
    """One choice of a plan in the record's terms."""
    choice = one.choice
    spot = week.drawn.spots[choice.routine]
    grade = next(one for one in week.strategy(choice.strategy).grades if one.step == choice.step)
    placed = _placed(week, choice)
    goal, finding = _serves(week, choice)
    return WeekChoice(
        strategy=choice.strategy,
        step=choice.step,
        home=spot.home,
        home_name=spot.name,
        routine=spot.routine,
        days=choice.days,
        minutes=grade.minutes,
        carer=UUID(choice.carer) if choice.carer else None,
        goal=goal,
        finding=finding,
        reasons=one.reasons,
        cautions=one.cautions,
        stands=_stands(placed, choice, spot.routine),
        placed=placed.uuid if placed else None,
        cleared=next(
            (one.because for one in week.instance.clearances if one.strategy == choice.strategy), ""
        ),
    )


def _placed(week: FamilyWeek, choice: Choice) -> Placed | None:
    """What is in the programme now of the chosen idea in that home; the same routine before another one."""
    spot = week.drawn.spots[choice.routine]
    there = [one for one in week.taken if one.strategy == choice.strategy and one.is_in(spot.home)]
    return next(iter(sorted(there, key=lambda one: one.routine != spot.routine)), None)


def _stands(placed: Placed | None, choice: Choice, routine: str) -> Stands:
    if placed is None:
        return Stands.NEW
    same = (placed.routine, placed.grade) == (routine, choice.step)
    return Stands.STAYS if same else Stands.CHANGES


def _serves(week: FamilyWeek, choice: Choice) -> tuple[UUID | None, UUID | None]:
    """The goal that the idea serves best, and the finding behind it."""
    worth = _worths(week, choice)
    if not worth:
        return None, None
    aim = week.aims[max(worth, key=lambda one: (worth[one], one))]
    skills = week.strategy(choice.strategy).skills
    found = [one for one in aim.findings if skills & {aims.plain(code) for code in one.icf}]
    return aim.goal.uuid, found[0].uuid if found else aim.goal.finding


def _worths(week: FamilyWeek, choice: Choice) -> Mapping[str, int]:
    """What the idea is worth there for each goal that it serves."""
    strategy, routine = week.strategy(choice.strategy), week.routine(choice.routine)
    links = {goal: link(strategy, goal) for goal in week.instance.goals}
    return {
        goal.id: coverage(found, goal) + in_real_routine(found, goal, routine)
        for goal, found in links.items()
        if found > Link.NONE
    }
