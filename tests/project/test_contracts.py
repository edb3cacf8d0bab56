"""Each import contract catches a deliberate violation, tried on a tiny copy of the package tree."""

import os
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SETTINGS = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["importlinter"]
NAMES = [contract["name"] for contract in SETTINGS["contracts"]]
RINGS, LOOP, INSIDE, FACES, MODELS, CORE, ADAPTERS, ENGINE, HIGHS, CYCLES = NAMES

TREE = [
    "config/urls.py",
    "faces/common/page.py",
    "faces/parent/today.py",
    "faces/therapist/child.py",
    "ui/charts.py",
    "core/attainment.py",
    "adapters/jobs/engine.py",
    "adapters/mail.py",
    *(
        f"areas/{area}/{module}.py"
        for area in ("trail", "people", "circle", "goals", "practice")
        for module in ("actions", "queries", "models", "values")
    ),
]
FAITHFUL = {
    "faces/parent/today.py": "from alongside.areas.practice import actions, queries",
    "adapters/jobs/engine.py": "import dbos",
    "config/urls.py": "from alongside.adapters.jobs import engine",
    "areas/practice/actions.py": "from alongside.areas.goals import queries as goals",
    "areas/goals/actions.py": "from alongside.areas.goals import queries",
    "areas/goals/queries.py": "from alongside.areas.goals import models",
}
VIOLATIONS = [
    ("faces/parent/today.py", "from alongside.areas.goals import models", MODELS),
    ("areas/goals/actions.py", "from alongside.areas.practice import queries", LOOP),
    ("core/attainment.py", "import django", CORE),
    ("core/attainment.py", "import sqlite3", CORE),
    ("faces/parent/today.py", "from alongside.faces.therapist import child", FACES),
    ("faces/common/page.py", "from alongside.faces.parent import today", FACES),
    ("faces/school/day.py", "", FACES),
    ("areas/goals/queries.py", "from alongside.areas.goals import actions", INSIDE),
    ("areas/goals/values.py", "from alongside.areas.goals import models", INSIDE),
    ("areas/goals/helpers.py", "", INSIDE),
    ("ui/charts.py", "from alongside.areas.goals import queries", RINGS),
    ("areas/goals/queries.py", "from alongside.faces.parent import today", RINGS),
    ("helpers/text.py", "", RINGS),
    ("areas/transport/values.py", "", LOOP),
    ("adapters/mail.py", "from alongside.areas.people import queries", ADAPTERS),
    ("adapters/mail.py", "import dbos", ENGINE),
    ("faces/parent/today.py", "from sqlalchemy import select", ENGINE),
    ("config/urls.py", "from dbos import DBOSClient", ENGINE),
    ("core/attainment.py", "import highspy", HIGHS),
    ("areas/goals/queries.py", "import ortools", HIGHS),
]


@pytest.fixture
def tree(tmp_path):
    """An empty package of the same shape, with the project's own contracts."""
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    for path in TREE:
        write(tmp_path, path, FAITHFUL.get(path, ""))
    return tmp_path


def write(tree, path, text):
    """Add a line to a module of the copy; every folder above it becomes a package."""
    module = tree / "alongside" / path
    module.parent.mkdir(parents=True, exist_ok=True)
    for folder in (module.parent, *module.parents):
        if folder == tree:
            break
        (folder / "__init__.py").touch()
    with module.open("a") as file:
        file.write(text + "\n")


def broken(tree):
    """The names of the contracts that a run over the copy finds broken."""
    command = [Path(sys.executable).with_name("lint-imports"), "--no-cache", "--config", "pyproject.toml"]
    environment = os.environ | {"PYTHONPATH": str(tree), "COLUMNS": "200"}
    done = subprocess.run(command, cwd=tree, env=environment, capture_output=True, text=True, check=False)
    assert "Contracts:" in done.stdout, done.stdout + done.stderr
    return {name for name in NAMES if f"{name} BROKEN" in done.stdout}


def test_a_faithful_tree_keeps_every_contract(tree):
    assert broken(tree) == set()


@pytest.mark.parametrize(("path", "line", "contract"), VIOLATIONS)
def test_a_violation_breaks_its_contract(tree, path, line, contract):
    write(tree, path, line)
    assert contract in broken(tree)


def test_a_circle_hidden_behind_type_checking_is_still_a_circle(tree):
    hidden = "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    from alongside.ui import {}"
    write(tree, "ui/charts.py", hidden.format("icons"))
    write(tree, "ui/icons.py", hidden.format("charts"))
    assert CYCLES in broken(tree)


def test_every_contract_is_shown_to_catch_something():
    assert {contract for _, _, contract in VIOLATIONS} | {CYCLES} == set(NAMES)


def test_a_face_that_reaches_for_the_database_does_not_pass_the_linter():
    text = (
        "from django.db import models\nfrom django.shortcuts import get_object_or_404\n__all__ = ['models']\n"
    )
    command = [Path(sys.executable).with_name("ruff"), "check", "--output-format=concise"]
    command += ["--stdin-filename", "src/alongside/faces/parent/today.py", "-"]
    done = subprocess.run(command, cwd=ROOT, input=text, capture_output=True, text=True, check=False)
    assert done.stdout.count("banned-api") == 2
