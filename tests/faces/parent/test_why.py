"""«Why this?» on each idea and goal: the family's own words first, and the way back."""

from html import unescape

import pytest

from alongside.core.capabilities import Capability as May
from tests.areas.programme import building
from tests.areas.review import threads
from tests.areas.review.loop import tried


@pytest.fixture
def chain(cast, new_uuid):
    """A goal from Samira's words and a shared finding, and an idea for it."""
    words, finding = building.noticed(cast)
    goal = threads.goal_from(cast, new_uuid, words, finding)
    [idea] = threads.for_goal(cast, new_uuid, goal)
    return {"goal": goal, "placement": idea}


def _text(client, address):
    answer = client.get(address)
    assert answer.status_code == 200
    return unescape(answer.content.decode())


@pytest.fixture
def why(url, chain):
    """Both pages as somebody reads them."""

    def read(client):
        idea = _text(client, url("why_idea", placement=chain["placement"]))
        return idea, _text(client, url("why_goal", goal=chain["goal"]))

    return read


def test_the_familys_own_words_come_first(cast, new_uuid, samira, why, chain):
    tried(cast, new_uuid, chain["placement"], words="He pulled it up.")
    for text in why(samira):
        places = [text.index(words) for words in (building.PRIORITY, "Pulls the heel", "He pulled it up.")]
        assert places == sorted(places)
        assert "1 in all: 1 moment." in text


def test_each_page_leads_back_and_on(samira, url, why, chain):
    idea, goal = (text.replace('"', "") for text in why(samira))
    to_idea, to_goal = url("idea", placement=chain["placement"]), url("goal", goal=chain["goal"])
    for text in (idea, goal):
        assert f"href={to_idea}" in text
        assert f"href={to_goal}" in text


def test_today_plan_idea_and_goal_lead_to_it(samira, url, chain):
    idea, goal = url("why_idea", placement=chain["placement"]), url("why_goal", goal=chain["goal"])
    plan = _text(samira, url("plan"))
    assert idea in plan
    assert goal in plan
    assert idea in _text(samira, url("idea", placement=chain["placement"]))
    assert goal in _text(samira, url("goal", goal=chain["goal"]))


def test_what_is_not_there_is_said_kindly(cast, new_uuid, samira, url):
    [idea] = threads.for_goal(cast, new_uuid, None)
    text = _text(samira, url("why_idea", placement=idea))
    for said in (
        "There is no goal for this yet.",
        "We try it first.",
        "Nothing is told yet, and that is fine.",
    ):
        assert said in text


def test_a_part_that_is_not_shared_is_not_called_missing(cast, sign_in, why, new_uuid, chain):
    tried(cast, new_uuid, chain["placement"], words="Mum's own words.")
    for text in why(sign_in(cast.grandma)):
        assert "Pulls the heel" not in text
        assert "This part is not shared with you." in text
        assert "Nothing that was noticed" not in text
        assert "Mum's own words." not in text


def test_a_limited_carer_reads_the_chain_without_the_other_homes_words(cast, karim, restrict, why):
    restrict(May.READ_PROGRAMME, May.READ_GOALS, May.READ_STORY)
    for text in why(karim):
        assert building.PRIORITY not in text
        assert "Both socks on before school" in text
    restrict(May.READ_PROGRAMME)


def test_a_limited_carer_without_the_right_and_outsiders_are_refused(
    cast, sign_in, karim, restrict, url, chain
):
    restrict(May.READ_PROGRAMME)
    assert karim.get(url("why_goal", goal=chain["goal"])).status_code == 403
    assert karim.get(url("why_idea", placement=chain["placement"])).status_code == 200
    other = sign_in(cast.other_parent)
    assert other.get(url("why_idea", placement=chain["placement"])).status_code == 404


def test_a_draft_has_no_why(cast, new_uuid, samira, url, chain):
    drafts = threads.for_goal(cast, new_uuid, chain["goal"], 2)
    _text(samira, url("why_idea", placement=drafts[0]))
    hidden = building.place(cast).uuid
    assert samira.get(url("why_idea", placement=hidden)).status_code == 404
