"""The look backs of a child. Everybody in the circle knows of them; not everybody knows the day."""

from uuid import UUID

from django.db.models import Prefetch, QuerySet

from alongside.areas.circle import queries as circle
from alongside.areas.circle.values import OpenChild, Voice
from alongside.areas.review.models import Cycle, Move
from alongside.areas.review.values import CycleSeen, MoveSeen, Stage
from alongside.core.capabilities import Capability
from alongside.core.refusals import NotFound


def cycles(opened: OpenChild) -> tuple[CycleSeen, ...]:
    """Every look back, newest first. Two statements."""
    return tuple(_seen(opened, row) for row in cycle_rows(opened).order_by("-number"))


def current_cycle(opened: OpenChild) -> CycleSeen | None:
    """The one that is open, if any."""
    row = cycle_rows(opened).filter(closed_at=None).first()
    return _seen(opened, row) if row else None


def cycle(opened: OpenChild, uuid: UUID) -> CycleSeen:
    """One look back; NotFound for anything else."""
    return _seen(opened, cycle_row(opened, uuid))


def cycle_row(opened: OpenChild, uuid: UUID) -> Cycle:
    """The stored look back, for actions and queries of this area; NotFound for another child's."""
    row = cycle_rows(opened).filter(uuid=uuid).first()
    if row is None:
        raise NotFound
    return row


def cycle_rows(opened: OpenChild) -> QuerySet[Cycle]:
    """This child's look backs with everything that is needed to show them."""
    opened.check(Capability.READ_TALK)
    moves = Prefetch("moves", Move.objects.select_related("by").order_by("pk"))
    rows = Cycle.objects.filter(child=opened.pk).select_related("opened_by", "visit")
    return rows.prefetch_related(moves)


def _seen(opened: OpenChild, row: Cycle) -> CycleSeen:
    knows_days = opened.allows(Capability.READ_VISITS)
    return CycleSeen(
        uuid=row.uuid,
        number=row.number,
        stage=_stage(row),
        from_on=row.from_on,
        planned_on=row.planned_on if knows_days else None,
        visit=row.visit.uuid if row.visit and knows_days else None,
        opened_by=circle.by(row.opened_by, Voice.THERAPIST),
        opened_at=row.opened_at,
        held_on=row.held_on,
        closed_at=row.closed_at,
        moves=tuple(_move(move) for move in row.moves.all()) if knows_days else (),
    )


def _stage(row: Cycle) -> Stage:
    if row.closed_at is not None:
        return Stage.CLOSED
    return Stage.PREPARING if row.held_at is None else Stage.HELD


def _move(row: Move) -> MoveSeen:
    return MoveSeen(
        was_on=row.was_on, to_on=row.to_on, words=row.words, by=circle.by(row.by, row.voice), at=row.at
    )
