"""Moments: one tap stores, everything after it is optional, and everything can be put right."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse

from alongside.areas.circle.values import OpenChild
from alongside.areas.practice import actions as practice
from alongside.areas.practice import queries as diary
from alongside.areas.practice.values import EntrySeen
from alongside.areas.wins import actions as wins
from alongside.core.capabilities import Capability
from alongside.core.moments import Help
from alongside.faces.common.pages import attempt, page
from alongside.faces.common.request import Request
from alongside.faces.parent import cards, days
from alongside.faces.parent.cards import IdeaCard
from alongside.faces.parent.forms import CorrectForm, RecordForm
from alongside.faces.parent.frame import FamilyPage, frame, open_for, status, taken_up
from alongside.faces.parent.today import refused_page


@dataclass(frozen=True, slots=True, kw_only=True)
class AnsweredPage:
    """A part of Today after a tap: ``now`` for the big card, ``rest`` for a line of the list, which then ``asks``."""

    now: IdeaCard | None
    rest: tuple[IdeaCard, ...]
    asks: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class CorrectPage(FamilyPage):
    """One entry of one's own, to add to or put right."""

    entry: UUID
    title: str
    said: str
    form: CorrectForm


def record(request: Request, child: UUID) -> HttpResponse:
    """We did it, or not today: stored by this one request."""
    form = RecordForm(request.POST)
    done = attempt(form, lambda: _record(request, child, form)) if form.is_valid() else None
    if done is None:
        opened = open_for(request, child, Capability.WRITE_ENTRIES, "record")
        return page(request, "parent/today.html", refused_page(opened, form), status=422)
    return _answer(request, child, done)


def correct(request: Request, child: UUID, entry: UUID) -> HttpResponse:
    """How it went, how much help, words, and when it was."""
    if request.method == "POST" and "day" not in request.POST:
        return _add_to(request, child, entry)
    opened = open_for(request, child, Capability.WRITE_ENTRIES, "correct")
    seen = diary.entry(opened, entry)
    form = CorrectForm(request.POST or None, initial=_initial(seen))
    if taken_up(request, form, lambda: _correct(request, opened, entry, form)):
        return _back(child, seen.placement)
    return page(request, "parent/correct.html", _correct_page(opened, seen, form), status=status(form))


def undo(request: Request, child: UUID, entry: UUID) -> HttpResponse:
    """Take one's own entry back. The card is as it was before."""
    done = practice.undo_entry(actor=request.actor, child=child, entry=entry, at=request.at)
    return _answer(request, child, done)


def _record(request: Request, child: UUID, form: RecordForm) -> EntrySeen:
    said = form.cleaned_data
    return practice.record_entry(
        actor=request.actor,
        child=child,
        placement=said["placement"],
        entry=said["uuid"],
        kind=said["kind"],
        at=request.at,
    )


def _add_to(request: Request, child: UUID, entry: UUID) -> HttpResponse:
    """One of the short answers on the card."""
    form = CorrectForm(request.POST)
    done = attempt(form, lambda: _say(request, child, entry, form)) if form.is_valid() else None
    if done is None:
        opened = open_for(request, child, Capability.WRITE_ENTRIES, "correct")
        seen = diary.entry(opened, entry)
        return page(request, "parent/correct.html", _correct_page(opened, seen, form), status=422)
    return _answer(request, child, done)


def _say(
    request: Request, child: UUID, entry: UUID, form: CorrectForm, happened_at: datetime | None = None
) -> EntrySeen:
    kept = practice.correct_entry(
        actor=request.actor,
        child=child,
        entry=entry,
        happened_at=happened_at,
        at=request.at,
        **form.said(),
    )
    if kept.help is Help.BY_SELF:
        _let_the_log_ask(request, child)
    return kept


def _let_the_log_ask(request: Request, child: UUID) -> None:
    """Was that a win? Only a reader of the whole diary knows what came first; nothing is asked for others."""
    opened = open_for(request, child, Capability.WRITE_ENTRIES, "correct")
    if opened.allows(Capability.READ_ALL_ENTRIES) and opened.allows(Capability.ADD_WINS):
        wins.ask_from_log(actor=request.actor, child=child, at=request.at)


def _correct(request: Request, opened: OpenChild, entry: UUID, form: CorrectForm) -> EntrySeen:
    return _say(request, opened.uuid, entry, form, _happened_at(opened, form))


def _happened_at(opened: OpenChild, form: CorrectForm) -> datetime | None:
    """The day and time that were typed, on the child's clock; None when they were left as they were."""
    day, time = form.cleaned_data["day"], form.cleaned_data["time"]
    if not {"day", "time"} & set(form.changed_data) or day is None or time is None:
        return None
    return datetime.combine(day, time, opened.zone_info)


def _initial(seen: EntrySeen) -> dict[str, object]:
    return {
        "kind": seen.kind.value,
        "felt": seen.felt,
        "help": seen.help,
        "fit": seen.fit,
        "words": seen.words,
        "day": seen.happened_local.date(),
        "time": seen.happened_local.time().replace(second=0, microsecond=0),
    }


def _correct_page(opened: OpenChild, seen: EntrySeen, form: CorrectForm) -> CorrectPage:
    return CorrectPage(
        **frame(opened, "today"),
        entry=seen.uuid,
        title=seen.title,
        said=days.when(opened, seen.happened_at),
        form=form,
    )


def _answer(request: Request, child: UUID, done: EntrySeen) -> HttpResponse:
    """The touched part for a page that swaps it, else Today with this idea in front."""
    if not request.htmx:
        return _back(child, done.placement)
    card = cards.answered(child, done, request.at)
    if request.POST.get("part") == "row":
        return page(request, "parent/today.html#rows", AnsweredPage(now=None, rest=(card,)))
    return page(request, "parent/today.html#answer", AnsweredPage(now=card, rest=()))


def _back(child: UUID, placement: UUID) -> HttpResponse:
    url = reverse("parent:today", kwargs={"child": child})
    return HttpResponseRedirect(f"{url}?card={placement}#now")
