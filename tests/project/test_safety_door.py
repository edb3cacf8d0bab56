"""A safety fact comes in by one door, so that no programme misses it."""

import re
from pathlib import Path

SOURCE = Path(__file__).parents[2] / "src" / "alongside"
DOOR = SOURCE / "areas" / "programme" / "actions" / "recheck.py"
PAST_IT = re.compile(r"\bcircle\.(record|propose|confirm|end|withdraw)_safety_fact\(")


def test_nobody_writes_a_safety_fact_past_the_second_look_at_the_programme():
    found = {path for path in SOURCE.rglob("*.py") if PAST_IT.search(path.read_text(encoding="utf-8"))}
    assert found == {DOOR}


def test_every_door_looks_again():
    doors = DOOR.read_text(encoding="utf-8").split("@action")[1:]
    through = [door for door in doors if PAST_IT.search(door)]
    assert len(through) == 5
    assert all("return _rest_unsafe(opened)" in door and "_hold(" in door for door in through)


def test_a_placement_comes_home_only_through_the_ledger_that_judges_it():
    actions = DOOR.parent
    text = {path.name: path.read_text(encoding="utf-8") for path in actions.glob("*.py")}
    saves_state = {name for name, code in text.items() if re.search(r'update_fields=\[[^\]]*"state"', code)}
    makes = {name for name, code in text.items() if "Placement.objects.create(" in code}
    past_it = {
        name for name, code in text.items() if re.search(r"Placement\.objects[^\n]*\.(update|bulk_)", code)
    }
    assert (saves_state, makes, past_it) == ({DOOR.name}, {"placing.py"}, set())
    assert "judging.check_at_home(opened, row, changed)" in text["ledger.py"]
