"""The register of instruments, with the clinic's notes about giving each of them again."""

from dataclasses import dataclass
from functools import partial
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from alongside.areas.circle.values import OpenChild
from alongside.areas.evaluation import actions as evaluation
from alongside.areas.evaluation import queries as noticed
from alongside.areas.evaluation.values import Instrument, RepeatNoteSeen
from alongside.core.refusals import NotFound
from alongside.faces.common import pages
from alongside.faces.common.request import Request
from alongside.faces.therapist import door, frame, scores_words
from alongside.faces.therapist.forms.scores import RepeatNoteForm
from alongside.faces.therapist.frame import Frame
from alongside.ui.nav import Nav


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One instrument as a row of the register."""

    code: str
    name: str
    publisher: str
    kinds: str
    licence: str
    retired: int | None
    note: str
    repeat: str
    is_open: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class InstrumentsPage:
    """Everything on the page. ``form`` changes the note of ``chosen``."""

    nav: Nav
    frame: Frame
    entries: tuple[Entry, ...]
    chosen: Instrument | None
    form: RepeatNoteForm | None


def instruments(request: Request, child: UUID) -> HttpResponse:
    """The register; ``?note=`` opens the note of one instrument."""
    opened = door.own_child(request, child, "instruments")
    chosen = _named(request.GET.get("note", ""))
    return _show(request, opened, chosen, _form(request, opened, chosen) if chosen else None)


def keep_repeat_note(request: Request, child: UUID) -> HttpResponse:
    """Keep the clinic's note about one instrument."""
    opened = door.own_child(request, child, "keep_repeat_note")
    instrument = request.POST.get("instrument", "")
    chosen = _named(instrument)
    if chosen is None:
        raise NotFound
    form = RepeatNoteForm(request.POST)
    if form.is_valid():
        act = partial(
            evaluation.keep_repeat_note,
            actor=request.actor,
            child=child,
            instrument=instrument,
            at=request.at,
        )
        if pages.attempt(form, lambda: act(draft=form.draft())) is not None:
            messages.success(request, _("The note is kept for your clinic."))
            return redirect("therapist:instruments", child)
    return _show(request, opened, chosen, form, status=422)


def _named(code: str) -> Instrument | None:
    return next((one for one in noticed.instruments() if one.code == code), None)


def _form(request: Request, opened: OpenChild, chosen: Instrument) -> RepeatNoteForm:
    initial: dict[str, object] = {"uuid": pages.fresh_uuid(request.at)}
    for note in noticed.repeat_notes(opened):
        if note.instrument == chosen.code:
            initial |= {"words": note.words, "weeks": note.weeks}
    return RepeatNoteForm(initial=initial)


def _show(
    request: Request,
    opened: OpenChild,
    chosen: Instrument | None,
    form: RepeatNoteForm | None,
    status: int = 200,
) -> HttpResponse:
    notes = {note.instrument: note for note in noticed.repeat_notes(opened)}
    page = InstrumentsPage(
        nav=frame.rail(request),
        frame=frame.frame(opened, _("Instruments")),
        entries=tuple(_entry(one, notes.get(one.code)) for one in noticed.instruments()),
        chosen=chosen,
        form=form,
    )
    return pages.page(request, "therapist/instruments.html", page, status=status)


def _entry(one: Instrument, note: RepeatNoteSeen | None) -> Entry:
    return Entry(
        code=one.code,
        name=one.name,
        publisher=one.publisher,
        kinds=" · ".join(_(kind.label) for kind in one.score_types),
        licence=_(one.licence.says),
        retired=one.retired,
        note=one.note,
        repeat=scores_words.repeated(note) if note else "",
        is_open=one.is_open,
    )
