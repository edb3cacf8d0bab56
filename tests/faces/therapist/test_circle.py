"""Circle and safety, and wins."""

import pytest

from alongside.areas.circle import actions as circle
from alongside.areas.circle import queries as circle_read
from alongside.areas.wins import queries as wins
from alongside.core.capabilities import Capability
from tests.areas.programme import building


@pytest.fixture
def typed(new_uuid):
    return {
        "uuid": new_uuid(),
        "person": new_uuid(),
        "name": "Yusuf Osman",
        "short_name": "Yusuf",
        "email": "yusuf@family.example",
        "relation": "Uncle",
    }


def test_an_invitation_goes_out_once_by_letter(hannah, url, typed, mailoutbox):
    for _time in range(2):
        assert hannah.post(url("invite"), typed).status_code == 302
    (letter,) = mailoutbox
    assert letter.to == ["yusuf@family.example"]
    assert "/invitation/" in letter.body
    assert "Idris" not in letter.subject + letter.body


def test_an_address_is_needed_and_the_name_stays(hannah, url, typed, mailoutbox):
    answer = hannah.post(url("invite"), typed | {"email": ""})
    assert answer.status_code == 422
    assert "Yusuf Osman" in answer.content.decode()
    assert mailoutbox == []


def test_a_carer_is_limited_by_name_and_the_limit_is_lifted(cast, hannah, url, sign_in):
    hannah.post(url("restrict", cast.karim.uuid), {"named": ["READ_WINS"]})
    assert "wins" in hannah.get(url("circle")).content.decode()
    grown = {one.name: one for one in _people(cast)}
    assert grown["Karim Osman"].named == (Capability.READ_WINS,)
    hannah.post(url("lift", cast.karim.uuid))
    assert not {one.name: one for one in _people(cast)}["Karim Osman"].restricted
    assert hannah.post(url("end_place", cast.karim.uuid)).status_code == 302
    assert "Karim Osman" not in {one.name for one in _people(cast)}


def _people(cast):
    from alongside.areas.circle import gate

    opened = gate.open_child(
        cast.hannah.actor, cast.idris, Capability.READ_CIRCLE, cast.at, doing="tests.look"
    )
    return circle_read.circle_of(opened)


def test_a_safety_fact_is_told_kept_and_ended(cast, hannah, url, new_uuid):
    fact = new_uuid()
    circle.propose_safety_fact(**building.by(cast.samira, cast), fact=fact, code="latex", words="Plasters")
    assert "told by the family" in hannah.get(url("circle")).content.decode()
    assert hannah.post(url("confirm_fact", fact)).status_code == 302
    assert "told by the family" not in hannah.get(url("circle")).content.decode()
    own = {"uuid": new_uuid(), "code": "runs_off", "words": "At the park"}
    for _time in range(2):
        assert hannah.post(url("record_fact"), own).status_code == 302
    assert hannah.get(url("circle")).content.decode().count("At the park") == 1
    assert hannah.post(url("record_fact"), own | {"code": "dragons"}).status_code == 422
    assert hannah.post(url("record_fact"), own | {"code": ""}).status_code == 422
    assert hannah.post(url("end_fact", fact)).status_code == 302
    assert "Plasters" not in hannah.get(url("circle")).content.decode()


def test_somebody_the_family_named_is_dealt_with(cast, hannah, url, new_uuid):
    person = new_uuid()
    circle.propose_person(
        **building.by(cast.samira, cast), proposal=person, name="Ines", relation="Childminder", words=""
    )
    assert "Ines" in hannah.get(url("circle")).content.decode()
    assert hannah.post(url("settle", person)).status_code == 302
    assert "Childminder" not in hannah.get(url("circle")).content.decode()


def test_only_the_own_therapist_restricts(cast, sign_in, url):
    for player, answer in ((cast.tom, 403), (cast.samira, 403), (cast.other_therapist, 404)):
        assert sign_in(player).post(url("restrict", cast.karim.uuid), {}).status_code == answer


def test_a_win_is_added_once_and_gets_the_line_on_why_it_was_hard(cast, hannah, url, opened, new_uuid):
    win = {"uuid": new_uuid(), "words": "Both heels.", "happened_on": "2026-11-22"}
    for _time in range(2):
        assert hannah.post(url("add_win"), win).status_code == 302
    assert hannah.post(url("say_why", win["uuid"]), {"words": ""}).status_code == 422
    assert hannah.post(url("say_why", win["uuid"]), {"words": "The heel hides."}).status_code == 302
    (seen,) = wins.wins(opened(cast.samira, Capability.READ_WINS))
    assert (seen.words, seen.why.words) == ("Both heels.", "The heel hides.")


def test_the_diary_asks_and_a_person_decides(cast, hannah, url, idea, tried, opened):
    from alongside.core.moments import Help

    tried(idea, 3)
    tried(idea, with_help=Help.BY_SELF)
    assert hannah.post(url("look_for_wins")).status_code == 302
    (asked,) = wins.asked(opened(cast.hannah, Capability.READ_WINS))
    assert asked.ask in hannah.get(url("wins")).content.decode()
    assert hannah.post(url("confirm_win", asked.uuid), {"words": ""}).status_code == 422
    assert hannah.post(url("confirm_win", asked.uuid), {"words": "All by himself."}).status_code == 302
    assert "All by himself." in hannah.get(url("wins")).content.decode()
