"""Runs in a process of its own until it is killed: looks for freed times, on a clock that runs fast.

The clock goes on from the last thing that happened, at least half an hour with every look, to whatever is due next.
``--until-done`` ends when no freed time can be followed any more.
"""

import sys
from datetime import datetime, timedelta

HALF_AN_HOUR = timedelta(minutes=30)


def last_at() -> datetime:
    """When the last step of any freed time happened."""
    from django.db.models import Max

    from alongside.areas.waiting.models import FreedStep

    last: datetime = FreedStep.objects.aggregate(last=Max("at"))["last"]
    return last


def next_at() -> datetime | None:
    """When a freed time is looked at next; None when nothing can follow for any of them."""
    from django.db.models import Min

    from alongside.areas.waiting.models import FreedTime

    due: datetime | None = FreedTime.objects.aggregate(due=Min("next_look_at"))["due"]
    return due


def work(*, until_done: bool) -> None:
    """Look again and again."""
    from alongside.areas.waiting.actions import look_for_freed

    at, due = last_at(), next_at()
    sys.stdout.write("ready\n")
    sys.stdout.flush()
    while due is not None or not until_done:
        at = max(at + HALF_AN_HOUR, due or at)
        look_for_freed(at=at)
        due = next_at()


if __name__ == "__main__":
    import django

    django.setup()
    work(until_done="--until-done" in sys.argv)
