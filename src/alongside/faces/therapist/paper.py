"""On paper, for the therapist: the same sheets as the family prints."""

from dataclasses import dataclass
from uuid import UUID

from django.http import HttpResponse
from django.utils.translation import gettext as _

from alongside.areas.circle.values import OpenChild
from alongside.areas.review.queries import sheets
from alongside.areas.review.values.sheets import Paper
from alongside.core import routines
from alongside.faces.common import pages, sheet_files
from alongside.faces.common.request import Request
from alongside.faces.common.sheet_files import PaperForm, ScheduleForm
from alongside.faces.therapist import door, frame
from alongside.faces.therapist.frame import Frame
from alongside.ui.nav import Nav


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperPage:
    """What can be printed; ``cards`` are (code, label) of routines.

    ``paper`` is the size that every link asks for, ``morning`` asks for the strip of the mornings.
    """

    nav: Nav
    frame: Frame
    size: PaperForm
    paper: str
    cards: tuple[tuple[str, str], ...]
    schedule: ScheduleForm
    morning: str


def paper(request: Request, child: UUID) -> HttpResponse:
    """The page with everything that can be printed."""
    opened = door.own_child(request, child, "paper")
    return pages.page(request, "therapist/paper.html", _page(request, opened))


def paper_card(request: Request, child: UUID, routine: str) -> HttpResponse:
    """The card of one routine, as a PDF."""
    return sheet_files.card(request, door.own_child(request, child, "paper_card"), routine)


def paper_school(request: Request, child: UUID) -> HttpResponse:
    """The copy for school, as a PDF."""
    return sheet_files.school_copy(request, door.own_child(request, child, "paper_school"))


def paper_schedule(request: Request, child: UUID) -> HttpResponse:
    """The picture cards, as a PDF; the page again where something has to be chosen."""
    opened = door.own_child(request, child, "paper_schedule")
    form = sheet_files.asked_schedule(request, opened)
    if form.is_valid():
        return sheet_files.schedule(request, opened, form)
    return pages.page(request, "therapist/paper.html", _page(request, opened, form), status=422)


def _page(request: Request, opened: OpenChild, refused: ScheduleForm | None = None) -> PaperPage:
    size = PaperForm({"paper": request.GET.get("paper") or Paper.A4.value})
    codes = sheets.routines_on_paper(opened)
    return PaperPage(
        nav=frame.rail(request),
        frame=frame.frame(opened, _("On paper")),
        size=size,
        paper=size.chosen.value,
        cards=tuple((code, _(routines.routine(code).label)) for code in codes),
        schedule=refused or sheet_files.ordinary_morning(opened),
        morning=sheet_files.morning_strip(opened, size.chosen),
    )
