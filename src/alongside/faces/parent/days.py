"""Days and times in the words of a page, on the clock of the child's place."""

from datetime import date, datetime, time

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from alongside.areas.circle.values import OpenChild
from alongside.core.recurrence import zone_kept

MIDNIGHT = datetime(2000, 1, 1)  # noqa: DTZ001 - a day to count wall time on, never an instant.


def clock(moment: datetime | time) -> str:
    """Wall time without a leading zero, "7:42"; a datetime is already local."""
    return f"{moment.hour}:{moment.minute:02}"


def local(opened: OpenChild, at: datetime) -> datetime:
    """The same moment on the child's clock."""
    return at.astimezone(opened.zone_info)


def full_day(on: date) -> str:
    """ "Monday 23 November"."""
    return date_format(on, "l j F")


def short_day(on: date) -> str:
    """ "18 Nov"."""
    return date_format(on, "j M")


def near_day(on: date, today: date) -> str:
    """ "today", "yesterday", a weekday within six days, else "18 Nov"."""
    apart = (today - on).days
    if apart == 0:
        return _("today")
    if apart == 1:
        return _("yesterday")
    return date_format(on, "l") if -7 < apart < 7 else short_day(on)


def when(opened: OpenChild, at: datetime) -> str:
    """ "today 21:40", "Friday 8:10", "2 Nov 9:00"."""
    moment = local(opened, at)
    return f"{near_day(moment.date(), opened.today)} {clock(moment)}"


def is_evening(local_at: datetime) -> bool:
    """Whether the house is getting quiet: from eight in the evening until five."""
    return local_at.hour >= 20 or local_at.hour < 5


def soon(at: datetime, zone: str, now: datetime) -> str:
    """ "Today, 15:45", "Tomorrow, 15:45", "Thursday, 15:45" within six days, else the whole date."""
    moment = at.astimezone(zone_kept(zone))
    apart = (moment.date() - now.astimezone(zone_kept(zone)).date()).days
    if not 0 <= apart < 7:
        return appointment(at, zone)
    named = {0: _("Today"), 1: _("Tomorrow")}
    return f"{named.get(apart) or date_format(moment, 'l')}, {clock(moment)}"


def appointment(at: datetime, zone: str) -> str:
    """ "Thursday 26 November, 15:45", on the clock of the place it was booked in."""
    moment = at.astimezone(zone_kept(zone))
    return f"{full_day(moment.date())}, {clock(moment)}"
