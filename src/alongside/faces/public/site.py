"""What stands around every public page: the clinic, its menu and its phone."""

from dataclasses import dataclass
from typing import Literal

from django.urls import reverse
from django.utils.translation import gettext as _

from alongside.areas.people.values import ClinicSeen
from alongside.ui.nav import NavItem

Place = Literal["clinic", "for_us", "therapists", "story", ""]


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """The clinic that speaks, and where the reader is."""

    clinic: str
    slug: str
    phone: str
    hours: str
    menu: tuple[NavItem, ...]


def site_of(clinic: ClinicSeen, current: Place = "") -> Site:
    """The frame of a clinic's public page."""
    places: tuple[tuple[Place, str, str], ...] = (
        ("clinic", _("How we work"), "sprout"),
        ("for_us", _("Is this for us?"), "circle-question-mark"),
        ("therapists", _("Our therapists"), "users-round"),
        ("story", _("Tell us your story"), "heart"),
    )
    menu = tuple(
        NavItem(
            label=label,
            icon=icon,
            url=reverse(f"public:{name}", args=[clinic.slug]),
            current=name == current,
        )
        for name, label, icon in places
    )
    hours = f"{clinic.quiet_until:%H:%M}–{clinic.quiet_from:%H:%M}"
    return Site(clinic=clinic.name, slug=clinic.slug, phone=clinic.phone, hours=hours, menu=menu)
