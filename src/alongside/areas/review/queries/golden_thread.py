"""The golden thread: from any one thing, the chain both ways, in a constant number of statements."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from uuid import UUID

from alongside.areas.appointments import queries as appointments
from alongside.areas.circle.values import OpenChild
from alongside.areas.evaluation.values import FindingSeen
from alongside.areas.goals.values import GoalInShort, GoalState
from alongside.areas.programme.values import IdeaInShort
from alongside.areas.review.queries import links as reading
from alongside.areas.review.queries.links import Links
from alongside.areas.review.queries.signs import newest_signs, win_sign
from alongside.areas.review.values.thread import About, GoldenThread, Sign, SignKind, Strand
from alongside.areas.story.values import PrioritySeen
from alongside.areas.wins import queries as wins
from alongside.areas.wins.values import WinAbout
from alongside.core.capabilities import Capability
from alongside.core.refusals import NotFound

# What one must be allowed to read to ask from there at all.
_NEEDED = {
    About.WORDS: Capability.READ_STORY,
    About.FINDING: Capability.READ_FINDINGS,
    About.GOAL: Capability.READ_GOALS,
    About.IDEA: Capability.READ_PROGRAMME,
    About.NOTE: Capability.READ_FAMILY_NOTES,
    About.WIN: Capability.READ_WINS,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class _Root:
    """What a strand grows from. ``is_whole`` when what was seen of the goal itself belongs to it."""

    goal: GoalInShort | None = None
    ideas: tuple[IdeaInShort, ...] = ()
    findings: tuple[FindingSeen, ...] = ()
    words: tuple[PrioritySeen, ...] = ()
    is_whole: bool = True


_Picked = tuple[str, Sign | None, list[_Root]]


def golden_thread(opened: OpenChild, about: About, uuid: UUID) -> GoldenThread:
    """The chains around one thing, as far as this reader may see them (``uuid`` of a NOTE is that of its visit).

    Words ↔ finding ↔ goal ↔ idea ↔ what was seen since; what is not there stays visibly empty (Strand.missing).
    Open goals come first. Nine statements, one more for a win and two for a note, however many links there are.
    NotFound for another child's, a draft, an unshared finding or note; NotAllowed without the right to read it.
    """
    opened.check(_NEEDED[about])
    links = reading.read(opened)
    title, start, roots = _PICK[about](opened, links, uuid)
    roots.sort(key=lambda root: root.goal is not None and root.goal.state is GoalState.CLOSED)
    here = links.findings[uuid].uuid if about is About.FINDING else uuid
    return GoldenThread(
        about=about,
        uuid=uuid,
        title=title,
        start=start,
        strands=tuple(_strand(opened, links, root, here) for root in roots),
        hidden=links.hidden,
        only_mine=not opened.allows(Capability.READ_ALL_ENTRIES),
    )


def _from_words(_opened: OpenChild, links: Links, uuid: UUID) -> _Picked:
    said = links.words.get(uuid)
    if said is None:
        raise NotFound
    wholes = [root for root in _wholes(links) if said in links.words_of(root.goal, _findings(links, root))]
    tied = {finding.uuid for root in wholes for finding in _findings(links, root)}
    answers = [one for one in reading.once(links.findings.values()) if one.priority == uuid]
    loose = [_Root(findings=(one,), ideas=_loose_ideas(links, one)) for one in answers]
    others = [root for root in loose if root.ideas or root.findings[0].uuid not in tied]
    return said.words, None, [*wholes, *others] or [_Root(words=(said,))]


def _from_finding(_opened: OpenChild, links: Links, uuid: UUID) -> _Picked:
    found = links.findings.get(uuid)
    if found is None:
        raise NotFound
    wholes = [root for root in _wholes(links) if found in _findings(links, root)]
    loose = _Root(findings=(found,), ideas=_loose_ideas(links, found))
    return found.does, None, [*wholes, loose] if loose.ideas or not wholes else wholes


def _from_goal(_opened: OpenChild, links: Links, uuid: UUID) -> _Picked:
    goal = links.goals.get(uuid)
    if goal is None:
        raise NotFound
    return goal.title, None, [_whole(links, goal)]


def _from_idea(_opened: OpenChild, links: Links, uuid: UUID) -> _Picked:
    idea = links.ideas.get(uuid)
    if idea is None:
        raise NotFound
    goal = links.goals.get(idea.goal) if idea.goal else None
    return idea.title, None, [_Root(goal=goal, ideas=(idea,), is_whole=False)]


def _from_note(opened: OpenChild, links: Links, uuid: UUID) -> _Picked:
    note = appointments.signed_note(opened, uuid)
    on = note.visit_at.astimezone(opened.zone_info).date()
    start = Sign(kind=SignKind.NOTE, on=on, by=note.by, words=note.words)
    wholes = [_whole(links, links.goals[goal]) for goal in note.goals if goal in links.goals]
    titled = {idea.title: idea for idea in links.ideas.values()}
    done = [titled[words] for words in note.done if words in titled]
    return (
        note.words,
        start,
        [*wholes, *_roots_of(links, [one for one in done if one.goal not in note.goals])],
    )


def _from_win(opened: OpenChild, links: Links, uuid: UUID) -> _Picked:
    win = wins.win(opened, uuid)
    if not reading.may_hear(opened, win.by):
        raise NotFound
    roots: list[_Root] = []
    if win.about is WinAbout.GOAL and win.about_uuid in links.goals:
        roots = _from_goal(opened, links, win.about_uuid)[2]
    elif win.about is WinAbout.IDEA and win.about_uuid in links.ideas:
        roots = _from_idea(opened, links, win.about_uuid)[2]
    return win.words, win_sign(win, links), roots


_PICK: dict[About, Callable[[OpenChild, Links, UUID], _Picked]] = {
    About.WORDS: _from_words,
    About.FINDING: _from_finding,
    About.GOAL: _from_goal,
    About.IDEA: _from_idea,
    About.NOTE: _from_note,
    About.WIN: _from_win,
}


def _roots_of(links: Links, ideas: Iterable[IdeaInShort]) -> Iterable[_Root]:
    """One strand for each goal of some ideas, with these ideas alone; and one for those without a goal."""
    together: dict[UUID | None, list[IdeaInShort]] = {}
    for idea in ideas:
        together.setdefault(idea.goal, []).append(idea)
    for key, found in together.items():
        yield _Root(goal=links.goals.get(key) if key else None, ideas=tuple(found), is_whole=False)


def _wholes(links: Links) -> Iterable[_Root]:
    return (_whole(links, goal) for goal in links.goals.values())


def _whole(links: Links, goal: GoalInShort) -> _Root:
    return _Root(goal=goal, ideas=links.ideas_for(goal.uuid))


def _loose_ideas(links: Links, finding: FindingSeen) -> tuple[IdeaInShort, ...]:
    """The ideas that answer a finding without being for a goal that this reader sees."""
    ideas = (one for one in links.ideas.values() if one.goal not in links.goals)
    return tuple(one for one in ideas if one.finding and links.findings.get(one.finding) == finding)


def _findings(links: Links, root: _Root) -> tuple[FindingSeen, ...]:
    return reading.once([*root.findings, *links.findings_of(root.goal, root.ideas)])


def _strand(opened: OpenChild, links: Links, root: _Root, here: UUID) -> Strand:
    findings = _findings(links, root)
    words = reading.once([*root.words, *links.words_of(root.goal, findings)])
    is_tied = bool(root.goal and findings)
    return Strand(
        words=tuple(reading.words_link(one, here) for one in words),
        findings=tuple(reading.finding_link(one, here) for one in findings),
        goal=reading.goal_link(root.goal, here) if root.goal else None,
        ideas=tuple(reading.idea_link(one, here, is_tied=is_tied) for one in root.ideas),
        signs=newest_signs(opened, links, root.goal if root.is_whole else None, root.ideas),
    )
