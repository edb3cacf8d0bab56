"""Families at the desk: names and contact data, never a clinical word."""

import re
from datetime import date
from uuid import uuid4

import pytest
from django.core import mail
from django.urls import reverse

from alongside.areas.circle import actions as circle
from alongside.areas.circle.values import ChildDraft
from tests.faces.desk.building import booked

LIST = reverse("desk:families")


def _invite(**more):
    typed = {"uuid": str(uuid4()), "name": "Nadia Osman", "email": "nadia@family.example", "relation": "Aunt"}
    return typed | more


def test_a_family_is_found_by_the_first_letters_of_a_name(cast, sign_in):
    for player in (cast.maria, cast.olive, cast.hannah):
        assert "Idris Osman" in sign_in(player).get(LIST, {"q": "osm"}).content.decode()
    page = sign_in(cast.maria).get(LIST, {"q": "rosa"}).content.decode()
    assert "Nobody by that name yet." in page
    assert "Rosa Stern" in sign_in(cast.other_therapist).get(LIST, {"q": "rosa"}).content.decode()


def test_a_therapist_of_the_clinic_sees_the_name_and_no_link(cast, sign_in):
    page = sign_in(cast.tom).get(LIST, {"q": "idris"}).content.decode()
    assert "Idris Osman" in page
    assert reverse("desk:family", args=[cast.idris]) not in page


def test_typing_is_answered_with_the_list_alone(cast, sign_in):
    page = sign_in(cast.maria).get(LIST, {"q": "idr"}, headers={"HX-Request": "true"}).content.decode()
    assert "Idris Osman" in page
    assert "<html" not in page


def test_without_typing_a_therapist_sees_who_comes(cast, sign_in):
    assert "Idris" not in sign_in(cast.tom).get(LIST).content.decode()
    booked(cast)
    assert "Idris" in sign_in(cast.hannah).get(LIST).content.decode()


def test_the_desk_walks_through_all_names_by_fifty(cast, sign_in, new_uuid):
    for number in range(51):
        name = f"Ada {chr(97 + number // 26)}{chr(97 + number % 26)}"
        draft = ChildDraft(uuid=new_uuid(), name=name, short_name="Ada", born_on=date(2020, 5, 1))
        circle.register_child(actor=cast.maria.actor, clinic=cast.clinic.pk, draft=draft, at=cast.at)
    client = sign_in(cast.maria)
    page = client.get(LIST).content.decode()
    assert page.count("/book/") == 50
    more = re.search(r'href="(\?letter=&amp;after=[^"]+)"', page)[1].replace("&amp;", "&")
    rest = client.get(LIST + more).content.decode()
    assert ("Ada by" in rest, "Idris Osman" in rest, "More names" in rest) == (True, True, False)
    only = client.get(LIST, {"letter": "I"}).content.decode()
    assert "Idris Osman" in only
    assert "Ada by" not in only
    assert "Rosa Stern" not in page + rest
    assert client.get(LIST, {"after": "x"}).status_code == 200


def test_the_family_page_is_for_those_who_may_invite(cast, sign_in, client):
    address = reverse("desk:family", args=[cast.idris])
    for player in (cast.maria, cast.olive, cast.hannah):
        page = sign_in(player).get(address).content.decode()
        assert "Samira Osman" in page
    for player in (cast.tom, cast.samira, cast.grandma):
        assert sign_in(player).get(address).status_code == 403
    for player in (cast.other_therapist, cast.other_parent):
        assert sign_in(player).get(address).status_code == 404
    assert client.get(address).status_code == 302


def test_an_invitation_goes_out_once(cast, sign_in):
    client, address, typed = sign_in(cast.maria), reverse("desk:invite", args=[cast.idris]), _invite()
    for _ in range(2):
        assert client.post(address, typed).status_code == 302
    (letter,) = mail.outbox
    assert letter.to == ["nadia@family.example"]
    assert "Idris" not in letter.body + letter.subject
    page = client.get(reverse("desk:family", args=[cast.idris])).content.decode()
    assert "Nadia Osman" in page
    assert "invited, open until" in page


@pytest.mark.parametrize(
    ("field", "says"), [("name", "Please write a few words here."), ("email", "Write the address like")]
)
def test_an_unfinished_invitation_keeps_what_was_typed(cast, sign_in, field, says):
    answer = sign_in(cast.maria).post(reverse("desk:invite", args=[cast.idris]), _invite(**{field: ""}))
    assert answer.status_code == 422
    assert says in answer.content.decode()
    assert "Aunt" in answer.content.decode()
    assert mail.outbox == []


def test_carers_do_not_invite_from_here(cast, sign_in):
    answer = sign_in(cast.samira).post(reverse("desk:invite", args=[cast.idris]), _invite())
    assert answer.status_code == 403
    assert mail.outbox == []


def test_a_letter_that_did_not_leave_is_said_and_the_invitation_stands(cast, sign_in, settings):
    settings.EMAIL_BACKEND = "tests.faces.desk.building.NoPost"
    answer = sign_in(cast.maria).post(reverse("desk:invite", args=[cast.idris]), _invite(), follow=True)
    page = answer.content.decode()
    assert "The letter did not leave." in page
    assert "Nadia Osman" in page


def _proposed(cast):
    proposal = uuid4()
    circle.propose_person(
        actor=cast.samira.actor,
        child=cast.idris,
        proposal=proposal,
        name="Uncle Yusuf",
        relation="Uncle",
        words="He picks Idris up on Fridays.",
        at=cast.at,
    )
    return proposal


def test_whom_families_would_like_stands_on_one_list_for_the_desk(cast, sign_in):
    assert "Uncle Yusuf" not in sign_in(cast.maria).get(LIST).content.decode()
    proposal = _proposed(cast)
    for player, sees in (
        (cast.maria, True),
        (cast.olive, True),
        (cast.tom, False),
        (cast.other_therapist, False),
    ):
        assert ("Uncle Yusuf" in sign_in(player).get(LIST).content.decode()) is sees
    sign_in(cast.maria).post(reverse("desk:settle", args=[cast.idris, proposal]))
    assert "Uncle Yusuf" not in sign_in(cast.maria).get(LIST).content.decode()


def test_a_familys_proposal_is_settled_once(cast, sign_in):
    proposal = _proposed(cast)
    client = sign_in(cast.maria)
    family = reverse("desk:family", args=[cast.idris])
    assert "Uncle Yusuf" in client.get(family).content.decode()
    address = reverse("desk:settle", args=[cast.idris, proposal])
    assert client.post(address).status_code == 302
    assert client.post(address).status_code == 404
    assert "Uncle Yusuf" not in client.get(family).content.decode()
