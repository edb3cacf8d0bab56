"""The family's day: its routines in order, and the minutes it can give. Nothing of a home of others."""

from uuid import UUID

from django.db.models import Q, QuerySet

from alongside.adapters.prepared import Slot, prepared
from alongside.areas.circle import queries as circle
from alongside.areas.circle.values import OpenChild
from alongside.areas.story.models import DayCapacity, DayMoment
from alongside.areas.story.values import Attention, CapacitySeen, DayMomentSeen, Goes
from alongside.areas.story.values.week import days_of
from alongside.core import routines
from alongside.core.capabilities import Capability


def family_day(opened: OpenChild) -> tuple[DayMomentSeen, ...]:
    """The routines the family named, each once, from morning to night; those of a home before those of none.

    A therapist reads those of every home, a carer those of the own one.
    """
    opened.check(Capability.READ_STORY)
    day = moments(opened)
    seen = sorted(day, key=lambda one: one.home is None) if opened.sees_every_home else own_first(day)
    by_routine: dict[str, DayMomentSeen] = {}
    for moment in reversed(seen):
        by_routine[moment.routine] = moment
    return tuple(by_routine[code] for code in routines.in_day_order(by_routine))


def moments(opened: OpenChild) -> tuple[DayMomentSeen, ...]:
    """Every live routine that the reader may know of, from morning to night. One statement."""
    rows = _day(sees_all=opened.sees_every_home, **asking(opened))
    seen = {row.pk: _moment(row) for row in rows}
    order = {code: number for number, code in enumerate(routines.in_day_order(routines.ROUTINES))}
    return tuple(sorted(seen.values(), key=lambda one: (order[one.routine], one.days, str(one.uuid))))


def own_first(day: tuple[DayMomentSeen, ...]) -> tuple[DayMomentSeen, ...]:
    """What was drawn for a home; the week of no home only while no home has drawn its own."""
    return tuple(one for one in day if one.home is not None) or day


def capacity(opened: OpenChild) -> CapacitySeen | None:
    """The newest word on the minutes a day that the reader may know of; None when nobody was asked."""
    opened.check(Capability.READ_STORY)
    row = next(iter(_capacity(sees_all=opened.sees_every_home, **asking(opened))), None)
    if row is None:
        return None
    return CapacitySeen(
        minutes_a_day=row.minutes_a_day,
        words=row.words,
        by=circle.by(row.said_by, row.voice),
        said_at=row.said_at,
    )


def asking(opened: OpenChild) -> dict[str, object]:
    """What the slots of ``in_sight`` are filled with, and the child."""
    return {"child": opened.pk, "person": opened.actor.person, "at": opened.at}


def in_sight(*, sees_all: bool) -> Q:
    """Rows of no home, and of the homes that the person of the slots ``person`` and ``at`` is a grown-up of."""
    if sees_all:
        return Q()
    now = Q(home__grown_ups__until=None) | Q(home__grown_ups__until__gt=Slot("at"))
    return Q(home=None) | (Q(home__grown_ups__person=Slot("person")) & now)


@prepared
def _day(*, sees_all: bool) -> QuerySet[DayMoment, DayMoment]:
    ended = Q(home=None) | Q(home__ended_at=None)
    rows = DayMoment.objects.filter(in_sight(sees_all=sees_all), ended, child=Slot("child"), replaced_at=None)
    return rows.select_related("set_by")


@prepared
def _capacity(*, sees_all: bool) -> QuerySet[DayCapacity, DayCapacity]:
    rows = DayCapacity.objects.filter(in_sight(sees_all=sees_all), child=Slot("child"))
    return rows.select_related("said_by").order_by("-said_at", "-pk")[:1]


def _moment(row: DayMoment) -> DayMomentSeen:
    return DayMomentSeen(
        uuid=row.uuid,
        routine=row.routine,
        usual_at=row.usual_at,
        words=row.words,
        minutes_possible=row.minutes_possible,
        by=circle.by(row.set_by, row.voice),
        set_at=row.set_at,
        home=row.home_id,
        days=days_of(row.on_days),
        energy=row.energy,
        goes=Goes(row.goes) if row.goes else None,
        who=tuple(UUID(who) for who in row.who),
        attention=Attention(row.attention),
    )
