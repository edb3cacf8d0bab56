"""Goal attainment scaling: levels, the family's steps, and the T score (Kiresuk & Sherman 1968)."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_EVEN, Context, Decimal
from enum import Enum, StrEnum
from fractions import Fraction
from typing import TypeAlias

from alongside.core.refusals import Refusal
from alongside.core.words import gettext_noop

Number: TypeAlias = int | Decimal | Fraction

RHO = Decimal("0.3")
_STEP_OF_LEVEL_ZERO = 3
_PLACES = Decimal("1e-12")
_EXACT_ENOUGH = Context(prec=50, rounding=ROUND_HALF_EVEN)


class NoSuchLevel(Refusal):
    sentence = gettext_noop("Choose one of the levels on the scale.")


class NoSuchStep(Refusal):
    sentence = gettext_noop("Choose a step from 1 to 5.")


class NoLevels(Refusal):
    sentence = gettext_noop("Choose a level for at least one goal first.")


class LevelOutsideConvention(Refusal):
    sentence = gettext_noop("That level does not belong to the way this clinic scales goals.")


class WeightsIncomplete(Refusal):
    sentence = gettext_noop("Weigh every goal, or none of them.")


class WeightNotPositive(Refusal):
    sentence = gettext_noop("Give every goal a weight above zero.")


class RhoOutOfRange(Refusal):
    sentence = gettext_noop("Choose a correlation between 0 and 1.")


class DifferentGoals(Refusal):
    sentence = gettext_noop("Compare the same goals, scored both times.")


class DifferentWeights(Refusal):
    sentence = gettext_noop("Compare with the same weights both times.")


class DifferentConventions(Refusal):
    sentence = gettext_noop("These two were scaled in different ways, so they cannot be compared.")


class NoSuchStart(Refusal):
    sentence = gettext_noop("Say whether the goal starts with some of it or with none of it.")


class Level(Enum):
    """How far a goal has come, as an exact decimal. The family sees steps, never these numbers."""

    HARDER = Decimal("-3")
    STARTED = Decimal("-2")
    ON_THE_WAY = Decimal("-1")
    HALF_WAY = Decimal("-0.5")
    HOPED_FOR = Decimal("0")
    A_BIT_MORE = Decimal("1")
    FAR_BEYOND = Decimal("2")


class Convention(StrEnum):
    """Where a goal starts. Scores under different conventions are never compared or averaged."""

    B1 = "B1"  # Starts at −1; −2 is harder than at the start. Allows the half level −0.5.
    B2 = "B2"  # Starts at −2.
    B2_WITH_MINUS_3 = "B2_WITH_MINUS_3"  # Starts at −2; −3 is harder than at the start.


class LightAnswer(StrEnum):
    """How one goal without written levels went: three ways of reaching it, three of not reaching it."""

    FAR_BEYOND = "FAR_BEYOND"
    A_BIT_MORE = "A_BIT_MORE"
    AS_HOPED = "AS_HOPED"
    PARTLY = "PARTLY"
    SAME = "SAME"
    HARDER = "HARDER"


DEFAULT_CONVENTION = Convention.B2_WITH_MINUS_3

_COMMON = frozenset({Level.STARTED, Level.ON_THE_WAY, Level.HOPED_FOR, Level.A_BIT_MORE, Level.FAR_BEYOND})
_ALLOWED = {
    Convention.B1: _COMMON | {Level.HALF_WAY},
    Convention.B2: _COMMON,
    Convention.B2_WITH_MINUS_3: _COMMON | {Level.HARDER},
}
_STARTS = {Level.ON_THE_WAY: Convention.B1, Level.STARTED: Convention.B2_WITH_MINUS_3}
_FAMILY_WORDS = {
    Level.HARDER: gettext_noop("harder than when we started"),
    Level.STARTED: gettext_noop("where we started"),
    Level.ON_THE_WAY: gettext_noop("on the way"),
    Level.HALF_WAY: gettext_noop("nearly there"),
    Level.HOPED_FOR: gettext_noop("what we hoped for"),
    Level.A_BIT_MORE: gettext_noop("a bit more than we hoped"),
    Level.FAR_BEYOND: gettext_noop("a happy surprise"),
}


def level_from(value: Number) -> Level:
    """The level worth exactly ``value``; refuses ``NoSuchLevel`` for any other number."""
    for level in Level:
        if Fraction(level.value) == value:
            return level
    raise NoSuchLevel


def step_of(level: Level) -> int | None:
    """The step a family stands on, 1 to 5; the goal itself is step 3.

    Half way between two steps counts as the lower one, the step that is surely reached.
    Harder than at the start is no step: None.
    """
    place = stair_of(level)
    return None if place is None else int(place)


def stair_of(level: Level) -> Decimal | None:
    """The exact place on the stairs, for drawing: 1 to 5, and 2.5 for half way. None below the stairs."""
    return None if level is Level.HARDER else level.value + _STEP_OF_LEVEL_ZERO


def level_of(step: int) -> Level:
    """The level of step 1 to 5; refuses ``NoSuchStep``."""
    if not 1 <= step <= 5:
        raise NoSuchStep
    return level_from(step - _STEP_OF_LEVEL_ZERO)


def family_words(level: Level) -> str:
    """What a level means, in the family's words (English source text)."""
    return _FAMILY_WORDS[level]


def allowed_levels(convention: Convention) -> frozenset[Level]:
    """The levels that may be scored under ``convention``."""
    return _ALLOWED[convention]


def baseline_of(convention: Convention) -> Level:
    """The level every goal starts at under ``convention``."""
    return Level.ON_THE_WAY if convention is Convention.B1 else Level.STARTED


def light_convention(start: Level) -> Convention:
    """The convention of a goal without written levels, by where it starts.

    Formula: some of it already (−1) is B1; none of it yet (−2) is B2 with −3.
    Units: none.
    Refuses: ``NoSuchStart`` for any other level.
    Source: GAS-Light, Turner-Stokes; the level below −2 is the paediatric extension.
    """
    if start not in _STARTS:
        raise NoSuchStart
    return _STARTS[start]


def light_level(start: Level, answer: LightAnswer) -> Level:
    """The level of a goal without written levels, from one plain answer; scored with ``light_convention(start)``.

    Formula: far beyond 2, a bit more 1, as hoped 0; partly −0.5 from a start of −1, and −1 from −2; the same is the
    start; harder −2 from −1, and −3 from −2.
    Units: levels.
    Refuses: ``NoSuchStart`` unless the goal starts at −1 or −2.
    Source: GAS-Light, Turner-Stokes; the level below −2 is the paediatric extension.
    """
    some = light_convention(start) is Convention.B1
    return {
        LightAnswer.FAR_BEYOND: Level.FAR_BEYOND,
        LightAnswer.A_BIT_MORE: Level.A_BIT_MORE,
        LightAnswer.AS_HOPED: Level.HOPED_FOR,
        LightAnswer.PARTLY: Level.HALF_WAY if some else Level.ON_THE_WAY,
        LightAnswer.SAME: start,
        LightAnswer.HARDER: Level.STARTED if some else Level.HARDER,
    }[answer]


def t_score(
    levels: Sequence[Level | None],
    weights: Sequence[Number | None] | None = None,
    rho: Number = RHO,
    convention: Convention = DEFAULT_CONVENTION,
) -> Decimal:
    """One T score for a child's goals at one time; 50 when every goal is exactly as hoped.

    A goal without a level (None) drops out with its weight. Always show the levels beside it: T treats ranks as if
    they were lengths.
    Formula: T = 50 + 10 Σwx / √((1−ρ)Σw² + ρ(Σw)²); without weights every w is 1.
    Units: T points, to twelve places.
    Refuses: ``NoLevels``; ``LevelOutsideConvention``; ``WeightsIncomplete`` (weights on some goals only);
    ``WeightNotPositive``; ``RhoOutOfRange`` outside 0 to 1.
    Source: Kiresuk & Sherman 1968.
    """
    _check_levels(levels, convention)
    rho = _checked_rho(rho)
    pairs = [
        (Fraction(level.value), weight)
        for level, weight in zip(levels, _weights(levels, weights), strict=True)
        if level is not None
    ]
    total = sum((weight for _, weight in pairs), Fraction(0))
    attained = sum((weight * value for value, weight in pairs), Fraction(0)) / total
    # Dividing both sums by the total weight first makes weights 1:2 and 10:20 give the same digits.
    spread = (1 - rho) * sum((weight**2 for _, weight in pairs), Fraction(0)) / total**2 + rho
    return 50 + _distance(attained, spread)


def _distance(attained: Fraction, spread: Fraction) -> Decimal:
    """10 · attained / √spread, rounded alike above and below fifty."""
    root = _EXACT_ENOUGH.sqrt(_decimal(spread))
    return _EXACT_ENOUGH.divide(_decimal(attained * 10), root).quantize(_PLACES, context=_EXACT_ENOUGH)


def _decimal(value: Fraction) -> Decimal:
    return _EXACT_ENOUGH.divide(Decimal(value.numerator), Decimal(value.denominator))


def _check_levels(levels: Sequence[Level | None], convention: Convention) -> None:
    scored = {level for level in levels if level is not None}
    if not scored:
        raise NoLevels
    if scored - allowed_levels(convention):
        raise LevelOutsideConvention


def _checked_rho(rho: Number) -> Fraction:
    if not 0 <= rho <= 1:
        raise RhoOutOfRange
    return Fraction(rho)


def _weights(levels: Sequence[Level | None], weights: Sequence[Number | None] | None) -> list[Fraction]:
    if weights is None:
        return [Fraction(1)] * len(levels)
    given = [Fraction(weight) for weight in weights if weight is not None]
    if len(given) != len(levels) or len(weights) != len(levels):
        raise WeightsIncomplete
    if min(given) <= 0:
        raise WeightNotPositive
    return given


@dataclass(frozen=True, slots=True, kw_only=True)
class Scoring:
    """A child's goals scored at one time; ``goals`` name them, in the order of ``levels`` and ``weights``."""

    goals: tuple[str, ...]
    levels: tuple[Level | None, ...]
    weights: tuple[Number | None, ...] | None = None
    convention: Convention = DEFAULT_CONVENTION
    rho: Number = RHO

    def __post_init__(self) -> None:
        if len(self.goals) != len(self.levels) or len(set(self.goals)) != len(self.goals):
            raise DifferentGoals

    @property
    def t(self) -> Decimal:
        """The T score of this scoring; refuses like ``t_score``."""
        return t_score(self.levels, self.weights, self.rho, self.convention)


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """Two scorings of the same goals; ``difference`` is in T points, follow-up minus first."""

    first: Decimal
    follow_up: Decimal
    difference: Decimal


def change(first: Scoring, follow_up: Scoring) -> Change:
    """How far the goals moved between two scorings of the same goals, whatever their order.

    Formula: ΔT = T at the follow-up − first T.
    Units: T points, to twelve places.
    Refuses: ``DifferentConventions``; ``DifferentGoals``; ``DifferentWeights`` (or another ρ); like ``t_score``.
    Source: Kiresuk & Sherman 1968.
    """
    if first.convention is not follow_up.convention:
        raise DifferentConventions
    if _scored_weights(first).keys() != _scored_weights(follow_up).keys():
        raise DifferentGoals
    if _scored_weights(first) != _scored_weights(follow_up) or first.rho != follow_up.rho:
        raise DifferentWeights
    return Change(first=first.t, follow_up=follow_up.t, difference=follow_up.t - first.t)


def _scored_weights(scoring: Scoring) -> dict[str, Fraction]:
    scored = zip(scoring.goals, scoring.levels, _weights(scoring.levels, scoring.weights), strict=True)
    return {goal: weight for goal, level, weight in scored if level is not None}
