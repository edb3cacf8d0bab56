"""A goal about socks, written by Hannah and agreed by Samira."""

from dataclasses import replace
from datetime import date
from types import SimpleNamespace
from uuid import uuid4

import pytest

from alongside.areas.goals import actions as goals
from alongside.areas.goals.values import GoalDraft, GoalWords, Rater, RatingDraft
from alongside.areas.story import actions as story
from alongside.areas.story.values import PriorityDraft


@pytest.fixture
def priority(cast):
    """The uuid of «Calm mornings»."""
    draft = PriorityDraft(uuid=uuid4(), words="Calm mornings", rank=1)
    story.keep_priorities(actor=cast.samira.actor, child=cast.idris, priorities=(draft,), at=cast.at)
    return draft.uuid


@pytest.fixture
def draft():
    return GoalDraft(
        title="Both socks on",
        words=GoalWords(
            who="Idris",
            does="put on both socks",
            where_when="before school",
            with_help="someone nearby, not helping",
            how_often="4 of 5 school mornings",
            by_when=date(2026, 12, 18),
        ),
        steps=(
            "Helps pull, an adult does the rest",
            "Does the last pull on both socks",
            "Both socks himself, 4 of 5 mornings",
            "Both socks himself, every morning",
            "Socks and shoes, before anyone asks",
        ),
        family_words="I want mornings where nobody cries before school. Including me.",
        hardest=("morning.dress",),
        matters=3,
        hopeful=2,
        scored_by=Rater.PARENT,
        scored_from="what the morning was like",
    )


@pytest.fixture
def gentler(draft):
    """The same goal and the same steps, with more time."""
    return replace(draft, words=replace(draft.words, by_when=date(2027, 1, 29)))


@pytest.fixture
def other_steps(draft):
    """The same goal, measured with other steps."""
    return replace(draft, steps=(*draft.steps[:1], "Pulls one sock up", *draft.steps[2:]))


@pytest.fixture
def propose(cast):
    def proposing(player, draft, goal=None, **more):
        asked = {"child": cast.idris, "goal": goal or uuid4(), "draft": draft, "at": cast.at}
        return goals.propose_goal(actor=player.actor, **asked | more)

    return proposing


@pytest.fixture
def change(cast):
    def changing(player, goal, seen, draft, version=None, **more):
        asked = {"child": cast.idris, "goal": goal, "version": version or uuid4(), "at": cast.at}
        return goals.change_goal(actor=player.actor, seen=seen, draft=draft, **asked | more)

    return changing


@pytest.fixture
def agree(cast):
    def agreeing(player, goal, version=1, **more):
        asked = {"child": cast.idris, "goal": goal, "version": version, "at": cast.at}
        return goals.agree_goal(actor=player.actor, **asked | more)

    return agreeing


@pytest.fixture
def socks(cast, propose, agree, draft):
    """The uuid of the goal that Hannah wrote and Samira agreed."""
    goal = propose(cast.hannah, draft).uuid
    agree(cast.samira, goal)
    return goal


@pytest.fixture
def climb(cast):
    def climbing(player, goal, step, proposal=None, **more):
        asked = {"child": cast.idris, "proposal": proposal or uuid4(), "at": cast.at}
        return goals.propose_step(actor=player.actor, goal=goal, step=step, **asked | more)

    return climbing


@pytest.fixture
def answer(cast):
    def answering(player, proposal, *, agree=True, **more):
        asked = {"child": cast.idris, "proposal": proposal, "at": cast.at}
        return goals.answer_step(actor=player.actor, agree=agree, **asked | more)

    return answering


@pytest.fixture
def reach(cast, climb, answer):
    """Hannah proposes a step and Samira agrees."""

    def reaching(goal, step, **more):
        proposed = climb(cast.hannah, goal, step, **more).step_proposal
        return answer(cast.samira, proposed.uuid, **more)

    return reaching


@pytest.fixture
def start(cast):
    """Write down the start, as Hannah does."""

    def starting(goal, player=None, rating=None, version=1, **more):
        asked = {"child": cast.idris, "version": version, "about_on": cast.at.date(), "at": cast.at} | more
        actor = (player or cast.hannah).actor
        return goals.score_baseline(actor=actor, goal=goal, rating=rating or uuid4(), **asked)

    return starting


@pytest.fixture
def rate(cast):
    """Say where we are: ``rate(cast.samira, goal, step=3)``."""

    def rating_it(player, goal, uuid=None, version=1, at=None, **said):
        usual = Rater.THERAPIST if player is cast.hannah else Rater.PARENT
        when = at or cast.at
        draft = RatingDraft(**{"about_on": when.date(), "rater": usual} | said)
        asked = {"child": cast.idris, "goal": goal, "rating": uuid or uuid4(), "version": version, "at": when}
        return goals.rate_goal(actor=player.actor, draft=draft, **asked)

    return rating_it


@pytest.fixture
def other_scale(cast, change, agree, other_steps):
    """Both agree on other steps, as version 2."""

    def changed(goal):
        change(cast.samira, goal, 1, other_steps)
        agree(cast.hannah, goal, 2)

    return changed


@pytest.fixture
def close(cast):
    def closing(player, goal, words="", **more):
        asked = {"child": cast.idris, "goal": goal, "at": cast.at}
        return goals.close_goal(actor=player.actor, words=words, **asked | more)

    return closing


@pytest.fixture
def do(request):
    """All that can be done to a goal, for tests that do most of it."""
    what = ("change", "agree", "climb", "answer", "reach", "close", "start", "rate", "other_scale")
    return SimpleNamespace(**{name: request.getfixturevalue(name) for name in what})
