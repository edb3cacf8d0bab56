"""Reading the library and a clinic's own words. Neither holds a child's words: the whole team may read them."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet

from alongside.adapters.prepared import Slot, prepared
from alongside.areas.library.models import ClinicWord, Strategy
from alongside.areas.library.values import (
    ClinicWordSeen,
    Evidence,
    Frequency,
    Light,
    SafetyNote,
    StrategyCard,
    StrategySeen,
    Supervision,
)
from alongside.core import bounds
from alongside.core.refusals import NotFound
from alongside.core.words import FamilyWord
from alongside.core.words_keeper import ClinicWords

FOUND_AT_MOST = 200
_CARD = (
    "code", "uuid", "name", "routine", "domain", "summary", "minutes", "materials", "age_from", "age_to",
    "safety", "evidence",
)  # fmt: skip

_LISTS = ("steps", "easier", "harder", "skills", "setting", "sensory")


def strategies(
    clinic: int,
    *,
    search: str = "",
    routine: str = "",
    domain: str = "",
    max_minutes: int | None = None,
    no_kit: bool = False,
    age_years: float | None = None,
) -> tuple[StrategyCard, ...]:
    """The ideas a clinic can use, by name, at most 200. Every filter left out lets everything through.

    ``search`` finds words in the name, the summary, the skills and the things needed. ``no_kit`` keeps the
    ideas that need nothing. ``age_years`` keeps those meant for a child of this age.
    """
    rows = _usable(clinic).order_by("name", "pk")
    if routine:
        rows = rows.filter(routine=bounds.words(routine, 40, "routine"))
    if domain:
        rows = rows.filter(domain=bounds.words(domain, 40, "domain"))
    if max_minutes is not None:
        rows = rows.filter(minutes__lte=max_minutes)
    if age_years is not None:
        rows = rows.filter(age_from__lte=age_years, age_to__gte=int(age_years))
    wanted = search.casefold().split()
    found = (row for row in rows.values(*_CARD, "skills") if not (no_kit and row["materials"]))
    return tuple(StrategyCard(**_card(row)) for row in found if _speaks_of(row, wanted))[:FOUND_AT_MOST]


def strategy(clinic: int, code: str | UUID) -> StrategySeen:
    """One idea that this clinic can use, by code or uuid, retired ones included; NotFound for any other."""
    key = {"uuid": code} if isinstance(code, UUID) else {"code": bounds.words(code, 20, "strategy")}
    row = Strategy.objects.filter(_of(clinic), **key).values().first()
    if row is None:
        raise NotFound
    return _seen(row)


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


def _of(clinic: int) -> Q:
    return Q(clinic=None) | Q(clinic=clinic)


def _usable(clinic: int) -> QuerySet[Strategy]:
    return Strategy.objects.filter(_of(clinic), retired_at=None)


def _speaks_of(row: Mapping[str, Any], wanted: list[str]) -> bool:
    said = " ".join([row["name"], row["summary"], *row["skills"], *row["materials"]]).casefold()
    return all(word in said for word in wanted)


def _card(row: Mapping[str, Any]) -> dict[str, Any]:
    return {
        **{name: row[name] for name in _CARD},
        "materials": tuple(row["materials"]),
        "safety": tuple(SafetyNote(code=note["code"], note=note["note"]) for note in row["safety"]),
        "evidence": _evidence(row["evidence"]),
    }


def _evidence(kept: dict[str, Any]) -> Evidence:
    return Evidence(**{**kept, "light": Light(kept["light"])})


def _supervision(kept: dict[str, Any]) -> Supervision:
    rules = tuple((rule["when"], rule["level"]) for rule in kept["rules"])
    return Supervision(level=kept["level"], note=kept["note"], rules=rules)


def _seen(row: Mapping[str, Any]) -> StrategySeen:
    lists: dict[str, Any] = {name: tuple(row[name]) for name in _LISTS}
    return StrategySeen(
        **_card(row),
        **lists,
        words_that_help=row["words_that_help"],
        frequency=Frequency(**row["frequency"]),
        supervision=_supervision(row["supervision"]),
        notice=row["notice"],
    )
