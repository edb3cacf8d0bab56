"""Cautions: what a therapist needs to know before believing a number about one child. They warn and never block."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from itertools import pairwise

from alongside.core.exact import Number
from alongside.core.refusals import Refusal
from alongside.core.single_case.observations import (
    Improvement,
    NoVariation,
    exact,
    mean,
    phase,
    times_of,
)
from alongside.core.single_case.tau import tau_variants
from alongside.core.words import Phrase, gettext_noop, phrase

LEAST = 3
USUAL = 5
LEAST_FOR_ECHO = 5
# Our own lines, chosen to warn early: no test of significance would see anything in so few points.
ECHO = Fraction(1, 5)
BASELINE_TREND = Fraction(2, 5)


class SpacingNotPositive(Refusal):
    sentence = gettext_noop("Say after how many days a new point is expected, from one on.")


class InstrumentsDoNotMatch(Refusal):
    sentence = gettext_noop("Say for every point how it was measured.")


class CautionCode(StrEnum):
    """What there is to know."""

    TOO_FEW_POINTS = "TOO_FEW_POINTS"
    EARLY = "EARLY"
    ECHO = "ECHO"
    MISSING_DAYS = "MISSING_DAYS"
    INSTRUMENT_CHANGED = "INSTRUMENT_CHANGED"
    ALREADY_IMPROVING = "ALREADY_IMPROVING"
    ALREADY_WORSENING = "ALREADY_WORSENING"


@dataclass(frozen=True, slots=True, kw_only=True)
class Caution:
    """One warning, with a plain sentence for the therapist."""

    code: CautionCode
    phrase: Phrase


_SENTENCES = {
    CautionCode.TOO_FEW_POINTS: gettext_noop(
        "Only {before} points before the start and {after} after it. That is too few to compare."
    ),
    CautionCode.EARLY: gettext_noop(
        "Early days: {before} points before the start and {after} after it. Five each is the usual floor."
    ),
    CautionCode.ECHO: gettext_noop(
        "Neighbouring days resemble each other here. Intervals are wider than they look."
    ),
    CautionCode.MISSING_DAYS: gettext_noop(
        "No count on {missing} of {expected} planned days. Ask what was different on those days."
    ),
    CautionCode.INSTRUMENT_CHANGED: gettext_noop(
        "The way of measuring changed {changes} times. Compare only points measured alike."
    ),
    CautionCode.ALREADY_IMPROVING: gettext_noop(
        "Things were already getting better before the start. The change may not come from the plan."
    ),
    CautionCode.ALREADY_WORSENING: gettext_noop(
        "Things were getting harder before the start. Part of the change may be a natural return."
    ),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Collected:
    """How the points were collected: ``days`` and ``instruments`` of all points of both phases, in order.

    ``every`` says after how many days a new point is expected: 1 for daily probes, 7 for weekly ones.
    """

    days: Sequence[Number] | None = None
    every: Number = 1
    instruments: Sequence[str] | None = None


_UNKNOWN = Collected()


def cautions(
    baseline: Sequence[Number],
    treatment: Sequence[Number],
    improvement: Improvement = Improvement.INCREASE,
    collected: Collected = _UNKNOWN,
) -> tuple[Caution, ...]:
    """What to know before believing a comparison of these two phases, the gravest first.

    Refuses numbers that are none, too many points, days out of order, and days or instruments that do not match
    the points. An empty phase is no mistake here: it gives "too few points".
    """
    count = len(phase(baseline, 0)) + len(phase(treatment, 0))
    return (
        *_few(len(baseline), len(treatment)),
        *_instruments(collected.instruments, count),
        *_already(baseline, improvement),
        *_missing(collected, count),
        *_echo(baseline, treatment),
    )


def _caution(code: CautionCode, **values: int) -> Caution:
    return Caution(code=code, phrase=phrase(f"caution.{code.lower()}", _SENTENCES[code], **values))


def _few(before: int, after: int) -> Iterator[Caution]:
    if min(before, after) < LEAST:
        yield _caution(CautionCode.TOO_FEW_POINTS, before=before, after=after)
    elif min(before, after) < USUAL:
        yield _caution(CautionCode.EARLY, before=before, after=after)


def _instruments(names: Sequence[str] | None, count: int) -> Iterator[Caution]:
    if names is None:
        return
    if len(names) != count:
        raise InstrumentsDoNotMatch
    changes = sum(earlier != later for earlier, later in pairwise(names))
    if changes:
        yield _caution(CautionCode.INSTRUMENT_CHANGED, changes=changes)


def _already(baseline: Sequence[Number], improvement: Improvement) -> Iterator[Caution]:
    if len(baseline) < LEAST:
        return
    trend = tau_variants(baseline, baseline, improvement).trend_a
    if trend >= BASELINE_TREND:
        yield _caution(CautionCode.ALREADY_IMPROVING)
    elif trend <= -BASELINE_TREND:
        yield _caution(CautionCode.ALREADY_WORSENING)


def _missing(collected: Collected, count: int) -> Iterator[Caution]:
    every = exact(collected.every)
    if every <= 0:
        raise SpacingNotPositive
    if collected.days is None or not count:
        return
    days = times_of(collected.days, count)
    expected = int((days[-1] - days[0]) / every) + 1
    if expected > count:
        yield _caution(CautionCode.MISSING_DAYS, missing=expected - count, expected=expected)


def _echo(baseline: Sequence[Number], treatment: Sequence[Number]) -> Iterator[Caution]:
    if min(len(baseline), len(treatment)) < LEAST_FOR_ECHO:
        return
    try:
        strong = lag_one_autocorrelation(baseline, treatment) >= ECHO
    except NoVariation:
        return
    if strong:
        yield _caution(CautionCode.ECHO)


def lag_one_autocorrelation(baseline: Sequence[Number], treatment: Sequence[Number]) -> Fraction:
    """How much a point resembles the one before it, about −1 to 1; each phase around its own mean.

    r₁ = Σ eₜeₜ₊₁ / Σ eₜ², products inside a phase only, both phases pooled. It leans towards −1 in short phases.
    Refuses fewer than two points a phase, and phases without variation. Source: Huitema & McKean 1991.
    """
    together = spread = Fraction(0)
    for values in (phase(baseline, 2), phase(treatment, 2)):
        centre = mean(values)
        rest = [value - centre for value in values]
        together += sum((earlier * later for earlier, later in pairwise(rest)), Fraction(0))
        spread += sum((one * one for one in rest), Fraction(0))
    if not spread:
        raise NoVariation
    return together / spread
