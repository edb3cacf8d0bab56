"""Finding the look back that an action speaks of, and the day it is planned on."""

from datetime import date, timedelta
from uuid import UUID

from alongside.areas.appointments import queries as appointments
from alongside.areas.circle import gate
from alongside.areas.circle.values import OpenChild
from alongside.areas.review.models import Cycle
from alongside.core.refusals import InvalidInput, NotFound, Refusal
from alongside.core.words import gettext_noop

PLANNED_WITHIN = timedelta(days=366)


class CycleClosed(Refusal):
    """The look back is closed, so it no longer changes."""

    sentence = gettext_noop("This look back is finished. What was said stays here to read.")


class AlreadyHeld(Refusal):
    """The day was, so it no longer moves."""

    sentence = gettext_noop("You have looked back together already. This day no longer moves.")


def find(opened: OpenChild, cycle: UUID) -> Cycle:
    """An open look back of this child; whatever else changes it waits. NotFound, CycleClosed."""
    gate.hold(opened)
    row = Cycle.objects.filter(child=opened.pk, uuid=cycle).first()
    if row is None:
        raise NotFound
    if row.closed_at is not None:
        raise CycleClosed
    return row


def day_and_visit(opened: OpenChild, on: date | None, visit: UUID | None) -> tuple[date, int | None]:
    """The local day to look back on, that of the visit when there is one, and the visit's key."""
    row = appointments.visit_row(opened, visit) if visit else None
    day = row.starts_at.astimezone(opened.zone_info).date() if row else on
    if day is None:
        raise InvalidInput(gettext_noop("Choose a day."), field="planned_on")
    if not opened.today <= day <= opened.today + PLANNED_WITHIN:
        raise InvalidInput(gettext_noop("Choose a day from today on, within a year."), field="planned_on")
    return day, row.pk if row else None
