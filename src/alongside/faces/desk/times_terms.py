"""Terms, school holidays and public holidays of the clinic."""

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.dateformat import format as dated
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from alongside.areas.diary import actions as diary
from alongside.areas.diary import queries as times
from alongside.areas.diary.values import Rules, TermKind, TermSeen
from alongside.areas.people.values import ClinicSeen
from alongside.core import bounds
from alongside.faces.common.pages import UuidField, attempt, fresh_uuid, page
from alongside.faces.common.request import Request
from alongside.faces.common.staff_nav import staff_nav
from alongside.faces.common.times_page import today_in
from alongside.faces.common.times_words import span_of_days
from alongside.faces.desk.fields import FROM_LIST, Day, Line
from alongside.faces.desk.times import runs, times_crumbs
from alongside.faces.desk.times_countries import COUNTRIES
from alongside.ui.nav import Crumb, Nav

_KINDS = {TermKind.TERM: gettext_lazy("Term"), TermKind.HOLIDAY: gettext_lazy("School holidays")}


class TermForm(forms.Form):
    """A term or school holidays."""

    uuid = UuidField()
    name = Line(
        limit=bounds.TITLE,
        required=True,
        label=gettext_lazy("What it is called"),
        help_text=gettext_lazy("Such as “Autumn term” or “half term”."),
    )
    kind = forms.ChoiceField(
        label=gettext_lazy("What it is"),
        choices=[(kind.value, label) for kind, label in _KINDS.items()],
        initial=TermKind.TERM.value,
        widget=forms.RadioSelect,
        error_messages={"required": FROM_LIST, "invalid_choice": FROM_LIST},
    )
    first = Day(label=gettext_lazy("First day"))
    last = Day(label=gettext_lazy("Last day"))

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options | {"auto_id": "term_%s"})


class CountryForm(forms.Form):
    """Whose public holidays the clinic has."""

    country = forms.ChoiceField(
        label=gettext_lazy("Country"),
        choices=[("", gettext_lazy("Choose")), *COUNTRIES],
        error_messages={"required": FROM_LIST, "invalid_choice": FROM_LIST},
    )
    subdivision = Line(
        limit=20,
        label=gettext_lazy("Part of the country"),
        help_text=gettext_lazy("Its short name, such as ENG for England. Empty where all parts are alike."),
    )

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options | {"auto_id": "country_%s"})


@dataclass(frozen=True, slots=True, kw_only=True)
class TermRow:
    """A term or holidays in words. ``is_over`` when its last day has passed."""

    uuid: UUID
    name: str
    kind: str
    when: str
    is_over: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class TermsPage:
    """The school year and the public holidays ahead."""

    nav: Nav
    crumbs: tuple[Crumb, ...]
    terms: tuple[TermRow, ...]
    holidays: tuple[tuple[str, str], ...]
    holidays_until: date | None
    form: TermForm
    country: CountryForm


def terms(request: Request) -> HttpResponse:
    """The terms and holidays; POST keeps a term, takes one away, or chooses the country."""
    mine = runs(request)
    sent = request.POST.get("do", "") if request.method == "POST" else ""
    rules = times.rules(mine.pk)
    form = TermForm(request.POST if sent == "term" else None, initial={"uuid": fresh_uuid(request.at)})
    country = CountryForm(request.POST if sent == "country" else None, initial=_chosen(rules))
    if sent and (said := _done(request, mine, form, country)):
        messages.success(request, said)
        return redirect("desk:terms")
    status = 422 if request.method == "POST" else 200
    return page(request, "desk/terms.html", _page(request, mine, form, country), status=status)


def _done(request: Request, mine: ClinicSeen, form: TermForm, country: CountryForm) -> str:
    """What was kept, in words; "" when a form wants a change."""
    if form.is_bound:
        return _("That is kept.") if _keep(request, mine, form) else ""
    if country.is_bound:
        return _("The public holidays are in the diary.") if _choose(request, mine, country) else ""
    return _remove(request, mine)


def _keep(request: Request, mine: ClinicSeen, form: TermForm) -> bool:
    if not form.is_valid():
        return False
    typed = dict(form.cleaned_data)
    said: dict[str, Any] = {
        "actor": request.actor,
        "clinic": mine.pk,
        "term": typed.pop("uuid"),
        "at": request.at,
    }
    kind = TermKind(typed.pop("kind"))
    return attempt(form, lambda: diary.keep_term(**said, **typed, kind=kind)) is not None


def _choose(request: Request, mine: ClinicSeen, form: CountryForm) -> bool:
    if not form.is_valid():
        return False
    said: dict[str, Any] = {"actor": request.actor, "clinic": mine.pk, "at": request.at}
    return attempt(form, lambda: diary.choose_country(**said, **form.cleaned_data)) is not None


def _remove(request: Request, mine: ClinicSeen) -> str:
    try:
        term = forms.UUIDField().clean(request.POST.get("remove", ""))
    except forms.ValidationError:
        return ""
    diary.remove_term(actor=request.actor, clinic=mine.pk, term=term, at=request.at)
    return _("That is taken away.")


def _chosen(rules: Rules) -> dict[str, object]:
    return {"country": rules.country, "subdivision": rules.subdivision}


def _page(request: Request, mine: ClinicSeen, form: TermForm, country: CountryForm) -> TermsPage:
    today = today_in(request, mine)
    until = times.rules(mine.pk).holidays_until
    ahead = times.public_holidays(mine.pk, today, until) if until else ()
    return TermsPage(
        nav=staff_nav(request.actor, "clinic"),
        crumbs=times_crumbs(_("Terms and holidays")),
        terms=tuple(_row(one, today) for one in times.terms(mine.pk)),
        holidays=tuple((dated(one.day, "D j F Y"), one.name) for one in ahead),
        holidays_until=until,
        form=form,
        country=country,
    )


def _row(one: TermSeen, today: date) -> TermRow:
    return TermRow(
        uuid=one.uuid,
        name=one.name,
        kind=str(_KINDS[one.kind]),
        when=span_of_days(one.first, one.last),
        is_over=one.last < today,
    )
