"""The family's day: its routines in order, and the minutes it can give."""

from django.db.models import QuerySet

from alongside.adapters.prepared import Slot, prepared
from alongside.areas.circle import queries as circle
from alongside.areas.circle.values import OpenChild
from alongside.areas.story.models import DayCapacity, DayMoment
from alongside.areas.story.values import CapacitySeen, DayMomentSeen
from alongside.core import routines
from alongside.core.capabilities import Capability


def family_day(opened: OpenChild) -> tuple[DayMomentSeen, ...]:
    """The routines the family named, from morning to night."""
    opened.check(Capability.READ_STORY)
    by_routine = {row.routine: row for row in _day(child=opened.pk)}
    return tuple(_moment(by_routine[code]) for code in routines.in_day_order(by_routine))


def capacity(opened: OpenChild) -> CapacitySeen | None:
    """The newest word on the minutes a day; None when nobody was asked."""
    opened.check(Capability.READ_STORY)
    row = next(iter(_capacity(child=opened.pk)), None)
    if row is None:
        return None
    return CapacitySeen(
        minutes_a_day=row.minutes_a_day,
        words=row.words,
        by=circle.by(row.said_by, row.voice),
        said_at=row.said_at,
    )


@prepared
def _day() -> QuerySet[DayMoment, DayMoment]:
    return DayMoment.objects.filter(child=Slot("child"), replaced_at=None).select_related("set_by")


@prepared
def _capacity() -> QuerySet[DayCapacity, DayCapacity]:
    rows = DayCapacity.objects.filter(child=Slot("child")).select_related("said_by")
    return rows.order_by("-said_at", "-pk")[:1]


def _moment(row: DayMoment) -> DayMomentSeen:
    return DayMomentSeen(
        uuid=row.uuid,
        routine=row.routine,
        usual_at=row.usual_at,
        words=row.words,
        minutes_possible=row.minutes_possible,
        by=circle.by(row.set_by, row.voice),
        set_at=row.set_at,
    )
