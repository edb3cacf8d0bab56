"""How long families waited, said honestly: those who still wait count, and so does how few were seen.

The share of families who still wait after so many days is the product-limit estimate (Kaplan and Meier 1958, Journal
of the American Statistical Association 53:457-481). The interval of its median holds every day at which an interval
of that share covers one half (Brookmeyer and Crowley 1982, Biometrics 38:29-41), with Greenwood's variance on the
scale log(-log S), which keeps the share between 0 and 1.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from math import exp, log, sqrt

LEAST_WAITS = 8
FEW = 20
_Z = 1.959964  # 95 of 100 such intervals hold what they are about.
_SOME, _MIDDLE, _MOST = 0.2, 0.5, 0.8
_WEEK = 7


@dataclass(frozen=True, slots=True, kw_only=True)
class Wait:
    """One family's wait in whole days. ``over`` is False while they wait, and when they left without a time."""

    days: int
    over: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Range:
    """What a clinic's own history says, in days; None where too many still wait to say.

    Six families in ten waited from ``low`` to ``high``. ``middle`` is the median, which with so few families could as
    well lie between ``middle_low`` and ``middle_high``. ``seen`` waits came to an end, ``still`` did not.
    """

    low: int
    high: int | None
    middle: int | None
    middle_low: int | None
    middle_high: int | None
    seen: int
    still: int

    @property
    def weeks(self) -> tuple[int, int | None]:
        """``low`` and ``high`` in whole weeks: from the one begun last to the one that ends next."""
        high = None if self.high is None else max(1, -(-self.high // _WEEK))
        return max(1, self.low // _WEEK) if high != 1 else 1, high

    @property
    def middle_weeks(self) -> tuple[int, int | None] | None:
        """The interval of the median in weeks; None where there is none."""
        if self.middle_low is None:
            return None
        high = None if self.middle_high is None else max(1, -(-self.middle_high // _WEEK))
        return max(1, self.middle_low // _WEEK) if high != 1 else 1, high

    @property
    def is_few(self) -> bool:
        """Whether so few waits came to an end that the reader is told how many."""
        return self.seen < FEW


@dataclass(frozen=True, slots=True, kw_only=True)
class Share:
    """The share of families who wait longer than ``days``, with the limits of its interval of 95 %."""

    days: int
    share: float
    low: float | None
    high: float | None


def expected(waits: Iterable[Wait]) -> Range | None:
    """The honest range of these waits; None under eight that came to an end."""
    known = list(waits)
    seen = sum(wait.over for wait in known)
    if seen < LEAST_WAITS:
        return None
    curve = still_waiting(known)
    low = _quantile(curve, _SOME)
    return Range(
        low=curve[0].days if low is None else low,
        high=_quantile(curve, _MOST),
        middle=_quantile(curve, _MIDDLE),
        middle_low=next((one.days for one in curve if one.low is not None and one.low <= _MIDDLE), None),
        middle_high=next((one.days for one in curve if one.high is not None and one.high <= _MIDDLE), None),
        seen=seen,
        still=len(known) - seen,
    )


def still_waiting(waits: Iterable[Wait]) -> tuple[Share, ...]:
    """The product-limit estimate, one step for each day on which a wait came to an end.

    A family that left on the same day counts as still waiting on it. Limits are None where the share is 0 or 1.
    """
    known = list(waits)
    ended = Counter(wait.days for wait in known if wait.over)
    share, greenwood, curve = 1.0, 0.0, []
    for days in sorted(ended):
        at_risk = sum(wait.days >= days for wait in known)
        over = ended[days]
        share *= 1 - over / at_risk
        greenwood += over / (at_risk * (at_risk - over)) if at_risk > over else 0.0
        low, high = _limits(share, greenwood)
        curve.append(Share(days=days, share=share, low=low, high=high))
    return tuple(curve)


def _limits(share: float, greenwood: float) -> tuple[float | None, float | None]:
    if not 0 < share < 1:
        return None, None
    far = _Z * sqrt(greenwood) / abs(log(share))
    middle = log(-log(share))
    return exp(-exp(middle + far)), exp(-exp(middle - far))


def _quantile(curve: Iterable[Share], part: float) -> int | None:
    """The first day by which ``part`` of the families had a time."""
    return next((one.days for one in curve if one.share <= 1 - part + 1e-12), None)
