"""One child after the other: each takes the best that is still free. Quick, and where the better plans begin."""

from collections.abc import Sequence

import numpy as np

from alongside.core.slots.days import Floats
from alongside.core.slots.draft import Chosen, Draft
from alongside.core.slots.options import Ints


def by_urgency(draft: Draft) -> list[int]:
    """Children by what being seen brings, most first: the order in which people book."""
    options = draft.options
    first = [int(options.extra[at]) for at in range(len(draft.chosen))]
    return sorted(range(len(first)), key=lambda at: (-first[at], at))


def fill(draft: Draft, order: Sequence[int], worth: Floats) -> None:
    """Give each child in turn the times that are worth most among those that are free, as many as are asked for."""
    for child in order:
        if not draft.chosen[child]:
            draft.put(child, best_free(draft, child, worth))


def best_free(draft: Draft, child: int, worth: Floats) -> list[Chosen]:
    """The best free times of a child with one therapist on different days, none when nothing is worth it."""
    options = draft.options
    free = draft.free(child)
    best, found = 0.0, np.empty(0, dtype=np.int64)
    for therapist in np.unique(options.therapist[free]):
        mine = free[options.therapist[free] == therapist]
        few = _best_days(mine, options.day[mine], worth[mine], int(options.sessions[child]))
        value = float(worth[few].sum()) + float(options.extra[child])
        if value > best:
            best, found = value, few
    return [(int(at), draft.kinds_for(int(at))[0]) for at in found]


def _best_days(mine: Ints, day: Ints, worth: Floats, most: int) -> Ints:
    """The best option of each of the best days; always one, further ones only when they are worth it."""
    order = np.argsort(-worth, kind="stable")
    _, first = np.unique(day[order], return_index=True)
    tops = order[np.sort(first)][:most]
    keep = (worth[tops] > 0) | (np.arange(len(tops)) == 0)
    return np.asarray(mine[tops[keep]])
