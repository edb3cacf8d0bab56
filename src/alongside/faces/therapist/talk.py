"""Talk: the threads in which a family waits, the threads of one child, and one thread."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from alongside.areas.circle import gate
from alongside.areas.circle.values import OpenChild
from alongside.areas.conversation import actions as conversation
from alongside.areas.conversation import queries as talk_read
from alongside.areas.conversation.values import MessageSeen, ThreadOpen, ThreadSeen
from alongside.areas.goals import queries as goals_read
from alongside.areas.programme import queries as plan
from alongside.areas.programme.values import WHAT_LABELS
from alongside.faces.common import pages
from alongside.faces.common.request import Request
from alongside.faces.therapist import door, frame, waiting
from alongside.faces.therapist.door import TEAM
from alongside.faces.therapist.forms.talk import ChangedForm, MessageForm, ThreadForm
from alongside.faces.therapist.frame import Frame
from alongside.ui.nav import Nav

_CHANGES_OFFERED = 12
_LABEL_LENGTH = 80
_Pairs = list[tuple[str, str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class WaitingThread:
    """A thread in which a family waits for an answer."""

    child: UUID
    name: str
    thread: UUID
    title: str
    names: str
    since: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TalkPage:
    """Every thread that waits, the longest wait first; and the own children, to write to any of them."""

    nav: Nav
    threads: tuple[WaitingThread, ...]
    children: tuple[tuple[UUID, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ChildTalkPage:
    """The threads of one child."""

    nav: Nav
    frame: Frame
    threads: tuple[ThreadSeen, ...]
    form: ThreadForm


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """One message with its voice, and what it changed."""

    uuid: UUID
    words: str
    by: str
    voice: str
    when: str
    mine: bool
    quiet: bool
    changes: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ThreadPage:
    """One thread. ``changed`` is None while there is nothing to answer with a change."""

    nav: Nav
    frame: Frame
    uuid: UUID
    title: str
    people: tuple[str, ...]
    turns: tuple[Turn, ...]
    form: MessageForm
    changed: ChangedForm | None


def talk(request: Request) -> HttpResponse:
    """The threads that wait for an answer, over all own children."""
    own = gate.open_children(request.actor, TEAM, request.at, doing="therapist.talk")
    threads = tuple(
        WaitingThread(
            child=one.child,
            name=one.child_name,
            thread=one.thread,
            title=one.title,
            names=_(" and ").join(one.names),
            since=waiting.written(one.since, request.at, own[0].zone_info),
        )
        for one in talk_read.waiting_for(own)
    )
    children = tuple((child.uuid, child.name) for child in own)
    page = TalkPage(nav=frame.rail(request, "talk", len(threads)), threads=threads, children=children)
    return pages.page(request, "therapist/talk.html", page)


def child_talk(request: Request, child: UUID) -> HttpResponse:
    """The threads about one child with one's own name on them."""
    opened = door.own_child(request, child, "child_talk")
    return _show_threads(request, opened, ThreadForm(initial={"uuid": pages.fresh_uuid(request.at)}))


def start_thread(request: Request, child: UUID) -> HttpResponse:
    """Begin a thread with the family."""
    opened = door.own_child(request, child, "start_thread")
    form = ThreadForm(request.POST)
    act = partial(conversation.start_thread, actor=request.actor, child=child, at=request.at)
    if form.is_valid():
        kept = form.cleaned_data
        if pages.attempt(form, lambda: act(thread=kept["uuid"], title=kept["title"])) is not None:
            return redirect("therapist:thread", child, kept["uuid"])
    return _show_threads(request, opened, form, status=422)


def thread(request: Request, child: UUID, thread: UUID) -> HttpResponse:
    """One thread."""
    opened = door.own_child(request, child, "thread")
    return _show(request, opened, thread)


def send(request: Request, child: UUID, thread: UUID) -> HttpResponse:
    """Write into it."""
    opened = door.own_child(request, child, "send")
    form = MessageForm(request.POST)
    act = partial(conversation.send_message, actor=request.actor, child=child, thread=thread, at=request.at)
    if form.is_valid():
        kept = form.cleaned_data
        if pages.attempt(form, lambda: act(message=kept["uuid"], words=kept["words"])) is not None:
            return redirect("therapist:thread", child, thread)
    return _show(request, opened, thread, form=form, status=422)


def answer(request: Request, child: UUID, thread: UUID) -> HttpResponse:
    """Say what was changed because of a message; the family finds it under their words."""
    opened = door.own_child(request, child, "answer")
    seen = talk_read.thread(opened, thread)
    form = ChangedForm(request.POST, asked=_asked(seen), changes=_changes(opened))
    if form.is_valid() and pages.attempt(form, partial(_answer, request, child, form)) is not None:
        messages.success(request, _("The family sees what their words changed."))
        return redirect("therapist:thread", child, thread)
    return _show(request, opened, thread, changed=form, status=422)


def _answer(request: Request, child: UUID, form: ChangedForm) -> MessageSeen:
    kind, uuid = form.changed()
    return conversation.answer_with_change(
        actor=request.actor,
        child=child,
        message=form.cleaned_data["message"],
        answer=form.cleaned_data["uuid"],
        change_kind=kind,
        change_uuid=uuid,
        words=form.cleaned_data["words"],
        at=request.at,
    )


def _show_threads(request: Request, opened: OpenChild, form: ThreadForm, status: int = 200) -> HttpResponse:
    page = ChildTalkPage(
        nav=frame.rail(request),
        frame=frame.frame(opened, _("Talk"), route="child_talk"),
        threads=talk_read.threads(opened),
        form=form,
    )
    return pages.page(request, "therapist/child_talk.html", page, status=status)


def _show(
    request: Request,
    opened: OpenChild,
    uuid: UUID,
    *,
    form: MessageForm | None = None,
    changed: ChangedForm | None = None,
    status: int = 200,
) -> HttpResponse:
    seen = talk_read.thread(opened, uuid)
    page = ThreadPage(
        nav=frame.rail(request, "talk"),
        frame=frame.frame(opened, seen.thread.title or _("Talk")),
        uuid=uuid,
        title=seen.thread.title or _("Talk"),
        people=tuple(person.name for person in seen.people),
        turns=tuple(_turn(opened, message) for message in seen.messages),
        form=form or MessageForm(initial={"uuid": pages.fresh_uuid(request.at)}),
        changed=changed or _changed_form(opened, seen),
    )
    return pages.page(request, "therapist/thread.html", page, status=status)


def _turn(opened: OpenChild, message: MessageSeen) -> Turn:
    return Turn(
        uuid=message.uuid,
        words=message.words,
        by=message.by.name,
        voice=frame.voice(message.by.voice),
        when=frame.moment(message.sent_at, opened.zone_info),
        mine=message.mine,
        quiet=message.quiet,
        changes=tuple(change.words for change in message.changes),
    )


def _changed_form(opened: OpenChild, seen: ThreadOpen) -> ChangedForm | None:
    asked, changes = _asked(seen), _changes(opened)
    if not asked or not changes:
        return None
    initial = {"uuid": pages.fresh_uuid(opened.at), "message": asked[-1][0]}
    return ChangedForm(initial=initial, asked=asked, changes=changes)


def _asked(seen: ThreadOpen) -> _Pairs:
    """The family's messages, with their first words."""
    return [
        (str(one.uuid), f"{one.by.name}: {one.words[:_LABEL_LENGTH]}")
        for one in seen.messages
        if one.from_family
    ]


def _changes(opened: OpenChild) -> _Pairs:
    """What was changed lately in the programme, and the goals."""
    changed = plan.changes(opened, limit=_CHANGES_OFFERED)
    ideas = [
        (f"PLACEMENT_CHANGE:{one.uuid}", f"{one.title}: {_(WHAT_LABELS[one.what])}, {_day(opened, one.at)}")
        for one in changed
    ]
    return [*ideas, *_goal_pairs(opened)]


def _goal_pairs(opened: OpenChild) -> Iterable[tuple[str, str]]:
    known = goals_read.goals_of(opened)
    return ((f"GOAL:{goal.uuid}", _("Goal: %(goal)s") % {"goal": goal.title}) for goal in known)


def _day(opened: OpenChild, at: datetime) -> str:
    return frame.short_day(at.astimezone(opened.zone_info).date())
