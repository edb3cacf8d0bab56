"""One wording of a goal: its sentence, its steps, and what it changed."""

from datetime import datetime

from django.utils.formats import date_format
from django.utils.translation import gettext

from alongside.areas.circle import queries as circle
from alongside.areas.goals.models import Agreement, GoalVersion
from alongside.areas.goals.values import (
    SENTENCE,
    WORD_GROUPS,
    GoalWords,
    Rater,
    Side,
    StepSeen,
    VersionSeen,
    YesSeen,
)
from alongside.core import attainment

STEPS = tuple(f"step_{number}" for number in range(1, 6))
SCALE = (*STEPS, "harder", "convention")  # What makes two versions measure alike.
_COMPARED = (
    "title", *WORD_GROUPS, "by_when", "family_words", "hardest", *STEPS, "matters", "hopeful", "scored_by",
    "scored_from",
)  # fmt: skip


def goal_sentence(words: GoalWords) -> str:
    """The goal as one sentence in the reader's language, its day written out."""
    groups = {group: getattr(words, group) for group in WORD_GROUPS}
    return gettext(SENTENCE).format(**groups, by_when=date_format(words.by_when, "l j F"))


def version_seen(row: GoalVersion, before: GoalVersion | None, *, for_team: bool) -> VersionSeen:
    """A version with its author, its yeses, and the fields that differ from the version before it.

    What harder than at the start looks like is ``for_team`` alone.
    """
    return VersionSeen(
        uuid=row.uuid,
        number=row.number,
        title=row.title,
        sentence=goal_sentence(words_of(row)),
        words=words_of(row),
        steps=steps_of(row),
        family_words=row.family_words,
        hardest=tuple(row.hardest),
        matters=row.matters,
        hopeful=row.hopeful,
        harder=row.harder if for_team else "",
        scored_by=Rater(row.scored_by) if row.scored_by else None,
        scored_from=row.scored_from,
        by=circle.by(row.by, row.voice),
        written_at=row.written_at,
        said_yes=tuple(_yes(yes) for yes in yeses(row)),
        agreed_at=agreed_at(row),
        changed=_changed(row, before, (*_COMPARED, "harder") if for_team else _COMPARED),
    )


def words_of(row: GoalVersion) -> GoalWords:
    """The word groups of a version."""
    groups = {group: getattr(row, group) for group in WORD_GROUPS}
    return GoalWords(by_when=row.by_when, **groups)


def steps_of(row: GoalVersion) -> tuple[StepSeen, ...]:
    """The five steps with the labels that families read."""
    return tuple(
        StepSeen(number=number, label=step_label(number), words=getattr(row, field))
        for number, field in enumerate(STEPS, start=1)
    )


def step_label(step: int) -> str:
    """What step 1 to 5 means (English source text); 0 is harder than when we started."""
    level = attainment.level_of(step) if step else attainment.Level.HARDER
    return attainment.family_words(level)


def yeses(row: GoalVersion) -> list[Agreement]:
    """The yeses to a version, first one first. Reads what was prefetched."""
    return sorted(row.agreements.all(), key=lambda yes: (yes.at, yes.pk))


def agreed_at(row: GoalVersion) -> datetime | None:
    """When the second side said yes; None until then."""
    said = yeses(row)
    return said[1].at if len(said) == len(Side) else None


def _yes(row: Agreement) -> YesSeen:
    return YesSeen(
        side=Side(row.side),
        name=row.person.short_name,
        at=row.at,
        same_screen=row.same_screen,
        recorded_by=row.recorded_by.short_name,
    )


def _changed(row: GoalVersion, before: GoalVersion | None, compared: tuple[str, ...]) -> tuple[str, ...]:
    if before is None:
        return ()
    return tuple(field for field in compared if getattr(row, field) != getattr(before, field))
