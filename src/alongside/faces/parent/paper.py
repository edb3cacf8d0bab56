"""On paper: the plan, a card for the fridge, pictures for a schedule, a copy for school."""

from dataclasses import dataclass
from uuid import UUID

from django.http import HttpResponse
from django.utils.translation import gettext as _

from alongside.areas.circle.values import OpenChild
from alongside.areas.review.queries import sheets
from alongside.areas.review.values.sheets import Paper
from alongside.core import routines
from alongside.core.capabilities import Capability
from alongside.faces.common import sheet_files
from alongside.faces.common.pages import page
from alongside.faces.common.request import Request
from alongside.faces.common.sheet_files import PaperForm, ScheduleForm
from alongside.faces.parent.frame import FamilyPage, frame, open_for


@dataclass(frozen=True, slots=True, kw_only=True)
class CardLink:
    """A routine that has a card."""

    code: str
    label: str
    icon: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperPage(FamilyPage):
    """What can be printed. ``paper`` is the size that every link asks for, ``morning`` asks for the morning's strip."""

    size: PaperForm
    paper: str
    cards: tuple[CardLink, ...]
    schedule: ScheduleForm
    morning: str
    can_print_school: bool


def paper(request: Request, child: UUID) -> HttpResponse:
    """The page with everything that can be printed."""
    opened = open_for(request, child, Capability.READ_PROGRAMME, "paper")
    return page(request, "parent/paper.html", _page(request, opened))


def paper_card(request: Request, child: UUID, routine: str) -> HttpResponse:
    """The card of one routine, as a PDF."""
    opened = open_for(request, child, Capability.READ_PROGRAMME, "paper_card")
    return sheet_files.card(request, opened, routine)


def paper_school(request: Request, child: UUID) -> HttpResponse:
    """The copy for school, as a PDF, for those who know the safety facts."""
    opened = open_for(request, child, Capability.READ_SAFETY, "paper_school")
    return sheet_files.school_copy(request, opened)


def paper_schedule(request: Request, child: UUID) -> HttpResponse:
    """The picture cards, as a PDF; the page again where something has to be chosen."""
    opened = open_for(request, child, Capability.READ_PROGRAMME, "paper_schedule")
    form = sheet_files.asked_schedule(request, opened)
    if form.is_valid():
        return sheet_files.schedule(request, opened, form)
    return page(request, "parent/paper.html", _page(request, opened, form), status=422)


def _page(request: Request, opened: OpenChild, refused: ScheduleForm | None = None) -> PaperPage:
    size = PaperForm({"paper": request.GET.get("paper") or Paper.A4.value})
    codes = sheets.routines_on_paper(opened)
    return PaperPage(
        **frame(opened, "plan"),
        size=size,
        paper=size.chosen.value,
        cards=tuple(_card(code) for code in codes),
        schedule=refused or sheet_files.ordinary_morning(opened),
        morning=sheet_files.morning_strip(opened, size.chosen),
        can_print_school=opened.allows(Capability.READ_SAFETY),
    )


def _card(code: str) -> CardLink:
    found = routines.routine(code)
    return CardLink(code=code, label=_(found.label), icon=found.icon)
