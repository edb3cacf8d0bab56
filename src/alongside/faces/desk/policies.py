"""What the addresses of this face demand."""

from alongside.core.actors import MemberRole
from alongside.core.capabilities import Capability
from alongside.faces.common.policy import Policies, child, hat

_READERS = hat(MemberRole.FRONT_DESK, MemberRole.THERAPIST)
_DESK = hat(MemberRole.FRONT_DESK)
_RUNS = hat(MemberRole.FRONT_DESK, MemberRole.OWNER)
_OWNER = hat(MemberRole.OWNER)
_TEAM = hat(*MemberRole)
_WRITERS = hat(MemberRole.OWNER, MemberRole.THERAPIST)
_INVITES = child(Capability.INVITE)
_BOOKS = child(Capability.BOOK_VISITS)

POLICIES: Policies = {
    "desk:stories": {"GET": _READERS},
    "desk:story": {"GET": _READERS},
    "desk:answer": {"POST": _READERS},
    "desk:close": {"POST": _READERS},
    "desk:take_on": {"GET": _DESK, "POST": _DESK},
    "desk:families": {"GET": _TEAM},
    "desk:family": {"GET": _INVITES},
    "desk:invite": {"POST": _INVITES},
    "desk:settle": {"POST": _INVITES},
    "desk:who_looked": {"GET": child(Capability.READ_TRAIL)},
    "desk:regular": {"GET": _BOOKS},
    "desk:family_times": {"GET": _BOOKS, "POST": _BOOKS},
    "desk:offer_fits": {"POST": _BOOKS},
    "desk:take_back": {"POST": _BOOKS},
    "desk:book": {"GET": _BOOKS, "POST": _BOOKS},
    "desk:visit": {"GET": _BOOKS},
    "desk:move": {"POST": _BOOKS},
    "desk:cancel": {"POST": _BOOKS},
    "desk:bring_back": {"POST": _BOOKS},
    "desk:series": {"GET": _BOOKS},
    "desk:pause_series": {"POST": _BOOKS},
    "desk:extend_series": {"POST": _BOOKS},
    "desk:answer_request": {"POST": _BOOKS},
    "desk:waiting_place": {"GET": _BOOKS, "POST": _BOOKS},
    "desk:record_contact": {"POST": _BOOKS},
    "desk:end_waiting": {"POST": _BOOKS},
    "desk:offer_one": {"POST": _BOOKS},
    "desk:waiting": {"GET": _TEAM},
    "desk:waiting_rules": {"GET": _RUNS, "POST": _RUNS},
    "desk:freed_times": {"GET": _RUNS},
    "desk:freed_time": {"GET": _RUNS},
    "desk:stop_freed": {"POST": _RUNS},
    "desk:who_fits": {"GET": _TEAM},
    "desk:week": {"GET": _TEAM},
    "desk:day": {"GET": _TEAM},
    "desk:book_time": {"GET": _TEAM},
    "desk:book_group": {"GET": _TEAM, "POST": _TEAM},
    "desk:leave_group": {"POST": _BOOKS},
    "desk:undo": {"POST": _TEAM},
    "desk:clinic": {"GET": _RUNS},
    "desk:add_room": {"POST": _RUNS},
    "desk:change_room": {"POST": _RUNS},
    "desk:times": {"GET": _RUNS},
    "desk:times_of": {"GET": _RUNS, "POST": _RUNS},
    "desk:times_of_all": {"GET": _RUNS, "POST": _RUNS},
    "desk:places": {"GET": _RUNS, "POST": _RUNS},
    "desk:terms": {"GET": _RUNS, "POST": _RUNS},
    "desk:rules": {"GET": _RUNS, "POST": _RUNS},
    "desk:caseload": {"GET": _RUNS, "POST": _RUNS},
    "desk:caseload_abilities": {"POST": _RUNS},
    "desk:caseload_plan": {"GET": _RUNS},
    "desk:caseload_stop": {"POST": _RUNS},
    "desk:caseload_dismiss": {"POST": _RUNS},
    "desk:caseload_offer": {"POST": _RUNS},
    "desk:sent": {"GET": _RUNS},
    "desk:send_again": {"POST": _RUNS},
    "desk:how_told": {"GET": _TEAM, "POST": _TEAM},
    "desk:words": {"GET": _WRITERS, "POST": _WRITERS},
    "desk:word": {"GET": _WRITERS, "POST": _WRITERS},
    "desk:end_word": {"POST": _WRITERS},
    "desk:team": {"GET": _OWNER, "POST": _OWNER},
    "desk:credential": {"GET": _OWNER, "POST": _OWNER},
    "desk:end_membership": {"POST": _OWNER},
}
