"""What every decision by two has in common: one side proposes, the other answers, two views stay beside each other."""

from collections.abc import Iterable
from typing import Any, TypeVar
from uuid import UUID

from alongside.areas.circle.values import OpenChild
from alongside.areas.conversation import actions as conversation
from alongside.areas.conversation import queries as talk
from alongside.areas.conversation.values import About
from alongside.areas.goals.queries import side_of
from alongside.areas.review.models.cycle import Decision
from alongside.areas.review.values import Decided
from alongside.core import bounds
from alongside.core.ids import uuid7
from alongside.core.refusals import Refusal
from alongside.core.words import gettext_noop

D = TypeVar("D", bound=Decision)


class AnswerFirst(Refusal):
    """The other side proposed something that waits for an answer."""

    sentence = gettext_noop("The other side suggested something here. Please answer that first.")


class AlreadyDecided(Refusal):
    """Both sides agreed on this, or answered it, before."""

    sentence = gettext_noop("This is decided already.")


class OwnDecision(Refusal):
    """Somebody of the same side proposed this."""

    sentence = gettext_noop("Your side suggested this. The other side answers it.")


def make_room(opened: OpenChild, standing: Iterable[Decision]) -> None:
    """Take back what the same side proposed before. Raises AnswerFirst and AlreadyDecided."""
    for row in standing:
        if row.state == Decided.AGREED:
            raise AlreadyDecided
        if row.side != side_of(opened):
            raise AnswerFirst
        row.state = Decided.WITHDRAWN.value
        row.save(update_fields=["state"])


def proposed(opened: OpenChild, uuid: UUID, words: str) -> dict[str, Any]:
    """The fields of a decision that this person proposes now."""
    return {
        "child_id": opened.pk,
        "uuid": uuid,
        "words": bounds.words(words, bounds.SENTENCE, "words"),
        "side": side_of(opened).value,
        "by_id": opened.actor.person,
        "proposed_at": opened.at,
        "state": Decided.PROPOSED.value,
    }


def check_answerable(opened: OpenChild, row: Decision, wanted: Decided) -> bool:
    """Whether the answer is still to be written; False when the same one was given before."""
    if row.side == side_of(opened):
        raise OwnDecision
    if row.state == wanted:
        return False
    if row.state != Decided.PROPOSED:
        raise AlreadyDecided
    return True


def answered(opened: OpenChild, row: D, state: Decided, words: str) -> D:
    """The row with this person's answer, not saved yet."""
    row.state, row.answered_by_id, row.answered_at = state.value, opened.actor.person, opened.at
    row.answer_words = bounds.words(words, bounds.SENTENCE, "words")
    return row


def talk_about(opened: OpenChild, thread: UUID, title: str, words: str, goal: UUID | None = None) -> int:
    """Begin the conversation about two views, with the answering side's words. Returns the thread's key."""
    said: dict[str, Any] = {"actor": opened.actor, "child": opened.uuid, "thread": thread, "at": opened.at}
    about: dict[str, Any] = {"about": About.GOAL, "about_uuid": goal} if goal else {}
    conversation.start_thread(**said, **about, title=title[: bounds.TITLE])
    if words.strip():
        conversation.send_message(**said, message=uuid7(opened.at), words=words)
    return talk.thread_row(opened, thread).pk
