"""How the clinic looks after families that wait: who hears when, what is useful meanwhile, and freed times."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from alongside.areas.library.values import StrategySeen
from alongside.areas.waiting import actions as waits
from alongside.areas.waiting import queries
from alongside.areas.waiting.values import RulesDraft, RulesSeen
from alongside.core.actors import MemberRole
from alongside.core.fairness import RULES
from alongside.faces.common.pages import attempt, page
from alongside.faces.common.request import Request
from alongside.faces.common.staff_nav import staff_nav
from alongside.faces.desk.frame import clinic_as
from alongside.faces.desk.waiting_forms import TipsForm, WaitingRulesForm
from alongside.ui.nav import Crumb, Nav

_APPROVE = frozenset({MemberRole.OWNER, MemberRole.THERAPIST})


@dataclass(frozen=True, slots=True, kw_only=True)
class RulesPage:
    """The clinic's rules, and beside them the order in which families are asked, which is the same everywhere.

    ``is_stopped`` says that freed times are to be offered and nobody of the team stands behind it any more.
    ``tips`` are the ideas that families read; ``choose`` is for those who may choose them.
    """

    nav: Nav
    crumbs: tuple[Crumb, ...]
    form: WaitingRulesForm
    stands_behind: str
    is_stopped: bool
    rules: tuple[str, ...]
    tips: tuple[str, ...]
    choose: TipsForm | None


def rules(request: Request) -> HttpResponse:
    """The rules; POST keeps them, or the ideas that families read meanwhile."""
    clinic = clinic_as(request, MemberRole.FRONT_DESK, MemberRole.OWNER)
    kept, chosen = queries.rules(clinic.pk), queries.tips(clinic.pk)
    choose = _choose_form(request, clinic.pk, chosen)
    form = WaitingRulesForm(None if choose.is_bound else request.POST or None, initial=_initial(kept))
    if said := _kept(request, clinic.pk, choose if choose.is_bound else form):
        messages.success(request, said)
        return redirect("desk:waiting")
    behind = queries.stands_behind(clinic.pk, request.at)
    may_choose = bool(request.actor.roles_in(clinic.pk) & _APPROVE)
    shown = RulesPage(
        nav=staff_nav(request.actor, "families"),
        crumbs=_crumbs(),
        form=form,
        stands_behind="" if behind is None else kept.by_name,
        is_stopped=kept.fills and behind is None,
        rules=tuple(_(rule.template) for rule in RULES),
        tips=tuple(one.name for one in chosen),
        choose=choose if may_choose else None,
    )
    return page(request, "desk/waiting_rules.html", shown, status=422 if request.method == "POST" else 200)


def _crumbs() -> tuple[Crumb, ...]:
    return Crumb(label=_("Waiting for a time"), url=reverse("desk:waiting")), Crumb(label=_("Our rules"))


def _choose_form(request: Request, clinic: int, chosen: Sequence[StrategySeen]) -> TipsForm:
    sent = request.POST if request.POST.get("do") == "tips" else None
    start = {"ideas": [one.uuid for one in chosen]}
    return TipsForm(sent, initial=start, cards=queries.tips_to_choose(clinic))


def _kept(request: Request, clinic: int, form: WaitingRulesForm | TipsForm) -> str:
    """Keep what was sent; answers the sentence to say, or "" when the form wants a change."""
    if request.method != "POST" or not form.is_valid():
        return ""
    who: dict[str, Any] = {"actor": request.actor, "clinic": clinic, "at": request.at}
    typed = form.cleaned_data
    if isinstance(form, TipsForm):
        chosen = attempt(form, lambda: waits.choose_tips(**who, ideas=typed["ideas"]))
        return "" if chosen is None else _("Families that wait read these ideas now.")
    kept = attempt(form, lambda: waits.keep_rules(**who, draft=RulesDraft(**typed)))
    return "" if kept is None else _("Your rules are kept.")


def _initial(kept: RulesSeen) -> dict[str, object]:
    return {name: value for name, value in asdict(kept).items() if name != "by_name"}
