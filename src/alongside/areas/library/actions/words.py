"""Keeping a clinic's own words."""

from datetime import datetime
from uuid import UUID

from alongside.areas.library import queries
from alongside.areas.library.actions.rights import check_may_change
from alongside.areas.library.models import ClinicWord
from alongside.areas.library.values import SAY_LIMIT, WORD_LIMIT, ClinicWordSeen
from alongside.areas.trail import actions as trail
from alongside.areas.trail.actions import action
from alongside.core import bounds
from alongside.core.actors import Actor
from alongside.core.refusals import InvalidInput, NotFound
from alongside.core.words import gettext_noop
from alongside.core.words_keeper import MOST_OF_A_CLINIC

_WHOSE = gettext_noop("The owner and the therapists look after these words.")


@action
def keep_word(
    *,
    actor: Actor,
    clinic: int,
    uuid: UUID,
    word: str,
    say: str,
    at: datetime,
    replaces: UUID | None = None,
) -> ClinicWordSeen:
    """Put a word on the clinic's own list: what it says instead, or nothing when the word is fine with it.

    ``replaces`` ends the line that this one follows. The same uuid again answers the same. Owners and therapists may.
    Raises InvalidInput for a word that is on the list, and when the list is full.
    """
    check_may_change(actor, clinic, _WHOSE)
    known = ClinicWord.objects.filter(uuid=uuid).first()
    if known is None:
        if replaces is not None:
            _end(actor, clinic, replaces, at)
        known = _new_word(actor, clinic, uuid, _the_word(word), say, at)
        trail.record_doing(actor, "library.keep_word", clinic, at)
    if known.clinic_id != clinic:
        raise NotFound
    return ClinicWordSeen(uuid=known.uuid, word=known.word, say=known.say, by=known.by.name, at=known.at)


@action
def end_word(*, actor: Actor, clinic: int, word: UUID, at: datetime) -> None:
    """Take a line off the clinic's own list; again changes nothing. Owners and therapists may."""
    check_may_change(actor, clinic, _WHOSE)
    if _end(actor, clinic, word, at):
        trail.record_doing(actor, "library.end_word", clinic, at)


def _the_word(typed: str) -> str:
    word = " ".join(bounds.words(typed, WORD_LIMIT, "word", required=True).split())
    if not any(mark.isalnum() for mark in word):
        raise InvalidInput(gettext_noop("Write the word itself."), field="word")
    return word


def _new_word(actor: Actor, clinic: int, uuid: UUID, word: str, say: str, at: datetime) -> ClinicWord:
    kept = queries.own_words(clinic)
    if word.lower() in {one.word.lower() for one in kept}:
        raise InvalidInput(gettext_noop("This word is on your list. Change it there."), field="word")
    if len(kept) >= MOST_OF_A_CLINIC:
        sentence = gettext_noop("The list holds {most} words. Take one off first.")
        raise InvalidInput(sentence, field="word", most=MOST_OF_A_CLINIC)
    kinder = bounds.words(say, SAY_LIMIT, "say")
    return ClinicWord.objects.create(
        uuid=uuid, clinic_id=clinic, word=word, say=kinder, by_id=actor.person, at=at
    )


def _end(actor: Actor, clinic: int, word: UUID, at: datetime) -> bool:
    """Whether this ended it; NotFound for a line of nobody or of another clinic."""
    lines = ClinicWord.objects.filter(clinic=clinic, uuid=word)
    if not lines.exists():
        raise NotFound
    return bool(lines.filter(ended_at=None).update(ended_at=at, ended_by=actor.person))
