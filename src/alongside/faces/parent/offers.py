"""Times the clinic holds for the family: three cards, one tap takes one; none of them is fine, too."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from alongside.areas.circle.values import OpenChild
from alongside.areas.diary import queries as diary
from alongside.areas.diary.values import DaySeen
from alongside.areas.diary.values.windows import minute, wishes
from alongside.areas.waiting import actions as waiting
from alongside.areas.waiting import queries as offers
from alongside.areas.waiting.values import OfferedTimeSeen, OfferSeen, OfferState
from alongside.core import bounds
from alongside.core.capabilities import Capability
from alongside.core.fitting import CostKind, Wish, told
from alongside.faces.common.fit_words import Chip, chips, ending, title, visits
from alongside.faces.common.pages import WordsField, page
from alongside.faces.common.request import Request
from alongside.faces.parent import days
from alongside.faces.parent.frame import FamilyPage, frame, open_for, status, taken_up

# What another home said, or who else comes to the clinic, is not for everybody who reads an offer.
_OF_WINDOWS = {CostKind.PREFERRED, CostKind.IN_TIMES, CostKind.OUTSIDE_TIMES, CostKind.NOT_A_DAY_NAMED}
_NOT_TOLD = {kind.value for kind in (*_OF_WINDOWS, CostKind.SIBLING_NEXT)}


class TakeForm(forms.Form):
    """Which of the times."""

    time = forms.UUIDField()


class NoneForm(forms.Form):
    """None of them, with what would suit."""

    words = WordsField(limit=bounds.SENTENCE, rows=2, label=gettext_lazy("What would suit you?"))


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeCard:
    """One time in words. ``is_taken`` is the one that they chose."""

    uuid: UUID
    title: str
    where: str
    chips: tuple[Chip, ...]
    ending: str
    is_taken: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class OfferPage(FamilyPage):
    """The offered times while they are held, or what became of them."""

    offer: UUID
    is_open: bool
    is_taken: bool
    cards: tuple[TimeCard, ...]
    until: str
    words: str
    by: str
    form: NoneForm
    refused: str
    can_answer: bool


def offer(request: Request, child: UUID, offer: UUID) -> HttpResponse:
    """Look at what is offered."""
    opened = open_for(request, child, Capability.READ_VISITS, "offer")
    return page(request, "parent/offer.html", _page(opened, offers.offer(opened, offer), NoneForm()))


def take(request: Request, child: UUID, offer: UUID) -> HttpResponse:
    """One tap takes a time; the others go to other families."""
    form = TakeForm(request.POST)

    def act() -> object:
        time = form.cleaned_data["time"]
        return waiting.take_offer(actor=request.actor, child=child, offer=offer, time=time, at=request.at)

    return _answered(request, child, offer, form, act, _("It is yours. We look forward to seeing you."))


def decline(request: Request, child: UUID, offer: UUID) -> HttpResponse:
    """None of these. No reason is asked, and the place on the list stays."""
    form = NoneForm(request.POST)

    def act() -> object:
        words = form.cleaned_data["words"]
        return waiting.decline_offer(
            actor=request.actor, child=child, offer=offer, words=words, at=request.at
        )

    return _answered(request, child, offer, form, act, _("That is fine. We look for another time."))


def _answered(
    request: Request, child: UUID, offer: UUID, form: forms.Form, act: Callable[[], object], kept: str
) -> HttpResponse:
    opened = open_for(request, child, Capability.ASK_TO_CHANGE_VISIT, "answer_offer")
    if taken_up(request, form, act):
        messages.success(request, kept)
        return redirect("parent:visits", child=child)
    shown = form if isinstance(form, NoneForm) else NoneForm()
    refused = str(next(iter(form.non_field_errors()), ""))
    if not refused and not isinstance(form, NoneForm):
        refused = _("Choose one of these times.")
    built = _page(opened, offers.offer(opened, offer), shown, refused)
    return page(request, "parent/offer.html", built, status=status(form))


def _page(opened: OpenChild, seen: OfferSeen, form: NoneForm, refused: str = "") -> OfferPage:
    said, about = wishes(diary.windows(opened)), _days(opened, seen)
    taken = seen.state is OfferState.TAKEN
    shown = [time for time in seen.times if time.taken or not taken]
    return OfferPage(
        **frame(opened, "plan"),
        offer=seen.uuid,
        is_open=seen.is_open,
        is_taken=taken,
        cards=tuple(_card(opened, time, said, about) for time in shown),
        until=days.appointment(seen.held_until, seen.zone),
        words=seen.words,
        by=seen.answered_by,
        form=form,
        refused=refused,
        can_answer=opened.allows(Capability.ASK_TO_CHANGE_VISIT),
    )


def _days(opened: OpenChild, seen: OfferSeen) -> Mapping[date, DaySeen]:
    """The days of the offered times, for the names of those that the clinic is closed on."""
    first = min(time.local_start.date() for time in seen.times)
    last = max(time.local_last.date() for time in seen.times)
    return diary.days(opened.clinic, first, last + timedelta(days=1))


def _card(
    opened: OpenChild, time: OfferedTimeSeen, said: tuple[Wish, ...], about: Mapping[date, DaySeen]
) -> TimeCard:
    closed = [about[day].closed for day in time.skips if day in about and about[day].closed]
    open_days = [day for day in time.skips if day not in about or not about[day].closed]
    return TimeCard(
        uuid=time.uuid,
        title=title(time.local_start, time.rhythm, time.count),
        where=_where(time),
        chips=chips(_costs(opened, time, said), yours=True),
        ending=ending(time.local_last.date(), list(dict.fromkeys(closed)), open_days)
        if time.count > 1
        else "",
        is_taken=time.taken,
    )


def _costs(opened: OpenChild, time: OfferedTimeSeen, said: tuple[Wish, ...]) -> list[tuple[str, int]]:
    """What this reader may know: the windows of their own home are held against the time anew."""
    start = time.local_start
    own = told(said, start.date(), minute(start.time()), minute(start.time()) + time.minutes)
    hidden = _NOT_TOLD | ({CostKind.OTHER_PLACE.value} if opened.is_restricted else set())
    kept = [(kind, n) for kind, n in time.costs if kind not in hidden]
    return [*kept, (own.kind.value, own.n)] if own else kept


def _where(time: OfferedTimeSeen) -> str:
    """ "Kingfisher Room · with Hannah · 10 visits, 45 minutes · from 1 December"."""
    named = _("with %(name)s") % {"name": time.therapist_name.split()[0]}
    first = _("from %(day)s") % {"day": date_format(time.local_start, "j F")} if time.count > 1 else ""
    return " · ".join(filter(None, (time.room_name, named, visits(time.count, time.minutes), first)))
