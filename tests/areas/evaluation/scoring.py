"""Scores to begin from: an invented T, a criterion score with its error, and bands that run both ways."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from uuid import uuid4

from alongside.areas.evaluation import actions as evaluation
from alongside.areas.evaluation.values import Form, RepeatNoteDraft, ScaleDraft, ScoresDraft, ScoreType, Who

CRITERION, T_SCORES, BOTH_WAYS, STANDARD, RETIRED = (
    "pedi-cat",
    "spm-2",
    "sensory-profile-2",
    "beery-vmi",
    "amps",
)
DAILY = ScaleDraft(
    name="Daily", score_type=ScoreType.CRITERION, score=Decimal(52), sem=Decimal("1.2"), source="its report"
)
T_40 = ScaleDraft(name="Daily by age", score_type=ScoreType.T_50_10, score=Decimal(40))


def scores(cast, *scales, instrument=CRITERION, **more):
    """Scores that Hannah could have written today, with Samira answering unless somebody else is named."""
    draft = ScoresDraft(
        instrument=instrument,
        form=Form.PARENT,
        given_on=date(2026, 11, 20),
        who=Who.PERSON,
        person=cast.samira.uuid,
        scales=scales or (DAILY, T_40),
    )
    return replace(draft, **more)


def keep(cast, draft, *, player=None, uuid=None, child=None):
    """Keep them as Hannah, or as somebody else."""
    return evaluation.keep_scores(
        actor=(player or cast.hannah).actor,
        child=child or cast.idris,
        administration=uuid or uuid4(),
        draft=draft,
        at=cast.at,
    )


def teachers(draft):
    """The same, answered by the teacher."""
    return replace(draft, form=Form.TEACHER, who=Who.TEACHER, person=None, who_name="Miss Okoro")


def calls(cast):
    """Every action on scores with keywords that it accepts."""
    kept, draft = uuid4(), scores(cast, DAILY, weeks_early=6, given_by=cast.hannah.uuid)
    keep(cast, draft, uuid=kept)
    note = RepeatNoteDraft(uuid=uuid4(), words="Page 12", weeks=26)
    yield evaluation.keep_scores, {"administration": uuid4(), "draft": draft}
    yield evaluation.amend_scores, {"administration": kept, "amended": uuid4(), "draft": draft}
    yield evaluation.set_scores_aside, {"administration": kept, "words": "Another child’s"}
    yield evaluation.keep_repeat_note, {"instrument": CRITERION, "draft": note}
