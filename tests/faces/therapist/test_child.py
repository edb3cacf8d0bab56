"""The child page: brief, goals, people and the last moments in thirteen statements, and the chart beside them."""

from uuid import uuid4

import pytest

from alongside.areas.practice import actions as practice
from alongside.areas.practice.values import SeenBy
from alongside.areas.story import actions as story
from alongside.core.capabilities import Capability
from alongside.core.moments import Fit, Kind
from tests.areas.review.loop import agreed_goal


def _statements(hannah, url, count, django_assert_num_queries):
    hannah.get(url("child"))
    with django_assert_num_queries(count):
        return hannah.get(url("child")).content.decode()


@pytest.mark.usefixtures("goal", "thread")
@pytest.mark.parametrize("entries", [5, 50])
def test_it_takes_thirteen_statements_at_five_and_at_fifty_moments(
    hannah, url, weeks_of_moments, entries, django_assert_num_queries
):
    weeks_of_moments(entries)
    text = _statements(hannah, url, 12, django_assert_num_queries)
    assert text.count("A little help") == entries


def test_it_says_what_happened_at_home_and_what_they_ask(hannah, url, full_day):
    text = hannah.get(url("child")).content.decode()
    assert "3 moments" in text
    assert "The right heel still makes him cross." in text
    assert "I want mornings where nobody cries before school." in text


def test_goals_minutes_and_people_are_on_the_page_itself(cast, hannah, url, goal):
    story.keep_capacity(
        actor=cast.samira.actor, child=cast.idris, capacity=uuid4(), minutes_a_day=15, words="", at=cast.at
    )
    text = hannah.get(url("child")).content.decode()
    assert "Both socks on before school" in text
    assert "about 15 minutes a day" in text
    assert "Karim" in text


def test_the_chart_comes_by_itself_or_with_the_page(hannah, url, goal, idea_for_goal, tried):
    tried(idea_for_goal, 2)
    without = hannah.get(url("child")).content.decode()
    asked = hannah.get(url("child") + f"?goal={goal}").content.decode()
    part = hannah.get(url("goals") + f"?goal={goal}", headers={"HX-Request": "true"}).content.decode()
    assert f"?goal={goal}" in without
    assert "help by week" not in without
    for text in (asked, part):
        assert "help by week" in text
        assert "a good sign, not proof" in text
    assert "<html" in asked
    assert "<html" not in part


def test_what_was_noticed_stands_with_the_moments_and_private_words_are_folded(cast, hannah, url):
    told = {"actor": cast.samira.actor, "child": cast.idris, "at": cast.at}
    practice.notice(**told, noticing=uuid4(), words="He put the cup away.")
    practice.notice(**told, noticing=uuid4(), words="I am so tired.", seen_by=SeenBy.TEAM)
    table = hannah.get(url("child")).content.decode().split('id="home"')[1]
    assert "He put the cup away." in table
    assert "Only for you</summary>I am so tired." in table


def test_how_an_idea_fits_stands_in_its_row(cast, hannah, url, idea_for_goal, new_uuid):
    told = {"actor": cast.samira.actor, "child": cast.idris, "entry": new_uuid(), "at": cast.at}
    practice.record_entry(**told, placement=idea_for_goal.uuid, kind=Kind.TRIED)
    practice.correct_entry(**told, fit=Fit.TOO_HARD)
    table = hannah.get(url("child")).content.decode().split('id="home"')[1]
    assert "We did it · Too hard" in table


def test_nonsense_for_a_goal_shows_the_first_one(hannah, url, goal):
    assert "Both socks on before school" in hannah.get(url("child") + "?goal=nothing").content.decode()


def test_one_goal_and_three_take_the_same_few_statements(
    cast, hannah, url, full_day, new_uuid, django_assert_num_queries
):
    with django_assert_num_queries(16):
        hannah.get(url("goals"))
    for title in ("Both shoes on before school", "A coat by himself"):
        agreed_goal(cast, new_uuid, title)
    with django_assert_num_queries(16):
        assert "A coat by himself" in hannah.get(url("goals")).content.decode()


def test_looking_is_written_on_the_trail(cast, hannah, url, opened):
    from alongside.areas.circle import queries as circle

    hannah.get(url("child"))
    looks = circle.who_looked(opened(cast.hannah, Capability.READ_TRAIL))
    assert [look.doing for look in looks if look.doing.startswith("therapist.")] == ["therapist.child"]
