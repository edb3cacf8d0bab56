"""Too easy, just right, too hard: turns one knob of the idea at once, says what changed, and takes it back in a tap."""

from uuid import UUID

from django import forms
from django.http import HttpResponse

from alongside.areas.circle.values import OpenChild
from alongside.areas.practice import actions as practice
from alongside.areas.practice import queries as diary
from alongside.areas.practice.values import EntrySeen
from alongside.areas.programme import actions as changes
from alongside.areas.programme import queries as programme
from alongside.core.capabilities import Capability
from alongside.core.moments import FIT_LABELS, Fit
from alongside.faces.common.pages import UuidField, attempt, page
from alongside.faces.common.request import Request
from alongside.faces.parent import cards, moments
from alongside.faces.parent.cards import After
from alongside.faces.parent.fields import OneOf, choices_of
from alongside.faces.parent.frame import open_for
from alongside.faces.parent.today import refused_page

_BACK = {Fit.TOO_HARD: Fit.TOO_EASY, Fit.TOO_EASY: Fit.TOO_HARD}


class ChangeFitForm(forms.Form):
    """The identifier of the change that follows."""

    change = UuidField()


class FitForm(ChangeFitForm):
    """How the idea fits now."""

    fit = OneOf(choices_of(FIT_LABELS), coerce=Fit, required=True)


def fit(request: Request, child: UUID, entry: UUID) -> HttpResponse:
    """Keep how the idea fits; too hard makes it one step easier, too easy one step harder, where that is allowed."""
    opened = open_for(request, child, Capability.WRITE_ENTRIES, "fit")
    before = diary.own_entry(opened, entry)
    form = FitForm(request.POST)
    done = attempt(form, lambda: _keep(request, child, entry, form)) if form.is_valid() else None
    if done is None:
        return page(request, "parent/today.html", refused_page(opened, form), status=422)
    if done.fit is None or done.fit in {before.fit, Fit.JUST_RIGHT}:
        return moments.answer(request, child, done)
    return _say(request, opened, done, _regrade(request, opened, done, done.fit, form))


def undo_fit(request: Request, child: UUID, entry: UUID) -> HttpResponse:
    """The idea as it was before. What was said about it stays."""
    opened = open_for(request, child, Capability.WRITE_ENTRIES, "undo_fit")
    done = diary.own_entry(opened, entry)
    form = ChangeFitForm(request.POST)
    back = _BACK.get(done.fit) if done.fit else None
    if back is None or not form.is_valid():
        return moments.answer(request, child, done)
    _regrade(request, opened, done, back, form)
    return _say(request, opened, done, cards.UNDONE)


def _keep(request: Request, child: UUID, entry: UUID, form: FitForm) -> EntrySeen:
    return practice.correct_entry(
        actor=request.actor, child=child, entry=entry, fit=form.cleaned_data["fit"], at=request.at
    )


def _regrade(request: Request, opened: OpenChild, entry: EntrySeen, fit: Fit, form: ChangeFitForm) -> str:
    """Which way the idea went; it stays where a list ends, a therapist says so, or a carer may not change it."""
    if not opened.allows(Capability.LIGHTEN_PROGRAMME):
        return cards.KEPT
    before = programme.placement(opened, entry.placement).grade
    after = changes.regrade_by_fit(
        actor=request.actor,
        child=opened.uuid,
        placement=entry.placement,
        change=form.cleaned_data["change"],
        fit=fit,
        at=request.at,
    ).grade
    if after == before:
        return cards.KEPT
    return cards.EASIER if after < before else cards.HARDER


def _say(request: Request, opened: OpenChild, done: EntrySeen, went: str) -> HttpResponse:
    placed = programme.placement(opened, done.placement)
    return moments.answer(request, opened.uuid, done, After(changed=cards.changed(placed, went)), went)
