"""My day, the children and finding one by name, the library, talk."""

import pytest
from django.urls import reverse

DAY, CHILDREN = ("therapist:day", "therapist:children")


def _text(client, name, query=""):
    return client.get(reverse(name) + query).content.decode()


def test_the_day_opens_on_the_next_child_with_the_brief(hannah, visit, idea, tried):
    tried(idea, 2)
    text = _text(hannah, DAY)
    assert "Monday 23 November" in text
    assert "Open Idris" in text
    assert "2 moments" in text


def test_another_day_is_asked_for_and_nonsense_means_today(hannah, visit):
    assert "Tuesday 24 November" in _text(hannah, DAY, "?on=2026-11-24")
    assert "No visits on this day." in _text(hannah, DAY, "?on=2026-11-24")
    assert "Monday 23 November" in _text(hannah, DAY, "?on=next-week")


def test_an_unanswered_message_waits_until_it_is_answered(hannah, url, thread, new_uuid):
    assert "Samira, about Mornings (Idris)" in _text(hannah, DAY)
    assert "Mornings" in _text(hannah, "therapist:talk")
    hannah.post(url("send", thread.uuid), {"uuid": new_uuid(), "words": "Try the bigger pair."})
    assert "Samira, about Mornings (Idris)" not in _text(hannah, DAY)


def test_a_colleagues_day_shows_nothing_of_it(cast, sign_in, visit, thread):
    assert "Idris" not in _text(sign_in(cast.tom), DAY)


def test_own_children_are_listed_and_a_colleague_finds_only_the_name(cast, sign_in, hannah, url):
    assert url("child") in _text(hannah, CHILDREN)
    found = _text(sign_in(cast.tom), CHILDREN, "?q=idr")
    assert "Idris Osman" in found
    assert url("child") not in found
    assert "Idris" not in _text(sign_in(cast.other_therapist), CHILDREN, "?q=idr")


@pytest.mark.parametrize(("query", "statements"), [("", 6), ("?q=idris", 6)])
def test_the_list_and_the_search_take_few_statements(hannah, query, statements, django_assert_num_queries):
    hannah.get(reverse(CHILDREN) + query)
    with django_assert_num_queries(statements):
        hannah.get(reverse(CHILDREN) + query)


def test_the_library_finds_an_idea_and_shows_all_of_it(hannah):
    assert "S08" in _text(hannah, "therapist:library")
    page = hannah.get(reverse("therapist:strategy", args=["S08"])).content.decode()
    assert "Make it easier" in page
    assert "What is known" in page
    assert hannah.get(reverse("therapist:strategy", args=["nothing"])).status_code == 404
