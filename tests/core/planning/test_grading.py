"""What a step easier or harder asks of a family, and how moments at home become what the planner counts."""

from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest

from alongside.core import moments as told
from alongside.core.moments import Kind, Moment
from alongside.core.planning.grading import EASIER, HARDER, graded
from alongside.core.planning.instance import Attention, Felt, Grade
from alongside.core.planning.went import went

PLAIN = Grade(step=0, minutes=8, energy=1, attention=Attention.NEARBY)
IDEA = UUID(int=1)
AT = datetime(2026, 11, 23, 8, tzinfo=UTC)


def grades(easier=(), harder=(), plain=PLAIN, least=Attention.NONE):
    """The grades of an idea, by step."""
    return {one.step: one for one in graded(plain, easier, harder, least=least)}


@pytest.mark.parametrize(
    ("knob", "minutes", "energy", "attention"),
    [
        ("time", 5, 1, Attention.NEARBY),
        ("steps", 6, 1, Attention.NEARBY),
        ("items", 6, 1, Attention.NEARBY),
        ("real", 6, 1, Attention.NEARBY),
        ("help", 8, 1, Attention.FULL),
        ("people", 8, 0, Attention.NEARBY),
        ("material", 8, 1, Attention.NEARBY),
    ],
)
def test_a_step_easier_turns_one_thing(knob, minutes, energy, attention):
    step = grades(easier=(knob,))[-1]
    assert (step.minutes, step.energy, step.attention) == (minutes, energy, attention)


@pytest.mark.parametrize(
    ("knob", "minutes", "energy", "attention"),
    [
        ("time", 11, 1, Attention.FULL),
        ("steps", 10, 1, Attention.FULL),
        ("help", 8, 1, Attention.NEARBY),
        ("people", 8, 2, Attention.FULL),
        ("memory", 8, 1, Attention.FULL),
    ],
)
def test_a_step_harder_turns_one_thing(knob, minutes, energy, attention):
    full = Grade(step=0, minutes=8, energy=1, attention=Attention.FULL)
    step = grades(harder=(knob,), plain=full)[1]
    assert (step.minutes, step.energy, step.attention) == (minutes, energy, attention)


def test_a_harder_step_never_takes_away_the_grown_up_that_safety_asks_for():
    full = Grade(step=0, minutes=8, energy=1, attention=Attention.FULL)
    assert grades(harder=("help",), plain=full, least=Attention.FULL)[1].attention is Attention.FULL


def test_steps_do_not_add_up_and_there_are_three_either_way():
    found = grades(easier=("time", "steps", "help", "items"), harder=("time",))
    assert sorted(found) == [-3, -2, -1, 0, 1]
    assert (found[-2].minutes, found[-3].minutes) == (6, 8)


def test_what_takes_time_never_takes_none():
    short = Grade(step=0, minutes=1, energy=0, attention=Attention.NONE)
    assert grades(easier=("time",), plain=short)[-1].minutes == 1
    nothing = Grade(step=0, minutes=0, energy=0, attention=Attention.NONE)
    assert grades(easier=("time",), plain=nothing)[-1].minutes == 0


def test_the_table_of_knobs_is_the_same_both_ways():
    assert set(EASIER) == set(HARDER)


def moment(day, felt=None, fit=None, kind=Kind.TRIED):
    """A moment at home, ``day`` days after the first."""
    at = AT + timedelta(days=day)
    return Moment(
        uuid=UUID(int=100 + day), placement=IDEA, happened_at=at, day=at.date(), kind=kind, felt=felt, fit=fit
    )


WELL, MIXED, HARD = told.Felt.WENT_WELL, told.Felt.UP_AND_DOWN, told.Felt.HARD_GOING


@pytest.mark.parametrize(
    ("felt", "worked"),
    [
        ((WELL, WELL), 2),
        ((WELL, MIXED), 1),
        ((WELL, HARD), 0),
        ((HARD,), -2),
        ((), 0),
        ((WELL,) + (HARD,) * 6, -2),
    ],
)
def test_how_it_went_is_the_mean_of_the_newest_six_that_said_so(felt, worked):
    found = went([moment(day, one) for day, one in enumerate(felt)])
    assert (found[IDEA].worked if felt else 0) == worked


def test_the_newest_word_says_how_the_grade_fits_and_not_today_counts_for_nothing():
    found = went(
        [
            moment(2, fit=told.Fit.TOO_HARD),
            moment(0, fit=told.Fit.TOO_EASY),
            moment(3, HARD, kind=Kind.NOT_TODAY),
        ]
    )
    assert (found[IDEA].felt, found[IDEA].worked, found[IDEA].times) == (Felt.TOO_HARD, 0, 2)
    assert went([moment(0, kind=Kind.NOT_TODAY)]) == {}
