"""Writing scores down: choose the instrument, then type what its report says."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse, QueryDict
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from alongside.areas.circle import queries as circle
from alongside.areas.circle.values import OpenChild, PlaceKind
from alongside.areas.evaluation import actions as evaluation
from alongside.areas.evaluation import queries as noticed
from alongside.areas.evaluation.values import SCALES_AT_MOST, Instrument, ScaleSeen, ScoresSeen, Who
from alongside.core.refusals import NotFound
from alongside.faces.common import pages
from alongside.faces.common.request import Request
from alongside.faces.therapist import door, frame, scores_words
from alongside.faces.therapist.forms.scores import InstrumentForm, ScaleForm, ScoresForm
from alongside.faces.therapist.frame import Frame
from alongside.ui.nav import Nav

_LINES, _MORE = 4, 4
_OF_SCORES = ("edition", "weeks_early", "who_name", "given_by_name", "norm_table", "setting", "interpreter",
              "departures", "licence", "given_on")  # fmt: skip
_OF_SCALE = tuple(ScaleForm.base_fields)


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """The form and its lines."""

    form: ScoresForm
    lines: tuple[ScaleForm, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class WritePage:
    """Everything on the page. Without ``paper`` it asks for the instrument."""

    nav: Nav
    frame: Frame
    choose: InstrumentForm
    instrument: Instrument | None
    licence: str
    paper: Paper | None
    before: tuple[str, ...]
    note: str
    retired: tuple[str, ...]
    amending: bool


def new_scores(request: Request, child: UUID) -> HttpResponse:
    """The page: ``?instrument=`` brings the form, ``?amend=`` the form with earlier scores in it."""
    opened = door.own_child(request, child, "new_scores")
    if "amend" in request.GET:
        amended = _amended(opened, request.GET["amend"])
        return _show(request, opened, amended.instrument, _filled(request, opened, amended))
    instrument = _open_one(request.GET.get("instrument", ""))
    paper = _blank(request, opened, instrument) if instrument else None
    return _show(request, opened, instrument, paper)


def keep_scores(request: Request, child: UUID) -> HttpResponse:
    """Keep the scores, or bring more lines with what was typed so far."""
    opened = door.own_child(request, child, "keep_scores")
    instrument = _named(request.POST.get("instrument", ""))
    if instrument is None:
        return _show(request, opened, None, None, status=422)
    if "more" in request.POST:
        return _show(request, opened, instrument, _longer(request.POST, opened, instrument))
    paper = _typed(request.POST, opened, instrument)
    valid = [form.is_valid() for form in (paper.form, *paper.lines)]
    if all(valid):
        kept = pages.attempt(paper.form, partial(_keep, request, child, paper))
        if kept is not None:
            return _done(request, child, kept)
    return _show(request, opened, instrument, paper, status=422)


def _keep(request: Request, child: UUID, paper: Paper) -> ScoresSeen:
    draft = paper.form.draft(tuple(line.draft() for line in paper.lines if not line.is_blank))
    kept, amends = paper.form.cleaned_data["uuid"], paper.form.cleaned_data["amends"]
    actor, at = request.actor, request.at
    if amends:
        return evaluation.amend_scores(
            actor=actor, child=child, administration=amends, amended=kept, draft=draft, at=at
        )
    return evaluation.keep_scores(actor=actor, child=child, administration=kept, draft=draft, at=at)


def _done(request: Request, child: UUID, kept: ScoresSeen) -> HttpResponse:
    messages.success(request, _("Kept. Only you see scores; families read what you noticed."))
    if kept.sooner:
        messages.warning(request, scores_words.given(kept).sooner)
    return redirect("therapist:scores", child)


def _named(code: str) -> Instrument | None:
    return next((one for one in noticed.instruments() if one.code == code), None)


def _open_one(code: str) -> Instrument | None:
    one = _named(code)
    return one if one is not None and one.is_open else None


def _amended(opened: OpenChild, text: str) -> ScoresSeen:
    for one in noticed.scores(opened):
        if str(one.uuid) == text:
            return one
    raise NotFound


def _choices(opened: OpenChild) -> dict[str, list[tuple[str, str]]]:
    """Who may have answered, and who may have given it."""
    grownups = circle.circle_of(opened)
    people = [(str(one.uuid), f"{one.short_name}, {one.relation}".strip(", ")) for one in grownups]
    therapists = [(str(one.uuid), one.short_name) for one in grownups if one.kind is PlaceKind.THERAPIST]
    others = [
        (Who.CHILD.value, opened.short_name),
        (Who.TEACHER.value, _("A teacher")),
        (Who.OTHER.value, _("Somebody else")),
    ]
    return {"people": [*people, *others], "therapists": [*therapists, ("", _("Somebody else"))]}


def _blank(request: Request, opened: OpenChild, instrument: Instrument) -> Paper:
    initial = {
        "uuid": pages.fresh_uuid(request.at),
        "given_on": opened.today,
        "given_by": str(request.actor.uuid),
    }
    form = ScoresForm(initial=initial, instrument=instrument, **_choices(opened))
    return Paper(form=form, lines=_lines(instrument, [{}] * _LINES))


def _filled(request: Request, opened: OpenChild, one: ScoresSeen) -> Paper:
    """Earlier scores in the form. Somebody who left the circle since stays to be chosen."""
    choices, person = _choices(opened), str(one.person) if one.person else one.who.value
    _keep_choice(choices["people"], person, one.who_name)
    given_by = str(one.given_by or "")
    _keep_choice(choices["therapists"], given_by, one.given_by_name)
    initial: dict[str, Any] = {name: getattr(one, name) for name in _OF_SCORES}
    initial |= {"uuid": pages.fresh_uuid(request.at), "amends": one.uuid, "form": one.form.value}
    initial |= {"person": person, "given_by": given_by}
    initial["who_name"] = "" if one.who in {Who.PERSON, Who.CHILD} else one.who_name
    initial["given_by_name"] = "" if one.given_by else one.given_by_name
    form = ScoresForm(initial=initial, instrument=one.instrument, **choices)
    return Paper(form=form, lines=_lines(one.instrument, [*map(_of_scale, one.scales), {}]))


def _keep_choice(pairs: list[tuple[str, str]], value: str, label: str) -> None:
    if value not in dict(pairs):
        pairs.insert(0, (value, label))


def _of_scale(scale: ScaleSeen) -> dict[str, Any]:
    told = {name: getattr(scale, name) for name in _OF_SCALE if name in ScaleSeen.__slots__}
    if scale.interval:
        told["confidence"] = scale.interval.confidence
        if scale.interval.origin.value == "MANUAL":
            told |= {"lower": scale.interval.lower, "upper": scale.interval.upper}
    return told


def _lines(instrument: Instrument, initial: Sequence[Mapping[str, Any]]) -> tuple[ScaleForm, ...]:
    return tuple(
        ScaleForm(prefix=f"s{place}", initial=dict(values), instrument=instrument)
        for place, values in enumerate(initial[:SCALES_AT_MOST])
    )


def _places(typed: QueryDict) -> list[int]:
    return [place for place in range(SCALES_AT_MOST) if f"s{place}-name" in typed]


def _typed(typed: QueryDict, opened: OpenChild, instrument: Instrument) -> Paper:
    choices = _choices(opened)
    _choices_of_amended(typed, opened, choices)
    lines = (ScaleForm(typed, prefix=f"s{place}", instrument=instrument) for place in _places(typed))
    form = ScoresForm(typed, instrument=instrument, **choices)
    return Paper(form=form, lines=tuple(lines))


def _choices_of_amended(
    typed: QueryDict, opened: OpenChild, choices: dict[str, list[tuple[str, str]]]
) -> None:
    one = next((one for one in noticed.scores(opened) if str(one.uuid) == typed.get("amends")), None)
    if one is not None:
        _keep_choice(choices["people"], str(one.person or one.who.value), one.who_name)
        _keep_choice(choices["therapists"], str(one.given_by or ""), one.given_by_name)


def _longer(typed: QueryDict, opened: OpenChild, instrument: Instrument) -> Paper:
    """The same with more lines. Nothing is judged yet, so the typed words are only put back."""
    choices = _choices(opened)
    _choices_of_amended(typed, opened, choices)
    form = ScoresForm(initial=dict(typed.items()), instrument=instrument, **choices)
    kept = [{name: typed.get(f"s{place}-{name}", "") for name in _OF_SCALE} for place in _places(typed)]
    return Paper(form=form, lines=_lines(instrument, [*kept, *[{}] * _MORE]))


def _show(
    request: Request,
    opened: OpenChild,
    instrument: Instrument | None,
    paper: Paper | None,
    status: int = 200,
) -> HttpResponse:
    known = noticed.instruments()
    offered = [(one.code, one.name) for one in known if one.is_open]
    page = WritePage(
        nav=frame.rail(request),
        frame=frame.frame(opened, _("Write scores down")),
        choose=InstrumentForm(instruments=offered, initial={"instrument": instrument and instrument.code}),
        instrument=instrument,
        licence=_(instrument.licence.says) if instrument else "",
        paper=paper,
        before=_before(opened, instrument),
        note=_note(opened, instrument),
        retired=tuple(f"{one.name} ({one.retired})" for one in known if one.retired),
        amending=bool(paper and paper.form["amends"].value()),
    )
    return pages.page(request, "therapist/new_scores.html", page, status=status)


def _before(opened: OpenChild, instrument: Instrument | None) -> tuple[str, ...]:
    """When this instrument was given to this child before."""
    if instrument is None:
        return ()
    seen = (one for one in noticed.scores(opened) if one.instrument.code == instrument.code)
    return tuple(f"{scores_words.day(one.given_on)}: {scores_words.answered(one)}" for one in seen)


def _note(opened: OpenChild, instrument: Instrument | None) -> str:
    code = instrument.code if instrument else ""
    notes = (one for one in noticed.repeat_notes(opened) if one.instrument == code)
    return next((scores_words.repeated(one) for one in notes), "")
