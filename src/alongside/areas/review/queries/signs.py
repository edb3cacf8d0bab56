"""What was seen since around one goal and its ideas, the newest of each kind and of how many."""

from collections.abc import Iterable

from alongside.areas.circle.values import OpenChild
from alongside.areas.goals.values import GoalInShort, StepProposalSeen
from alongside.areas.practice.values import EntrySeen, NewestCounted, NoticingSeen, SeenBy
from alongside.areas.programme.values import IdeaInShort
from alongside.areas.review.queries.links import NEWEST, Links, may_hear
from alongside.areas.review.values.thread import Sign, SignKind, Signs
from alongside.areas.wins.values import WinSeen


def newest_signs(
    opened: OpenChild, links: Links, goal: GoalInShort | None, ideas: Iterable[IdeaInShort]
) -> Signs:
    """The newest two of each kind about some ideas, and about a goal where one is given."""
    keys = [idea.uuid for idea in ideas]
    home = [links.home[key] for key in keys if key in links.home]
    about = {*keys, goal.uuid} if goal else set(keys)
    won = [win for win in links.wins if win.about_uuid in about]
    counts = links.counts.get(goal.uuid) if goal else None
    climbed = [step for step in links.steps if goal and step.goal == goal.uuid]
    kinds = (
        [_step_sign(opened, step) for step in climbed],
        [win_sign(win, links) for win in won],
        _count_signs(counts),
        [_noticed_sign(noticed) for one in home for noticed in one.noticed],
        [_tried_sign(entry) for one in home for entry in one.tried],
    )
    return Signs(
        newest=_newest([sign for kind in kinds for sign in _newest(kind)[:NEWEST]]),
        tried=sum(one.tried_of for one in home),
        noticed=sum(one.noticed_of for one in home),
        counted=counts.of if counts else 0,
        wins=len(won),
        steps=len(climbed),
    )


def win_sign(win: WinSeen, links: Links) -> Sign:
    """A win as a sign; ``title`` names its idea or goal."""
    idea = links.ideas.get(win.about_uuid) if win.about_uuid else None
    goal = links.goals.get(win.about_uuid) if win.about_uuid else None
    title = idea.title if idea else goal.title if goal else ""
    return Sign(kind=SignKind.WIN, on=win.happened_on, by=win.by, words=win.words, title=title)


def _newest(signs: list[Sign]) -> tuple[Sign, ...]:
    return tuple(sorted(signs, key=lambda sign: sign.on, reverse=True))


def _tried_sign(entry: EntrySeen) -> Sign:
    return Sign(
        kind=SignKind.TRIED,
        on=entry.day,
        by=entry.by,
        words=entry.words,
        title=entry.title,
        felt=entry.felt,
        help=entry.help,
    )


def _noticed_sign(one: NoticingSeen) -> Sign:
    private = one.seen_by is SeenBy.TEAM
    return Sign(
        kind=SignKind.NOTICED, on=one.day, by=one.by, words=one.words, title=one.title, is_private=private
    )


def _count_signs(counted: NewestCounted | None) -> list[Sign]:
    pairs = zip(counted.counts, counted.names, strict=True) if counted else ()
    return [
        Sign(kind=SignKind.COUNTED, on=one.on, by=one.by, title=name, value=one.value, of=one.of)
        for one, name in pairs
    ]


def _step_sign(opened: OpenChild, step: StepProposalSeen) -> Sign:
    """A step is agreed on the day of the second yes. A limited carer reads that, but not another's words."""
    at = step.answered_at or step.proposed_at
    return Sign(
        kind=SignKind.STEP,
        on=at.astimezone(opened.zone_info).date(),
        by=step.by,
        words=step.words if may_hear(opened, step.by) else "",
        title=step.goal_title,
        step=step.step,
    )
