"""Why this week: the family reads the reasons and changes any idea with one tap."""

import html
import re

import pytest

from alongside.areas.programme import actions as programme
from alongside.areas.programme import queries
from alongside.areas.story import actions as story
from alongside.areas.story.values.week import MomentDraft
from alongside.core.capabilities import Capability
from alongside.core.planning import planner
from tests.areas.programme import building, planned
from tests.areas.programme.building import by


@pytest.fixture
def offered(cast, opened, new_uuid):
    """A planned week that was offered to the family."""
    planned.planned_family(cast)
    choices = planned.proposal(cast, opened).choices
    drafts = programme.propose_week(**by(cast.hannah, cast), plan=new_uuid(), choices=choices)
    keys = [one.uuid for one in drafts]
    programme.share_programme(
        **by(cast.hannah, cast), placements=keys, not_yet=dict.fromkeys(keys, "We try it first.")
    )
    return drafts


@pytest.fixture
def read_page(samira, url):
    def read(client=samira):
        answer = client.get(url("week_plan"))
        assert answer.status_code == 200
        return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", answer.content.decode())).split())

    return read


def test_every_idea_says_when_and_why_and_no_points(offered, read_page):
    said = read_page()
    for one in offered:
        assert one.title in said
    assert "Getting dressed happens then anyway." in said
    assert "It is the real thing: Both socks on before school." in said
    assert "waiting for your yes" in said
    assert "points" not in said


def test_an_idea_without_days_of_its_own_is_told_on_the_days_of_its_routine(cast, read_page):
    building.live(cast, routine="play.outdoor")
    assert "Playing outside · every day" in read_page()
    weekend = (MomentDraft(routine="play.outdoor", days=(5, 6), minutes_possible=10),)
    story.keep_week(**by(cast.samira, cast), home=None, moments=weekend)
    assert "Playing outside · Sat, Sun" in read_page()


def test_an_idea_added_by_hand_says_what_it_is_for(cast, read_page):
    goal = planned.goal_with_finding(cast)
    building.live(cast, goal=goal)
    assert "Getting dressed happens then anyway." in read_page()
    assert "It is for: Both socks on before school." in read_page()


def test_one_tap_asks_for_another_idea_and_the_next_plan_knows(cast, opened, offered, samira, url, new_uuid):
    first = offered[0]
    answer = samira.post(url("swap_idea", placement=first.uuid), {"uuid": new_uuid()})
    assert answer.status_code == 302
    again = planned.proposal(cast, opened)
    assert first.strategy not in {one.strategy for one in again.choices}


def test_one_tap_makes_it_lighter(cast, opened, offered, samira, url, new_uuid):
    first = next(one for one in offered if one.can_be_easier)
    assert f'Lighter<span class="vh"> · {first.title}' in samira.get(url("week_plan")).content.decode()
    assert samira.post(url("easier_idea", placement=first.uuid), {"uuid": new_uuid()}).status_code == 302
    seen = queries.placement(opened(cast.hannah, Capability.READ_PROGRAMME), first.uuid)
    assert seen.grade == first.grade - 1


def test_one_tap_says_not_for_us_and_the_next_plan_leaves_it_out(
    cast, opened, offered, samira, url, new_uuid
):
    first = offered[0]
    assert samira.post(url("refuse_idea", placement=first.uuid), {"uuid": new_uuid()}).status_code == 302
    again = planned.proposal(cast, opened)
    assert first.strategy not in {one.strategy for one in again.choices}
    assert "Somebody said no to this one." in {
        one.why.text for one in planner.refusals(again.week.instance, again.plan)
    }


def test_somebody_who_may_not_decide_reads_and_has_no_buttons(sign_in, cast, offered, read_page):
    said = read_page(sign_in(cast.grandma))
    assert offered[0].title in said
    assert "Another idea" not in said


def test_a_finding_that_was_not_shared_with_the_reader_is_not_told(cast, opened, sign_in, new_uuid):
    planned.drawn_day(cast)
    planned.goal_with_finding(cast, icf=("b7602",))
    choices = planned.proposal(cast, opened).choices
    drafts = programme.propose_week(**by(cast.hannah, cast), plan=new_uuid(), choices=choices)
    told = queries.week.planned_reasons(opened(cast.hannah, Capability.READ_PROGRAMME), drafts)
    assert any(one.code == "finding" for planned_ in told.values() for one in planned_.reasons)
    grandma = opened(cast.grandma, Capability.READ_PROGRAMME)
    if not grandma.allows(Capability.READ_FINDINGS):
        hers = queries.week.planned_reasons(grandma, drafts)
        assert not any(one.code == "finding" for planned_ in hers.values() for one in planned_.reasons)


def test_an_empty_week_is_calm(cast, read_page):
    assert "Nothing to do yet." in read_page()
