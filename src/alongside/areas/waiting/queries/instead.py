"""Other times for one visit, for the family that would rather come at another one."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from alongside.areas.appointments import queries as appointments
from alongside.areas.appointments.values import FreeTime, VisitSeen, Way
from alongside.areas.circle.values import OpenChild
from alongside.areas.diary import queries as diary
from alongside.areas.diary.values.windows import wishes
from alongside.areas.waiting.queries.fits import school_of
from alongside.core.capabilities import Capability
from alongside.core.fitting import Family, Fit, Free, Need, best_fits, regular_times
from alongside.core.opening import minute_of

_BEFORE, _AFTER = timedelta(days=6), timedelta(days=14)


def three_instead(opened: OpenChild, visit: VisitSeen) -> tuple[FreeTime, ...]:
    """Up to three free times near a visit, with the same therapist and as long, in order; nothing is held.

    They lie from six days before to two weeks after it, tomorrow at the soonest. What counts is what the reader may
    read of the family's windows, and school. Needs the right to ask for another time.
    """
    opened.check(Capability.ASK_TO_CHANGE_VISIT)
    on, tomorrow = visit.local_start.date(), opened.today + timedelta(days=1)
    first = max(tomorrow, on - _BEFORE)
    need = Need(
        minutes=visit.minutes, count=1, from_on=first, until_on=max(first, on + _AFTER), start_within=3
    )
    free = [one for one in _free(opened, visit, need) if one.starts_at != visit.starts_at]
    times = regular_times((_as_free(one) for one in free), need, frozenset())
    school = school_of(opened, diary.days(opened.clinic, need.from_on, need.until_on), need.from_on)
    family = Family(wishes=wishes(diary.windows(opened)), school=school)
    fits = best_fits(times, replace(need, buffer=60), family)
    return tuple(sorted((_of(fit, free) for fit in fits), key=lambda one: one.starts_at))


def _free(opened: OpenChild, visit: VisitSeen, need: Need) -> tuple[FreeTime, ...]:
    return appointments.free_times(
        opened.clinic,
        at=opened.at,
        first=need.from_on,
        last=need.until_on,
        minutes=visit.minutes,
        therapists=[visit.therapist],
        way=visit.way if visit.room else Way.AWAY,
        child=opened.pk,
    )


def _as_free(one: FreeTime) -> Free:
    at = one.local_start
    return Free(therapist=1, room=None, site=None, on=at.date(), minute=minute_of(at))


def _of(fit: Fit, free: Sequence[FreeTime]) -> FreeTime:
    wanted = (fit.time.dates[0], fit.time.minute)
    return next(one for one in free if (one.local_start.date(), minute_of(one.local_start)) == wanted)
