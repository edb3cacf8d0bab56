"""Reading a clinic's own words."""

from typing import Any
from uuid import UUID

from django.db.models import QuerySet

from alongside.adapters.prepared import Slot, prepared
from alongside.areas.library.models import ClinicWord
from alongside.areas.library.values import ClinicWordSeen
from alongside.core.refusals import NotFound
from alongside.core.words import FamilyWord
from alongside.core.words_keeper import ClinicWords


def own_words(clinic: int) -> tuple[ClinicWordSeen, ...]:
    """A clinic's own lines of the word list, by word. One statement."""
    return tuple(
        ClinicWordSeen(uuid=uuid, word=word, say=say, by=by, at=at)
        for uuid, word, say, by, at in _own_words(clinic=clinic)
    )


def own_word(clinic: int, uuid: UUID) -> ClinicWordSeen:
    """One of them; NotFound for an ended one and for another clinic's."""
    found = next((one for one in own_words(clinic) if one.uuid == uuid), None)
    if found is None:
        raise NotFound
    return found


def clinic_words(clinic: int) -> ClinicWords:
    """A clinic's own lines as the words keeper takes them. One statement; the answer can be hashed."""
    kept = own_words(clinic)
    more = (FamilyWord(say=one.say, instead_of=(one.word,)) for one in kept if not one.is_fine)
    return ClinicWords(more=tuple(more), fine=frozenset(one.word for one in kept if one.is_fine))


@prepared
def _own_words() -> QuerySet[ClinicWord, tuple[Any, ...]]:
    rows = ClinicWord.objects.filter(clinic=Slot("clinic"), ended_at=None).order_by("word", "pk")
    return rows.values_list("uuid", "word", "say", "by__name", "at")
