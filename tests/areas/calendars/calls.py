"""The actions on calendar links and on busy times, with inputs that are right."""

from uuid import uuid4

from alongside.areas.calendars import actions as calendars
from alongside.areas.calendars.values import FeedKind
from alongside.areas.diary import actions as diary

_EVENT = b"BEGIN:VEVENT\r\nUID:1\r\nDTSTART:20261124T100000Z\r\nDURATION:PT1H\r\nEND:VEVENT\r\n"
FILE = b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\n" + _EVENT + b"END:VCALENDAR\r\n"


def calls(cast, world):
    """One call of each."""
    feed, busy, hers = uuid4(), uuid4(), {"actor": cast.hannah.actor}
    yield calendars.make_feed, hers | {"kind": FeedKind.THERAPIST, "feed": feed, "with_names": True}
    calendars.make_feed(**hers, kind=FeedKind.THERAPIST, feed=feed, at=cast.at)
    yield calendars.revoke_feed, hers | {"feed": feed}
    clinic = hers | {"clinic": cast.clinic.pk}
    yield diary.bring_busy, clinic | {"source": busy, "content": FILE}
    address = {"address": "https://calendar.example/1.ics", "hosts": ("calendar.example",)}
    yield diary.follow_calendar, clinic | address | {"source": uuid4()}
    yield diary.forget_busy, hers | {"source": busy}
