"""Family: who is here and sees what, how to reach the reader, safety, and who looked."""

import pytest

from alongside.areas.circle import actions as circle
from alongside.areas.circle import queries as known
from alongside.core.capabilities import Capability
from tests.areas.programme import building

PHONE, ADDRESS = "01632 960555", "4 Hill Row"


@pytest.fixture
def karims_contact(cast):
    """Karim's phone, address and quiet hours."""

    def keep(*, shared):
        circle.keep_contact(
            actor=cast.karim.actor, child=cast.idris, phone=PHONE, address=ADDRESS, shared=shared, at=cast.at
        )

    return keep


def test_everybody_is_named_with_what_they_see(samira, url):
    page = samira.get(url("family")).content.decode()
    for name in ("Samira Osman", "Karim Osman", "Amal Osman", "Hannah Reid"):
        assert name in page
    assert "their own moments" in page
    assert "session notes" in page
    assert "The front desk sees the name, visits and contact details." in page


def test_another_homes_phone_is_there_only_when_it_is_shared(samira, url, karims_contact):
    karims_contact(shared=False)
    page = samira.get(url("family")).content.decode()
    assert PHONE not in page
    assert ADDRESS not in page
    karims_contact(shared=True)
    assert PHONE in samira.get(url("family")).content.decode()


def test_own_contact_and_quiet_hours_are_kept(samira, karim, url):
    sent = {"phone": "01632 960777", "quiet_from": "19:30", "quiet_until": "07:30"}
    assert samira.post(url("family"), sent).status_code == 302
    assert "01632 960777" in samira.get(url("family")).content.decode()
    others = karim.get(url("family")).content.decode()
    assert "01632 960777" not in others
    assert "19:30" not in others


def test_a_phone_number_that_nobody_can_ring_is_asked_for_again(samira, url):
    answer = samira.post(url("family"), {"phone": "abc"})
    assert answer.status_code == 422
    assert "Write the number in digits" in answer.content.decode()
    assert 'value="abc"' in answer.content.decode()
    assert samira.post(url("family"), {"phone": ""}).status_code == 302


def test_half_a_quiet_time_is_asked_for_whole(samira, url):
    answer = samira.post(url("family"), {"phone": "01632 960777", "quiet_from": "19:30"})
    assert answer.status_code == 422
    assert "Give both times, or leave both empty." in answer.content.decode()
    assert "01632 960777" in answer.content.decode()


def test_a_person_is_proposed_once_and_the_clinic_decides(samira, url, new_uuid):
    sent = {"uuid": str(new_uuid()), "name": "Yusuf Osman", "relation": "uncle", "words": "Ring him."}
    for _ in range(2):
        assert samira.post(url("propose_person"), sent).status_code == 302
    page = samira.get(url("family")).content.decode()
    assert page.count("Yusuf Osman") == 1
    answer = samira.post(url("propose_person"), sent | {"name": ""})
    assert answer.status_code == 422
    assert "Write their name." in answer.content.decode()


def test_a_safety_fact_counts_at_once(samira, url, new_uuid, opened, cast):
    sent = {"uuid": str(new_uuid()), "code": "food:nuts", "words": "Also traces."}
    for _ in range(2):
        assert samira.post(url("propose_safety"), sent).status_code == 302
    assert known.known_facts(opened(cast.samira, Capability.READ_SAFETY)) == {"food:nuts"}
    assert "Also traces." in samira.get(url("family")).content.decode()
    assert samira.post(url("propose_safety"), sent | {"code": "moonlight"}).status_code == 422


def test_an_empty_tap_tells_nobody_of_an_allergy(samira, url, new_uuid, opened, cast):
    for empty in ({}, {"code": ""}):
        answer = samira.post(url("propose_safety"), {"uuid": str(new_uuid()), "words": "Hm"} | empty)
        assert answer.status_code == 422
        assert "Choose one from the list." in answer.content.decode()
    assert '<option value="" selected>' in samira.get(url("propose_safety")).content.decode()
    assert known.known_facts(opened(cast.samira, Capability.READ_SAFETY)) == frozenset()


def test_what_one_told_can_be_taken_back_until_the_therapist_keeps_it(samira, karim, url, new_uuid, cast):
    fact = new_uuid()
    samira.post(url("propose_safety"), {"uuid": str(fact), "code": "latex", "words": ""})
    back = url("withdraw_safety", fact=fact)
    assert back in samira.get(url("family")).content.decode()
    assert back not in karim.get(url("family")).content.decode()
    assert karim.post(back).status_code == 404
    for _ in range(2):
        assert samira.post(back).status_code == 302
    assert back not in samira.get(url("family")).content.decode()
    kept = new_uuid()
    samira.post(url("propose_safety"), {"uuid": str(kept), "code": "latex", "words": ""})
    circle.confirm_safety_fact(actor=cast.hannah.actor, child=cast.idris, fact=kept, at=cast.at)
    assert samira.post(url("withdraw_safety", fact=kept)).status_code == 404


def test_what_was_noticed_is_read_once_it_is_shared(samira, url, cast):
    building.noticed(cast, share=False)
    assert "Nothing is shared yet." in samira.get(url("findings")).content.decode()


def test_shared_findings_stand_with_the_familys_words(samira, url, cast):
    building.noticed(cast)
    page = samira.get(url("findings")).content.decode()
    assert "Pulls the heel on with both hands" in page
    assert building.PRIORITY in page


def test_the_family_sees_who_looked(samira, sign_in, cast, url):
    sign_in(cast.grandma).get(url("wins"))
    page = samira.get(url("who_looked")).content.decode()
    assert "Amal Osman" in page
    assert "looked at wins" in page


def test_grandma_proposes_nobody_and_reads_no_trail(sign_in, cast, url):
    grandma = sign_in(cast.grandma)
    page = grandma.get(url("family")).content.decode()
    assert "Propose a person" not in page
    assert "To be careful with" not in page
    for name in ("who_looked", "propose_person", "propose_safety", "findings"):
        assert grandma.get(url(name)).status_code == 403


def test_a_restricted_carer_meets_no_other_home(karim, url, restrict):
    restrict(*())
    page = karim.get(url("family")).content.decode()
    assert "Hannah Reid" in page
    assert "How to reach you" in page
    for name in ("Samira", "Amal", "01632 960777"):
        assert name not in page


def test_another_family_finds_no_circle(sign_in, cast, url):
    other = sign_in(cast.other_parent)
    for name in ("family", "findings", "who_looked", "propose_person", "propose_safety"):
        assert other.get(url(name)).status_code == 404
