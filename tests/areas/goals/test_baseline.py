"""The start is scored before anything else, once on each scale, and only on a scale that can be scored."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from uuid import uuid4

import pytest

from alongside.areas.goals import actions as goals
from alongside.areas.goals import queries
from alongside.areas.goals.models import GoalVersion, Rating
from alongside.areas.goals.values import Rater
from alongside.core.attainment import Convention, Level
from alongside.core.capabilities import Capability
from alongside.core.refusals import InvalidInput, NotAllowed, NotFound


def test_the_therapist_writes_down_where_a_goal_starts(cast, socks, start):
    seen = start(socks, words="A grown-up did all of it.").baseline
    assert (seen.level, seen.step, seen.rater, seen.by.name) == (Decimal(-2), 1, Rater.PARENT, "Hannah")
    assert (seen.about_on, seen.version, seen.counts) == (date(2026, 11, 23), 1, True)


def test_a_second_delivery_changes_nothing_and_a_second_start_is_refused(cast, socks, start, propose, draft):
    uuid = uuid4()
    assert start(socks, rating=uuid) == start(socks, rating=uuid)
    with pytest.raises(goals.BaselineScored):
        start(socks)
    other = propose(cast.hannah, draft).uuid
    with pytest.raises(NotFound):
        start(other, rating=uuid)
    assert Rating.objects.count() == 1


def test_nobody_but_the_childs_therapist_scores_the_start(cast, socks, start):
    for player in (cast.samira, cast.grandma, cast.tom, cast.maria, cast.olive):
        with pytest.raises(NotAllowed):
            start(socks, player)
    for player in (cast.other_parent, cast.other_therapist):
        with pytest.raises(NotFound):
            start(socks, player)
    with pytest.raises(NotFound):
        start(socks, cast.other_therapist, child=cast.rosa)
    assert not Rating.objects.exists()


def test_a_goal_is_agreed_before_it_is_scored(cast, propose, draft, start):
    with pytest.raises(goals.GoalNotAgreed):
        start(propose(cast.hannah, draft).uuid)


def test_a_block_stops_the_start_and_never_a_proposal_or_a_yes(cast, propose, agree, start, draft):
    full = replace(draft, steps=(*draft.steps[:2], "Both socks himself, 5 of 5 mornings", *draft.steps[3:]))
    unnamed = replace(draft, scored_by=None)
    for blocked, sentence in ((full, "no room above"), (unnamed, "Name who scores")):
        goal = propose(cast.samira, blocked).uuid
        agree(cast.hannah, goal)
        with pytest.raises(goals.ScaleNotReady, match=sentence):
            start(goal)


def test_the_day_of_the_start_lies_in_the_past_year(cast, socks, start):
    for about_on in (cast.at.date() + timedelta(days=1), date(2025, 11, 21), date(1, 1, 1)):
        with pytest.raises(InvalidInput) as refused:
            start(socks, about_on=about_on)
        assert refused.value.field == "about_on"


def test_who_is_under_way_cannot_write_the_start_afterwards(socks, start, reach):
    reach(socks, 2)
    with pytest.raises(goals.AlreadyUnderWay):
        start(socks)


def test_the_start_of_a_convention_is_kept(cast, socks, start):
    with pytest.raises(goals.NotTheStart, match="level −2 here"):
        start(socks, level=Level.ON_THE_WAY)
    GoalVersion.objects.update(convention=Convention.B1.value)
    with pytest.raises(goals.NotTheStart, match="level −1 here"):
        start(socks, level=Level.HOPED_FOR)
    assert start(socks).baseline.level == -1


def test_other_steps_begin_with_a_start_of_their_own(cast, socks, start, other_scale, opened):
    start(socks)
    other_scale(socks)
    seen = queries.ratings(opened(cast.samira, Capability.READ_GOALS), socks)
    assert (seen.baseline, seen.version, seen.all[0].counts) == (None, 2, False)
    assert "are not compared" in seen.start_lost
    with pytest.raises(goals.AlreadyChanged):
        start(socks, version=1)
    assert start(socks, version=2).baseline.version == 2


def test_more_time_is_the_same_scale_and_keeps_its_start(cast, socks, start, change, agree, gentler):
    start(socks)
    change(cast.samira, socks, 1, gentler)
    agree(cast.hannah, socks, 2)
    with pytest.raises(goals.BaselineScored):
        start(socks, version=2)


def test_a_change_of_what_harder_looks_like_is_another_scale(cast, socks, do, draft, opened):
    do.start(socks)
    do.change(cast.hannah, socks, 1, replace(draft, harder="Hides under the bed"))
    do.agree(cast.samira, socks, 2)
    do.change(cast.samira, socks, 2, replace(draft, title="Socks"))
    do.agree(cast.hannah, socks, 3)
    as_samira, as_hannah = (opened(one, Capability.READ_GOALS) for one in (cast.samira, cast.hannah))
    assert queries.ratings(as_hannah, socks).start_lost
    assert [one.harder for one in queries.versions(as_hannah, socks)] == ["Hides under the bed"] * 2 + [""]
    assert {one.harder for one in queries.versions(as_samira, socks)} == {""}
    assert "harder" not in str([one.changed for one in queries.versions(as_samira, socks)])
