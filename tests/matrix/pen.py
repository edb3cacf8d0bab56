"""Writes into one child's record and mints its canaries."""

from dataclasses import dataclass
from uuid import UUID

from alongside.core.actors import Actor
from alongside.core.capabilities import Capability
from tests.clock import AT
from tests.matrix.canaries import Visible
from tests.matrix.world import OWN, SAME_CLINIC, Family, World, may, only


@dataclass
class Pen:
    """Writes into one child's record and mints its canaries."""

    world: World
    family: Family

    @property
    def child(self) -> UUID:
        return self.family.child

    @property
    def therapist(self) -> Actor:
        return self.family.therapist.actor(AT)

    @property
    def carer(self) -> Actor:
        return self.family.people["carer"].actor(AT)

    def new(self, name: str) -> UUID:
        """A fresh identifier, remembered under the name that addresses use."""
        made = self.world.dice.uuid(AT)
        self.family.objects.setdefault(name, made)
        return made

    def word(self, meaning: str, rule: Capability | Visible) -> str:
        """A canary for one field."""
        visible = may(self.family.key, rule) if isinstance(rule, Capability) else rule
        return self.world.canaries.mint(self.family.key, meaning, visible)

    def mine(self, *actors: str) -> Visible:
        """Readable by these actors of this child's own family; in the other families only one actor is somebody."""
        if self.family.key == OWN:
            return only(*actors)
        theirs = self.family.key == SAME_CLINIC and "carer" in actors
        return only("other_childs_carer") if theirs else only()
