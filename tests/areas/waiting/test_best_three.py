"""Three regular times for a family: free, apart from each other, and honest about what they cost."""

from datetime import date, time, timedelta
from uuid import uuid4

import pytest

from alongside.areas.appointments import actions as appointments
from alongside.areas.circle.gate import open_child
from alongside.areas.diary import actions as diary
from alongside.areas.diary.values import KeptKind, WindowKind
from alongside.areas.diary.values.windows import WindowDraft
from alongside.areas.waiting import actions as waiting
from alongside.areas.waiting.queries.fits import Wanted, best_three
from alongside.config.demo import people
from alongside.config.demo.people import Dice
from alongside.core.capabilities import Capability
from alongside.core.fitting import CostKind
from alongside.core.refusals import InvalidInput, NotAllowed, NotFound
from tests.areas.diary.test_windows import keep
from tests.areas.waiting.house import somebody


def window(weekday, starts, ends, kind=WindowKind.COULD):
    return WindowDraft(
        weekday=weekday, from_time=time.fromisoformat(starts), until_time=time.fromisoformat(ends), kind=kind
    )


def after_school_but_wednesday(cast):
    could = [window(day, "15:30", "17:30") for day in (0, 1, 3)]
    return keep(cast.samira, cast, *could, window(2, "00:00", "23:59", WindowKind.COULD_NOT))


def fits(cast, player=None, **wanted):
    opened = open_child(
        (player or cast.maria).actor, cast.idris, Capability.BOOK_VISITS, cast.at, doing="test"
    )
    return best_three(opened, Wanted(**{"count": 4, "therapist": cast.hannah.uuid} | wanted))


def kinds(fit):
    return {cost.kind: cost.n for cost in fit.costs}


@pytest.fixture
def sister(cast):
    """Leila, whose mother is Samira too."""
    dice, maria = Dice(901), somebody(cast.maria)
    leila = people.register(dice, cast.clinic, maria, "Leila Osman", date(2017, 1, 5), cast.at)
    people.bring_in(dice, leila, maria, "Samira Osman", "Mum", cast.at, email=cast.samira.email)
    return leila


def test_three_days_that_they_named_come_first(cast):
    after_school_but_wednesday(cast)
    found = fits(cast)
    assert {fit.local_start.weekday() for fit in found} == {0, 1, 3}
    for fit in found:
        assert fit.local_start.time() == time(15, 30)
        assert kinds(fit) == {CostKind.NO_LESSONS_MISSED: 0, CostKind.IN_TIMES: 0}
        assert fit.last_on == fit.local_start.date() + timedelta(weeks=3)


def test_each_can_be_offered_as_it_stands_and_all_three_together(cast):
    after_school_but_wednesday(cast)
    options = [fit.option(uuid4()) for fit in fits(cast)]
    seen = waiting.offer_times(
        actor=cast.maria.actor, child=cast.idris, offer=uuid4(), options=options, at=cast.at
    )
    assert [one.costs for one in seen.times] == [option.costs for option in options]
    assert not {fit.starts_at for fit in fits(cast)} & {option.starts_at for option in options}


def test_a_date_that_somebody_has_is_left_out_and_made_up_for(cast):
    after_school_but_wednesday(cast)
    first = fits(cast)[0]
    monday = first.local_start.date()
    for clock in range(15, 18):
        at = first.starts_at.replace(hour=clock, minute=0) + timedelta(weeks=1)
        appointments.book_visit(
            actor=cast.maria.actor,
            child=cast.idris,
            visit=uuid4(),
            therapist=cast.hannah.uuid,
            starts_at=at,
            minutes=60,
            at=cast.at,
        )
    again = next(fit for fit in fits(cast) if fit.local_start.date() == monday)
    assert again.skips == (monday + timedelta(weeks=1),)
    assert kinds(again)[CostKind.NOT_FREE] == 1
    assert again.last_on == monday + timedelta(weeks=4)


def test_closed_days_are_skipped_named_and_made_up_for(cast):
    after_school_but_wednesday(cast)
    diary.close_clinic(
        actor=cast.olive.actor,
        clinic=cast.clinic.pk,
        kept=uuid4(),
        first=date(2026, 12, 7),
        last=date(2026, 12, 13),
        words="Painting",
        at=cast.at,
    )
    for fit in fits(cast):
        assert fit.closed == ("Painting",)
        assert kinds(fit)[CostKind.SKIPS] == len(fit.skips) == 1
        assert fit.last_on == fit.local_start.date() + timedelta(weeks=4)


def test_one_room_is_found_for_all_dates(cast):
    after_school_but_wednesday(cast)
    other = people.register(
        Dice(903), cast.clinic, somebody(cast.maria), "Bea Lane", date(2020, 1, 5), cast.at
    )
    for name in ("Aspen", "Birch"):
        appointments.add_room(
            actor=cast.olive.actor, clinic=cast.clinic.pk, room=uuid4(), name=name, at=cast.at
        )
    first = fits(cast)[0]
    assert first.room_name == "Aspen"
    appointments.book_visit(
        actor=cast.maria.actor,
        child=other,
        visit=uuid4(),
        therapist=cast.tom.uuid,
        room=first.room,
        starts_at=first.starts_at + timedelta(weeks=2),
        minutes=45,
        at=cast.at,
    )
    [again] = [fit for fit in fits(cast) if fit.starts_at == first.starts_at]
    assert again.room_name == "Birch"


def test_another_therapist_is_found_when_anybody_may_be_asked(cast):
    keep(cast.samira, cast, window(0, "15:30", "16:30"))
    week = [cast.at + timedelta(days=7 * number, hours=7) for number in range(20)]
    diary.take_leave(
        actor=cast.olive.actor,
        clinic=cast.clinic.pk,
        kept=uuid4(),
        person=cast.hannah.uuid,
        kind=KeptKind.LEAVE,
        first=week[0].date(),
        last=week[-1].date(),
        words="",
        at=cast.at,
    )
    found = fits(cast, therapist=None)[0]
    assert found.therapist == cast.tom.uuid
    assert CostKind.OTHER_THERAPIST in kinds(found)
    assert fits(cast) == ()


def test_a_time_beside_the_sister_is_found_and_said(cast, sister):
    keep(cast.samira, cast, window(0, "15:00", "18:00"))
    appointments.book_series(
        actor=cast.maria.actor,
        child=sister,
        series=uuid4(),
        therapist=cast.hannah.uuid,
        first_on=date(2026, 11, 30),
        local_time=time(16, 30),
        count=10,
        minutes=45,
        at=cast.at,
    )
    first = fits(cast, from_on=date(2026, 11, 29))[0]
    assert first.local_start.time() in {time(15, 45), time(15, 30), time(17, 15)}
    assert kinds(first)[CostKind.SIBLING_NEXT] == 4


def test_a_child_too_young_for_school_misses_none(cast):
    dice, maria = Dice(902), somebody(cast.maria)
    baby = people.register(dice, cast.clinic, maria, "Bea Lane", date(2024, 1, 5), cast.at)
    opened = open_child(cast.maria.actor, baby, Capability.BOOK_VISITS, cast.at, doing="test")
    assert [fit.costs for fit in best_three(opened, Wanted(count=2, therapist=cast.hannah.uuid))] == [()] * 3


def test_only_who_books_may_look_and_only_for_what_can_be(cast):
    with pytest.raises(NotAllowed):
        best_three(
            open_child(cast.samira.actor, cast.idris, Capability.READ_VISITS, cast.at, doing="test"), Wanted()
        )
    with pytest.raises(InvalidInput):
        fits(cast, count=31)
    with pytest.raises(NotFound):
        fits(cast, therapist=cast.other_therapist.uuid)
