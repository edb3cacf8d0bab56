"""What one step easier or harder asks of a family: each step turns one knob, and each knob has one rule."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from alongside.core.planning.instance import Attention, Grade

MOST_ENERGY = 3
STEPS_EITHER_WAY = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """What turning a knob does: minutes in percent, energy more or less, the grown-up it needs (None: as before)."""

    minutes: int = 100
    energy: int = 0
    attention: Attention | None = None


_AS_BEFORE = Turn()
# docs/explanation/planning.md shows this table. A knob that is not named here changes none of the three.
EASIER: Mapping[str, Turn] = MappingProxyType(
    {
        "help": Turn(attention=Attention.FULL),
        "steps": Turn(minutes=75),
        "items": Turn(minutes=75),
        "time": Turn(minutes=67),
        "real": Turn(minutes=75),
        "people": Turn(energy=-1),
    }
)
HARDER: Mapping[str, Turn] = MappingProxyType(
    {
        "help": Turn(attention=Attention.NEARBY),
        "steps": Turn(minutes=125),
        "items": Turn(minutes=125),
        "time": Turn(minutes=133),
        "real": Turn(minutes=125),
        "people": Turn(energy=1),
    }
)


def graded(
    plain: Grade, easier: Sequence[str], harder: Sequence[str], *, least: Attention
) -> tuple[Grade, ...]:
    """An idea in all its grades, from ``plain`` and the knobs of its steps, at most three either way.

    Step −n turns the n-th knob of ``easier``, +n the n-th of ``harder``; steps do not add up. A step never takes away
    the grown-up that safety asks for (``least``).
    """
    easy = [_turned(plain, -at, EASIER, knob, least) for at, knob in _numbered(easier)]
    hard = [_turned(plain, at, HARDER, knob, least) for at, knob in _numbered(harder)]
    return (*reversed(easy), plain, *hard)


def _numbered(knobs: Sequence[str]) -> list[tuple[int, str]]:
    return list(enumerate(knobs[:STEPS_EITHER_WAY], start=1))


def _turned(plain: Grade, step: int, turns: Mapping[str, Turn], knob: str, least: Attention) -> Grade:
    turn = turns.get(knob, _AS_BEFORE)
    return Grade(
        step=step,
        minutes=_minutes(plain.minutes, turn.minutes),
        energy=min(max(plain.energy + turn.energy, 0), MOST_ENERGY),
        attention=max(least, _attention(plain.attention, turn.attention, step)),
    )


def _attention(plain: Attention, turned: Attention | None, step: int) -> Attention:
    """More help asks for more of a grown-up, less help never does."""
    if turned is None:
        return plain
    return max(plain, turned) if step < 0 else min(plain, turned)


def _minutes(minutes: int, percent: int) -> int:
    """Rounded to whole minutes, half up; what takes time never takes none."""
    return max((minutes * percent + 50) // 100, 1 if minutes else 0)
