"""Keeping when somebody works."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime, timedelta
from itertools import pairwise
from uuid import UUID

from django.db.models import Q

from alongside.areas.diary.actions.clocks import forwards
from alongside.areas.diary.actions.rights import whose
from alongside.areas.diary.models import DiaryRules, Site, WorkingTime
from alongside.areas.diary.queries import working
from alongside.areas.diary.values import WorkingDraft, WorkingSeen
from alongside.areas.trail import actions as trail
from alongside.areas.trail.actions import action
from alongside.core import bounds
from alongside.core.actors import Actor
from alongside.core.refusals import InvalidInput, NotFound
from alongside.core.words import gettext_noop

TIMES_AT_MOST = 28
_OVERLAP = gettext_noop("Two times of one day overlap. Let the second one start after the first.")
_EMPTY = gettext_noop("Write at least one time of the week.")
_ONE_DAY = timedelta(days=1)


@action
def keep_working_week(
    *,
    actor: Actor,
    clinic: int,
    person: UUID,
    from_on: date,
    week: Sequence[WorkingDraft],
    at: datetime,
) -> tuple[WorkingSeen, ...]:
    """Keep the whole working week of a colleague from a day on, in place of what held before; earlier days stay.

    Everybody for themselves, the owner and the front desk for all. InvalidInput for a week without any time, and
    for times that overlap or run backwards; NotFound for a place of another clinic.
    """
    pk = whose(actor, clinic, person, at)
    bounds.day(from_on, "from_on")
    _check(week)
    places = _places(clinic, week)
    _take_turns(clinic)
    _let_go(clinic, pk, from_on)
    WorkingTime.objects.bulk_create(
        WorkingTime(
            clinic_id=clinic,
            person_id=pk,
            weekday=one.weekday,
            from_time=one.from_time,
            until_time=one.until_time,
            site_id=places[one.site] if one.site else None,
            from_on=from_on,
        )
        for one in week
    )
    trail.record_doing(actor, "diary.keep_working_week", clinic, at)
    return working(clinic, (pk,))[pk]


def _check(week: Sequence[WorkingDraft]) -> None:
    """Refuse a week that cannot be."""
    if not week:
        raise InvalidInput(_EMPTY, field="week")
    bounds.few(week, TIMES_AT_MOST, "week")
    for one in week:
        bounds.whole(one.weekday, 0, 6, "week")
        forwards(one.from_time, one.until_time, "week")
    in_order = sorted(week, key=lambda one: (one.weekday, one.from_time))
    for one, following in pairwise(in_order):
        if one.weekday == following.weekday and following.from_time < one.until_time:
            raise InvalidInput(_OVERLAP, field="week")


def _places(clinic: int, week: Iterable[WorkingDraft]) -> dict[UUID, int]:
    wanted = {one.site for one in week if one.site is not None}
    found = dict(Site.objects.filter(clinic=clinic, uuid__in=wanted).values_list("uuid", "pk"))
    if found.keys() != wanted:
        raise NotFound
    return found


def _take_turns(clinic: int) -> None:
    """Let two who write a week at the same moment do so one after the other. The rules they lock stay as they are."""
    DiaryRules.objects.get_or_create(clinic_id=clinic)
    DiaryRules.objects.select_for_update().get(clinic=clinic)


def _let_go(clinic: int, person: int, from_on: date) -> None:
    """End what holds on that day or begins later. A day that was never worked leaves no trace."""
    rows = WorkingTime.objects.filter(clinic=clinic, person=person)
    rows.filter(from_on__gte=from_on).delete()
    lasting = rows.filter(Q(until_on=None) | Q(until_on__gte=from_on))
    lasting.update(until_on=from_on - _ONE_DAY)
