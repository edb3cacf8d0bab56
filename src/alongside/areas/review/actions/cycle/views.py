"""Everybody prepares their own view. Nobody else reads it before it is shown."""

from dataclasses import asdict
from datetime import datetime
from uuid import UUID

from alongside.areas.circle import gate
from alongside.areas.circle.values import OpenChild
from alongside.areas.review.actions.cycle.finding import find
from alongside.areas.review.models import Cycle, Showing, View
from alongside.areas.review.queries import looking_back as queries
from alongside.areas.review.values import OwnView, Told
from alongside.areas.trail.actions import action
from alongside.core import bounds
from alongside.core.actors import Actor
from alongside.core.capabilities import Capability
from alongside.core.refusals import InvalidInput, NotFound
from alongside.core.words import gettext_noop


@action
def keep_view(*, actor: Actor, child: UUID, cycle: UUID, told: Told, at: datetime) -> OwnView:
    """Keep one's own draft. Every question may stay empty. Raises CycleClosed."""
    opened = gate.open_child(actor, child, Capability.WRITE_TALK, at, doing="review.keep_view")
    return _keep(opened, find(opened, cycle), told)


@action
def show_view(
    *,
    actor: Actor,
    child: UUID,
    cycle: UUID,
    showing: UUID,
    told: Told,
    to_all: bool = False,
    at: datetime,
) -> OwnView:
    """Keep one's own view and show it as it is now.

    A carer shows it to the child's therapists, and to the other carers with ``to_all`` (a restricted carer's never
    goes further); a therapist shows it to the family. Words written later wait until they are shown, too.
    """
    opened = gate.open_child(actor, child, Capability.WRITE_TALK, at, doing="review.show_view")
    row = find(opened, cycle)
    known = Showing.objects.filter(uuid=showing).first()
    if known is None:
        _keep(opened, row, told)
        _show(opened, row, showing, told, to_all=to_all)
    elif (known.cycle_id, known.person_id) != (row.pk, actor.person):
        raise NotFound
    return queries.own_view_of(opened, row)


def _keep(opened: OpenChild, row: Cycle, told: Told) -> OwnView:
    View.objects.update_or_create(
        cycle=row,
        person_id=opened.actor.person,
        defaults={"child_id": opened.pk, "saved_at": opened.at, **_words(told)},
    )
    return queries.own_view_of(opened, row)


def _show(opened: OpenChild, row: Cycle, uuid: UUID, told: Told, *, to_all: bool) -> None:
    words = _words(told)
    if not any(words.values()):
        raise InvalidInput(gettext_noop("Write a few words first, or leave it for now."), field="went_well")
    Showing.objects.create(
        child_id=opened.pk,
        cycle=row,
        uuid=uuid,
        person_id=opened.actor.person,
        voice=opened.voice.value,
        to_all=opened.is_team or (to_all and not opened.is_restricted),
        shown_at=opened.at,
        **words,
    )


def _words(told: Told) -> dict[str, str]:
    return {field: bounds.words(words, bounds.WORDS, field) for field, words in asdict(told).items()}
