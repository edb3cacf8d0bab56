"""What a family and their therapist look at together: hoped, done, noticed, moved, said and decided."""

from dataclasses import dataclass
from datetime import date

from alongside.areas.appointments.values import VisitSeen
from alongside.areas.circle.values import By
from alongside.areas.goals.values import GoalSeen, StepProposalSeen
from alongside.areas.goals.values import RatingSeen as GoalRatingSeen
from alongside.areas.practice.values import NoticingSeen
from alongside.areas.review.values.cycle import AheadSeen, CycleSeen, EndingSeen, OwnView, ShownView
from alongside.areas.story.values import PrioritySeen, RatingSeen
from alongside.areas.wins.values import WinSeen
from alongside.core.priority_ratings import RatingChange
from alongside.core.progress import Trend


@dataclass(frozen=True, slots=True, kw_only=True)
class GoalLooked:
    """One goal over the days looked at.

    ``tried`` counts the moments somebody wrote down, ``by_self`` those of them without help. ``steps`` were agreed
    by both in these days, oldest first. ``ratings`` are the newest of each rater in these days, on the steps in force.
    ``counted`` is the sentence about what was counted, while the look back is open: it speaks of today.
    ``decisions`` are newest first; ``decision`` is the one that counts now.
    """

    goal: GoalSeen
    tried: int
    by_self: int
    steps: tuple[StepProposalSeen, ...]
    ratings: tuple[GoalRatingSeen, ...]
    counted: Trend | None
    decisions: tuple[EndingSeen, ...]

    @property
    def decision(self) -> EndingSeen | None:
        """The newest decision that was not taken back."""
        return next((one for one in self.decisions if one.state != "WITHDRAWN"), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """One thing that matters, rated twice by the same person."""

    priority: PrioritySeen
    then: RatingSeen
    now: RatingSeen


@dataclass(frozen=True, slots=True, kw_only=True)
class MattersMoved:
    """What one person rated both times, ``of`` how many live priorities; both changes are like for like."""

    by: By
    asked: tuple[Asked, ...]
    of: int
    going: RatingChange
    happy: RatingChange


@dataclass(frozen=True, slots=True, kw_only=True)
class LookBack:
    """Everything stored about the days ``cycle.from_on`` to ``until_on``, both included.

    Parts that are not shared with the reader are empty. ``moments`` counts what was tried and written down,
    ``by_self`` those of them without help; ``wins_ever`` counts all wins, ``wins`` those of these days.
    """

    cycle: CycleSeen
    until_on: date
    priorities: tuple[PrioritySeen, ...]
    goals: tuple[GoalLooked, ...]
    moments: int
    by_self: int
    days_written: int
    visits: tuple[VisitSeen, ...]
    wins: tuple[WinSeen, ...]
    wins_ever: int
    noticings: tuple[NoticingSeen, ...]
    matters: tuple[MattersMoved, ...]
    mine: OwnView | None
    shown: tuple[ShownView, ...]
    ahead: tuple[AheadSeen, ...]

    @property
    def ahead_now(self) -> AheadSeen | None:
        """The newest decision about the whole plan that was not taken back."""
        return next((one for one in self.ahead if one.state != "WITHDRAWN"), None)
