"""Two families that looked back together, and one that is preparing to. All words are invented."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import Any
from uuid import UUID

from alongside.areas.review import actions as review
from alongside.areas.review.values import Ahead, Ending, Told
from alongside.config.demo.scene import Beat, Scene


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """What somebody wrote, and when it was ``shown``; without that it stays a draft."""

    who: str
    when: str
    told: Told
    shown: str = ""
    to_all: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Moved:
    """The day moved to ``to``, and why."""

    who: str
    when: str
    to: str
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """What one side proposed for a goal (its key, or "" for the whole plan), and what the other answered."""

    what: Ending | Ahead
    by: str
    when: str
    words: str
    goal: str = ""
    answered_by: str = ""
    answered: str = ""
    other: Ending | None = None
    answer: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cycle:
    """One look back. ``held`` and ``closed`` are empty while it is prepared; ``then`` is the next one's day."""

    opened: str
    planned: str
    since: str
    views: tuple[View, ...]
    moved: tuple[Moved, ...] = ()
    held: str = ""
    said: tuple[Said, ...] = ()
    closed: str = ""
    then: str = ""


ROSA = Cycle(
    opened="-9 Thu 17:30",
    planned="0 Tue",
    since="-12 Thu",
    moved=(
        Moved(who="emilio", when="-2 Sun 18:10", to="0 Thu", words="The cousins are here until Wednesday."),
    ),
    views=(
        View(
            who="emilio",
            when="-1 Sun 19:20",
            shown="-1 Sun 19:40",
            to_all=True,
            told=Told(
                went_well="She asks for the bicycle now. She did not before.",
                was_hard="The hill by the gate. She gets off and looks at me.",
                matters_now="The ice cream, still.",
                would_ask="Do I walk beside her or behind her?",
                child_words="I like it when the wind is loud.",
            ),
        ),
        View(
            who="therapist",
            when="0 Mon 12:15",
            shown="0 Mon 12:30",
            told=Told(
                went_well="Seven metres with both feet up, and she chose to stop.",
                was_hard="Looking ahead while the path turns.",
                matters_now="Two Sundays with the cousins in sight.",
            ),
        ),
    ),
    held="0 Thu 16:40",
    said=(
        Said(
            goal="bike",
            what=Ending.GO_ON,
            by="therapist",
            when="0 Thu 16:50",
            words="She is close. Nothing about it needs to change.",
            answered_by="emilio",
            answered="0 Thu 19:05",
            answer="Yes. We keep going.",
        ),
        Said(
            what=Ahead.LESS_OFTEN,
            by="emilio",
            when="0 Thu 19:10",
            words="We have the park. Every third week is enough.",
            answered_by="therapist",
            answered="0 Fri 08:50",
            answer="I think so too. Write when the hill is done.",
        ),
    ),
    closed="0 Fri 09:00",
    then="9 Thu",
)
THEO = Cycle(
    opened="-8 Wed 12:00",
    planned="0 Wed",
    since="-9 Wed",
    views=(
        View(
            who="claudette",
            when="-1 Sat 20:30",
            shown="-1 Sun 20:10",
            told=Told(
                went_well="He wrote a card for his gran without being asked.",
                was_hard="School days with a test. Then nothing gets onto paper.",
                matters_now="That writing does not end in tears.",
                child_words="My hand is faster than it was.",
            ),
        ),
        View(
            who="therapist",
            when="0 Tue 17:00",
            shown="0 Tue 17:10",
            told=Told(
                went_well="Four lines at the clinic, twice, and a friend read them.",
                was_hard="I have seen little of the test days.",
                would_ask="What does his teacher see on those days?",
            ),
        ),
    ),
    held="0 Wed 12:40",
    said=(
        Said(
            goal="lines",
            what=Ending.REACHED,
            by="therapist",
            when="0 Wed 12:50",
            words="Four lines that a friend can read: I saw them twice.",
            answered_by="claudette",
            answered="0 Wed 20:40",
            other=Ending.GO_ON,
            answer="On quiet days, yes. I would like it on a loud day, too.",
        ),
    ),
)
IDRIS = Cycle(
    opened="-2 Fri 09:15",
    planned="4 Fri",
    since="-11 Fri",
    views=(
        View(
            who="samira",
            when="0 Tue 21:05",
            told=Told(
                went_well="Socks on the stairs. We leave the house with our voices still soft.",
                would_ask="Could the same work for his coat?",
            ),
        ),
        View(
            who="karim",
            when="0 Wed 20:45",
            shown="0 Wed 20:50",
            to_all=True,
            told=Told(
                went_well="Saturday toast. He told me to wait for him.",
                was_hard="Mondays after a loud weekend.",
                matters_now="That he likes school again.",
                child_words="I am the toast chef.",
            ),
        ),
        View(who="therapist", when="0 Thu 17:20", told=Told(went_well="The heel, with his own hands.")),
    ),
)
CYCLES = {"rosa": ROSA, "theo": THEO, "idris": IDRIS}


def beats(scene: Scene) -> Iterator[Beat]:
    """A family's look back, where there is one."""
    cycle = CYCLES.get(scene.family.key)
    if cycle is None:
        return
    day, about = scene.almanac.day, {"cycle": scene.named("cycle")}
    planned = {"planned_on": day(cycle.planned), "from_on": day(cycle.since)}
    yield scene.does(scene.when(cycle.opened), "therapist", review.open_cycle, **about, **planned)
    for number, moved in enumerate(cycle.moved):
        move = {"move": scene.named(f"move {number}"), "planned_on": day(moved.to), "words": moved.words}
        yield scene.does(scene.when(moved.when), moved.who, review.move_cycle, **about, **move)
    for view in cycle.views:
        yield from _view(scene, view, about)
    if cycle.held:
        yield from _held(scene, cycle, about)


def _view(scene: Scene, view: View, about: dict[str, Any]) -> Iterator[Beat]:
    yield scene.does(scene.when(view.when), view.who, review.keep_view, **about, told=view.told)
    if view.shown:
        shown = {"showing": scene.named(f"view of {view.who}"), "told": view.told, "to_all": view.to_all}
        yield scene.does(scene.when(view.shown), view.who, review.show_view, **about, **shown)


def _held(scene: Scene, cycle: Cycle, about: dict[str, Any]) -> Iterator[Beat]:
    held_at = scene.when(cycle.held)
    held_on = held_at.astimezone(scene.almanac.zone_info).date()
    yield scene.does(held_at, "therapist", review.hold_cycle, **about, held_on=held_on)
    for number, said in enumerate(cycle.said):
        decision = scene.named(f"decision {number}")
        yield scene.does(scene.when(said.when), said.by, _proposed(scene, said, decision, about))
        if said.answered:
            yield scene.does(scene.when(said.answered), said.answered_by, _answer(scene, said, decision))
    if cycle.closed:
        after = {"next_cycle": scene.named("next cycle"), "next_on": scene.almanac.day(cycle.then)}
        yield scene.does(scene.when(cycle.closed), "therapist", review.close_cycle, **about, **after)


def _proposed(scene: Scene, said: Said, decision: UUID, about: dict[str, Any]) -> Callable[..., object]:
    told = about | {"decision": decision, "words": said.words}
    if isinstance(said.what, Ending):
        goal = scene.named(f"goal {said.goal}")
        return partial(review.propose_ending, **told, goal=goal, ending=said.what)
    return partial(review.propose_ahead, **told, ahead=said.what)


def _answer(scene: Scene, said: Said, decision: UUID) -> Callable[..., object]:
    told: dict[str, Any] = {"decision": decision, "agree": said.other is None, "words": said.answer}
    thread = scene.named(f"talk about {decision}")
    if isinstance(said.what, Ending):
        return partial(review.answer_ending, **told, other=said.other, thread=thread)
    return partial(review.answer_ahead, **told, thread=thread)
