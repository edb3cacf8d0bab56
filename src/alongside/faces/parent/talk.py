"""Talk: threads between a family and its therapist. Nobody sees who has read what."""

from dataclasses import dataclass
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from alongside.areas.circle.values import OpenChild
from alongside.areas.conversation import actions as conversation
from alongside.areas.conversation import queries as threads
from alongside.areas.conversation.values import About, AnswerSeen, Change, MessageSeen, ThreadOpen, ThreadSeen
from alongside.areas.people import queries as people
from alongside.core.capabilities import Capability
from alongside.core.words import gettext_noop
from alongside.faces.common.pages import fresh_uuid, page
from alongside.faces.common.request import Request
from alongside.faces.parent import days
from alongside.faces.parent.forms import MessageForm, NewThreadForm
from alongside.faces.parent.frame import (
    VOICES,
    FamilyPage,
    Sibling,
    first_problem,
    frame,
    open_for,
    siblings,
    status,
    taken_up,
)

# Where the thing stands that a thread is about: its page, what the way there is called, its key, the right.
ABOUT: dict[About, tuple[str, str, str, Capability]] = {
    About.GOAL: ("parent:goal", gettext_noop("Look at the goal"), "goal", Capability.READ_GOALS),
    About.IDEA: ("parent:idea", gettext_noop("Look at the idea"), "placement", Capability.READ_PROGRAMME),
    About.NOTE: ("parent:visits", gettext_noop("Look at the note"), "", Capability.READ_VISITS),
    About.VISIT: ("parent:visits", gettext_noop("Look at the visits"), "", Capability.READ_VISITS),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class ThreadLine:
    """One thread in the list, with the last words in it."""

    uuid: UUID
    title: str
    name: str
    petal: str
    voice: str
    when: str
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TalkPage(FamilyPage):
    """The threads with the reader's name on them, and the start of a new one.

    ``siblings`` are named here for a reader whose first page this is; Today names them for the others.
    """

    siblings: tuple[Sibling, ...]
    threads: tuple[ThreadLine, ...]
    replies: str
    phone: str
    form: NewThreadForm


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeLine:
    """«We changed …», with the way to what was changed."""

    words: str
    by: str
    url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """One message. ``day`` is set on the first of each day; ``quiet`` says when the other side starts."""

    by: str
    petal: str
    voice: str
    mine: bool
    time: str
    words: str
    day: str
    quiet: str
    changes: tuple[ChangeLine, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ThreadPage(FamilyPage):
    """One thread, oldest message first, the composer at the foot."""

    thread: UUID
    title: str
    about_url: str
    about: str
    readers: tuple[str, ...]
    replies: str
    phone: str
    turns: tuple[Turn, ...]
    form: MessageForm
    typed: str
    error: str


def talk(request: Request, child: UUID) -> HttpResponse:
    """All threads."""
    opened = open_for(request, child, Capability.READ_TALK, "talk")
    return page(request, "parent/talk.html", _talk_page(opened, _fresh(request)))


def start(request: Request, child: UUID) -> HttpResponse:
    """A new thread with its first message. Both carry identifiers, so twice is once."""
    form = NewThreadForm(request.POST)
    if taken_up(request, form, lambda: _start(request, child, form)):
        return redirect("parent:thread", child=child, thread=form.cleaned_data["thread"])
    opened = open_for(request, child, Capability.WRITE_TALK, "start_thread")
    return page(request, "parent/talk.html", _talk_page(opened, form), status=422)


def thread(request: Request, child: UUID, thread: UUID) -> HttpResponse:
    """One thread; sending writes into it."""
    form = MessageForm(request.POST or None, initial={"uuid": fresh_uuid(request.at)})
    if taken_up(request, form, lambda: send(request, child, thread, form)):
        return to_newest(child, thread)
    needed = Capability.WRITE_TALK if request.method == "POST" else Capability.READ_TALK
    opened = open_for(request, child, needed, "thread")
    built = _thread_page(opened, threads.thread(opened, thread), form)
    return page(request, "parent/thread.html", built, status=status(form))


def to_newest(child: UUID, thread: UUID) -> HttpResponse:
    """The thread, at the message that was just sent."""
    url = reverse("parent:thread", kwargs={"child": child, "thread": thread})
    return redirect(f"{url}#newest")


def excerpt(words: str, limit: int) -> str:
    """The beginning of long words, marked as such."""
    return words if len(words) <= limit else f"{words[: limit - 1].rstrip()}…"


def replies(answer_days: int) -> str:
    """When somebody answers."""
    if answer_days == 1:
        return _("Replies by the end of the next working day.")
    return _("Replies within %(days)s working days.") % {"days": answer_days}


def _fresh(request: Request) -> NewThreadForm:
    return NewThreadForm(initial={"uuid": fresh_uuid(request.at), "thread": fresh_uuid(request.at)})


def _start(request: Request, child: UUID, form: NewThreadForm) -> object:
    said = form.cleaned_data
    conversation.start_thread(
        actor=request.actor,
        child=child,
        thread=said["thread"],
        title=said["title"],
        alone=said["alone"],
        at=request.at,
    )
    return send(request, child, said["thread"], form)


def send(request: Request, child: UUID, thread: UUID, form: MessageForm) -> object:
    """Keep the message of a valid form in this thread."""
    said = form.cleaned_data
    return conversation.send_message(
        actor=request.actor,
        child=child,
        thread=thread,
        message=said["uuid"],
        words=said["words"],
        at=request.at,
    )


def _talk_page(opened: OpenChild, form: NewThreadForm) -> TalkPage:
    clinic = people.clinic(opened.clinic)
    return TalkPage(
        **frame(opened, "talk"),
        siblings=() if opened.allows(Capability.READ_PROGRAMME) else siblings(opened),
        threads=tuple(_thread_line(opened, one) for one in threads.threads(opened)),
        replies=replies(clinic.answer_days),
        phone=clinic.phone,
        form=form,
    )


def _thread_line(opened: OpenChild, one: ThreadSeen) -> ThreadLine:
    last = one.last
    return ThreadLine(
        uuid=one.uuid,
        title=one.title or _("Talk with the team"),
        name=_name(last) if last else "",
        petal=last.by.name if last else "",
        voice=VOICES[last.by.voice] if last else "therapist",
        when=days.when(opened, last.sent_at) if last else "",
        words=excerpt(last.words, 120) if last else "",
    )


def _thread_page(opened: OpenChild, seen: ThreadOpen, form: MessageForm) -> ThreadPage:
    clinic = people.clinic(opened.clinic)
    me = opened.actor.uuid
    team = next((one.name for one in seen.people if VOICES[one.voice] == "therapist"), opened.clinic_name)
    starts = days.clock(clinic.quiet_until)
    return ThreadPage(
        **frame(opened, "talk"),
        thread=seen.thread.uuid,
        title=seen.thread.title or _("Talk with the team"),
        about_url=_about_url(opened, seen.thread),
        about=_(ABOUT[seen.thread.about][1]) if seen.thread.about in ABOUT else "",
        readers=tuple(_("you") if one.uuid == me else one.name for one in seen.people),
        replies=replies(clinic.answer_days),
        phone=clinic.phone,
        turns=_turns(
            opened, seen.messages, _("%(name)s starts at %(time)s.") % {"name": team, "time": starts}
        ),
        form=form,
        typed=str(form["words"].value() or ""),
        error=first_problem(form),
    )


def _about_url(opened: OpenChild, seen: ThreadSeen) -> str:
    """Where the thing is that the thread is about, when this reader may open it."""
    if seen.about not in ABOUT:
        return ""
    route, _label, key, needed = ABOUT[seen.about]
    if not opened.allows(needed):
        return ""
    return reverse(route, kwargs={"child": opened.uuid} | ({key: seen.about_uuid} if key else {}))


def _turns(opened: OpenChild, messages: tuple[MessageSeen, ...], starts: str) -> tuple[Turn, ...]:
    made, before = [], None
    for message in messages:
        sent = days.local(opened, message.sent_at)
        day = "" if sent.date() == before else days.full_day(sent.date())
        before = sent.date()
        made.append(_turn(opened, message, day, starts))
    return tuple(made)


def _turn(opened: OpenChild, message: MessageSeen, day: str, starts: str) -> Turn:
    quiet = message.quiet and message.mine
    return Turn(
        by=_name(message),
        petal=message.by.name,
        voice=VOICES[message.by.voice],
        mine=message.mine,
        time=days.clock(days.local(opened, message.sent_at)),
        words=message.words,
        day=day,
        quiet=_("Delivered quietly. %(starts)s") % {"starts": starts} if quiet else "",
        changes=tuple(_change_line(opened, answer) for answer in message.changes),
    )


def _change_line(opened: OpenChild, answer: AnswerSeen) -> ChangeLine:
    return ChangeLine(words=answer.words, by=answer.by.name, url=_change_url(opened, answer))


def _change_url(opened: OpenChild, answer: AnswerSeen) -> str:
    """Where the change can be seen, for kinds that have a page of their own and that this reader may open."""
    if answer.kind is Change.GOAL and opened.allows(Capability.READ_GOALS):
        return reverse("parent:goal", kwargs={"child": opened.uuid, "goal": answer.change})
    if answer.kind is Change.IDEA and opened.allows(Capability.READ_PROGRAMME):
        return reverse("parent:idea", kwargs={"child": opened.uuid, "placement": answer.change})
    needed = Capability.READ_VISITS if answer.kind is Change.VISIT else Capability.READ_PROGRAMME
    if not opened.allows(needed):
        return ""
    name = "parent:visits" if answer.kind is Change.VISIT else "parent:plan"
    return reverse(name, kwargs={"child": opened.uuid})


def _name(message: MessageSeen) -> str:
    return _("You") if message.mine else message.by.name
