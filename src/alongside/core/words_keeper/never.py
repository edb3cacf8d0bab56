"""What no page of a family may hold: percentiles, scores, p values, figures of compliance, levels below zero."""

import re
from dataclasses import dataclass
from enum import StrEnum

_PERCENT = r"\d{1,3}(?:[.,]\d{1,2})?\s?(?:%|per\s?cent)"
_DUTY = r"(?:compliance|adherence|concordance|completion|attendance)"
_DONE = rf"(?:{_DUTY}|compliant|adherent|completed?|done|attended)"


class Measure(StrEnum):
    """Which figure was found."""

    PERCENTILE = "PERCENTILE"
    SCORE = "SCORE"
    P_VALUE = "P_VALUE"
    COMPLIANCE = "COMPLIANCE"
    MINUS_LEVEL = "MINUS_LEVEL"


@dataclass(frozen=True, slots=True, kw_only=True)
class NotForFamilies:
    """The figure as it is written, from character ``at``."""

    measure: Measure
    found: str
    at: int


_LOOKED_FOR = {
    Measure.PERCENTILE: re.compile(
        r"(?<!\w)(?:per)?centiles?(?!\w)|\d(?:st|nd|rd|th)\s?%-?ile|%-?iles?(?!\w)", re.I
    ),
    Measure.SCORE: re.compile(
        r"(?<![\w'’-])(?:[Tt]|[Zz])[\s-]?[Ss]cores?(?!\w)"
        r"|(?<![\w'’-])T\s?(?:[=:≈]|(?:of|was|is)\s)\s?[-−]?\d{1,3}(?:\.\d{1,2})?"
        r"|(?<![\w'’-])T\s?\d{2}\.\d{1,2}"
        r"|(?<!\w)(?:[Ss]tandard|[Ss]caled|[Cc]omposite|[Rr]aw)[\s-][Ss]cores?(?!\w)"
    ),
    Measure.P_VALUE: re.compile(
        r"(?<![\w'’-])p\s?(?:[<>=≤≥≈]|&[lg]t;)\s?(?:[01]?[.,]\d{1,4}|[01](?!\d))|(?<![\w'’-])p[\s-]values?(?!\w)"
        r"|(?<!\w)statistically\ssignificant|(?<!\w)significance\slevel",
        re.I,
    ),
    Measure.COMPLIANCE: re.compile(
        rf"(?<![\w.,]){_PERCENT}(?:\s(?:of\b|{_DONE}(?!\w)))"
        rf"|(?<!\w){_DUTY}(?:\s(?:rate|score|level|figure|was|is|of|at|this|last|week|month)){{0,4}}\s?[:=]?\s?{_PERCENT}",
        re.I,
    ),
    Measure.MINUS_LEVEL: re.compile(
        r"(?<![\w.,:/)\]%°-])(?<!\d\s)[-−–][1-5](?![\w%])(?![.,:/]\d|\s?°|[-−–]\d)"
        r"|(?<!\w)minus\s(?:[1-5]|one|two|three|four|five)(?!\w)(?!\sdegrees)",
        re.I,
    ),
}


def never_to_families(text: str) -> tuple[NotForFamilies, ...]:
    """Figures in ``text`` (as a reader sees it, without markup) that belong to professionals, in reading order."""
    hits = (
        NotForFamilies(measure=measure, found=found[0], at=found.start())
        for measure, pattern in _LOOKED_FOR.items()
        for found in pattern.finditer(text)
    )
    return tuple(sorted(hits, key=lambda hit: hit.at))
