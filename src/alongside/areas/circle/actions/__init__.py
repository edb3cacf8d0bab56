"""Changing the circle around a child."""

from alongside.areas.circle.actions.children import keep_about, register_child
from alongside.areas.circle.actions.contacts import keep_contact
from alongside.areas.circle.actions.goodbye import open_again, say_goodbye
from alongside.areas.circle.actions.homes import (
    TooManyHomes,
    add_home,
    end_home,
    put_in_home,
    rename_home,
    take_from_home,
)
from alongside.areas.circle.actions.invitations import (
    InvitationGone,
    accept_invitation,
    find_invitation,
    invite_carer,
    propose_person,
    settle_proposal,
)
from alongside.areas.circle.actions.places import (
    end_place,
    lift_restriction,
    place_carer,
    place_therapist,
    restrict_carer,
)
from alongside.areas.circle.actions.safety import (
    confirm_safety_fact,
    end_safety_fact,
    propose_safety_fact,
    record_safety_fact,
    withdraw_safety_fact,
)

__all__ = [
    "InvitationGone",
    "TooManyHomes",
    "accept_invitation",
    "add_home",
    "confirm_safety_fact",
    "end_home",
    "end_place",
    "end_safety_fact",
    "find_invitation",
    "invite_carer",
    "keep_about",
    "keep_contact",
    "lift_restriction",
    "open_again",
    "place_carer",
    "place_therapist",
    "propose_person",
    "propose_safety_fact",
    "put_in_home",
    "record_safety_fact",
    "register_child",
    "rename_home",
    "restrict_carer",
    "say_goodbye",
    "settle_proposal",
    "take_from_home",
    "withdraw_safety_fact",
]
