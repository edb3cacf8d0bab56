"""Reading regular times: the rule of a stored series, its visits, and the rows that a rule would make."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from uuid import UUID

from django.db.models import OuterRef, QuerySet, Subquery

from alongside.areas.appointments.models import Series, Visit
from alongside.areas.appointments.queries.rows import Ground, Where, visit_of, when
from alongside.areas.appointments.queries.visits import visits_seen, with_names
from alongside.areas.appointments.values import NEVER_EXPECTED, SeriesSeen, VisitSeen, VisitState
from alongside.areas.circle.values import OpenChild
from alongside.core.capabilities import Capability
from alongside.core.cells import cells_of
from alongside.core.ids import uuid7
from alongside.core.refusals import NotFound
from alongside.core.series import Course, Fate, Planned, Rhythm, Rule, SeriesDate, first_gap, planned

_SHOWN_AT_MOST = 520


def series_visits(opened: OpenChild, series: UUID) -> tuple[VisitSeen, ...]:
    """All visits of one series of this child in their order, those let go among them; NotFound for any other."""
    opened.check(Capability.READ_VISITS)
    rows = with_names(Visit.objects.filter(child=opened.pk, series__uuid=series))
    seen = tuple(visits_seen(opened, list(rows.order_by("number")[:_SHOWN_AT_MOST])))
    if not seen:
        raise NotFound
    return seen


def regular_times(opened: OpenChild) -> tuple[SeriesSeen, ...]:
    """The series of this child that somebody expects, the newest first."""
    opened.check(Capability.READ_VISITS)
    rows = Series.objects.filter(child=opened.pk).order_by("-pk")
    expected = Visit.objects.filter(child=opened.pk, series__isnull=False).exclude(state__in=NEVER_EXPECTED)
    return tuple(series_seen(row) for row in _full(rows.filter(pk__in=expected.values("series"))))


def series_row(opened: OpenChild, series: UUID) -> Series:
    """The stored series, for actions of this area; NotFound for another child's."""
    row = Series.objects.filter(child=opened.pk, uuid=series).first()
    if row is None:
        raise NotFound
    return row


def series_seen(row: Series) -> SeriesSeen:
    """A stored series, read with ``_full``."""
    return SeriesSeen(
        uuid=row.uuid,
        child=row.child.uuid,
        child_name=row.child.short_name,
        therapist=row.therapist.uuid,
        therapist_name=row.therapist.name,
        first_on=row.first_on,
        local_time=row.local_time,
        zone=row.zone,
        minutes=row.minutes,
        count=row.count,
        first_number=row.first_number,
        rhythm=Rhythm(row.rhythm),
        days=tuple(row.days),
        skips=tuple(date.fromisoformat(day) for day in row.skips),
        ended_on=row.ended_on,
        follows=row.follows.uuid if row.follows else None,
        last_at=getattr(row, "last_at", None),
    )


def _full(rows: QuerySet[Series]) -> QuerySet[Series]:
    standing = Visit.objects.filter(series=OuterRef("pk"), state__in=[VisitState.BOOKED, VisitState.DONE])
    last_at = Subquery(standing.order_by("-starts_at").values("starts_at")[:1])
    return rows.select_related("child", "therapist", "follows").annotate(last_at=last_at)


def rule_of(row: Series) -> Rule:
    """The rule of a stored series."""
    return Rule(
        first_on=row.first_on,
        local_time=row.local_time,
        zone=row.zone,
        count=row.count,
        rhythm=Rhythm(row.rhythm),
        days=tuple(row.days),
        skips=frozenset(date.fromisoformat(day) for day in row.skips),
        first_number=row.first_number,
        ended_on=row.ended_on,
    )


def rows_of(on: Ground, place: Where, rule: Rule, moves: Mapping[date, datetime]) -> list[Visit]:
    """The visits that a rule plans, not stored, each at its own instant or the one that ``moves`` gives its day.

    Raises NoSuchLocalTime for a day that is not moved and whose clock jumps over the time, InvalidInput.
    """
    dates = planned(rule)
    gap = first_gap(tuple(one for one in dates if one.on not in moves), rule)
    if gap is not None:
        raise gap
    return [_row(on, place, one, moves.get(one.on)) for one in dates]


def _row(on: Ground, place: Where, one: Planned, moved: datetime | None) -> Visit:
    cells_of(moved or one.starts_at, place.minutes)  # refuses what does not fit, before anything is written
    is_bound = moved is not None or one.number == 1
    starts_at = when(moved or one.starts_at, place.minutes, on.at) if is_bound else one.starts_at
    row = visit_of(on, place, uuid7(on.at), starts_at)
    row.number, row.planned_at = one.number, one.starts_at
    return row


_FATES = {VisitState.BOOKED: Fate.STANDS, VisitState.DONE: Fate.TOOK_PLACE}


def course_of(row: Series, visits: Sequence[Visit]) -> Course:
    """The course of a stored series, from its visits in their order. Those behind its end do not belong to it."""
    rule = rule_of(row)
    belonging = {one.number for one in planned(rule)}
    dates = (
        SeriesDate(
            number=visit.number or 0,
            planned_at=visit.planned_at or visit.starts_at,
            starts_at=visit.starts_at,
            fate=_FATES.get(VisitState(visit.state), Fate.LET_GO),
        )
        for visit in visits
        if visit.number in belonging
    )
    return Course(rule=rule, minutes=row.minutes, dates=tuple(dates))
