"""Reading ideas: in a list, one in full, its earlier wordings and its words in other languages."""

from collections.abc import Iterable, Mapping
from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet

from alongside.areas.library.models import Strategy, StrategyVersion, StrategyWords
from alongside.areas.library.values import (
    Evidence,
    Frequency,
    Light,
    SafetyNote,
    Skill,
    StrategyCard,
    StrategySeen,
    Supervision,
    Translation,
    VersionSeen,
    Way,
)
from alongside.core import bounds
from alongside.core.refusals import NotFound

FOUND_AT_MOST = 200
_PLAIN = (
    "code", "uuid", "name", "routine", "domain", "summary", "minutes", "set_up_minutes", "mess", "noise",
    "attention", "age_from", "age_to",
)  # fmt: skip
_PLAIN_IN_FULL = ("words_that_help", "leads", "notice", "version", "language", "from_family", "retired_at")
_LISTS = ("also", "also_domains", "materials", "setting")
_LISTS_IN_FULL = ("steps", "tasks", "people", "position", "sensory", "tags")
CARD_COLUMNS = (*_PLAIN, *_LISTS, "safety", "evidence", "clinic", "adapted_from__code")
_TRANSLATED = ("uuid", "language", "words", "of_version", "by__name", "at")
_IN_FULL = (
    "pk", *CARD_COLUMNS, *_PLAIN_IN_FULL, *_LISTS_IN_FULL, "easier", "harder", "skills", "frequency", "supervision",
)  # fmt: skip


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
    rows = _in_use(clinic).order_by("name", "pk")
    if routine:
        rows = rows.filter(routine=bounds.words(routine, 40, "routine"))
    if domain:
        rows = rows.filter(domain=bounds.words(domain, 40, "domain"))
    if max_minutes is not None:
        rows = rows.filter(minutes__lte=max_minutes)
    if age_years is not None:
        rows = rows.filter(age_from__lte=age_years, age_to__gte=int(age_years))
    wanted = search.casefold().split()
    found = (row for row in rows.values(*CARD_COLUMNS, "skills") if not (no_kit and row["materials"]))
    return tuple(card_of(row) for row in found if _speaks_of(row, wanted))[:FOUND_AT_MOST]


def strategy(clinic: int, code: str | UUID) -> StrategySeen:
    """One idea that this clinic can use, by code or uuid, retired ones included; NotFound for any other."""
    return seen(row_of(clinic, code))


def every_strategy(clinic: int) -> tuple[StrategySeen, ...]:
    """Every idea that a clinic can use, in full, by code: what a week is planned from. One statement."""
    rows = in_full(_in_use(clinic)).order_by("code")
    return tuple(seen(row) for row in rows)


def versions(clinic: int, code: str | UUID) -> tuple[VersionSeen, ...]:
    """The earlier wordings of an idea that this clinic can use, the newest first."""
    rows = StrategyVersion.objects.filter(strategy=row_of(clinic, code)["pk"]).order_by("-number")
    return tuple(
        VersionSeen(
            number=number,
            name=kept["name"],
            summary=kept["summary"],
            steps=tuple(kept["steps"]),
            by=by or "",
            until=until,
        )
        for number, kept, by, until in rows.values_list("number", "kept", "by__name", "until")
    )


def translations(clinic: int, code: str | UUID) -> tuple[Translation, ...]:
    """What this clinic wrote of an idea in other languages, by language."""
    rows = StrategyWords.objects.filter(strategy=row_of(clinic, code)["pk"], clinic=clinic, ended_at=None)
    return tuple(_translation(row) for row in rows.order_by("language").values(*_TRANSLATED))


def translation(clinic: int, uuid: UUID) -> Translation:
    """One of them, ended ones included; NotFound for another clinic's."""
    row = StrategyWords.objects.filter(clinic=clinic, uuid=uuid).values(*_TRANSLATED).first()
    if row is None:
        raise NotFound
    return _translation(row)


def copy_of(clinic: int, code: str) -> str:
    """The code of this clinic's copy of a starter idea; empty while it uses none."""
    copies = Strategy.objects.filter(clinic=clinic, adapted_from__code=code, retired_at=None)
    return copies.values_list("code", flat=True).first() or ""


def row_of(clinic: int, code: str | UUID) -> Mapping[str, Any]:
    """The columns of one idea that this clinic can use; NotFound for any other."""
    key = {"uuid": code} if isinstance(code, UUID) else {"code": bounds.words(code, 20, "strategy")}
    row = in_full(Strategy.objects.filter(of(clinic), **key)).first()
    if row is None:
        raise NotFound
    return row


def in_full(rows: QuerySet[Strategy]) -> QuerySet[Strategy, dict[str, Any]]:
    """Every column that ``seen`` needs."""
    found: QuerySet[Strategy, dict[str, Any]] = rows.values(*_IN_FULL)
    return found


def of(clinic: int) -> Q:
    """The starter ideas and the clinic's own."""
    return Q(clinic=None) | Q(clinic=clinic)


def _in_use(clinic: int) -> QuerySet[Strategy]:
    """What a clinic offers now: its own copy stands in the place of the starter idea that it changes."""
    copied = Strategy.objects.filter(clinic=clinic, adapted_from__isnull=False, retired_at=None)
    rows = Strategy.objects.filter(of(clinic), retired_at=None)
    return rows.exclude(pk__in=copied.values("adapted_from"))


def card_of(row: Mapping[str, Any]) -> StrategyCard:
    """A row of CARD_COLUMNS as a card."""
    return StrategyCard(**_card(row))


def seen(row: Mapping[str, Any]) -> StrategySeen:
    """A row of ``in_full`` as the whole idea."""
    return StrategySeen(
        **_card(row),
        **{name: row[name] for name in _PLAIN_IN_FULL},
        **_tuples(row, _LISTS_IN_FULL),
        ways_easier=_ways(row["easier"]),
        ways_harder=_ways(row["harder"]),
        builds=tuple(Skill(**skill) for skill in row["skills"]),
        frequency=Frequency(**row["frequency"]),
        supervision=_supervision(row["supervision"]),
    )


def _card(row: Mapping[str, Any]) -> dict[str, Any]:
    return {
        **{name: row[name] for name in _PLAIN},
        **_tuples(row, _LISTS),
        "safety": tuple(SafetyNote(code=note["code"], note=note["note"]) for note in row["safety"]),
        "evidence": _evidence(row["evidence"]),
        "is_own": row["clinic"] is not None,
        "adapted_from": row["adapted_from__code"] or "",
    }


def _tuples(row: Mapping[str, Any], names: Iterable[str]) -> dict[str, Any]:
    return {name: tuple(row[name]) for name in names}


def _ways(kept: Iterable[Mapping[str, str]]) -> tuple[Way, ...]:
    return tuple(Way(knob=way["knob"], words=way["words"]) for way in kept)


def _evidence(kept: dict[str, Any]) -> Evidence:
    return Evidence(**{**kept, "light": Light(kept["light"])})


def _supervision(kept: dict[str, Any]) -> Supervision:
    rules = tuple((rule["when"], rule["level"]) for rule in kept["rules"])
    return Supervision(level=kept["level"], note=kept["note"], rules=rules)


def _translation(row: Mapping[str, Any]) -> Translation:
    words = row["words"].items()
    said: dict[str, Any] = {name: tuple(value) if isinstance(value, list) else value for name, value in words}
    return Translation(
        uuid=row["uuid"],
        language=row["language"],
        of_version=row["of_version"],
        by=row["by__name"],
        at=row["at"],
        **said,
    )


def _speaks_of(row: Mapping[str, Any], wanted: list[str]) -> bool:
    skills = (skill["name"] for skill in row["skills"])
    said = " ".join([row["name"], row["summary"], *skills, *row["materials"]]).casefold()
    return all(word in said for word in wanted)
