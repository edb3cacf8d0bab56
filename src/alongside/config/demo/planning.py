"""How a plan comes about: goals written by two, their steps, and ideas in the family's day with dated changes."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from functools import partial
from typing import Any

from alongside.areas.goals import actions as goals
from alongside.areas.goals.values import GoalDraft, GoalWords, Rater
from alongside.areas.programme import actions as programme
from alongside.areas.programme.values import Whose
from alongside.config.demo import people
from alongside.config.demo.plot import Aim, Change, Idea, Reached, Wording
from alongside.config.demo.scene import Beat, Scene, address_of


def beats(scene: Scene) -> Iterator[Beat]:
    """Everything about goals and ideas."""
    for aim in scene.family.aims:
        yield from _goal(scene, aim)
    for idea in scene.family.ideas:
        yield from _idea(scene, idea)


def _goal(scene: Scene, aim: Aim) -> Iterator[Beat]:
    goal, draft = scene.named(f"goal {aim.key}"), _draft(scene, aim)
    yield scene.does(
        scene.when(aim.when),
        aim.by,
        goals.propose_goal,
        goal=goal,
        draft=draft,
        priority=scene.named(f"matter {aim.matter}"),
        finding=scene.named(f"seen {aim.finding}"),
    )
    if aim.yes:
        yield _yes(scene, aim, aim.yes, aim.yes_by, 1)
    for number, wording in enumerate(aim.wordings, start=1):
        draft = _reworded(draft, wording)
        yield from _version(scene, aim, wording, number, draft)
    for number, reached in enumerate(aim.reached):
        yield from _step(scene, aim, number, reached)
    if aim.closed:
        closed = scene.when(aim.closed)
        yield scene.does(closed, "therapist", goals.close_goal, goal=goal, words=aim.closed_words)


def _draft(scene: Scene, aim: Aim) -> GoalDraft:
    words = GoalWords(
        who=scene.family.about.name.split()[0],
        does=aim.does,
        where_when=aim.where_when,
        with_help=aim.with_help,
        how_often=aim.how_often,
        by_when=scene.almanac.day(aim.look_back),
    )
    return GoalDraft(
        title=aim.title,
        words=words,
        steps=aim.steps,
        family_words=scene.family.matters[aim.matter].words,
        hardest=aim.hardest,
        matters=aim.matters,
        hopeful=aim.hopeful,
        scored_by=Rater.PARENT,
        scored_from=aim.where_when,
    )


def _reworded(draft: GoalDraft, wording: Wording) -> GoalDraft:
    words = replace(
        draft.words,
        how_often=wording.how_often or draft.words.how_often,
        with_help=wording.with_help or draft.words.with_help,
    )
    first, second, third, fourth, fifth = draft.steps
    return replace(draft, words=words, steps=(first, second, wording.third_step or third, fourth, fifth))


def _version(scene: Scene, aim: Aim, wording: Wording, seen: int, draft: GoalDraft) -> Iterator[Beat]:
    yield scene.does(
        scene.when(wording.when),
        wording.by,
        goals.change_goal,
        goal=scene.named(f"goal {aim.key}"),
        version=scene.named(f"version {aim.key} {seen + 1}"),
        seen=seen,
        draft=draft,
    )
    if wording.yes:
        yield _yes(scene, aim, wording.yes, wording.yes_by, seen + 1)


def _yes(scene: Scene, aim: Aim, when: str, who: str, version: int) -> Beat:
    goal = scene.named(f"goal {aim.key}")
    if aim.same_screen:
        return Beat(at=scene.when(when), act=partial(_yes_beside, scene, who, aim, version))
    return scene.does(scene.when(when), who, goals.agree_goal, goal=goal, version=version)


def _yes_beside(scene: Scene, who: str, aim: Aim, version: int, at: datetime) -> None:
    """A carer says yes at the therapist's screen."""
    goals.agree_goal(
        actor=scene.actor("therapist", at),
        child=scene.child,
        goal=scene.named(f"goal {aim.key}"),
        version=version,
        on_behalf_of=people.known(address_of(who or scene.teller.key)).uuid,
        at=at,
    )


def _step(scene: Scene, aim: Aim, number: int, reached: Reached) -> Iterator[Beat]:
    proposal = scene.named(f"step {aim.key} {number}")
    yield scene.does(
        scene.when(reached.when),
        reached.by,
        goals.propose_step,
        goal=scene.named(f"goal {aim.key}"),
        proposal=proposal,
        step=reached.step,
        words=reached.words,
    )
    if reached.answered:
        yield scene.does(
            scene.when(reached.answered),
            reached.answered_by,
            goals.answer_step,
            proposal=proposal,
            agree=reached.agree,
            words=reached.answer,
        )


def _idea(scene: Scene, idea: Idea) -> Iterator[Beat]:
    placement, shared = scene.named(f"idea {idea.key}"), scene.when(idea.shared)
    yield _placed(scene, idea)
    if scene.family.facts and not idea.strategy:
        yield _looked_at(scene, idea)
    if idea.draft:
        return
    not_yet = {placement: idea.not_yet} if idea.not_yet else {}
    yield scene.does(shared, "therapist", programme.share_programme, placements=(placement,), not_yet=not_yet)
    if idea.agreed:
        yield _agreed(scene, idea, idea.agreed, "agreed")
    for number, change in enumerate(idea.changes):
        yield from _change(scene, idea, change, number)


def _placed(scene: Scene, idea: Idea) -> Beat:
    ties: dict[str, Any] = {
        "placement": scene.named(f"idea {idea.key}"),
        "routine": idea.routine,
        "goal": scene.named(f"goal {idea.goal}") if idea.goal else None,
        "minutes": idea.minutes,
        "override": idea.override,
    }
    at = scene.when(idea.shared, -25)
    if idea.strategy:
        words = idea.words or None
        kept = {"strategy": idea.strategy, "family_words": words, **ties}
        return scene.does(at, "therapist", programme.place_strategy, **kept)
    return scene.does(
        at,
        "therapist",
        programme.place_idea,
        title=idea.title,
        family_words=idea.words,
        words_that_help=idea.helps,
        whose=Whose.FAMILY if idea.is_familys else Whose.THERAPIST,
        baseline=idea.baseline,
        **ties,
    )


def _looked_at(scene: Scene, idea: Idea) -> Beat:
    """No rule knows an idea of one's own: the therapist sets it beside what is known of the child."""
    return scene.does(
        scene.when(idea.shared, -15),
        "therapist",
        programme.override_safety,
        placement=scene.named(f"idea {idea.key}"),
        change=scene.named(f"looked {idea.key}"),
        words="I looked at this with everything you told us. It is fine to try.",
    )


def _agreed(scene: Scene, idea: Idea, when: str, name: str) -> Beat:
    return scene.does(
        scene.when(when),
        "",
        programme.agree_placement,
        placement=scene.named(f"idea {idea.key}"),
        change=scene.named(f"{name} {idea.key}"),
        confidence=idea.sure,
    )


def _change(scene: Scene, idea: Idea, change: Change, number: int) -> Iterator[Beat]:
    name = f"change {change.key or f'{idea.key} {number}'}"
    named = {"placement": scene.named(f"idea {idea.key}"), "change": scene.named(name)}
    if change.because:
        named["because"] = scene.named(f"message {change.because}")
    action, more = _what(scene, change)
    yield scene.does(scene.when(change.when), change.by or "therapist", action, **named, **more)
    if change.agreed:
        yield _agreed(scene, idea, change.agreed, f"agreed {number}")


def _what(scene: Scene, change: Change) -> tuple[Any, dict[str, Any]]:
    said = {"words": change.words}
    reworded = {
        "family_words": change.words or None,
        "words_that_help": change.helps or None,
        "minutes": change.minutes,
    }
    aimed = {"goal": scene.named(f"goal {change.words}")} if change.what == "aim" else {}
    known: dict[str, tuple[Any, dict[str, Any]]] = {
        "reword": (programme.reword_placement, reworded),
        "easier": (programme.make_easier, {}),
        "harder": (programme.make_harder, {}),
        "move": (programme.move_placement, {"routine": change.routine}),
        "rest": (programme.rest_placement, said),
        "resume": (programme.resume_placement, said),
        "end": (programme.remove_placement, said),
        "swap": (programme.swap_placement, said),
        "aim": (programme.aim_placement, aimed),
    }
    return known[change.what]
