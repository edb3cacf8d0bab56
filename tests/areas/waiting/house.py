"""A clinic with families that wait, built through actions: what the tests of waiting share."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID, uuid4

from alongside.areas.appointments import actions as appointments
from alongside.areas.circle import gate
from alongside.areas.waiting import actions as waiting
from alongside.areas.waiting import queries
from alongside.areas.waiting.values import PlaceDraft, RulesDraft
from alongside.config.demo import people
from alongside.config.demo.people import Dice, Somebody
from alongside.core.actors import Actor
from alongside.core.capabilities import Capability

BORN = date(2020, 7, 14)


@dataclass(frozen=True, slots=True, kw_only=True)
class Family:
    """A child who waits, and the parent who answers."""

    child: UUID
    parent: Somebody
    place: UUID

    def actor(self, at: datetime) -> Actor:
        """The parent as the one who asks."""
        return self.parent.actor(at)


def somebody(player) -> Somebody:
    """A player of the cast as the ways into a clinic know them."""
    short = player.actor.short_name
    return Somebody(pk=player.pk, uuid=player.uuid, name=player.name, short_name=short, email=player.email)


def family(cast, name, number, **draft) -> Family:
    """A child of the clinic with one parent, on the waiting list."""
    dice, maria = Dice(900 + number), somebody(cast.maria)
    child = people.register(dice, cast.clinic, maria, f"{name} Lane", BORN, cast.at)
    parent = people.bring_in(dice, child, maria, f"Parent{number} Lane", "Mum", cast.at)
    place = uuid4()
    wait = PlaceDraft(**{"since_on": cast.at.date() - timedelta(days=30), "short_notice": True} | draft)
    waiting.keep_place(actor=cast.maria.actor, child=child, place=place, draft=wait, at=cast.at)
    return Family(child=child, parent=parent, place=place)


def fills(cast, at=None, player=None) -> None:
    """The clinic lets freed times be offered by themselves, in Maria's name or in another."""
    draft = RulesDraft(fills=True, tips="Draw together.", write_to="Maria at the desk")
    by = (player or cast.maria).actor
    waiting.keep_rules(actor=by, clinic=cast.clinic.pk, draft=draft, at=at or cast.at)


def booked(cast, starts_at, minutes=45, **more) -> UUID:
    """A visit of Idris with Hannah."""
    visit = uuid4()
    appointments.book_visit(
        actor=cast.maria.actor,
        child=cast.idris,
        visit=visit,
        therapist=cast.hannah.uuid,
        starts_at=starts_at,
        minutes=minutes,
        at=cast.at,
        **more,
    )
    return visit


def freed(cast, starts_at, minutes=45, at=None, **more) -> UUID:
    """The uuid of the freed time that such a visit leaves when the desk lets it go."""
    visit = booked(cast, starts_at, minutes, **more)
    waiting.let_visit_go(actor=cast.maria.actor, child=cast.idris, visit=visit, at=at or cast.at)
    return queries.freed_times(cast.maria.actor, cast.clinic.pk)[0].uuid


LATER = timedelta(minutes=2)


def look(at) -> int:
    """Hop until nothing is due; how many hops it took."""
    hops = 0
    while waiting.look_for_freed(at=at):
        hops += 1
        assert hops < 20
    return hops


def steps(cast, uuid):
    """The kind of each step of a freed time, and of whom it tells."""
    seen = queries.freed_time(cast.maria.actor, uuid, cast.at)
    return [(step.kind, step.child_name) for step in seen.steps]


def offer_of(one: Family, at):
    """The offer that waits for this family's answer."""
    opened = gate.open_child(one.actor(at), one.child, Capability.READ_VISITS, at, doing="tests.look")
    return queries.open_offer(opened)
