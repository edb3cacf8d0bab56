"""`python -m alongside verify-measures`: worked examples agree, and a wrong or strange one is always told."""

import copy
import json
from pathlib import Path

import pytest

from alongside import __main__ as program
from alongside.config.measures import page, schema
from alongside.config.measures.functions import FUNCTIONS

ROOT = Path(__file__).resolve().parents[2]
CASES = ROOT / "tests" / "core" / "data" / "measures_cases.json"
NAP = {
    "id": "nap",
    "function": "nap",
    "input": {"A": [3, 3, 4, 5], "B": [4, 5, 6, 7, 7]},
    "expected": 0.9,
    "tolerance": 1e-12,
}


@pytest.fixture
def verify(tmp_path, capsys):
    """Run the command on a text or on cases; its answer, its lines before the count, and the count."""

    def run(content):
        path = tmp_path / "cases.json"
        text = content if isinstance(content, str) else json.dumps({"cases": content})
        path.write_text(text, encoding="utf-8")
        answer = program.main(["verify-measures", str(path)])
        *lines, count = capsys.readouterr().out.splitlines()
        return answer, lines, count

    return run


def case(**changes):
    """The worked example with other values; None takes a key away."""
    changed = copy.deepcopy(NAP) | changes
    return {key: value for key, value in changed.items() if value is not None}


def test_all_worked_examples_agree(verify):
    assert verify(CASES.read_text(encoding="utf-8")) == (0, [], "193 of 193 cases agree")


def test_every_function_of_the_worked_examples_is_known():
    named = {one["function"] for one in json.loads(CASES.read_text(encoding="utf-8"))["cases"]}
    assert named <= set(FUNCTIONS)
    assert len(named) == 29


def test_one_wrong_value_is_one_line_and_a_failure(verify):
    answer, (line,), count = verify([case(), case(id="off", expected=0.91), case()])
    assert (answer, count) == (1, "2 of 3 cases agree")
    assert line.startswith("case 2 (off): nap expected 0.91, got 0.9")


@pytest.mark.parametrize("index", range(0, 193, 7))
def test_a_seeded_wrong_value_is_noticed(verify, index):
    whole = json.loads(CASES.read_text(encoding="utf-8"))
    seeded = whole["cases"][index]
    expected = seeded["expected"]
    if isinstance(expected, dict):
        key = next(key for key, value in expected.items() if value is not None)
        expected[key] = "something else"
    else:
        seeded["expected"] = expected + 0.01
    answer, lines, count = verify(json.dumps(whole))
    assert (answer, len(lines), count) == (1, 1, "192 of 193 cases agree")


@pytest.mark.parametrize(
    ("expected", "agrees"),
    [
        ({"z": -1}, True),
        ({"z": -1, "percentile": None}, True),
        ({"z": -1, "percentile": 16}, False),
        ({"z": -1.0000001}, False),
        ({"z": True}, False),
        ({"y": -1}, False),
        (-1, False),
        ({"z": {"deep": 1}}, False),
        ({"z": "NaN"}, False),
    ],
)
def test_only_what_is_expected_is_compared(verify, expected, agrees):
    one = case(function="convert_score", input={"from_scale": "z", "value": -1}, expected=expected)
    assert verify([one])[0] == (0 if agrees else 1)


@pytest.mark.parametrize(
    ("input_", "expected", "agrees"),
    [
        ({"A": [], "B": [1]}, {"error": True}, True),
        ({"A": [1], "B": [1]}, {"error": True}, False),
        ({"A": [], "B": [1]}, 0.5, False),
        ({"A": ["a word"], "B": [1]}, {"error": True}, True),
        ({"A": {"a": 1}, "B": [1]}, {"error": True}, True),
        ({"A": [1]}, {"error": True}, False),
        ({"A": ["0.30"], "B": [0.3]}, 0.5, True),
        ({"A": [1] * 100_000, "B": [1]}, {"error": True}, True),
        ({"A": [10**400], "B": [1]}, {"error": True}, True),
        ({"A": [True], "B": [1]}, {"error": True}, True),
    ],
)
def test_a_refusal_is_right_only_where_one_is_expected(verify, input_, expected, agrees):
    answer, lines, _ = verify([case(input=input_, expected=expected)])
    assert answer == (0 if agrees else 1)
    assert len(lines) == (0 if agrees else 1)


@pytest.mark.parametrize(
    ("strange", "said"),
    [
        (None, "a case is an object"),
        ([], "a case is an object"),
        (case(function=None), '"function" is missing'),
        (case(function="average"), "there is no function average"),
        (case(function=["nap"]), '"function" is missing'),
        (case(input=None), '"input" is missing'),
        (case(input=[1, 2]), '"input" is missing'),
        (case(input={"A": [1]}), "nap needs B"),
        (case(expected=None), '"expected" is missing'),
        (case(expected={}), '"expected" is missing'),
        (case(tolerance=None), '"tolerance" is missing'),
        (case(tolerance="much"), '"tolerance" is missing'),
        (case(tolerance=-1), '"tolerance" is below zero'),
    ],
)
def test_a_malformed_case_is_one_line_and_the_others_still_run(verify, strange, said):
    answer, (line,), count = verify([case(), strange])
    assert (answer, count) == (1, "1 of 2 cases agree")
    assert said in line


@pytest.mark.parametrize(
    "text",
    [
        "",
        "not json",
        "[1, 2]",
        "{}",
        '{"cases": 5}',
        '{"cases": {}}',
        "[" * 100_000,
    ],
)
def test_a_file_without_cases_is_a_failure_in_one_line(verify, text):
    answer, lines, count = verify(text)
    assert (answer, len(lines), count) == (1, 1, "0 of 0 cases agree")


def test_no_cases_at_all_are_a_failure(verify):
    assert verify([]) == (1, [], "0 of 0 cases agree")


def test_numbers_of_any_size_and_kind_leave_no_trace_of_the_program(verify):
    for written in ("NaN", "-Infinity", "1e999999999", "1e-999999999", "1e99999999999999999999", "9" * 9000):
        text = json.dumps({"cases": [case()]}).replace("[4,", f"[{written},")
        answer, (line,), _ = verify(text)
        assert answer == 1
        assert "nap refused, " in line


def test_a_name_from_a_file_cannot_break_the_line_or_steer_the_terminal(verify):
    _, (line,), _ = verify([case(id="two\nlines \x1b[31m \ud800" + "x" * 5000, expected=0)])
    assert line.isprintable()
    assert len(line) < 500


def test_a_file_that_is_not_there_and_one_that_is_no_text(tmp_path, capsys):
    picture = tmp_path / "picture.json"
    picture.write_bytes(b"\xff\xfe\x00\x80")
    for path in (tmp_path / "nowhere.json", tmp_path, picture):
        assert program.main(["verify-measures", str(path)]) == 1
        assert capsys.readouterr().out.endswith("0 of 0 cases agree\n")


def test_ties_are_compared_as_they_are_written(verify):
    one = case(input={"A": [0.1, 0.3], "B": [0.30, 0.1]}, expected=0.5, tolerance=0)
    third = case(input={"A": [1, 1, 3], "B": [2]}, expected=2 / 3, tolerance=0)
    assert verify([one, third, one]) == (0, [], "3 of 3 cases agree")


def test_the_schema_explains_every_input_of_every_function():
    named = {key for function in FUNCTIONS.values() for key in function.needs + function.takes}
    assert named == set(schema.INPUTS)
    assert schema.schema()["$defs"]["case"]["properties"]["function"]["enum"] == sorted(FUNCTIONS)


def test_the_page_of_measures_tells_every_module_of_the_single_case():
    folder = ROOT / "src" / "alongside" / "core" / "single_case"
    modules = {f"single_case.{path.stem}" for path in folder.glob("[a-z]*.py")}
    assert modules <= set(page.SECTIONS.values())
    assert "Kiresuk" in page.measures()
