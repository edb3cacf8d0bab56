"""A freed time goes from one family to the next by the rules, and every step stays readable."""

from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction

from alongside.areas.appointments import actions as appointments
from alongside.areas.appointments import queries as visits
from alongside.areas.circle import gate
from alongside.areas.diary import queries as diary
from alongside.areas.waiting import actions as waiting
from alongside.areas.waiting import queries
from alongside.areas.waiting.models import FreedTime, Offer
from alongside.areas.waiting.values import FreedState, OfferState, Rhythm, StepKind, Way
from alongside.core.capabilities import Capability
from alongside.core.refusals import NotFound
from tests.areas.waiting.house import LATER, booked, family, fills, freed, look, offer_of, steps

pytestmark = pytest.mark.both_engines


def test_the_time_of_a_visit_goes_to_the_first_family_and_after_its_no_to_the_next(cast, tuesday):
    fills(cast)
    ana = family(cast, "Ana", 1, since_on=date(2026, 10, 1))
    ben = family(cast, "Ben", 2, since_on=date(2026, 9, 1))
    uuid = freed(cast, tuesday)
    assert look(cast.at) == 0  # An undo at the desk still reaches it.
    now = cast.at + LATER
    look(now)
    offer = offer_of(ben, now)
    assert (offer.times[0].starts_at, offer.freed, offer_of(ana, now)) == (tuesday, uuid, None)
    waiting.decline_offer(actor=ben.actor(now), child=ben.child, offer=offer.uuid, at=now)
    look(now)
    mine = offer_of(ana, now)
    waiting.take_offer(
        actor=ana.actor(now), child=ana.child, offer=mine.uuid, time=mine.times[0].uuid, at=now
    )
    assert look(now + timedelta(days=5)) == 0
    opened = gate.open_child(ana.actor(now), ana.child, Capability.READ_VISITS, now, doing="tests.look")
    assert [visit.starts_at for visit in visits.upcoming(opened)] == [tuesday]
    assert steps(cast, uuid) == [
        (StepKind.FREED, "Idris"),
        (StepKind.OFFERED, "Ben"),
        (StepKind.DECLINED, "Ben"),
        (StepKind.OFFERED, "Ana"),
        (StepKind.TAKEN, "Ana"),
    ]


def test_an_offer_that_nobody_answers_goes_on_when_its_time_is_over_and_not_before(cast, tuesday):
    fills(cast)
    ana, ben = family(cast, "Ana", 1), family(cast, "Ben", 2)
    uuid = freed(cast, tuesday)
    now = cast.at + LATER
    look(now)
    until = offer_of(ana, now).held_until
    assert until >= now + timedelta(hours=48)
    assert look(until - timedelta(minutes=1)) == 0
    look(until)
    assert offer_of(ana, until) is None
    assert offer_of(ben, until).times[0].starts_at == tuesday
    assert [kind for kind, _ in steps(cast, uuid)][2] is StepKind.LAPSED


def test_the_database_keeps_a_second_open_offer_of_one_time_out(cast, tuesday):
    fills(cast)
    family(cast, "Ana", 1)
    ben = family(cast, "Ben", 2)
    freed(cast, tuesday)
    look(cast.at + LATER)
    row = Offer.objects.get(state=OfferState.OPEN)
    opened = gate.open_child(cast.maria.actor, ben.child, Capability.BOOK_VISITS, cast.at, doing="tests.look")
    row.pk, row.uuid, row.child_id = None, ben.place, opened.pk
    with pytest.raises(IntegrityError), transaction.atomic():
        row.save(force_insert=True)


def test_a_hop_that_is_asked_again_changes_nothing(cast, tuesday):
    fills(cast)
    family(cast, "Ana", 1)
    uuid, now = freed(cast, tuesday), cast.at + LATER
    assert waiting.fill_freed(freed=uuid, at=now) is FreedState.OFFERED
    assert waiting.fill_freed(freed=uuid, at=now) is None
    assert len(steps(cast, uuid)) == 2


def test_a_time_that_starts_too_soon_or_is_taken_or_brought_back_goes_to_nobody(cast, tuesday):
    fills(cast)
    family(cast, "Ana", 1)
    soon = freed(cast, cast.at + timedelta(hours=2))
    look(cast.at + LATER)
    assert steps(cast, soon)[1:] == [(StepKind.PASSED, "")]
    visit = booked(cast, tuesday)
    told = {"actor": cast.maria.actor, "child": cast.idris, "visit": visit}
    waiting.let_visit_go(**told, at=cast.at)
    waiting.let_visit_go(**told, at=cast.at)  # Twice frees one time.
    waiting.bring_visit_back(**told, at=cast.at)
    look(cast.at + LATER)
    stopped = queries.freed_times(cast.maria.actor, cast.clinic.pk)[0]
    assert (stopped.state, FreedTime.objects.count()) == (FreedState.STOPPED, 2)
    assert Offer.objects.count() == 0
    waiting.let_visit_go(**told, at=cast.at + timedelta(hours=1))
    booked(cast, tuesday)
    look(cast.at + timedelta(hours=2))
    again = queries.freed_times(cast.maria.actor, cast.clinic.pk)[0].uuid
    assert steps(cast, again)[1:] == [(StepKind.STOPPED, "")]


def test_a_family_says_that_it_cannot_come_and_its_time_helps_another(cast, tuesday):
    fills(cast)
    ana = family(cast, "Ana", 1, way=Way.EITHER, rhythm=Rhythm.ONCE, short_notice=False, minutes=30)
    visit = booked(cast, tuesday)
    for _ in range(2):
        seen = waiting.could_not_come(actor=cast.samira.actor, child=cast.idris, visit=visit, at=cast.at)
    assert seen.state.value == "COULD_NOT_COME"
    look(cast.at + LATER)
    offer = offer_of(ana, cast.at)
    assert offer.times[0].minutes == 30
    waiting.take_offer(
        actor=ana.actor(cast.at), child=ana.child, offer=offer.uuid, time=offer.times[0].uuid, at=cast.at
    )
    listed = queries.waiting_list(cast.maria.actor, cast.clinic.pk, cast.at)
    assert listed == ()  # One visit was all that was waited for.
    with pytest.raises(NotFound):
        waiting.could_not_come(actor=cast.other_parent.actor, child=cast.idris, visit=visit, at=cast.at)


def test_the_desk_stops_a_time_and_the_family_keeps_its_place(cast, tuesday):
    fills(cast)
    ana = family(cast, "Ana", 1)
    uuid = freed(cast, tuesday)
    look(cast.at + LATER)
    for _ in range(2):
        waiting.stop_freed(actor=cast.olive.actor, freed=uuid, at=cast.at + LATER)
    assert offer_of(ana, cast.at) is None
    assert look(cast.at + timedelta(days=3)) == 0
    assert [kind for kind, _ in steps(cast, uuid)][-2:] == [StepKind.WITHDRAWN, StepKind.STOPPED]
    assert booked(cast, tuesday)
    with pytest.raises(NotFound):
        waiting.stop_freed(actor=cast.tom.actor, freed=uuid, at=cast.at)


def test_one_broken_hop_keeps_no_other_family_waiting(cast, tuesday, monkeypatch):
    fills(cast)
    ana = family(cast, "Ana", 1)
    freed(cast, tuesday)
    freed(cast, tuesday + timedelta(hours=-1))
    openings, troubles = diary.openings, [OSError("the disk is full")]

    def once(*asked):
        if troubles:
            raise troubles.pop()
        return openings(*asked)

    monkeypatch.setattr(diary, "openings", once)
    with pytest.raises(ExceptionGroup):
        waiting.look_for_freed(at=cast.at + LATER)
    assert offer_of(ana, cast.at) is not None


def test_the_rest_of_an_appointment_stays_refused_where_it_is_taken(cast, tuesday):
    fills(cast)
    ana = family(cast, "Ana", 1)
    freed(cast, tuesday)
    look(cast.at + LATER)
    with pytest.raises(appointments.SlotTaken):
        booked(cast, tuesday)
    assert offer_of(ana, cast.at).is_open
