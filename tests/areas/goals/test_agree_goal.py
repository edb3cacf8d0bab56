"""A goal is in force once both sides said yes to the same words."""

from dataclasses import replace
from datetime import timedelta
from uuid import uuid4

import pytest
from django.db import IntegrityError, transaction

from alongside.areas.circle import actions as circle
from alongside.areas.goals import actions as goals
from alongside.areas.goals.models import Agreement
from alongside.areas.goals.values import GoalState, Side
from alongside.areas.people.values import PersonDraft
from alongside.core.refusals import NotAllowed, NotFound


def test_the_second_yes_brings_a_goal_into_force_at_its_first_step(cast, propose, agree, draft):
    goal = propose(cast.hannah, draft).uuid
    later = cast.at + timedelta(hours=2)
    seen = agree(cast.samira, goal, at=later)
    assert (seen.state, seen.waiting_for, seen.proposed) == (GoalState.AGREED, None, None)
    assert (seen.in_force.number, seen.in_force.agreed_at) == (1, later)
    assert (seen.reached, seen.reached_label) == (1, "where we started")


def test_a_goal_proposed_by_a_parent_waits_for_the_therapist(cast, propose, agree, draft):
    goal = propose(cast.samira, draft).uuid
    assert agree(cast.hannah, goal).state is GoalState.AGREED


def test_two_parents_are_one_side(cast, propose, agree, draft):
    proposed = propose(cast.samira, draft)
    assert agree(cast.karim, proposed.uuid) == proposed
    assert agree(cast.samira, proposed.uuid) == proposed
    assert Agreement.objects.count() == 1


def test_saying_yes_twice_changes_nothing(cast, propose, agree, draft):
    goal = propose(cast.hannah, draft).uuid
    first = agree(cast.samira, goal)
    for player in (cast.samira, cast.karim, cast.hannah):
        assert agree(player, goal, at=cast.at + timedelta(days=1)) == first


def test_a_yes_to_words_that_have_changed_is_refused(cast, propose, change, agree, draft, gentler):
    goal = propose(cast.hannah, draft).uuid
    change(cast.hannah, goal, 1, gentler)
    for version in (1, 3):
        with pytest.raises(goals.AlreadyChanged, match="look at them again"):
            agree(cast.samira, goal, version)
    assert agree(cast.samira, goal, 2).in_force.number == 2


def test_a_yes_at_the_same_screen_is_kept_as_the_carers_held_by_the_therapist(cast, propose, agree, draft):
    goal = propose(cast.hannah, draft).uuid
    seen = agree(cast.hannah, goal, on_behalf_of=cast.samira.uuid)
    assert agree(cast.hannah, goal, on_behalf_of=cast.samira.uuid) == seen
    yes = seen.in_force.said_yes[1]
    assert (yes.side, yes.name, yes.same_screen, yes.recorded_by) == (Side.FAMILY, "Samira", True, "Hannah")


def test_a_carer_cannot_bring_the_yes_of_somebody_else(cast, propose, agree, draft):
    goal = propose(cast.hannah, draft).uuid
    with pytest.raises(NotAllowed, match="Only the child’s therapist"):
        agree(cast.samira, goal, on_behalf_of=cast.karim.uuid)


def test_only_a_responsible_carer_of_the_circle_says_yes_at_the_same_screen(cast, propose, agree, draft):
    goal = propose(cast.hannah, draft).uuid
    circle.restrict_carer(
        actor=cast.hannah.actor, child=cast.idris, person=cast.karim.uuid, named=[], at=cast.at
    )
    for carer in (cast.grandma, cast.karim):
        with pytest.raises(NotAllowed, match="responsible for this child"):
            agree(cast.hannah, goal, on_behalf_of=carer.uuid)
    for stranger in (cast.other_parent.uuid, cast.hannah.uuid, uuid4()):
        with pytest.raises(NotFound):
            agree(cast.hannah, goal, on_behalf_of=stranger)
    with pytest.raises(NotAllowed):
        agree(cast.karim, goal)


def test_others_cannot_agree(cast, propose, agree, draft):
    goal = propose(cast.hannah, draft).uuid
    for player in (cast.grandma, cast.tom, cast.maria, cast.olive):
        with pytest.raises(NotAllowed):
            agree(player, goal)
    for outsider in (cast.other_parent, cast.other_therapist):
        with pytest.raises(NotFound):
            agree(outsider, goal)
    with pytest.raises(NotFound):
        agree(cast.other_parent, goal, child=cast.rosa)


def test_the_database_holds_one_yes_a_side_and_one_a_person(cast, socks):
    yes = Agreement.objects.get(side="FAMILY")
    fields = {"child_id": yes.child_id, "version_id": yes.version_id, "at": cast.at}
    fields |= {"person_id": cast.karim.pk, "recorded_by_id": cast.karim.pk, "side": "FAMILY"}
    with pytest.raises(IntegrityError), transaction.atomic():
        Agreement.objects.create(**fields)
    with pytest.raises(IntegrityError), transaction.atomic():
        Agreement.objects.filter(side="FAMILY").update(person_id=cast.hannah.pk)


def test_a_therapist_who_is_also_a_carer_is_not_both_sides(cast, propose, agree, draft):
    somebody = circle.place_carer(
        actor=cast.maria.actor,
        child=cast.idris,
        draft=PersonDraft(
            uuid=cast.hannah.uuid, name=cast.hannah.name, short_name="Hannah", email=cast.hannah.email
        ),
        relation="Aunt",
        responsible=True,
        at=cast.at,
    )
    goal = propose(cast.hannah, draft).uuid
    assert somebody == cast.hannah.uuid
    assert agree(cast.hannah, goal).waiting_for is Side.FAMILY
    with pytest.raises(NotAllowed, match="responsible for this child"):
        agree(cast.hannah, goal, on_behalf_of=cast.hannah.uuid)


def test_a_draft_can_be_copied_from_what_is_seen(cast, propose, draft):
    seen = propose(cast.hannah, draft).proposed
    again = replace(draft, words=seen.words, steps=tuple(step.words for step in seen.steps))
    assert again == draft
