"""Reading the ideas that families gave to the clinic's library."""

from uuid import UUID

from alongside.areas.library.models import FamilyIdea
from alongside.areas.library.values import FamilyIdeaSeen
from alongside.core.refusals import NotFound


def family_ideas(clinic: int) -> tuple[FamilyIdeaSeen, ...]:
    """What families of this clinic gave and did not take back, the newest first."""
    rows = FamilyIdea.objects.filter(clinic=clinic, ended_at=None).order_by("-allowed_at", "-pk")
    return tuple(_seen(row) for row in rows)


def family_idea(clinic: int, uuid: UUID) -> FamilyIdeaSeen:
    """One of them; NotFound for one that was taken back and for another clinic's."""
    return _seen(family_row(clinic, uuid))


def family_row(clinic: int, uuid: UUID) -> FamilyIdea:
    """The row of one of them; NotFound likewise."""
    row = FamilyIdea.objects.filter(clinic=clinic, uuid=uuid, ended_at=None).first()
    if row is None:
        raise NotFound
    return row


def is_given(placement: UUID) -> bool:
    """Whether the idea of this placement is given to the library. The caller may read the placement."""
    return FamilyIdea.objects.filter(placement=placement, ended_at=None).exists()


def _seen(row: FamilyIdea) -> FamilyIdeaSeen:
    return FamilyIdeaSeen(
        uuid=row.uuid,
        title=row.title,
        words=row.words,
        words_that_help=row.words_that_help,
        routine=row.routine,
        minutes=row.minutes,
        allowed_at=row.allowed_at,
        is_taken=row.strategy_id is not None,
    )
