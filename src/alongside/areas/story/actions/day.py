"""The walk through a family's day, and the minutes it can give. Every earlier word is kept."""

from datetime import datetime, time
from uuid import UUID

from alongside.areas.circle import gate
from alongside.areas.circle.values import OpenChild
from alongside.areas.story.models import DayCapacity, DayMoment
from alongside.areas.story.queries import capacity as capacity_now
from alongside.areas.story.queries import family_day
from alongside.areas.story.values import MINUTES_A_DAY_AT_MOST, CapacitySeen, DayMomentSeen
from alongside.areas.trail.actions import action
from alongside.core import bounds, routines
from alongside.core.actors import Actor
from alongside.core.capabilities import Capability
from alongside.core.refusals import InvalidInput, NotFound


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
) -> tuple[DayMomentSeen, ...]:
    """Keep how one routine usually goes; the word before on the same routine is replaced. Returns the day."""
    opened = gate.open_child(actor, child, Capability.WRITE_STORY, at, doing="story.keep_day_moment")
    known = DayMoment.objects.filter(uuid=moment).first()
    if known is None:
        _replace(opened, known_routine(routine))
        _keep_moment(opened, moment, routine, usual_at, words, minutes_possible)
    elif known.child_id != opened.pk or known.set_by_id != actor.person:
        raise NotFound
    return family_day(opened)


@action
def drop_day_moment(*, actor: Actor, child: UUID, moment: UUID, at: datetime) -> tuple[DayMomentSeen, ...]:
    """Take a routine out of the family's day. Returns the day."""
    opened = gate.open_child(actor, child, Capability.WRITE_STORY, at, doing="story.drop_day_moment")
    rows = DayMoment.objects.filter(child=opened.pk, uuid=moment)
    if not rows.exists():
        raise NotFound
    rows.filter(replaced_at=None).update(replaced_at=at)
    return family_day(opened)


@action
def keep_capacity(
    *, actor: Actor, child: UUID, capacity: UUID, minutes_a_day: int, words: str, at: datetime
) -> CapacitySeen | None:
    """Keep how many minutes a day (0 to 60) the family says it can give. Returns the newest word."""
    opened = gate.open_child(actor, child, Capability.WRITE_STORY, at, doing="story.keep_capacity")
    known = DayCapacity.objects.filter(uuid=capacity).first()
    if known is None:
        DayCapacity.objects.create(
            child_id=opened.pk,
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


def _replace(opened: OpenChild, routine: str) -> None:
    live = DayMoment.objects.filter(child=opened.pk, routine=routine, replaced_at=None)
    live.update(replaced_at=opened.at)


def _keep_moment(
    opened: OpenChild, moment: UUID, routine: str, usual_at: time | None, words: str, minutes: int | None
) -> None:
    if minutes is not None:
        bounds.whole(minutes, 0, MINUTES_A_DAY_AT_MOST, "minutes_possible")
    DayMoment.objects.create(
        child_id=opened.pk,
        uuid=moment,
        routine=known_routine(routine),
        usual_at=usual_at,
        words=bounds.words(words, bounds.SENTENCE, "words"),
        minutes_possible=minutes,
        set_by_id=opened.actor.person,
        voice=opened.voice.value,
        set_at=opened.at,
    )


def known_routine(code: str) -> str:
    """The code itself when it names a routine; InvalidInput at the field ``routine`` otherwise."""
    try:
        return routines.routine(code).code
    except routines.UnknownRoutine as unknown:
        raise InvalidInput(str(unknown), field="routine") from None
