"""What a job is, and what is told of one that did not work."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Protocol

_LONGEST_WAIT = timedelta(hours=6)


class Look(Protocol):
    """Looks for due rows. Answers the keys of what ``each`` then does one by one; nothing when all is done."""

    def __call__(self, *, at: datetime) -> Sequence[str]: ...


class Each(Protocol):
    """Does one thing. It may be called again after it has worked, so it looks first whether it is still to do."""

    def __call__(self, *, key: str, at: datetime) -> None: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """A function of the product that runs at set times, once over all workers.

    ``cron`` has six fields and begins with the second; it is read in ``zone``. ``look`` runs at each of its times.
    Every key that it answers is done once by ``each``, however often it is answered: a key that fails is tried
    again after ``wait``, twice as long after each further time (at most six hours), ``tries`` times in all.
    A ``long`` job runs beside the others, one at a time in each worker.
    """

    name: str
    cron: str
    look: Look
    each: Each | None = None
    zone: str = "UTC"
    tries: int = 8
    wait: timedelta = timedelta(seconds=30)
    long: bool = False

    def wait_after(self, attempt: int) -> timedelta:
        """How long to wait after so many tries."""
        return min(self.wait * (1 << (attempt - 1)), _LONGEST_WAIT)


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """How one run went. ``trouble`` is the kind of error, never its words, which may name somebody; "" when well.

    ``key`` is "" for a look. ``final`` says that nothing tries it again.
    """

    job: str
    key: str
    attempt: int
    trouble: str
    final: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Work:
    """All that a worker needs: the jobs, the clock, and whom to tell of every outcome."""

    jobs: Sequence[Job]
    clock: Callable[[], datetime]
    told: Callable[[Outcome], None]
