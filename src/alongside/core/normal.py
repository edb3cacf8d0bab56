"""The normal distribution: how many standard deviations a confidence level spans."""

from functools import lru_cache
from statistics import NormalDist

from alongside.core.refusals import Refusal
from alongside.core.words import gettext_noop

_STANDARD = NormalDist()


class ConfidenceOutOfRange(Refusal):
    sentence = gettext_noop("Choose a confidence from 0.5 to 0.9999.")


@lru_cache(maxsize=64)
def two_sided_z(confidence: float) -> float:
    """The z that leaves (1 − ``confidence``)/2 in each tail: 1.96 for 0.95. Refuses outside 0.5 to 0.9999."""
    if not 0.5 <= confidence <= 0.9999:
        raise ConfidenceOutOfRange
    return _STANDARD.inv_cdf((1 + float(confidence)) / 2)
