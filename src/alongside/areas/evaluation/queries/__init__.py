"""Reading the evaluation: strengths and findings, scores, and where to look."""

from alongside.areas.evaluation.queries.comparing import bands, criterion_series, side_by_side
from alongside.areas.evaluation.queries.findings import (
    areas,
    every_wording,
    finding,
    finding_key,
    findings,
    icf_codes,
)
from alongside.areas.evaluation.queries.looking import prompts
from alongside.areas.evaluation.queries.reckoning import converted, interval_of
from alongside.areas.evaluation.queries.scores import instruments, repeat_notes, scores, scores_one

__all__ = [
    "areas",
    "bands",
    "converted",
    "criterion_series",
    "every_wording",
    "finding",
    "finding_key",
    "findings",
    "icf_codes",
    "instruments",
    "interval_of",
    "prompts",
    "repeat_notes",
    "scores",
    "scores_one",
    "side_by_side",
]
