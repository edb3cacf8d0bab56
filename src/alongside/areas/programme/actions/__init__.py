"""Changing the programme."""

from alongside.areas.programme.actions.answering import agree_placement, answer_placement, refuse_placement
from alongside.areas.programme.actions.changing import (
    HasItsHome,
    aim_placement,
    move_placement,
    remove_placement,
    reword_placement,
)
from alongside.areas.programme.actions.family import swap_placement
from alongside.areas.programme.actions.grading import (
    FurtherThanAgreed,
    NothingEasier,
    NothingHarder,
    bound_grades,
    make_easier,
    make_harder,
    regrade_by_fit,
)
from alongside.areas.programme.actions.judging import RestsForSafety, SafetyRefused
from alongside.areas.programme.actions.ledger import AlreadyEnded
from alongside.areas.programme.actions.lending import NotOfTheFamily, keep_idea_home, lend_idea
from alongside.areas.programme.actions.pictures import (
    EnoughPictures,
    NoPicturesHere,
    add_picture,
    remove_picture,
)
from alongside.areas.programme.actions.placing import EnoughIdeas, place_idea, place_strategy
from alongside.areas.programme.actions.recheck import (
    confirm_safety_fact,
    end_safety_fact,
    leave_resting,
    propose_safety_fact,
    recheck_programme,
    record_safety_fact,
    withdraw_safety_fact,
)
from alongside.areas.programme.actions.resting import NotLive, NotResting, rest_placement, resume_placement
from alongside.areas.programme.actions.safety import override_safety
from alongside.areas.programme.actions.sharing import LiveLimit, NoReasonYet, share_programme
from alongside.areas.programme.actions.week import end_wish, propose_week, wish_for_week

__all__ = [
    "AlreadyEnded",
    "EnoughIdeas",
    "EnoughPictures",
    "FurtherThanAgreed",
    "HasItsHome",
    "LiveLimit",
    "NoPicturesHere",
    "NoReasonYet",
    "NotLive",
    "NotOfTheFamily",
    "NotResting",
    "NothingEasier",
    "NothingHarder",
    "RestsForSafety",
    "SafetyRefused",
    "add_picture",
    "agree_placement",
    "aim_placement",
    "answer_placement",
    "bound_grades",
    "confirm_safety_fact",
    "end_safety_fact",
    "end_wish",
    "keep_idea_home",
    "leave_resting",
    "lend_idea",
    "make_easier",
    "make_harder",
    "move_placement",
    "override_safety",
    "place_idea",
    "place_strategy",
    "propose_safety_fact",
    "propose_week",
    "recheck_programme",
    "record_safety_fact",
    "refuse_placement",
    "regrade_by_fit",
    "remove_picture",
    "remove_placement",
    "rest_placement",
    "resume_placement",
    "reword_placement",
    "share_programme",
    "swap_placement",
    "wish_for_week",
    "withdraw_safety_fact",
]
