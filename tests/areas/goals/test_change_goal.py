"""A change by one side is a proposal; what both agreed stays in force, and every version can be read."""

from dataclasses import replace
from datetime import date
from uuid import uuid4

import pytest

from alongside.areas.circle.values import Voice
from alongside.areas.goals import actions as goals
from alongside.areas.goals import queries
from alongside.areas.goals.models import GoalVersion
from alongside.areas.goals.values import GoalState, Side
from alongside.core.capabilities import Capability
from alongside.core.refusals import InvalidInput, NotAllowed, NotFound


def test_the_last_agreed_words_stay_in_force_until_the_other_side_agrees(
    cast, socks, change, agree, draft, gentler
):
    seen = change(cast.karim, socks, 1, gentler)
    assert (seen.review_on, seen.version, seen.versions) == (draft.words.by_when, 1, 2)
    assert (seen.proposed.number, seen.proposed.changed) == (2, ("by_when",))
    assert (seen.waiting_for, seen.state) == (Side.THERAPIST, GoalState.AGREED)
    agreed = agree(cast.hannah, socks, 2)
    assert (agreed.review_on, agreed.version, agreed.proposed) == (date(2027, 1, 29), 2, None)


def test_both_carers_see_what_one_of_them_proposed(cast, socks, change, gentler, opened):
    change(cast.samira, socks, 1, gentler)
    as_karim = queries.goal(opened(cast.karim, Capability.READ_GOALS), socks)
    assert as_karim.proposed.by.name == "Samira"
    assert as_karim.waiting_for is Side.THERAPIST


def test_the_versions_tell_who_changed_what(cast, socks, do, draft, gentler, opened):
    do.change(cast.samira, socks, 1, gentler)
    kinder = replace(gentler, title="Socks", steps=(*draft.steps[:4], "Shoes, too"))
    do.change(cast.hannah, socks, 2, kinder)
    seen = queries.versions(opened(cast.grandma, Capability.READ_GOALS), socks)
    assert [(one.number, one.by.name, one.by.voice, one.changed) for one in seen] == [
        (3, "Hannah", Voice.THERAPIST, ("title", "step_5")),
        (2, "Samira", Voice.FAMILY, ("by_when",)),
        (1, "Hannah", Voice.THERAPIST, ()),
    ]
    assert [one.agreed_at for one in seen] == [None, None, cast.at]
    assert do.agree(cast.samira, socks, 3).in_force.number == 3


def test_who_looked_at_older_words_is_asked_to_look_again(cast, socks, change, gentler):
    change(cast.samira, socks, 1, gentler)
    with pytest.raises(goals.AlreadyChanged):
        change(cast.hannah, socks, 1, gentler)


def test_a_second_delivery_changes_nothing_and_its_uuid_serves_nobody_else(
    cast, socks, propose, change, draft, gentler
):
    version = uuid4()
    first = change(cast.samira, socks, 1, gentler, version)
    assert change(cast.samira, socks, 1, gentler, version) == first
    assert GoalVersion.objects.count() == 2
    with pytest.raises(NotFound):
        change(cast.karim, socks, 2, gentler, version)
    other = propose(cast.samira, draft).uuid
    with pytest.raises(NotFound):
        change(cast.samira, other, 1, gentler, version)


def test_a_change_is_held_to_the_same_bounds(cast, socks, change, gentler):
    with pytest.raises(InvalidInput) as refused:
        change(cast.samira, socks, 1, replace(gentler, title=""))
    assert refused.value.field == "title"
    assert GoalVersion.objects.count() == 1


def test_others_cannot_change_a_goal_and_another_childs_is_not_found(cast, socks, change, gentler):
    for player in (cast.grandma, cast.tom, cast.maria, cast.olive):
        with pytest.raises(NotAllowed):
            change(player, socks, 1, gentler)
    with pytest.raises(NotFound):
        change(cast.other_parent, socks, 1, gentler)
    with pytest.raises(NotFound):
        change(cast.other_parent, socks, 1, gentler, child=cast.rosa)


def test_the_therapist_closes_a_goal_with_words_and_it_stays_readable(cast, socks, close, opened):
    closed = close(cast.hannah, socks, "Socks are his now.")
    assert (closed.state, closed.closed_words, closed.closed_at) == (
        GoalState.CLOSED,
        "Socks are his now.",
        cast.at,
    )
    assert close(cast.hannah, socks, "Again") == closed
    assert queries.goals_of(opened(cast.samira, Capability.READ_GOALS)) == (closed,)


def test_a_closed_goal_no_longer_changes(cast, socks, do, gentler):
    do.close(cast.hannah, socks)
    for change_it in (
        lambda: do.change(cast.samira, socks, 1, gentler),
        lambda: do.agree(cast.samira, socks),
        lambda: do.climb(cast.hannah, socks, 2),
    ):
        with pytest.raises(goals.GoalClosed):
            change_it()


def test_a_family_takes_back_a_goal_that_is_talked_about_but_not_an_agreed_one(
    cast, socks, propose, close, draft
):
    with pytest.raises(NotAllowed, match="therapist closes"):
        close(cast.samira, socks)
    talked = propose(cast.samira, draft).uuid
    assert close(cast.karim, talked).waiting_for is None
    for asked in ({"goal": uuid4()}, {"goal": socks, "child": cast.rosa}):
        with pytest.raises(NotFound):
            close(cast.other_parent, **{"child": cast.rosa} | asked)


def test_open_goals_come_before_closed_ones(cast, socks, propose, close, draft, opened):
    second = propose(cast.samira, draft).uuid
    close(cast.hannah, socks)
    as_samira = opened(cast.samira, Capability.READ_GOALS)
    assert [one.uuid for one in queries.goals_of(as_samira)] == [second, socks]


def test_many_goals_are_read_in_as_many_statements_as_one(
    cast, socks, propose, draft, opened, django_assert_num_queries
):
    as_samira = opened(cast.samira, Capability.READ_GOALS)
    for count in (1, 4):
        with django_assert_num_queries(4):
            assert len(queries.goals_of(as_samira)) == count
        for _ in range(3):
            propose(cast.hannah, draft)
