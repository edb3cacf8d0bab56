"""The weekly question: an answer, a week let pass, and what helps when the plan feels heavier."""

from datetime import timedelta
from uuid import UUID

from django import forms
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from alongside.areas.circle import queries as circle
from alongside.areas.circle.values import OpenChild
from alongside.areas.conversation import actions as conversation
from alongside.areas.people import queries as people
from alongside.areas.practice import actions as practice
from alongside.areas.practice import queries as diary
from alongside.areas.practice.values import Offer, PulseSeen
from alongside.areas.story import actions as story
from alongside.core.capabilities import Capability
from alongside.core.pulse import MOST, week_of
from alongside.faces.common.pages import UuidField, attempt, fresh_uuid, page
from alongside.faces.common.request import Request
from alongside.faces.parent import pulse_cards, talk
from alongside.faces.parent.asking import AskPage
from alongside.faces.parent.fields import OneOf
from alongside.faces.parent.forms import FirstMessageForm
from alongside.faces.parent.frame import frame, open_for, status, taken_up
from alongside.faces.parent.today import refused_page

_WEEK = timedelta(days=6)


class PulseForm(forms.Form):
    """One tap; without a value the week is let pass."""

    uuid = UuidField()
    value = forms.IntegerField(min_value=0, max_value=max(MOST.values()), required=False)


class OfferForm(forms.Form):
    """Lighter, or fine as it is."""

    offer = OneOf(
        [
            (Offer.LIGHTER.value, gettext_lazy("Make this week lighter")),
            (Offer.FINE.value, gettext_lazy("Fine")),
        ],
        coerce=Offer,
        required=True,
    )


def answer_pulse(request: Request, child: UUID) -> HttpResponse:
    """How heavy, or how sure; or not this week."""
    form = PulseForm(request.POST)
    done = attempt(form, lambda: _answer(request, child, form)) if form.is_valid() else None
    opened = open_for(request, child, Capability.WRITE_ENTRIES, "answer_pulse")
    if done is None:
        return page(request, "parent/today.html", refused_page(opened, form), status=422)
    now = diary.pulse_now(opened) if request.htmx else None
    if now is None:
        return redirect(f"{reverse('parent:today', kwargs={'child': child})}#pulse")
    return page(request, "parent/pulse.html", pulse_cards.answered(opened, now))


def pulse_offer(request: Request, child: UUID, pulse: UUID) -> HttpResponse:
    """Make this week lighter by the family's leave, or leave it as it is."""
    opened = open_for(request, child, Capability.WRITE_ENTRIES, "pulse_offer")
    _check_own(opened, pulse)
    form = OfferForm(request.POST)
    if not form.is_valid():
        return page(request, "parent/today.html", refused_page(opened, form), status=422)
    if form.cleaned_data["offer"] is Offer.LIGHTER:
        _lighten(request, opened)
    _choose(request, child, pulse, form.cleaned_data["offer"])
    return redirect("parent:today", child=child)


def pulse_write(request: Request, child: UUID, pulse: UUID) -> HttpResponse:
    """A talk with the therapist, in words that the carer reads and changes before anything is sent."""
    needed = Capability.WRITE_TALK if request.method == "POST" else Capability.READ_TALK
    opened = open_for(request, child, needed, "pulse_write")
    _check_own(opened, pulse)
    now = diary.pulse_now(opened)
    words = _first_words() if now and now.falling else ""
    fresh = {"uuid": fresh_uuid(request.at), "thread": fresh_uuid(request.at), "words": words}
    form = FirstMessageForm(request.POST or None, initial=fresh)
    if taken_up(request, form, lambda: _write(request, child, pulse, form)):
        return talk.to_newest(child, form.cleaned_data["thread"])
    return page(request, "parent/ask.html", _ask_page(opened, form), status=status(form))


def _answer(request: Request, child: UUID, form: PulseForm) -> PulseSeen:
    said = form.cleaned_data
    asked = {"actor": request.actor, "child": child, "pulse": said["uuid"], "at": request.at}
    if said["value"] is None:
        return practice.skip_pulse(**asked)
    return practice.answer_pulse(**asked, value=said["value"])


def _choose(request: Request, child: UUID, pulse: UUID, offer: Offer) -> PulseSeen:
    return practice.answer_offer(actor=request.actor, child=child, pulse=pulse, offer=offer, at=request.at)


def _check_own(opened: OpenChild, pulse: UUID) -> None:
    """NotFound for anybody else's answer."""
    diary.own_pulse(opened, pulse)


def _lighten(request: Request, opened: OpenChild) -> None:
    """The rest of this week, in the homes of the reader; everywhere while no home has a name."""
    mine: list[UUID | None] = [home.uuid for home in circle.homes(opened) if home.is_mine]
    for home in mine or [None]:
        story.lighten_week(
            actor=request.actor,
            child=opened.uuid,
            change=fresh_uuid(request.at),
            home=home,
            from_on=opened.today,
            until_on=week_of(opened.today) + _WEEK,
            at=request.at,
        )


def _first_words() -> str:
    return _("The plan feels heavier to me lately. Could we look at it together?")


def _title() -> str:
    return _("How the plan feels")


def _write(request: Request, child: UUID, pulse: UUID, form: FirstMessageForm) -> object:
    """Only the therapist and the writer read it: how sure somebody feels is nobody else's business."""
    thread = form.cleaned_data["thread"]
    conversation.start_thread(
        actor=request.actor, child=child, thread=thread, title=_title(), alone=True, at=request.at
    )
    _choose(request, child, pulse, Offer.WRITE)
    return talk.send(request, child, thread, form)


def _ask_page(opened: OpenChild, form: FirstMessageForm) -> AskPage:
    clinic = people.clinic(opened.clinic)
    return AskPage(
        **frame(opened, "talk"),
        title=_title(),
        replies=talk.replies(clinic.answer_days),
        phone=clinic.phone,
        alone=True,
        form=form,
    )
