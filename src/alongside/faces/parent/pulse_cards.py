"""The weekly question at the end of Today: answered in a tap, or let pass; two falling answers offer less."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID

from django.utils.translation import gettext as _

from alongside.areas.circle import queries as circle
from alongside.areas.circle.values import OpenChild
from alongside.areas.practice.values import PulseNow, PulseSeen
from alongside.areas.programme.values import PlacementSeen
from alongside.core.capabilities import Capability
from alongside.core.pulse import HEAVY_LABELS, MOST, QUESTIONS, Question
from alongside.faces.common.pages import Choice, fresh_uuid

# Nobody is asked about a plan that is new, nor told «thank you» on every page of the week.
_FIRST_AFTER = timedelta(days=6)
_THANKS_FOR = timedelta(minutes=10)


@dataclass(frozen=True, slots=True, kw_only=True)
class FallingCard:
    """An offer after two falling answers. ``may_lighten`` where the reader may make the week lighter."""

    pulse: UUID
    name: str
    may_lighten: bool
    may_write: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class PulseCard:
    """The question of the week with its buttons, thanks for an answer, or the offer: one of the three.

    ``numbers`` for a scale of numbers. ``more`` is the answer about which the reader may write.
    """

    child: UUID
    question: str
    buttons: tuple[Choice, ...]
    numbers: bool
    fresh: UUID
    kept: str
    more: UUID | None
    falling: FallingCard | None


def pulse_card(opened: OpenChild, now: PulseNow | None, placed: Iterable[PlacementSeen]) -> PulseCard | None:
    """What stands at the end of Today, or nothing: without a plan that is some days old there is nothing to ask."""
    if now is None:
        return None
    if now.falling is not None:
        return _card(opened, now, falling=_falling(opened, now.falling))
    if now.due is not None:
        return _card(opened, now) if _is_known(opened, placed) else None
    is_fresh = now.kept is not None and opened.at - now.kept.at < _THANKS_FOR
    return _card(opened, now) if is_fresh else None


def answered(opened: OpenChild, now: PulseNow) -> PulseCard:
    """The card right after an answer."""
    return _card(opened, now, falling=_falling(opened, now.falling) if now.falling else None)


def _is_known(opened: OpenChild, placed: Iterable[PlacementSeen]) -> bool:
    return any(one.shared_at is not None and opened.at - one.shared_at > _FIRST_AFTER for one in placed)


def _card(opened: OpenChild, now: PulseNow, falling: FallingCard | None = None) -> PulseCard:
    kept = None if falling or now.due else now.kept
    question = now.due or (now.kept.question if now.kept else Question.HEAVY)
    return PulseCard(
        child=opened.uuid,
        question=_(QUESTIONS[question]),
        buttons=_buttons(question),
        numbers=question is Question.SURE,
        fresh=fresh_uuid(opened.at),
        kept=said(kept) if kept else "",
        more=kept.uuid if kept and opened.allows(Capability.WRITE_TALK) else None,
        falling=falling,
    )


def said(kept: PulseSeen) -> str:
    """An answer in words: "Quite a lot", "7 of 10"; that it was let pass is fine."""
    if kept.value is None:
        return _("Not this week. That is fine.")
    if kept.question is Question.HEAVY:
        return _(HEAVY_LABELS[kept.value])
    return _("%(n)s of 10") % {"n": kept.value}


def _buttons(question: Question) -> tuple[Choice, ...]:
    if question is Question.HEAVY:
        return tuple(Choice(value=str(value), label=_(label)) for value, label in enumerate(HEAVY_LABELS))
    return tuple(
        Choice(value=str(value), label=_("%(n)s of 10") % {"n": value}) for value in range(MOST[question] + 1)
    )


def _falling(opened: OpenChild, pulse: PulseSeen) -> FallingCard:
    return FallingCard(
        pulse=pulse.uuid,
        name=therapist_name(opened),
        may_lighten=opened.allows(Capability.LIGHTEN_PROGRAMME),
        may_write=opened.allows(Capability.WRITE_TALK),
    )


def therapist_name(opened: OpenChild) -> str:
    """The first name of the child's own therapist."""
    names = (person.short_name for person in circle.therapists_of(opened))
    return next(names, opened.clinic_name)
