"""The one list of everything that happens by itself, when, and what is told of it."""

import subprocess
import sys
from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Any

from django.conf import settings

from alongside.adapters.jobs.values import Job, Look, Outcome
from alongside.areas.caseload import queries as caseload
from alongside.areas.diary import actions as diary
from alongside.areas.diary import queries as times
from alongside.areas.notices import actions as notices
from alongside.areas.notices import queries as told_of
from alongside.areas.waiting.actions.freed import look_for_freed

SEND = "notices.send"
_PLANNING_SECONDS = 1800


def _alone(run: Callable[..., Any]) -> Look:
    """A look that does everything itself and leaves nothing to be done one by one."""

    def look(*, at: datetime) -> Sequence[str]:
        run(at=at)
        return ()

    return look


def _due_notices(*, at: datetime) -> Sequence[str]:
    return told_of.due(at)


def _due_calendars(*, at: datetime) -> Sequence[str]:
    return times.calendars_to_look_at(at) if settings.CALENDAR_HOSTS else ()


def _one_calendar(*, key: str, at: datetime) -> None:
    diary.look_at_calendar(key=key, hosts=settings.CALENDAR_HOSTS, at=at)


def _due_plans(*, at: datetime) -> Sequence[str]:
    return caseload.plans_to_make(at)


def _make_plan(*, key: str, **_at: datetime) -> None:
    """In a process of its own: the optimiser never comes into the worker, and its memory goes with it."""
    words = [sys.executable, "-m", "alongside", "plan-caseload", str(caseload.plan_of(key))]
    subprocess.run(words, check=True, timeout=_PLANNING_SECONDS)


JOBS: tuple[Job, ...] = (
    Job(name="waiting.look_for_freed", cron="*/5 * * * * *", look=_alone(look_for_freed)),
    Job(name="notices.plan", cron="3 * * * * *", look=_alone(notices.plan_notices)),
    Job(name=SEND, cron="8/15 * * * * *", look=_due_notices, each=notices.send_notice),
    Job(
        name="diary.look_at_calendars",
        cron="40 */5 * * * *",
        look=_due_calendars,
        each=_one_calendar,
        tries=2,
    ),
    Job(name="caseload.plan", cron="1/5 * * * * *", look=_due_plans, each=_make_plan, tries=3, long=True),
)


def told(outcome: Outcome) -> None:
    """Keep what the clinic has to know of a run: a notice that is stuck, or a job that fails."""
    if outcome.job == SEND and outcome.key:
        _told_of_notice(outcome)
        return
    # A look that works says nothing of the things that it found, so each of the two settles only its own troubles.
    job = one_of(outcome.job) if outcome.key else outcome.job
    if outcome.trouble:
        notices.note_failure(job=job, trouble=outcome.trouble, at=settings.CLOCK())
    else:
        notices.note_success(job=job, at=settings.CLOCK())


def one_of(job: str) -> str:
    """The name under which troubles with the things of a job are kept, beside those of its looks."""
    return f"{job}.each"


def _told_of_notice(outcome: Outcome) -> None:
    if outcome.trouble:
        note = notices.give_up if outcome.final else notices.note_trouble
        note(key=outcome.key, trouble=outcome.trouble, tries=outcome.attempt)
