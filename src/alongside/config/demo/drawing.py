"""How families draw their week: one in one home, one in two."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, time
from functools import partial
from types import MappingProxyType
from uuid import UUID

from alongside.areas.circle import actions as circle
from alongside.areas.story import actions as story
from alongside.areas.story.values import Attention, Goes
from alongside.areas.story.values.ordinary import EVERYDAY, SCHOOL_DAYS, WEEKEND, ordinary
from alongside.config.demo import people
from alongside.config.demo.scene import Beat, Scene, address_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One part of a family's week; ``who`` are keys of carers."""

    code: str
    usual: str
    days: tuple[int, ...] = ()
    minutes: int = 0
    energy: int = 1
    goes: Goes = Goes.MIXED
    words: str = ""
    who: tuple[str, ...] = ()
    attention: Attention | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawn:
    """The week of one home, drawn by somebody. Without a name it is the only home."""

    when: str
    by: str
    parts: tuple[Part, ...]
    home: str = ""
    there: tuple[str, ...] = ()
    things: frozenset[str] = EVERYDAY


def _in(*codes: tuple[str, str, int, Goes], days: tuple[int, ...], who: tuple[str, ...]) -> tuple[Part, ...]:
    """Several parts on the same days with the same grown-ups, their energy as in many families."""
    return tuple(
        Part(
            code=code, usual=usual, minutes=minutes, goes=goes, days=days, who=who,
            energy=ordinary(code).energy or 0,
        )
        for code, usual, minutes, goes in codes
    )  # fmt: skip


_WEEKS: Mapping[str, tuple[Drawn, ...]] = MappingProxyType(
    {
        "idris": (
            Drawn(
                when="-3 Sun 20:10",
                by="samira",
                parts=(
                    Part(
                        code="morning.dress", usual="07:20", days=SCHOOL_DAYS, minutes=3, goes=Goes.HARD,
                        words="rushed", who=("samira",), attention=Attention.NEARBY,
                    ),
                    Part(
                        code="morning.dress", usual="08:40", days=WEEKEND, minutes=10, energy=2, goes=Goes.WELL,
                        words="slower", who=("samira", "karim"), attention=Attention.FULL,
                    ),
                    *_in(("breakfast", "07:40", 3, Goes.WELL), days=(), who=("samira",)),
                    *_in(("school_run", "08:25", 5, Goes.MIXED), days=SCHOOL_DAYS, who=("samira",)),
                    Part(
                        code="after_school", usual="15:30", days=SCHOOL_DAYS, goes=Goes.HARD, words="tired",
                        who=("amal",), energy=0,
                    ),
                    *_in(("play.outdoor", "11:00", 15, Goes.WELL), days=WEEKEND, who=("karim",)),
                    Part(
                        code="meal.dinner", usual="17:30", minutes=5, energy=2, goes=Goes.WELL,
                        words="all together", who=("samira", "karim"), attention=Attention.FULL,
                    ),
                    *_in(("bath", "18:30", 5, Goes.WELL), days=(0, 2, 4, 6), who=("karim",)),
                    Part(
                        code="bedtime", usual="19:15", minutes=5, goes=Goes.WELL, words="calm",
                        who=("samira", "karim"), attention=Attention.FULL,
                    ),
                ),
                things=EVERYDAY | {"sand timer", "stickers", "balloon", "picture cards", "toy car"},
            ),
        ),
        "zara": (
            Drawn(
                when="-2 Sun 19:40",
                by="farah",
                home="Quarry Steps",
                there=("farah",),
                parts=(
                    *_in(
                        ("breakfast", "07:45", 3, Goes.WELL),
                        ("meal.dinner", "17:45", 5, Goes.WELL),
                        ("bath", "18:30", 5, Goes.WELL),
                        days=(),
                        who=("farah",),
                    ),
                    *_in(("school_run", "08:20", 5, Goes.WELL), days=SCHOOL_DAYS, who=("farah",)),
                    Part(
                        code="bedtime", usual="19:10", minutes=20, energy=1, goes=Goes.HARD, words="long",
                        who=("farah",), attention=Attention.FULL,
                    ),
                ),
                things=EVERYDAY | {"torch", "soft lamp"},
            ),
            Drawn(
                when="-2 Tue 10:20",
                by="therapist",
                home="At Imran’s",
                there=("imran",),
                parts=_in(
                    ("play.outdoor", "11:00", 15, Goes.WELL),
                    ("meal.dinner", "18:00", 5, Goes.WELL),
                    ("bedtime", "19:45", 10, Goes.MIXED),
                    days=WEEKEND,
                    who=("imran",),
                ),
            ),
        ),
    }
)  # fmt: skip


def beats(scene: Scene) -> Iterator[Beat]:
    """The weeks of a family that has drawn one."""
    for number, drawn in enumerate(_WEEKS.get(scene.family.key, ())):
        yield from _home(scene, drawn)
        yield from _instead(scene, drawn)
        home = scene.named(f"home {drawn.home}") if drawn.home else None
        for place, part in enumerate(drawn.parts):
            draw = partial(_part, scene, drawn, part, f"week {number} part {place}")
            yield Beat(at=scene.when(drawn.when, place), act=draw)
        things = tuple(sorted(drawn.things))
        yield scene.does(scene.when(drawn.when, 30), drawn.by, story.keep_things, home=home, things=things)


def _home(scene: Scene, drawn: Drawn) -> Iterator[Beat]:
    if not drawn.home:
        return
    home = scene.named(f"home {drawn.home}")
    at = scene.when(drawn.when, -3)
    yield scene.does(at, drawn.by, circle.add_home, home=home, name=drawn.home, zone="")
    for key in drawn.there:
        yield Beat(at=scene.when(drawn.when, -2), act=partial(_put, scene, drawn.by, home, key))


def _instead(scene: Scene, drawn: Drawn) -> Iterator[Beat]:
    """The walk through one day steps aside for the drawn week, where the child has one home."""
    for number, _routine in enumerate(() if drawn.home else scene.family.day):
        moment = scene.named(f"routine {number}")
        yield scene.does(scene.when(drawn.when, -1), drawn.by, story.drop_day_moment, moment=moment)


def _put(scene: Scene, by: str, home: UUID, key: str, at: datetime) -> None:
    circle.put_in_home(actor=scene.actor(by, at), child=scene.child, home=home, person=_uuid(key), at=at)


def _part(scene: Scene, drawn: Drawn, part: Part, name: str, at: datetime) -> None:
    story.keep_day_moment(
        actor=scene.actor(drawn.by, at),
        child=scene.child,
        moment=scene.named(name),
        routine=part.code,
        usual_at=time.fromisoformat(part.usual),
        words=part.words,
        minutes_possible=part.minutes,
        home=scene.named(f"home {drawn.home}") if drawn.home else None,
        days=part.days,
        energy=part.energy,
        goes=part.goes,
        who=tuple(_uuid(key) for key in part.who),
        attention=part.attention or ordinary(part.code).attention,
        at=at,
    )


def _uuid(key: str) -> UUID:
    return people.known(address_of(key)).uuid
