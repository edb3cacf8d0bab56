"""An idea that lives in one home is known to the grown-ups of that home and the team, and to nobody else."""

from uuid import uuid4

import pytest

from alongside.areas.circle import actions as circle
from alongside.areas.programme import actions as programme
from alongside.areas.programme import queries
from alongside.areas.programme.actions import HasItsHome
from alongside.areas.story.values.week import MomentDraft
from alongside.core.capabilities import Capability
from alongside.core.refusals import InvalidInput, NotFound
from tests.areas.programme.building import by, live, offered, place
from tests.areas.story.drawing import draw


@pytest.fixture
def homes(cast):
    """Samira's home and Karim's."""
    keys = {}
    for player in (cast.samira, cast.karim):
        keys[player.uuid] = uuid4()
        named = {"home": keys[player.uuid], "name": f"{player.name}’s", "zone": ""}
        circle.add_home(**by(player, cast), **named)
    return keys[cast.samira.uuid], keys[cast.karim.uuid]


def titles(found):
    return {one.uuid for one in found}


def test_each_home_sees_what_lives_there_and_what_lives_in_both(cast, opened, homes):
    hers, his = homes
    here, there, both = live(cast, home=hers), offered(cast, home=his), live(cast)
    programme.agree_placement(**by(cast.karim, cast), placement=there.uuid, change=uuid4())
    wanted = {
        cast.hannah: {here, there, both},
        cast.samira: {here, both},
        cast.karim: {there, both},
        cast.grandma: {both},
    }
    for player, known in wanted.items():
        looked = opened(player, Capability.READ_PROGRAMME)
        keys = {one.uuid for one in known}
        assert titles(queries.live_placements(looked)) == keys, player.name
        assert titles(queries.programme_of(looked).live) == keys
        assert titles(queries.ideas_in_short(looked)) == keys
        assert {one.placement for one in queries.changes(looked)} == keys
        drawn = {one.uuid for one in (here, there, both) if queries.phase_lines(looked, placement=one.uuid)}
        assert drawn == keys
        for one in (here, there, both):
            if one.uuid not in keys:
                for read in (queries.placement, lambda o, uuid: queries.loggable(o, uuid, cast.at)):
                    with pytest.raises(NotFound):
                        read(looked, one.uuid)


def test_what_both_homes_read_speaks_of_no_single_home(cast, opened, homes):
    hers, _ = homes
    here, both = live(cast, home=hers), live(cast)
    team = opened(cast.hannah, Capability.READ_PROGRAMME)
    assert {one.placement for one in queries.changes(team, everywhere=True)} == {both.uuid}
    assert queries.phase_lines(team, placement=here.uuid, everywhere=True) == ()
    assert queries.phase_lines(team, placement=both.uuid, everywhere=True)


def test_a_carer_decides_nothing_in_the_other_home(cast, homes):
    hers, _ = homes
    placed = offered(cast, home=hers)
    words = by(cast.karim, cast) | {"placement": placed.uuid, "change": uuid4()}
    for act in (
        programme.agree_placement,
        programme.rest_placement,
        programme.swap_placement,
        programme.make_easier,
    ):
        with pytest.raises(NotFound):
            act(**words)
    agreed = programme.agree_placement(**words | by(cast.samira, cast))
    assert (agreed.is_live, agreed.home, agreed.home_name) == (True, hers, "Samira Osman’s")


def test_days_and_home_are_placed_and_moved(cast, homes):
    hers, his = homes
    draft = place(cast, home=hers, days=(4, 0, 4))
    assert draft.days == (0, 4)
    words = by(cast.hannah, cast) | {"placement": draft.uuid}
    moved = programme.move_placement(**words, change=uuid4(), home=his, days=(5,))
    assert (moved.home, moved.days, moved.routine) == (his, (5,), draft.routine)
    shared = live(cast, home=hers)
    words = by(cast.hannah, cast) | {"placement": shared.uuid}
    with pytest.raises(HasItsHome):
        programme.move_placement(**words, change=uuid4(), home=his)
    assert programme.move_placement(**words, change=uuid4(), days=(1, 2)).waits_for_family
    for wrong in ({"home": uuid4()}, {"days": (7,)}, {"days": range(8)}):
        with pytest.raises((NotFound, InvalidInput)):
            programme.move_placement(**words, change=uuid4(), **wrong)


def test_four_ideas_of_one_home_leave_room_in_the_other(cast, homes):
    hers, his = homes
    resting = offered(cast, home=his)
    words = {"placement": resting.uuid}
    programme.rest_placement(**by(cast.karim, cast), **words, change=uuid4())
    for _ in range(4):
        live(cast, home=hers)
    assert programme.resume_placement(**by(cast.karim, cast), **words, change=uuid4()).is_live


def test_a_child_without_homes_costs_no_more_statements(cast, opened, django_assert_num_queries):
    live(cast)
    family = opened(cast.samira, Capability.READ_PROGRAMME)
    with django_assert_num_queries(2):
        queries.live_placements(family)


def test_two_homes_and_two_days_are_never_added_up(cast, opened, homes):
    hers, his = homes
    here, weekend = live(cast, home=hers, days=(0,)), live(cast, home=hers, days=(5, 6))
    there = offered(cast, home=his, days=(0,))
    programme.agree_placement(**by(cast.karim, cast), placement=there.uuid, change=uuid4())
    for player in (cast.hannah, cast.samira):
        seen = queries.programme_of(opened(player, Capability.READ_PROGRAMME))
        assert seen.load.used == max(here.minutes, weekend.minutes)


def test_an_idea_without_days_counts_where_the_home_has_its_routine(cast, opened, homes):
    hers, his = homes
    week, swing = live(cast, home=hers, days=range(5)), live(cast)
    team = opened(cast.hannah, Capability.READ_PROGRAMME)
    assert queries.programme_of(team).load.used == week.minutes + swing.minutes
    draw(cast.samira, cast, MomentDraft(routine=swing.routine, days=(5, 6)), home=hers)
    draw(cast.karim, cast, MomentDraft(routine=swing.routine), home=his)
    assert queries.programme_of(team).load.used == max(week.minutes, swing.minutes)
