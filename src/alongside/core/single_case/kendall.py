"""Kendall's rank correlation: agreement in order, with its exact chance for short series."""

from bisect import bisect_left, bisect_right, insort
from collections import Counter
from collections.abc import Iterable, Sequence
from fractions import Fraction
from itertools import combinations
from math import comb, sqrt

from alongside.core.exact import Number
from alongside.core.single_case.observations import (
    NoVariation,
    TimesDoNotMatch,
    TooManyPoints,
    on_one_scale,
    phase,
)

MOST_EXACT = 100


def trend_s(values: Sequence[int]) -> int:
    """Kendall's S over time: pairs that rise minus pairs that fall."""
    seen: list[int] = []
    s = 0
    for value in values:
        s += bisect_left(seen, value) + bisect_right(seen, value) - len(seen)
        insort(seen, value)
    return s


def untied_pairs(values: Sequence[int]) -> int:
    """How many pairs differ."""
    return comb(len(values), 2) - sum(comb(size, 2) for size in Counter(values).values())


def kendall_tau_b(x: Sequence[Number], y: Sequence[Number]) -> float:
    """Kendall's rank correlation with ties, −1 to 1.

    τ_b = S/√((n₀ − n₁)(n₀ − n₂)), with n₀ = n(n − 1)/2 pairs, n₁ and n₂ of them tied in x and in y.
    Refuses different lengths, fewer than two points, and a list in which all are the same. Source: Kendall 1970.
    """
    first, second = on_one_scale(phase(x, 2), phase(y, 2))
    if len(first) != len(second):
        raise TimesDoNotMatch
    untied = untied_pairs(first) * untied_pairs(second)
    if not untied:
        raise NoVariation
    agreement = (
        _sign(x2 - x1) * _sign(y2 - y1)
        for (x1, y1), (x2, y2) in combinations(zip(first, second, strict=True), 2)
    )
    return sum(agreement) / sqrt(untied)


def _sign(value: int) -> int:
    return (value > 0) - (value < 0)


def kendall_exact_p_two_sided(y: Sequence[Number]) -> Fraction:
    """The chance of a trend at least this strong, up or down, if the order of the points were mere chance.

    p = P(|S| ≥ |S observed|) over all orders of the points, counted exactly; ties keep their number. From 0 to 1.
    Refuses fewer than two points, more than ``MOST_EXACT``, and points that are all the same. Source: Kendall 1970.
    """
    (values,) = on_one_scale(phase(y, 2))
    if len(values) > MOST_EXACT:
        raise TooManyPoints(most=MOST_EXACT)
    pairs = untied_pairs(values)
    if not pairs:
        raise NoVariation
    orders, observed = orders_by_inversions(Counter(values).values(), pairs), abs(trend_s(values))
    extreme = sum(count for number, count in enumerate(orders) if abs(pairs - 2 * number) >= observed)
    return Fraction(extreme, sum(orders))


def orders_by_inversions(ties: Iterable[int], most: int) -> list[int]:
    """How many orders of a list with these groups of ties have 0, 1, 2… ``most`` falling pairs.

    The coefficients of ∏ᵢ(1 − qⁱ) over i = 1…n, divided by the same product for each group of ties. Source: MacMahon.
    """
    groups = Counter(size for group in ties for size in range(1, group + 1))
    n = sum(groups.values())
    counts = [1] + [0] * most
    for size in range(1, n + 1):
        _multiply(counts, size)
    for size, times in groups.items():
        for _ in range(times):
            _divide(counts, size)
    return counts


def _multiply(counts: list[int], size: int) -> None:
    for number in range(len(counts) - 1, size - 1, -1):
        counts[number] -= counts[number - size]


def _divide(counts: list[int], size: int) -> None:
    for number in range(size, len(counts)):
        counts[number] += counts[number - size]
