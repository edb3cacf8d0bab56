"""What every page of this face has around it, and how it says days, times and voices."""

from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from uuid import UUID
from zoneinfo import ZoneInfo

from django.urls import reverse
from django.utils.dateformat import format as dated
from django.utils.translation import gettext as _

from alongside.areas.circle.values import By, OpenChild, Voice
from alongside.faces.common.request import Request
from alongside.faces.common.staff_nav import Place, staff_nav
from alongside.ui.nav import Crumb, Nav

_ANYBODY = UUID(int=0)
_VOICES = {
    Voice.FAMILY: "family",
    Voice.CHILD: "family",
    Voice.THERAPIST: "therapist",
    Voice.SCHOOL: "school",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """Where you are, the child the page speaks of, and the child's other pages."""

    crumbs: tuple[Crumb, ...]
    child: UUID
    name: str
    links: tuple[Crumb, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """Somebody's words with their voice, ready to print."""

    words: str
    by: str
    voice: str
    when: str = ""


def frame(opened: OpenChild, here: str = "", *, route: str = "") -> Frame:
    """The frame of a child's page. ``here`` names the page, ``route`` marks its link in the row of pages."""
    child_page = Crumb(label=opened.name, url=page_of(opened.uuid, "child") if here else "")
    crumbs = [Crumb(label=_("Children"), url=reverse("therapist:children")), child_page]
    if here:
        crumbs.append(Crumb(label=here))
    return Frame(
        crumbs=tuple(crumbs),
        child=opened.uuid,
        name=opened.short_name,
        links=_links(opened.uuid, route),
    )


def rail(request: Request, current: Place = "children", waiting: int = 0) -> Nav:
    """The rail; a child's page stands under Children."""
    return staff_nav(request.actor, current, waiting=waiting)


def said(words: str, by: By, when: datetime | None = None, zone: ZoneInfo | None = None) -> Said:
    """Words with their voice; ``when`` is told in ``zone``."""
    return Said(
        words=words,
        by=by.name,
        voice=voice(by.voice),
        when=short_day(when.astimezone(zone).date()) if when else "",
    )


def voice(of: Voice) -> str:
    """The voice as the look knows it. A child speaks in the family's colour."""
    return _VOICES[of]


def long_day(day: date) -> str:
    """Thursday 26 November."""
    return dated(day, "l j F")


def short_day(day: date) -> str:
    """Thu 26 Nov."""
    return dated(day, "D j M")


def moment(at: datetime, zone: ZoneInfo) -> str:
    """Thu 26 Nov, 15:45, on the clock of ``zone``."""
    return dated(at.astimezone(zone), "D j M, G:i")


def _links(child: UUID, route: str) -> tuple[Crumb, ...]:
    """The child's pages. The one in front of the reader has no address."""
    pages = (
        ("matters", _("What matters most")),
        ("findings", _("What we noticed")),
        ("goals", _("Goals")),
        ("programme", _("Home programme")),
        ("progress", _("Progress")),
        ("review", _("Look back together")),
        ("reports", _("Reports")),
        ("child_talk", _("Talk")),
        ("wins", _("Wins")),
        ("circle", _("Circle and safety")),
    )
    return tuple(
        Crumb(label=label, url="" if name == route else page_of(child, name)) for name, label in pages
    )


def page_of(child: UUID, name: str) -> str:
    """The address of one of a child's pages."""
    return _address(name).replace(str(_ANYBODY), str(child))


@cache
def _address(name: str) -> str:
    """Worked out once, for anybody: a page prints many of them."""
    return reverse(f"therapist:{name}", args=[_ANYBODY])
