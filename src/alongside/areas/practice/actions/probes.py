"""Keeping quick counts. Sending one twice changes nothing; what was said is kept when it is put right."""

from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from alongside.areas.circle import gate
from alongside.areas.circle.values import OpenChild
from alongside.areas.practice import queries
from alongside.areas.practice.models import Probe, ProbeChange, ProbeCollector, ProbePlan
from alongside.areas.practice.values import ProbeSeen
from alongside.areas.trail.actions import action
from alongside.core import bounds
from alongside.core.actors import Actor
from alongside.core.capabilities import Capability
from alongside.core.evidence import Scale
from alongside.core.refusals import InvalidInput, NotAllowed, NotFound, Refusal
from alongside.core.words import gettext_noop

_LOOK_BACK = timedelta(days=31)


class NotYoursToCount(Refusal):
    """Only who agreed to count counts."""

    sentence = gettext_noop("Somebody else counts this. You can tell us what you noticed instead.")


class CountingIsOver(Refusal):
    """The plan had ended."""

    sentence = gettext_noop("Nobody counts this any more, so there is nothing to keep. That is fine.")


class CountUndone(Refusal):
    """The count was taken back before."""

    sentence = gettext_noop("This count was taken back. You can count again as a new one.")


@action
def record_probe(
    *,
    actor: Actor,
    child: UUID,
    plan: UUID,
    probe: UUID,
    value: int,
    of: int | None = None,
    on: date | None = None,
    at: datetime,
) -> ProbeSeen:
    """Keep one count: ``value`` of ``of`` (of as many as the plan says) about the day ``on`` (today without it).

    Several counts of a day are all kept; the day counts with their median. Refuses NotYoursToCount, CountingIsOver,
    and a day that is to come, before counting began, or more than a month ago.
    """
    opened = _open(actor, child, at, "practice.record_probe")
    if Probe.objects.filter(uuid=probe).exists():
        return queries.own_probe(opened, probe)
    row = _plan(opened, plan)
    day = on or opened.today
    _check_day(opened, row, day)
    kept = _checked(row, value, of)
    who = {"by_id": actor.person, "voice": opened.voice.value}
    Probe.objects.create(uuid=probe, child_id=opened.pk, plan=row, on=day, arrived_at=at, **who, **kept)
    return queries.own_probe(opened, probe)


@action
def correct_probe(
    *,
    actor: Actor,
    child: UUID,
    probe: UUID,
    value: int | None = None,
    of: int | None = None,
    on: date | None = None,
    at: datetime,
) -> ProbeSeen:
    """Put an own count right; None leaves a part as it is. What was said before is kept beside it."""
    opened = _open(actor, child, at, "practice.correct_probe")
    row = _own(opened, probe)
    if row.undone_at is not None:
        raise CountUndone
    wanted: dict[str, Any] = _checked(
        row.plan, row.value if value is None else value, row.of if of is None else of
    )
    if on is not None:
        _check_day(opened, row.plan, on)
        wanted["on"] = on
    _change(opened, row, wanted)
    return queries.own_probe(opened, probe)


@action
def undo_probe(*, actor: Actor, child: UUID, probe: UUID, at: datetime) -> ProbeSeen:
    """Take an own count back. It leaves every page and every chart; what it said is kept."""
    opened = _open(actor, child, at, "practice.undo_probe")
    row = _own(opened, probe)
    if row.undone_at is None:
        _change(opened, row, {"undone_at": at})
    return queries.own_probe(opened, probe)


def _open(actor: Actor, child: UUID, at: datetime, doing: str) -> OpenChild:
    """The family counts, and the child's own therapist at visits; the plan says who of them."""
    try:
        return gate.open_child(actor, child, Capability.WRITE_ENTRIES, at, doing=doing)
    except NotAllowed:
        return gate.open_child(actor, child, Capability.WRITE_CLINICAL_NOTES, at, doing=doing)


def _plan(opened: OpenChild, plan: UUID) -> ProbePlan:
    """The plan, for somebody who agreed to count by it."""
    row = ProbePlan.objects.filter(child=opened.pk, uuid=plan).first()
    if row is None:
        raise NotFound
    mine = ProbeCollector.objects.filter(plan=row, person=opened.actor.person, agreed_at__isnull=False)
    if not mine.filter(ended_at=None).exists():
        raise NotYoursToCount
    if row.ended_at is not None:
        raise CountingIsOver
    return row


def _own(opened: OpenChild, probe: UUID) -> Probe:
    rows = Probe.objects.filter(child=opened.pk, uuid=probe, by=opened.actor.person)
    row = rows.select_related("plan").select_for_update(of=("self",)).first()
    if row is None:
        raise NotFound
    return row


def _check_day(opened: OpenChild, plan: ProbePlan, day: date) -> None:
    if day > opened.today:
        raise InvalidInput(gettext_noop("Choose a day that has already been."), field="on")
    if day < opened.today - _LOOK_BACK:
        raise InvalidInput(gettext_noop("Choose a day within the last month."), field="on")
    if day < plan.starts_on:
        sentence = gettext_noop("Counting began on {day}. Choose that day or a later one.")
        raise InvalidInput(sentence, field="on", day=f"{plan.starts_on:%d.%m.%Y}")


def _checked(plan: ProbePlan, value: int, of: int | None) -> dict[str, Any]:
    """Tries may be fewer or more on a day than planned; minutes and steps have the scale's own top."""
    most = plan.most
    if plan.scale == Scale.TRIES and of is not None:
        most = bounds.whole(of, 1, 20, "of")
    least = 1 if plan.scale == Scale.STEP else 0
    return {"value": bounds.whole(value, least, most, "value"), "of": most}


def _change(opened: OpenChild, row: Probe, wanted: dict[str, Any]) -> None:
    """Write what differs. What had been said goes into the history first."""
    said = {"value": row.value, "of": row.of, "on": row.on.isoformat()}
    if all(getattr(row, name) == value for name, value in wanted.items()):
        return
    ProbeChange.objects.create(
        child_id=opened.pk, probe=row, before=said, by_id=opened.actor.person, at=opened.at
    )
    for name, value in wanted.items():
        setattr(row, name, value)
    if row.undone_at is None:
        row.changed_at = opened.at
    row.save(update_fields=[*wanted, "changed_at"])
