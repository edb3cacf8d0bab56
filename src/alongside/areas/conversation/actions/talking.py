"""Starting threads, writing, and answering with a change."""

from collections.abc import Callable, Iterable
from datetime import datetime, time
from uuid import UUID

from alongside.areas.appointments import queries as appointments
from alongside.areas.circle import gate
from alongside.areas.circle import queries as circle
from alongside.areas.circle.values import ContactSeen, Grownup, OpenChild, PlaceKind, Voice
from alongside.areas.conversation.models import Answered, Message, Thread, ThreadMember
from alongside.areas.conversation.queries import talking as queries
from alongside.areas.conversation.values import About, Change, MessageSeen, ThreadOpen
from alongside.areas.goals import queries as goals
from alongside.areas.people import queries as people
from alongside.areas.programme import queries as programme
from alongside.areas.trail.actions import action
from alongside.core import bounds
from alongside.core.actors import Actor
from alongside.core.capabilities import Capability
from alongside.core.moments import check_happened_at
from alongside.core.refusals import InvalidInput, NotAllowed, NotFound, Refusal
from alongside.core.words import gettext_noop

FAMILY_QUIET = (time(20, 0), time(8, 0))  # until the grown-ups say otherwise


class NotTheirWords(Refusal):
    """Only what the family said can be answered with a change."""

    sentence = gettext_noop("Choose a message from the family to answer with a change.")


@action
def start_thread(
    *,
    actor: Actor,
    child: UUID,
    thread: UUID,
    at: datetime,
    about: About = About.GENERAL,
    about_uuid: UUID | None = None,
    title: str = "",
    also: tuple[UUID, ...] = (),
    alone: bool = False,
) -> ThreadOpen:
    """Begin a thread, on something or in general. The same uuid again answers the same thread.

    On it are the child's therapists, the carers who are responsible, whoever starts it, and unrestricted grown-ups
    of the circle named in ``also``. With ``alone`` a carer writes with the therapists and nobody else, and nobody can
    be put on it later; a restricted carer's thread is always like that.
    Raises NotFound for something that is not this child's.
    """
    opened = gate.open_child(actor, child, Capability.WRITE_TALK, at, doing="conversation.start_thread")
    _check_about(opened, about, about_uuid)
    alone = opened.is_restricted or (alone and not opened.is_team)
    fields = {
        "child_id": opened.pk,
        "about": about.value,
        "about_uuid": about_uuid,
        "title": bounds.words(title, bounds.TITLE, "title"),
        "started_by_id": actor.person,
        "started_at": at,
        "own_of_id": actor.person if alone else None,
    }
    row, made = Thread.objects.get_or_create(uuid=thread, defaults=fields)
    if (row.child_id, row.started_by_id) != (opened.pk, actor.person):
        raise NotFound
    if made:
        _put_on(row, _alone(opened) if alone else _first_people(opened, also))
    return queries.thread(opened, thread)


@action
def add_to_thread(*, actor: Actor, child: UUID, thread: UUID, person: UUID, at: datetime) -> ThreadOpen:
    """Put another grown-up of the circle on a thread; that person then reads all of it. Twice changes nothing.

    Not for a thread that a carer has alone with the therapists, nor for somebody restricted: NotFound.
    """
    opened = gate.open_child(actor, child, Capability.WRITE_TALK, at, doing="conversation.add_to_thread")
    row = queries.thread_row(opened, thread)
    if row.own_of_id is not None:
        raise NotFound
    added = [one for one in circle.grownups(opened) if one.uuid == person and not one.restricted]
    if not added:
        raise NotFound
    _put_on(row, added)
    return queries.thread(opened, thread)


@action
def send_message(
    *,
    actor: Actor,
    child: UUID,
    thread: UUID,
    message: UUID,
    words: str,
    at: datetime,
    sent_at: datetime | None = None,
) -> MessageSeen:
    """Write into a thread with one's own name on it. The same uuid again changes nothing.

    A message that arrives in the other side's quiet hours is marked as delivered quietly. ``sent_at`` is when it was
    written, if that was earlier. Therapists who joined the child meanwhile are put on the thread.
    """
    opened = gate.open_child(actor, child, Capability.WRITE_TALK, at, doing="conversation.send_message")
    row = queries.thread_row(opened, thread)
    if sent_at is not None:
        check_happened_at(sent_at, at)
    fields = {
        "child_id": opened.pk,
        "thread": row,
        "by_id": actor.person,
        "voice": opened.voice.value,
        "words": bounds.words(words, bounds.WORDS, "words", required=True),
        "sent_at": sent_at or at,
        "arrived_at": at,
        "quiet": _is_quiet_there(opened),
    }
    kept, made = Message.objects.get_or_create(uuid=message, defaults=fields)
    if (kept.thread_id, kept.by_id) != (row.pk, actor.person):
        raise NotFound
    if made:
        _put_on(row, circle.therapists_of(opened))
        Thread.objects.filter(pk=row.pk).update(last_message_at=at)
    return queries.message_seen(opened, message)


@action
def answer_with_change(
    *,
    actor: Actor,
    child: UUID,
    message: UUID,
    answer: UUID,
    change_kind: Change,
    change_uuid: UUID,
    words: str,
    at: datetime,
) -> MessageSeen:
    """Link what the family said to what was changed because of it, with «We changed …» (to 300 characters).

    Only the child's therapist. Raises NotTheirWords for a therapist's message, NotFound for a change or a message
    that is not this child's.
    """
    opened = gate.open_child(actor, child, Capability.WRITE_TALK, at, doing="conversation.answer_with_change")
    if not opened.is_team:
        sentence = gettext_noop("The therapist says what was changed. You can write a message.")
        raise NotAllowed(sentence, child=opened.pk, doing="conversation.answer_with_change")
    asked = queries.message_row(opened, message)
    if asked.voice != Voice.FAMILY:
        raise NotTheirWords
    _CHANGE_EXISTS[change_kind](opened, change_uuid)
    _keep_answer(opened, asked, answer, change_kind, change_uuid, words)
    return queries.message_seen(opened, message)


def _keep_answer(
    opened: OpenChild, asked: Message, answer: UUID, kind: Change, change_uuid: UUID, words: str
) -> None:
    fields = {
        "uuid": answer,
        "child_id": opened.pk,
        "words": bounds.words(words, bounds.SENTENCE, "words", required=True),
        "by_id": opened.actor.person,
        "voice": opened.voice.value,
        "at": opened.at,
    }
    used = Answered.objects.filter(uuid=answer).first()
    if used is not None:
        _check_same(used, asked, opened)
        return
    Answered.objects.get_or_create(message=asked, kind=kind.value, change_uuid=change_uuid, defaults=fields)


def _check_same(used: Answered, asked: Message, opened: OpenChild) -> None:
    if (used.message_id, used.by_id) != (asked.pk, opened.actor.person):
        raise NotFound


def _alone(opened: OpenChild) -> list[Grownup]:
    """The one who starts it, and the therapists."""
    me = opened.actor.person
    return [one for one in circle.grownups(opened) if one.kind is PlaceKind.THERAPIST or one.pk == me]


def _first_people(opened: OpenChild, also: Iterable[UUID]) -> list[Grownup]:
    """Whose names a new thread carries; NotFound when ``also`` names somebody outside the circle or restricted."""
    me = opened.actor.person
    free = [one for one in circle.grownups(opened) if not one.restricted]
    named = set(also)
    if not named <= {one.uuid for one in free}:
        raise NotFound
    return [
        one
        for one in free
        if one.kind is PlaceKind.THERAPIST or one.responsible or one.pk == me or one.uuid in named
    ]


def _put_on(row: Thread, grownups: Iterable[Grownup]) -> None:
    voices = {PlaceKind.THERAPIST: Voice.THERAPIST, PlaceKind.CARER: Voice.FAMILY}
    ThreadMember.objects.bulk_create(
        (
            ThreadMember(child_id=row.child_id, thread=row, person_id=one.pk, voice=voices[one.kind].value)
            for one in grownups
        ),
        ignore_conflicts=True,
    )


def _is_quiet_there(opened: OpenChild) -> bool:
    if not opened.is_team:
        return people.is_quiet(people.clinic(opened.clinic), opened.at)
    now = opened.at.astimezone(opened.zone_info).time()
    own = [hours for one in circle.contacts(opened) if (hours := _quiet_hours(one))]
    return all(_lies_in(now, hours) for hours in own or [FAMILY_QUIET])


def _quiet_hours(contact: ContactSeen) -> tuple[time, time] | None:
    if contact.quiet_from is None or contact.quiet_until is None:
        return None
    return contact.quiet_from, contact.quiet_until


def _lies_in(now: time, hours: tuple[time, time]) -> bool:
    start, end = hours
    return start <= now < end if start <= end else now >= start or now < end


def _check_about(opened: OpenChild, about: About, uuid: UUID | None) -> None:
    if (about is About.GENERAL) != (uuid is None):
        raise InvalidInput(gettext_noop("Choose what this is about."), field="about")
    if uuid is not None:
        _ABOUT_EXISTS[about](opened, uuid)


def _family_note(opened: OpenChild, uuid: UUID) -> None:
    if all(note.uuid != uuid for note in appointments.family_notes(opened)):
        raise NotFound


def _changed_placement(opened: OpenChild, uuid: UUID) -> None:
    if all(change.uuid != uuid for change in programme.changes(opened)):
        raise NotFound


_ABOUT_EXISTS: dict[About, Callable[[OpenChild, UUID], object]] = {
    About.GOAL: goals.goal,
    About.IDEA: programme.placement,
    About.NOTE: _family_note,
    About.VISIT: appointments.visit,
}
_CHANGE_EXISTS: dict[Change, Callable[[OpenChild, UUID], object]] = {
    Change.IDEA: programme.placement,
    Change.PLACEMENT_CHANGE: _changed_placement,
    Change.GOAL: goals.goal,
    Change.VISIT: appointments.visit,
}
