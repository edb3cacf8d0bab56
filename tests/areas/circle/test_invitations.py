"""Invitations: for one person at one address, once, for fourteen days."""

from datetime import timedelta
from uuid import uuid4

import pytest

from alongside.areas.circle import actions as circle
from alongside.areas.circle import queries
from alongside.areas.circle.actions.invitations import InvitationGone, OtherAddress
from alongside.areas.people.values import PersonDraft
from alongside.config.demo import people
from alongside.core.capabilities import Capability
from alongside.core.refusals import InvalidInput, NotAllowed, NotFound


@pytest.fixture
def invitation(cast):
    draft = PersonDraft(uuid=uuid4(), name="Noor Osman", short_name="Noor", email="Noor@family.example")
    seen, token = circle.invite_carer(
        actor=cast.maria.actor,
        child=cast.idris,
        invitation=uuid4(),
        draft=draft,
        relation="Aunt",
        responsible=False,
        at=cast.at,
    )
    return seen, token


@pytest.fixture
def noor(invitation, cast):
    return people.known("noor@family.example").actor(cast.at)


def test_the_invited_person_comes_in_once_and_a_second_tap_says_the_same(cast, invitation, noor, opened):
    _, token = invitation
    assert circle.find_invitation(token, cast.at).child_short_name == "Idris"
    first = circle.accept_invitation(actor=noor, token=token, at=cast.at)
    again = circle.accept_invitation(actor=noor, token=token, at=cast.at)
    assert first == again == cast.idris
    names = [person.short_name for person in queries.circle_of(opened(cast.samira, Capability.READ_CIRCLE))]
    assert names.count("Noor") == 1


def test_looking_at_an_invitation_never_uses_it_up(cast, invitation, noor):
    _, token = invitation
    for _ in range(3):
        assert circle.find_invitation(token, cast.at).accepted_at is None
    assert circle.accept_invitation(actor=noor, token=token, at=cast.at) == cast.idris


def test_somebody_else_cannot_come_in_with_the_link(cast, invitation):
    _, token = invitation
    with pytest.raises(OtherAddress):
        circle.accept_invitation(actor=cast.other_parent.actor, token=token, at=cast.at)


def test_an_invitation_ends(cast, invitation, noor):
    _, token = invitation
    later = cast.at + timedelta(days=14)
    with pytest.raises(InvitationGone):
        circle.find_invitation(token, later)
    with pytest.raises(InvitationGone):
        circle.accept_invitation(actor=noor, token=token, at=later)
    with pytest.raises(InvitationGone):
        circle.find_invitation("a-guess", cast.at)


def test_the_clinic_sees_open_invitations_and_a_carer_may_only_propose(cast, invitation, opened):
    waiting = queries.open_invitations(opened(cast.hannah, Capability.INVITE))
    assert [seen.name for seen in waiting] == ["Noor Osman"]
    with pytest.raises(NotAllowed, match="You can propose"):
        opened(cast.samira, Capability.INVITE)


def test_a_proposed_person_waits_for_the_clinic(cast, opened):
    proposal = uuid4()

    def propose(player):
        circle.propose_person(
            actor=player.actor,
            child=cast.idris,
            proposal=proposal,
            name="Yusuf",
            relation="Cousin",
            words="",
            at=cast.at,
        )

    propose(cast.samira)
    propose(cast.samira)
    with pytest.raises(NotFound):
        propose(cast.karim)
    looked = opened(cast.hannah, Capability.INVITE)
    assert [person.name for person in queries.proposed_people(looked)] == ["Yusuf"]
    circle.settle_proposal(actor=cast.maria.actor, child=cast.idris, proposal=proposal, at=cast.at)
    assert queries.proposed_people(looked) == ()
    with pytest.raises(NotFound):
        circle.settle_proposal(actor=cast.maria.actor, child=cast.idris, proposal=proposal, at=cast.at)


def test_only_a_therapist_of_the_clinic_can_look_after_a_child(cast, opened):
    circle.place_therapist(actor=cast.maria.actor, child=cast.idris, therapist=cast.tom.uuid, at=cast.at)
    names = [person.short_name for person in queries.therapists_of(opened(cast.samira, Capability.READ_NAME))]
    assert names == ["Hannah", "Tom"]
    with pytest.raises(InvalidInput):
        circle.place_therapist(
            actor=cast.maria.actor, child=cast.idris, therapist=cast.olive.uuid, at=cast.at
        )
    with pytest.raises(NotFound):
        circle.place_therapist(
            actor=cast.maria.actor, child=cast.idris, therapist=cast.other_therapist.uuid, at=cast.at
        )
