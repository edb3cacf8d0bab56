"""A person turns one planned time into an offer to a family. Until then no family hears of a plan."""

from datetime import date, datetime, timedelta
from uuid import UUID

from alongside.areas.caseload.models import PlannedTime
from alongside.areas.caseload.queries.plans import check_runs, plan_row
from alongside.areas.caseload.values import Mode
from alongside.areas.diary import queries as diary
from alongside.areas.people import queries as people
from alongside.areas.trail.actions import action
from alongside.areas.waiting import actions as waiting
from alongside.areas.waiting.values import OfferSeen, OptionToOffer
from alongside.core import bounds
from alongside.core.actors import Actor
from alongside.core.ids import uuid7
from alongside.core.opening import clock_at
from alongside.core.recurrence import instant, zone_named
from alongside.core.refusals import NotFound, Refusal
from alongside.core.words import gettext_noop

VISITS, MOST_VISITS = 10, 30
_WEEK = timedelta(weeks=1)


class OnlyAThought(Refusal):
    """A what-if shows what could be; the times in it are not there to give."""

    sentence = gettext_noop("This plan is a what-if. Make a plan of the real week to offer its times.")


@action
def offer_planned(
    *, actor: Actor, clinic: int, plan: UUID, child: UUID, offer: UUID, at: datetime, visits: int = VISITS
) -> OfferSeen:
    """Hold one planned time as a series of ``visits`` (2 to 30) and let the family say yes or no.

    The time is held from the day on that the plan was made for, without the days on which the clinic is closed.
    Raises SlotTaken when somebody booked it meanwhile, OnlyAThought for a what-if.
    """
    check_runs(actor, clinic)
    row = plan_row(clinic, plan)
    if row.mode == Mode.WHAT_IF:
        raise OnlyAThought
    bounds.whole(visits, 2, MOST_VISITS, "visits")
    planned = _planned(row.pk, child)
    first = _first(row.starts_on, planned.weekday)
    option = OptionToOffer(
        time=uuid7(at),
        therapist=planned.therapist.uuid,
        room=planned.room.uuid if planned.room else None,
        starts_at=instant(first, clock_at(planned.start), zone_named(people.clinic(clinic).zone)),
        minutes=planned.minutes,
        count=visits,
        skips=_closed(clinic, first, visits),
    )
    made = waiting.offer_times(actor=actor, child=child, offer=offer, options=[option], at=at)
    PlannedTime.objects.filter(pk=planned.pk).update(offer=offer)
    return made


def _planned(plan: int, child: UUID) -> PlannedTime:
    """The first new time of the child in the plan."""
    rows = PlannedTime.objects.filter(plan=plan, child__uuid=child, is_kept=False)
    found = rows.select_related("therapist", "room").order_by("weekday").first()
    if found is None:
        raise NotFound
    return found


def _first(starts_on: date, weekday: int) -> date:
    return starts_on + timedelta(days=(weekday - starts_on.weekday()) % 7)


def _closed(clinic: int, first: date, visits: int) -> tuple[date, ...]:
    """The days of the series on which the clinic is closed."""
    days = [first + number * _WEEK for number in range(visits)]
    about = diary.days(clinic, days[0], days[-1])
    return tuple(day for day in days if about[day].closed)
