"""Moments: one tap stores, everything after it is optional, and everything can be put right."""

from dataclasses import dataclass
from datetime import datetime
from urllib.parse import urlencode
from uuid import UUID

from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse

from alongside.areas.circle.values import OpenChild
from alongside.areas.practice import actions as practice
from alongside.areas.practice import queries as diary
from alongside.areas.practice.values import BarrierSeen, EntrySeen
from alongside.areas.wins import actions as wins
from alongside.core.capabilities import Capability
from alongside.core.moments import Help, Kind
from alongside.faces.common.pages import attempt, page
from alongside.faces.common.request import Request
from alongside.faces.parent import cards, days
from alongside.faces.parent.cards import After, IdeaCard
from alongside.faces.parent.forms import CorrectForm, InTheWayForm, RecordForm
from alongside.faces.parent.frame import FamilyPage, frame, open_for, status, taken_up
from alongside.faces.parent.today import ASKS, TOLD, is_first_not_today, refused_page


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
    if done.kind is not Kind.NOT_TODAY:
        return answer(request, child, done)
    if not request.htmx:  # Today knows whether to ask. The answer to a tap sent again stays the same.
        return _back(child, done.placement, ASKS)
    why = cards.why() if _asks(request, child, done) else None
    return answer(request, child, done, After(why=why))


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
    return answer(request, child, done)


def in_the_way(request: Request, child: UUID, entry: UUID) -> HttpResponse:
    """What got in the way: one chip, or a few words. Nothing is asked again that day."""
    form = InTheWayForm(request.POST)
    told = attempt(form, lambda: _tell(request, child, entry, form)) if form.is_valid() else None
    opened = open_for(request, child, Capability.WRITE_ENTRIES, "in_the_way")
    if told is None:
        return page(request, "parent/today.html", refused_page(opened, form), status=422)
    return answer(request, child, diary.own_entry(opened, entry), After(why=cards.why(told)), TOLD)


def _tell(request: Request, child: UUID, entry: UUID, form: InTheWayForm) -> tuple[BarrierSeen, ...]:
    said = form.cleaned_data
    barriers, words = (said["barrier"],), said["words"]
    return practice.keep_barriers(
        actor=request.actor, child=child, entry=entry, barriers=barriers, words=words, at=request.at
    )


def _asks(request: Request, child: UUID, done: EntrySeen) -> bool:
    """Whether to ask what got in the way: after the reader's first «Not today» of the day, once."""
    opened = open_for(request, child, Capability.WRITE_ENTRIES, "record")
    return is_first_not_today(diary.day_at_home(opened).entries, done)


def _record(request: Request, child: UUID, form: RecordForm) -> EntrySeen:
    said = form.cleaned_data
    return practice.record_entry(
        actor=request.actor,
        child=child,
        placement=said["placement"],
        entry=said["uuid"],
        kind=said["kind"],
        zone=said["zone"],
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
    return answer(request, child, done)


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


def answer(
    request: Request, child: UUID, done: EntrySeen, after: After | None = None, said: str = ""
) -> HttpResponse:
    """The touched part for a page that swaps it, else Today with this idea in front."""
    if not request.htmx:
        return _back(child, done.placement, said)
    row = "row" if request.POST.get("part") == "row" else ""
    card = cards.answered(child, done, request.at, row, after)
    if row:
        return page(request, "parent/today.html#rows", AnsweredPage(now=None, rest=(card,)))
    return page(request, "parent/today.html#answer", AnsweredPage(now=card, rest=()))


def _back(child: UUID, placement: UUID, said: str = "") -> HttpResponse:
    url = reverse("parent:today", kwargs={"child": child})
    asked = urlencode({"card": placement} | ({"after": said} if said else {}))
    return HttpResponseRedirect(f"{url}?{asked}#now")
