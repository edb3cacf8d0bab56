"""The best other place for an idea that does not work where it is."""

from uuid import uuid4

import pytest

from alongside.areas.programme.queries import week
from alongside.areas.story import actions as story
from alongside.core.capabilities import Capability
from alongside.core.refusals import NotFound
from tests.areas.programme import building, planned
from tests.areas.programme.building import by

WEEKDAYS = range(5)
ANYWHERE = "S111"  # «Mirror, mirror»: playing at home, bath time.


@pytest.fixture
def other_place(cast, opened):
    """Where else: ``other_place(placement, not_in=...)``."""

    def best(placement, not_in=(), **more):
        seen = opened(cast.hannah, Capability.PROPOSE_PROGRAMME)
        return week.best_other_place(seen, placement, not_in=not_in, **more)

    return best


def test_a_familys_own_idea_moves_to_a_routine_with_room(cast, other_place):
    planned.drawn_day(cast, day={"morning.dress": 5, "homework": 3, "bath": 10, "bedtime": 10})
    own = planned.own_live(cast, minutes=5)
    there = other_place(own)
    assert (there.routine, there.minutes) in {("bath", 5), ("bedtime", 5)}
    elsewhere = other_place(own, not_in=(there.routine,))
    assert elsewhere.routine in {"bath", "bedtime"} - {there.routine}
    assert other_place(own, not_in=("bath", "bedtime")) is None


def test_what_fails_on_school_days_only_may_stay_there_at_the_weekend(cast, other_place):
    planned.drawn_day(cast, day={"morning.dress": 5, "breakfast": 10})
    own = planned.own_live(cast, minutes=5)
    there = other_place(own, not_in=("breakfast",), not_on=WEEKDAYS)
    assert (there.routine, there.days) == ("breakfast", (5, 6))


def test_the_other_ideas_keep_their_minutes(cast, other_place):
    planned.drawn_day(cast, minutes=10, day={"morning.dress": 10, "bath": 10})
    planned.own_live(cast, minutes=6, routine="bath")
    own = planned.own_live(cast, minutes=5)
    assert other_place(own) is None


def test_an_idea_of_the_library_goes_only_where_it_fits(cast, other_place):
    planned.planned_family(cast)
    idea = building.live(cast, strategy=planned.FLANNEL, routine="bath")
    there = other_place(idea.uuid)
    assert there is None or there.routine in {"morning.wash", "morning.dress", "bedtime"}


def test_paused_days_are_no_place(cast, other_place):
    planned.drawn_day(cast, day={"morning.dress": 5, "bath": 10})
    own = planned.own_live(cast, minutes=5)
    assert other_place(own).routine == "bath"
    words = {**by(cast.samira, cast), "home": None, "from_on": cast.at.date(), "until_on": None}
    story.pause_week(**words, change=uuid4())
    assert other_place(own) is None


def test_only_what_is_in_the_week_can_move(cast, other_place):
    planned.drawn_day(cast)
    with pytest.raises(NotFound):
        other_place(uuid4())
    with pytest.raises(NotFound):
        other_place(building.place(cast).uuid)
