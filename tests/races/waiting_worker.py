"""Runs in a process of its own until it is killed: looks for freed times, on a clock that runs fast.

The clock goes on from the last thing that happened, half an hour with every look. ``--until-done`` ends when no freed
time can be followed any more.
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


def is_done() -> bool:
    """Whether nothing can follow for any freed time."""
    from alongside.areas.waiting.models import FreedTime

    return not FreedTime.objects.filter(next_look_at__isnull=False).exists()


def work(*, until_done: bool) -> None:
    """Look again and again."""
    from alongside.areas.waiting.actions import look_for_freed

    at = last_at()
    sys.stdout.write("ready\n")
    sys.stdout.flush()
    while not (until_done and is_done()):
        at += HALF_AN_HOUR
        look_for_freed(at=at)


if __name__ == "__main__":
    import django

    django.setup()
    work(until_done="--until-done" in sys.argv)
