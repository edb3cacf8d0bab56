"""Every hard rule of a plan of times, broken on purpose: the checker says which one."""

from dataclasses import replace

import pytest

from alongside.core.slot_checker import changed, moved_families, violations, worth
from alongside.core.slots.instance import (
    AwayOn,
    Change,
    Child,
    Drive,
    Instance,
    Room,
    Shift,
    Site,
    Span,
    Therapist,
    Time,
    Travel,
    Urgency,
    Way,
    Window,
    WindowKind,
)
from alongside.core.slots.result import Placement

IDRIS = Child(
    id="idris",
    minutes=45,
    family="osman",
    skills=frozenset({"hands"}),
    languages=frozenset({"en"}),
    features=frozenset({"swing"}),
    windows=(
        Window(weekday=1, start=900, until=1080, kind=WindowKind.PREFER),
        Window(weekday=1, start=480, until=900),
        Window(weekday=1, start=1020, until=1080, kind=WindowKind.COULD_NOT),
    ),
    school=(Span(weekday=1, start=525, until=915),),
    drives=(Drive(site="mill", minutes=25),),
    before="hannah",
    urgency=Urgency.SOON,
    waiting_weeks=9,
)
SARA = Child(id="sara", minutes=30, family="osman", urgency=Urgency.CAN_WAIT)
NOOR = Child(id="noor", minutes=30, way=Way.AWAY, at="school", sessions=2)
HANNAH = Therapist(
    id="hannah",
    shifts=(Shift(weekday=1, start=480, until=1080, site="mill"),),
    skills=frozenset({"hands"}),
    languages=frozenset({"en"}),
)
TOM = Therapist(id="tom", shifts=(Shift(weekday=1, start=480, until=1080, site="mill"),))
CLINIC = Instance(
    sites=(Site(id="mill"), Site(id="school")),
    travel=(Travel(a="mill", b="school", minutes=20),),
    rooms=(Room(id="blue", site="mill", features=frozenset({"swing"})), Room(id="red", site="mill")),
    therapists=(HANNAH, TOM),
    children=(IDRIS, SARA, NOOR),
    buffer_minutes=15,
    now=(Time(child="sara", therapist="tom", weekday=1, start=600),),
)


def _place(child: Child, therapist: str, start: int, room: str = "", site: str = "mill") -> Placement:
    return Placement(
        child=child.id,
        session=1,
        therapist=therapist,
        weekday=1,
        start=start,
        until=start + child.minutes,
        site=site,
        room=room,
    )


IDRIS_AT_THREE = _place(IDRIS, "hannah", 900, "blue")
SARA_AFTER = _place(SARA, "tom", 945, "red")
NOOR_AT_SCHOOL = _place(NOOR, "hannah", 510, site="school")
PLAN = (IDRIS_AT_THREE, SARA_AFTER, NOOR_AT_SCHOOL)


def _broken(instance: Instance, *placements: Placement) -> set[int]:
    return {one.rule for one in violations(instance, placements)}


def test_an_allowed_plan_breaks_nothing_and_is_worth_what_the_table_says() -> None:
    assert violations(CLINIC, PLAN) == ()
    assert worth(CLINIC, PLAN) == {
        "served": 480 + 18 + 240 + 320,
        "preference": 32,
        "school": -8,
        "same_person": 40,
        "stays": 0,
        "siblings": 48,
        "gaps": -((900 - (510 + 30 + 30 + 15)) - 30) // 15,
        "travel": 4 * (-3 - 6),
        "after_school": 0,
    }
    assert moved_families(CLINIC, PLAN) == {"osman"}


@pytest.mark.parametrize(
    ("rule", "placed"),
    [
        (0, replace(IDRIS_AT_THREE, therapist="nobody")),
        (1, replace(IDRIS_AT_THREE, therapist="tom")),
        (5, replace(SARA_AFTER, start=1060, until=1090)),
        (5, replace(SARA_AFTER, start=950, until=980)),
        (6, replace(IDRIS_AT_THREE, room="red")),
        (6, replace(IDRIS_AT_THREE, room="")),
        (6, replace(NOOR_AT_SCHOOL, site="mill")),
        (10, replace(IDRIS_AT_THREE, start=990, until=1035)),
        (10, replace(IDRIS_AT_THREE, start=870, until=915)),
        (11, replace(IDRIS_AT_THREE, until=960)),
    ],
)
def test_a_placement_that_is_not_allowed_by_itself_is_named(rule: int, placed: Placement) -> None:
    assert rule in _broken(CLINIC, placed)


@pytest.mark.parametrize(
    ("rule", "placements"),
    [
        (6, (IDRIS_AT_THREE, replace(SARA_AFTER, start=930, until=960, room="blue"))),
        (7, (IDRIS_AT_THREE, replace(SARA_AFTER, therapist="hannah"))),
        (11, (SARA_AFTER, replace(SARA_AFTER, start=600, until=630))),
        (11, (NOOR_AT_SCHOOL, replace(NOOR_AT_SCHOOL, start=600, until=630))),
        (12, (IDRIS_AT_THREE, replace(SARA_AFTER, start=930, until=960))),
    ],
)
def test_placements_that_are_not_allowed_together_are_named(
    rule: int, placements: tuple[Placement, ...]
) -> None:
    assert rule in _broken(CLINIC, *placements)


def test_credentials_and_people_a_family_does_not_see_are_kept_to() -> None:
    asks = replace(SARA, credentials=frozenset({"swallowing"}), not_with=frozenset({"tom"}))
    clinic = replace(CLINIC, children=(IDRIS, asks, NOOR))
    assert _broken(clinic, SARA_AFTER) == {3, 4}
    speaks = replace(SARA, languages=frozenset({"ar"}))
    assert _broken(replace(CLINIC, children=(IDRIS, speaks, NOOR)), SARA_AFTER) == {2}


def test_a_day_has_an_end_and_a_meal() -> None:
    short = replace(TOM, most_minutes=20)
    assert _broken(replace(CLINIC, therapists=(HANNAH, short)), SARA_AFTER) == {8}
    hungry = replace(TOM, meal_minutes=60, meal_from=690, meal_until=780)
    noon = replace(SARA_AFTER, start=720, until=750)
    assert _broken(replace(CLINIC, therapists=(HANNAH, hungry)), noon) == {9}
    assert _broken(CLINIC, noon) == set()


def test_a_closed_room_holds_nobody() -> None:
    red = Room(id="red", site="mill", open=(Span(weekday=1, start=480, until=960),))
    assert _broken(replace(CLINIC, rooms=(red,)), SARA_AFTER) == {6}


def test_a_pin_is_kept_or_cannot_be_kept() -> None:
    pin = Time(child="sara", therapist="tom", weekday=1, start=600)
    clinic = replace(CLINIC, pins=(pin,))
    assert _broken(clinic, *PLAN) == {13}
    assert {one.rule for one in violations(clinic, PLAN, unkept=[pin])} == {13}
    impossible = replace(pin, start=1065)
    assert violations(replace(CLINIC, pins=(impossible,)), PLAN, unkept=[impossible]) == ()


def test_what_if_takes_people_away() -> None:
    ill = replace(CLINIC, what_if=Change(away=(AwayOn(therapist="tom"),)))
    assert _broken(changed(ill), SARA_AFTER) == {5, 6}
    assert violations(ill, [SARA_AFTER]) == ()
