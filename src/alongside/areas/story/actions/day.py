"""The walk through a family's week, and the minutes it can give. Every earlier word is kept."""

from datetime import datetime, time
from typing import Any
from uuid import UUID

from django.db.models import QuerySet

from alongside.areas.circle import gate
from alongside.areas.circle import queries as circle
from alongside.areas.circle.values import OpenChild, PlaceKind
from alongside.areas.story.models import DayCapacity, DayMoment
from alongside.areas.story.queries import capacity as capacity_now
from alongside.areas.story.queries import family_day
from alongside.areas.story.values import (
    ENERGY_AT_MOST,
    MINUTES_A_DAY_AT_MOST,
    Attention,
    CapacitySeen,
    DayMomentSeen,
    Goes,
)
from alongside.areas.story.values.week import MOMENTS_AT_MOST, MomentDraft, bits
from alongside.areas.trail.actions import action
from alongside.core import bounds, routines
from alongside.core.actors import Actor
from alongside.core.capabilities import Capability
from alongside.core.ids import uuid7
from alongside.core.refusals import InvalidInput, NotFound
from alongside.core.words import gettext_noop

EVERY_DAY = 127


@action
def keep_day_moment(
    *,
    actor: Actor,
    child: UUID,
    moment: UUID,
    routine: str,
    usual_at: time | None,
    words: str,
    minutes_possible: int | None,
    at: datetime,
    home: UUID | None = None,
    days: tuple[int, ...] = (),
    energy: int | None = None,
    goes: Goes | None = None,
    who: tuple[UUID, ...] = (),
    attention: Attention = Attention.FULL,
) -> tuple[DayMomentSeen, ...]:
    """Keep how one routine usually goes; the word before on the same routine and days is replaced. Returns the day.

    ``days`` are weekdays, 0 is Monday; empty is every day. ``home`` is None for every home.
    """
    opened = _open(actor, child, at, "keep_day_moment", home)
    key = circle.home_key(opened, home)
    known = DayMoment.objects.filter(uuid=moment).first()
    if known is not None:
        _check_same(opened, known)
        return family_day(opened)
    draft = MomentDraft(
        routine=routine, days=days, usual_at=usual_at, words=words, minutes_possible=minutes_possible,
        energy=energy, goes=goes, who=who, attention=attention,
    )  # fmt: skip
    fields = _checked(draft, _carers(opened))
    gate.hold(opened)
    _make_room(opened, key, fields["routine"], fields["on_days"])
    _keep(opened, key, moment, fields)
    return family_day(opened)


@action
def keep_week(
    *, actor: Actor, child: UUID, home: UUID | None, moments: tuple[MomentDraft, ...], at: datetime
) -> None:
    """Make these the routines of the week in this home (None: in every home).

    A routine that stays as it is keeps its row; what is left out leaves the week. Two of one routine need
    different days.
    """
    opened = _open(actor, child, at, "keep_week", home)
    key = circle.home_key(opened, home)
    bounds.few(moments, MOMENTS_AT_MOST, "moments")
    carers = _carers(opened)
    wanted = [_checked(draft, carers) for draft in moments]
    _check_apart(wanted)
    gate.hold(opened)
    live = list(_live(opened, key))
    stays = [row.pk for row in live if any(_says(row, fields) for fields in wanted)]
    _live(opened, key).exclude(pk__in=stays).update(replaced_at=at)
    for fields in wanted:
        if not any(_says(row, fields) for row in live):
            _keep(opened, key, uuid7(at), fields)


@action
def drop_day_moment(*, actor: Actor, child: UUID, moment: UUID, at: datetime) -> tuple[DayMomentSeen, ...]:
    """Take a routine out of the family's week. Returns the day."""
    opened = gate.open_child(actor, child, Capability.WRITE_STORY, at, doing="story.canvas.drop_day_moment")
    rows = DayMoment.objects.filter(child=opened.pk, uuid=moment)
    row = rows.first()
    known = circle.my_homes(opened)
    if row is None or (known is not None and row.home_id is not None and row.home_id not in known):
        raise NotFound
    rows.filter(replaced_at=None).update(replaced_at=at)
    return family_day(opened)


@action
def keep_capacity(
    *,
    actor: Actor,
    child: UUID,
    capacity: UUID,
    minutes_a_day: int,
    words: str,
    at: datetime,
    home: UUID | None = None,
) -> CapacitySeen | None:
    """Keep how many minutes a day (0 to 60) the family says it can give. Returns the newest word."""
    opened = _open(actor, child, at, "keep_capacity", home)
    key = circle.home_key(opened, home)
    known = DayCapacity.objects.filter(uuid=capacity).first()
    if known is None:
        DayCapacity.objects.create(
            child_id=opened.pk,
            home_id=key,
            uuid=capacity,
            minutes_a_day=bounds.whole(minutes_a_day, 0, MINUTES_A_DAY_AT_MOST, "minutes_a_day"),
            words=bounds.words(words, bounds.SENTENCE, "words"),
            said_by_id=actor.person,
            voice=opened.voice.value,
            said_at=at,
        )
    elif known.child_id != opened.pk or known.said_by_id != actor.person:
        raise NotFound
    return capacity_now(opened)


def known_routine(code: str) -> str:
    """The code itself when it names a routine; InvalidInput at the field ``routine`` otherwise."""
    try:
        return routines.routine(code).code
    except routines.UnknownRoutine as unknown:
        raise InvalidInput(str(unknown), field="routine") from None


def _open(actor: Actor, child: UUID, at: datetime, name: str, home: UUID | None) -> OpenChild:
    """What is written for one home is not shown to other carers in the list of who looked."""
    doing = f"story.canvas.{name}" if home else f"story.{name}"
    return gate.open_child(actor, child, Capability.WRITE_STORY, at, doing=doing)


def _check_same(opened: OpenChild, known: DayMoment) -> None:
    if known.child_id != opened.pk or known.set_by_id != opened.actor.person:
        raise NotFound


def _carers(opened: OpenChild) -> frozenset[UUID]:
    return frozenset(one.uuid for one in circle.grownups(opened) if one.kind is PlaceKind.CARER)


def _checked(draft: MomentDraft, carers: frozenset[UUID]) -> dict[str, Any]:
    """The columns of a row for the draft. Raises InvalidInput at the field that needs a change."""
    bounds.few(draft.days, 7, "days")
    for number, most, field in (
        (draft.minutes_possible, MINUTES_A_DAY_AT_MOST, "minutes_possible"),
        (draft.energy, ENERGY_AT_MOST, "energy"),
        *((day, 6, "days") for day in draft.days),
    ):
        if number is not None:
            bounds.whole(number, 0, most, field)
    if not carers.issuperset(draft.who):
        raise InvalidInput(gettext_noop("Please choose grown-ups from the list."), field="who")
    return {
        "routine": known_routine(draft.routine),
        "on_days": bits(draft.days),
        "usual_at": draft.usual_at,
        "words": bounds.words(draft.words, bounds.SENTENCE, "words"),
        "minutes_possible": draft.minutes_possible,
        "energy": draft.energy,
        "goes": draft.goes.value if draft.goes else "",
        "who": sorted({str(who) for who in draft.who}),
        "attention": draft.attention.value,
    }


def _check_apart(wanted: list[dict[str, Any]]) -> None:
    taken: dict[str, int] = {}
    for fields in wanted:
        days = fields["on_days"] or EVERY_DAY
        if taken.get(fields["routine"], 0) & days:
            sentence = gettext_noop("Please choose different days for the same part of the day.")
            raise InvalidInput(sentence, field="days")
        taken[fields["routine"]] = taken.get(fields["routine"], 0) | days


def _live(opened: OpenChild, home: int | None) -> QuerySet[DayMoment]:
    return DayMoment.objects.filter(child=opened.pk, home=home, replaced_at=None)


def _says(row: DayMoment, fields: dict[str, Any]) -> bool:
    return all(getattr(row, name) == value for name, value in fields.items())


def _make_room(opened: OpenChild, home: int | None, routine: str, on_days: int) -> None:
    """Replace what was said of the routine on these days; its other days keep the word they had."""
    for row in _live(opened, home).filter(routine=routine):
        days = row.on_days or EVERY_DAY
        left = days & ~(on_days or EVERY_DAY)
        if left == days:
            continue
        row.replaced_at = opened.at
        row.save(update_fields=["replaced_at"])
        if left:
            row.pk, row.uuid, row.on_days, row.replaced_at = None, uuid7(opened.at), left, None
            row.save(force_insert=True)


def _keep(opened: OpenChild, home: int | None, moment: UUID, fields: dict[str, Any]) -> None:
    DayMoment.objects.create(
        child_id=opened.pk,
        home_id=home,
        uuid=moment,
        set_by_id=opened.actor.person,
        voice=opened.voice.value,
        set_at=opened.at,
        **fields,
    )
