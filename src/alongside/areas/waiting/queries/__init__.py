"""Reading who waits, what is offered, and what became of freed times."""

from alongside.areas.waiting.queries.freed import freed_time, freed_times
from alongside.areas.waiting.queries.offers import offer, offers, open_offer, open_offers
from alongside.areas.waiting.queries.places import (
    contacts,
    contacts_due,
    expected,
    first_waiting,
    place,
    rules,
    stands_behind,
    waiting_list,
)
from alongside.areas.waiting.queries.tips import tips, tips_for, tips_to_choose
from alongside.areas.waiting.queries.who_fits import NoRoomFits, room_for, who_fits

__all__ = [
    "NoRoomFits",
    "contacts",
    "contacts_due",
    "expected",
    "first_waiting",
    "freed_time",
    "freed_times",
    "offer",
    "offers",
    "open_offer",
    "open_offers",
    "place",
    "room_for",
    "rules",
    "stands_behind",
    "tips",
    "tips_for",
    "tips_to_choose",
    "waiting_list",
    "who_fits",
]
