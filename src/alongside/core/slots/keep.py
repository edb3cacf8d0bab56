"""What has to stay: pins, and in a repair every time of now that is still possible."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from alongside.core.slots.days import Days
from alongside.core.slots.draft import Draft
from alongside.core.slots.instance import Instance, Time
from alongside.core.slots.options import Bools, Options

# More than any plan is worth: a time that has to stay is never given up for points.
PIN = 10_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """The options that are left, those of times that stay (their points hold ``PIN``), and pins that cannot stay.

    ``unkept`` says of each pin whether it would be possible alone. ``full`` are children for whom all is decided;
    ``waits`` those for whom a repair does not look.
    """

    options: Options
    times: tuple[int, ...]
    unkept: tuple[tuple[Time, bool], ...]
    full: frozenset[int]
    waits: frozenset[str]

    @property
    def bonus(self) -> int:
        """What the points of the times that stay hold besides."""
        return PIN * len(self.times)


def keep(options: Options, *, repair: bool) -> Kept:
    """Take the times that stay one by one, each beside those before it, and leave away what they rule out."""
    instance = options.instance
    wanted = list(dict.fromkeys([*instance.pins, *(instance.now if repair else ())]))
    times, lost = _taken(options, wanted)
    pins = set(instance.pins)
    unkept = tuple((one, options.at(one) is not None) for one in lost if one in pins)
    mask = _allowed(options, times)
    if repair:
        mask &= _looking(instance, options, times, lost)
    names = frozenset(one.id for one in instance.children)
    points = options.points.copy()
    points[list(times)] += PIN
    number = np.cumsum(mask) - 1
    return Kept(
        options=replace(options, points=points).only(mask),
        times=tuple(int(number[at]) for at in times),
        unkept=unkept,
        waits=names - {one.child for one in lost} if repair else frozenset(),
        full=frozenset(_full(options, times)) if times else frozenset(),
    )


def _taken(options: Options, wanted: Sequence[Time]) -> tuple[tuple[int, ...], list[Time]]:
    """The options of the times that fit beside each other in turn, and the times that do not."""
    if not wanted:
        return (), []
    draft = Draft(options, Days(options.instance, options.shifts))
    times: list[int] = []
    lost: list[Time] = []
    for one in wanted:
        at = options.at(one)
        if at is not None and _fits(draft, at):
            draft.put(int(options.child[at]), [(at, draft.kinds_for(at)[0])])
            times.append(at)
        else:
            lost.append(one)
    return tuple(times), lost


def _fits(draft: Draft, at: int) -> bool:
    options, child = draft.options, int(draft.options.child[at])
    beside = [other for other, _ in draft.chosen[child]]
    alike = all(
        options.therapist[other] == options.therapist[at] and options.day[other] != options.day[at]
        for other in beside
    )
    return alike and len(beside) < options.sessions[child] and draft.is_free(child, at)


def _allowed(options: Options, times: Sequence[int]) -> Bools:
    """Beside a time that stays a child has that therapist alone, and nothing else on that day."""
    mask = np.ones(len(options.child), dtype=np.bool_)
    for at in times:
        first, last = np.searchsorted(options.child, [options.child[at], options.child[at] + 1])
        mine = slice(int(first), int(last))
        mask[mine] &= options.therapist[mine] == options.therapist[at]
        mask[mine] &= options.day[mine] != options.day[at]
    mask[list(times)] = True
    return mask


def _looking(instance: Instance, options: Options, times: Sequence[int], lost: Sequence[Time]) -> Bools:
    """In a repair only children who lose a time look for one."""
    names = {one.child for one in lost}
    looks = np.array([one.id in names for one in instance.children], dtype=np.bool_)
    mask = looks[options.child]
    mask[list(times)] = True
    return np.asarray(mask, dtype=np.bool_)


def _full(options: Options, times: Sequence[int]) -> list[int]:
    number = np.bincount(options.child[list(times)], minlength=len(options.sessions))
    return [int(child) for child in np.flatnonzero(number >= options.sessions)]
