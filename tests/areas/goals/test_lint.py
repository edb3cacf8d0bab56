"""The lint on a goal that is kept: all twelve rules for the therapist, the texts alone for the family."""

from dataclasses import replace

import pytest

from alongside.areas.goals import queries
from alongside.core.capabilities import Capability
from alongside.core.refusals import NotFound
from alongside.core.scale_lint import Rule, Severity


@pytest.fixture
def rules(cast, opened):
    def found(player, goal, query=queries.lint):
        return {one.rule: one.severity for one in query(opened(player, Capability.READ_GOALS), goal)}

    return found


def test_a_family_reads_about_its_texts_and_the_therapist_about_everything(cast, propose, draft, rules):
    vague = replace(draft, steps=(*draft.steps[:3], "Copes better", "Socks and shoes"), scored_by=None)
    goal = propose(cast.samira, vague).uuid
    seen = rules(cast.hannah, goal)
    assert seen[Rule.OBSERVABLE] is Severity.WARNING
    assert seen[Rule.SOURCE_NAMED] is Severity.BLOCK
    assert seen[Rule.THREE_GOALS] is Severity.HINT
    assert set(rules(cast.samira, goal)) == {Rule.OBSERVABLE}


def test_the_yes_of_the_family_is_looked_for(cast, propose, agree, draft, rules):
    goal = propose(cast.hannah, draft).uuid
    assert rules(cast.hannah, goal)[Rule.WITH_THE_FAMILY] is Severity.BLOCK
    agree(cast.samira, goal)
    assert Rule.WITH_THE_FAMILY not in rules(cast.hannah, goal)


def test_the_newest_words_are_linted_apart_from_those_in_force(cast, socks, change, draft, rules):
    change(cast.samira, socks, 1, replace(draft, steps=(*draft.steps[:4], "Is good at it")))
    assert Rule.OBSERVABLE not in rules(cast.samira, socks)
    assert Rule.OBSERVABLE in rules(cast.samira, socks, queries.lint_newest)


def test_another_childs_goal_is_not_found(cast, socks, opened):
    with pytest.raises(NotFound):
        queries.lint(opened(cast.other_parent, Capability.READ_GOALS, cast.rosa), socks)
