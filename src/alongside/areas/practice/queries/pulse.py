"""Reading how the plan feels: each carer their own answers, the child's own therapist everybody's, nobody else any."""

from datetime import timedelta
from typing import Any
from uuid import UUID

from django.db.models import QuerySet

from alongside.adapters.prepared import Slot, prepared
from alongside.areas.circle.values import By, OpenChild, Voice
from alongside.areas.practice.models import Pulse
from alongside.areas.practice.values import Offer, PulseNow, PulseSeen
from alongside.core import pulse as core
from alongside.core.capabilities import Capability
from alongside.core.pulse import Answer, Question
from alongside.core.refusals import NotFound

_WEEKS = 9  # The eight that a fall looks back on, and this one.
_MOST = 200
_FIELDS = ("uuid", "week", "question", "value", "at", "offer", "person__uuid", "person__short_name")


def pulse_now(opened: OpenChild) -> PulseNow | None:
    """What this carer is asked this week; None for whoever is not asked at all. One statement."""
    if not opened.is_carer or not opened.allows(Capability.WRITE_ENTRIES):
        return None
    told = [_seen(row) for row in _mine(child=opened.pk, me=opened.actor.person)]
    answers = [Answer(week=one.week, question=one.question, value=one.value) for one in told]
    this_week = core.week_of(opened.today)
    return PulseNow(
        due=core.due(answers, opened.today),
        kept=next((one for one in told if one.week == this_week), None),
        falling=_newest(told) if core.is_falling(answers, opened.today) else None,
    )


def own_pulse(opened: OpenChild, uuid: UUID) -> PulseSeen:
    """What this person answered, as an action answers with it; NotFound for anybody else's."""
    rows = Pulse.objects.filter(child=opened.pk, person=opened.actor.person, uuid=uuid)
    row = rows.values(*_FIELDS).first()
    if row is None:
        raise NotFound
    return _seen(row)


def pulses(opened: OpenChild) -> tuple[PulseSeen, ...]:
    """What each carer answered in the last weeks, newest first; weeks that were let pass are not told.

    For the child's own therapist alone: no other grown-up sees a carer's answer.
    """
    opened.check(Capability.READ_CLINICAL_NOTES)
    since = core.week_of(opened.today) - timedelta(weeks=_WEEKS)
    rows = Pulse.objects.filter(child=opened.pk, week__gte=since, value__isnull=False)
    return tuple(_seen(row) for row in rows.order_by("-week", "-at").values(*_FIELDS)[:_MOST])


def _newest(told: list[PulseSeen]) -> PulseSeen | None:
    """The newest answer, unless its reader chose already what would help."""
    newest = next(one for one in told if one.value is not None)
    return newest if newest.offer is None else None


@prepared
def _mine() -> QuerySet[Pulse, dict[str, Any]]:
    rows: QuerySet[Pulse, dict[str, Any]] = Pulse.objects.order_by("-week").values(*_FIELDS)
    return rows.filter(child=Slot("child"), person=Slot("me"))[:_WEEKS]


def _seen(row: dict[str, Any]) -> PulseSeen:
    return PulseSeen(
        uuid=row["uuid"],
        by=By(name=row["person__short_name"], voice=Voice.FAMILY, uuid=row["person__uuid"]),
        week=row["week"],
        question=Question(row["question"]),
        value=row["value"],
        at=row["at"],
        offer=Offer(row["offer"]) if row["offer"] else None,
    )
