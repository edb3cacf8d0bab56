"""The one list of everything that happens by itself, when, and what is told of it."""

from alongside.adapters.jobs.values import Job, Outcome

JOBS: tuple[Job, ...] = ()


def told(outcome: Outcome) -> None:
    """Keep what the clinic has to know of a run."""
