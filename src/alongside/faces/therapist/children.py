"""The therapist's own children, and finding a child of the clinic by name."""

from dataclasses import dataclass
from uuid import UUID

from django.http import HttpResponse
from django.utils.translation import gettext as _

from alongside.areas.circle import gate
from alongside.areas.circle import queries as circle
from alongside.areas.circle.values import OpenChild
from alongside.areas.conversation import queries as conversation
from alongside.core.capabilities import Capability
from alongside.faces.common import pages
from alongside.faces.common.request import Request
from alongside.faces.therapist import frame
from alongside.faces.therapist.door import TEAM
from alongside.ui.nav import Nav


@dataclass(frozen=True, slots=True, kw_only=True)
class ChildLine:
    """One child: ``is_own`` opens the page; of a colleague's child only the name is told."""

    uuid: UUID
    name: str
    age: str
    is_own: bool
    waiting: bool
    url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ChildrenPage:
    """The list, or what was found for ``q``."""

    nav: Nav
    q: str
    children: tuple[ChildLine, ...]


def children(request: Request) -> HttpResponse:
    """All own children by name; ``?q=`` finds any child of the clinic by the start of a name."""
    q = request.GET.get("q", "").strip()[:80]
    found = _search(request, q) if q else _own(request)
    page = ChildrenPage(nav=frame.rail(request, "children"), q=q, children=found)
    return pages.page(request, "therapist/children.html", page)


def _own(request: Request) -> tuple[ChildLine, ...]:
    own = gate.open_children(request.actor, TEAM, request.at, doing="therapist.children")
    asking = {one.child for one in conversation.waiting_for(own)}
    return tuple(_line(child, waiting=child.uuid in asking) for child in own)


def _search(request: Request, q: str) -> tuple[ChildLine, ...]:
    keys = circle.find_children(request.actor, q)
    opened = gate.open_children(
        request.actor, Capability.READ_NAME, request.at, doing="therapist.find_children", among=keys
    )
    return tuple(_line(child, waiting=False) for child in opened)


def _line(opened: OpenChild, *, waiting: bool) -> ChildLine:
    return ChildLine(
        uuid=opened.uuid,
        name=opened.name,
        age=age_words(opened) if opened.is_team else "",
        is_own=opened.is_team,
        waiting=waiting,
        url=frame.page_of(opened.uuid, "child") if opened.is_team else "",
    )


def age_words(opened: OpenChild) -> str:
    """6 years 4 months."""
    years, months = circle.age_on(opened.born_on, opened.today)
    return _("%(years)s years %(months)s months") % {"years": years, "months": months}
