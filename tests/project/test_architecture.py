"""Foreign keys follow the family's journey: a later area may point at an earlier one, never back."""

import tomllib
from pathlib import Path

from django.apps import apps

ROOT = Path(__file__).resolve().parents[2]
AREAS = "alongside.areas."


def order_of_areas():
    """How far along the journey each area stands, read from the import contract: trail 0, people 1, …"""
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text())
    contracts = settings["tool"]["importlinter"]["contracts"]
    layers = next(one["layers"] for one in contracts if one.get("containers") == ["alongside.areas"])
    return {
        area.strip(" ()"): place for place, layer in enumerate(reversed(layers)) for area in layer.split("|")
    }


def area_of(model):
    """The area that a model belongs to, or None when it is a library's."""
    name = model.__module__
    return name.removeprefix(AREAS).split(".")[0] if name.startswith(AREAS) else None


def relations_between_areas():
    """(own area, other area, whether the other side sees nothing, name) of every relation across areas."""
    fields = [
        field
        for model in apps.get_models()
        if area_of(model)
        for field in (*model._meta.fields, *model._meta.many_to_many)
        if field.is_relation
    ]
    return [
        (area_of(field.model), other, field.remote_field.hidden, str(field))
        for field in fields
        if (other := area_of(field.related_model)) and other != area_of(field.model)
    ]


def complaints(relations, order):
    """The relations that point up or sideways, or that leave an accessor on the earlier area."""
    upward = [name for own, other, _, name in relations if order[other] >= order[own]]
    visible = [f'{name} lacks related_name="+"' for _, _, hidden, name in relations if not hidden]
    return upward + visible


def test_foreign_keys_point_down_the_loop_and_leave_nothing_behind():
    found = relations_between_areas()
    assert found, "no relation between areas was found: this test looked in the wrong place"
    assert complaints(found, order_of_areas()) == []


def test_a_key_that_points_up_sideways_or_stays_visible_is_found():
    order = order_of_areas()
    assert complaints([("goals", "practice", True, "up")], order) == ["up"]
    assert complaints([("circle", "library", True, "sideways")], order) == ["sideways"]
    assert complaints([("goals", "circle", False, "seen")], order) == ['seen lacks related_name="+"']
    assert complaints([("goals", "circle", True, "good")], order) == []


def test_every_area_on_disk_has_its_place_in_the_order():
    folders = {path.parent.name for path in (ROOT / "src" / "alongside" / "areas").glob("*/__init__.py")}
    assert folders <= set(order_of_areas())


def test_no_module_listens_to_signals():
    source = ROOT / "src" / "alongside"
    listening = [path for path in source.rglob("*.py") if "django.dispatch" in path.read_text()]
    assert listening == []
