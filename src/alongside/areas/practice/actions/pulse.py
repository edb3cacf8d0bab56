"""One question a week: answered in a tap, or let pass until the next week. Nothing reminds anybody of it."""

from datetime import datetime
from uuid import UUID

from alongside.areas.circle import gate
from alongside.areas.circle.values import OpenChild
from alongside.areas.practice import queries
from alongside.areas.practice.models import Pulse
from alongside.areas.practice.values import Offer, PulseSeen
from alongside.areas.trail.actions import action
from alongside.core import bounds
from alongside.core import pulse as core
from alongside.core.actors import Actor
from alongside.core.capabilities import Capability
from alongside.core.refusals import NotAllowed, NotFound


@action
def answer_pulse(*, actor: Actor, child: UUID, pulse: UUID, value: int, at: datetime) -> PulseSeen:
    """Answer the question of this week: 0 to 4 how heavy, or 0 to 10 how sure, as the week asks.

    Answering again in the same week puts it right.
    """
    opened = _open(actor, child, at, "practice.answer_pulse")
    most = core.MOST[core.question_of(opened.today)]
    return _keep(opened, pulse, bounds.whole(value, 0, most, "value"))


@action
def skip_pulse(*, actor: Actor, child: UUID, pulse: UUID, at: datetime) -> PulseSeen:
    """Let the question of this week pass. An answer that was given before is taken back."""
    return _keep(_open(actor, child, at, "practice.skip_pulse"), pulse, None)


@action
def answer_offer(*, actor: Actor, child: UUID, pulse: UUID, offer: Offer, at: datetime) -> PulseSeen:
    """Say what would help after two falling answers, so that it is not asked again."""
    opened = _open(actor, child, at, "practice.answer_offer")
    rows = Pulse.objects.filter(child=opened.pk, person=actor.person, uuid=pulse)
    if not rows.update(offer=offer.value):
        raise NotFound
    return queries.own_pulse(opened, pulse)


def _open(actor: Actor, child: UUID, at: datetime, doing: str) -> OpenChild:
    """Carers alone are asked."""
    opened = gate.open_child(actor, child, Capability.WRITE_ENTRIES, at, doing=doing)
    if not opened.is_carer:
        raise NotAllowed(child=opened.pk, doing=doing)
    return opened


def _keep(opened: OpenChild, uuid: UUID, value: int | None) -> PulseSeen:
    week = core.week_of(opened.today)
    said = {"question": core.question_of(week).value, "value": value, "at": opened.at}
    row, _ = Pulse.objects.update_or_create(
        child_id=opened.pk,
        person_id=opened.actor.person,
        week=week,
        defaults=said,
        create_defaults={**said, "uuid": uuid},
    )
    return queries.own_pulse(opened, row.uuid)
