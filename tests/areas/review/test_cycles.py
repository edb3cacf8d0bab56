"""A look back is opened by the therapist, moved by either side with a word why, held on a day, and closed."""

from datetime import date, timedelta

import pytest

from alongside.areas.appointments import actions as appointments
from alongside.areas.circle import actions as circle
from alongside.areas.review import actions as review
from alongside.areas.review import queries
from alongside.areas.review.values import Stage
from alongside.core.capabilities import Capability
from alongside.core.refusals import InvalidInput, NotAllowed, NotFound

WEEK = timedelta(weeks=1)


def test_a_therapist_opens_a_look_back_and_a_family_sees_its_day(cast, around, opened, cycle):
    seen = queries.current_cycle(opened(cast.samira, Capability.READ_TALK))
    assert seen == cycle
    assert (seen.number, seen.stage, seen.planned_on) == (1, Stage.PREPARING, cast.at.date() + 10 * WEEK)
    assert (seen.from_on, seen.opened_by.name) == (cast.at.date(), "Hannah")


def test_only_the_childs_therapist_opens_one(cast, around, new_uuid, opened):
    day = {"planned_on": cast.at.date() + WEEK}
    for player in (cast.samira, cast.tom, cast.maria):
        with pytest.raises(NotAllowed):
            around(player, review.open_cycle, cycle=new_uuid(), **day)
    with pytest.raises(NotFound):
        around(cast.other_therapist, review.open_cycle, cycle=new_uuid(), **day)
    assert queries.cycles(opened(cast.hannah, Capability.READ_TALK)) == ()


def test_one_look_back_is_open_at_a_time_and_the_same_one_again_changes_nothing(
    cast, around, new_uuid, cycle
):
    again = {"cycle": cycle.uuid, "planned_on": cast.at.date() + WEEK}
    assert around(cast.hannah, review.open_cycle, **again) == cycle
    with pytest.raises(review.OneAtATime):
        around(cast.hannah, review.open_cycle, cycle=new_uuid(), planned_on=cast.at.date() + WEEK)


@pytest.mark.parametrize("days", [-1, 367])
def test_the_day_lies_within_the_coming_year(cast, around, new_uuid, days):
    planned = cast.at.date() + timedelta(days=days)
    with pytest.raises(InvalidInput, match="within a year"):
        around(cast.hannah, review.open_cycle, cycle=new_uuid(), planned_on=planned)
    with pytest.raises(InvalidInput, match="Choose a day"):
        around(cast.hannah, review.open_cycle, cycle=new_uuid())


@pytest.mark.parametrize("player", ["karim", "hannah"])
def test_either_side_moves_the_day_with_a_word_why(cast, around, new_uuid, opened, cycle, player):
    move = {"cycle": cycle.uuid, "move": new_uuid(), "planned_on": cast.at.date() + 12 * WEEK}
    with pytest.raises(InvalidInput):
        around(getattr(cast, player), review.move_cycle, words=" ", **move)
    seen = around(getattr(cast, player), review.move_cycle, words="We are away that week", **move)
    around(getattr(cast, player), review.move_cycle, words="We are away that week", **move)
    assert seen.planned_on == cast.at.date() + 12 * WEEK
    told = queries.current_cycle(opened(cast.samira, Capability.READ_TALK)).moves
    assert [(one.was_on, one.words) for one in told] == [
        (cast.at.date() + 10 * WEEK, "We are away that week")
    ]


def test_a_grandma_who_is_not_responsible_does_not_move_the_day(cast, around, new_uuid, cycle):
    move = {"cycle": cycle.uuid, "move": new_uuid(), "planned_on": cast.at.date() + WEEK, "words": "x"}
    with pytest.raises(NotAllowed, match="responsible"):
        around(cast.grandma, review.move_cycle, **move)


def test_a_look_back_on_a_visit_has_the_visits_day(cast, around, new_uuid, opened):
    visit = new_uuid()
    booked = {"visit": visit, "therapist": cast.hannah.uuid, "starts_at": cast.at + 9 * WEEK, "minutes": 45}
    around(cast.maria, appointments.book_visit, **booked)
    seen = around(cast.hannah, review.open_cycle, cycle=new_uuid(), visit=visit)
    assert (seen.visit, seen.planned_on) == (visit, cast.at.date() + 9 * WEEK)
    moved = around(
        cast.samira,
        review.move_cycle,
        cycle=seen.uuid,
        move=new_uuid(),
        planned_on=cast.at.date() + WEEK,
        words="Sooner",
    )
    assert (moved.visit, moved.planned_on) == (None, cast.at.date() + WEEK)


def test_a_restricted_carer_who_may_not_know_visits_does_not_learn_the_day(
    cast, around, new_uuid, opened, cycle
):
    around(cast.hannah, circle.restrict_carer, person=cast.karim.uuid, named=())
    seen = queries.current_cycle(opened(cast.karim, Capability.READ_TALK))
    assert (seen.uuid, seen.planned_on, seen.visit, seen.moves) == (cycle.uuid, None, None, ())


def test_it_is_held_today_or_earlier_and_then_no_longer_moves(cast, around, new_uuid, cycle):
    for wrong in (cast.at.date() + timedelta(days=1), cycle.from_on - timedelta(days=1), date(1850, 1, 1)):
        with pytest.raises(InvalidInput):
            around(cast.hannah, review.hold_cycle, cycle=cycle.uuid, held_on=wrong)
    with pytest.raises(NotAllowed):
        around(cast.samira, review.hold_cycle, cycle=cycle.uuid, held_on=cast.at.date())
    seen = around(cast.hannah, review.hold_cycle, cycle=cycle.uuid, held_on=cast.at.date())
    assert (seen.stage, seen.held_on) == (Stage.HELD, cast.at.date())
    move = {"cycle": cycle.uuid, "move": new_uuid(), "planned_on": cast.at.date() + WEEK, "words": "x"}
    with pytest.raises(review.AlreadyHeld):
        around(cast.samira, review.move_cycle, **move)


def test_closing_opens_the_next_one_from_the_day_that_was_held(cast, around, new_uuid, opened, held):
    closing = {"cycle": held.uuid, "next_cycle": new_uuid(), "next_on": cast.at.date() + 8 * WEEK}
    seen = around(cast.hannah, review.close_cycle, **closing)
    assert around(cast.hannah, review.close_cycle, **closing) == seen
    newest, first = queries.cycles(opened(cast.samira, Capability.READ_TALK))
    assert (first.stage, newest.stage, newest.number) == (Stage.CLOSED, Stage.PREPARING, 2)
    assert (newest.from_on, newest.planned_on) == (held.held_on, cast.at.date() + 8 * WEEK)
    with pytest.raises(review.CycleClosed):
        around(cast.hannah, review.hold_cycle, cycle=held.uuid, held_on=cast.at.date())


def test_a_look_back_that_was_not_held_is_not_closed(cast, around, new_uuid, cycle):
    closing = {"cycle": cycle.uuid, "next_cycle": new_uuid(), "next_on": cast.at.date() + WEEK}
    with pytest.raises(review.NotHeldYet):
        around(cast.hannah, review.close_cycle, **closing)
    with pytest.raises(NotAllowed):
        around(cast.samira, review.close_cycle, **closing)


def test_another_childs_look_back_is_not_found(cast, new_uuid, cycle, opened):
    with pytest.raises(NotFound):
        queries.cycle(opened(cast.other_parent, Capability.READ_TALK, child=cast.rosa), cycle.uuid)
