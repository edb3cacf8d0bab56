"""How to mend what was found, in the therapist's words and in the family's."""

from dataclasses import dataclass
from typing import TypeAlias

from alongside.core.attainment import Level, step_of
from alongside.core.scale_lint.values import Finding, Rule, Severity
from alongside.core.words import Phrase, gettext_noop, phrase

_QUOTED = 40
Value: TypeAlias = str | int


@dataclass(frozen=True, slots=True, kw_only=True)
class Mend:
    """One way to mend, said twice. The therapist's may hold {level}, the family's {step}, both {words}."""

    code: str
    to_therapist: str
    to_family: str


THREE_GOALS = Mend(
    code="three_goals",
    to_therapist=gettext_noop("Three goals or more tell a fuller story. Add another when it fits."),
    to_family=gettext_noop("There is room for another goal, when you wish."),
)
LEVELS_FILLED = Mend(
    code="levels_filled",
    to_therapist=gettext_noop("Write level {level}. Fill 0, one on each side, and no two blanks together."),
    to_family=gettext_noop("Add a few words for step {step}."),
)
ALL_WEIGHED = Mend(
    code="all_weighed",
    to_therapist=gettext_noop("Weigh every goal, or none of them."),
    to_family=gettext_noop("Say for every goal how much it matters, or for none."),
)
NO_DAY = Mend(
    code="no_day",
    to_therapist=gettext_noop("Choose a review date. Eight to twelve weeks is usual."),
    to_family=gettext_noop("Choose a day to look back together."),
)
DAY_TOO_EARLY = Mend(
    code="day_too_early",
    to_therapist=gettext_noop("Choose a review date after the start."),
    to_family=gettext_noop("Choose a later day to look back together."),
)
DAY_FAR = Mend(
    code="day_far",
    to_therapist=gettext_noop("Consider a review date between 4 and 26 weeks. Eight to twelve is usual."),
    to_family=gettext_noop("Two or three months is a good time to look back."),
)
NOBODY_SCORES = Mend(
    code="nobody_scores",
    to_therapist=gettext_noop("Name who scores: parent, therapist, teacher or child."),
    to_family=gettext_noop("Say who will notice which step it is."),
)
SCORED_FROM_NOTHING = Mend(
    code="scored_from_nothing",
    to_therapist=gettext_noop("Name what it is scored from, such as a note or a visit."),
    to_family=gettext_noop("Say where you will notice it, such as at breakfast."),
)
WITH_THE_FAMILY = Mend(
    code="with_the_family",
    to_therapist=gettext_noop("Agree this scale with the family. Their yes is kept with its date."),
    to_family=gettext_noop("Read the steps together. Say yes when they fit your family."),
)
SECOND_DOING = Mend(
    code="second_doing",
    to_therapist=gettext_noop("Level {level} adds a second thing, “{words}”. Give it its own goal."),
    to_family=gettext_noop("Step {step} adds another thing, “{words}”. Keep one thing on the stairs."),
)
TWO_UNITS = Mend(
    code="two_units",
    to_therapist=gettext_noop("Two numbers change together. Let one vary and hold the other still."),
    to_family=gettext_noop("Two numbers change from step to step. Change just one of them."),
)
OTHER_DOING = Mend(
    code="other_doing",
    to_therapist=gettext_noop("Level {level} measures something else. Keep to one behaviour throughout."),
    to_family=gettext_noop("Step {step} is about something else. Keep one thing on the stairs."),
)
SAME_TEXT = Mend(
    code="same_text",
    to_therapist=gettext_noop("Level {level} says the same as the one below. Make them differ."),
    to_family=gettext_noop("Step {step} says the same as the step before. Change one."),
)
WRONG_WAY = Mend(
    code="wrong_way",
    to_therapist=gettext_noop("The numbers turn back at level {level}. Put the levels in order."),
    to_family=gettext_noop("The numbers turn back at step {step}. Put them in order."),
)
OVERLAP = Mend(
    code="overlap",
    to_therapist=gettext_noop("Level {level} overlaps the one below. Give each level its own range."),
    to_family=gettext_noop("Step {step} and the step before share a number. Let each have its own."),
)
UNEQUAL = Mend(
    code="unequal",
    to_therapist=gettext_noop("The step up to level {level} is more than twice another. Even them out."),
    to_family=gettext_noop("The way up to step {step} is long. Make the steps more alike."),
)
HELP_GROWS = Mend(
    code="help_grows",
    to_therapist=gettext_noop("Level {level} has more help than the one below. Swap them."),
    to_family=gettext_noop("Step {step} has more help than the step before. Swap them."),
)
VAGUE = Mend(
    code="vague",
    to_therapist=gettext_noop("Say what anybody would see instead of “{words}” in level {level}."),
    to_family=gettext_noop("What would you see in step {step}, instead of “{words}”?"),
)
COMPARED = Mend(
    code="compared",
    to_therapist=gettext_noop("Level {level} leans on another time, “{words}”. Say what happens then."),
    to_family=gettext_noop("Say what happens in step {step}, instead of “{words}”."),
)
VAGUE_WHEN_HARDER = Mend(
    code="vague_when_harder",
    to_therapist=VAGUE.to_therapist,
    to_family=gettext_noop("What would you see on a harder day, instead of “{words}”?"),
)
COMPARED_WHEN_HARDER = Mend(
    code="compared_when_harder",
    to_therapist=COMPARED.to_therapist,
    to_family=gettext_noop("Say what happens on a harder day, instead of “{words}”."),
)
AT_CEILING = Mend(
    code="at_ceiling",
    to_therapist=gettext_noop("Level 0 leaves no room above, “{words}”. Lower what is expected."),
    to_family=gettext_noop("Step 3 leaves no room for a happy surprise. Hope for a bit less."),
)
AT_FLOOR = Mend(
    code="at_floor",
    to_therapist=gettext_noop("Level 0 leaves no room beyond “{words}”. Expect a smaller change."),
    to_family=gettext_noop("Step 3 leaves no room for a happy surprise. Allow a few first."),
)
OTHER_CONTEXT = Mend(
    code="other_context",
    to_therapist=gettext_noop("Level {level} changes to “{words}”. Keep one place, time and company."),
    to_family=gettext_noop("Step {step} changes the place or time, “{words}”. Keep it the same."),
)
OTHER_WHOLE = Mend(
    code="other_whole",
    to_therapist=gettext_noop("Level {level} counts out of another number. Keep one number throughout."),
    to_family=gettext_noop("Step {step} counts out of another number. Keep the same one."),
)


def finding(
    rule: Rule,
    severity: Severity,
    field: str,
    mend: Mend,
    at: Level | None = None,
    levels: tuple[Level, ...] = (),
    *,
    words: str = "",
) -> Finding:
    """A finding at ``at`` (and ``levels``, when it concerns more than one) that quotes ``words``."""
    quoted = _short(words)
    return Finding(
        rule=rule,
        severity=severity,
        field=field,
        levels=levels or (() if at is None else (at,)),
        to_therapist=_said(f"scale.{mend.code}.therapist", mend.to_therapist, at, quoted),
        to_family=_said(f"scale.{mend.code}.family", mend.to_family, at, quoted),
    )


def _said(code: str, template: str, at: Level | None, words: str) -> Phrase:
    values: dict[str, Value] = {}
    if at is not None and "{level}" in template:
        values["level"] = f"{at.value:+}".replace("-", "−").replace("+0", "0")
    if at is not None and "{step}" in template:
        values["step"] = step_of(at) or 0
    if "{words}" in template:
        values["words"] = words
    return phrase(code, template, **values)


def _short(words: str) -> str:
    """What is quoted back, four words at most."""
    quoted = " ".join(words.split()[:4])
    return quoted if len(quoted) <= _QUOTED else quoted[: _QUOTED - 1] + "…"
