"""Keeping who waits, offering times, and looking after times that were freed."""

from alongside.areas.waiting.actions.freed import (
    fill_freed,
    lapse_offer,
    lapse_offers,
    look_for_freed,
    stop_freed,
)
from alongside.areas.waiting.actions.letting_go import (
    bring_visit_back,
    could_not_come,
    let_following_go,
    let_visit_go,
)
from alongside.areas.waiting.actions.offers import (
    OfferOpen,
    OfferOver,
    decline_offer,
    end_place,
    offer_times,
    take_offer,
    withdraw_offer,
)
from alongside.areas.waiting.actions.places import (
    NobodyWaits,
    keep_place,
    keep_rules,
    record_contact,
)
from alongside.areas.waiting.actions.tips import choose_tips

__all__ = [
    "NobodyWaits",
    "OfferOpen",
    "OfferOver",
    "bring_visit_back",
    "choose_tips",
    "could_not_come",
    "decline_offer",
    "end_place",
    "fill_freed",
    "keep_place",
    "keep_rules",
    "lapse_offer",
    "lapse_offers",
    "let_following_go",
    "let_visit_go",
    "look_for_freed",
    "offer_times",
    "record_contact",
    "stop_freed",
    "take_offer",
    "withdraw_offer",
]
