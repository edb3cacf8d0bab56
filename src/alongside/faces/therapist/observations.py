"""Where to look: our own prompts for an observation, by part of life. Each leads to a finding that is begun already."""

from dataclasses import dataclass
from uuid import UUID

from django.http import HttpResponse
from django.utils.translation import gettext as _

from alongside.areas.evaluation import queries as noticed
from alongside.areas.evaluation.values import Prompt
from alongside.faces.common import pages
from alongside.faces.common.request import Request
from alongside.faces.therapist import door, frame
from alongside.faces.therapist.frame import Frame
from alongside.ui.nav import Nav


@dataclass(frozen=True, slots=True, kw_only=True)
class PartOfLife:
    """A part of life with its prompts and how many things were noticed in it already."""

    code: str
    label: str
    prompts: tuple[Prompt, ...]
    noticed: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ObservationsPage:
    """Everything on the page. The prompts of ``chosen`` are shown."""

    nav: Nav
    frame: Frame
    parts: tuple[PartOfLife, ...]
    chosen: PartOfLife


def observations(request: Request, child: UUID) -> HttpResponse:
    """The page; ``?area=`` chooses a part of life, the first of the list when it names none."""
    opened = door.own_child(request, child, "observations")
    seen = [one.area for one in noticed.findings(opened)]
    parts = tuple(_part(area.code, area.label, seen.count(area.code)) for area in noticed.areas())
    asked = request.GET.get("area", "")
    page = ObservationsPage(
        nav=frame.rail(request),
        frame=frame.frame(opened, _("Where to look")),
        parts=parts,
        chosen=next((part for part in parts if part.code == asked), parts[0]),
    )
    return pages.page(request, "therapist/observations.html", page)


def _part(code: str, label: str, count: int) -> PartOfLife:
    prompts = tuple(one for one in noticed.prompts() if one.area == code)
    return PartOfLife(code=code, label=_(label), prompts=prompts, noticed=count)
