"""The rail of everybody who works in a clinic, built in one place: what stands in it follows the hats."""

from functools import cache
from typing import Literal

from django.urls import reverse
from django.utils.translation import gettext as _

from alongside.core.actors import Actor, MemberRole
from alongside.ui.nav import Nav, NavItem

Place = Literal["day", "children", "week", "talk", "library", "stories", "families", "clinic", ""]


def staff_nav(actor: Actor, current: Place = "", *, waiting: int = 0) -> Nav:
    """Daily work first; ``waiting`` counts family messages without an answer, shown at Talk."""
    treats = bool(actor.clinics_as(MemberRole.THERAPIST))
    runs = bool(actor.clinics_as(MemberRole.FRONT_DESK, MemberRole.OWNER))
    items: list[NavItem] = []
    if treats:
        items += _therapist_items(current, waiting)
    if runs:
        greets = bool(actor.clinics_as(MemberRole.FRONT_DESK))
        items += _desk_items(current, with_week=not treats, with_stories=greets or treats)
    if actor.clinics_as(MemberRole.OWNER) and not treats:
        items.append(_library(current))
    more = [] if runs else [_item(_("Stories"), "mail", "desk:stories", current=current == "stories")]
    own = _own_pages() if treats else ()
    return Nav(items=tuple(items), more=(*more, *own, *_everybody()))


def _own_pages() -> tuple[NavItem, ...]:
    return (
        _item(_("My times"), "clock", "therapist:my_times"),
        _item(_("Your calendar"), "calendar-days", "therapist:calendar"),
    )


def _therapist_items(current: Place, waiting: int) -> list[NavItem]:
    return [
        _item(_("My day"), "calendar-check", "therapist:day", current=current == "day"),
        _item(_("Children"), "users-round", "therapist:children", current=current == "children"),
        _item(_("Schedule"), "calendar-days", "desk:week", current=current == "week"),
        _item(_("Talk"), "messages-square", "therapist:talk", current=current == "talk", waiting=waiting),
        _library(current),
    ]


def _library(current: Place) -> NavItem:
    return _item(_("Library"), "book-open", "therapist:library", current=current == "library")


def _desk_items(current: Place, *, with_week: bool, with_stories: bool) -> list[NavItem]:
    stories = _item(_("Stories"), "mail", "desk:stories", current=current == "stories")
    week = _item(_("Schedule"), "calendar-days", "desk:week", current=current == "week")
    return [
        *([stories] if with_stories else []),
        _item(_("Families"), "house", "desk:families", current=current == "families"),
        *([week] if with_week else []),
        _item(_("Clinic"), "building-2", "desk:clinic", current=current == "clinic"),
    ]


def _everybody() -> tuple[NavItem, ...]:
    return (
        _item(_("How you are told"), "mail", "desk:how_told", current=False),
        _item(_("Sign-in settings"), "settings", "mfa_index"),
        _item(_("Sign out"), "log-out", "account_logout"),
    )


@cache
def _address(route: str) -> str:
    """Worked out once: the rail stands on every page."""
    return reverse(route)


def _item(label: str, icon: str, route: str, *, current: bool = False, waiting: int = 0) -> NavItem:
    return NavItem(label=label, icon=icon, url=_address(route), current=current, waiting=waiting)
