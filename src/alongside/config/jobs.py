"""The one list of everything that happens by itself, when, and what is told of it."""

from collections.abc import Sequence
from datetime import datetime

from alongside.adapters.jobs.values import Job, Outcome

EVERY_FIVE_SECONDS = "*/5 * * * * *"
EVERY_QUARTER_MINUTE = "2/15 * * * * *"
EVERY_FIVE_MINUTES = "7 */5 * * * *"
EVERY_HOUR = "40 3 * * * *"


def _nothing(*, at: datetime) -> Sequence[str]:
    return ()


JOBS: tuple[Job, ...] = (Job(name="nothing", cron=EVERY_FIVE_SECONDS, look=_nothing),)


def told(outcome: Outcome) -> None:
    """Keep what the clinic has to know of a run."""
