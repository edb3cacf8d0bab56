"""The library of ideas: what to do, how to make it easier, what to take care of, what is known about it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.http import HttpResponse
from django.urls import reverse
from django.utils.dateformat import format as dated
from django.utils.translation import gettext as _

from alongside.areas.library import queries as ideas
from alongside.areas.library.values import (
    Frequency,
    Light,
    StrategyCard,
    StrategySeen,
    Translation,
    VersionSeen,
    Way,
)
from alongside.core import icf, routines
from alongside.core import strategy_lint as words
from alongside.core.actors import MemberRole
from alongside.core.child_facts import fact_label, is_fact
from alongside.core.words import gettext_noop
from alongside.faces.common import pages
from alongside.faces.common.request import Request
from alongside.faces.therapist import frame, library_facets
from alongside.faces.therapist.forms.library import LibraryForm
from alongside.faces.therapist.library_facets import Group
from alongside.ui.nav import Crumb, Nav

_WHEN = {
    "at_first": gettext_noop("at first"),
    "near_roads": gettext_noop("near roads"),
    "busy_place": gettext_noop("in a busy place"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class IdeaCard:
    """An idea in the list. ``mark`` says whose it is when it is the clinic's own."""

    url: str
    name: str
    summary: str
    line: str
    evidence: str
    voice: str
    mark: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LibraryPage:
    """The list, as filtered."""

    nav: Nav
    form: LibraryForm
    groups: tuple[Group, ...]
    chosen: int
    has_goals: bool
    ideas: tuple[IdeaCard, ...]
    total: int


@dataclass(frozen=True, slots=True, kw_only=True)
class WayLine:
    """One way easier or harder, and the knob that it turns."""

    words: str
    knob: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Earlier:
    """An earlier wording, ready to print."""

    number: int
    name: str
    summary: str
    steps: tuple[str, ...]
    who: str


@dataclass(frozen=True, slots=True, kw_only=True)
class IdeaPage:
    """One idea in full."""

    nav: Nav
    crumbs: tuple[Crumb, ...]
    idea: StrategySeen
    routine: str
    often: str
    facts: tuple[tuple[str, str], ...]
    easier: tuple[WayLine, ...]
    harder: tuple[WayLine, ...]
    builds: tuple[str, ...]
    supervision: tuple[str, ...]
    evidence: str
    earlier: tuple[Earlier, ...]
    translations: tuple[Translation, ...]
    copy: str
    uuid: str


def library(request: Request) -> HttpResponse:
    """The ideas that fit words, an age and choices, the best first, with what every further choice would leave."""
    form = LibraryForm(request.GET)
    asked = form.cleaned_data if form.is_valid() else {}
    chosen = library_facets.chosen_in(request.GET)
    found = ideas.search(clinic_of(request), asked.get("q", ""), chosen, age_years=asked.get("age"))
    page = LibraryPage(
        nav=frame.rail(request, "library"),
        form=form,
        groups=library_facets.groups(found.counts, chosen),
        chosen=sum(map(len, chosen.values())),
        has_goals=bool(request.actor.clinics_as(MemberRole.THERAPIST)),
        ideas=tuple(_card(one) for one in found.cards),
        total=found.total,
    )
    return pages.page(request, "therapist/library.html", page)


def strategy(request: Request, idea_code: str) -> HttpResponse:
    """One idea, with its earlier wordings and its words in other languages."""
    clinic = clinic_of(request)
    idea = ideas.strategy(clinic, idea_code)
    page = IdeaPage(
        nav=frame.rail(request, "library"),
        crumbs=crumbs(idea.name),
        idea=idea,
        routine=_(routines.routine(idea.routine).label),
        often=_often(idea.frequency),
        facts=tuple((label, value) for label, value in _facts(idea) if value),
        easier=tuple(_way(one) for one in idea.ways_easier),
        harder=tuple(_way(one) for one in idea.ways_harder),
        builds=_builds(idea),
        supervision=_supervision(idea),
        evidence=_(idea.evidence.label),
        earlier=tuple(_earlier(one) for one in ideas.versions(clinic, idea_code)),
        translations=ideas.translations(clinic, idea_code),
        copy=ideas.copy_of(clinic, idea_code),
        uuid=str(pages.fresh_uuid(request.at)),
    )
    return pages.page(request, "therapist/strategy.html", page)


def clinic_of(request: Request) -> int:
    """The clinic whose library is open."""
    return request.actor.clinics_as(MemberRole.THERAPIST, MemberRole.OWNER)[0]


def crumbs(*here: str) -> tuple[Crumb, ...]:
    """Where you are, under the library."""
    return (
        Crumb(label=_("Library"), url=reverse("therapist:library")),
        *(Crumb(label=one) for one in here),
    )


def _card(one: StrategyCard) -> IdeaCard:
    told = {
        "routine": _(routines.routine(one.routine).label),
        "minutes": one.minutes,
        "first": one.age_from,
        "last": one.age_to,
    }
    return IdeaCard(
        url=reverse("therapist:strategy", args=[one.code]),
        name=one.name,
        summary=one.summary,
        line=_("%(routine)s · %(minutes)s min · %(first)s to %(last)s years") % told,
        evidence=_(one.evidence.label),
        voice="ok" if one.evidence.light is Light.GREEN else "",
        mark=_("our own") if one.is_own else "",
    )


def _often(frequency: Frequency) -> str:
    low, high = frequency.times_min, frequency.times_max
    times = str(low) if low == high else f"{low}–{high}"
    return f"{times} × {_(words.OFTEN.get(frequency.per, frequency.per))}"


def _facts(idea: StrategySeen) -> tuple[tuple[str, str], ...]:
    """What it asks for, in a table of short lines."""
    return (
        (_("Fits as well"), _listed("routine", idea.also)),
        (_("What it is for"), _listed("domain", (idea.domain, *idea.also_domains))),
        (_("Where"), _listed("setting", idea.setting)),
        (_("A grown-up’s attention"), _listed("attention", (idea.attention,))),
        (_("Who leads"), _(words.LEADS.get(idea.leads, ""))),
        (_("With whom"), _listed("people", idea.people)),
        (_("Position"), _listed("position", idea.position)),
        (_("Minutes to set up"), str(idea.set_up_minutes)),
        (_("Mess, noise"), _("%(mess)s and %(noise)s of 3") % {"mess": idea.mess, "noise": idea.noise}),
        (_("Senses"), _listed("sensory", idea.sensory)),
        (_("Likes"), ", ".join(idea.tags)),
    )


def _listed(facet: str, codes: Iterable[str]) -> str:
    return ", ".join(library_facets.option_label(facet, code) for code in codes)


def _way(way: Way) -> WayLine:
    return WayLine(words=way.words, knob=_(words.KNOBS.get(way.knob, "")))


def _builds(idea: StrategySeen) -> tuple[str, ...]:
    """The skills it builds and the real tasks it practises, with their codes."""
    known = icf.plain_words()
    tasks = (f"{known.get(code, '')} ({code})" for code in idea.tasks)
    return (*(f"{skill.name} ({skill.icf})" for skill in idea.builds), *tasks)


def _earlier(one: VersionSeen) -> Earlier:
    who = _("%(name)s, until %(day)s") % {"name": one.by, "day": _day(one.until)} if one.until else ""
    return Earlier(
        number=one.number,
        name=one.name,
        summary=one.summary,
        steps=one.steps,
        who=who or _("as it came with the product"),
    )


def _day(at: datetime) -> str:
    return dated(at, "j F Y")


def _supervision(idea: StrategySeen) -> tuple[str, ...]:
    """How close a grown-up stays, and when it has to be closer."""
    rules = [
        _("%(when)s: %(level)s") % {"when": _when(when), "level": _(words.LEVELS.get(level, level))}
        for when, level in idea.supervision.rules
    ]
    first = _(words.LEVELS.get(idea.supervision.level, idea.supervision.level))
    return tuple(part for part in (first, idea.supervision.note, *rules) if part)


def _when(code: str) -> str:
    if code.startswith("<"):
        return _("under %(age)s years") % {"age": code[1:]}
    if is_fact(code):
        return str(_(fact_label(code)))
    return _(_WHEN.get(code, code))
