"""An offer holds its times until the family answers; then one is theirs and the others are free."""

from datetime import timedelta
from uuid import uuid4

import pytest

from alongside.areas.appointments import actions as appointments
from alongside.areas.appointments import queries as visits
from alongside.areas.circle import gate
from alongside.areas.waiting import actions as waiting
from alongside.areas.waiting import queries
from alongside.areas.waiting.values import OfferKind, OfferState, WhyEnded
from alongside.core.capabilities import Capability
from alongside.core.refusals import InvalidInput, NotAllowed, NotFound
from tests.areas.waiting.house import booked, family

pytestmark = pytest.mark.both_engines


@pytest.fixture
def ana(cast):
    return family(cast, "Ana", 1)


@pytest.fixture
def offer(cast, ana, option):
    """Offer times to Ana's family, as the desk."""

    def offered(*options, uuid=None, child=None, at=None, **more):
        return waiting.offer_times(
            actor=cast.maria.actor,
            child=child or ana.child,
            offer=uuid or uuid4(),
            options=options or (option(),),
            at=at or cast.at,
            **more,
        )

    return offered


def three(option, tuesday, **more):
    return tuple(option(starts_at=tuesday + timedelta(days=day), count=10, **more) for day in (0, 1, 2))


def answer(cast, ana, made, action, at=None, **more):
    at = at or cast.at
    return action(actor=ana.actor(at), child=ana.child, offer=made.uuid, at=at, **more)


def seen(cast, ana, at=None):
    return gate.open_child(
        ana.actor(cast.at), ana.child, Capability.READ_VISITS, at or cast.at, doing="tests.look"
    )


def test_a_family_takes_one_of_three_and_the_others_are_free_at_once(cast, ana, offer, option, tuesday):
    made = offer(*three(option, tuesday, costs=(("MISSES_SCHOOL", 30),)))
    assert (made.kind, made.state, len(made.times)) == (OfferKind.REGULAR, OfferState.OPEN, 3)
    assert made.times[0].costs == (("MISSES_SCHOOL", 30),)
    assert made.times[0].local_last.date() == (tuesday + timedelta(weeks=9)).date()
    assert visits.upcoming(seen(cast, ana)) == ()  # Nobody expects an offered time yet.
    chosen = made.times[1]
    for _ in range(2):  # A phone sends twice.
        taken = answer(cast, ana, made, waiting.take_offer, time=chosen.uuid)
        assert (taken.state, taken.taken.uuid, taken.answered_by) == (
            OfferState.TAKEN,
            chosen.uuid,
            "Parent1",
        )
    assert len(visits.upcoming(seen(cast, ana))) == 10
    assert booked(cast, tuesday)  # The first of the three is free again.
    with pytest.raises(appointments.SlotTaken):
        booked(cast, chosen.starts_at)
    assert queries.place(seen(cast, ana)) is None  # With a regular time the wait is over.


def test_a_single_time_does_not_end_the_wait(cast, ana, offer):
    made = offer()
    answer(cast, ana, made, waiting.take_offer, time=made.times[0].uuid)
    assert queries.place(seen(cast, ana)) is not None


def test_none_of_these_frees_all_and_keeps_the_place_and_the_words(cast, ana, offer, option, tuesday):
    made = offer(*three(option, tuesday))
    for _ in range(2):
        answered = answer(cast, ana, made, waiting.decline_offer, words="Mornings suit us")
    assert (answered.state, answered.words) == (OfferState.DECLINED, "Mornings suit us")
    assert queries.place(seen(cast, ana)) is not None
    assert booked(cast, tuesday)
    with pytest.raises(waiting.OfferOver):
        answer(cast, ana, made, waiting.take_offer, time=made.times[0].uuid)


def test_a_held_time_is_nobody_elses(cast, ana, offer, option, tuesday):
    offer()
    with pytest.raises(appointments.SlotTaken):
        booked(cast, tuesday + timedelta(minutes=30))
    ben = family(cast, "Ben", 2)
    with pytest.raises(appointments.SlotTaken):
        offer(child=ben.child)
    assert queries.offers(seen(cast, ben)) == ()  # Nothing of what was refused stays.


def test_one_open_offer_for_a_child_and_the_same_one_again_answers_the_same(cast, ana, offer, option):
    one, time = uuid4(), option()
    assert offer(time, uuid=one) == offer(time, uuid=one)
    with pytest.raises(waiting.OfferOpen):
        offer(option(starts_at=time.starts_at + timedelta(days=1)))
    waiting.withdraw_offer(actor=cast.maria.actor, child=ana.child, offer=one, at=cast.at)
    assert offer(option()).is_open


def test_an_offer_ends_by_day_and_its_times_are_free_then(cast, ana, offer, tuesday):
    made = offer(hours=14)  # That would be ten at night.
    assert made.local_until.hour == 9
    assert waiting.lapse_offers(at=made.held_until - timedelta(minutes=1)) == 0
    assert [waiting.lapse_offers(at=made.held_until) for _ in range(2)] == [1, 0]
    assert queries.offer(seen(cast, ana), made.uuid).state is OfferState.LAPSED
    assert booked(cast, tuesday)


def test_an_offer_ends_before_its_first_time_begins_and_a_begun_time_is_not_taken(cast, ana, offer, option):
    soon, later = (option(starts_at=cast.at + timedelta(hours=hours)) for hours in (5, 29))
    made = offer(soon, later)
    assert made.held_until == soon.starts_at
    begun = soon.starts_at + timedelta(minutes=1)
    with pytest.raises(waiting.OfferOver):
        answer(cast, ana, made, waiting.take_offer, at=begun, time=soon.time)
    assert answer(cast, ana, made, waiting.take_offer, at=begun, time=later.time).state is OfferState.TAKEN


def test_an_identifier_that_names_something_else_is_not_offered(cast, ana, offer, option, tuesday):
    before = offer()
    answer(cast, ana, before, waiting.decline_offer)
    same = option()
    others = (option(time=booked(cast, tuesday + timedelta(days=1))),), (option(time=before.times[0].uuid),)
    for options in (*others, (same, option(time=same.time, starts_at=tuesday + timedelta(days=2)))):
        with pytest.raises(NotFound):
            offer(*options)
        with pytest.raises(NotFound):
            offer(*options, child=cast.idris)
    assert offer(option()).is_open


def test_an_answer_after_the_end_counts_while_nobody_let_the_times_go(cast, ana, offer):
    made = offer()
    late = made.held_until + timedelta(minutes=5)
    assert (
        answer(cast, ana, made, waiting.take_offer, at=late, time=made.times[0].uuid).state
        is OfferState.TAKEN
    )


def test_only_the_family_and_the_desk_answer_and_only_the_desk_offers(cast, ana, offer, option):
    made = offer()
    given = {"child": ana.child, "offer": made.uuid, "at": cast.at}
    for stranger in (cast.samira, cast.other_parent, cast.other_therapist):
        with pytest.raises(NotFound):
            waiting.decline_offer(actor=stranger.actor, **given)
    with pytest.raises(NotAllowed):
        waiting.decline_offer(actor=cast.tom.actor, **given)
    with pytest.raises(NotAllowed):
        waiting.offer_times(
            actor=ana.actor(cast.at), child=ana.child, offer=uuid4(), options=(option(),), at=cast.at
        )
    with pytest.raises(NotFound):
        answer(cast, ana, made, waiting.take_offer, time=uuid4())
    assert waiting.decline_offer(actor=cast.maria.actor, **given).answered_by == "Maria"


def test_what_cannot_be_offered_is_refused_in_words(cast, offer, option, tuesday):
    for options, hours in (
        ((option(count=0),), 48),
        ((option(), option(count=2)), 48),
        ((option(),) * 4, 48),
        ((option(),), 0),
        ((option(starts_at=cast.at - timedelta(days=1)),), 48),
    ):
        with pytest.raises(InvalidInput):
            offer(*options, hours=hours)


def test_the_desk_sees_the_offers_that_wait_and_a_family_that_leaves_the_list_leaves_it(cast, ana, offer):
    made = offer()
    listed = queries.open_offers(cast.maria.actor, cast.clinic.pk, cast.at)
    assert [(one.uuid, one.child_name) for one in listed] == [(made.uuid, "Ana")]
    assert queries.open_offers(cast.tom.actor, cast.clinic.pk, cast.at) == ()
    waiting.end_place(actor=cast.maria.actor, child=ana.child, why=WhyEnded.FAMILY_LEFT, at=cast.at)
    assert queries.open_offers(cast.maria.actor, cast.clinic.pk, cast.at) == ()
