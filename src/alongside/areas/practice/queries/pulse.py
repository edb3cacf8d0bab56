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

LOOK_BACK = core.LOOK_BACK + timedelta(weeks=1)  # The weeks that a fall looks back on, and this one.
_MOST = 200
_FIELDS = ("uuid", "week", "question", "value", "at", "offer", "person__uuid", "person__short_name")


def pulse_now(opened: OpenChild) -> PulseNow | None:
    """What this carer is asked this week; None for whoever is not asked at all. One statement."""
    if not is_asked(opened):
        return None
    rows = _mine(child=opened.pk, me=opened.actor.person, since=opened.at - LOOK_BACK)
    return now_of(opened, [_seen(row) for row in rows])


def is_asked(opened: OpenChild) -> bool:
    """Carers who write about home are asked, nobody else."""
    return opened.is_carer and opened.allows(Capability.WRITE_ENTRIES)


def now_of(opened: OpenChild, told: list[PulseSeen]) -> PulseNow:
    """What is asked of somebody who answered this in the last weeks, the newest first."""
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
    rows = Pulse.objects.filter(child=opened.pk, at__gte=opened.at - LOOK_BACK, value__isnull=False)
    return tuple(_seen(row) for row in rows.order_by("-week", "-at").values(*_FIELDS)[:_MOST])


def _newest(told: list[PulseSeen]) -> PulseSeen | None:
    """The newest answer, unless its reader chose already what would help."""
    newest = next(one for one in told if one.value is not None)
    return newest if newest.offer is None else None


@prepared
def _mine() -> QuerySet[Pulse, dict[str, Any]]:
    rows: QuerySet[Pulse, dict[str, Any]] = Pulse.objects.order_by("-week").values(*_FIELDS)
    return rows.filter(child=Slot("child"), person=Slot("me"), at__gte=Slot("since"))


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
