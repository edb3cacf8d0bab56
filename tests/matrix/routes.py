"""Every address of the URLconf with what its rows demand, and how its variables are filled for one child."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.urls import URLPattern, URLResolver, get_resolver, reverse

from alongside.core.capabilities import decide
from alongside.core.ids import uuid7
from alongside.faces.common.policy import Demand, Policy, all_policies
from tests.clock import AT
from tests.matrix.world import NAMED, OWN, World, standing

METHODS = ("GET", "POST", "PUT", "DELETE")
LOGIN, NO, FORBIDDEN, WRONG_METHOD = 302, 404, 403, 405
FINE = frozenset({200, 302, 303, 422})
HATS = {
    "therapist": {"THERAPIST"},
    "other_therapist": {"THERAPIST"},
    "other_clinics_therapist": {"THERAPIST"},
    "front_desk": {"FRONT_DESK"},
    "owner": {"OWNER"},
}


@dataclass(frozen=True)
class Route:
    """One address: its full name and its variables."""

    name: str
    variables: tuple[str, ...]


def routes() -> list[Route]:
    """All of them, from the URLconf itself."""
    found = {route.name: route for route in _walk(get_resolver().url_patterns, "", ())}
    return sorted(found.values(), key=lambda route: route.name)


def _walk(patterns: list[Any], prefix: str, variables: tuple[str, ...]) -> Iterator[Route]:
    for pattern in patterns:
        held = variables + tuple(pattern.pattern.converters or pattern.pattern.regex.groupindex)
        if isinstance(pattern, URLResolver):
            inner = f"{prefix}{pattern.namespace}:" if pattern.namespace else prefix
            yield from _walk(pattern.url_patterns, inner, held)
        elif isinstance(pattern, URLPattern):
            yield Route(f"{prefix}{pattern.name}", held)


def address(route: Route, world: World, child: str, objects_of: str) -> str:
    """The address for one child, with the objects of the same or of another child in it."""
    values = {name: _value(name, world, child, objects_of) for name in route.variables}
    return reverse(route.name, kwargs=values)


def _value(name: str, world: World, child: str, objects_of: str) -> object:
    family, other = world.families[child], world.families[objects_of]
    if name == "child":
        return family.child
    if name in {"person", "carer", "therapist", "member"}:
        return other.people["second_carer"].uuid
    known: dict[str, object] = {
        "slug": "clinic-a",
        "clinic": "clinic-a",
        "token": other.token,
        "feed": other.feed,
        **other.objects,
    }
    known |= FIXED | {name: world.objects[name][objects_of[0]] for name in OF_CLINIC}
    if name not in known:
        raise KeyError(f"tell the matrix what <{name}> of an address is")
    return known[name]


OF_CLINIC = ("enquiry", "word", "idea_code", "plan", "notice", "freed")
# A part of the day has one name for every child, so nobody else’s can stand in an address.
SAME_FOR_ALL = frozenset({"routine"})
FIXED: dict[str, object] = {
    "code": "S09",
    "strategy": "S09",
    "key": "abc",
    "uidb36": "1",
    "pk": 1,
    "routine": "morning.dress",
}


def fresh() -> UUID:
    """An identifier that nobody used."""
    return uuid7(AT)


def policies() -> dict[str, Any]:
    """The rows of all faces."""
    return all_policies()


def answers(row: Policy | None, actor: str, child: str, *, crossed: bool) -> frozenset[int]:
    """What an actor must be answered. ``crossed``: the address holds something of another child."""
    if row is None:
        return frozenset({LOGIN, WRONG_METHOD}) if actor == "anonymous" else frozenset({WRONG_METHOD})
    if row.demand is Demand.NOTHING:
        return FINE | {NO, FORBIDDEN, 429}
    if actor == "anonymous":
        return frozenset({LOGIN})
    if row.demand is Demand.SIGN_IN:
        return FINE | {NO, FORBIDDEN}
    if row.demand is Demand.HAT:
        return _for_hats(row, actor)
    return _for_child(row, actor, child, crossed=crossed)


def _for_hats(row: Policy, actor: str) -> frozenset[int]:
    worn = HATS.get(actor, set())
    return FINE | {NO, FORBIDDEN} if worn & {hat.value for hat in row.hats} else frozenset({NO})


def _for_child(row: Policy, actor: str, child: str, *, crossed: bool) -> frozenset[int]:
    roles = standing(actor, child)
    if not roles:
        return frozenset({NO})
    assert row.capability is not None
    if decide(roles, row.capability, NAMED if child == OWN else frozenset()) is not None:
        return frozenset({FORBIDDEN})
    return frozenset({NO, FORBIDDEN, 422}) if crossed else FINE | {NO, FORBIDDEN}
