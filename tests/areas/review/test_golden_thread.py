"""From any one thing, the chain both ways, and its gaps by name."""

from datetime import date

import pytest

from alongside.areas.evaluation import actions as evaluation
from alongside.areas.evaluation.values import FindingDraft, FindingKind
from alongside.areas.goals import actions as goals
from alongside.areas.programme import actions as programme
from alongside.areas.review import queries
from alongside.areas.review.values.thread import About, Layer, SignKind
from alongside.areas.wins.values import WinAbout
from alongside.core.refusals import NotFound
from tests.areas.programme import building
from tests.areas.review import threads
from tests.areas.review.loop import tried


@pytest.fixture
def chain(cast, new_uuid):
    """One whole chain."""
    words, finding = building.noticed(cast)
    goal = threads.goal_from(cast, new_uuid, words, finding)
    [idea] = threads.for_goal(cast, new_uuid, goal)
    won = threads.won(cast, new_uuid, WinAbout.IDEA, idea)
    note = threads.noted(cast, new_uuid, goal)
    return {
        About.WORDS: words,
        About.FINDING: finding,
        About.GOAL: goal,
        About.IDEA: idea,
        About.WIN: won,
        About.NOTE: note,
    }


@pytest.fixture
def thread(cast, opened):
    """The thread from one thing, read by Hannah unless said otherwise."""

    def read(about, uuid, player=None, right=threads.LOOK):
        return queries.golden_thread(opened(player or cast.hannah, right), about, uuid)

    return read


@pytest.mark.parametrize("about", list(About))
def test_from_everything_the_same_chain_is_reached(chain, thread, about):
    [strand] = thread(about, chain[about]).strands
    assert [link.uuid for link in strand.words] == [chain[About.WORDS]]
    assert [link.uuid for link in strand.findings] == [chain[About.FINDING]]
    assert strand.goal.uuid == chain[About.GOAL]
    assert [link.uuid for link in strand.ideas] == [chain[About.IDEA]]
    assert strand.missing == ()
    assert strand.ideas[0].more == ""
    links = [*strand.words, *strand.findings, strand.goal, *strand.ideas]
    asked = {link.layer.value for link in links if link.is_here}
    assert asked == ({about.value} if about not in {About.NOTE, About.WIN} else set())


def test_the_newest_two_of_each_kind_are_told_of_how_many(cast, new_uuid, chain, thread):
    for day in range(6):
        tried(cast, new_uuid, chain[About.IDEA], days=day)
    threads.climbed(cast, new_uuid, chain[About.GOAL], step=3)
    threads.noticed_at_home(cast, new_uuid, chain[About.IDEA], "He asked for socks.")
    [strand] = thread(About.GOAL, chain[About.GOAL]).strands
    told = [(sign.kind, sign.on.day) for sign in strand.signs.newest]
    assert told[:2] == [(SignKind.TRIED, 28), (SignKind.TRIED, 27)]
    assert told[2:] == [(SignKind.STEP, 23), (SignKind.WIN, 23), (SignKind.NOTICED, 23)]
    counted = strand.signs
    assert (counted.tried, counted.noticed, counted.wins, counted.steps, counted.of) == (6, 1, 1, 1, 9)


def test_a_step_counts_for_the_goal_and_not_for_each_of_its_ideas(cast, new_uuid, chain, thread):
    threads.climbed(cast, new_uuid, chain[About.GOAL], step=3)
    [whole] = thread(About.GOAL, chain[About.GOAL]).strands
    [one] = thread(About.IDEA, chain[About.IDEA]).strands
    assert (whole.signs.steps, one.signs.steps) == (1, 0)


def test_quick_counts_about_a_goal_stand_in_it_as_so_many_of_so_many(cast, chain, thread):
    threads.counted(cast, chain[About.GOAL], 0, 1, 2)
    signs = thread(About.GOAL, chain[About.GOAL]).strands[0].signs
    told = [(sign.value, sign.on.day) for sign in signs.newest if sign.kind is SignKind.COUNTED]
    assert (told, signs.counted, signs.of) == ([(2, 25), (1, 24)], 3, 4)
    theirs = thread(About.GOAL, chain[About.GOAL], cast.grandma).strands[0].signs
    assert theirs.counted == 0


def test_what_is_not_there_is_missing_by_name(cast, new_uuid, thread):
    goal = building.proposed_goal(cast)
    [alone] = threads.for_goal(cast, new_uuid, None)
    [strand] = thread(About.GOAL, goal).strands
    assert strand.missing == (Layer.IDEA, Layer.SIGN)
    [strand] = thread(About.IDEA, alone).strands
    assert strand.missing == (Layer.WORDS, Layer.FINDING, Layer.GOAL, Layer.SIGN)
    assert strand.ideas[0].more == "We try it first."


def test_words_and_findings_that_nothing_grew_from_stand_alone(cast, thread):
    words, finding = building.noticed(cast)
    for about, uuid in ((About.WORDS, words), (About.FINDING, finding)):
        [strand] = thread(about, uuid).strands
        assert strand.missing == (Layer.GOAL, Layer.IDEA, Layer.SIGN)


def test_a_win_and_a_note_tied_to_nothing_have_no_chain(cast, new_uuid, thread):
    win = threads.won(cast, new_uuid, None, None)
    found = thread(About.WIN, win)
    assert (found.strands, found.start.words) == ((), threads.WIN)
    found = thread(About.NOTE, threads.noted(cast, new_uuid))
    assert (found.strands, found.start.words) == ((), "The last pull is his now.")


def test_a_note_leads_to_the_ideas_that_were_ticked_as_done(cast, new_uuid, thread):
    threads.for_goal(cast, new_uuid, None, 2)
    visit = threads.noted(cast, new_uuid, done=("Idea 2", "Laces"))
    [strand] = thread(About.NOTE, visit).strands
    assert [(link.words, strand.goal) for link in strand.ideas] == [("Idea 2", None)]
    assert thread(About.NOTE, visit, cast.samira).strands == ()


def test_an_amended_finding_stays_in_the_chain_in_its_newest_words(cast, new_uuid, chain, thread):
    anew = FindingDraft(
        kind=FindingKind.FINDING,
        area="dressing",
        does="Pulls with one hand",
        where="on the bed.",
        with_help="someone near",
        noticed_on=date(2026, 11, 22),
        priority=chain[About.WORDS],
    )
    newer = new_uuid()
    said = {"finding": chain[About.FINDING], "amended": newer, "draft": anew}
    evaluation.amend_finding(**building.by(cast.hannah, cast), **said)
    for uuid in (chain[About.FINDING], newer):
        [strand] = thread(About.FINDING, uuid).strands
        assert [(link.words, link.is_here) for link in strand.findings] == [("Pulls with one hand", True)]
    [strand] = thread(About.GOAL, chain[About.GOAL]).strands
    assert strand.findings[0].more == "on the bed, someone near"
    [theirs] = thread(About.GOAL, chain[About.GOAL], cast.samira).strands
    assert theirs.findings[0].words == "Pulls the heel on with both hands"


def test_one_line_of_words_leads_to_every_goal_open_ones_first(cast, new_uuid, chain, thread):
    words, finding = chain[About.WORDS], chain[About.FINDING]
    second = threads.goal_from(cast, new_uuid, words, finding, title="Shoes on")
    goals.close_goal(**building.by(cast.hannah, cast), goal=chain[About.GOAL])
    found = thread(About.WORDS, words)
    assert [(strand.goal.uuid, strand.goal.is_over) for strand in found.strands] == [
        (second, False),
        (chain[About.GOAL], True),
    ]


def test_an_ended_idea_keeps_its_place_and_its_moments(cast, new_uuid, chain, thread):
    tried(cast, new_uuid, chain[About.IDEA])
    said = building.by(cast.hannah, cast, placement=chain[About.IDEA])
    programme.remove_placement(**said, change=new_uuid())
    [strand] = thread(About.GOAL, chain[About.GOAL]).strands
    assert (strand.ideas[0].is_over, strand.signs.tried) == (True, 1)


def test_nothing_of_another_child_is_found(cast, opened, chain):
    theirs = opened(cast.other_therapist, threads.LOOK, child=cast.rosa)
    for about, uuid in chain.items():
        with pytest.raises(NotFound):
            queries.golden_thread(theirs, about, uuid)
