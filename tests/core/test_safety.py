"""Safety: the table covers every code, denies by default, and never lets go of what is excluded."""

import json
from importlib import resources

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alongside.core import child_facts, safety
from alongside.core.safety import CODES, Ruling
from alongside.core.safety_rules import RULES
from alongside.core.words import not_family_words

ALLOWED, WARN, NEVER_UNLESS, EXCLUDED = Ruling
STRATEGIES = [
    strategy
    for path in resources.files("alongside.areas.library").joinpath("data", "strategies").iterdir()
    for strategy in json.loads(path.read_text(encoding="utf-8"))["strategies"]
]
VOCABULARY = (
    "choking_small_parts balloon latex_allergy suffocation ligature choking_food dysphagia food_allergy "
    "gluten skin_allergy ingestion button_battery magnets water_beads water heat sharp eyes fall_height "
    "head_impact seizure vestibular neck_instability head_down shunt_or_trach hypermobility pain load "
    "weighted_item restraint traffic lost_child online_contact self_harm distress_plan privacy skin_pinch "
    "hearing_masked slip fall_low medical_review noise "
)
codes = st.frozensets(st.sampled_from(sorted(CODES)), max_size=5)
facts = st.frozensets(st.sampled_from(sorted(child_facts.FACTS)), max_size=4)
ages = st.none() | st.floats(0, 18)


def ruling(code: str, *known: str, age: float | None = 9) -> Ruling:
    return safety.strictest(safety.judge([code], known, age))


def test_every_code_of_the_vocabulary_and_of_our_strategies_has_rules() -> None:
    used = {item["code"] for strategy in STRATEGIES for item in strategy["safety"]}
    assert len(STRATEGIES) >= 40
    assert {*VOCABULARY.split(), *used} <= CODES


def test_every_fact_in_a_rule_is_in_the_vocabulary() -> None:
    named = {fact for rules in RULES.values() for rule in rules.rules for fact in rule.facts}
    assert all(child_facts.is_fact(fact) for fact in named)
    assert child_facts.FACTS.keys() - named == {
        code for code in child_facts.FACTS if code.startswith("food:") and code != "food:gluten"
    }


@pytest.mark.parametrize(
    "code", ["restraint", "water_beads", "magnets", "loose_magnets", "photo_bathing", "photo_toileting"]
)
def test_what_is_excluded_stays_excluded_for_everyone(code: str) -> None:
    assert ruling(code) is EXCLUDED
    assert ruling(code, *child_facts.FACTS, age=17) is EXCLUDED


@pytest.mark.parametrize(
    ("code", "known", "age", "expected"),
    [
        ("choking_small_parts", [], 5, ALLOWED),
        ("choking_small_parts", [], 2.9, WARN),
        ("choking_small_parts", ["mouths_objects"], 12, NEVER_UNLESS),
        ("choking_small_parts", ["pica"], 12, NEVER_UNLESS),
        ("balloon", [], 7.9, NEVER_UNLESS),
        ("balloon", [], 8, ALLOWED),
        ("balloon", ["latex"], 9, NEVER_UNLESS),
        ("latex_allergy", ["latex"], 9, NEVER_UNLESS),
        ("latex_allergy", ["skin"], 9, ALLOWED),
        ("food_allergy", ["food:kiwi"], 9, NEVER_UNLESS),
        ("food_allergy", ["latex"], 9, ALLOWED),
        ("gluten", ["food:gluten"], 9, NEVER_UNLESS),
        ("gluten", ["food:milk"], 9, ALLOWED),
        ("choking_food", ["swallowing_plan"], 9, NEVER_UNLESS),
        ("dysphagia", ["dysphagia"], 9, NEVER_UNLESS),
        ("water", [], 9, WARN),
        ("water", ["seizures"], 9, WARN),
        ("water", ["no_adult_in_water"], 9, NEVER_UNLESS),
        ("fall_height", ["seizures"], 9, NEVER_UNLESS),
        ("seizure", ["seizures"], 9, WARN),
        ("seizure", ["seizures_photosensitive"], 9, NEVER_UNLESS),
        ("vestibular", [], 9, WARN),
        ("vestibular", ["shunt"], 9, NEVER_UNLESS),
        ("head_down", ["reflux"], 9, NEVER_UNLESS),
        ("shunt_or_trach", ["trach"], 9, NEVER_UNLESS),
        ("neck_instability", ["neck_instability"], 9, NEVER_UNLESS),
        ("hypermobility", ["hypermobility"], 9, WARN),
        ("weighted_item", [], 2, NEVER_UNLESS),
        ("weighted_item", [], None, NEVER_UNLESS),
        ("weighted_item", ["cannot_remove_weighted"], 9, NEVER_UNLESS),
        ("weighted_item", [], 9, WARN),
        ("suffocation", [], 1, NEVER_UNLESS),
        ("ligature", [], 2, NEVER_UNLESS),
        ("no_restraint", [], 9, WARN),
    ],
)  # fmt: skip
def test_the_rule_for_this_child(code: str, known: list[str], age: float | None, expected: Ruling) -> None:
    assert ruling(code, *known, age=age) is expected


def test_a_verdict_says_why_and_the_strictest_comes_first() -> None:
    judged = safety.judge(["eyes", "water", "head_down"], ["reflux", "seizures"], 6)
    assert [(verdict.code, verdict.because) for verdict in judged] == [
        ("head_down", "reflux"), ("water", "seizures"), ("eyes", ""),
    ]  # fmt: skip
    assert judged[0].because_label == "Has reflux"
    (young,) = safety.judge(["balloon"], [], 4)
    assert young.because == young.because_label == "under 8"


def test_what_we_do_not_know_is_not_allowed_without_a_reason() -> None:
    (unknown,) = safety.judge(["trampoline"], [], 9)
    assert unknown.ruling is NEVER_UNLESS
    assert [verdict.code for verdict in safety.judge([], ["martian"], 9)] == ["fact:martian"]
    assert safety.strictest(safety.judge(["eyes"], ["martian"], 9)) is NEVER_UNLESS
    assert safety.strictest([]) is ALLOWED
    assert safety.judge([], [], 9) == ()


@given(codes, facts, ages, st.sampled_from(sorted(child_facts.FACTS)))
def test_knowing_more_or_being_younger_never_makes_an_idea_freer(
    some: frozenset[str], known: frozenset[str], age: float | None, more: str
) -> None:
    before = safety.strictest(safety.judge(some, known, age))
    assert safety.strictest(safety.judge(some, known | {more}, age)) >= before
    assert safety.strictest(safety.judge(some, known, (age or 0) / 2)) >= before
    assert len(safety.judge(some, known, age)) == len(some)


def test_every_sentence_is_plain_and_the_family_s_words_are_the_family_s() -> None:
    texts = [text for rules in RULES.values() for text in (rules.text, *(rule.text for rule in rules.rules))]
    assert all(text.therapist.endswith((".", "?")) and text.family.endswith((".", "?")) for text in texts)
    assert not [text.family for text in texts if not_family_words(text.family)]
    assert not [fact.label for fact in child_facts.FACTS.values() if not_family_words(fact.label)]


def test_bathing_and_toileting_are_never_photographed() -> None:
    assert not safety.photos_allowed([], "bath")
    assert not safety.photos_allowed([], "toileting")
    assert not safety.photos_allowed(["privacy"], "school.lunch")
    assert safety.photos_allowed(["eyes"], "play.indoor")


def test_a_food_is_a_fact_by_its_name() -> None:
    assert child_facts.is_fact("food:kiwi")
    assert child_facts.fact_label("food:kiwi") == "kiwi"
    assert child_facts.fact_label("latex") == "Allergic to latex"
    for code in ("food:", "food: ", "food:" + "x" * 41, "kiwi"):
        assert not child_facts.is_fact(code)


def placed(code: str, *known: str, age: float = 9, **where: object) -> Ruling:
    at = safety.Where(**where)  # type: ignore[arg-type]  # every test names fields of Where
    return safety.strictest(safety.judge([code], known, age, where=at))


@pytest.mark.parametrize(
    ("code", "known", "age", "where", "expected"),
    [
        ("water", [], 9, {"routine": "bath", "watch": safety.Watch.FULL}, WARN),
        ("water", [], 9, {"routine": "bath", "watch": safety.Watch.NEARBY}, NEVER_UNLESS),
        ("water", [], 9, {"routine": "bath"}, WARN),
        ("heat", [], 9, {"watch": safety.Watch.NONE}, NEVER_UNLESS),
        ("heat", [], 9, {"watch": safety.Watch.NEARBY}, ALLOWED),
        ("choking_small_parts", [], 4, {"place": "car"}, NEVER_UNLESS),
        ("choking_small_parts", [], 5, {"place": "car"}, ALLOWED),
        ("choking_small_parts", [], 4, {"place": "the moon"}, NEVER_UNLESS),
        ("head_down", [], 9, {"routine": "snack"}, NEVER_UNLESS),
        ("head_down", [], 9, {"routine": "play.indoor"}, WARN),
        ("seizure", ["seizures"], 9, {"watch": safety.Watch.NONE}, NEVER_UNLESS),
        ("seizure", [], 9, {"watch": safety.Watch.NONE}, ALLOWED),
        ("food_allergy", [], 9, {"place": "school"}, WARN),
    ],
)
def test_the_place_and_the_grown_up_near_matter(
    code: str, known: list[str], age: float, where: dict[str, object], expected: Ruling
) -> None:
    assert placed(code, *known, age=age, **where) is expected


def test_a_reason_about_a_place_settles_that_place_alone() -> None:
    far = safety.Where(routine="bath", place="home", watch=safety.Watch.NEARBY)
    (about_both,) = safety.judge(["water"], ["trach"], 9, where=far)
    assert about_both.keys == {"water", "water@bath:home:1"}
    (about_child,) = safety.judge(["water"], ["trach"], 9)
    assert (about_child.keys, safety.judge(["water"], [], 9)[0].keys) == ({"water"}, frozenset())


@given(
    codes,
    facts,
    ages,
    st.sampled_from(sorted(safety.PLACES)),
    st.sampled_from(["bath", "bedtime", "snack", "school_run", "play.indoor"]),
)
def test_a_place_never_frees_and_a_closer_grown_up_never_forbids(
    some: frozenset[str], known: frozenset[str], age: float | None, place: str, routine: str
) -> None:
    rulings = [
        safety.strictest(safety.judge(some, known, age, where=where))
        for where in (
            *(safety.Where(place=place, routine=routine, watch=watch) for watch in safety.Watch),
            safety.Where(),
            None,
        )
    ]
    assert sorted(rulings, reverse=True) == rulings


def test_touch_supervision_is_never_silent_while_nobody_said_who_is_near() -> None:
    for code, rules in RULES.items():
        for rule in rules.rules:
            if rule.watch is safety.Watch.FULL:
                young = rule.under_age - 0.1 if rule.under_age else 9
                assert ruling(code, *sorted(rule.facts)[:1], age=young) >= WARN


def test_a_routine_has_a_usual_place() -> None:
    assert [safety.place_of(code) for code in ("bath", "school.lunch", "outings.shop", "play.outdoor", "x")] == [
        "home", "school", "community", "park", "home",
    ]  # fmt: skip
