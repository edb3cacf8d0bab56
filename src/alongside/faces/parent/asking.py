"""Ask about this: the talk about one goal, one idea or one note. There is one for each thing."""

from collections.abc import Callable
from dataclasses import dataclass
from uuid import UUID, uuid5

from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from alongside.areas.appointments import queries as visits
from alongside.areas.circle.values import OpenChild
from alongside.areas.conversation import actions as conversation
from alongside.areas.conversation import queries as threads
from alongside.areas.conversation.values import About, ThreadSeen
from alongside.areas.goals import queries as goals
from alongside.areas.people import queries as people
from alongside.areas.programme import queries as programme
from alongside.core import bounds
from alongside.core.capabilities import Capability
from alongside.core.refusals import NotFound
from alongside.faces.common.pages import fresh_uuid, page
from alongside.faces.common.request import Request
from alongside.faces.parent import days, talk
from alongside.faces.parent.forms import FirstMessageForm
from alongside.faces.parent.frame import FamilyPage, frame, open_for, status, taken_up


@dataclass(frozen=True, slots=True, kw_only=True)
class Thing:
    """What a talk is about, and what it is called."""

    about: About
    uuid: UUID
    title: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AskPage(FamilyPage):
    """The first message about a thing. ``alone`` when only the therapist reads it."""

    title: str
    replies: str
    phone: str
    alone: bool
    form: FirstMessageForm


def about_goal(request: Request, child: UUID, goal: UUID) -> HttpResponse:
    """The talk about a goal."""

    def find(opened: OpenChild) -> Thing:
        return Thing(about=About.GOAL, uuid=goal, title=goals.goal(opened, goal).title)

    return _ask(request, child, find)


def about_idea(request: Request, child: UUID, placement: UUID) -> HttpResponse:
    """The talk about an idea."""

    def find(opened: OpenChild) -> Thing:
        return Thing(about=About.IDEA, uuid=placement, title=programme.placement(opened, placement).title)

    return _ask(request, child, find)


def about_note(request: Request, child: UUID, visit: UUID) -> HttpResponse:
    """The talk about what the therapist wrote for the family after a visit."""
    return _ask(request, child, lambda opened: _note(opened, visit))


def ask_beside(request: Request, opened: OpenChild, placement: UUID, answer: UUID, words: str) -> None:
    """Put a question that came with an answer into the talk about the idea, which may begin with it."""
    title = programme.placement(opened, placement).title
    thing = Thing(about=About.IDEA, uuid=placement, title=title)
    known = _talk_about(opened, thing)
    sent = {"uuid": uuid5(answer, "message"), "thread": uuid5(answer, "thread"), "words": words}
    form = FirstMessageForm(sent)
    if form.is_valid():
        _send(request, opened.uuid, thing, form, known.uuid if known else None)


def _note(opened: OpenChild, visit: UUID) -> Thing:
    note = next((one for one in visits.family_notes(opened) if one.visit == visit), None)
    if note is None:
        raise NotFound(child=opened.pk)
    day = days.short_day(days.local(opened, note.visit_at).date())
    return Thing(about=About.NOTE, uuid=note.uuid, title=_("For the family, %(day)s") % {"day": day})


def _ask(request: Request, child: UUID, find: Callable[[OpenChild], Thing]) -> HttpResponse:
    """Lead to the talk that there is, or begin it with the first message."""
    needed = Capability.WRITE_TALK if request.method == "POST" else Capability.READ_TALK
    opened = open_for(request, child, needed, "ask")
    thing = find(opened)
    known = _talk_about(opened, thing)
    fresh = {"uuid": fresh_uuid(request.at), "thread": fresh_uuid(request.at)}
    form = FirstMessageForm(request.POST or None, initial=fresh)
    if taken_up(request, form, lambda: _send(request, child, thing, form, known.uuid if known else None)):
        return talk.to_newest(child, known.uuid if known else form.cleaned_data["thread"])
    if known is not None and not form.is_bound:
        return redirect("parent:thread", child=child, thread=known.uuid)
    return page(request, "parent/ask.html", _page(opened, thing, form), status=status(form))


def _talk_about(opened: OpenChild, thing: Thing) -> ThreadSeen | None:
    """The newest talk about a thing that has the reader's name on it."""
    what = (thing.about, thing.uuid)
    return next((one for one in threads.threads(opened) if (one.about, one.about_uuid) == what), None)


def _send(request: Request, child: UUID, thing: Thing, form: FirstMessageForm, known: UUID | None) -> object:
    if known is None:
        conversation.start_thread(
            actor=request.actor,
            child=child,
            thread=form.cleaned_data["thread"],
            about=thing.about,
            about_uuid=thing.uuid,
            title=thing.title[: bounds.TITLE],
            at=request.at,
        )
    return talk.send(request, child, known or form.cleaned_data["thread"], form)


def _page(opened: OpenChild, thing: Thing, form: FirstMessageForm) -> AskPage:
    clinic = people.clinic(opened.clinic)
    return AskPage(
        **frame(opened, "talk"),
        title=thing.title,
        replies=talk.replies(clinic.answer_days),
        phone=clinic.phone,
        alone=opened.is_restricted,
        form=form,
    )
