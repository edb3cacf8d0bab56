"""My day: never a dead page, and what waits in few statements."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.urls import reverse

from alongside.areas.appointments import actions as appointments
from alongside.areas.circle import actions as circle
from alongside.areas.goals import actions as goals
from alongside.areas.wins import actions as wins


def _text(client, query=""):
    return client.get(reverse("therapist:day") + query).content.decode()


def _statements(client, count, django_assert_max_num_queries, query=""):
    client.get(reverse("therapist:day") + query)
    with django_assert_max_num_queries(count):
        return _text(client, query)


def test_a_day_without_visits_opens_the_next_day_with_some(hannah, cast, visit, idea, tried):
    tried(idea, 2)
    text = _text(hannah, "?on=2026-11-22")
    assert "No visits on this day." in text
    assert "Next: " not in text
    text = _text(hannah, "?on=2026-11-29")
    assert "No visits are booked." in text
    _book(cast, days=7)
    text = _text(hannah, "?on=2026-11-28")
    assert "Next: Monday 30 November" in text
    assert "Open Idris" in text
    assert "2 moments" in text


def test_when_the_visits_of_today_are_over_the_next_ones_are_shown(hannah, cast, visit, clock):
    _book(cast, days=3)
    clock.forward(hours=2)
    text = _text(hannah)
    assert "Nothing more today." in text
    assert "Earlier: one visit." in text
    assert "Next: Thursday 26 November" in text


def test_a_visit_that_the_family_cannot_come_to_is_not_the_next_one(hannah, cast, visit):
    later = _book(cast, days=3)
    appointments.could_not_come(actor=cast.samira.actor, child=cast.idris, visit=visit.uuid, at=cast.at)
    text = _text(hannah)
    assert "couldn’t come" in text
    assert "Next: Thursday 26 November" in text
    assert reverse("therapist:note", args=[cast.idris, later.uuid]) in text


def test_what_families_wish_and_propose_waits_for_their_therapist(hannah, cast, url, visit, goal, sign_in):
    told = {"actor": cast.samira.actor, "child": cast.idris, "at": cast.at}
    later = _book(cast, days=3)
    appointments.ask_to_change(**told, visit=later.uuid, request=uuid4(), words="Could it be later?")
    goals.propose_step(**told, goal=goal, proposal=uuid4(), step=2, words="The left heel")
    circle.propose_safety_fact(**told, fact=uuid4(), code="food:egg", words="")
    text = _text(hannah)
    for words in ("asks to change a visit (Idris)", "sees a new step", "take care, "):
        assert words in text, words
    wish = reverse("desk:visit", args=[cast.idris, later.uuid])
    assert wish in text
    assert hannah.get(wish).status_code == 200
    assert "Idris" not in _text(sign_in(cast.tom))


def test_what_was_written_before_today_is_dated_and_never_counted(hannah, thread, clock):
    assert ">today<" in _text(hannah)
    clock.forward(days=40)
    text = _text(hannah)
    assert "Mon 23 Nov" in text
    assert "40 days" not in text


def test_small_wins_of_the_week_are_those_of_own_children(hannah, cast, sign_in):
    wins.add_win(actor=cast.samira.actor, child=cast.idris, win=uuid4(), words="He beat the sock", at=cast.at)
    assert "He beat the sock" in _text(hannah)
    assert "He beat the sock" not in _text(sign_in(cast.tom))


def test_a_visit_taken_over_for_a_colleague_shows_the_name_and_no_way_to_the_record(cast, sign_in, clock):
    _book(cast, days=0, therapist=cast.tom)
    _book(cast, days=1, therapist=cast.tom)
    tom = sign_in(cast.tom)
    for query in ("?on=2026-11-23", "?on=2026-11-24"):
        assert "Idris" in _text(tom, query)
        assert str(cast.idris) not in _text(tom, query)
    clock.forward(hours=2)
    assert "Earlier: one visit." in _text(tom)
    assert str(cast.idris) not in _text(tom)
    families = tom.get(reverse("desk:families")).content.decode()
    assert "Idris" in families
    assert str(cast.idris) not in families


@pytest.mark.usefixtures("full_day")
def test_my_day_takes_at_most_twenty_one_statements(hannah, cast, url, django_assert_max_num_queries):
    assert "Open Idris" in _statements(hannah, 21, django_assert_max_num_queries)
    _book(cast, days=7)
    assert "Next: " in _statements(hannah, 21, django_assert_max_num_queries, "?on=2026-11-28")


def _book(cast, days, therapist=None):
    return appointments.book_visit(
        actor=cast.maria.actor,
        child=cast.idris,
        visit=uuid4(),
        therapist=(therapist or cast.hannah).uuid,
        starts_at=cast.at + timedelta(days=days),
        minutes=45,
        at=cast.at,
    )
