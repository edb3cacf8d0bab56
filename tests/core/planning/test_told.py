"""What is told about the planner is what it does: the page's table, and the words of reasons and refusals."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from alongside.core.planning import planner, weights
from alongside.core.planning.instance import Attention, Ban, Felt, Finding, Goal, Light, Pin, Tried
from alongside.core.planning.plan import Rule
from alongside.core.planning.weights import Link, Part
from tests.core.planning.small_weeks import BUTTONS, grade, home, routine, strategy, week

PAGE = Path(__file__).resolve().parents[3] / "docs" / "explanation" / "planning.md"


def told_points():
    """The table of the page: the points of each part, as they are told."""
    rows = [
        line.split("|") for line in PAGE.read_text(encoding="utf-8").splitlines() if line.startswith("| `")
    ]
    return {row[1].strip(" `"): row[2].strip().replace("−", "-") for row in rows}


def counted_points():
    """The same sentences, made from the weights."""
    cover, real, light = weights.COVERAGE, weights.REAL_ROUTINE, weights.EVIDENCE
    return {
        Part.COVERAGE: f"for each point of a goal's importance (1–5): {cover[Link.TASK]} the real task, "
        f"{cover[Link.FINDING]} a skill from a finding, {cover[Link.SKILL]} a skill it needs, "
        f"{cover[Link.AREA]} its area; {weights.CATCH_UP} more while it was practised less than "
        f"{weights.ENOUGH_DOSE_MINUTES} minutes",
        Part.REAL_ROUTINE: "for each point of importance, when it happens in the goal's own routine: "
        f"{real[Link.TASK]} the real task, {real[Link.FINDING]} a finding, {real[Link.SKILL]} a skill, "
        f"{real[Link.AREA]} its area",
        Part.EVIDENCE: f"{light[Light.GREEN]} well supported, {light[Light.YELLOW_PLUS]} promising, "
        f"{light[Light.UNRATED]} not rated, {light[Light.YELLOW_MINUS]} little support",
        Part.OFTEN: f"for 1 to 7 days a week: {', '.join(map(str, weights.OFTEN[1:]))}",
        Part.LIKES: f"{weights.LIKED} for each thing the child likes in it, -{weights.LIKED} for each it does not, "
        "at most two of each",
        Part.VARIETY: f"{weights.AREA} for each different area of life in the week",
        Part.CHURN: f"{weights.STAYS} for an idea that is live already, {weights.STAYS_LONG} when it is so for "
        f"more than {weights.LONG_WEEKS} weeks",
        Part.WORKED: f"{weights.WORKED} for each step from -2 to 2 of how it went in that home; "
        f"-{weights.GRADE_STEP} for each step between the grade and the one that fits",
        Part.CONFIDENCE: f"{weights.CONFIDENCE} for each point above or below {weights.ENOUGH_CONFIDENCE} of the "
        "carer who leads",
        Part.NEW_LOAD: f"-{weights.NEW_IDEA} for an idea that is new in that home, -{weights.NEW_MINUTE} for each "
        "of its minutes in the week",
    }


def test_the_page_tells_every_weight_as_it_is():
    assert weights.MOST_LIKED == 2
    assert told_points() == {part.value: points for part, points in counted_points().items()}


def why(instance):
    """The reasons of a week with one choice, by part."""
    (one,) = planner.plan_week(instance).choices
    return {reason.part: reason.why.text for reason in one.reasons}


def test_a_choice_says_what_it_builds_and_where_that_was_found():
    found = Finding(skill="two hands together", on=date(2026, 9, 4))
    goal = replace(BUTTONS, task="", findings=(found,))
    idea = strategy("s1", skills=frozenset({"two hands together"}), tags=frozenset({"dogs"}))
    instance = week(idea, goals=(goal,), tried=(Tried(strategy="s1", home="h", worked=1, live_weeks=2),))
    told = why(replace(instance, child=replace(instance.child, likes=frozenset({"dogs"}))))
    assert told[Part.COVERAGE] == (
        "It builds two hands together, from what we noticed on 2026-09-04, for: buttons before school."
    )
    assert told[Part.REAL_ROUTINE].startswith("Getting dressed: that happens then anyway")
    assert told[Part.OFTEN] == "5 minutes, 5 days a week: little and often."
    assert told[Part.LIKES] == "Your child likes dogs."
    assert told[Part.CHURN] == "It is part of the week already."
    assert told[Part.WORKED] == "It went well before."
    assert told[Part.CONFIDENCE] == "Ada feels 8 out of 10 sure with it."
    assert Part.NEW_LOAD not in told


def test_what_serves_only_the_area_and_is_not_liked_says_so():
    goal = replace(BUTTONS, task="", area="play", routine="", importance=5)
    idea = strategy("s1", areas=frozenset({"play"}), tags=frozenset({"noise"}), tasks=frozenset())
    instance = week(idea, goals=(goal,))
    told = why(replace(instance, child=replace(instance.child, dislikes=frozenset({"noise"}))))
    assert told[Part.COVERAGE] == "It belongs to the same part of life as: buttons before school."
    assert told[Part.LIKES] == "Your child does not like noise."
    assert told[Part.NEW_LOAD] == "It is new: 25 minutes a week more."
    assert told[Part.VARIETY] == "It brings something of its own: play."


@pytest.mark.parametrize(
    ("felt", "confidence", "step"),
    [(Felt.TOO_HARD, 8, -1), (Felt.JUST_RIGHT, 8, 0), (Felt.TOO_EASY, 8, 1), (None, 5, -1), (None, 8, 0)],
)
def test_the_grade_follows_how_it_felt_and_how_sure_the_carer_is(felt, confidence, step):
    instance = week(strategy("s1", grades=(grade(-1), grade(0), grade(1))))
    carers = (replace(instance.carers[0], confidence=confidence),)
    tried = (Tried(strategy="s1", home="h", felt=felt, live_weeks=1),) if felt else ()
    (one,) = planner.plan_week(replace(instance, carers=carers, tried=tried)).choices
    assert one.choice.step == step


@pytest.mark.parametrize(
    ("instance", "rule", "words"),
    [
        (week(bans=(Ban(strategy="s1"),)), Rule.BANNED, "Somebody said no to this one."),
        (week(strategy("s1", light=Light.RED)), Rule.EVIDENCE, "We don't suggest this."),
        (week(strategy("s1", age_from=6, age_to=9)), Rule.AGE, "It is for ages 6 to 9."),
        (week(strategy("s1", tasks=frozenset())), Rule.NO_GOAL, "It serves none of the goals."),
        (week(strategy("s1", routines=frozenset({"bath"}))), Rule.ROUTINE, "The week has no routine for it."),
        (week(strategy("s1", homes=frozenset({"i"}))), Rule.OTHER_HOME, "It belongs to the other home."),
        (
            week(strategy("s1", settings=frozenset({"car"}))),
            Rule.SETTING,
            "Its routine happens in another place.",
        ),
        (week(strategy("s1", materials=frozenset({"rope"}))), Rule.MATERIALS, "Not in the house: rope."),
        (
            week(
                strategy("s1", grades=(grade(attention=Attention.FULL),)),
                routines=(routine("r", who=frozenset()),),
            ),
            Rule.ATTENTION,
            "No grown-up is free enough then.",
        ),
        (week(homes=(home(paused=frozenset(range(7))),)), Rule.PAUSED, "Its days are paused."),
        (week(homes=(home(minutes=4),)), Rule.MINUTES, "It takes 5 minutes, and no day has them there."),
        (week(homes=(home(energy=0),)), Rule.ENERGY, "It asks for more energy than there is then."),
        (week(most_ideas=0), Rule.BETTER, "Other ideas fit this week better."),
    ],
)
def test_what_is_not_chosen_names_the_rule(instance, rule, words):
    plan = planner.plan_week(instance)
    (refused,) = planner.refusals(instance, plan)
    assert (refused.rule, refused.why.text) == (rule, words)


def test_what_comes_closest_is_told_when_several_places_refuse():
    instance = week(
        strategy("s1", routines=frozenset({"bath", "morning.dress"})),
        routines=(
            routine("a", code="bedtime"),
            routine("b", minutes=4),
            routine("c", code="bath", place="pool"),
        ),
    )
    (refused,) = planner.refusals(instance, planner.plan_week(instance))
    assert refused.rule is Rule.MINUTES


def test_pins_that_cannot_stand_together_or_there_say_so():
    both = week(strategy("s1"), strategy("s2"), pins=(Pin(strategy="s1"), Pin(strategy="s2")), most_ideas=1)
    plan = planner.plan_week(both)
    assert [one.rule for one in plan.unkept] == [Rule.ROOM]
    assert plan.proven
    elsewhere = week(
        strategy("s1", routines=frozenset({"morning.dress"})),
        routines=(routine("dress"), routine("bath", code="bath")),
        pins=(Pin(strategy="s1", routine="bath"),),
    )
    assert [one.rule for one in planner.plan_week(elsewhere).unkept] == [Rule.ROUTINE]


def test_the_real_task_in_its_real_routine_comes_first():
    goals = (BUTTONS, Goal(id="g2", words="tea", importance=3, routine="meal.dinner", task="spoon"))
    ideas = (
        strategy("here", routines=frozenset({"morning.dress"})),
        strategy("elsewhere", routines=frozenset({"bath"})),
        strategy("spoon", tasks=frozenset({"spoon"}), routines=frozenset({"meal.dinner"})),
    )
    canvas = (routine("dress"), routine("bath", code="bath"), routine("tea", code="meal.dinner"))
    instance = week(*ideas, goals=goals, routines=canvas, most_ideas=2, homes=(home(minutes=20),))
    plan = planner.plan_week(instance)
    assert {one.choice.strategy for one in plan.choices} == {"here", "spoon"}
