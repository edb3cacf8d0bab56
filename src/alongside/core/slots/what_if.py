"""What if: the same clinic with other working times or rooms, planned beside the clinic as it is."""

from dataclasses import dataclass, replace

from alongside.core.slots.instance import Change, Instance, Therapist
from alongside.core.slots.planner import Watch, plan
from alongside.core.slots.result import Plan


@dataclass(frozen=True, slots=True, kw_only=True)
class Compared:
    """The plan as the clinic is and the plan as it would be; who gets more times then, and who fewer."""

    as_is: Plan
    then: Plan
    more: tuple[str, ...]
    fewer: tuple[str, ...]


def changed(instance: Instance) -> Instance:
    """The clinic as ``what_if`` would have it."""
    change = instance.what_if
    return replace(
        instance,
        therapists=tuple(_worked(one, change) for one in instance.therapists),
        rooms=(*instance.rooms, *change.rooms),
        what_if=Change(),
    )


def _worked(one: Therapist, change: Change) -> Therapist:
    days = {away.weekday for away in change.away if away.therapist == one.id}
    stays = [shift for shift in one.shifts if -1 not in days and shift.weekday not in days]
    more = [added.shift for added in change.more if added.therapist == one.id]
    return replace(one, shifts=(*stays, *more))


def compared(instance: Instance, watch: Watch, seed: int = 1) -> Compared:
    """Both plans, each in half of the time. Nothing else knows of them."""
    half = replace(watch, seconds=watch.seconds / 2)
    as_is, then = plan(instance, half, seed=seed), plan(changed(instance), half, seed=seed)
    before, after = _times(as_is), _times(then)
    names = [one.id for one in instance.children]
    return Compared(
        as_is=as_is,
        then=then,
        more=tuple(one for one in names if after.get(one, 0) > before.get(one, 0)),
        fewer=tuple(one for one in names if after.get(one, 0) < before.get(one, 0)),
    )


def _times(plan: Plan) -> dict[str, int]:
    found: dict[str, int] = {}
    for one in plan.placements:
        found[one.child] = found.get(one.child, 0) + 1
    return found
