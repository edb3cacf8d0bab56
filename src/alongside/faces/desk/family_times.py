"""When a family could come, as they told the clinic: for families that say it on the phone or at the desk."""

from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from alongside.areas.circle import queries as circle
from alongside.areas.circle.values import OpenChild, PlaceKind
from alongside.areas.diary import actions as diary
from alongside.areas.diary import queries as times
from alongside.areas.diary.values.windows import wishes
from alongside.core.refusals import NotFound
from alongside.faces.common.pages import attempt, page
from alongside.faces.common.request import Request
from alongside.faces.common.staff_nav import staff_nav
from alongside.faces.common.window_words import in_words
from alongside.faces.common.windows_forms import WindowsForm, as_chips
from alongside.faces.desk.visits_frame import crumbs, open_to_book
from alongside.ui.nav import Crumb, Nav


@dataclass(frozen=True, slots=True, kw_only=True)
class FamilyTimesPage:
    """The chips of what one carer told, or somebody; ``beside`` says in words what else is known.

    Where homes were named, ``carers`` are asked for, and only the home of ``who`` reads what is written here. Without
    such a home ``is_for_clinic``: no carer reads it.
    """

    nav: Nav
    crumbs: tuple[Crumb, ...]
    child: UUID
    name: str
    form: WindowsForm
    beside: str
    carers: tuple[tuple[str, str], ...]
    who: str
    is_for_clinic: bool


def family_times(request: Request, child: UUID) -> HttpResponse:
    """Write down what the family said. What a home keeps on its own phone stays as it is."""
    opened = open_to_book(request, child, "desk.family_times")
    rules, said = times.rules(opened.clinic), times.windows(opened)
    carers = _carers(opened)
    who = _who_told(request, carers)
    home = circle.home_of_carer(opened, who) if who else None
    start = as_chips([one.wish for one in said if one.home == home], rules)
    form = WindowsForm(request.POST if request.method == "POST" else None, initial=start, rules=rules)
    if form.is_valid() and attempt(form, lambda: _keep(request, child, who, form)) is not None:
        messages.success(request, _("Kept.") if carers else _("Kept. The family reads it on the phone."))
        return redirect("desk:regular", child=child)
    built = FamilyTimesPage(
        nav=staff_nav(request.actor, "week"),
        crumbs=crumbs(opened, _("When they could come")),
        child=child,
        name=opened.short_name,
        form=form,
        beside=in_words(wishes(one for one in said if one.home != home)),
        carers=tuple((str(uuid), name) for uuid, name in carers.items()),
        who=str(who or ""),
        is_for_clinic=bool(carers) and home is None,
    )
    return page(request, "desk/family_times.html", built, status=422 if form.is_bound else 200)


def _carers(opened: OpenChild) -> dict[UUID, str]:
    """Who may have told it, where homes are kept apart; nobody is asked for where the family is one."""
    if not circle.has_homes(opened):
        return {}
    return {one.uuid: one.short_name for one in circle.circle_of(opened) if one.kind is PlaceKind.CARER}


def _who_told(request: Request, carers: Mapping[UUID, str]) -> UUID | None:
    """The carer in the form or the address; NotFound for anybody else."""
    asked = request.POST.get("from") or request.GET.get("from", "")
    found = next((uuid for uuid in carers if str(uuid) == asked), None)
    if asked and found is None:
        raise NotFound
    return found


def _keep(request: Request, child: UUID, who: UUID | None, form: WindowsForm) -> object:
    return diary.keep_windows(
        actor=request.actor,
        child=child,
        windows=form.drafts(),
        heard_by_clinic=True,
        heard_from=who,
        at=request.at,
    )
