"""`python -m alongside plan-week`: a file is planned with reasons, and a wrong one is told in one line."""

import copy
import json
from pathlib import Path

import pytest

from alongside import __main__ as program
from alongside.config.planning import table, week_file
from alongside.core.planning.weights import Part

ROOT = Path(__file__).resolve().parents[2]
WEEK = {
    "version": 1,
    "child": {"age_months": 62, "facts": ["seizures"], "likes": ["dogs"]},
    "goals": [
        {
            "id": "buttons",
            "words": "buttons before school",
            "importance": 4,
            "routine": "morning.dress",
            "task": "buttons",
            "skills": ["two hands together"],
            "findings": [{"skill": "two hands together", "on": "2026-09-04"}],
        }
    ],
    "homes": [{"id": "h", "name": "Home", "minutes": {"mon": 3, "wed": 5, "fri": 5}, "energy": 5}],
    "routines": [
        {
            "id": "dress",
            "code": "morning.dress",
            "home": "h",
            "days": ["mon", "tue", "wed", "thu", "fri"],
            "minutes": 5,
            "energy": 5,
            "who": ["ada"],
        }
    ],
    "carers": [{"id": "ada", "name": "Ada", "confidence": 8}],
    "strategies": [
        {
            "id": "big-buttons",
            "name": "Big buttons first",
            "grades": [{"step": 0, "minutes": 3, "energy": 1, "attention": "nearby"}],
            "settings": ["home"],
            "light": "green",
            "tasks": ["buttons"],
            "tags": ["dogs"],
        },
        {
            "id": "swing",
            "name": "The swing",
            "grades": [{"step": 0, "minutes": 3, "energy": 1, "attention": "nearby"}],
            "settings": ["home"],
            "light": "unrated",
            "skills": ["two hands together"],
            "safety": ["fall_height"],
        },
        {
            "id": "pegs",
            "name": "Pegs",
            "grades": [{"step": 0, "minutes": 3, "energy": 1, "attention": "nearby"}],
            "settings": ["home"],
            "light": "yellow_minus",
            "skills": ["two hands together"],
        },
    ],
}


@pytest.fixture
def plan(tmp_path, capsys):
    """Run the command on a text or a week; its exit code, its answer and its complaint."""

    def run(content, *words):
        path = tmp_path / "week.json"
        path.write_text(content if isinstance(content, str) else json.dumps(content), encoding="utf-8")
        code = program.main(["plan-week", str(path), *words])
        said = capsys.readouterr()
        return code, json.loads(said.out) if said.out else None, said.err

    return run


def changed(*path, to=None):
    """The week with something else at a place; without ``to`` it is taken away."""
    week = copy.deepcopy(WEEK)
    inside = week
    for step in path[:-1]:
        inside = inside[step]
    if to is None:
        del inside[path[-1]]
    else:
        inside[path[-1]] = to
    return week


def test_a_week_is_planned_with_its_proof_and_its_reasons(plan):
    code, told, complaint = plan(WEEK)
    assert (code, complaint, told["violations"], told["unkept_pins"]) == (0, "", [], [])
    assert told["proven"] is True
    assert told["objective"] == told["bound"] == sum(told["parts"].values())
    assert told["gap_percent"] == 0
    assert list(told["parts"]) == list(Part)
    (one,) = told["week"]
    assert (one["strategy"], one["days"], one["carer"]) == ("big-buttons", ["mon", "wed", "fri"], "ada")
    assert sum(reason["points"] for reason in one["reasons"]) == one["points"] == told["objective"]
    assert {
        "part": "goal_coverage",
        "points": 76,
        "why": "It practises the real thing: buttons before school.",
    } in (one["reasons"])


def test_explain_says_why_not_and_what_more_time_buys_and_what_rests_first(plan):
    _, told, _ = plan(WEEK, "--explain")
    assert {one["strategy"]: one["rule"] for one in told["refused"]} == {"pegs": "better", "swing": "safety"}
    (swing,) = [one for one in told["refused"] if one["strategy"] == "swing"]
    assert swing["why"].startswith("Not this one: Has seizures.")
    more = told["five_more_minutes"]
    assert more["points"] > 0
    assert more["proven"] is True
    assert next(one["strategy"] for one in more["comes"]) == "big-buttons"
    (rest,) = told["bad_week"]
    assert (rest["strategy"], rest["points_less"]) == ("big-buttons", told["objective"])


def test_the_same_file_in_another_order_gets_the_same_answer(plan):
    turned = {key: WEEK[key][::-1] if isinstance(WEEK[key], list) else WEEK[key] for key in reversed(WEEK)}
    assert plan(turned, "--explain") == plan(WEEK, "--explain")


def test_a_pin_that_no_place_can_keep_is_told_by_the_exit_code(plan):
    code, told, _ = plan(WEEK | {"pins": [{"strategy": "swing"}, {"strategy": "pegs"}]})
    assert code == 3
    assert [(one["strategy"], one["rule"]) for one in told["unkept_pins"]] == [("swing", "safety")]
    assert told["violations"] == []
    assert "pegs" in {one["strategy"] for one in told["week"]}
    code, told, _ = plan(WEEK | {"pins": [{"strategy": "pegs"}], "bans": [{"strategy": "pegs"}]})
    assert (code, told["unkept_pins"][0]["rule"]) == (3, "banned")


@pytest.mark.parametrize(
    ("week", "said"),
    [
        (changed("version"), "version: this is missing"),
        (changed("version", to=2), "version: write a whole number from 1 to 1"),
        (changed("homes"), "homes: this is missing"),
        (changed("extra", to=1), "extra: there is no such key"),
        (changed("goals", 0, "importanse", to=1), "goals[0].importanse: there is no such key"),
        (changed("goals", 0, "importance", to=9), "goals[0].importance: write a whole number from 1 to 5"),
        (changed("goals", 0, "importance", to=True), "goals[0].importance: write a whole number"),
        (changed("goals", 0, "importance", to="4"), "goals[0].importance: write a whole number"),
        (changed("goals", 0, "importance", to=4.0), "4.0: write whole numbers only"),
        (changed("goals", 0, "words", to=""), "goals[0].words: write 1 to 300 characters"),
        (changed("goals", 0, "words", to="x" * 301), "goals[0].words: write 1 to 300 characters"),
        (changed("goals", 0, "findings", 0, "on", to="2026-02-30"), "goals[0].findings[0].on: write a day"),
        (changed("goals", to=WEEK["goals"] * 13), "goals: write a list of 0 to 12"),
        (changed("goals", to=WEEK["goals"] * 2), "goals: buttons stands there twice"),
        (changed("strategies", to=WEEK["strategies"] * 200), "strategies: write a list of 0 to 500"),
        (changed("strategies", 0, "grades", to=[]), "strategies[0].grades: write a list of 1 to 7"),
        (changed("strategies", 0, "light", to="blue"), "strategies[0].light: write one of green"),
        (changed("strategies", 0, "id", to="two words"), "strategies[0].id: write a code"),
        (changed("strategies", 0, "homes", to=["x"]), "strategies (big-buttons).homes: there is no x"),
        (changed("routines", 0, "home", to="x"), "routines (dress).home: there is no x"),
        (changed("routines", 0, "who", to=["x"]), "routines (dress).who: there is no x"),
        (changed("routines", 0, "days", to=["mon", "mon"]), "routines[0].days: something stands there twice"),
        (changed("routines", 0, "days", to=["monday"]), "routines[0].days[0]: write one of mon"),
        (changed("homes", 0, "minutes", to={"monday": 1}), "homes[0].minutes.monday: there is no such key"),
        (changed("homes", 0, "minutes", to={"mon": -1}), "homes[0].minutes.mon: write a whole number"),
        (changed("pins", to=[{"strategy": "x"}]), "pins.strategy: there is no x"),
        (changed("bans", to=[{"strategy": "pegs", "routine": "x"}]), "bans.routine: there is no x"),
        (changed("tried", to=[{"strategy": "pegs", "home": "x"}]), "tried.home: there is no x"),
        (changed("child", to=[]), "child: write an object"),
        (changed("goals", to={}), "goals: write a list"),
        (changed("carers", 0, "name", to=[]), "carers[0].name: write a text"),
        ("[]", "the file: write an object"),
        ("", "this is not JSON"),
        ("{", "this is not JSON"),
        ("[" * 100_000, "this is nested too deeply"),
        ('{"version": 1, "version": 1}', "version: this key stands twice"),
        ('{"version": NaN}', "NaN: write whole numbers only"),
        ('{"version": ' + "9" * 9000 + "}", "this is not JSON"),
        ('{"two\\nlines \\u001b[31m": 1}', "two lines  [31m: there is no such key"),
    ],
)
def test_a_wrong_file_is_one_line_that_says_where(plan, week, said):
    code, told, complaint = plan(week)
    assert (code, told) == (1, None)
    assert said in complaint
    assert complaint.endswith("\n")
    assert complaint[:-1].isprintable()
    assert len(complaint) < 500


def test_a_file_that_is_not_there_and_one_that_is_no_text(tmp_path, capsys):
    picture = tmp_path / "picture.json"
    picture.write_bytes(b"\xff\xfe\x00\x80")
    for path in (tmp_path / "nowhere.json", tmp_path, picture):
        assert program.main(["plan-week", str(path)]) == 1
        assert capsys.readouterr().err.count("\n") == 1


def test_a_wrong_word_on_the_command_line_is_a_usage_error(tmp_path, capsys):
    for words in ([], ["x", "--nodes", "0"], ["x", "--nodes", "many"], ["x", "--fast"]):
        with pytest.raises(SystemExit) as left:
            program.main(["plan-week", *words])
        assert left.value.code == 2
    capsys.readouterr()


def test_the_published_schema_is_the_one_that_is_checked():
    written = json.loads((ROOT / "docs" / "reference" / "plan-week.schema.json").read_text(encoding="utf-8"))
    assert written == week_file.schema()
    assert set(written["required"]) == {
        "version",
        "child",
        "goals",
        "homes",
        "routines",
        "carers",
        "strategies",
    }
    assert set(WEEK) <= set(written["properties"])


def test_the_table_of_made_up_families_says_what_it_counted():
    found = table.rows(3)
    assert [one.violations for one in found] == [0, 0, 0]
    assert all(one.proven and one.greedy <= one.points for one in found)
    head, line, *kinds, whole = table.table(found).splitlines()
    assert [line.count("|"), whole.count("|"), len(kinds)] == [head.count("|")] * 2 + [3]
    assert whole.startswith("| all | 3 | 0 | 100.0 % | 0.00 % |")
