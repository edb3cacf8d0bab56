"""The rules of the clinic's diary."""

from dataclasses import asdict, dataclass
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from alongside.areas.diary import actions as diary
from alongside.areas.diary import queries as times
from alongside.areas.diary.values import RulesDraft
from alongside.areas.people.values import ClinicSeen
from alongside.core import bounds
from alongside.faces.common.pages import attempt, page
from alongside.faces.common.request import Request
from alongside.faces.common.staff_nav import staff_nav
from alongside.faces.common.times_forms import ClockField
from alongside.faces.desk.fields import Line, Number
from alongside.faces.desk.times import runs, times_crumbs
from alongside.ui.nav import Crumb, Nav


class RulesForm(forms.Form):
    """What the diary holds to."""

    buffer_minutes = Number(
        low=0,
        high=60,
        label=gettext_lazy("Minutes kept free after a visit"),
        help_text=gettext_lazy("To tidy up and to breathe."),
    )
    hours_before_free_cancel = Number(
        low=0,
        high=336,
        label=gettext_lazy("A family can let a visit go up to so many hours before"),
        help_text=gettext_lazy("Later they ring you. “Couldn’t come” is always fine."),
    )
    cancel_words = Line(
        limit=bounds.SENTENCE,
        label=gettext_lazy("What families read about it"),
        help_text=gettext_lazy("In your own words, or empty."),
    )
    hold_hours = Number(low=1, high=336, label=gettext_lazy("An offered time is held for so many hours"))
    school_from = ClockField(label=gettext_lazy("School starts at"))
    school_until = ClockField(label=gettext_lazy("School ends at"))
    works_on_public_holidays = forms.BooleanField(
        required=False, label=gettext_lazy("We work on public holidays")
    )
    works_in_school_holidays = forms.BooleanField(
        required=False, label=gettext_lazy("We work in school holidays")
    )
    reminds = forms.BooleanField(required=False, label=gettext_lazy("Remind families the day before"))
    remind_at = ClockField(label=gettext_lazy("Remind at"))

    def clean(self) -> dict[str, Any]:
        typed = super().clean() or self.cleaned_data
        start, end = typed.get("school_from"), typed.get("school_until")
        if start and end and end <= start:
            self.add_error("school_until", _("Choose an end that is after the start."))
        return typed


@dataclass(frozen=True, slots=True, kw_only=True)
class RulesPage:
    """The rules, to be changed."""

    nav: Nav
    crumbs: tuple[Crumb, ...]
    form: RulesForm


def rules(request: Request) -> HttpResponse:
    """The rules; POST keeps them."""
    mine = runs(request)
    form = RulesForm(request.POST or None, initial=asdict(times.rules(mine.pk)))
    if request.method == "POST" and _keep(request, mine, form):
        messages.success(request, _("The rules are kept."))
        return redirect("desk:rules")
    shown = RulesPage(
        nav=staff_nav(request.actor, "clinic"), crumbs=times_crumbs(_("Rules of the diary")), form=form
    )
    return page(request, "desk/rules.html", shown, status=422 if request.method == "POST" else 200)


def _keep(request: Request, mine: ClinicSeen, form: RulesForm) -> bool:
    if not form.is_valid():
        return False
    draft = RulesDraft(**form.cleaned_data)
    said: dict[str, Any] = {"actor": request.actor, "clinic": mine.pk, "at": request.at}
    return attempt(form, lambda: diary.keep_rules(**said, rules=draft)) is not None
