"""The words keeper at work: it looks at what a family will read, as it is written. It keeps nothing and sends nothing.

Nothing here speaks of a child: a text comes in, hints go out.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from django import forms
from django.http import HttpResponse
from django.utils.text import Truncator
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from alongside.areas.library import queries as library
from alongside.core.actors import Actor, MemberRole
from alongside.core.words_keeper import LONGEST_TEXT, Kind, Suggestion, reading_age, suggestions
from alongside.faces.common import pages
from alongside.faces.common.request import Request
from alongside.faces.therapist.forms.looking import Put, browser_place, one_newline

_SHOWN = 60
_LEAVES_OUT = "words_keeper.out"


class Reads(StrEnum):
    """Where the family will read the text."""

    NOTE = "note"
    REPORT = "report"
    IDEA = "idea"
    GOAL = "goal"
    FINDING = "finding"


# These begin with their own heading or stand in an order of their own, so a lack may well come first.
_OWN_ORDER = frozenset({Reads.IDEA, Reads.GOAL, Reads.FINDING})
_FEW_WORDS = frozenset({Reads.GOAL, Reads.FINDING})


@dataclass(frozen=True, slots=True, kw_only=True)
class Hint:
    """One suggestion on the page. ``put`` is what its button carries, empty when only the writer finds the words."""

    found: str
    why: str
    label: str
    put: str


@dataclass(frozen=True, slots=True, kw_only=True)
class WordsPage:
    """What the keeper says about one text. ``age`` is None for an empty one, and where a few words stand alone.

    ``live``: a script puts words in, so that the buttons send nothing, not even with the enter key.
    """

    age: int | None
    hints: tuple[Hint, ...]
    live: bool = False
    refused: str = ""


class TextField(forms.CharField):
    """A text to look at, counted as the keeper counts it."""

    def to_python(self, value: object) -> Any:
        return one_newline(str(value or ""))


class LookForm(forms.Form):
    """A text, the field it stands in, and where the family will read it."""

    text = TextField(
        max_length=LONGEST_TEXT,
        strip=False,
        required=False,
        error_messages={"max_length": gettext_lazy("We look at %(limit_value)d characters at most.")},
    )
    box = forms.CharField(max_length=80, required=False)
    reads = forms.TypedChoiceField(choices=[(one.value, one.value) for one in Reads], coerce=Reads)


def look_at_words(request: Request) -> HttpResponse:
    """The keeper's hints for a text, as a part of a page."""
    form = LookForm(request.POST)
    if not form.is_valid():
        refused = " ".join(str(error) for errors in form.errors.values() for error in errors)
        page = WordsPage(age=None, hints=(), live=True, refused=refused)
        return pages.page(request, "therapist/parts/words.html", page, status=422)
    typed = form.cleaned_data
    page = words_page(request.actor, typed["text"], box=typed["box"], reads=typed["reads"], live=True)
    return pages.page(request, "therapist/parts/words.html", page)


def words_page(actor: Actor, text: str, *, box: str, reads: Reads, live: bool = False) -> WordsPage:
    """The hints for a text that stands in the field ``box``, with the words of the writer's clinic."""
    clinic = actor.clinics_as(MemberRole.THERAPIST)[0]
    found = suggestions(text, library.clinic_words(clinic))
    hints = tuple(_hints(text, box, _fitting(found, reads)))
    age = None if reads in _FEW_WORDS else reading_age(text)
    return WordsPage(age=age, hints=hints, live=live)


def _fitting(found: Iterable[Suggestion], reads: Reads) -> Iterable[Suggestion]:
    return (one for one in found if not (one.kind is Kind.ORDER and reads in _OWN_ORDER))


def _hints(text: str, box: str, found: Iterable[Suggestion]) -> Iterable[Hint]:
    for one in found:
        yield Hint(
            found=Truncator(_listed_words(one)).chars(_SHOWN),
            why=_(one.why.template).format(**one.why.named),
            label=_label(one),
            put=_put(text, box, one),
        )


def _listed_words(one: Suggestion) -> str:
    """The words themselves. Where they are left out, the suggestion reaches on to the next letter."""
    return (
        one.found[:-1].rstrip() if one.why.code == _LEAVES_OUT and one.replacement is not None else one.found
    )


def _label(one: Suggestion) -> str:
    if one.why.code == _LEAVES_OUT:
        return _("Leave it out")
    return _("Put in “%(words)s”") % {"words": one.replacement}


def _put(text: str, box: str, one: Suggestion) -> str:
    if one.replacement is None:
        return ""
    start, end = browser_place(text, one.start), browser_place(text, one.end)
    return Put(field=box, start=start, end=end, found=one.found, put=one.replacement).written
