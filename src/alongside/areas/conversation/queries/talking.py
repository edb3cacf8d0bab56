"""Reading Talk: only threads with one's own name on them, and for a restricted carer only the own thread."""

from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import Any
from uuid import UUID

from django.db.models import Exists, F, Max, OuterRef, Prefetch, Q, QuerySet

from alongside.adapters.prepared import Slot, prepared, room_for, slots
from alongside.areas.circle.queries import by
from alongside.areas.circle.values import By, OpenChild, Voice
from alongside.areas.conversation.models import Answered, Message, Thread, ThreadMember
from alongside.areas.conversation.queries.handing import SHOWN_FOR, handed_over, handover_now
from alongside.areas.conversation.values import (
    About,
    AnswerSeen,
    Change,
    HandoverSeen,
    MessageSeen,
    ThreadOpen,
    ThreadSeen,
    WaitingSeen,
)
from alongside.core.capabilities import Capability
from alongside.core.refusals import NotFound

_PLAIN = (
    "uuid", "thread__uuid", "words", "by_id", "by__uuid", "by__short_name", "voice", "sent_at", "quiet",
    "thread__own_of_id",
)  # fmt: skip
_WAITING = ("child_id", "thread_id", "thread__uuid", "thread__title", "by__short_name", "sent_at")
_MESSAGES = 200
_THREADS = 100


def threads(opened: OpenChild) -> tuple[ThreadSeen, ...]:
    """The threads with one's own name, the one that was written in last first (three statements at most)."""
    opened.check(Capability.READ_TALK)
    newest = Max("messages__pk")
    rows = list(
        _own(opened).annotate(newest=newest).order_by(F("last_message_at").desc(nulls_last=True), "-pk")
    )
    last = {
        row.thread_id: row for row in _messages().filter(pk__in=[row.newest for row in rows if row.newest])
    }
    return tuple(_thread(opened, row, last.get(row.pk)) for row in rows[:_THREADS])


def thread(opened: OpenChild, uuid: UUID) -> ThreadOpen:
    """One thread with its newest messages; NotFound when one's name is not on it."""
    opened.check(Capability.READ_TALK)
    row = thread_row(opened, uuid)
    newest = list(_messages().filter(thread=row).order_by("-pk")[:_MESSAGES])
    people = ThreadMember.objects.filter(thread=row).select_related("person").order_by("pk")
    return ThreadOpen(
        thread=_thread(opened, row, newest[0] if newest else None),
        people=tuple(by(member.person, member.voice) for member in people),
        messages=tuple(_message(opened, message) for message in reversed(newest)),
    )


def last_messages(opened: OpenChild, limit: int = 20) -> tuple[MessageSeen, ...]:
    """The newest messages of one's own threads, newest first."""
    opened.check(Capability.READ_TALK)
    rows = _messages().filter(thread__in=_own(opened)).order_by("-pk")[: min(limit, _MESSAGES)]
    return tuple(_message(opened, row) for row in rows)


def asks(opened: OpenChild) -> tuple[MessageSeen, ...]:
    """The family's messages that neither a later message of the team nor a change has answered, oldest first."""
    opened.check(Capability.READ_TALK)
    rows = _open_asks(restricted=opened.is_restricted, child=opened.pk, me=opened.actor.person)
    return tuple(_plain_message(opened, row) for row in rows)


def newest_and_handed(opened: OpenChild) -> tuple[MessageSeen | None, HandoverSeen | None]:
    """The newest message of somebody else in one's own threads, and what was handed over. One statement.

    Two when something was handed over, or when nobody else has written yet.
    """
    if not opened.allows(Capability.READ_TALK):
        return None, handover_now(opened)
    asked = {"child": opened.pk, "me": opened.actor.person, "since": opened.at - SHOWN_FOR}
    row = next(iter(_from_others_and_handed(restricted=opened.is_restricted, **asked)), None)
    reads = opened.allows(Capability.READ_PROGRAMME) and (row is None or row["handed"])
    return _plain_message(opened, row) if row else None, handover_now(opened) if reads else None


def waiting_for(openeds: Sequence[OpenChild]) -> tuple[WaitingSeen, ...]:
    """Where a family waits for its therapist's answer, in any of these children's threads (one statement).

    The longest waiting first. Nothing of a child whom the reader does not look after.
    """
    readable = {child.pk: child for child in openeds if child.is_team}
    if not readable:
        return ()
    person = next(iter(readable.values())).actor.person
    rows = _unanswered_among(room=room_for(list(readable)), children=list(readable), me=person)
    waiting = [
        _waiting(readable[group[0]["child_id"]], group)
        for group in (list(rows) for _, rows in groupby(rows, key=lambda row: row["thread_id"]))
    ]
    return tuple(sorted(waiting, key=lambda one: one.since))


def thread_row(opened: OpenChild, uuid: UUID) -> Thread:
    """The stored thread, for actions of this area; NotFound when one's name is not on it."""
    row = _own(opened).filter(uuid=uuid).first()
    if row is None:
        raise NotFound
    return row


def message_row(opened: OpenChild, uuid: UUID) -> Message:
    """The stored message, for actions of this area; NotFound outside one's own threads."""
    row = _messages().filter(thread__in=_own(opened), uuid=uuid).first()
    if row is None:
        raise NotFound
    return row


def message_seen(opened: OpenChild, uuid: UUID) -> MessageSeen:
    """One message of one's own threads."""
    return _message(opened, message_row(opened, uuid))


def _own(opened: OpenChild) -> QuerySet[Thread]:
    mine = Thread.objects.filter(
        Exists(ThreadMember.objects.filter(thread=OuterRef("pk"), person=opened.actor.person)),
        child=opened.pk,
    )
    return mine.filter(own_of=opened.actor.person) if opened.is_restricted else mine


def _in_own_threads(*, restricted: bool) -> Q:
    """The same threads as a condition on messages, for reading without a subquery."""
    mine = Q(child=Slot("child"), thread__members__person=Slot("me"))
    return mine & Q(thread__own_of=Slot("me")) if restricted else mine


@prepared
def _from_others_and_handed(*, restricted: bool) -> QuerySet[Any, dict[str, Any]]:
    rows = Message.objects.filter(_in_own_threads(restricted=restricted)).exclude(by=Slot("me"))
    handed = Exists(handed_over(child=OuterRef("child")))
    annotated = rows.annotate(handed=handed).order_by("-pk")
    found: QuerySet[Any, dict[str, Any]] = annotated.values(*_PLAIN, "handed")[:1]
    return found


@prepared
def _open_asks(*, restricted: bool) -> QuerySet[Message, dict[str, Any]]:
    rows = _unanswered().filter(_in_own_threads(restricted=restricted))
    found: QuerySet[Message, dict[str, Any]] = rows.order_by("pk").values(*_PLAIN)[:_MESSAGES]
    return found


@prepared
def _unanswered_among(*, room: int) -> QuerySet[Message, dict[str, Any]]:
    rows = _unanswered().filter(child__pk__in=slots("children", room), thread__members__person=Slot("me"))
    found: QuerySet[Message, dict[str, Any]] = rows.order_by("thread", "pk").values(*_WAITING)
    return found


def _messages() -> QuerySet[Message]:
    answers = Answered.objects.select_related("by").order_by("pk")
    return Message.objects.select_related("by", "thread").prefetch_related(Prefetch("answers", answers))


def _unanswered() -> QuerySet[Message]:
    later = Message.objects.filter(thread=OuterRef("thread"), pk__gt=OuterRef("pk"), voice=Voice.THERAPIST)
    changed = Answered.objects.filter(message=OuterRef("pk"))
    return Message.objects.filter(~Exists(later), ~Exists(changed), voice=Voice.FAMILY)


def _thread(opened: OpenChild, row: Thread, last: Message | None) -> ThreadSeen:
    seen = None if last is None else _message(opened, last)
    return ThreadSeen(
        uuid=row.uuid,
        about=About(row.about),
        about_uuid=row.about_uuid,
        title=row.title,
        started_at=row.started_at,
        last_message_at=row.last_message_at,
        last=seen,
        waiting=seen is not None and seen.from_family and not seen.changes,
    )


def _message(opened: OpenChild, row: Message, changes: Iterable[AnswerSeen] | None = None) -> MessageSeen:
    answers = (_answer(answer) for answer in row.answers.all()) if changes is None else changes
    return MessageSeen(
        uuid=row.uuid,
        thread=row.thread.uuid,
        words=row.words,
        by=by(row.by, row.voice),
        sent_at=row.sent_at,
        quiet=row.quiet,
        mine=row.by_id == opened.actor.person,
        alone=row.thread.own_of_id is not None,
        changes=tuple(answers),
    )


def _plain_message(opened: OpenChild, row: dict[str, Any]) -> MessageSeen:
    return MessageSeen(
        uuid=row["uuid"],
        thread=row["thread__uuid"],
        words=row["words"],
        by=By(name=row["by__short_name"], voice=Voice(row["voice"]), uuid=row["by__uuid"]),
        sent_at=row["sent_at"],
        quiet=row["quiet"],
        mine=row["by_id"] == opened.actor.person,
        alone=row["thread__own_of_id"] is not None,
    )


def _answer(row: Answered) -> AnswerSeen:
    return AnswerSeen(
        uuid=row.uuid,
        kind=Change(row.kind),
        change=row.change_uuid,
        words=row.words,
        by=by(row.by, row.voice),
        at=row.at,
    )


def _waiting(child: OpenChild, rows: Sequence[dict[str, Any]]) -> WaitingSeen:
    return WaitingSeen(
        child=child.uuid,
        child_name=child.short_name,
        thread=rows[0]["thread__uuid"],
        title=rows[0]["thread__title"],
        names=tuple(dict.fromkeys(row["by__short_name"] for row in rows)),
        since=min(row["sent_at"] for row in rows),
    )
