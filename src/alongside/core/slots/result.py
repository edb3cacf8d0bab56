"""What the planner of times answers: placements with reasons, who is left out and why, the objective and its bound."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from alongside.core.slots.instance import Time
from alongside.core.slots.points import Part
from alongside.core.words import Phrase


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Placement:
    """A child's weekly time. ``session`` counts the child's placements from 1 through the week. Without a room (a
    visit away, a video call) ``room`` is empty; ``site`` is the room's, the place away, or empty for video.
    """

    child: str
    session: int
    therapist: str
    weekday: int
    start: int
    until: int
    site: str
    room: str

    @property
    def time(self) -> Time:
        """The same as a time that a child has."""
        return Time(child=self.child, therapist=self.therapist, weekday=self.weekday, start=self.start)


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """Points of one part of the objective, and why."""

    part: Part
    points: int
    why: Phrase


@dataclass(frozen=True, slots=True, kw_only=True)
class Explained:
    """A placement with its reasons, and what would change it (a better time that others have)."""

    placement: Placement
    reasons: tuple[Reason, ...]
    changes: tuple[Phrase, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class LeftOut:
    """A child with fewer times than asked for: how many are missing, why, and what would change it."""

    child: str
    missing: int
    why: Phrase
    changes: tuple[Phrase, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Unkept:
    """A pin that no plan can keep, and why."""

    pin: Time
    why: Phrase


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """A plan. ``bound`` is proven: no plan that keeps the same rules has more points (in a repair: that also keeps
    the times that this one had to keep). ``moved`` are the families of ``instance.now`` that lose a time.
    """

    placements: tuple[Placement, ...]
    parts: Mapping[Part, int]
    bound: int
    seconds: float
    unkept: tuple[Unkept, ...] = ()
    moved: tuple[str, ...] = ()
    explained: tuple[Explained, ...] = field(default=())
    left_out: tuple[LeftOut, ...] = ()

    @property
    def objective(self) -> int:
        """The sum of the parts."""
        return sum(self.parts.values())

    @property
    def share(self) -> float:
        """The points in percent of the bound, rounded down to hundredths: never told better than it is."""
        return 100.0 if self.bound <= 0 else int(10000 * self.objective / self.bound) / 100
