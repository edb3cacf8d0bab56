"""What the tests of the programme and of practice begin from, built through actions."""

from datetime import date, timedelta
from uuid import UUID, uuid4

from alongside.areas.evaluation import actions as evaluation
from alongside.areas.evaluation.values import FindingDraft, FindingKind
from alongside.areas.goals import actions as goals
from alongside.areas.goals.values import GoalDraft, GoalWords, Rater
from alongside.areas.programme import actions as programme
from alongside.areas.story import actions as story
from alongside.areas.story.values import PriorityDraft

PRIORITY = "I want mornings where nobody cries before school."
SOCKS, TOMORROW_CARD, FINGER_PAINT, BALLOON = "S08", "S15", "S02", "S34"


def by(player, cast, **more):
    """The keywords that every action takes."""
    return {"actor": player.actor, "child": cast.idris, "at": cast.at, **more}


def noticed(cast, *, share=True):
    """A priority in Samira's words and a finding tied to it."""
    kept = story.keep_priorities(
        **by(cast.samira, cast), priorities=(PriorityDraft(uuid=uuid4(), words=PRIORITY, rank=1),)
    )
    draft = FindingDraft(
        kind=FindingKind.FINDING,
        area="dressing",
        does="Pulls the heel on with both hands",
        where="on the second stair",
        with_help="someone starts the sock",
        noticed_on=date(2026, 11, 20),
        priority=kept[0].uuid,
    )
    finding = evaluation.add_finding(**by(cast.hannah, cast), finding=uuid4(), draft=draft)
    if share:
        evaluation.share_findings(**by(cast.hannah, cast), findings=(finding.uuid,))
    return kept[0].uuid, finding.uuid


def proposed_goal(cast, *, share=True) -> UUID:
    """A goal that Hannah wrote and the family has not answered."""
    priority, finding = noticed(cast, share=share)
    draft = GoalDraft(
        title="Both socks on before school",
        words=GoalWords(
            who="Idris",
            does="put on both socks",
            where_when="before school",
            with_help="someone nearby",
            how_often="4 of 5 mornings",
            by_when=date(2026, 12, 18),
        ),
        steps=("One heel", "Both heels", "Both socks", "Socks and shoes", "Socks for his cousin"),
        scored_by=Rater.PARENT,
        scored_from="what the morning was like",
    )
    goal = uuid4()
    goals.propose_goal(**by(cast.hannah, cast), goal=goal, draft=draft, priority=priority, finding=finding)
    return goal


def agreed_goal(cast) -> UUID:
    """The same goal with both yeses."""
    goal = proposed_goal(cast)
    goals.agree_goal(**by(cast.samira, cast), goal=goal, version=1)
    return goal


def started_goal(cast) -> UUID:
    """The agreed goal with its start written down by Hannah."""
    goal = agreed_goal(cast)
    goals.score_baseline(
        **by(cast.hannah, cast), goal=goal, rating=uuid4(), version=1, about_on=cast.at.date()
    )
    return goal


def place(cast, *, strategy=SOCKS, routine="morning.dress", **more):
    """A draft that Hannah placed."""
    return programme.place_strategy(
        **by(cast.hannah, cast), placement=uuid4(), strategy=strategy, routine=routine, **more
    )


def share(cast, *placed, at=None):
    """Drafts on the phone, with a word on why they are not tied to a goal yet."""
    keys = [one.uuid for one in placed]
    words = {**by(cast.hannah, cast), "at": at or cast.at}
    programme.share_programme(**words, placements=keys, not_yet=dict.fromkeys(keys, "We try it first."))


def offered(cast, *, at=None, **more):
    """An idea that waits for a yes."""
    placed = place(cast, **more)
    share(cast, placed, at=at)
    return placed


def yes(cast, *placed, at=None):
    """Samira says yes."""
    for one in placed:
        words = {**by(cast.samira, cast), "at": at or cast.at}
        programme.agree_placement(**words, placement=one.uuid, change=uuid4())


def live(cast, *, at=None, **more):
    """An idea on the phone."""
    placed = offered(cast, at=at, **more)
    yes(cast, placed, at=at)
    return placed


def later(cast, **passed):
    """A moment after the cast's."""
    return cast.at + timedelta(**passed)
