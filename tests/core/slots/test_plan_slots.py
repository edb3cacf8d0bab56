"""`python -m alongside plan-slots`: a clinic is planned from a file, and a wrong file is told in one line."""

import json

import pytest

from alongside import __main__ as program
from alongside.config.planning.form import Malformed
from alongside.config.slots.clinic_file import instance_in
from alongside.config.slots.generate import made
from alongside.config.slots.written import written

CLINIC = made(2, 12, 2, seed=9)


@pytest.fixture
def run(tmp_path, capsys):
    """Run the command on the content of a file; its exit code, its answer and its complaint."""

    def ran(content, *words):
        path = tmp_path / "clinic.json"
        path.write_text(json.dumps(content), encoding="utf-8")
        code = program.main(["plan-slots", str(path), "--seconds", "1", *words])
        said = capsys.readouterr()
        return code, json.loads(said.out) if said.out else None, said.err

    return ran


def test_a_clinic_written_down_is_read_as_it_was():
    assert instance_in(json.dumps(written(CLINIC))) == CLINIC


def test_the_same_seed_makes_the_same_clinic():
    assert made(2, 12, 2, seed=9) == CLINIC != made(2, 12, 2, seed=10)


def test_a_plan_comes_with_bound_reasons_and_progress(run):
    code, told, said = run(written(CLINIC))
    assert code == 0
    assert told["objective"] == sum(told["parts"].values()) <= told["bound"]
    assert told["placements"][0]["reasons"][0]["why"]
    assert "no plan has more than" in said


def test_a_repair_and_what_if_run_from_the_same_file(run, tmp_path):
    _, told, _ = run(written(CLINIC))
    now = [
        {key: one[key] for key in ("child", "therapist", "weekday", "start")} for one in told["placements"]
    ]
    content = written(CLINIC) | {"now": now}
    code, repaired, _ = run(content, "--mode", "repair")
    assert (code, repaired["moved_families"]) == (0, [])
    away = {"what_if": {"away": [{"therapist": "T00"}]}}
    code, then, _ = run(content | away, "--mode", "what-if")
    assert code == 0
    assert then["times_more"] < 0 < len(then["fewer_times_for"])


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"version": 2}, "version: write a whole number from 1 to 1"),
        ({"rooms": [{"id": "x", "site": "nowhere"}]}, "rooms.site: there is no nowhere"),
        ({"pins": [{"child": "C0000", "therapist": "T00", "weekday": "mon", "start": "09:05"}]}, "as 08:45"),
        ({"buffer_minutes": 10}, "whole quarters of an hour"),
        ({"colour": "red"}, "colour: there is no such key"),
    ],
)
def test_a_wrong_file_is_told_in_one_line(run, change, told):
    code, answer, said = run(written(CLINIC) | change)
    assert (code, answer) == (1, None)
    assert told in said
    assert said.count("\n") == 1


def test_sites_too_far_apart_for_one_day_are_refused():
    content = written(CLINIC)
    shifts = [
        {"weekday": "mon", "start": "08:00", "until": "12:00", "site": "S0"},
        {"weekday": "mon", "start": "12:00", "until": "16:00", "site": "S1"},
    ]
    content["therapists"][0]["shifts"] = shifts
    with pytest.raises(Malformed, match="no time to go from S0 to S1 on mon"):
        instance_in(json.dumps(content))
