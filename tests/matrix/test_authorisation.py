"""The matrix: every address × method × actor × own and other child. No leak, no write, no 5xx, nobody by accident."""

from collections.abc import Iterator
from dataclasses import dataclass
from http.cookies import SimpleCookie

import pymupdf
import pytest
from django.db import connection, transaction

from tests.matrix import routes
from tests.matrix.routes import METHODS, Route
from tests.matrix.world import ACTORS, OTHER_CLINIC, OWN, SAME_CLINIC, standing

pytestmark = pytest.mark.django_db
POLICIES = routes.policies()
ROUTES = routes.routes()
BODY = {
    "words": "x",
    "kind": "TRIED",
    "step": "2",
    "answer": "yes",
    "agree": "yes",
    "routine": "morning.dress",
    "confirm": "on",
}


@dataclass(frozen=True)
class Cell:
    """One request and the answers that are right."""

    method: str
    actor: str
    child: str
    objects_of: str

    @property
    def crossed(self) -> bool:
        return self.child != self.objects_of


def cells(route: Route) -> Iterator[Cell]:
    """The policy's own methods for every child, and something crossed; other methods for the own child."""
    asked = set(POLICIES[route.name])
    children = [(OWN, OWN)]
    if "child" in route.variables:
        children += [(SAME_CLINIC, SAME_CLINIC), (OTHER_CLINIC, OTHER_CLINIC)]
        if set(route.variables) - {"child"} - routes.SAME_FOR_ALL:
            children += [(OWN, SAME_CLINIC), (OWN, OTHER_CLINIC)]
    for method in METHODS:
        for child, objects_of in children if method in asked else children[:1]:
            for actor in ACTORS:
                yield Cell(method, actor, child, objects_of)


def test_every_address_has_a_row_and_every_row_an_address():
    named = {route.name for route in ROUTES}
    assert named - set(POLICIES) == set(), "an address without a row answers nobody: write its policy"
    assert {name for name in set(POLICIES) - named if not name.startswith("demo:")} == set()


@pytest.mark.parametrize("route", ROUTES, ids=lambda route: route.name)
def test_nobody_meets_what_is_not_theirs(route, world, clients, django_db_blocker, record_property):
    wrong, count = [], 0
    with django_db_blocker.unblock():
        for cell in cells(route):
            count += 1
            wrong += wrong_answers(route, cell, world, clients[cell.actor])
    record_property("cells", count)
    record_property("leaks", len(wrong))
    assert wrong == []


def wrong_answers(route, cell, world, client) -> list[str]:
    """What is wrong with the answer to one request, in words; nothing when all is right."""
    row = POLICIES[route.name].get(cell.method)
    right = routes.answers(row, cell.actor, cell.child, crossed=cell.crossed)
    path = routes.address(route, world, cell.child, cell.objects_of)
    with transaction.atomic():
        before = _writes()
        response = _send(client, cell.method, path)
        written = _writes() - before
        transaction.set_rollback(True)
    text = _text(response)
    told = [f"leak {leak}" for leak in world.canaries.leaks(text, cell.actor)]
    if response.status_code not in right:
        told.append(f"answered {response.status_code}, right is {sorted(right)}")
    if written and not _may_write(cell, right):
        told.append("wrote")
    return [f"{cell.method} {path} as {cell.actor}: {one}" for one in told]


def _send(client, method, path):
    client.cookies = SimpleCookie(client.kept)  # The cell before may have signed out.
    if method in {"GET", "DELETE"}:
        return getattr(client, method.lower())(path)
    body = BODY | {"uuid": str(routes.fresh())}
    if method == "POST":
        return client.post(path, body)
    return client.put(path, body, content_type="application/json")


def _writes() -> int:
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM trail_trailrow WHERE kind = 'WRITE'")
        return int(cursor.fetchone()[0])


def _text(response) -> str:
    body = b"".join(response.streaming_content) if response.streaming else response.content
    headers = "\n".join(f"{name}: {value}" for name, value in response.items())
    if response.headers.get("Content-Type") == "application/pdf":
        return headers + "".join(page.get_text() for page in pymupdf.open(stream=body))
    return headers + body.decode("utf-8", "replace")


def _may_write(cell: Cell, right: frozenset[int]) -> bool:
    return (
        not cell.crossed
        and 200 in right
        and (cell.method == "POST" or bool(standing(cell.actor, cell.child)))
    )


def test_the_canaries_sing_for_those_who_may_hear_them(world, clients, django_db_blocker):
    """An oracle that never hears anything proves nothing: the own family's canaries are met on some page."""
    heard: set[str] = set()
    with django_db_blocker.unblock(), transaction.atomic():
        for route in ROUTES:
            if "GET" in POLICIES[route.name] and "child" in route.variables:
                path = routes.address(route, world, OWN, OWN)
                texts = [_text(clients[actor].get(path)) for actor in ("carer", "therapist", "front_desk")]
                heard |= world.canaries.seen(texts)
        transaction.set_rollback(True)
    own = {token for token in world.canaries.audience if token.startswith(f"CNY{OWN}")}
    silent = sorted(world.canaries.meaning[token] for token in own - heard)
    assert len(silent) <= len(own) // 5, silent
