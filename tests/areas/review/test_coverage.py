"""Loose ends: what has no goal, no idea, or nothing told about it. For the therapist, in constant statements."""

import pytest

from alongside.areas.goals import actions as goals
from alongside.areas.programme import actions as programme
from alongside.areas.review import queries
from alongside.areas.review.values.thread import About
from alongside.areas.story import actions as story
from alongside.core.refusals import NotAllowed
from tests.areas.programme import building
from tests.areas.review import threads
from tests.areas.review.loop import tried


@pytest.fixture
def ends(cast, opened):
    """The loose ends as Hannah reads them: five groups of words."""

    def read():
        found = queries.coverage(opened(cast.hannah, threads.LOOK))
        groups = (
            found.words_without_goal,
            found.findings_without_goal,
            found.goals_without_idea,
            found.goals_without_data,
            found.ideas_without_goal,
        )
        assert found.count == sum(len(group) for group in groups)
        return [[link.words for link in group] for group in groups]

    return read


def test_each_loose_end_is_named_until_it_is_tied(cast, new_uuid, ends):
    words, finding = building.noticed(cast)
    does, title = "Pulls the heel on with both hands", "Both socks on before school"
    assert ends() == [[building.PRIORITY], [does], [], [], []]
    goal = threads.goal_from(cast, new_uuid, words, finding)
    assert ends() == [[], [], [title], [title], []]
    [loose] = threads.for_goal(cast, new_uuid, None)
    assert ends() == [[], [], [title], [title], ["Idea 1"]]
    said = building.by(cast.hannah, cast, placement=loose)
    programme.aim_placement(**said, change=new_uuid(), goal=goal, finding=finding)
    assert ends() == [[], [], [], [title], []]
    tried(cast, new_uuid, loose)
    assert ends() == [[], [], [], [], []]


def test_a_quick_count_is_data_too(cast, new_uuid, ends):
    goal = threads.goal_from(cast, new_uuid, *building.noticed(cast))
    threads.counted(cast, goal, 2)
    assert ends()[3] == []


def test_a_goal_that_is_closed_leaves_its_words_open_again(cast, new_uuid, ends):
    goal = threads.goal_from(cast, new_uuid, *building.noticed(cast))
    goals.close_goal(**building.by(cast.hannah, cast), goal=goal)
    assert ends() == [[building.PRIORITY], ["Pulls the heel on with both hands"], [], [], []]


def test_a_goal_still_talked_about_is_not_said_to_lack_data(cast, ends):
    building.proposed_goal(cast)
    assert ends() == [[], [], ["Both socks on before school"], [], []]


def test_words_put_away_and_ended_ideas_are_no_loose_ends(cast, new_uuid, ends):
    building.noticed(cast)
    story.keep_priorities(**building.by(cast.samira, cast), priorities=())
    [idea] = threads.for_goal(cast, new_uuid, None)
    programme.remove_placement(**building.by(cast.hannah, cast), placement=idea, change=new_uuid())
    assert ends() == [[], ["Pulls the heel on with both hands"], [], [], []]


def test_a_family_never_reads_loose_ends(cast, opened):
    with pytest.raises(NotAllowed):
        queries.coverage(opened(cast.samira, threads.LOOK))


@pytest.fixture
def many(cast, new_uuid):
    """Thirty goals with an idea each (the first twelve; no plan holds more), a moment, a win and a step."""

    def fill(words, finding, count):
        for number in range(count):
            goal = threads.goal_from(cast, new_uuid, words, finding, title=f"Goal {number}")
            [idea] = threads.for_goal(cast, new_uuid, goal)
            tried(cast, new_uuid, idea)
            threads.about_goal(cast, new_uuid, goal)
            threads.climbed(cast, new_uuid, goal)
            said = building.by(cast.hannah, cast, placement=idea)
            programme.remove_placement(**said, change=new_uuid())
        return goal

    return fill


def test_threads_and_loose_ends_take_as_many_statements_for_thirty_as_for_one(
    cast, new_uuid, opened, many, django_assert_num_queries
):
    words, finding = building.noticed(cast)
    goal = many(words, finding, 1)
    hannah = opened(cast.hannah, threads.LOOK)
    asked = {About.WORDS: words, About.FINDING: finding, About.GOAL: goal}
    for count, strands in ((0, 1), (29, 30)):
        if count:
            many(words, finding, count)
        for about, uuid in asked.items():
            with django_assert_num_queries(9):
                found = queries.golden_thread(hannah, about, uuid)
        with django_assert_num_queries(9):
            queries.coverage(hannah)
        assert len(queries.golden_thread(hannah, About.WORDS, words).strands) == strands
        assert len(found.strands) == 1


def test_a_win_takes_one_statement_more_and_a_note_two(
    cast, new_uuid, opened, many, django_assert_num_queries
):
    goal = many(*building.noticed(cast), 1)
    hannah, visit = opened(cast.hannah, threads.LOOK), threads.noted(cast, new_uuid, goal)
    won = threads.about_goal(cast, new_uuid, goal)
    for about, uuid, statements in ((About.NOTE, visit, 11), (About.WIN, won, 10)):
        with django_assert_num_queries(statements):
            queries.golden_thread(hannah, about, uuid)
