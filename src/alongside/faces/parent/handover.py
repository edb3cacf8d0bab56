"""One thing this week: what the therapist handed over at the end of a visit, and whether it is clear."""

from dataclasses import dataclass
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from alongside.areas.circle.values import OpenChild
from alongside.areas.conversation import actions as conversation
from alongside.areas.conversation import queries as talk_read
from alongside.areas.conversation.values import About, HandoverAnswerSeen, HandoverSeen
from alongside.areas.programme import queries as programme
from alongside.areas.programme.values import PlacementSeen, ReasonChain
from alongside.areas.story import queries as story
from alongside.core import bounds, routines
from alongside.core.capabilities import Capability
from alongside.faces.common.pages import UuidField, WordsField, fresh_uuid, page
from alongside.faces.common.pictures import PictureShown
from alongside.faces.common.request import Request
from alongside.faces.parent import days, pictures
from alongside.faces.parent.frame import FamilyPage, frame, open_for, status, taken_up

_CLEAR = [("yes", gettext_lazy("Clear")), ("no", gettext_lazy("Not clear yet"))]


class HandoverForm(forms.Form):
    """Clear or not, and a question for whoever has one. The keys make a second delivery the same as the first."""

    uuid = UuidField()
    thread = UuidField()
    message = UuidField()
    clear = forms.ChoiceField(
        choices=_CLEAR, error_messages={"required": gettext_lazy("Tap the one that fits.")}
    )
    question = WordsField(
        limit=bounds.SENTENCE,
        rows=2,
        label=gettext_lazy("A question, if you have one"),
        help_text=gettext_lazy("It goes to your therapist as a message."),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class HandoverCard:
    """The card on top of Today."""

    uuid: UUID
    title: str
    words: str
    by: str
    where: str


@dataclass(frozen=True, slots=True, kw_only=True)
class HandoverPage(FamilyPage):
    """What, why and where in the day. ``placed`` is None once the idea left the plan."""

    handed: HandoverSeen
    when: str
    placed: PlacementSeen | None
    chain: ReasonChain | None
    picture: PictureShown | None
    routine: str
    icon: str
    at: str
    mine: HandoverAnswerSeen | None
    form: HandoverForm
    can_answer: bool


def card(seen: HandoverSeen | None) -> HandoverCard | None:
    """The card of the one thing of this week; None for none."""
    if seen is None:
        return None
    where = _(routines.routine(seen.routine).label)
    return HandoverCard(uuid=seen.uuid, title=seen.title, words=seen.words, by=seen.by.name, where=where)


def handover(request: Request, child: UUID, handover: UUID) -> HttpResponse:
    """The page; sending says whether it is clear. A question becomes a message about the idea."""
    fresh = {name: fresh_uuid(request.at) for name in ("uuid", "thread", "message")}
    form = HandoverForm(request.POST or None, initial=fresh)
    if taken_up(request, form, lambda: _answer(request, child, handover, form)):
        messages.success(request, _thanks(form))
        return redirect("parent:today", child=child)
    needed = Capability.WRITE_ENTRIES if request.method == "POST" else Capability.READ_PROGRAMME
    opened = open_for(request, child, needed, "handover")
    return page(request, "parent/handover.html", _page(opened, handover, form), status=status(form))


def _answer(request: Request, child: UUID, handover: UUID, form: HandoverForm) -> object:
    said = form.cleaned_data
    kept = conversation.answer_handover(
        actor=request.actor,
        child=child,
        handover=handover,
        answer=said["uuid"],
        clear=said["clear"] == "yes",
        question=said["question"],
        at=request.at,
    )
    return _ask(request, child, kept, form) if said["question"] else kept


def _ask(request: Request, child: UUID, kept: HandoverSeen, form: HandoverForm) -> object:
    """Put the question into the talk about the idea, or begin that talk."""
    opened = open_for(request, child, Capability.WRITE_TALK, "handover")
    about = (About.IDEA, kept.placement)
    known = next((one for one in talk_read.threads(opened) if (one.about, one.about_uuid) == about), None)
    thread, said = known.uuid if known else form.cleaned_data["thread"], form.cleaned_data
    if known is None:
        conversation.start_thread(
            actor=request.actor,
            child=child,
            thread=thread,
            about=About.IDEA,
            about_uuid=kept.placement,
            title=kept.title[: bounds.TITLE],
            at=request.at,
        )
    return conversation.send_message(
        actor=request.actor,
        child=child,
        thread=thread,
        message=said["message"],
        words=said["question"],
        at=request.at,
    )


def _thanks(form: HandoverForm) -> str:
    if form.cleaned_data["question"]:
        return _("Thank you. Your question is on its way.")
    if form.cleaned_data["clear"] == "yes":
        return _("Thank you. One thing is plenty.")
    return _("Thank you. Your therapist will make it clearer.")


def _page(opened: OpenChild, uuid: UUID, form: HandoverForm) -> HandoverPage:
    handed = talk_read.handover(opened, uuid)
    placed = programme.placement(opened, handed.placement)
    at_home = placed if placed.is_live or placed.is_offered else None
    routine = routines.routine(placed.routine)
    return HandoverPage(
        **frame(opened, "today"),
        handed=handed,
        when=days.when(opened, handed.at),
        placed=at_home,
        chain=programme.reason_chain(opened, placed) if at_home else None,
        picture=pictures.newest(opened, placed.uuid) if at_home else None,
        routine=_(routine.label),
        icon=routine.icon,
        at=_usual_time(opened, placed.routine),
        mine=handed.answer_of(opened.actor.uuid),
        form=form,
        can_answer=at_home is not None and opened.allows(Capability.WRITE_ENTRIES),
    )


def _usual_time(opened: OpenChild, routine: str) -> str:
    """About when the routine usually is, as this family told it; "" where nobody did."""
    if not opened.allows(Capability.READ_STORY):
        return ""
    told = next((one.usual_at for one in story.family_day(opened) if one.routine == routine), None)
    return f"{told:%H:%M}" if told else ""
