"""Every child of a clinic waits, has an open offer and one it declined; and a time of the clinic was freed."""

from datetime import timedelta
from uuid import UUID

from alongside.areas.appointments import actions as appointments
from alongside.areas.waiting import actions as waiting
from alongside.areas.waiting import queries
from alongside.areas.waiting.values import ContactKind, OptionToOffer, PlaceDraft
from alongside.core.capabilities import Capability
from tests.clock import AT
from tests.matrix.meetings import CARERS
from tests.matrix.pen import Pen
from tests.matrix.world import World, may

_WEEKS = timedelta(weeks=30)


def wait_in(world: World, letter: str) -> UUID:
    """The freed time of one clinic, after everybody of it was put on the list."""
    desk = world.team[letter]["front_desk"].actor(AT)
    families = [family for key, family in sorted(world.families.items()) if key.startswith(letter)]
    for number, family in enumerate(families):
        _waits(Pen(world=world, family=family), letter, number)
    child, visit = families[0].child, world.dice.uuid(AT)
    told = {"actor": desk, "child": child, "visit": visit, "at": AT}
    starts_at = AT + _WEEKS + timedelta(days=1)
    therapist = world.team[letter]["one"].uuid
    appointments.book_visit(**told, therapist=therapist, starts_at=starts_at, minutes=45)
    waiting.let_visit_go(**told)
    return queries.freed_times(desk, world.clinics[letter].pk)[0].uuid


def _waits(pen: Pen, letter: str, number: int) -> None:
    desk = pen.world.team[letter]["front_desk"].actor(AT)
    told = {"actor": desk, "child": pen.child, "at": AT}
    draft = PlaceDraft(since_on=AT.date(), words=pen.word("why they wait", Capability.BOOK_VISITS))
    waiting.keep_place(**told, place=pen.world.dice.uuid(AT), draft=draft)
    spoken = pen.word("what was said while they wait", Capability.BOOK_VISITS)
    waiting.record_contact(**told, contact=pen.world.dice.uuid(AT), kind=ContactKind.RANG, words=spoken)
    visits, others = may(pen.family.key, Capability.READ_VISITS), pen.mine(*CARERS[1:])
    answer = pen.word("what would suit", lambda who: visits(who) and not others(who))
    declined = _offer(pen, letter, number, pen.world.dice.uuid(AT))
    waiting.decline_offer(actor=pen.carer, child=pen.child, offer=declined, words=answer, at=AT)
    _offer(pen, letter, number, pen.new("offer"))


def _offer(pen: Pen, letter: str, number: int, offer: UUID) -> UUID:
    option = OptionToOffer(
        time=pen.world.dice.uuid(AT),
        therapist=pen.world.team[letter]["one"].uuid,
        starts_at=AT + _WEEKS + timedelta(hours=number),
        minutes=45,
    )
    desk = pen.world.team[letter]["front_desk"].actor(AT)
    waiting.offer_times(actor=desk, child=pen.child, offer=offer, options=(option,), at=AT)
    return offer
