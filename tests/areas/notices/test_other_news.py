"""Offers, changes, the week of a therapist, and regular times that end."""

from datetime import date, time, timedelta

import pytest

from alongside.areas.appointments import actions as appointments
from alongside.areas.circle import actions as circle
from alongside.areas.notices.models import Notice
from alongside.areas.notices.values import NoticeState
from alongside.areas.waiting import actions as waiting
from alongside.areas.waiting.values import OptionToOffer
from tests.areas.story.drawing import two_homes


def to(letters):
    return [letter.to[0] for letter in letters]


def about(words, letters):
    return [letter for letter in letters if words in letter.body]


def parents(cast):
    return sorted([cast.samira.email, cast.karim.email, cast.grandma.email])


@pytest.fixture
def offer(cast, thursday, new_uuid):
    option = OptionToOffer(
        time=new_uuid(), therapist=cast.hannah.uuid, starts_at=thursday + timedelta(days=7), minutes=45
    )
    return waiting.offer_times(
        actor=cast.maria.actor,
        child=cast.idris,
        offer=new_uuid(),
        options=(option,),
        at=cast.at,
    )


def test_an_offer_is_told_at_once_and_once(cast, offer, post):
    at = cast.at + timedelta(minutes=5)
    letters = post(at)
    letters = about("held for you", letters)
    assert to(letters) == parents(cast)
    assert "A time is held for you until" in letters[0].body
    assert "Idris" not in letters[0].body
    assert post(at + timedelta(minutes=1)) == []


def test_an_offer_that_was_answered_meanwhile_is_not_told(cast, offer, post):
    evening = cast.at + timedelta(hours=13)
    assert post(evening) == []
    waiting.decline_offer(actor=cast.samira.actor, child=cast.idris, offer=offer.uuid, at=evening)
    assert post(evening + timedelta(hours=12)) == []
    assert Notice.objects.filter(state=NoticeState.LET_GO).count() == 3


def test_a_visit_that_the_clinic_moves_is_told_once_to_everybody(cast, book, post, thursday):
    visit = book()
    at = cast.at + timedelta(hours=2)
    later = thursday + timedelta(hours=1)
    appointments.move_visit(
        actor=cast.maria.actor, child=cast.idris, visit=visit.uuid, starts_at=later, at=at
    )
    letters = about("A visit has changed. You find it in your visits.", post(at + timedelta(minutes=1)))
    assert to(letters) == sorted([*parents(cast), cast.hannah.email])
    assert post(at + timedelta(minutes=2)) == []


def test_a_family_that_could_not_come_has_told_it_itself(cast, book, post):
    visit = book()
    at = cast.at + timedelta(hours=2)
    appointments.could_not_come(actor=cast.samira.actor, child=cast.idris, visit=visit.uuid, at=at)
    assert to(post(at + timedelta(minutes=1))) == [cast.hannah.email]


@pytest.fixture
def mums(cast):
    """The home of Samira and of the grandmother; Karim has another one."""
    home, _dads = two_homes(cast)
    circle.put_in_home(
        actor=cast.samira.actor, child=cast.idris, home=home, person=cast.grandma.uuid, at=cast.at
    )
    return home


@pytest.mark.usefixtures("mums")
def test_the_other_home_is_told_that_a_visit_is_off_and_not_why(cast, book, post):
    at = cast.at + timedelta(hours=2)
    waiting.could_not_come(actor=cast.samira.actor, child=cast.idris, visit=book().uuid, at=at)
    letters = post(at + timedelta(minutes=1))
    assert to(letters) == sorted([cast.hannah.email, cast.karim.email])
    assert all("A visit has changed. You find it in your visits." in letter.body for letter in letters)
    assert not any("Samira" in letter.body or "Mum" in letter.body for letter in letters)


@pytest.mark.usefixtures("mums")
def test_every_home_is_told_where_the_desk_heard_that_a_family_could_not_come(cast, book, post):
    at = cast.at + timedelta(hours=2)
    appointments.cancel_visit(
        actor=cast.maria.actor, child=cast.idris, visit=book().uuid, family_could_not_come=True, at=at
    )
    assert to(post(at + timedelta(minutes=1))) == sorted([*parents(cast), cast.hannah.email])


def test_a_therapist_is_told_of_the_week_on_monday_morning(cast, book, post):
    book()
    monday = cast.at + timedelta(minutes=30)
    assert post(monday - timedelta(minutes=1)) == []
    (letter,) = post(monday)
    assert (letter.to, "You have 1 visit this week." in letter.body) == ([cast.hannah.email], True)
    assert post(monday + timedelta(hours=1)) == []


def test_regular_times_that_end_soon_are_told_to_the_desk(cast, post, new_uuid):
    appointments.book_series(
        actor=cast.maria.actor,
        child=cast.idris,
        series=new_uuid(),
        therapist=cast.hannah.uuid,
        first_on=date(2026, 11, 26),
        local_time=time(15, 45),
        count=6,
        minutes=45,
        at=cast.at,
    )
    monday = cast.at + timedelta(minutes=30)
    assert to(post(monday)) == [cast.hannah.email]  # The last of them is six weeks away.
    letters = post(monday + timedelta(days=21))
    assert to(about("ends within three weeks", letters)) == [cast.maria.email]
