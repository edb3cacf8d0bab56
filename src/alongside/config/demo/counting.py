"""Three children of the demo are counted: before an idea began and since, with days on which nobody counted."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import partial
from uuid import UUID
from zlib import crc32

from alongside.areas.practice import actions as practice
from alongside.areas.practice.values import ProbeDraft
from alongside.config.demo import people
from alongside.config.demo.people import Dice
from alongside.config.demo.scene import Beat, Scene, address_of
from alongside.core.evidence import Scale
from alongside.core.progress import Every


@dataclass(frozen=True, slots=True, kw_only=True)
class Counting:
    """How one goal is counted. ``weeks`` holds seven counts a week from Monday, a dot for a day without one."""

    goal: str
    name: str
    what: str
    scale: Scale
    most: int
    hoped: int
    planned: str
    starts: str
    usual: str
    who: tuple[str, ...]
    weeks: tuple[tuple[int, str], ...]
    unit: str = ""
    more: bool = True
    baseline: int = 6
    possible: int = 1
    lot: int = 0


COUNTED = {
    "noah": Counting(
        goal="moved",
        name="Carrying on",
        what="Minutes until he carries on when a plan moved",
        scale=Scale.MINUTES,
        more=False,
        most=75,
        hoped=20,
        planned="-10 Fri 20:10",
        starts="-10 Sat",
        usual="18:20",
        who=("esther", "ruth"),
        weeks=(
            (-10, ". . . . . 60 ."),
            (-9, "55 70 50 65 . 45 ."),
            (-8, "50 . 45 60 . 40 ."),
            (-7, ". 45 40 . 35 30 ."),
            (-6, "40 . 30 35 . . ."),
            (-5, "30 . 35 . 25 30 ."),
            (-4, ". 30 70 . 40 . ."),
            (-3, "35 . 30 . 25 20 ."),
            (-2, ". 25 . 20 20 . ."),
            (-1, "20 15 . 20 12 . ."),
            (0, "15 . 20 . 12 15 ."),
            (1, "15 . 12 . . . ."),
        ),
    ),
    "rosa": Counting(
        goal="bike",
        name="Feet up",
        what="Rolls with both feet up, of five down the little hill",
        unit="rolls",
        scale=Scale.TRIES,
        most=5,
        hoped=4,
        planned="-10 Thu 17:25",
        starts="-10 Fri",
        baseline=5,
        possible=3,
        lot=4002,
        usual="17:05",
        who=("emilio",),
        weeks=(
            (-10, ". . . . 0 1 0"),
            (-9, "1 0 1 1 1 . 2"),
            (-8, "1 . 2 2 . 2 3"),
            (-7, "2 . . 2 . 3 3"),
            (-6, "2 . 1 . . 2 2"),
            (-5, "3 . 2 3 . . 3"),
            (-4, ". . 3 4 . 3 4"),
            (-3, "4 . 3 . . 4 4"),
            (-2, "4 . . 4 . 5 4"),
            (-1, ". . 4 4 . 4 5"),
            (0, "4 . 5 . . 4 5"),
            (1, "5 . 4 . . . ."),
        ),
    ),
    "idris": Counting(
        goal="socks",
        name="Socks",
        what="Socks he pulls on himself before school, of two",
        unit="socks",
        scale=Scale.TRIES,
        most=2,
        hoped=2,
        planned="-7 Fri 09:30",
        starts="-7 Fri",
        usual="08:05",
        who=("samira",),
        weeks=(
            (-6, "0 0 1 0 1 . ."),
            (-5, "1 0 1 1 . . ."),
            (-4, "1 1 . 2 1 . ."),
            (-3, ". . . . . . ."),
            (-2, "1 1 . 2 1 . ."),
            (-1, "1 2 1 . 2 . ."),
            (0, "2 1 2 . 2 . ."),
            (1, "2 . 2 . . . ."),
        ),
    ),
}


def beats(scene: Scene) -> Iterator[Beat]:
    """Planning a count with the family, saying yes to it, and every count that was told."""
    told = COUNTED.get(scene.family.key)
    if told is None:
        return
    # Dice of its own: whatever else is told keeps its words and times.
    dice = Dice(crc32(scene.family.key.encode()))
    plan = dice.uuid(scene.when(told.planned))
    yield Beat(at=scene.when(told.planned), act=partial(_plan, scene, told, plan))
    for number, who in enumerate(told.who):
        agreed = {"plan": plan, "agree": True}
        yield scene.does(scene.when(told.planned, 20 + number), who, practice.answer_count, **agreed)
    for day, value in _counts(scene, told):
        at = scene.almanac.on(day, time.fromisoformat(told.usual)) + timedelta(
            minutes=dice.random.randint(0, 9)
        )
        who = told.who[day.toordinal() % len(told.who)]
        count = {"plan": plan, "probe": dice.uuid(at), "value": value, "on": day}
        yield scene.does(at, who, practice.record_probe, **count)


def _plan(scene: Scene, told: Counting, plan: UUID, at: datetime) -> None:
    draft = ProbeDraft(
        name=told.name,
        what=told.what,
        unit=told.unit,
        scale=told.scale,
        every=Every.DAY,
        more_is_better=told.more,
        most=told.most,
        hoped=told.hoped,
        starts_on=scene.almanac.day(told.starts),
        baseline=told.baseline,
        starts=told.possible,
        collectors=tuple(people.known(address_of(who)).uuid for who in told.who),
    )
    goal = scene.named(f"goal {told.goal}")
    actor = scene.actor("therapist", at)
    practice.plan_probes(
        actor=actor, child=scene.child, goal=goal, plan=plan, draft=draft, seed=told.lot, at=at
    )


def _counts(scene: Scene, told: Counting) -> Iterator[tuple[date, int]]:
    for week, written in told.weeks:
        monday = scene.almanac.monday + timedelta(weeks=week)
        for number, count in enumerate(written.split()):
            if count != ".":
                yield monday + timedelta(days=number), int(count)
