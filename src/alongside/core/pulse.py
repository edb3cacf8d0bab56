"""One question a week to each grown-up about the plan, and when two falling answers ask for a lighter one.

The two questions take turns: how heavy the plan feels (0 to 4) and how sure the grown-up feels (0 to 10; Niyonsenga
2024: high self-efficacy carries a plan). Nobody is compared with anybody, and no answer is as good as any.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from types import MappingProxyType

from alongside.core.words import gettext_noop

LOOK_BACK = timedelta(weeks=8)
_STILL_NEW = timedelta(weeks=1)
_NEEDED = 2


class Question(StrEnum):
    """What is asked."""

    HEAVY = "HEAVY"
    SURE = "SURE"


MOST: Mapping[Question, int] = MappingProxyType({Question.HEAVY: 4, Question.SURE: 10})
QUESTIONS: Mapping[Question, str] = MappingProxyType(
    {
        Question.HEAVY: gettext_noop("How heavy does the plan feel this week?"),
        Question.SURE: gettext_noop("How sure do you feel about the plan this week?"),
    }
)
HEAVY_LABELS = (
    gettext_noop("Light"),
    gettext_noop("All right"),
    gettext_noop("Quite a lot"),
    gettext_noop("Heavy"),
    gettext_noop("Too much"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What one grown-up said in the week from Monday ``week``; ``value`` is None when they let it pass."""

    week: date
    question: Question
    value: int | None

    @property
    def ease(self) -> int | None:
        """Higher is easier, whichever question it was; compared within one question only."""
        if self.value is None:
            return None
        return -self.value if self.question is Question.HEAVY else self.value


def week_of(day: date) -> date:
    """The Monday of its week."""
    return day - timedelta(days=day.weekday())


def question_of(day: date) -> Question:
    """The question of that week; the next week has the other one."""
    return (Question.HEAVY, Question.SURE)[week_of(day).toordinal() // 7 % 2]


def due(answers: Iterable[Answer], today: date) -> Question | None:
    """The question of this week, unless this grown-up answered it or let it pass."""
    this_week = week_of(today)
    return None if any(one.week == this_week for one in answers) else question_of(today)


def is_falling(answers: Iterable[Answer], today: date) -> bool:
    """Whether the two newest answers are each harder than the answer before to the same question.

    Only answers of the last eight weeks count, and the newest is of this week or the last.
    """
    told = sorted(_told(answers, today), key=lambda one: one.week)
    newest = told[-_NEEDED:]
    if len(newest) < _NEEDED or newest[-1].week < week_of(today) - _STILL_NEW:
        return False
    return all(_is_harder(one, told) for one in newest)


def _told(answers: Iterable[Answer], today: date) -> list[Answer]:
    return [one for one in answers if one.value is not None and today - LOOK_BACK <= one.week <= today]


def _is_harder(one: Answer, told: list[Answer]) -> bool:
    before = [other.ease for other in told if other.question is one.question and other.week < one.week]
    return bool(before) and one.ease is not None and before[-1] is not None and one.ease < before[-1]
