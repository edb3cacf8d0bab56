"""The test of the test: take the gate out of a view, and the matrix must shout."""

import importlib
from types import SimpleNamespace

import pytest

from alongside.areas.circle import gate
from tests.clock import AT
from tests.matrix.routes import routes
from tests.matrix.test_authorisation import Cell, wrong_answers
from tests.matrix.world import OTHER_CLINIC, OWN

pytestmark = pytest.mark.django_db
FAMILY_PAGES = {"today": "today", "plan": "plan", "wins": "wins", "matters": "story", "findings": "records"}
THERAPIST_PAGES = {"findings": "findings", "programme": "programme", "matters": "matters"}
ROUTES = {route.name: route for route in routes()}
OUTSIDERS = [Cell("GET", "other_childs_carer", OWN, OWN), Cell("GET", "carer", OTHER_CLINIC, OTHER_CLINIC)]


def caught(name, world, clients) -> bool:
    """Whether every outsider's look at the page is told as a leak."""
    told = [wrong_answers(ROUTES[name], cell, world, clients[cell.actor]) for cell in OUTSIDERS]
    return all(any("leak" in one for one in answers) for answers in told)


def owner_of(world, child):
    return next(family for family in world.families.values() if family.child == child)


@pytest.mark.parametrize("name", FAMILY_PAGES)
def test_a_family_page_without_its_gate_is_caught(name, world, clients, monkeypatch):
    def open_for(request, child, capability, doing):
        carer = owner_of(world, child).people["carer"].actor(AT)
        return gate.open_child(carer, child, capability, AT, doing=f"parent.{doing}")

    assert not caught(f"parent:{name}", world, clients)
    module = importlib.import_module(f"alongside.faces.parent.{FAMILY_PAGES[name]}")
    monkeypatch.setattr(module, "open_for", open_for)
    assert caught(f"parent:{name}", world, clients)


@pytest.mark.parametrize("name", THERAPIST_PAGES)
def test_a_therapists_page_without_its_gate_is_caught(name, world, clients, monkeypatch):
    outsider = Cell("GET", "other_clinics_therapist", OWN, OWN)
    route = ROUTES[f"therapist:{name}"]

    def own_child(request, child, doing):
        actor = owner_of(world, child).therapist.actor(AT)
        return door.own_child(SimpleNamespace(actor=actor, at=AT), child, doing)

    assert wrong_answers(route, outsider, world, clients[outsider.actor]) == []
    module = importlib.import_module(f"alongside.faces.therapist.{THERAPIST_PAGES[name]}")
    door = module.door
    monkeypatch.setattr(module, "door", SimpleNamespace(own_child=own_child))
    told = wrong_answers(route, outsider, world, clients[outsider.actor])
    assert any("leak" in one for one in told)
