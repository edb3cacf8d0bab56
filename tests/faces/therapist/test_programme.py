"""The home programme: drafts, safety, reasons, sharing, and the buttons of an idea in the day."""

import pytest

from alongside.areas.circle import actions as circle
from alongside.areas.programme import queries as plan
from alongside.areas.programme.values import PlacementState
from alongside.core.capabilities import Capability
from tests.areas.programme import building


@pytest.fixture
def add(hannah, url, new_uuid):
    """Add an idea of the library to the mornings."""

    def added(strategy, uuid=None, **more):
        typed = {"uuid": uuid or new_uuid(), "strategy": strategy, "routine": "morning.dress"}
        return hannah.post(url("place_strategy"), typed | more)

    return added


@pytest.fixture
def programme(cast, opened):
    return lambda: plan.programme_of(opened(cast.hannah, Capability.READ_PROGRAMME))


def test_an_idea_is_added_once_as_a_draft(add, programme, new_uuid):
    uuid = new_uuid()
    assert add(building.SOCKS, uuid).status_code == 302
    assert add(building.SOCKS, uuid).status_code == 302
    assert [draft.uuid for draft in programme().drafts] == [uuid]


def test_safety_refuses_with_the_reason_until_a_therapist_writes_why(cast, add, programme, new_uuid):
    circle.record_safety_fact(
        **building.by(cast.hannah, cast), fact=new_uuid(), code="latex", words="Plasters"
    )
    refused = add(building.BALLOON)
    assert refused.status_code == 422
    assert "Why it is right for this child" in refused.content.decode()
    assert programme().drafts == ()
    assert add(building.BALLOON, override="Foil balloons only, we tried them here.").status_code == 302
    assert programme().drafts[0].override.words.startswith("Foil balloons")


def test_sharing_asks_for_a_reason_where_goal_or_finding_is_missing(hannah, url, add, programme, new_uuid):
    uuid = new_uuid()
    add(building.SOCKS, uuid)
    assert "Why there is no finding or agreed goal yet" in hannah.get(url("programme")).content.decode()
    refused = hannah.post(url("share_programme"), {})
    assert refused.status_code == 422
    assert "Not tied to a finding and an agreed goal yet" in refused.content.decode()
    assert programme().live == ()
    assert hannah.post(url("share_programme"), {f"not_yet_{uuid}": "We try it first."}).status_code == 302
    assert [placed.uuid for placed in programme().offered] == [uuid]


def test_an_idea_for_an_agreed_goal_shows_its_whole_reason(hannah, url, add, goal):
    add(building.SOCKS, goal=goal)
    text = hannah.get(url("programme")).content.decode()
    assert "I want mornings where nobody cries before school." in text
    assert "Pulls the heel on with both hands" in text
    assert "Why there is no finding or agreed goal yet" not in text
    assert hannah.post(url("share_programme"), {}).status_code == 302


def test_the_buttons_make_it_easier_let_it_rest_and_end_it(hannah, url, idea, programme, new_uuid):
    def press(do, uuid=None):
        return hannah.post(url("change_placement", idea.uuid), {"uuid": uuid or new_uuid(), "do": do})

    once = new_uuid()
    assert [press("easier", once).status_code, press("easier", once).status_code] == [302, 302]
    assert programme().live[0].grade == -1
    assert press("rest").status_code == 302
    assert programme().resting[0].state is PlacementState.RESTING
    assert press("resume").status_code == 302
    assert press("remove").status_code == 302
    assert programme().live == ()


def test_a_button_that_cannot_says_why(hannah, url, idea, new_uuid):
    answers = [
        hannah.post(url("change_placement", idea.uuid), {"uuid": new_uuid(), "do": "easier"})
        for _time in range(6)
    ]
    assert answers[-1].status_code == 422


def test_the_forms_of_an_idea_open_when_asked_for(hannah, url, idea):
    assert "Keep these words" not in hannah.get(url("programme")).content.decode()
    text = hannah.get(url("programme") + f"?open={idea.uuid}").content.decode()
    for words in ("Keep these words", "Keep what it is for", "Move to"):
        assert words in text, words
    own = hannah.get(url("programme") + "?open=own").content.decode()
    assert "Add this idea" in own
    assert "Keep these words" not in own


def test_an_idea_of_their_own_that_is_refused_stays_open(hannah, url, new_uuid):
    answer = hannah.post(url("place_idea"), {"uuid": new_uuid(), "title": "Chef’s hands"})
    assert answer.status_code == 422
    assert "Chef’s hands" in answer.content.decode()


def test_an_idea_moves_and_gets_other_words(hannah, url, idea, programme, new_uuid):
    move = {"uuid": new_uuid(), "routine": "bedtime"}
    assert hannah.post(url("move_placement", idea.uuid), move).status_code == 302
    words = {"uuid": new_uuid(), "family_words": "You start, he pulls.", "minutes": 3}
    assert hannah.post(url("reword_placement", idea.uuid), words).status_code == 302
    (placed,) = programme().live
    assert (placed.routine, placed.family_words, placed.minutes) == ("bedtime", "You start, he pulls.", 3)


def test_refused_words_stay_on_the_page(hannah, url, idea, new_uuid):
    typed = {"uuid": new_uuid(), "family_words": "You start, he pulls.", "minutes": 1000}
    answer = hannah.post(url("reword_placement", idea.uuid), typed)
    assert answer.status_code == 422
    assert "You start, he pulls." in answer.content.decode()


def test_the_familys_own_idea_keeps_their_voice(hannah, url, programme, new_uuid):
    typed = {
        "uuid": new_uuid(),
        "title": "Chef’s hands",
        "family_words": "Mash one thing.",
        "routine": "meal.dinner",
        "minutes": 5,
        "whose": "FAMILY",
    }
    assert hannah.post(url("place_idea"), typed).status_code == 302
    assert programme().drafts[0].title == "Chef’s hands"
    assert "the family’s idea" in hannah.get(url("programme")).content.decode()


def test_the_library_narrows_beside_the_day(hannah, url):
    text = hannah.get(url("programme"), {"q": "sock", "minutes": "10"}).content.decode()
    assert "No idea fits" not in text
    assert "No idea fits" in hannah.get(url("programme"), {"q": "submarine"}).content.decode()


def test_a_colleague_and_a_parent_cannot_place(cast, sign_in, url, new_uuid):
    typed = {"uuid": new_uuid(), "strategy": building.SOCKS, "routine": "morning.dress"}
    assert sign_in(cast.tom).post(url("place_strategy"), typed).status_code == 403
    assert sign_in(cast.samira).post(url("place_strategy"), typed).status_code == 403
