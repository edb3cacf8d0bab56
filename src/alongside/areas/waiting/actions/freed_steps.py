"""The history of a freed time: every step is added, none is changed."""

from datetime import datetime
from uuid import UUID

from alongside.areas.waiting.models import FreedStep, FreedTime, Offer
from alongside.areas.waiting.values import FreedState, StepKind

_ENDS = {
    StepKind.TAKEN: FreedState.TAKEN,
    StepKind.PASSED: FreedState.PASSED,
    StepKind.STOPPED: FreedState.STOPPED,
}


def add_step(
    freed: FreedTime,
    kind: StepKind,
    at: datetime,
    *,
    child: int | None = None,
    offer: Offer | None = None,
    why: tuple[str, ...] = (),
    by: int | None = None,
) -> None:
    """Write down what happened. The number is unique for a time, so two writers never tell the same step."""
    FreedStep.objects.create(
        clinic_id=freed.clinic_id,
        freed=freed,
        number=FreedStep.objects.filter(freed=freed).count() + 1,
        kind=kind.value,
        child_id=child,
        offer=offer,
        why=list(why),
        by_id=by,
        at=at,
    )


def came_back(freed: FreedTime, offer: Offer, kind: StepKind, at: datetime, *, by: int | None) -> None:
    """An offer of this time ended: it is taken, or it looks for the next family at once."""
    add_step(freed, kind, at, child=offer.child_id, offer=offer, by=by)
    if kind is StepKind.TAKEN:
        stands(freed, FreedState.TAKEN)
    else:
        stands(freed, FreedState.LOOKING, look_at=at)


def end(
    freed: FreedTime, kind: StepKind, at: datetime, *, why: tuple[str, ...] = (), by: int | None = None
) -> None:
    """Nothing follows any more."""
    add_step(freed, kind, at, why=why, by=by)
    stands(freed, _ENDS[kind])


def stands(freed: FreedTime, state: FreedState, look_at: datetime | None = None) -> None:
    """Where the time stands, and when it is looked at again."""
    freed.state, freed.next_look_at = state.value, look_at
    freed.save(update_fields=["state", "next_look_at"])


def last_kind(freed: FreedTime) -> StepKind | None:
    """What happened last."""
    kind = FreedStep.objects.filter(freed=freed).order_by("-number").values_list("kind", flat=True).first()
    return None if kind is None else StepKind(kind)


def open_offer(freed: FreedTime) -> Offer | None:
    """The offer of this time that waits for an answer, held until the transaction ends."""
    rows = Offer.objects.filter(freed=freed, state="OPEN").select_for_update(of=("self",))
    return rows.first()


def freed_of_visit(clinic: int, visit: UUID) -> FreedTime | None:
    """The freed time of a visit that is still looked at, held until the transaction ends."""
    states = [FreedState.LOOKING, FreedState.OFFERED]
    rows = FreedTime.objects.filter(clinic=clinic, visit=visit, state__in=states)
    return rows.select_for_update(of=("self",)).first()
