"""The golden thread shows each reader what the gate lets them read, and never says missing of what is hidden."""

import pytest

from alongside.areas.circle import actions as circle
from alongside.areas.practice.values import SeenBy
from alongside.areas.programme import actions as programme
from alongside.areas.review import queries
from alongside.areas.review.values.thread import About, Layer
from alongside.areas.wins.values import WinAbout
from alongside.core.capabilities import Capability as May
from alongside.core.refusals import NotAllowed, NotFound
from tests.areas.programme import building
from tests.areas.review import threads
from tests.areas.review.loop import tried


@pytest.fixture
def goal(cast, new_uuid):
    """A goal whose finding was not shared, with one idea on the phone and a draft."""
    words, finding = building.noticed(cast, share=False)
    return threads.goal_from(cast, new_uuid, words, finding)


@pytest.fixture
def idea(cast, new_uuid, goal):
    [idea] = threads.for_goal(cast, new_uuid, goal)
    return idea


@pytest.fixture
def draft(cast, new_uuid, goal):
    key = new_uuid()
    what = {"title": "A secret sock", "family_words": "Wait.", "routine": "bedtime", "minutes": 1}
    programme.place_idea(**building.by(cast.hannah, cast), placement=key, goal=goal, **what)
    return key


@pytest.fixture
def strand(cast, opened, goal):
    """The goal's strand as somebody reads it, opened for the programme unless said otherwise."""

    def read(player, right=May.READ_GOALS):
        found = queries.golden_thread(opened(player, right), About.GOAL, goal)
        return found.strands[0], found

    return read


def _limit(cast, *named):
    circle.restrict_carer(**building.by(cast.hannah, cast), person=cast.karim.uuid, named=named)


def test_a_carer_sees_neither_an_unshared_finding_nor_a_draft(cast, opened, strand, idea, draft):
    theirs, _ = strand(cast.samira)
    assert (theirs.findings, [link.uuid for link in theirs.ideas]) == ((), [idea])
    assert Layer.FINDING in theirs.missing
    hers, _ = strand(cast.hannah)
    assert (len(hers.findings), [link.uuid for link in hers.ideas]) == (1, [idea, draft])
    unshared = hers.findings[0].uuid
    for about, uuid in ((About.FINDING, unshared), (About.IDEA, draft)):
        with pytest.raises(NotFound):
            queries.golden_thread(opened(cast.samira, May.READ_GOALS), about, uuid)


def test_an_unshared_note_is_found_by_the_therapist_alone(cast, new_uuid, opened, goal):
    visit = threads.noted(cast, new_uuid, goal, share=False)
    assert queries.golden_thread(opened(cast.hannah, May.READ_GOALS), About.NOTE, visit).strands
    with pytest.raises(NotFound):
        queries.golden_thread(opened(cast.samira, May.READ_GOALS), About.NOTE, visit)


def test_grandma_counts_her_own_moments_and_findings_are_hidden_not_missing(
    cast, new_uuid, opened, strand, idea
):
    tried(cast, new_uuid, idea, words="Mum's own words.")
    tried(cast, new_uuid, idea, words="With Grandma.", player=cast.grandma)
    hers, found = strand(cast.grandma)
    assert [sign.words for sign in hers.signs.newest] == ["With Grandma."]
    assert (hers.signs.tried, found.only_mine) == (1, True)
    assert found.hidden == {Layer.FINDING}
    with pytest.raises(NotAllowed):
        queries.golden_thread(opened(cast.grandma, May.READ_GOALS), About.FINDING, new_uuid())
    both, found = strand(cast.karim)
    assert (both.signs.tried, found.only_mine, found.hidden) == (2, False, frozenset())


def test_a_limited_carer_reads_no_words_of_the_other_home(cast, new_uuid, opened, strand, goal, idea):
    tried(cast, new_uuid, idea, words="At Mum's.")
    threads.noticed_at_home(cast, new_uuid, idea, "He laughed at Mum's.")
    threads.climbed(cast, new_uuid, goal, seen_by=cast.samira)
    won = threads.won(cast, new_uuid, WinAbout.GOAL, goal)
    own = threads.won(cast, new_uuid, WinAbout.GOAL, goal, player=cast.karim, words="At Dad's.")
    _limit(cast, May.READ_GOALS, May.READ_PROGRAMME, May.READ_STORY, May.READ_OWN_ENTRIES, May.READ_WINS)
    his, found = strand(cast.karim)
    assert {sign.words for sign in his.signs.newest} == {"", "At Dad's."}
    assert (his.signs.tried, his.signs.noticed, his.signs.wins, his.signs.steps) == (0, 0, 1, 1)
    assert (his.words, found.hidden) == ((), {Layer.WORDS, Layer.FINDING})
    looking = opened(cast.karim, May.READ_GOALS)
    assert queries.golden_thread(looking, About.WIN, own).strands
    with pytest.raises(NotFound):
        queries.golden_thread(looking, About.WIN, won)


def test_a_limited_carer_without_a_right_is_refused(cast, opened, goal):
    _limit(cast, May.READ_PROGRAMME)
    looking = opened(cast.karim, May.READ_PROGRAMME)
    for about in (About.GOAL, About.WORDS, About.NOTE, About.WIN):
        with pytest.raises(NotAllowed):
            queries.golden_thread(looking, about, goal)


def test_what_was_written_to_the_therapist_alone_is_marked_for_her_and_hidden_from_others(
    cast, new_uuid, strand, idea
):
    threads.noticed_at_home(cast, new_uuid, idea, "I cried too.", seen_by=SeenBy.TEAM)
    hers, _ = strand(cast.hannah)
    assert [(sign.words, sign.is_private) for sign in hers.signs.newest] == [("I cried too.", True)]
    assert strand(cast.samira)[0].signs.noticed == 1
    assert strand(cast.karim)[0].signs.noticed == 0


@pytest.mark.parametrize("who", ["tom", "maria", "olive"])
def test_nobody_else_of_the_clinic_follows_a_thread(cast, opened, who, goal):
    looking = opened(getattr(cast, who), May.READ_NAME)
    with pytest.raises(NotAllowed):
        queries.golden_thread(looking, About.GOAL, goal)
    with pytest.raises(NotAllowed):
        queries.coverage(looking)
