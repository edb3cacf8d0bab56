"""Booking that begins with a time: which family comes, found while typing or with the button."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.urls import reverse
from django.utils.dateformat import format as dated
from django.utils.http import urlencode

from alongside.areas.circle import gate
from alongside.areas.circle import queries as circle
from alongside.areas.people import queries as people
from alongside.core.actors import MemberRole
from alongside.core.capabilities import Capability
from alongside.faces.common.pages import page
from alongside.faces.common.request import Request
from alongside.faces.common.staff_nav import staff_nav
from alongside.faces.desk.frame import clinic_as
from alongside.faces.desk.visits_forms import TimeAskedForm
from alongside.ui.nav import Nav

LONGEST = 120  # letters of a name
FEWEST = 2
FOUND_AT_MOST = 10
_USUAL = 45  # minutes


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """One child that the letters find."""

    uuid: UUID
    name: str
    may_book: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class BookTimePage:
    """The time that was chosen, and the families that the letters find, each with the address that books it."""

    nav: Nav
    when: str
    therapist: str
    kept: tuple[tuple[str, str], ...]
    typed: str
    found: tuple[tuple[Found, str], ...]
    may_search: bool
    who_fits: str
    group: str


def book_time(request: Request) -> HttpResponse:
    """Choose who comes at a free time; the time goes on to the form."""
    asked = time_asked(request)
    typed = request.GET.get("q", "")[:LONGEST].strip()
    shown = BookTimePage(
        nav=staff_nav(request.actor, "week"),
        when=_when(asked.get("starts")),
        therapist=_therapist(request, asked.get("therapist")),
        kept=tuple(_told(asked).items()),
        typed=typed,
        found=tuple(
            (one, _book_url(one.uuid, asked)) for one in find(request, typed, doing="desk.book_time")
        ),
        may_search=len(typed) >= FEWEST,
        who_fits=_who_fits(asked),
        group=f"{reverse('desk:book_group')}?{urlencode(_told(asked))}",
    )
    part = "#found" if request.htmx else ""
    return page(request, f"desk/book_time.html{part}", shown)


def find(request: Request, typed: str, *, doing: str) -> tuple[Found, ...]:
    """At most ten children whose names begin with what was typed; nobody below two letters."""
    if len(typed.strip()) < FEWEST:
        return ()
    keys = circle.find_children(request.actor, typed)[:FOUND_AT_MOST]
    opened = gate.open_children(request.actor, Capability.READ_NAME, request.at, doing=doing, among=keys)
    return tuple(
        Found(uuid=child.uuid, name=child.name, may_book=child.allows(Capability.BOOK_VISITS))
        for child in opened
    )


def time_asked(request: Request) -> dict[str, Any]:
    """The parts of a time that the address names and that make sense; the others are left aside."""
    form = TimeAskedForm(request.GET)
    form.is_valid()
    return {name: value for name, value in form.cleaned_data.items() if value not in (None, "")}


def _told(asked: dict[str, Any]) -> dict[str, str]:
    starts = asked.get("starts")
    told = {"starts": f"{starts:%Y-%m-%dT%H:%M}"} if starts else {}
    return told | {name: str(asked[name]) for name in ("therapist", "minutes") if name in asked}


def _book_url(child: UUID, asked: dict[str, Any]) -> str:
    told = urlencode(_told(asked))
    return reverse("desk:book", args=[child]) + (f"?{told}" if told else "")


def _who_fits(asked: dict[str, Any]) -> str:
    """The families that wait and could come then; only for a whole time."""
    if "starts" not in asked or "therapist" not in asked:
        return ""
    return f"{reverse('desk:who_fits')}?{urlencode({'minutes': str(_USUAL)} | _told(asked))}"


def _when(starts: datetime | None) -> str:
    return dated(starts, "l j F, G:i") if starts else ""


def _therapist(request: Request, uuid: UUID | None) -> str:
    if uuid is None:
        return ""
    clinic = clinic_as(request, *MemberRole)
    return next((one.name for one in people.colleagues(clinic.pk, request.at) if one.uuid == uuid), "")
