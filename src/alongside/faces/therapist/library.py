"""The library of ideas: what to do, how to make it easier, what to take care of, what is known about it."""

from dataclasses import dataclass

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from alongside.areas.library import queries as ideas
from alongside.areas.library.values import Frequency, StrategyCard, StrategySeen
from alongside.core import routines
from alongside.core.actors import MemberRole
from alongside.core.child_facts import fact_label, is_fact
from alongside.core.words import gettext_noop
from alongside.faces.common import pages
from alongside.faces.common.request import Request
from alongside.faces.therapist import frame
from alongside.faces.therapist.forms.library import LibraryForm
from alongside.ui.nav import Crumb, Nav

_PER = {
    "day": gettext_noop("a day"),
    "week": gettext_noop("a week"),
    "school_days": gettext_noop("on school days"),
    "bath_nights": gettext_noop("on bath nights"),
    "when_needed": gettext_noop("when needed"),
}
_LEVELS = {
    "TOUCH": gettext_noop("A grown-up has a hand on the child."),
    "SIGHT": gettext_noop("A grown-up sees the child all the time."),
    "NEARBY": gettext_noop("A grown-up is nearby."),
    "NONE": gettext_noop("No one needs to watch."),
}
_WHEN = {
    "at_first": gettext_noop("at first"),
    "near_roads": gettext_noop("near roads"),
    "busy_place": gettext_noop("in a busy place"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class IdeaCard:
    """An idea in the list."""

    code: str
    name: str
    summary: str
    minutes: int
    routine: str
    evidence: str
    light: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LibraryPage:
    """The list, as filtered."""

    nav: Nav
    form: LibraryForm
    ideas: tuple[IdeaCard, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class IdeaPage:
    """One idea in full."""

    nav: Nav
    crumbs: tuple[Crumb, ...]
    idea: StrategySeen
    routine: str
    often: str
    supervision: tuple[str, ...]
    evidence: str


def library(request: Request) -> HttpResponse:
    """Every idea that this clinic can use, by name; filters as in the form."""
    form = LibraryForm(request.GET)
    asked = form.cleaned_data if form.is_valid() else {}
    found = ideas.strategies(
        _clinic(request),
        search=asked.get("q", ""),
        routine=asked.get("routine", ""),
        max_minutes=asked.get("minutes"),
        no_kit=asked.get("no_kit", False),
    )
    cards = tuple(_card(one) for one in found)
    page = LibraryPage(nav=frame.rail(request, "library"), form=form, ideas=cards)
    return pages.page(request, "therapist/library.html", page)


def strategy(request: Request, code: str) -> HttpResponse:
    """One idea."""
    idea = ideas.strategy(_clinic(request), code)
    page = IdeaPage(
        nav=frame.rail(request, "library"),
        crumbs=(Crumb(label=_("Library"), url=reverse("therapist:library")), Crumb(label=idea.name)),
        idea=idea,
        routine=_(routines.routine(idea.routine).label),
        often=_often(idea.frequency),
        supervision=_supervision(idea),
        evidence=_(idea.evidence.label),
    )
    return pages.page(request, "therapist/strategy.html", page)


def _clinic(request: Request) -> int:
    return request.actor.clinics_as(MemberRole.THERAPIST)[0]


def _card(one: StrategyCard) -> IdeaCard:
    return IdeaCard(
        code=one.code,
        name=one.name,
        summary=one.summary,
        minutes=one.minutes,
        routine=_(routines.routine(one.routine).label),
        evidence=_(one.evidence.label),
        light=one.evidence.light,
    )


def _often(frequency: Frequency) -> str:
    low, high = frequency.times_min, frequency.times_max
    times = str(low) if low == high else f"{low}–{high}"
    return f"{times} × {_(_PER.get(frequency.per, frequency.per))}"


def _supervision(idea: StrategySeen) -> tuple[str, ...]:
    """How close a grown-up stays, and when it has to be closer."""
    rules = [
        _("%(when)s: %(level)s") % {"when": _when(when), "level": _(_LEVELS.get(level, level))}
        for when, level in idea.supervision.rules
    ]
    first = _(_LEVELS.get(idea.supervision.level, idea.supervision.level))
    return tuple(part for part in (first, idea.supervision.note, *rules) if part)


def _when(code: str) -> str:
    if code.startswith("<"):
        return _("under %(age)s years") % {"age": code[1:]}
    if is_fact(code):
        return str(_(fact_label(code)))
    return _(_WHEN.get(code, code))
