"""How the clinic looks after families that wait: who hears when, what is useful meanwhile, and freed times."""

from dataclasses import asdict, dataclass

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from alongside.areas.waiting import actions as waits
from alongside.areas.waiting import queries
from alongside.areas.waiting.values import RulesDraft, RulesSeen
from alongside.core.actors import MemberRole
from alongside.core.fairness import RULES
from alongside.faces.common.pages import attempt, page
from alongside.faces.common.request import Request
from alongside.faces.common.staff_nav import staff_nav
from alongside.faces.desk.frame import clinic_as
from alongside.faces.desk.waiting_forms import WaitingRulesForm
from alongside.ui.nav import Crumb, Nav


@dataclass(frozen=True, slots=True, kw_only=True)
class RulesPage:
    """The clinic's rules, and beside them the order in which families are asked, which is the same everywhere."""

    nav: Nav
    crumbs: tuple[Crumb, ...]
    form: WaitingRulesForm
    stands_behind: str
    rules: tuple[str, ...]


def rules(request: Request) -> HttpResponse:
    """The rules; POST keeps them."""
    clinic = clinic_as(request, MemberRole.FRONT_DESK, MemberRole.OWNER)
    kept = queries.rules(clinic.pk)
    form = WaitingRulesForm(request.POST or None, initial=_initial(kept))
    if request.method == "POST" and form.is_valid():
        draft = RulesDraft(**form.cleaned_data)
        if attempt(form, lambda: _keep(request, clinic.pk, draft)) is not None:
            messages.success(request, _("Your rules are kept."))
            return redirect("desk:waiting")
    shown = RulesPage(
        nav=staff_nav(request.actor, "families"),
        crumbs=(
            Crumb(label=_("Waiting for a time"), url=reverse("desk:waiting")),
            Crumb(label=_("Our rules")),
        ),
        form=form,
        stands_behind=kept.by_name if kept.fills else "",
        rules=tuple(_(rule.template) for rule in RULES),
    )
    return page(request, "desk/waiting_rules.html", shown, status=422 if form.is_bound else 200)


def _keep(request: Request, clinic: int, draft: RulesDraft) -> RulesSeen:
    return waits.keep_rules(actor=request.actor, clinic=clinic, draft=draft, at=request.at)


def _initial(kept: RulesSeen) -> dict[str, object]:
    return {name: value for name, value in asdict(kept).items() if name != "by_name"}
