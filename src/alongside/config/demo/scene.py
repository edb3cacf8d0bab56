"""The stage of the demo: the house and its people, and the moments of one child's story in their order."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import partial
from typing import Any
from uuid import UUID

from alongside.areas.people.values import ClinicSeen
from alongside.config.demo import people
from alongside.config.demo.almanac import Almanac
from alongside.config.demo.people import Dice, Somebody
from alongside.config.demo.plot import Carer, Family
from alongside.core.actors import Actor


@dataclass(frozen=True, slots=True, kw_only=True)
class Beat:
    """Something that happens at ``at``; ``act`` is called with that moment."""

    at: datetime
    act: Callable[..., object]


@dataclass(frozen=True, slots=True, kw_only=True)
class House:
    """The clinic with its team (by the first name in small letters) and its rooms."""

    clinic: ClinicSeen
    team: dict[str, Somebody]
    rooms: dict[str, UUID]
    actors: dict[str, Actor] = field(default_factory=dict)

    def actor(self, key: str, at: datetime) -> Actor:
        """Somebody of the team, or the carer who signs in as «key@family.example»."""
        if key not in self.actors:
            somebody = self.team.get(key) or people.known(address_of(key))
            self.actors[key] = somebody.actor(at)
        return self.actors[key]


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """One child's story while it is told. ``names`` keeps the identifiers of what is spoken of again."""

    dice: Dice
    almanac: Almanac
    house: House
    family: Family
    child: UUID
    names: dict[str, UUID] = field(default_factory=dict)

    @property
    def teller(self) -> Carer:
        """The first carer: who told the story and is asked when nobody is named."""
        return self.family.carers[0]

    def when(self, text: str, minutes: int = 0) -> datetime:
        """The instant of a moment, and some minutes after it."""
        return self.almanac.when(text) + timedelta(minutes=minutes)

    def named(self, name: str) -> UUID:
        """The identifier of something that is spoken of more than once, such as «goal socks»."""
        if name not in self.names:
            self.names[name] = self.dice.uuid(self.almanac.at)
        return self.names[name]

    def actor(self, who: str, at: datetime) -> Actor:
        """A person of this story; «therapist» is the child's own, "" the teller."""
        keys = {"therapist": self.family.therapist, "": self.teller.key}
        return self.house.actor(keys.get(who, who), at)

    def does(self, at: datetime, who: str, action: Callable[..., object], **named: Any) -> Beat:
        """A beat in which somebody of the story does something to the child's record."""
        return Beat(at=at, act=partial(self._do, who, action, named))

    def _do(self, who: str, action: Callable[..., object], named: dict[str, Any], at: datetime) -> object:
        return action(actor=self.actor(who, at), child=self.child, at=at, **named)


def address_of(key: str) -> str:
    """Where a carer of the demo gets letters."""
    return f"{key}@family.example"


def play(beats: Iterable[Beat], until: datetime) -> None:
    """Let everything happen in its order; what would lie after ``until`` has not happened."""
    for beat in sorted(beats, key=lambda beat: beat.at):
        if beat.at <= until:
            beat.act(at=beat.at)
