"""Writing a goal by two, and climbing its steps by two."""

from alongside.areas.goals.actions.agree import agree_goal
from alongside.areas.goals.actions.steps import (
    AlreadyAnswered,
    AlreadyThere,
    AnswerFirst,
    NotAgreedYet,
    OwnProposal,
    answer_step,
    propose_step,
)
from alongside.areas.goals.actions.write import (
    AlreadyChanged,
    GoalClosed,
    change_goal,
    close_goal,
    propose_goal,
)

__all__ = [
    "AlreadyAnswered",
    "AlreadyChanged",
    "AlreadyThere",
    "AnswerFirst",
    "GoalClosed",
    "NotAgreedYet",
    "OwnProposal",
    "agree_goal",
    "answer_step",
    "change_goal",
    "close_goal",
    "propose_goal",
    "propose_step",
]
