"""Reading who waits, for how long, and when the clinic is in touch again."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta

from django.db.models import QuerySet

from alongside.adapters.prepared import Slot, prepared
from alongside.areas.circle import gate
from alongside.areas.circle import queries as circle
from alongside.areas.circle.values import OpenChild
from alongside.areas.people import queries as people
from alongside.areas.waiting.models import ContactMade, WaitingPlace, WaitingRules
from alongside.areas.waiting.values import (
    ContactKind,
    ContactSeen,
    PlaceSeen,
    Rhythm,
    RulesSeen,
    Urgency,
    Way,
    WhyEnded,
)
from alongside.core import waiting as core
from alongside.core.actors import DESK, Actor
from alongside.core.capabilities import Capability
from alongside.core.refusals import NotFound
from alongside.core.waiting import LEAST_WAITS, Range, Wait

LISTED_AT_MOST = 200
_NAME = 120
_HISTORY = timedelta(days=730)
_URGENT = {urgency.value: number for number, urgency in enumerate(Urgency)}
_USUAL = RulesSeen(
    fills=False, weeks_soon=2, weeks_routine=6, weeks_can_wait=12, tips="", write_to="", by_name=""
)


def rules(clinic: int) -> RulesSeen:
    """How a clinic looks after families that wait; the usual rules, without offers by itself, where it chose none."""
    row = rules_row(clinic)
    if row is None:
        return _USUAL
    return RulesSeen(
        fills=row.fills,
        weeks_soon=row.weeks_soon,
        weeks_routine=row.weeks_routine,
        weeks_can_wait=row.weeks_can_wait,
        tips=row.tips,
        write_to=row.write_to,
        by_name=row.by.name,
    )


def rules_row(clinic: int) -> WaitingRules | None:
    """The stored rules, for actions of this area."""
    return WaitingRules.objects.filter(clinic=clinic).select_related("by").first()


def stands_behind(clinic: int, at: datetime) -> Actor | None:
    """In whose name a clinic's freed times are offered; None where it wants none, or that person has gone.

    The trail names the product, for that person: nobody did it by hand.
    """
    rules = rules_row(clinic)
    if rules is None or not rules.fills:
        return None
    actor = people.actor_for(rules.by, at)
    if not actor.roles_in(clinic) & DESK:
        return None
    return replace(actor, name=f"Alongside, for {actor.name}"[:_NAME])


def place(opened: OpenChild) -> PlaceSeen | None:
    """What this child waits for now; None while nobody waits. ``words`` are the desk's alone."""
    opened.check(Capability.READ_VISITS)
    row = place_row(opened)
    return None if row is None else place_seen(opened, row)


def waiting_list(actor: Actor, clinic: int, at: datetime) -> tuple[PlaceSeen, ...]:
    """Everybody in a clinic who waits, the most urgent first, then by how long. At most 200.

    The front desk and the owner read all of it, a therapist the children they look after.
    """
    return _listed(actor, clinic, at, rows_of(clinic)[:LISTED_AT_MOST])


def first_waiting(actor: Actor, clinic: int, at: datetime, limit: int) -> tuple[PlaceSeen, ...]:
    """The first of the list, at most ``limit``, who wait for a time outside school first. No other record is opened."""
    rows = sorted(rows_of(clinic), key=lambda row: not row.only_after_school)
    return _listed(actor, clinic, at, rows[:limit])


def _listed(actor: Actor, clinic: int, at: datetime, rows: Sequence[WaitingPlace]) -> tuple[PlaceSeen, ...]:
    if not actor.roles_in(clinic):
        raise NotFound
    opened = open_waiting(actor, rows, at, doing="waiting.waiting_list")
    return tuple(place_seen(opened[row.child_id], row) for row in rows if row.child_id in opened)


def contacts_due(openeds: Sequence[OpenChild]) -> tuple[PlaceSeen, ...]:
    """Those of these children who wait and whose families the clinic wanted to reach by today, the longest due first.

    One statement, for a page that has opened the children already.
    """
    mine = {opened.pk: opened for opened in openeds if opened.allows(Capability.BOOK_VISITS)}
    if not mine:
        return ()
    last = max(opened.today for opened in mine.values())
    rows = WaitingPlace.objects.filter(child__in=list(mine), ended_on=None, contact_on__lte=last)
    seen = [place_seen(mine[row.child_id], row) for row in rows.select_related("therapist")]
    return tuple(sorted(seen, key=lambda one: (one.contact_on, one.child_name)))


def contacts(opened: OpenChild) -> tuple[ContactSeen, ...]:
    """When the clinic was in touch while this child waits, newest first. For the desk."""
    opened.check(Capability.BOOK_VISITS)
    rows = ContactMade.objects.filter(child=opened.pk, place__ended_at=None).select_related("by")
    return tuple(_contact(row) for row in rows.order_by("-pk")[:50])


def expected(clinic: int, urgency: Urgency, today: date) -> Range | None:
    """How long families of this clinic waited, from the last two years; None under eight waits that ended with a time.

    Families of the same urgency count where there are eight of them, else everybody.
    """
    rows = WaitingPlace.objects.filter(clinic=clinic, since_on__gte=today - _HISTORY, since_on__lte=today)
    known = [
        (row[0], Wait(days=max(0, ((row[2] or today) - row[1]).days), over=row[3] == WhyEnded.HAS_TIME))
        for row in rows.values_list("urgency", "since_on", "ended_on", "why")
    ]
    alike = [wait for kind, wait in known if kind == urgency]
    enough = sum(wait.over for wait in alike) >= LEAST_WAITS
    return core.expected(alike if enough else [wait for _, wait in known])


def place_row(opened: OpenChild) -> WaitingPlace | None:
    """The stored place of a child who waits, for actions of this area."""
    return WaitingPlace.objects.filter(child=opened.pk, ended_at=None).select_related("therapist").first()


def rows_of(clinic: int) -> list[WaitingPlace]:
    """Every stored place of a clinic that waits, the most urgent first, then by how long. One statement."""
    return sorted(_waiting(clinic=clinic), key=lambda row: (_URGENT[row.urgency], row.since_on, row.pk))


def open_waiting(
    actor: Actor, rows: Iterable[WaitingPlace], at: datetime, *, doing: str
) -> dict[int, OpenChild]:
    """The children of these rows whose visits this person books, by their key."""
    among = [row.child_id for row in rows]
    if not among:
        return {}
    opened = gate.open_children(actor, Capability.READ_VISITS, at, doing=doing, among=among)
    return {child.pk: child for child in opened if child.allows(Capability.BOOK_VISITS)}


def place_seen(opened: OpenChild, row: WaitingPlace) -> PlaceSeen:
    """A place as this reader may see it."""
    return PlaceSeen(
        uuid=row.uuid,
        child=opened.uuid,
        child_name=opened.short_name,
        age=circle.age_on(opened.born_on, opened.today)[0],
        urgency=Urgency(row.urgency),
        since_on=row.since_on,
        minutes=row.minutes,
        rhythm=Rhythm(row.rhythm),
        way=Way(row.way),
        therapist=row.therapist.uuid if row.therapist else None,
        therapist_name=row.therapist.name if row.therapist else "",
        room_features=tuple(row.room_features),
        language=row.language,
        only_after_school=row.only_after_school,
        short_notice=row.short_notice,
        words=row.words if opened.allows(Capability.BOOK_VISITS) else "",
        contact_on=row.contact_on,
        ended_at=row.ended_at,
        why=WhyEnded(row.why) if row.why else None,
    )


@prepared
def _waiting() -> QuerySet[WaitingPlace, WaitingPlace]:
    rows = WaitingPlace.objects.filter(clinic=Slot("clinic"), ended_on=None)
    return rows.select_related("therapist").order_by("pk")


def _contact(row: ContactMade) -> ContactSeen:
    return ContactSeen(
        uuid=row.uuid,
        kind=ContactKind(row.kind),
        words=row.words,
        by_name=row.by.short_name,
        at=row.at,
        next_on=row.next_on,
    )
