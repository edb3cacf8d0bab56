"""What the addresses of this face demand. A child's pages are for the child's own therapist, looking or writing."""

from alongside.core.actors import MemberRole
from alongside.faces.common.policy import Policies, child, hat
from alongside.faces.therapist.door import TEAM

_therapist = {"GET": hat(MemberRole.THERAPIST)}
_look = {"GET": child(TEAM)}
_write = {"POST": child(TEAM)}
_LOOKS = (
    "child",
    "matters",
    "findings",
    "goals",
    "new_goal",
    "goal",
    "change_goal",
    "progress",
    "programme",
    "note",
    "child_talk",
    "thread",
    "circle",
    "wins",
)
_WRITES = (
    "keep_matters",
    "rate",
    "keep_moment",
    "drop_moment",
    "keep_capacity",
    "add_finding",
    "share_findings",
    "propose_goal",
    "keep_change",
    "agree_goal",
    "propose_step",
    "answer_step",
    "close_goal",
    "place_strategy",
    "place_idea",
    "share_programme",
    "change_placement",
    "move_placement",
    "aim_placement",
    "reword_placement",
    "override_safety",
    "start_note",
    "save_note",
    "sign_note",
    "share_note",
    "add_addendum",
    "plan_item",
    "start_thread",
    "send",
    "answer",
    "invite",
    "settle",
    "restrict",
    "lift",
    "end_place",
    "record_fact",
    "confirm_fact",
    "end_fact",
    "add_win",
    "look_for_wins",
    "confirm_win",
    "decline_win",
    "say_why",
)

POLICIES: Policies = {
    "therapist:day": _therapist,
    "therapist:children": _therapist,
    "therapist:talk": _therapist,
    "therapist:library": _therapist,
    "therapist:strategy": _therapist,
    "therapist:look_at_words": {"POST": hat(MemberRole.THERAPIST)},
    **{f"therapist:{name}": _look for name in _LOOKS},
    **{f"therapist:{name}": _write for name in _WRITES},
}
