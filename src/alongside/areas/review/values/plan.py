"""Progress of one goal, and the family’s plan on paper, as the faces see them."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from alongside.areas.goals.values import GoalSeen
from alongside.core.progress import PhaseChart, ThenNow, Trend, Week


@dataclass(frozen=True, slots=True, kw_only=True)
class GoalProgress:
    """One goal over time: a careful sentence, the weeks, then and now, the stairs, and the therapist's chart.

    ``chart`` is None for everybody but the child's therapist. ``moments`` counts what was tried; it never resets.
    """

    goal: GoalSeen
    moments: int
    trend: Trend
    weeks: tuple[Week, ...]
    then_now: ThenNow | None
    chart: PhaseChart | None


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanGoal:
    """A goal on the plan: its title, the sentence both agreed on, and where the child is (step 0 to 5)."""

    uuid: UUID
    title: str
    sentence: str
    reached: int
    now: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanIdea:
    """A line of the family's day. ``routine`` is a code of core.routines; ``our_part`` is the team's.

    ``cautions`` are what the safety rules say; ``override`` who looked at it, when and why.
    """

    routine: str
    title: str
    what: str
    words_that_help: str
    your_part: str
    our_part: str
    notice: str
    cautions: tuple[str, ...] = ()
    override: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class FamilyPlan:
    """One page for the fridge: what we work on, our day, whom to ring. Holds only what its reader may see.

    ``care`` are the codes of safety facts that may stand on paper.
    """

    child_name: str
    clinic_name: str
    words: str
    said_by: str
    from_on: date
    until_on: date | None
    goals: tuple[PlanGoal, ...]
    ideas: tuple[PlanIdea, ...]
    therapist_name: str
    phone: str
    answer_days: int
    next_visit: datetime | None
    made_by: tuple[str, ...]
    care: tuple[str, ...] = ()
