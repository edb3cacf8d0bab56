"""The children to whom the therapist said goodbye. Their records stay readable."""

from dataclasses import dataclass
from uuid import UUID

from django.http import HttpResponse

from alongside.areas.circle import queries as circle
from alongside.faces.common import pages
from alongside.faces.common.request import Request
from alongside.faces.therapist import frame
from alongside.ui.nav import Nav


@dataclass(frozen=True, slots=True, kw_only=True)
class GoodbyesPage:
    """The names; each leads to the page of looking back, where it can begin again."""

    nav: Nav
    children: tuple[tuple[UUID, str], ...]


def goodbyes(request: Request) -> HttpResponse:
    """The list."""
    built = GoodbyesPage(nav=frame.rail(request), children=circle.said_goodbye(request.actor, request.at))
    return pages.page(request, "therapist/goodbyes.html", built)
