"""The page of a look back: hoped, done, noticed, moved. Only what is stored, and always of how many."""

from datetime import timedelta

import pytest

from alongside.areas.appointments import actions as appointments
from alongside.areas.circle import actions as circle
from alongside.areas.goals import actions as goals
from alongside.areas.goals.values import Rater
from alongside.areas.goals.values import RatingDraft as GoalRatingDraft
from alongside.areas.practice import actions as practice
from alongside.areas.review import queries
from alongside.areas.story import actions as story
from alongside.areas.story.values import Occasion, PriorityDraft, RatingDraft
from alongside.areas.wins import actions as wins
from alongside.core.capabilities import Capability
from alongside.core.moments import Help, Kind
from tests.areas.review.loop import tried


@pytest.fixture
def look(cast, opened, cycle):
    """The look back as a player reads it, some days after it was opened."""

    def at(player, days=30):
        there = opened(player, Capability.READ_TALK, at=cast.at + timedelta(days=days))
        return queries.look_back(there, queries.current_cycle(there))

    return at


@pytest.fixture
def rated(cast, around, new_uuid):
    """Rate one priority as somebody: going and happy."""

    def act(player, priority, going, happy, *, occasion=Occasion.REVIEW, days=20):
        one = RatingDraft(uuid=new_uuid(), priority=priority, importance=9, going=going, happy=happy)
        around(player, story.rate_priorities, days=days, ratings=(one,), occasion=occasion)

    return act


@pytest.fixture
def priority(cast, around, new_uuid):
    line = PriorityDraft(uuid=new_uuid(), words="Calm mornings", rank=1)
    return around(cast.samira, story.keep_priorities, priorities=(line,))[0].uuid


def test_moments_are_counted_of_those_that_were_written_down(cast, around, new_uuid, look, idea):
    for day, much in ((1, Help.BY_SELF), (2, Help.A_LOT), (2, None), (40, Help.BY_SELF)):
        tried(cast, new_uuid, idea, days=day, much=much)
    around(cast.samira, practice.record_entry, days=3, placement=idea, entry=new_uuid(), kind=Kind.NOT_TODAY)
    seen = look(cast.samira)
    assert (seen.moments, seen.by_self, seen.days_written) == (3, 1, 2)
    assert [(one.goal.title, one.tried, one.by_self) for one in seen.goals] == [
        ("Both socks on before school", 3, 1)
    ]


def test_steps_that_both_agreed_in_these_days_are_told_oldest_first(cast, around, new_uuid, look, goal):
    for day, step in ((2, 2), (9, 3), (50, 4)):
        proposal = new_uuid()
        around(cast.samira, goals.propose_step, days=day, goal=goal.uuid, proposal=proposal, step=step)
        around(cast.hannah, goals.answer_step, days=day, proposal=proposal, agree=True)
    assert [one.step for one in look(cast.hannah).goals[0].steps] == [2, 3]


def test_the_newest_view_of_each_side_stands_beside_the_other(cast, around, new_uuid, look, goal):
    about = {"goal": goal.uuid, "version": 1}
    around(cast.hannah, goals.score_baseline, rating=new_uuid(), about_on=cast.at.date(), **about)
    for player, rater, step, day in (
        (cast.samira, Rater.PARENT, 2, 3),
        (cast.samira, Rater.PARENT, 3, 9),
        (cast.hannah, Rater.THERAPIST, 2, 9),
    ):
        on = cast.at.date() + timedelta(days=day)
        draft = GoalRatingDraft(about_on=on, rater=rater, step=step)
        around(player, goals.rate_goal, days=day, rating=new_uuid(), draft=draft, **about)
    seen = look(cast.hannah).goals[0].ratings
    assert [(one.rater, one.step) for one in seen] == [(Rater.PARENT, 3), (Rater.THERAPIST, 2)]


def test_a_goal_that_was_finished_before_is_not_looked_at_again(cast, around, new_uuid, look, goal):
    around(cast.hannah, goals.close_goal, days=5, goal=goal.uuid)
    assert len(look(cast.samira).goals) == 1
    later = look(cast.samira)
    assert later.goals[0].goal.closed_at is not None


def test_wins_are_told_of_how_many_there_ever_were(cast, around, new_uuid, look):
    for day, words in ((0, "He waited"), (3, "Both socks")):
        on = cast.at.date() + timedelta(days=day)
        around(cast.samira, wins.add_win, days=day, win=new_uuid(), words=words, happened_on=on)
    before = cast.at.date() - timedelta(days=20)
    around(cast.samira, wins.add_win, win=new_uuid(), words="First sock", happened_on=before)
    seen = look(cast.samira)
    assert ([one.words for one in seen.wins], seen.wins_ever) == (["Both socks", "He waited"], 3)


def test_visits_that_took_place_are_told_and_nothing_is_said_of_others(cast, around, new_uuid, look):
    kept, away, ahead = new_uuid(), new_uuid(), new_uuid()
    for uuid, day in ((kept, 3), (away, 10), (ahead, 35)):
        booked = {"visit": uuid, "therapist": cast.hannah.uuid, "minutes": 45}
        around(cast.maria, appointments.book_visit, starts_at=cast.at + timedelta(days=day), **booked)
    around(cast.samira, appointments.could_not_come, visit=away)
    assert [one.uuid for one in look(cast.samira).visits] == [kept]


def test_priorities_are_compared_only_where_the_same_person_rated_the_same_thing_twice(
    cast, rated, look, priority
):
    rated(cast.samira, priority, 3, 2, occasion=Occasion.FIRST, days=0)
    rated(cast.karim, priority, 9, 9)
    assert look(cast.hannah).matters == ()
    rated(cast.samira, priority, 6, 5, days=21)
    (moved,) = look(cast.hannah).matters
    assert (moved.by.name, len(moved.asked), moved.of) == ("Samira", 1, 1)
    assert (moved.going.points, moved.going.like_for_like) == (3, True)
    assert moved.happy.sentence.code == "UP_NOTICED"


def test_a_reader_sees_only_the_parts_that_are_shared_with_them(cast, around, look, idea, new_uuid, priority):
    tried(cast, new_uuid, idea, days=1, much=Help.BY_SELF)
    around(cast.hannah, circle.restrict_carer, person=cast.karim.uuid, named=())
    seen = look(cast.karim)
    assert (seen.goals, seen.priorities, seen.moments, seen.wins, seen.visits) == ((), (), 0, (), ())
    assert (seen.noticings, seen.matters, seen.ahead, seen.shown) == ((), (), (), ())
    assert look(cast.grandma).moments == 0
    assert look(cast.samira).moments == 1
