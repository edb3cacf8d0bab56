"""Writing the evaluation down: strengths and findings, and the scores of instruments."""

from alongside.areas.evaluation.actions.findings import (
    AlreadyAmended,
    add_finding,
    amend_finding,
    share_findings,
)
from alongside.areas.evaluation.actions.scales import checked_scale
from alongside.areas.evaluation.actions.scores import (
    InstrumentKeptElsewhere,
    InstrumentRetired,
    LicenceNotNamed,
    ScoresAlreadyAmended,
    amend_scores,
    keep_repeat_note,
    keep_scores,
    set_scores_aside,
)

__all__ = [
    "AlreadyAmended",
    "InstrumentKeptElsewhere",
    "InstrumentRetired",
    "LicenceNotNamed",
    "ScoresAlreadyAmended",
    "add_finding",
    "amend_finding",
    "amend_scores",
    "checked_scale",
    "keep_repeat_note",
    "keep_scores",
    "set_scores_aside",
    "share_findings",
]
