"""One knob at a time, by one tap at home, and no further than the therapist lets it go."""

from uuid import uuid4

import pytest

from alongside.areas.programme import actions as programme
from alongside.areas.programme import queries
from alongside.areas.programme.actions import FurtherThanAgreed
from alongside.areas.programme.values import What
from alongside.core.capabilities import Capability
from alongside.core.moments import Fit
from alongside.core.refusals import InvalidInput, NotAllowed, NotFound
from tests.areas.programme.building import by, live, offered


def change(player, cast, placed, **more):
    return by(player, cast) | {"placement": placed.uuid, "change": uuid4()} | more


def bound(cast, placed, least, most):
    return programme.bound_grades(**change(cast.hannah, cast, placed), least=least, most=most)


def felt(cast, placed, fit, **more):
    return programme.regrade_by_fit(**change(cast.karim, cast, placed, fit=fit) | more)


def test_too_hard_and_too_easy_turn_one_knob_at_once_and_the_therapist_reads_it(cast, opened):
    placed = live(cast)
    assert felt(cast, placed, Fit.TOO_HARD).grade == -1
    assert felt(cast, placed, Fit.JUST_RIGHT).grade == -1
    assert [felt(cast, placed, Fit.TOO_EASY).grade for _ in range(2)] == [0, 1]
    seen = queries.placement(opened(cast.samira, Capability.READ_PROGRAMME), placed.uuid)
    assert (seen.grade_words, seen.agreed_by.name) == (placed.copy.harder[0], "Samira")
    lines = queries.changes(opened(cast.hannah, Capability.READ_PROGRAMME))[:3]
    assert [(line.what, line.by.name, line.after["grade"]) for line in lines] == [
        (What.HARDER, "Karim", 1),
        (What.HARDER, "Karim", 0),
        (What.EASIER, "Karim", -1),
    ]


def test_the_same_tap_delivered_twice_turns_one_knob(cast):
    placed, tap = live(cast), {"change": uuid4()}
    assert [felt(cast, placed, Fit.TOO_HARD, **tap).grade for _ in range(2)] == [-1, -1]


def test_the_therapist_says_how_far_one_tap_goes(cast):
    placed = live(cast)
    assert placed.bounds.holds(-len(placed.copy.easier))
    assert (bound(cast, placed, -1, 0).bounds.least, bound(cast, placed, -1, 0).bounds.most) == (-1, 0)
    assert felt(cast, placed, Fit.TOO_EASY).grade == 0
    assert [felt(cast, placed, Fit.TOO_HARD).grade for _ in range(2)] == [-1, -1]
    with pytest.raises(FurtherThanAgreed):
        programme.make_easier(**change(cast.samira, cast, placed))
    assert programme.make_easier(**change(cast.hannah, cast, placed)).grade == -2
    assert not programme.make_harder(**change(cast.hannah, cast, placed)).family_may_ease


def test_bounds_lie_within_the_list_and_are_the_therapists(cast):
    placed = live(cast)
    for least, most in ((-99, 0), (0, 99), (1, 1), (0, -1)):
        with pytest.raises(InvalidInput):
            bound(cast, placed, least, most)
    with pytest.raises(NotAllowed):
        programme.bound_grades(**change(cast.samira, cast, placed), least=0, most=0)
    with pytest.raises(NotFound):
        programme.bound_grades(**change(cast.other_therapist, cast, placed), least=0, most=0)
    for player in (cast.grandma, cast.tom):
        with pytest.raises(NotAllowed):
            programme.regrade_by_fit(**change(player, cast, placed), fit=Fit.TOO_HARD)


def test_an_idea_that_is_not_live_or_has_no_list_stays_as_it_is(cast):
    waiting = offered(cast)
    assert felt(cast, waiting, Fit.TOO_HARD).grade == 0
    own = programme.place_idea(
        **by(cast.hannah, cast),
        placement=uuid4(),
        title="Chef’s hands",
        family_words="Mash one thing.",
        routine="meal.dinner",
        minutes=5,
    )
    programme.share_programme(
        **by(cast.hannah, cast), placements=(own.uuid,), not_yet={own.uuid: "We try it."}
    )
    programme.agree_placement(**change(cast.samira, cast, own))
    assert felt(cast, own, Fit.TOO_HARD).grade == 0
