"""When a family could come, as they told the clinic: for families that say it on the phone or at the desk."""

from dataclasses import dataclass
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from alongside.areas.circle import queries as circle
from alongside.areas.diary import actions as diary
from alongside.areas.diary import queries as times
from alongside.areas.diary.values.windows import wishes
from alongside.faces.common.pages import attempt, page
from alongside.faces.common.request import Request
from alongside.faces.common.staff_nav import staff_nav
from alongside.faces.common.window_words import in_words
from alongside.faces.common.windows_forms import WindowsForm, as_chips
from alongside.faces.desk.visits_frame import crumbs, open_to_book
from alongside.ui.nav import Crumb, Nav


@dataclass(frozen=True, slots=True, kw_only=True)
class FamilyTimesPage:
    """The chips for every home; ``of_homes`` says in words what single homes told beside.

    ``is_apart`` is whether homes were named: then no carer reads what is written here.
    """

    nav: Nav
    crumbs: tuple[Crumb, ...]
    child: UUID
    name: str
    form: WindowsForm
    of_homes: str
    is_apart: bool


def family_times(request: Request, child: UUID) -> HttpResponse:
    """Write down what the family said. What a home keeps on its own phone stays as it is."""
    opened = open_to_book(request, child, "desk.family_times")
    rules, said, is_apart = times.rules(opened.clinic), times.windows(opened), circle.has_homes(opened)
    start = as_chips([one.wish for one in said if one.home is None], rules)
    form = WindowsForm(request.POST if request.method == "POST" else None, initial=start, rules=rules)
    if form.is_valid() and attempt(form, lambda: _keep(request, child, form)) is not None:
        messages.success(
            request, _("Kept.") if is_apart else _("Kept. The family reads it on the phone, too.")
        )
        return redirect("desk:regular", child=child)
    built = FamilyTimesPage(
        nav=staff_nav(request.actor, "week"),
        crumbs=crumbs(opened, _("When they could come")),
        child=child,
        name=opened.short_name,
        form=form,
        of_homes=in_words(wishes(one for one in said if one.home is not None)),
        is_apart=is_apart,
    )
    return page(request, "desk/family_times.html", built, status=422 if form.is_bound else 200)


def _keep(request: Request, child: UUID, form: WindowsForm) -> object:
    return diary.keep_windows(
        actor=request.actor, child=child, windows=form.drafts(), heard_by_clinic=True, at=request.at
    )
