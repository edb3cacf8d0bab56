"""What every address demands of the person who comes: one row each, and no row means no.

The middleware reads these rows to answer methods and hats; the gate decides about children. The matrix of the
tests derives from the same rows what each of its actors must be answered.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from importlib import import_module

from django.conf import settings

from alongside.core.actors import MemberRole
from alongside.core.capabilities import Capability


class Demand(StrEnum):
    """What an address asks for before it answers."""

    NOTHING = "NOTHING"
    SIGN_IN = "SIGN_IN"
    HAT = "HAT"
    CHILD = "CHILD"


@dataclass(frozen=True, slots=True, kw_only=True)
class Policy:
    """The demand of one address for one method. ``is_fresh`` asks for a sign-in of the last minutes, too."""

    demand: Demand
    capability: Capability | None = None
    hats: frozenset[MemberRole] = frozenset()
    is_fresh: bool = False


Policies = Mapping[str, Mapping[str, Policy]]

public = Policy(demand=Demand.NOTHING)
signed_in = Policy(demand=Demand.SIGN_IN)


def hat(*roles: MemberRole) -> Policy:
    """Somebody who wears one of these hats in some clinic."""
    return Policy(demand=Demand.HAT, hats=frozenset(roles))


def child(capability: Capability) -> Policy:
    """Somebody who may do this for the child in the address."""
    return Policy(demand=Demand.CHILD, capability=capability)


def fresh(row: Policy) -> Policy:
    """The same, for somebody who has just signed in: what this opens works without signing in."""
    return replace(row, is_fresh=True)


def all_policies() -> dict[str, Mapping[str, Policy]]:
    """Every row of every face, by the full name of the route (``parent:today``)."""
    rows: dict[str, Mapping[str, Policy]] = {}
    for module in settings.POLICIES:
        rows.update(import_module(module).POLICIES)
    return rows
