"""A clinic's own ideas: added, changed, adapted, put into other languages, retired and brought back.

Every change keeps the wording before it, and whatever a family was given stays in its plan. The lint of ideas
(``core.strategy_lint``) has the last word; its first sentence comes back at its field.
"""

from collections.abc import Mapping
from dataclasses import asdict, replace
from datetime import datetime
from typing import Any
from uuid import UUID

from alongside.areas.library import queries
from alongside.areas.library.actions.languages import language_code
from alongside.areas.library.actions.rights import WHOSE_IDEAS, check_may_change
from alongside.areas.library.actions.starters import kept_words, restamp
from alongside.areas.library.models import Strategy, StrategyVersion
from alongside.areas.library.values import StrategyDraft, StrategySeen
from alongside.areas.trail import actions as trail
from alongside.areas.trail.actions import action
from alongside.core import bounds
from alongside.core.actors import Actor
from alongside.core.refusals import InvalidInput, NotFound, Refusal
from alongside.core.words import gettext_noop

MOST_OF_A_CLINIC = 5_000
_PLAIN = (
    "name",
    "summary",
    "words_that_help",
    "notice",
    "routine",
    "domain",
    "attention",
    "leads",
    "language",
)
_LISTS = (
    "steps",
    "also",
    "also_domains",
    "tasks",
    "materials",
    "people",
    "position",
    "sensory",
    "setting",
    "tags",
)
_ENTRIES = 20


class ChangedMeanwhile(Refusal):
    sentence = gettext_noop("Somebody changed this idea while you wrote. Look at it again.")


class AlreadyAdapted(Refusal):
    sentence = gettext_noop("Your clinic has a copy of this idea. Change it there.")


class CameWithProduct(Refusal):
    sentence = gettext_noop("This idea came with the product. Make your own copy of it first.")


class LibraryFull(Refusal):
    sentence = gettext_noop("Your library holds 5,000 ideas of its own. Retire some first.")


@action
def add_strategy(
    *, actor: Actor, clinic: int, strategy: UUID, draft: StrategyDraft, at: datetime
) -> StrategySeen:
    """Add an idea of the clinic's own. The same uuid again answers the same. Owners and therapists may.

    Raises InvalidInput with the first sentence of the lint, at its field.
    """
    check_may_change(actor, clinic, WHOSE_IDEAS)
    if _is_new(clinic, strategy):
        create(actor, clinic, strategy, draft, at)
        trail.record_doing(actor, "library.add_strategy", clinic, at)
    return queries.strategy(clinic, strategy)


@action
def change_strategy(
    *, actor: Actor, clinic: int, strategy: str, seen: int, draft: StrategyDraft, at: datetime
) -> StrategySeen:
    """Give an idea of the clinic's own other words; the wording before stays as a version.

    ``seen`` is the version that the writer had in front: another one in between raises ChangedMeanwhile. A change
    that says the same changes nothing. A starter idea is adapted, not changed.
    """
    check_may_change(actor, clinic, WHOSE_IDEAS)
    row = _own(clinic, strategy)
    columns = _columns(draft, at, row.evidence["checked_on"])
    if any(getattr(row, name) != value for name, value in columns.items()):
        if row.version != seen:
            raise ChangedMeanwhile
        StrategyVersion.objects.create(
            strategy=row, number=row.version, kept=kept_words(row), by=row.by, until=at
        )
        later = columns | {"version": row.version + 1, "by_id": actor.person, "at": at}
        Strategy.objects.filter(pk=row.pk).update(**later)
        _moved(actor, "library.change_strategy", clinic, at)
    return queries.strategy(clinic, strategy)


@action
def adapt_strategy(*, actor: Actor, clinic: int, strategy: str, copy: UUID, at: datetime) -> StrategySeen:
    """Make the clinic's own copy of a starter idea, to be changed. It takes the starter's place in lists.

    Plans that use the starter keep it. Raises AlreadyAdapted while the clinic has a copy in use.
    """
    check_may_change(actor, clinic, WHOSE_IDEAS)
    if _is_new(clinic, copy):
        starter = Strategy.objects.filter(clinic=None, code=bounds.words(strategy, 20, "strategy")).first()
        if starter is None:
            raise NotFound
        if Strategy.objects.filter(clinic=clinic, adapted_from=starter, retired_at=None).exists():
            raise AlreadyAdapted
        draft = queries.draft_of(queries.strategy(clinic, starter.code))
        known = draft.evidence.checked_on
        create(actor, clinic, copy, draft, at, checked_on=known, adapted_from=starter)
        trail.record_doing(actor, "library.adapt_strategy", clinic, at)
    return queries.strategy(clinic, copy)


@action
def retire_strategy(*, actor: Actor, clinic: int, strategy: str, at: datetime) -> None:
    """Take an idea of the clinic's own out of the lists. Plans that use it keep it; again changes nothing."""
    check_may_change(actor, clinic, WHOSE_IDEAS)
    row = _own(clinic, strategy)
    if row.retired_at is None:
        Strategy.objects.filter(pk=row.pk).update(retired_at=at)
        _moved(actor, "library.retire_strategy", clinic, at)


@action
def bring_back_strategy(*, actor: Actor, clinic: int, strategy: str, at: datetime) -> None:
    """Put a retired idea of the clinic's own back into the lists; again changes nothing."""
    check_may_change(actor, clinic, WHOSE_IDEAS)
    row = _own(clinic, strategy)
    if row.retired_at is not None:
        twins = Strategy.objects.filter(clinic=clinic, adapted_from=row.adapted_from_id, retired_at=None)
        if row.adapted_from_id and twins.exists():
            raise AlreadyAdapted
        Strategy.objects.filter(pk=row.pk).update(retired_at=None)
        _moved(actor, "library.bring_back_strategy", clinic, at)


def create(
    actor: Actor,
    clinic: int,
    uuid: UUID,
    draft: StrategyDraft,
    at: datetime,
    *,
    checked_on: str = "",
    **more: Any,
) -> Strategy:
    """Write a new idea of the clinic's own; the caller has checked who may, and names the day known already."""
    if Strategy.objects.filter(clinic=clinic).count() >= MOST_OF_A_CLINIC:
        raise LibraryFull
    owned = {"uuid": uuid, "code": own_code(uuid), "clinic_id": clinic, "by_id": actor.person, "at": at}
    row = Strategy.objects.create(**owned, **_columns(draft, at, checked_on), **more)
    restamp()
    return row


def own_code(uuid: UUID) -> str:
    """The short name of a clinic's own idea, from its uuid."""
    return f"C{uuid.int % 16**11:011x}"


def _is_new(clinic: int, uuid: UUID) -> bool:
    known = Strategy.objects.filter(uuid=uuid).first()
    if known is not None and known.clinic_id != clinic:
        raise NotFound
    return known is None


def _own(clinic: int, code: str) -> Strategy:
    """The row of an idea of this clinic, held until the end; CameWithProduct for a starter."""
    queries.row_of(clinic, code)
    row = Strategy.objects.select_for_update().filter(code=code, clinic=clinic).first()
    if row is None:
        raise CameWithProduct
    return row


def _moved(actor: Actor, doing: str, clinic: int, at: datetime) -> None:
    restamp()
    trail.record_doing(actor, doing, clinic, at)


def _columns(draft: StrategyDraft, at: datetime, checked_on: str) -> dict[str, Any]:
    """What the row says, bounded and looked at by the lint."""
    kept = _bounded(draft)
    remark = next(iter(queries.remarks_on(kept, at.date(), checked_on)), None)
    if remark is not None:
        phrase = remark.phrase
        raise InvalidInput(phrase.template, field=remark.field, **phrase.named)
    columns = queries.data_row(kept)
    age = columns.pop("age")
    return {**columns, "language": kept.language, "age_from": age["from"], "age_to": age["to"]}


def _bounded(draft: StrategyDraft) -> StrategyDraft:
    """The same draft with every text in it bounded, however deep it stands."""
    for name in (*_LISTS, "skills", "easier", "harder", "safety"):
        bounds.few(getattr(draft, name), _ENTRIES, name)
    texts: dict[str, Any] = {
        name: bounds.words(getattr(draft, name), bounds.SENTENCE, name) for name in _PLAIN
    }
    texts["language"] = language_code(draft.language)
    lists: dict[str, Any] = {
        name: tuple(bounds.words(one, bounds.SENTENCE, name) for one in getattr(draft, name))
        for name in _LISTS
    }
    for name in ("skills", "easier", "harder", "safety", "evidence", "supervision", "frequency"):
        _check_inner(asdict(draft)[name], name)
    return replace(draft, **texts, **lists)


def _check_inner(value: Any, field: str) -> None:
    if isinstance(value, str):
        bounds.words(value, bounds.SENTENCE, field)
    elif isinstance(value, Mapping):
        for one in value.values():
            _check_inner(one, field)
    elif isinstance(value, list | tuple):
        for one in value:
            _check_inner(one, field)
