"""Writing a goal by two, climbing its steps by two, saying where we are, and keeping good wordings."""

from alongside.areas.goals.actions.agree import agree_goal
from alongside.areas.goals.actions.bank import BankFull, NameLeft, keep_in_bank, retire_bank_goal
from alongside.areas.goals.actions.rate import (
    AlreadyUnderWay,
    BaselineFirst,
    BaselineScored,
    GoalNotAgreed,
    NotTheStart,
    ScaleNotReady,
    rate_goal,
    score_baseline,
)
from alongside.areas.goals.actions.steps import (
    AlreadyAnswered,
    AlreadyThere,
    AnswerFirst,
    NotAgreedYet,
    OwnProposal,
    answer_step,
    propose_step,
)
from alongside.areas.goals.actions.weigh import GoalWithoutPriority, NothingToWeigh, weigh_goals
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
    "AlreadyUnderWay",
    "AnswerFirst",
    "BankFull",
    "BaselineFirst",
    "BaselineScored",
    "GoalClosed",
    "GoalNotAgreed",
    "GoalWithoutPriority",
    "NameLeft",
    "NotAgreedYet",
    "NotTheStart",
    "NothingToWeigh",
    "OwnProposal",
    "ScaleNotReady",
    "agree_goal",
    "answer_step",
    "change_goal",
    "close_goal",
    "keep_in_bank",
    "propose_goal",
    "propose_step",
    "rate_goal",
    "retire_bank_goal",
    "score_baseline",
    "weigh_goals",
]
