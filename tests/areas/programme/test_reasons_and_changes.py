"""Why an idea is in the plan, and what we changed."""

from datetime import date
from uuid import uuid4

import pytest

from alongside.areas.evaluation import actions as evaluation
from alongside.areas.evaluation import queries as findings
from alongside.areas.evaluation.values import FindingDraft, FindingKind
from alongside.areas.programme import actions as programme
from alongside.areas.programme import queries
from alongside.core.capabilities import Capability
from alongside.core.progress import ChangeLine
from tests.areas.programme.building import PRIORITY, agreed_goal, by, later, live, noticed, place, share, yes


def chain_of(opened, player, placed):
    child = opened(player, Capability.READ_PROGRAMME)
    return queries.reason_chain(child, queries.placement(child, placed.uuid))


def test_the_chain_goes_from_the_familys_words_to_the_idea(cast, opened):
    placed = place(cast, goal=agreed_goal(cast))
    programme.share_programme(**by(cast.hannah, cast))
    chain = chain_of(opened, cast.samira, placed)
    assert chain.family_words == PRIORITY
    assert chain.finding == "Pulls the heel on with both hands, on the second stair, someone starts the sock"
    assert chain.goal == "Both socks on before school"
    assert chain.idea == placed.title
    assert chain.is_whole


def test_a_finding_alone_still_carries_the_familys_words(cast, opened):
    _, finding = noticed(cast)
    chain = chain_of(opened, cast.hannah, place(cast, finding=finding))
    assert (chain.family_words, chain.goal) == (PRIORITY, "")
    assert not chain.is_whole


def test_a_link_that_is_not_shared_stays_empty(cast, opened):
    _, finding = noticed(cast, share=False)
    placed = place(cast, finding=finding)
    assert chain_of(opened, cast.hannah, placed).finding
    share(cast, placed)
    chain = chain_of(opened, cast.samira, placed)
    assert (chain.finding, chain.family_words, chain.not_yet) == ("", "", "We try it first.")


def test_a_grandmother_reads_the_goal_and_not_the_finding(cast, opened):
    placed = place(cast, goal=agreed_goal(cast))
    programme.share_programme(**by(cast.hannah, cast))
    chain = chain_of(opened, cast.grandma, placed)
    assert chain.goal == "Both socks on before school"
    assert chain.finding == ""


def test_somebody_who_may_not_read_goals_reads_none_here(cast, opened):
    placed = live(cast, goal=agreed_goal(cast))
    seen = queries.placement(opened(cast.hannah, Capability.READ_PROGRAMME), placed.uuid)
    assert queries.reason_chain(opened(cast.maria, Capability.READ_NAME), seen).goal == ""


def test_an_amended_finding_speaks_in_its_newest_words(cast, opened):
    priority, finding = noticed(cast)
    placed = place(cast, finding=finding)
    draft = FindingDraft(
        kind=FindingKind.FINDING,
        area="dressing",
        does="Pulls on one sock.",
        where="on the bed",
        with_help="nobody",
        noticed_on=date(2026, 11, 21),
        priority=priority,
    )
    evaluation.amend_finding(**by(cast.hannah, cast), finding=finding, amended=uuid4(), draft=draft)
    assert len(findings.findings(opened(cast.hannah, Capability.READ_FINDINGS))) == 1
    assert chain_of(opened, cast.hannah, placed).finding == "Pulls on one sock, on the bed, nobody"


def test_the_chains_of_many_ideas_take_as_many_statements_as_of_one(
    cast, opened, django_assert_max_num_queries
):
    goal = agreed_goal(cast)
    placed = [place(cast, goal=goal) for _ in range(6)]
    therapist = opened(cast.hannah, Capability.READ_PROGRAMME)
    with django_assert_max_num_queries(8) as one:
        queries.reason_chains(therapist, placed[:1])
    with django_assert_max_num_queries(len(one.captured_queries)):
        assert len(queries.reason_chains(therapist, placed)) == 6


def test_changes_are_dated_newest_first_and_can_be_read_for_one_idea(cast, opened):
    first, second = live(cast), live(cast, at=later(cast, minutes=1))
    programme.rest_placement(
        **by(cast.samira, cast) | {"at": later(cast, days=3)},
        placement=first.uuid,
        change=uuid4(),
    )
    family = opened(cast.samira, Capability.READ_PROGRAMME, at=later(cast, days=4))
    changes = queries.changes(family)
    assert [(change.placement, change.what) for change in changes[:2]] == [
        (first.uuid, "RESTED"),
        (second.uuid, "AGREED"),
    ]
    assert {change.placement for change in queries.changes(family, placement=second.uuid)} == {second.uuid}
    assert len(queries.changes(family, limit=1)) == 1


@pytest.mark.parametrize("by_goal", [True, False])
def test_phase_lines_mark_when_the_family_began_to_do_something_else(cast, opened, by_goal):
    goal = agreed_goal(cast)
    placed = place(cast, goal=goal)
    programme.share_programme(**by(cast.hannah, cast))
    live(cast)
    yes(cast, placed)
    words = {"placement": placed.uuid, "at": later(cast, days=7)}
    programme.agree_placement(**by(cast.samira, cast) | words, change=uuid4())
    programme.make_easier(**by(cast.samira, cast) | words, change=uuid4())
    family = opened(cast.samira, Capability.READ_PROGRAMME, at=later(cast, days=8))
    lines = queries.phase_lines(family, **({"goal": goal} if by_goal else {"placement": placed.uuid}))
    assert lines == (
        ChangeLine(on=date(2026, 11, 23), label=f"{placed.title}: agreed", about=placed.title),
        ChangeLine(on=date(2026, 11, 30), label=f"{placed.title}: made easier", about=placed.title),
    )
    assert len(queries.phase_lines(family)) == 3


def test_a_baseline_draws_no_line_until_something_changes_at_home(cast, opened):
    goal, looking = agreed_goal(cast), uuid4()
    programme.place_idea(
        **by(cast.hannah, cast),
        placement=looking,
        title="Socks as they are",
        family_words="Dress as you always do.",
        routine="morning.dress",
        minutes=0,
        goal=goal,
        baseline=True,
    )
    programme.share_programme(**by(cast.hannah, cast))
    programme.agree_placement(**by(cast.samira, cast), placement=looking, change=uuid4())
    family = opened(cast.samira, Capability.READ_PROGRAMME, at=later(cast, days=8))
    assert queries.placement(family, looking).baseline
    assert queries.phase_lines(family, goal=goal) == ()
    words = {"placement": looking, "at": later(cast, days=7)}
    programme.reword_placement(**by(cast.hannah, cast) | words, change=uuid4(), title="Sock time")
    assert queries.phase_lines(family, goal=goal) == ()
    programme.reword_placement(
        **by(cast.hannah, cast) | words, change=uuid4(), family_words="Leave him the last pull."
    )
    programme.move_placement(**by(cast.hannah, cast) | words, change=uuid4(), routine="morning.wake")
    lines = queries.phase_lines(family, goal=goal)
    assert [line.label for line in lines] == ["Sock time: new words, moved in the day"]
