"""The lint of an idea: every rule lets one through and stops one, and every starter idea passes them all."""

import copy
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alongside.areas.library import data
from alongside.config.commands import lint_strategies
from alongside.core import strategy_lint
from alongside.core.strategy_lint import APPROACHES, DOMAINS, Known, Rule, library_remarks, overview
from alongside.core.strategy_lint.evidence import HEIGHT
from alongside.core.strategy_lint.library import FEWEST
from alongside.core.strategy_lint.words import changes_twice

TODAY = date(2026, 11, 22)
BESIDE = Known(today=TODAY, materials=frozenset({"towel", "scissors", "balloon"}))
ROWS = data.starter_rows()
GOOD = {
    "code": "T1", "name": "Towel rides", "summary": "Your child pulls teddy across the floor on a towel.",
    "words_that_help": "Off we go. Where next?", "notice": "Which hand pulls", "routine": "play.indoor",
    "also": ["after_school"], "domain": "gross_motor", "also_domains": ["play"],
    "skills": [{"name": "two hands together", "icf": "b7602"}], "tasks": ["d445"], "age": {"from": 3, "to": 8},
    "minutes": 5, "set_up_minutes": 1, "mess": 0, "noise": 1, "attention": "nearby", "people": ["siblings"],
    "leads": "child", "position": ["moving"], "frequency": {"times_min": 1, "times_max": 3, "per": "week", "note": ""},
    "materials": ["towel"], "steps": ["Put teddy on a towel.", "Hold the end with two hands.", "Pull to the door."],
    "easier": [{"knob": "material", "words": "Use a smaller towel."}, {"knob": "help", "words": "Pull with them."}],
    "harder": [{"knob": "time", "words": "Ride for two minutes."}, {"knob": "items", "words": "Take two more toys."}],
    "safety": [{"code": "slip", "note": "Dry floor."}],
    "supervision": {"level": "NEARBY", "note": "", "rules": [{"when": "<4", "level": "SIGHT"}]},
    "evidence": {
        "approach": "Play practice", "light": "unrated", "indication": "Play × any child × pulling",
        "statement": "Not rated.", "source": "Not rated in Novak & Honan 2019", "checked_on": "2026-11-22",
    },
    "sensory": ["proprioceptive:alerting"], "setting": ["home"], "tags": ["pretend"],
}  # fmt: skip
NOVAK = "Novak & Honan 2019, doi 10.1111/1440-1630.12573"


def changed(**parts):
    """The good idea with some parts otherwise; a mapping changes parts of a part."""
    row = copy.deepcopy(GOOD)
    for name, value in parts.items():
        row[name] = {**row[name], **value} if isinstance(value, dict) and name in row else value
    return row


def said(row, beside=BESIDE):
    return {(one.rule, one.field) for one in strategy_lint.remarks(row, beside)}


def note(code):
    return [{"code": code, "note": ""}]


def ways(*words, knob="help"):
    return [{"knob": knob, "words": one} for one in words]


def level(level, *rules):
    return {"level": level, "rules": [{"when": when, "level": near} for when, near in rules]}


def test_an_idea_in_order_gets_no_remark():
    assert said(GOOD) == set()


# What passes, what does not, and where the remark stands. Labelled by hand, both sides of every line.
LABELLED = [
    (Rule.FIELDS, "notice", {"notice": "Which foot"}, {"notice": None}),
    (Rule.FIELDS, "skills", {}, {"skills": ["pinch"]}),
    (Rule.FIELDS, "colour", {}, {"colour": "red"}),
    (Rule.FIELDS, "minutes", {}, {"minutes": True}),
    (Rule.RANGES, "minutes", {"minutes": 30}, {"minutes": 31}),
    (Rule.RANGES, "mess", {"mess": 3}, {"mess": 4}),
    (Rule.RANGES, "set_up_minutes", {"set_up_minutes": 15}, {"set_up_minutes": 16}),
    (Rule.RANGES, "steps", {}, {"steps": ["One.", "Two."]}),
    (Rule.RANGES, "easier", {}, {"easier": ways("Help first.")}),
    (Rule.RANGES, "age", {"age": {"from": 3, "to": 3}}, {"age": {"from": 8, "to": 3}}),
    (Rule.RANGES, "frequency", {"frequency": {"times_min": 0}}, {"frequency": {"times_max": 0, "times_min": 0}}),
    (Rule.CODES, "routine", {"routine": "bath"}, {"routine": "lunchtime"}),
    (Rule.CODES, "also", {"also": []}, {"also": ["play.indoor"]}),
    (Rule.CODES, "people", {"people": ["class"]}, {"people": ["grandma"]}),
    (Rule.CODES, "sensory", {"sensory": ["smell:less_of"]}, {"sensory": ["visual:clear"]}),
    (Rule.CODES, "frequency", {"frequency": {"per": "day"}}, {"frequency": {"per": "year"}}),
    (Rule.CODES, "tags", {"tags": []}, {"tags": ["pretend", "pretend"]}),
    (Rule.ICF, "skills", {}, {"skills": [{"name": "pinch", "icf": "b99999"}]}),
    (Rule.ICF, "tasks", {"tasks": []}, {"tasks": ["b7602"]}),
    (Rule.MATERIALS, "materials", {"materials": []}, {"materials": ["big old towel"]}),
    (Rule.LENGTH, "summary", {}, {"summary": "Pull it."}),
    (Rule.LENGTH, "steps", {"steps": ["Go on " * 7] * 3}, {"steps": ["Go on " * 8] * 3}),
    (Rule.LENGTH, "harder", {}, {"harder": ways("Pull the long way " * 8, "Pull alone.")}),
    (
        Rule.READING_AGE, "steps", {"steps": ["Sit on the towel."] * 3},
        {"steps": ["Investigate proprioceptive resistance opportunities individually."] * 3},
    ),
    (Rule.WORDS, "notice", {"notice": "Who smiles"}, {"notice": "The child should smile"}),
    (Rule.WORDS, "summary", {}, {"summary": "Pull teddy over the floor with a towel!"}),
    (Rule.WORDS, "easier", {}, {"easier": ways("Stop a tantrum early.", "Pull with them.")}),
    (Rule.ONE_KNOB, "easier", {}, {"easier": ways("Pull with them.", "Push.", knob="colour")}),
    (Rule.ONE_KNOB, "harder", {}, {"harder": ways("Use a bigger towel and sit down.", "Pull alone.")}),
    (Rule.ONE_KNOB, "harder", {}, {"harder": ways("Go far. Go fast.", "Pull alone.")}),
    (Rule.ONE_KNOB, "harder", {}, {"harder": ways("Pull alone.", "Pull alone.")}),
    (Rule.SAFETY, "safety", {"safety": []}, {"safety": note("dragons")}),
    (Rule.SAFETY, "safety", {}, {"materials": ["scissors"]}),
    (
        Rule.SAFETY, "safety",
        {"position": ["water"], "safety": note("water"), "supervision": level("TOUCH"), "attention": "full"},
        {"position": ["water"]},
    ),
    (
        Rule.AGE_AND_RISK, "age", {"safety": note("balloon"), "age": {"from": 8}},
        {"safety": note("balloon"), "age": {"from": 7}},
    ),
    (
        Rule.AGE_AND_RISK, "age", {"safety": note("weighted_item")},
        {"safety": note("weighted_item"), "age": {"from": 2}},
    ),
    (Rule.AGE_AND_RISK, "safety", {"safety": note("noise")}, {"safety": note("magnets")}),
    (
        Rule.AGE_AND_RISK, "supervision",
        {"safety": note("choking_small_parts"), "age": {"from": 2}, "supervision": level("NEARBY", ("<3", "TOUCH"))},
        {"safety": note("choking_small_parts"), "age": {"from": 2}, "supervision": level("NEARBY", ("<2", "TOUCH"))},
    ),
    (
        Rule.AGE_AND_RISK, "supervision",
        {"safety": note("water"), "supervision": level("TOUCH"), "attention": "full"},
        {"safety": note("water"), "supervision": level("SIGHT"), "attention": "full"},
    ),
    (
        Rule.AGE_AND_RISK, "supervision",
        {"safety": note("traffic"), "supervision": level("SIGHT", ("near_roads", "TOUCH")), "attention": "full"},
        {"safety": note("traffic"), "supervision": level("SIGHT"), "attention": "full"},
    ),
    (Rule.CLOSENESS, "supervision", {}, {"supervision": level("NEAR")}),
    (Rule.CLOSENESS, "supervision", {}, {"supervision": level("NEARBY", ("<4", "NONE"))}),
    (Rule.CLOSENESS, "supervision", {}, {"supervision": level("NEARBY", ("on_mondays", "SIGHT"))}),
    (Rule.CLOSENESS, "attention", {"attention": "full"}, {"attention": "none"}),
    (
        Rule.EVIDENCE, "evidence",
        {"evidence": {"approach": "Sensory strategies", "light": "unrated"}},
        {"evidence": {"approach": "Sensory strategies", "light": "green", "source": NOVAK}},
    ),
    (
        Rule.EVIDENCE, "evidence",
        {"evidence": {"approach": "Goal-directed training", "light": "green", "source": f"{NOVAK}; more"}},
        {"evidence": {"approach": "Goal-directed training", "light": "green", "source": "A book"}},
    ),
    (Rule.EVIDENCE, "evidence", {}, {"evidence": {"light": "yellow_plus", "source": NOVAK}}),
    (Rule.EVIDENCE, "evidence", {}, {"evidence": {"light": "red"}}),
    (Rule.EVIDENCE, "evidence", {}, {"evidence": {"indication": " "}}),
    (Rule.EVIDENCE, "evidence", {}, {"evidence": {"checked_on": "2026-11-23"}}),
    (Rule.EVIDENCE, "evidence", {}, {"evidence": {"checked_on": "lately"}}),
]  # fmt: skip


@pytest.mark.parametrize(("rule", "field", "passes", "stopped"), LABELLED)
def test_each_rule_lets_one_through_and_stops_one(rule, field, passes, stopped):
    assert said(changed(**passes)) == set()
    assert (rule, field) in said(changed(**stopped))


def test_every_rule_has_an_idea_that_it_stops():
    assert {rule for rule, *_ in LABELLED} == set(Rule)


def test_in_another_language_reading_age_and_words_are_not_measured_and_any_thing_will_do():
    row = changed(steps=["Investigate proprioceptive resistance opportunities!"] * 3, materials=["Handtuch"])
    assert said(row) == {(Rule.READING_AGE, "steps"), (Rule.WORDS, "steps"), (Rule.MATERIALS, "materials")}
    assert said(row, Known(today=TODAY, english=False)) == set()


@pytest.mark.parametrize(
    ("words", "twice"),
    [
        ("Use bigger beads.", False),
        ("Use bigger beads and sit down.", True),
        ("Your child does the cups; you do the rest.", False),
        ("Go faster, standing.", True),
        ("Say first and then, and show nothing.", False),
        ("Wait ten seconds, alone.", True),
        ("Two more pegs, then three more.", False),
        ("", True),
    ],
)
def test_a_second_knob_in_the_same_sentence_is_seen(words, twice):
    assert changes_twice(words) is twice


parts = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=20),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(sorted(GOOD)), inner, max_size=3)
    ),
    max_leaves=8,
)


@given(st.sampled_from(sorted(GOOD)), parts)
def test_any_row_at_all_is_read_and_nothing_breaks(name, value):
    assert isinstance(said({**GOOD, name: value}), set)
    assert said({}) == {(Rule.FIELDS, part) for part in GOOD}


def test_a_code_and_a_name_stand_once():
    assert [value for value, _ in library_remarks([GOOD, GOOD], BESIDE)] == ["T1", "Towel rides"]
    assert list(library_remarks([GOOD, GOOD | {"code": "T2", "name": "Rides"}], BESIDE)) == []


def test_every_starter_idea_passes_and_no_routine_and_no_domain_is_empty(capsys):
    beside = Known(today=date(2100, 1, 1), materials=data.starter_things())
    assert [(code, one.field, one.phrase.text) for code, one in library_remarks(ROWS, beside)] == []
    figures = overview(ROWS)
    assert figures.ideas == len(ROWS) >= FEWEST
    assert (figures.empty_routines, figures.empty_domains, figures.without_source_or_date) == ((), (), 0)
    assert max(figures.reading_ages) <= 9


def test_no_light_is_greener_than_its_source_allows():
    for row in ROWS:
        told = row["evidence"]
        best = APPROACHES.get(told["approach"])
        assert told["light"] == "unrated" or HEIGHT[told["light"]] <= HEIGHT[best.light]
        assert told["light"] == "unrated" or best.source in told["source"]


def test_the_command_prints_the_table_and_fails_when_something_is_to_mend(capsys, monkeypatch):
    assert lint_strategies.main([]) == 0
    told = capsys.readouterr().out
    assert f"{len(ROWS)} ideas, 0 remarks" in told
    assert "evidence without a source or a date: 0" in told
    assert all(code[:6] in told for code in DOMAINS)
    monkeypatch.setattr(data, "starter_rows", lambda: (changed(minutes=99),))
    assert lint_strategies.main([]) == 1
    told = capsys.readouterr().out
    assert "T1: minutes: Choose a number from 1 to 30." in told
    assert "1 ideas, 1 remarks" in told
