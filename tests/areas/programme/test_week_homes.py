"""Two homes: each has its own week, things and people, and neither reads of the other."""

from uuid import uuid4

import pytest

from alongside.areas.programme import actions as programme
from alongside.areas.programme import queries
from alongside.areas.programme.models import Placement
from alongside.areas.programme.queries import week
from alongside.areas.story import actions as story
from alongside.areas.story.values.week import MomentDraft
from alongside.core.capabilities import Capability
from alongside.core.planning_check import violations
from tests.areas.programme import building, planned
from tests.areas.programme.building import by


@pytest.fixture
def homes(cast):
    return planned.two_homes(cast)


def test_each_choice_stays_in_the_days_and_with_the_people_of_its_home(cast, opened, homes):
    found = planned.proposal(cast, opened)
    assert {one.name for one in found.week.instance.homes} == {"Mum’s", "Dad’s"}
    assert violations(found.week.instance, [one.choice for one in found.plan.choices]) == []
    days = {homes["Mum’s"]: {0, 1, 2}, homes["Dad’s"]: {3, 4, 5, 6}}
    carers = {homes["Mum’s"]: cast.samira.uuid, homes["Dad’s"]: cast.karim.uuid}
    assert found.choices
    for one in found.choices:
        assert set(one.days) <= days[one.home]
        assert one.carer in {None, carers[one.home]}


def test_a_home_without_an_idea_is_named_with_the_reason(cast, opened, homes):
    def empty():
        return [(one.name, one.why) for one in week.empty_homes(planned.proposal(cast, opened))]

    assert empty() == [("Mum’s", week.Empty.OTHERS)]
    hers = {**by(cast.samira, cast), "home": homes["Mum’s"]}
    story.keep_week(**hers, moments=(MomentDraft(routine="bath", days=(0,), minutes_possible=1),))
    assert empty() == [("Mum’s", week.Empty.NO_PLACE)]
    story.pause_week(**hers, change=uuid4(), from_on=cast.at.date(), until_on=None)
    assert empty() == [("Mum’s", week.Empty.PAUSED)]
    building.place(cast)
    assert empty() == []


def test_a_draft_belongs_to_its_home_and_only_that_home_reads_why(cast, opened, homes):
    choices = planned.proposal(cast, opened).choices
    drafts = programme.propose_week(**by(cast.hannah, cast), plan=uuid4(), choices=choices)
    keys = [one.uuid for one in drafts]
    assert {row.home.uuid for row in Placement.objects.filter(uuid__in=keys)} <= set(homes.values())
    programme.share_programme(
        **by(cast.hannah, cast), placements=keys, not_yet=dict.fromkeys(keys, "We try it first.")
    )
    for player, home in ((cast.samira, "Mum’s"), (cast.karim, "Dad’s")):
        seen = opened(player, Capability.READ_PROGRAMME)
        offered = queries.programme_of(seen).offered
        names = {one.home_name for one in week.planned_reasons(seen, offered).values()}
        assert names <= {home}


def test_another_place_for_an_idea_of_one_home_is_in_that_home(cast, opened, homes):
    choices = [one for one in planned.proposal(cast, opened).choices if one.home == homes["Dad’s"]]
    if not choices:
        choices = [planned.choice(home=homes["Dad’s"], routine="bath", days=(3, 4))]
    (draft, *_) = programme.propose_week(**by(cast.hannah, cast), plan=uuid4(), choices=choices[:1])
    building.share(cast, draft)
    programme.agree_placement(**by(cast.karim, cast), placement=draft.uuid, change=uuid4())
    seen = opened(cast.hannah, Capability.PROPOSE_PROGRAMME)
    there = week.best_other_place(seen, draft.uuid, not_in=())
    assert there is None or there.home == homes["Dad’s"]
