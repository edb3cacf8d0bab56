"""Writing a clinic's own ideas: adding, changing, copying a starter, retiring, and other languages."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from alongside.areas.library import actions as library
from alongside.areas.library import queries as ideas
from alongside.areas.library.values import FamilyIdeaSeen, StrategySeen
from alongside.core.strategy_lint import APPROACHES
from alongside.core.words import gettext_noop
from alongside.faces.common import pages
from alongside.faces.common.request import Request
from alongside.faces.therapist import frame
from alongside.faces.therapist.forms.idea import (
    CopyForm,
    Fields,
    GivenForm,
    IdeaForm,
    IdeaWordsForm,
    begun_from,
    filled_with,
)
from alongside.faces.therapist.library import clinic_of, crumbs
from alongside.ui.nav import Crumb, Nav

_ENGLISH = "en-gb"
_OUR_OWN = {
    "age_from": 3, "age_to": 8, "minutes": 5, "set_up_minutes": 0, "mess": 0, "noise": 0, "times_min": 1,
    "times_max": 3, "per": "week", "attention": "nearby", "level": "NEARBY", "leads": "child", "light": "unrated",
    "people": ["one_to_one"], "setting": ["home"], "approach": gettext_noop("Practice in daily life"),
    "statement": gettext_noop("Our own idea. It has not been rated."),
    "source": gettext_noop("Our clinic"), "indication": gettext_noop("Not looked at in research"),
}  # fmt: skip
_WORDED = ("approach", "statement", "source", "indication")


@dataclass(frozen=True, slots=True, kw_only=True)
class EditPage:
    """The idea as it is being written. ``title`` says whether it is a new one."""

    nav: Nav
    crumbs: tuple[Crumb, ...]
    title: str
    form: IdeaForm
    easier: tuple[Fields, Fields]
    harder: tuple[Fields, Fields]
    skills: tuple[Fields, Fields]
    safety: tuple[Fields, Fields]
    closer: tuple[Fields, Fields]
    approaches: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FamilyIdeasPage:
    """Ideas that families gave, without names."""

    nav: Nav
    crumbs: tuple[Crumb, ...]
    ideas: tuple[FamilyIdeaSeen, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class WordsPage:
    """An idea beside its words in another language."""

    nav: Nav
    crumbs: tuple[Crumb, ...]
    idea: StrategySeen
    form: IdeaWordsForm


def new_strategy(request: Request) -> HttpResponse:
    """Write an idea of the clinic's own."""
    fresh = _OUR_OWN | {"uuid": pages.fresh_uuid(request.at), "checked_on": request.at.date()}
    form = IdeaForm(request.POST or None, initial=_first_values(fresh) | _given(request))
    if form.is_bound and form.is_valid():
        told = _told(request)
        draft = form.draft(_ENGLISH)
        form.show(ideas.remarks_on(draft, request.at.date()))
        kept = _attempt(form, lambda: _add(form, told | {"strategy": _uuid(form), "draft": draft}))
        if kept is not None:
            messages.success(request, _("Kept in your library."))
            return redirect("therapist:strategy", kept.code)
    return _edit_page(request, form, _("A new idea"))


def family_ideas(request: Request) -> HttpResponse:
    """What families said that others may use."""
    page = FamilyIdeasPage(
        nav=frame.rail(request, "library"),
        crumbs=crumbs(_("Ideas that families gave")),
        ideas=ideas.family_ideas(clinic_of(request)),
    )
    return pages.page(request, "therapist/family_ideas.html", page)


def change_strategy(request: Request, idea_code: str) -> HttpResponse:
    """Change an idea of the clinic's own. The wording before stays known."""
    clinic = clinic_of(request)
    idea = ideas.strategy(clinic, idea_code)
    if not idea.is_own:
        return redirect("therapist:strategy", idea_code)
    form = IdeaForm(request.POST or None, initial=filled_with(idea) | {"uuid": idea.uuid})
    if form.is_bound and form.is_valid():
        told = _told(request) | {"strategy": idea_code}
        draft, seen = form.draft(idea.language), form.cleaned_data["seen"] or 0
        form.show(ideas.remarks_on(draft, request.at.date(), idea.evidence.checked_on))
        kept = _attempt(form, lambda: library.change_strategy(**told, seen=seen, draft=draft))
        if kept is not None:
            messages.success(request, _("Changed. Families keep the wording that they were given."))
            return redirect("therapist:strategy", idea_code)
    return _edit_page(request, form, idea.name)


def adapt_strategy(request: Request, code: str) -> HttpResponse:
    """Make the clinic's own copy of a starter idea, and open it to be changed."""
    form = CopyForm(request.POST)
    copy = form.cleaned_data["uuid"] if form.is_valid() else pages.fresh_uuid(request.at)
    kept = library.adapt_strategy(**_told(request), strategy=code, copy=copy)
    messages.success(request, _("This is your clinic’s copy. Change what you like."))
    return redirect("therapist:change_strategy", kept.code)


def retire_strategy(request: Request, idea_code: str) -> HttpResponse:
    """Take it out of the lists."""
    library.retire_strategy(**_told(request), strategy=idea_code)
    messages.success(request, _("Out of the library. Plans that use it keep it."))
    return redirect("therapist:strategy", idea_code)


def bring_back_strategy(request: Request, idea_code: str) -> HttpResponse:
    """Put it back into the lists."""
    library.bring_back_strategy(**_told(request), strategy=idea_code)
    messages.success(request, _("Back in the library."))
    return redirect("therapist:strategy", idea_code)


def translate_strategy(request: Request, idea_code: str) -> HttpResponse:
    """Say an idea in another language; ``?language=`` opens words that are there."""
    clinic = clinic_of(request)
    idea = ideas.strategy(clinic, idea_code)
    asked = request.GET.get("language", "")
    there = next((one for one in ideas.translations(clinic, idea_code) if one.language == asked), None)
    begun = IdeaWordsForm.of(there) if there else {}
    form = IdeaWordsForm(request.POST or None, initial=begun | {"uuid": pages.fresh_uuid(request.at)})
    if form.is_bound and form.is_valid():
        told = _told(request) | {"strategy": idea_code}
        more = {name: form.cleaned_data[name] for name in ("uuid", "language")}
        if pages.attempt(form, lambda: library.translate_strategy(**told, **more, words=form.draft())):
            messages.success(request, _("Kept in this language."))
            return redirect("therapist:strategy", idea_code)
    return _words_page(request, idea, form)


def _given(request: Request) -> dict[str, Any]:
    """What the form begins with when ``?from=`` names an idea that a family gave."""
    asked = GivenForm(request.GET)
    if not asked.is_valid():
        return {}
    return begun_from(ideas.family_idea(clinic_of(request), asked.cleaned_data["from"]))


def _add(form: IdeaForm, told: dict[str, Any]) -> StrategySeen:
    given = form.cleaned_data["given"]
    return library.take_family_idea(**told, idea=given) if given else library.add_strategy(**told)


def _told(request: Request) -> dict[str, Any]:
    """Who does it, in which clinic, and when."""
    return {"actor": request.actor, "clinic": clinic_of(request), "at": request.at}


def _uuid(form: IdeaForm) -> UUID:
    return UUID(str(form.cleaned_data["uuid"]))


def _first_values(fresh: dict[str, Any]) -> dict[str, Any]:
    """The first values of a new idea, in the reader's language."""
    return {name: _(value) if name in _WORDED else value for name, value in fresh.items()}


def _attempt(form: IdeaForm, act: Callable[[], StrategySeen]) -> StrategySeen | None:
    """Do it unless the lint said something; what the library says stands in the form too."""
    if form.errors:
        return None
    kept: StrategySeen | None = pages.attempt(form, act)
    return kept


def _edit_page(request: Request, form: IdeaForm, title: str) -> HttpResponse:
    page = EditPage(
        nav=frame.rail(request, "library"),
        crumbs=crumbs(title),
        title=title,
        form=form,
        easier=form.rows("easier"),
        harder=form.rows("harder"),
        skills=form.rows("skill"),
        safety=form.rows("safety"),
        closer=form.rows("closer"),
        approaches=tuple(APPROACHES),
    )
    return pages.page(request, "therapist/edit_idea.html", page, status=422 if form.is_bound else 200)


def _words_page(request: Request, idea: StrategySeen, form: IdeaWordsForm) -> HttpResponse:
    page = WordsPage(nav=frame.rail(request, "library"), crumbs=crumbs(idea.name), idea=idea, form=form)
    return pages.page(request, "therapist/translate_idea.html", page, status=422 if form.is_bound else 200)
