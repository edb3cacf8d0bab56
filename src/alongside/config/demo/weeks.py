"""How a week is planned: the therapist asks the planner, keeps its drafts and offers what is new."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from types import MappingProxyType
from typing import Any

from alongside.areas.circle import gate
from alongside.areas.practice import queries as practice
from alongside.areas.programme import actions as programme
from alongside.areas.programme.queries import week as weeks
from alongside.areas.programme.values import WishKind
from alongside.config.demo.scene import Beat, Scene
from alongside.core.capabilities import Capability


@dataclass(frozen=True, slots=True, kw_only=True)
class Planned:
    """When a child's week was planned, and what the therapist kept out before (an idea's code, and why)."""

    when: str
    out: tuple[tuple[str, str], ...] = ()


_WHY = "We try this first and see how it feels at home."
_WEEKS: Mapping[str, Planned] = MappingProxyType(
    {
        "rosa": Planned(when="0 Fri 11:30", out=(("S111", "Mirrors make her stop. Not for now."),)),
        "finn": Planned(when="0 Fri 12:10"),
    }
)


def beats(scene: Scene) -> Iterator[Beat]:
    """The planned week of a child who has one."""
    planned = _WEEKS.get(scene.family.key)
    if planned is None:
        return
    for strategy, words in planned.out:
        wish = {"wish": scene.named(f"not {strategy}"), "strategy": strategy, "kind": WishKind.BAN}
        at = scene.when(planned.when, -10)
        yield scene.does(at, "therapist", programme.wish_for_week, words=words, **wish)
    yield Beat(at=scene.when(planned.when), act=partial(_plan, scene))


def _plan(scene: Scene, at: datetime) -> None:
    actor = scene.actor("therapist", at)
    opened = gate.open_child(
        actor, scene.child, Capability.PROPOSE_PROGRAMME, at, doing="therapist.week_plan"
    )
    found = weeks.proposal(opened, practice.moments(opened))
    said: dict[str, Any] = {"actor": actor, "child": scene.child, "at": at}
    drafts = programme.propose_week(plan=scene.named("planned week"), choices=found.choices, **said)
    first = tuple(one.uuid for one in drafts[:1])
    if first:
        programme.share_programme(placements=first, not_yet=dict.fromkeys(first, _WHY), **said)
