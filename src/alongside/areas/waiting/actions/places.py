"""Keeping who waits, what for, and when the clinic is in touch again."""

from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from alongside.areas.circle import gate
from alongside.areas.circle.values import OpenChild
from alongside.areas.people import queries as people
from alongside.areas.trail import actions as trail
from alongside.areas.trail.actions import action
from alongside.areas.waiting import queries
from alongside.areas.waiting.models import ContactMade, WaitingPlace, WaitingRules
from alongside.areas.waiting.queries.places import place_row, place_seen
from alongside.areas.waiting.values import (
    ContactKind,
    ContactSeen,
    PlaceDraft,
    PlaceSeen,
    RulesDraft,
    RulesSeen,
    Urgency,
    WhyEnded,
)
from alongside.core import bounds
from alongside.core.actors import DESK, Actor
from alongside.core.capabilities import Capability
from alongside.core.refusals import InvalidInput, NotFound, Refusal
from alongside.core.words import gettext_noop

_FEATURES_AT_MOST = 12
_FEATURE, _LANGUAGE = 40, 60
_WEEKS_AT_MOST = 52
_CONTACT_AT_MOST = timedelta(days=366)


class NobodyWaits(Refusal):
    """The child is on no waiting list."""

    sentence = gettext_noop("This child is not on the waiting list.")


@action
def keep_rules(*, actor: Actor, clinic: int, draft: RulesDraft, at: datetime) -> RulesSeen:
    """Keep how the clinic looks after families that wait.

    With ``fills`` freed times are offered in the name of whoever keeps the rules now.
    """
    actor.check_one_of(
        DESK, clinic, gettext_noop("The owner and the front desk look after the waiting list.")
    )
    weeks = {name: getattr(draft, name) for name in ("weeks_soon", "weeks_routine", "weeks_can_wait")}
    kept: dict[str, Any] = {
        **{name: bounds.whole(number, 1, _WEEKS_AT_MOST, name) for name, number in weeks.items()},
        "fills": draft.fills,
        "tips": bounds.words(draft.tips, bounds.WORDS, "tips"),
        "write_to": bounds.words(draft.write_to, bounds.SENTENCE, "write_to"),
    }
    WaitingRules.objects.update_or_create(
        clinic_id=clinic, defaults={**kept, "by_id": actor.person, "at": at}
    )
    trail.record_doing(actor, "waiting.keep_rules", clinic, at)
    return queries.rules(clinic)


@action
def keep_place(*, actor: Actor, child: UUID, place: UUID, draft: PlaceDraft, at: datetime) -> PlaceSeen:
    """Write down what a child waits for, or change it; ``place`` is a new identifier, used once for each wait.

    A child has one place at a time: while it lasts, what is kept under any identifier changes that one.
    """
    opened = gate.open_child(actor, child, Capability.BOOK_VISITS, at, doing="waiting.keep_place")
    fields = _checked(opened, draft)
    gate.hold(opened)
    row = place_row(opened)
    if row is None:
        return _begin(opened, place, fields)
    for name, value in fields.items():
        setattr(row, name, value)
    row.save(update_fields=list(fields))
    return place_seen(opened, _again(opened))


@action
def record_contact(
    *,
    actor: Actor,
    child: UUID,
    contact: UUID,
    kind: ContactKind,
    at: datetime,
    words: str = "",
    next_on: date | None = None,
) -> tuple[ContactSeen, ...]:
    """Write down that the clinic was in touch. ``next_on`` is the day of the next word; None: as the rules say."""
    opened = gate.open_child(actor, child, Capability.BOOK_VISITS, at, doing="waiting.record_contact")
    gate.hold(opened)
    row = place_row(opened)
    if row is None:
        raise NobodyWaits
    fields = {
        "child_id": opened.pk,
        "place": row,
        "kind": kind.value,
        "words": bounds.words(words, bounds.SENTENCE, "words"),
        "next_on": _next_on(opened, Urgency(row.urgency), next_on),
        "by_id": actor.person,
        "at": at,
    }
    made, is_new = ContactMade.objects.get_or_create(uuid=contact, defaults=fields)
    if made.child_id != opened.pk:
        raise NotFound
    if is_new:
        row.contact_on = made.next_on
        row.save(update_fields=["contact_on"])
    return queries.contacts(opened)


def end(opened: OpenChild, why: WhyEnded) -> None:
    """End the wait of this child, if there is one; for actions of this area."""
    rows = WaitingPlace.objects.filter(child=opened.pk, ended_at=None)
    rows.update(ended_at=opened.at, ended_on=opened.today, why=why.value)


def _begin(opened: OpenChild, place: UUID, fields: dict[str, Any]) -> PlaceSeen:
    """A place of its own. An identifier that was used before is that of a wait that is over."""
    if WaitingPlace.objects.filter(uuid=place).exists():
        raise NotFound
    WaitingPlace.objects.create(
        uuid=place,
        child_id=opened.pk,
        clinic_id=opened.clinic,
        contact_on=_next_on(opened, Urgency(fields["urgency"]), None),
        by_id=opened.actor.person,
        at=opened.at,
        **fields,
    )
    return place_seen(opened, _again(opened))


def _again(opened: OpenChild) -> WaitingPlace:
    row = place_row(opened)
    if row is None:
        raise NobodyWaits
    return row


def _checked(opened: OpenChild, draft: PlaceDraft) -> dict[str, Any]:
    """The columns of what is waited for, within bounds."""
    bounds.few(draft.room_features, _FEATURES_AT_MOST, "room_features")
    if draft.since_on > opened.today:
        raise InvalidInput(gettext_noop("Choose today or an earlier day."), field="since_on")
    therapist = people.therapist(opened.clinic, draft.therapist, opened.at).pk if draft.therapist else None
    return {
        "urgency": draft.urgency.value,
        "since_on": bounds.day(draft.since_on, "since_on"),
        "minutes": _minutes(draft.minutes),
        "rhythm": draft.rhythm.value,
        "way": draft.way.value,
        "therapist_id": therapist,
        "room_features": [
            bounds.words(one, _FEATURE, "room_features", required=True) for one in draft.room_features
        ],
        "language": bounds.words(draft.language, _LANGUAGE, "language"),
        "only_after_school": draft.only_after_school,
        "short_notice": draft.short_notice,
        "words": bounds.words(draft.words, bounds.SENTENCE, "words"),
    }


def _minutes(minutes: int) -> int:
    if bounds.whole(minutes, 5, 480, "minutes") % 5:
        raise InvalidInput(gettext_noop("Choose a length in steps of 5 minutes."), field="minutes")
    return minutes


def _next_on(opened: OpenChild, urgency: Urgency, next_on: date | None) -> date:
    """The day by which the clinic is in touch again, at most a year ahead."""
    if next_on is None:
        return opened.today + timedelta(weeks=queries.rules(opened.clinic).weeks(urgency))
    if not opened.today <= next_on <= opened.today + _CONTACT_AT_MOST:
        raise InvalidInput(gettext_noop("Choose a day within the next year."), field="next_on")
    return next_on
