"""Separated parents may be each other's danger: nothing of one home's week reaches the other home's grown-ups."""

from uuid import uuid4

import pytest

from alongside.areas.circle import actions as circle
from alongside.areas.circle import queries as looking
from alongside.areas.story import actions as story
from alongside.areas.story import queries
from alongside.areas.story.values.week import MomentDraft
from alongside.core.capabilities import Capability
from alongside.core.refusals import NotFound
from tests.areas.story.drawing import draw, keep, two_homes

pytestmark = pytest.mark.both_engines

HERS = MomentDraft(routine="bath", words="A word of hers", minutes_possible=5)
HIS = MomentDraft(routine="bath", days=(5,), words="A word of his", minutes_possible=7)


@pytest.fixture
def homes(cast):
    """Both weeks drawn, with minutes, things and a pause in hers."""
    hers, his = two_homes(cast)
    draw(cast.samira, cast, HERS, home=hers)
    draw(cast.karim, cast, HIS, home=his)
    keep(story.keep_things, cast.samira, cast, home=hers, things=("hammock",))
    said = {"capacity": uuid4(), "minutes_a_day": 4, "words": "Words on her minutes"}
    keep(story.keep_capacity, cast.samira, cast, home=hers, **said)
    pause = {"change": uuid4(), "from_on": cast.at.date(), "until_on": None}
    keep(story.pause_week, cast.samira, cast, home=hers, **pause)
    return hers, his, pause["change"]


def _everything(opened):
    """All that this area tells the reader about a week."""
    return repr(
        (
            queries.canvas(opened),
            queries.family_day(opened),
            queries.day_times(opened),
            queries.capacity(opened),
            queries.priorities_and_minutes(opened),
        )
    )


def test_each_parent_reads_the_own_week_and_nothing_of_the_other(cast, opened, homes):
    hers, his, pause = homes
    samira, karim, hannah, grandma = (
        _everything(opened(player, Capability.READ_STORY))
        for player in (cast.samira, cast.karim, cast.hannah, cast.grandma)
    )
    of_hers = ("Mum’s", str(hers), "A word of hers", "hammock", "Words on her minutes", str(pause), "PAUSE")
    of_his = ("Dad’s", str(his), "A word of his")
    for word in of_hers:
        assert word in samira
        assert word not in karim
    for word in of_his:
        assert word in karim
        assert word not in samira
    for word in (*of_hers[:4], *of_his):
        assert word in hannah
        assert word not in grandma


def test_a_pause_in_one_home_leaves_the_other_homes_day_alone(cast, opened, homes):
    day = {
        player.name: queries.day_times(opened(player, Capability.READ_STORY))
        for player in (cast.samira, cast.karim)
    }
    assert (day["Samira Osman"].is_paused, day["Karim Osman"].is_paused) == (True, False)
    team = queries.day_times(opened(cast.hannah, Capability.READ_STORY))
    mine, other = (one.pk for one in looking.homes(opened(cast.hannah, Capability.READ_STORY)))
    assert (team.is_paused, team.change_in(mine) is not None, team.change_in(other)) == (False, True, None)


def test_nobody_writes_into_the_other_home_or_learns_that_it_is_there(cast, opened, homes):
    hers, _, pause = homes
    moment = queries.family_day(opened(cast.samira, Capability.READ_STORY))[0].uuid
    word = {"moment": uuid4(), "routine": "bath", "usual_at": None, "words": "", "minutes_possible": 1}
    change = {"change": uuid4(), "from_on": cast.at.date(), "until_on": None}
    for home in (hers, uuid4()):
        for action, more in (
            (story.keep_week, {"moments": ()}),
            (story.keep_day_moment, word),
            (story.keep_things, {"things": ()}),
            (story.keep_capacity, {"capacity": uuid4(), "minutes_a_day": 60, "words": ""}),
            (story.pause_week, change),
            (story.lighten_week, change),
        ):
            with pytest.raises(NotFound):
                keep(action, cast.karim, cast, home=home, **more)
    with pytest.raises(NotFound):
        keep(story.bring_back, cast.karim, cast, change=pause)
    with pytest.raises(NotFound):
        keep(story.drop_day_moment, cast.karim, cast, moment=moment)


def test_the_list_of_who_looked_does_not_tell_one_parent_of_the_others_week(cast, opened, homes):
    looks = looking.who_looked(opened(cast.karim, Capability.READ_TRAIL))
    samiras = {look.doing for look in looks if look.person_name == "Samira Osman"}
    assert not {doing for doing in samiras if "canvas" in doing or "homes" in doing}


def test_a_home_that_drew_nothing_shows_the_week_from_before_it_had_a_name(cast, opened):
    draw(cast.samira, cast, HERS)
    hers, _ = two_homes(cast)
    draw(cast.samira, cast, MomentDraft(routine="snack"), home=hers)
    [mums] = queries.canvas(opened(cast.samira, Capability.READ_STORY))
    [dads] = queries.canvas(opened(cast.karim, Capability.READ_STORY))
    assert ([one.routine for one in mums.routines], mums.is_own) == (["snack"], True)
    assert ([one.words for one in dads.routines], dads.is_own) == (["A word of hers"], False)
    assert len(queries.canvas(opened(cast.hannah, Capability.READ_STORY))) == 2


def test_who_left_a_home_reads_nothing_more_of_it(cast, opened, homes):
    hers, _, _ = homes
    keep(circle.put_in_home, cast.samira, cast, home=hers, person=cast.grandma.uuid)
    assert "A word of hers" in _everything(opened(cast.grandma, Capability.READ_STORY))
    keep(circle.take_from_home, cast.hannah, cast, home=hers, person=cast.grandma.uuid)
    assert "A word of hers" not in _everything(opened(cast.grandma, Capability.READ_STORY))


def test_a_home_that_ended_leaves_the_week(cast, opened, homes):
    hers, _, _ = homes
    keep(circle.end_home, cast.samira, cast, home=hers)
    [team] = queries.canvas(opened(cast.hannah, Capability.READ_STORY))
    assert team.home.name == "Dad’s"
    assert "A word of hers" not in repr(queries.family_day(opened(cast.samira, Capability.READ_STORY)))
