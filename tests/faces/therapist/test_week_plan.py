"""Plan the week: what the page says, and what its buttons do."""

import html
import re
from dataclasses import replace
from uuid import uuid4

import pytest

from alongside.areas.circle import actions as circle
from alongside.areas.programme import queries as plan
from alongside.core.capabilities import Capability
from alongside.core.planning.planner import More
from alongside.faces.therapist import week_plan
from tests.areas.programme import building, planned
from tests.areas.programme.building import by


@pytest.fixture
def family(cast):
    return planned.planned_family(cast)


@pytest.fixture
def read_page(hannah, url):
    """The page's words: ``read_page(q="swing")``."""

    def read(**asked):
        answer = hannah.get(url("week_plan"), asked)
        assert answer.status_code == 200
        return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", answer.content.decode())).split())

    return read


@pytest.fixture
def seal(hannah, url):
    """What the button «keep as drafts» sends."""
    shown = re.compile(r'name="seal" value="([0-9a-f]{16})"')
    return lambda: shown.search(hannah.get(url("week_plan")).content.decode()).group(1)


@pytest.fixture
def drafts(cast, opened):
    return lambda: plan.programme_of(opened(cast.hannah, Capability.PROPOSE_PROGRAMME)).drafts


def test_each_choice_says_why_in_plain_sentences_and_in_points(family, read_page):
    said = read_page()
    assert "The best plan there is" in said
    assert "Getting dressed happens then anyway." in said
    assert "It practises the real thing: Both socks on before school." in said
    assert re.search(r"Why, in \d+ points", said)
    assert "On a bad week this rests first" in said
    assert "With five more minutes a day" in said


def test_an_exchange_for_the_same_points_is_nothing_better(cast, opened, family):
    found = planned.proposal(cast, opened)
    one = found.plan.choices[0].choice
    more = More(minutes=5, plan=found.plan, points=0, comes=(one,), goes=(one,))
    assert week_plan.bought(found, more) == ("Nothing better. Time is not what is short.",)
    told = week_plan.bought(found, replace(more, points=3))
    assert [words.split(":")[0] for words in told] == ["In comes", "Out goes", "3 points more."]


def test_a_skill_is_told_with_the_day_on_which_it_was_noticed(cast, read_page):
    planned.drawn_day(cast)
    planned.goal_with_finding(cast, icf=("b7602",))
    assert "It builds two hands, eye-hand coordination, from what we noticed on 4 September" in read_page()


def test_why_not_names_the_rule(cast, family, read_page):
    circle.record_safety_fact(
        **by(cast.hannah, cast), fact=cast.idris, code="seizures_uncontrolled", words=""
    )
    said = read_page(q="swing")
    assert "Not this one: Has seizures that are not under control." in said
    assert "No idea by these words is left out." in read_page(q="no such thing at all")


def test_what_is_missing_is_said_first(cast, read_page):
    said = read_page()
    assert "The family’s week is not drawn yet." in said
    assert "No goal is agreed yet." in said
    assert "Keep" not in said.split("Why not")[0]


def test_the_week_is_kept_as_drafts_once(family, hannah, url, seal, drafts, new_uuid):
    sent = {"uuid": new_uuid(), "seal": seal()}
    assert hannah.post(url("keep_week"), sent).status_code == 302
    kept = drafts()
    assert kept
    assert hannah.post(url("keep_week"), sent).status_code == 302
    assert drafts() == kept


def test_what_changed_since_is_looked_at_again_first(cast, hannah, url, seal, drafts):
    planned.planned_family(cast)
    sent = {"uuid": uuid4(), "seal": seal()}
    planned.drawn_day(cast, minutes=3)
    refused = hannah.post(url("keep_week"), sent)
    assert refused.status_code == 422
    assert "The week changed since you looked." in refused.content.decode()
    assert drafts() == ()


def test_a_home_that_gets_no_idea_is_told_why(cast, read_page):
    planned.two_homes(cast)
    assert "Nothing for Mum’s this week: the others fit better." in read_page()


def test_the_familys_own_idea_is_named_as_keeping_its_place(cast, family, read_page):
    planned.own_live(cast)
    assert "The family’s own ideas keep their place: Last pull is his." in read_page()


def test_a_draft_of_hers_is_named_as_keeping_its_place(cast, family, read_page):
    idea = building.place(cast, strategy=planned.FLANNEL, routine="bath")
    assert f"Your drafts keep their place: {idea.title}." in read_page()


def test_an_idea_is_kept_out_and_let_in_again(family, hannah, url, read_page, new_uuid):
    assert "My flannel, my face" in read_page()
    word = {"uuid": new_uuid(), "strategy": planned.FLANNEL, "kind": "BAN"}
    assert hannah.post(url("wish_week"), word).status_code == 302
    said = read_page()
    assert "What the plan keeps to My flannel, my face not this one" in said
    assert "My flannel, my face new" not in said
    assert hannah.post(url("end_wish"), {"wish": word["uuid"]}).status_code == 302
    assert "What the plan keeps to" not in read_page()


@pytest.mark.parametrize(
    ("name", "sent"),
    [
        ("keep_week", {"seal": "x"}),
        ("wish_week", {"kind": "MAYBE"}),
        ("wish_week", {"strategy": "x" * 99}),
        ("end_wish", {"wish": "nothing"}),
    ],
)
def test_odd_input_is_refused_with_the_page(family, hannah, url, name, sent):
    assert hannah.post(url(name), sent).status_code == 422


def test_an_unknown_idea_or_wish_is_not_found(family, hannah, url, new_uuid):
    unknown = {"uuid": new_uuid(), "strategy": "NOPE", "kind": "PIN"}
    assert hannah.post(url("wish_week"), unknown).status_code == 404
    assert hannah.post(url("end_wish"), {"wish": new_uuid()}).status_code == 404


def test_another_therapist_of_the_clinic_does_not_see_it(sign_in, cast, family, url):
    assert sign_in(cast.tom).get(url("week_plan")).status_code in {403, 404}
