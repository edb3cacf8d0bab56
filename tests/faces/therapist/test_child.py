"""The child page: the brief and the last moments in twelve statements, and the goals beside it."""

import pytest

from alongside.core.capabilities import Capability


def _statements(hannah, url, count, django_assert_num_queries):
    hannah.get(url("child"))
    with django_assert_num_queries(count):
        return hannah.get(url("child")).content.decode()


@pytest.mark.usefixtures("goal", "thread")
@pytest.mark.parametrize("entries", [5, 50])
def test_it_takes_twelve_statements_at_five_and_at_fifty_moments(
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


def test_the_goals_come_as_a_page_and_as_a_part(hannah, url, goal):
    whole = hannah.get(url("goals")).content.decode()
    part = hannah.get(url("goals"), headers={"HX-Request": "true"}).content.decode()
    assert "Both socks on before school" in whole
    assert "Both socks on before school" in part
    assert "<html" in whole
    assert "<html" not in part


def test_the_goals_take_twelve_statements(hannah, url, full_day, django_assert_num_queries):
    with django_assert_num_queries(12):
        hannah.get(url("goals"))


def test_looking_is_written_on_the_trail(cast, hannah, url, opened):
    from alongside.areas.circle import queries as circle

    hannah.get(url("child"))
    looks = circle.who_looked(opened(cast.hannah, Capability.READ_TRAIL))
    assert [look.doing for look in looks if look.doing.startswith("therapist.")] == ["therapist.child"]
