"""Reading times kept free as they were said, for the pages where they are changed."""

from datetime import datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from django.db.models import Q

from alongside.areas.diary.models import KeptTime
from alongside.areas.diary.values import KeptKind, KeptLine
from alongside.areas.people import queries as people
from alongside.core.actors import Actor

LINES_AT_MOST = 200
_MIDNIGHT = time()
_INSTANT = timedelta(microseconds=1)


def kept_lines(actor: Actor, clinic: int, person: int | None, at: datetime) -> tuple[KeptLine, ...]:
    """What a colleague (None: the whole clinic) keeps free from today on: every week first, then once, soonest first.

    Words only for the person's own eyes. Busy times of somebody's calendar are not among them.
    """
    zone = ZoneInfo(people.clinic(clinic).zone)
    today = at.astimezone(zone).date()
    lasts = Q(ends_at__gt=at) | Q(ends_at=None, until_on=None) | Q(until_on__gte=today)
    rows = KeptTime.objects.filter(lasts, clinic=clinic, person=person, source=None)
    in_order = rows.order_by("weekday", "from_time", "starts_at", "pk")[:LINES_AT_MOST]
    may_read = person in (None, actor.person)
    lines = [_line(row, zone, may_read=may_read) for row in in_order]
    return tuple(sorted(lines, key=lambda line: line.weekday is None))


def _line(row: KeptTime, zone: ZoneInfo, *, may_read: bool) -> KeptLine:
    said: dict[str, Any] = {
        "uuid": row.uuid,
        "person": row.person_id,
        "kind": KeptKind(row.kind),
        "words": row.words if may_read else "",
        "weekday": row.weekday,
    }
    return KeptLine(**said, **(_weekly(row) if row.starts_at is None else _once(row, zone)))


def _weekly(row: KeptTime) -> dict[str, Any]:
    return {
        "start": row.from_time,
        "end": row.until_time,
        "first": row.from_on,
        "last": row.until_on,
        "is_whole_days": False,
    }


def _once(row: KeptTime, zone: ZoneInfo) -> dict[str, Any]:
    starts, ends = (moment.astimezone(zone) for moment in (row.starts_at, row.ends_at) if moment)
    return {
        "start": starts.time(),
        "end": ends.time(),
        "first": starts.date(),
        "last": (ends - _INSTANT).date(),
        "is_whole_days": (starts.time(), ends.time()) == (_MIDNIGHT, _MIDNIGHT),
    }
