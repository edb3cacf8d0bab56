"""The homes of a child: who may know of them, who arranges them, and what never crosses from one to the other."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.db import IntegrityError, transaction

from alongside.areas.circle import actions as circle
from alongside.areas.circle import queries
from alongside.areas.circle.actions import TooManyHomes
from alongside.areas.circle.models import Home, HomeGrownUp
from alongside.core.capabilities import Capability
from alongside.core.refusals import InvalidInput, NotAllowed, NotFound

pytestmark = pytest.mark.both_engines


@pytest.fixture
def add(cast):
    def adding(player, name, **changed):
        asked = {"child": cast.idris, "home": uuid4(), "name": name, "zone": "", "at": cast.at}
        asked |= changed
        circle.add_home(actor=player.actor, **asked)
        return asked["home"]

    return adding


@pytest.fixture
def seen(opened):
    def seeing(player, at=None):
        return queries.homes(opened(player, Capability.READ_STORY, at=at))

    return seeing


@pytest.fixture
def mine(opened):
    def seeing(player, at=None):
        return queries.my_homes(opened(player, Capability.READ_NAME, at=at))

    return seeing


def _change(action, player, cast, home, **more):
    return action(actor=player.actor, child=cast.idris, home=home, **{"at": cast.at} | more)


def test_a_child_without_homes_has_one_that_nobody_needs_to_name(cast, seen, mine):
    for player in (cast.samira, cast.karim, cast.grandma, cast.hannah):
        assert (seen(player), mine(player)) == ((), None)


def test_each_parent_knows_the_own_home_only_and_the_therapist_both(cast, add, seen, mine):
    hers, his = add(cast.samira, "Mum’s"), add(cast.karim, "Dad’s", zone="Europe/Lisbon")
    [mums] = seen(cast.samira)
    assert (mums.uuid, mums.name, mums.grown_ups, mums.is_mine) == (hers, "Mum’s", ("Samira",), True)
    assert [(one.uuid, one.zone) for one in seen(cast.karim)] == [(his, "Europe/Lisbon")]
    assert [(one.name, one.is_mine) for one in seen(cast.hannah)] == [("Mum’s", False), ("Dad’s", False)]
    assert seen(cast.hannah)[0].zone == cast.clinic.zone
    assert mine(cast.hannah) is None
    assert mine(cast.samira) == {mums.pk}
    assert seen(cast.grandma) == ()
    assert mine(cast.grandma) == mine(cast.maria) == mine(cast.olive) == mine(cast.tom) == frozenset()


def test_who_is_a_carer_and_the_therapist_too_learns_nothing_of_the_other_home(cast, add, seen, mine):
    from alongside.areas.people.values import PersonDraft

    add(cast.samira, "Mum’s")
    circle.place_carer(
        actor=cast.maria.actor, child=cast.idris, relation="Stepmum", responsible=True, at=cast.at,
        draft=PersonDraft(uuid=uuid4(), name="Hannah Reid", short_name="Hannah", email=cast.hannah.email),
    )  # fmt: skip
    assert (seen(cast.hannah), mine(cast.hannah)) == ((), frozenset())


def test_the_other_home_cannot_be_changed_and_looks_as_if_it_were_not_there(cast, add, seen):
    hers = add(cast.samira, "Mum’s")
    add(cast.karim, "Dad’s")
    person = {"person": cast.karim.uuid}
    for home in (hers, uuid4()):
        for action, more in (
            (circle.rename_home, {"name": "Mine", "zone": ""}),
            (circle.end_home, {}),
            (circle.put_in_home, person),
            (circle.take_from_home, person),
        ):
            with pytest.raises(NotFound):
                _change(action, cast.karim, cast, home, **more)
    with pytest.raises(NotFound):
        add(cast.karim, "Dad’s", home=hers)
    with pytest.raises(NotFound):
        add(cast.other_parent, "Ben’s", home=hers, child=cast.rosa)
    assert [one.name for one in seen(cast.samira)] == ["Mum’s"]


def test_a_carer_puts_in_an_own_home_only_who_is_in_the_circle(cast, add, seen, mine):
    home = add(cast.samira, "Mum’s")
    for _ in range(2):
        _change(circle.put_in_home, cast.samira, cast, home, person=cast.grandma.uuid)
    assert seen(cast.grandma)[0].grown_ups == ("Samira", "Amal")
    for stranger in (cast.other_parent.uuid, cast.hannah.uuid, uuid4()):
        with pytest.raises(NotFound):
            _change(circle.put_in_home, cast.samira, cast, home, person=stranger)
    with pytest.raises(NotAllowed):
        _change(circle.put_in_home, cast.grandma, cast, home, person=cast.karim.uuid)
    assert mine(cast.karim) == frozenset()


def test_no_carer_takes_a_home_from_another_and_the_clinic_can(cast, add, seen):
    home = add(cast.samira, "Home")
    _change(circle.put_in_home, cast.samira, cast, home, person=cast.karim.uuid)
    with pytest.raises(NotAllowed, match="ask the clinic"):
        _change(circle.take_from_home, cast.karim, cast, home, person=cast.samira.uuid)
    with pytest.raises(NotAllowed, match="ask the clinic"):
        _change(circle.end_home, cast.karim, cast, home)
    assert seen(cast.samira)[0].grown_ups == ("Samira", "Karim")
    _change(circle.take_from_home, cast.hannah, cast, home, person=cast.karim.uuid)
    assert (seen(cast.karim), seen(cast.samira)[0].grown_ups) == ((), ("Samira",))
    with pytest.raises(NotFound):
        _change(circle.take_from_home, cast.hannah, cast, home, person=cast.karim.uuid)
    _change(circle.take_from_home, cast.samira, cast, home, person=cast.samira.uuid)
    assert seen(cast.samira) == ()


def test_a_home_that_ended_is_gone_from_the_list_and_stays_closed_to_the_others(
    cast, add, seen, mine, opened
):
    home = add(cast.samira, "Mum’s")
    [was] = seen(cast.samira)
    _change(circle.end_home, cast.samira, cast, home)
    assert seen(cast.samira) == seen(cast.hannah) == ()
    assert (mine(cast.samira), mine(cast.karim)) == ({was.pk}, frozenset())
    with pytest.raises(NotFound):
        queries.home_key(opened(cast.samira, Capability.WRITE_STORY), home)


def test_who_leaves_the_circle_leaves_the_home(cast, add, seen):
    home = add(cast.samira, "Home")
    _change(circle.put_in_home, cast.samira, cast, home, person=cast.karim.uuid)
    circle.end_place(actor=cast.hannah.actor, child=cast.idris, person=cast.karim.uuid, at=cast.at)
    assert seen(cast.samira)[0].grown_ups == ("Samira",)
    assert HomeGrownUp.objects.filter(person=cast.karim.pk, until=None).count() == 0


def test_a_key_is_given_only_for_a_home_one_may_write_for(cast, add, opened):
    hers = add(cast.samira, "Mum’s")
    samira, karim, hannah = (
        opened(player, Capability.WRITE_STORY) for player in (cast.samira, cast.karim, cast.hannah)
    )
    key = Home.objects.get(uuid=hers).pk
    assert queries.home_key(samira, hers) == queries.home_key(hannah, hers) == key
    assert queries.home_key(karim, None) is None
    with pytest.raises(NotFound):
        queries.home_key(karim, hers)
    with pytest.raises(NotFound):
        queries.home_key(opened(cast.other_parent, Capability.WRITE_STORY, cast.rosa), hers)


def test_what_is_typed_has_bounds_and_a_second_delivery_changes_nothing(cast, add, seen):
    home = add(cast.samira, "  Mum’s ")
    add(cast.samira, "Another word", home=home)
    assert [one.name for one in seen(cast.samira)] == ["Mum’s"]
    for field, changed in (
        ("name", {"name": " "}),
        ("name", {"name": "x" * 61}),
        ("zone", {"zone": "Mars/Base"}),
    ):
        with pytest.raises(InvalidInput) as refused:
            _change(circle.rename_home, cast.samira, cast, home, **{"name": "Ours", "zone": ""} | changed)
        assert refused.value.field == field
    _change(circle.rename_home, cast.samira, cast, home, name="Ours", zone="Asia/Kolkata")
    assert [(one.name, one.zone) for one in seen(cast.hannah)] == [("Ours", "Asia/Kolkata")]
    for name in ("Two", "Three", "Four"):
        add(cast.hannah, name)
    with pytest.raises(TooManyHomes):
        add(cast.samira, "Five")


def test_who_may_not_write_the_story_names_no_home(cast, add):
    for player in (cast.grandma, cast.tom, cast.olive, cast.maria):
        with pytest.raises(NotAllowed):
            add(player, "A home")
    with pytest.raises(NotFound):
        add(cast.other_parent, "A home")


def test_the_list_of_who_looked_tells_nothing_of_another_carers_home(cast, add, opened):
    add(cast.karim, "Dad’s")

    def doings(player):
        looks = queries.who_looked(opened(player, Capability.READ_TRAIL))
        return {look.doing for look in looks if look.person_name == "Karim Osman"}

    assert "circle.homes.add_home" not in doings(cast.samira)
    assert "circle.homes.add_home" in doings(cast.karim) & doings(cast.hannah)


def test_the_database_keeps_a_grown_up_once_in_a_home(cast, add):
    home = add(cast.samira, "Mum’s")
    row = HomeGrownUp.objects.get(home__uuid=home)
    again = HomeGrownUp(child=row.child, home=row.home, person=row.person, since=cast.at + timedelta(days=1))
    with pytest.raises(IntegrityError), transaction.atomic():
        again.save()
    with pytest.raises(IntegrityError), transaction.atomic():
        Home.objects.update(name="")


def test_one_statement_says_which_homes_are_mine(cast, add, opened, django_assert_num_queries):
    add(cast.samira, "Mum’s")
    samira, hannah = opened(cast.samira, Capability.READ_NAME), opened(cast.hannah, Capability.READ_NAME)
    queries.my_homes(samira)
    with django_assert_num_queries(1):
        queries.my_homes(samira)
    with django_assert_num_queries(0):
        queries.my_homes(hannah)
