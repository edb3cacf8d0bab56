"""A clinic with families that wait, built through actions: what the tests of waiting share."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID, uuid4

from alongside.areas.appointments import actions as appointments
from alongside.areas.people import queries as team
from alongside.areas.waiting import actions as waiting
from alongside.areas.waiting.values import PlaceDraft, RulesDraft
from alongside.config.demo import people
from alongside.config.demo.people import Dice, Somebody
from alongside.core.actors import Actor

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


def fills(cast, at=None) -> None:
    """The clinic lets freed times be offered by themselves, in Maria's name."""
    draft = RulesDraft(fills=True, tips="Draw together.", write_to="Maria at the desk")
    waiting.keep_rules(actor=cast.maria.actor, clinic=cast.clinic.pk, draft=draft, at=at or cast.at)


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
    from alongside.areas.waiting.queries import freed_times

    return freed_times(cast.maria.actor, cast.clinic.pk)[0].uuid


def colleague(email: str, at: datetime) -> Actor:
    """Somebody by address, as the one who asks at ``at``."""
    return team.actor_for(team.person_by_email(email), at)
