"""Naming homes on the phone. What one parent does there, the other parent does not see."""

from alongside.areas.circle import queries as circle
from alongside.core.capabilities import Capability
from tests.areas.story.drawing import two_homes


def test_a_home_is_named_changed_shared_and_ended(samira, cast, url, opened, new_uuid):
    def mine(player=cast.samira):
        return circle.homes(opened(player, Capability.READ_STORY))

    home = str(new_uuid())
    assert samira.post(url("homes"), {"uuid": home, "name": "At ours"}).status_code == 302
    assert (
        samira.post(
            url("home", home=home), {"uuid": home, "name": "Elm Road", "zone": "Asia/Kolkata"}
        ).status_code
        == 302
    )
    assert [(one.name, one.zone) for one in mine()] == [("Elm Road", "Asia/Kolkata")]
    samira.post(url("put_in_home", home=home), {"person": str(cast.grandma.uuid)})
    assert [one.name for one in mine(cast.grandma)] == ["Elm Road"]
    assert "Samira, Amal" in samira.get(url("homes")).content.decode()
    assert samira.post(url("end_home", home=home)).status_code == 403
    samira.post(url("leave_home", home=home))
    assert mine() == ()


def test_a_name_is_asked_for_and_a_strange_clock_is_refused(samira, url, new_uuid):
    answer = samira.post(url("homes"), {"uuid": str(new_uuid()), "name": " "})
    assert answer.status_code == 422
    assert "Give it a name" in answer.content.decode()
    strange = {"uuid": str(new_uuid()), "name": "Ours", "zone": "Mars/Base"}
    assert samira.post(url("homes"), strange).status_code == 422


def test_the_other_parent_finds_no_trace(karim, cast, url):
    hers, _ = two_homes(cast)
    page = karim.get(url("homes")).content.decode()
    assert "Dad’s" in page
    assert "Mum’s" not in page
    for name in ("home", "leave_home", "end_home", "put_in_home"):
        sent = {"uuid": str(hers), "name": "Mine", "person": str(cast.karim.uuid)}
        assert karim.post(url(name, home=hers), sent).status_code == 404
    assert "Mum’s" not in karim.get(url("who_looked")).content.decode()


def test_a_home_with_a_clock_of_its_own_can_be_named_from_the_list(samira, url):
    assert '<option value="Asia/Kolkata">' in samira.get(url("homes")).content.decode()


def test_grandma_may_look_and_not_name(sign_in, cast, url, new_uuid):
    grandma = sign_in(cast.grandma)
    assert grandma.get(url("homes")).status_code == 200
    assert grandma.post(url("homes"), {"uuid": str(new_uuid()), "name": "Mine"}).status_code == 403
