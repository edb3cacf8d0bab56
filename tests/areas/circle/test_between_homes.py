"""What stays in one home: hours, names put forward, and where a child lives. A restriction beats every role."""

from datetime import date, timedelta
from uuid import uuid4

import pytest

from alongside.areas.circle import actions as circle
from alongside.areas.circle import gate, queries
from alongside.areas.circle.actions.invitations import InvitationGone
from alongside.areas.circle.values import ChildDraft
from alongside.areas.people.values import PersonDraft
from alongside.core.capabilities import Capability
from alongside.core.refusals import InvalidInput, NotFound
from tests.areas.circle.test_two_homes import _keep_contact


def _restrict(cast, player, *named):
    circle.restrict_carer(
        actor=cast.hannah.actor, child=cast.idris, person=player.uuid, named=named, at=cast.at
    )


def _invite(cast, actor, invitation, email="karim@family.example", **changes):
    draft = PersonDraft(uuid=uuid4(), name="Karim Osman", short_name="Karim", email=email)
    given = {"draft": draft, "relation": "Dad", "responsible": True, "at": cast.at} | changes
    return circle.invite_carer(actor=actor, child=cast.idris, invitation=invitation, **given)


def test_shared_contact_tells_phone_and_address_but_not_the_quiet_hours_of_the_other_home(cast, opened):
    _keep_contact(cast, cast.karim, "2222", shared=True)

    def hours(player):
        [seen] = queries.contacts(opened(player, Capability.READ_CONTACT))
        return seen.phone, seen.quiet_from is not None

    assert hours(cast.samira) == ("2222", False)
    assert hours(cast.karim) == hours(cast.hannah) == ("2222", True)


def test_who_left_the_circle_left_no_phone_number_behind(cast, opened):
    _keep_contact(cast, cast.karim, "2222", shared=True)
    circle.end_place(actor=cast.hannah.actor, child=cast.idris, person=cast.karim.uuid, at=cast.at)
    assert queries.contacts(opened(cast.samira, Capability.READ_CONTACT)) == ()
    assert queries.contacts(opened(cast.maria, Capability.READ_CONTACT)) == ()


def test_whom_one_home_names_for_the_circle_the_other_home_does_not_read(cast, opened):
    circle.propose_person(
        actor=cast.samira.actor,
        child=cast.idris,
        proposal=uuid4(),
        name="Yusuf",
        relation="Friend",
        words="He lives with us",
        at=cast.at,
    )

    def names(player):
        return [one.name for one in queries.proposed_people(opened(player, Capability.READ_CIRCLE))]

    assert names(cast.samira) == names(cast.hannah) == names(cast.maria) == ["Yusuf"]
    assert names(cast.karim) == names(cast.grandma) == []


def test_a_restricted_carer_never_reads_where_and_with_whom_the_child_lives(cast, opened):
    draft = ChildDraft(
        uuid=cast.idris,
        name="Idris Osman",
        short_name="Idris",
        born_on=date(2020, 7, 14),
        likes="Trains",
        lives_with="Samira and Yusuf",
        school="Hill School",
    )
    circle.keep_about(actor=cast.hannah.actor, child=cast.idris, draft=draft, at=cast.at)
    _restrict(cast, cast.karim, Capability.READ_STORY)
    seen = queries.about(opened(cast.karim, Capability.READ_STORY))
    assert (seen.likes, seen.lives_with, seen.school) == ("Trains", "", "")
    assert queries.about(opened(cast.samira, Capability.READ_STORY)).school == "Hill School"


def test_a_restriction_beats_the_therapists_own_place(cast, opened):
    circle.place_carer(
        actor=cast.maria.actor,
        child=cast.idris,
        draft=PersonDraft(uuid=uuid4(), name="Hannah Reid", short_name="Hannah", email=cast.hannah.email),
        relation="Aunt",
        responsible=False,
        at=cast.at,
    )
    assert opened(cast.hannah, Capability.READ_NAME).is_team
    _restrict(cast, cast.hannah)
    assert not opened(cast.hannah, Capability.READ_NAME).is_team


def test_a_carer_who_also_owns_the_clinic_still_does_not_see_the_other_homes_talk(cast, opened):
    circle.place_carer(
        actor=cast.maria.actor,
        child=cast.idris,
        draft=PersonDraft(uuid=uuid4(), name="Olive Grant", short_name="Olive", email=cast.olive.email),
        relation="Stepmum",
        responsible=True,
        at=cast.at,
    )
    gate.open_child(cast.karim.actor, cast.idris, Capability.READ_NAME, cast.at, doing="parent.talk")
    looks = queries.who_looked(opened(cast.olive, Capability.READ_TRAIL))
    assert "parent.talk" not in {look.doing for look in looks}


def test_an_invitation_delivered_twice_is_one_and_belongs_to_who_sent_it(cast, opened):
    invitation = uuid4()
    first, token = _invite(cast, cast.maria.actor, invitation, "noor@family.example")
    again, no_token = _invite(cast, cast.maria.actor, invitation, "noor@family.example")
    assert (first, no_token) == (again, "")
    assert token
    with pytest.raises(NotFound):
        _invite(cast, cast.hannah.actor, invitation, "noor@family.example")


def test_an_old_invitation_is_no_way_back_in_for_somebody_who_had_to_leave(cast):
    _, token = _invite(cast, cast.maria.actor, uuid4())
    circle.end_place(actor=cast.hannah.actor, child=cast.idris, person=cast.karim.uuid, at=cast.at)
    with pytest.raises(InvitationGone):
        circle.accept_invitation(actor=cast.karim.actor, token=token, at=cast.at + timedelta(minutes=1))


def test_an_address_that_cannot_be_one_and_a_birthday_that_cannot_be_are_refused(cast):
    for email in ("nobody", "", "a" * 250 + "@family.example", "a\x00@family.example"):
        with pytest.raises(InvalidInput):
            _invite(cast, cast.maria.actor, uuid4(), email)
    taken = PersonDraft(uuid=cast.samira.uuid, name="Noor", short_name="Noor", email="noor@family.example")
    with pytest.raises(NotFound):
        _invite(cast, cast.maria.actor, uuid4(), draft=taken)
    for born_on in (date(2027, 1, 1), date(1, 1, 1)):
        draft = ChildDraft(uuid=cast.idris, name="Idris", short_name="Idris", born_on=born_on)
        with pytest.raises(InvalidInput):
            circle.keep_about(actor=cast.hannah.actor, child=cast.idris, draft=draft, at=cast.at)


def test_a_search_with_a_character_that_no_keyboard_types_finds_nobody(cast):
    assert queries.find_children(cast.maria.actor, "\x00") == ()
    assert len(queries.find_children(cast.maria.actor, "idr\x00 osm")) == 1
