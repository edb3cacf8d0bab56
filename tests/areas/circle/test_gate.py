"""The one door to a child's record."""

from dataclasses import replace
from uuid import uuid4

import pytest

from alongside.areas.circle import actions as circle
from alongside.areas.circle import gate, queries
from alongside.core.capabilities import Capability, Role
from alongside.core.refusals import NotAllowed, NotFound


def test_a_carer_and_the_therapist_come_in_and_outsiders_find_nothing(cast, opened):
    assert opened(cast.samira, Capability.READ_GOALS).roles == {Role.CARER_RESPONSIBLE}
    assert Role.ASSIGNED_THERAPIST in opened(cast.hannah, Capability.READ_GOALS).roles
    for outsider in (cast.other_parent, cast.other_therapist):
        with pytest.raises(NotFound):
            opened(outsider, Capability.READ_GOALS)
    with pytest.raises(NotFound):
        opened(cast.samira, Capability.READ_GOALS, child=uuid4())


def test_people_of_the_clinic_who_do_not_look_after_the_child_read_why_not(cast, opened):
    for player in (cast.tom, cast.maria, cast.olive):
        assert opened(player, Capability.READ_NAME).name == "Idris Osman"
        with pytest.raises(NotAllowed, match="family and their own therapist"):
            opened(player, Capability.READ_GOALS)


def test_every_opening_leaves_one_line_on_the_trail_without_content(cast, opened):
    opened(cast.samira, Capability.READ_GOALS)
    looked = queries.who_looked(opened(cast.hannah, Capability.READ_TRAIL))
    assert [line.person_name for line in looked[:2]] == ["Hannah Reid", "Samira Osman"]
    assert {line.doing for line in looked[:2]} == {"tests.look"}


def test_a_restriction_beats_every_other_right(cast, opened):
    named = [Capability.READ_WINS]
    circle.restrict_carer(
        actor=cast.hannah.actor, child=cast.idris, person=cast.karim.uuid, named=named, at=cast.at
    )
    seen = opened(cast.karim, Capability.READ_WINS)
    assert seen.is_restricted
    with pytest.raises(NotAllowed):
        opened(cast.karim, Capability.READ_GOALS)
    circle.lift_restriction(actor=cast.hannah.actor, child=cast.idris, person=cast.karim.uuid, at=cast.at)
    assert opened(cast.karim, Capability.READ_GOALS)


def test_who_left_the_circle_finds_nothing_from_the_next_request_on(cast, opened):
    circle.end_place(actor=cast.hannah.actor, child=cast.idris, person=cast.karim.uuid, at=cast.at)
    with pytest.raises(NotFound):
        opened(cast.karim, Capability.READ_NAME)


def test_a_therapist_whose_membership_ended_loses_the_child_too(cast):
    without_hats = replace(cast.hannah.actor, hats=())
    with pytest.raises(NotFound):
        gate.open_child(without_hats, cast.idris, Capability.READ_NAME, cast.at, doing="tests.look")


def test_a_list_opens_only_the_children_of_ones_own_circle(cast):
    def names(player):
        return [
            child.short_name
            for child in gate.open_children(player.actor, Capability.READ_GOALS, cast.at, doing="tests.list")
        ]

    assert names(cast.hannah) == ["Idris"]
    assert names(cast.samira) == ["Idris"]
    assert names(cast.tom) == names(cast.maria) == []


def test_the_gate_costs_two_statements(cast, opened, django_assert_num_queries):
    with django_assert_num_queries(2):
        opened(cast.samira, Capability.READ_GOALS)
