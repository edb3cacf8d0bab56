"""The clinic's own pages: rooms, team, registrations, and who looked."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.urls import reverse

CLINIC, TEAM = reverse("desk:clinic"), reverse("desk:team")


def _member(**more):
    typed = {"uuid": str(uuid4()), "name": "Ines Roth", "short_name": "Ines", "role": "THERAPIST"}
    return typed | {"email": "ines@willow.example"} | more


def _credential(valid_until):
    return {"uuid": str(uuid4()), "register": "HCPC", "number": "OT12345", "valid_until": str(valid_until)}


def test_rooms_are_kept_by_the_desk_and_the_owner(cast, sign_in):
    for player, name in ((cast.maria, "Willow Room"), (cast.olive, "Kingfisher Room")):
        client, typed = sign_in(player), {"uuid": str(uuid4()), "name": name}
        for _ in range(2):
            assert client.post(reverse("desk:add_room"), typed).status_code == 302
        assert client.get(CLINIC).content.decode().count(f"<strong>{name}") == 1
    assert sign_in(cast.maria).post(reverse("desk:add_room"), {"uuid": str(uuid4())}).status_code == 422
    assert sign_in(cast.hannah).get(CLINIC).status_code == 404


def test_only_the_owner_sees_and_changes_the_team(cast, sign_in):
    for player in (cast.maria, cast.hannah, cast.samira, cast.other_therapist):
        client = sign_in(player)
        assert client.get(TEAM).status_code == 404
        assert client.post(TEAM, _member()).status_code == 404
        assert client.post(reverse("desk:end_membership", args=[cast.tom.uuid])).status_code == 404
    page = sign_in(cast.olive).get(TEAM).content.decode()
    assert "Hannah Reid" in page
    assert "Petra Vogel" not in page


def test_somebody_joins_and_leaves(cast, sign_in):
    client = sign_in(cast.olive)
    assert client.post(TEAM, _member(email="")).status_code == 422
    assert client.post(TEAM, _member()).status_code == 302
    assert "Ines Roth" in client.get(TEAM).content.decode()
    assert client.post(reverse("desk:end_membership", args=[cast.tom.uuid])).status_code == 302
    assert sign_in(cast.tom).get(reverse("desk:week")).status_code == 404
    assert client.post(reverse("desk:end_membership", args=[cast.other_therapist.uuid])).status_code == 404


@pytest.mark.parametrize(
    ("days", "says", "is_flagged"),
    [(20, "ends soon, on", True), (-1, "ended on", True), (400, "until ", False)],
)
def test_registrations_that_end_are_flagged(cast, sign_in, days, says, is_flagged):
    client, address = sign_in(cast.olive), reverse("desk:credential", args=[cast.hannah.uuid])
    until = cast.at.date() + timedelta(days=days)
    assert client.post(address, _credential(until)).status_code == 302
    page = client.get(TEAM).content.decode()
    assert says in page
    assert ("Look at these soon" in page) is is_flagged
    assert "OT12345" in client.get(address).content.decode()


def test_a_registration_needs_its_number(cast, sign_in):
    address = reverse("desk:credential", args=[cast.hannah.uuid])
    answer = sign_in(cast.olive).post(address, {"uuid": str(uuid4()), "register": "HCPC"})
    assert answer.status_code == 422
    assert "HCPC" in answer.content.decode()
    assert sign_in(cast.olive).get(reverse("desk:credential", args=[cast.samira.uuid])).status_code == 404


def test_who_looked_names_people_and_not_what_they_read(cast, sign_in):
    sign_in(cast.maria).get(reverse("desk:family", args=[cast.idris]))
    address = reverse("desk:who_looked", args=[cast.idris])
    page = sign_in(cast.olive).get(address).content.decode()
    assert "Maria Silva" in page
    assert "front desk" in page
    assert "looked · the desk’s pages" in page
    assert sign_in(cast.maria).get(address).status_code == 403
    assert sign_in(cast.other_therapist).get(address).status_code == 404
