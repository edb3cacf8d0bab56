"""Goals for lists: the same answers as the whole goals, in one statement; and what waits for the therapist."""

import pytest

from alongside.areas.goals import queries
from alongside.core.capabilities import Capability


@pytest.fixture
def look(cast, opened):
    return lambda player=None: opened(player or cast.hannah, Capability.READ_GOALS)


def _same(opened):
    whole = queries.goals_of(opened)
    short = queries.goals_in_short(opened)
    fields = ("uuid", "state", "title", "review_on", "waiting_for", "reached")
    return [[getattr(one, name) for name in fields] for one in whole] == [
        [getattr(one, name) for name in fields] for one in short
    ]


def test_a_list_follows_the_steps_that_both_agreed(look, socks, do, other_steps, cast):
    assert _same(look())
    do.reach(socks, 2)
    do.reach(socks, 3)
    assert _same(look())
    do.change(cast.hannah, socks, 1, other_steps)
    do.agree(cast.samira, socks, 2)
    assert _same(look())


def test_a_list_says_whose_yes_is_missing_and_what_is_closed(cast, look, socks, do, gentler):
    do.change(cast.samira, socks, 1, gentler)
    assert _same(look())
    do.agree(cast.hannah, socks, 2)
    do.close(cast.hannah, socks)
    assert _same(look())


def test_a_list_of_goals_is_one_statement(cast, look, socks, propose, draft, django_assert_num_queries):
    propose(cast.samira, draft)
    hannah = look()
    assert _same(hannah)
    with django_assert_num_queries(1):
        assert len(queries.goals_in_short(hannah)) == 2


def test_what_a_family_wrote_waits_until_the_therapist_says_yes(
    cast, look, propose, draft, do, django_assert_num_queries
):
    goal, hannah = propose(cast.samira, draft).uuid, look()
    with django_assert_num_queries(2):
        [waiting] = queries.waiting_for_therapist([hannah])
    assert (waiting.goal, waiting.title, waiting.by_name, waiting.is_step) == (
        goal,
        draft.title,
        "Samira",
        False,
    )
    do.agree(cast.hannah, goal)
    assert queries.waiting_for_therapist([look()]) == ()


def test_a_familys_step_waits_and_the_therapists_own_does_not(cast, look, socks, do):
    mine = do.climb(cast.hannah, socks, 2).step_proposal
    assert queries.waiting_for_therapist([look()]) == ()
    do.answer(cast.samira, mine.uuid)
    theirs = do.climb(cast.samira, socks, 3).step_proposal
    [waiting] = queries.waiting_for_therapist([look()])
    assert (waiting.goal, waiting.is_step, waiting.by_name) == (socks, True, "Samira")
    do.answer(cast.hannah, theirs.uuid)
    assert queries.waiting_for_therapist([look()]) == ()


def test_nothing_waits_for_somebody_who_does_not_look_after_the_child(cast, look, propose, draft):
    propose(cast.samira, draft)
    assert queries.waiting_for_therapist([look(cast.samira)]) == ()
    assert queries.waiting_for_therapist([]) == ()
