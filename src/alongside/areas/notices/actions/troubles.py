"""Jobs that fail: one row until they work again, for the clinic to see."""

from datetime import datetime

from django.db.models import F

from alongside.areas.notices.models import Trouble
from alongside.areas.trail.actions import action

_WORDS = 80


@action
def note_failure(*, job: str, trouble: str, at: datetime) -> None:
    """A run of this job failed, with this kind of error."""
    again = Trouble.objects.filter(job=job, settled_at=None)
    if not again.update(times=F("times") + 1, last_at=at, kind=trouble[:_WORDS]):
        Trouble.objects.create(job=job, kind=trouble[:_WORDS], first_at=at, last_at=at)


def note_success(*, job: str, at: datetime) -> None:
    """A run of this job worked. Most of the time there is nothing to settle, and then nothing is written."""
    failing = Trouble.objects.filter(job=job, settled_at=None)
    if failing.exists():
        failing.update(settled_at=at)
