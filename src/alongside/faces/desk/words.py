"""The clinic's own words for families: what it says instead, and words of the list that are fine with it."""

from dataclasses import dataclass
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.dateformat import format as dated
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from alongside.areas.library import actions as library
from alongside.areas.library import queries as kept
from alongside.areas.library.values import SAY_LIMIT, WORD_LIMIT, ClinicWordSeen
from alongside.areas.people.values import ClinicSeen
from alongside.core.actors import MemberRole
from alongside.core.words import FAMILY_WORDS
from alongside.faces.common.pages import UuidField, attempt, fresh_uuid, page
from alongside.faces.common.request import Request
from alongside.faces.common.staff_nav import staff_nav
from alongside.faces.desk.fields import Line
from alongside.faces.desk.frame import clinic_as
from alongside.ui.nav import Crumb, Nav


class WordForm(forms.Form):
    """A word, and what to say instead of it."""

    uuid = UuidField()
    word = Line(
        limit=WORD_LIMIT,
        required=True,
        label=gettext_lazy("The word"),
        help_text=gettext_lazy("One word, or a few that belong together."),
    )
    say = Line(
        limit=SAY_LIMIT,
        label=gettext_lazy("We say instead"),
        help_text=gettext_lazy(
            "Several wordings go with commas between. Leave it empty when the word is fine for you."
        ),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class WordLine:
    """A line of the clinic's own list, and who wrote it when."""

    uuid: UUID
    word: str
    say: str
    by: str
    day: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Shipped:
    """A line of the list that comes with the product."""

    say: str
    instead_of: str


@dataclass(frozen=True, slots=True, kw_only=True)
class WordsPage:
    """The clinic's own list, the list that comes with the product, and a form for one more word."""

    nav: Nav
    crumbs: tuple[Crumb, ...]
    lines: tuple[WordLine, ...]
    shipped: tuple[Shipped, ...]
    form: WordForm


@dataclass(frozen=True, slots=True, kw_only=True)
class WordPage:
    """One line, to be changed."""

    nav: Nav
    crumbs: tuple[Crumb, ...]
    word: str
    form: WordForm


def words(request: Request) -> HttpResponse:
    """The list; POST puts one more word on it."""
    form = WordForm(request.POST or None, initial={"uuid": fresh_uuid(request.at)})
    if request.method == "POST" and _is_kept(request, form, replaces=None):
        messages.success(request, _("The word is on your list."))
        return redirect("desk:words")
    status = 422 if request.method == "POST" else 200
    return page(request, "desk/words.html", _words_page(request, form), status=status)


def word(request: Request, word: UUID) -> HttpResponse:
    """One line; POST puts another in its place."""
    known = kept.own_word(_mine(request).pk, word) if request.method == "GET" else None
    initial = {"uuid": fresh_uuid(request.at)} | ({"word": known.word, "say": known.say} if known else {})
    form = WordForm(request.POST or None, initial=initial)
    if request.method == "POST" and _is_kept(request, form, replaces=word):
        messages.success(request, _("The word is changed."))
        return redirect("desk:words")
    status = 422 if request.method == "POST" else 200
    return page(request, "desk/word.html", _word_page(request, form), status=status)


def end_word(request: Request, word: UUID) -> HttpResponse:
    """Take one line off the list."""
    library.end_word(actor=request.actor, clinic=_mine(request).pk, word=word, at=request.at)
    messages.success(request, _("The word is off your list."))
    return redirect("desk:words")


def _mine(request: Request) -> ClinicSeen:
    return clinic_as(request, MemberRole.OWNER, MemberRole.THERAPIST)


def _is_kept(request: Request, form: WordForm, *, replaces: UUID | None) -> bool:
    if not form.is_valid():
        return False
    mine = _mine(request).pk
    typed = form.cleaned_data

    def act() -> ClinicWordSeen:
        return library.keep_word(actor=request.actor, clinic=mine, **typed, replaces=replaces, at=request.at)

    return attempt(form, act) is not None


def _words_page(request: Request, form: WordForm) -> WordsPage:
    mine = _mine(request)
    return WordsPage(
        nav=staff_nav(request.actor, "clinic"),
        crumbs=(*_clinic_crumb(request, mine), Crumb(label=_("Words for families"))),
        lines=tuple(_line(one) for one in kept.own_words(mine.pk)),
        shipped=tuple(Shipped(say=one.say, instead_of=", ".join(one.instead_of)) for one in FAMILY_WORDS),
        form=form,
    )


def _word_page(request: Request, form: WordForm) -> WordPage:
    shown = str(form["word"].value() or "")
    words_crumb = Crumb(label=_("Words for families"), url=reverse("desk:words"))
    return WordPage(
        nav=staff_nav(request.actor, "clinic"),
        crumbs=(*_clinic_crumb(request, _mine(request)), words_crumb, Crumb(label=shown)),
        word=shown,
        form=form,
    )


def _line(one: ClinicWordSeen) -> WordLine:
    return WordLine(uuid=one.uuid, word=one.word, say=one.say, by=one.by, day=dated(one.at, "j F Y"))


def _clinic_crumb(request: Request, mine: ClinicSeen) -> tuple[Crumb, ...]:
    """Therapists come from their own pages: the clinic's page is not theirs."""
    runs = request.actor.roles_in(mine.pk) & {MemberRole.OWNER, MemberRole.FRONT_DESK}
    return (Crumb(label=_("Clinic"), url=reverse("desk:clinic")),) if runs else ()
