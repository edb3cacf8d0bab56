"""A week that the planner proposes, that the desk offers, and that a parent changes and agrees."""

import re
from typing import Any

from playwright.sync_api import expect

from tests.journeys import planning
from tests.journeys.stage import Stage, choose, fill, press, sees
from tests.journeys.two_homes import MUMS, Houses

SHOES = "Shoes on by the door"
SWING = "Ready, steady, swing"
_MORNING = re.compile("^(Getting dressed|Breakfast|Out of the door) ·")


def there_is_a_goal(houses: Houses) -> None:
    stage = houses.stage
    stage.at("2026-12-01 10:00")
    planning.the_therapist_notes_what_she_saw(stage)
    planning.the_therapist_proposes_a_goal(stage)
    stage.at("2026-12-01 12:30")
    planning.the_carer_changes_it(stage)
    stage.at("2026-12-01 14:00")
    planning.both_agree(stage)


def the_swing_is_added_for_both_homes(stage: Stage) -> None:
    """An idea that the therapist adds by hand is for every home of the child."""
    desk = stage.at_desk("programme")
    fill(desk, q="swing")
    desk.get_by_text("Goal, minutes, kit").click()
    choose(desk, "For the goal", planning.GOAL)
    press(desk, "Search")
    press(desk, f"Add {SWING}")
    sees(desk, "Added as a draft.", SWING)


def the_therapist_plans_the_week(stage: Stage) -> None:
    """The planner proposes, she keeps one idea in whatever else changes, and the rest become drafts."""
    desk = stage.at_desk("programme/week")
    sees(desk, MUMS, "The best plan there is")
    fill(desk, q=SHOES)
    press(desk, "Ask")
    press(desk, f"Keep it in · {SHOES}")
    sees(desk, "What the plan keeps to", SHOES)
    press(desk, "Keep ")
    sees(desk, "Kept as drafts. The family sees nothing yet.", SHOES, SWING)


def the_therapist_takes_some_out(stage: Stage, *, stay: str = SHOES, most: int = 4) -> None:
    """Four ideas at a time: what the plan added last makes room for the swing."""
    desk = stage.desk
    removes = desk.get_by_role("button", name=re.compile("^Remove "))
    others = desk.get_by_role("button", name=re.compile(f"^Remove (?!{SWING}|{SHOES}|{re.escape(stay)})"))
    while removes.count() > most:
        with desk.expect_navigation():
            others.last.click()


def the_drafts_are_offered(houses: Houses) -> None:
    desk = houses.stage.desk
    press(desk, "Share with the family")
    sees(desk, "Shared. It goes on Today with their first yes.", "waits for their yes")
    for phone in (houses.stage.on_phone("plan"), houses.on_other("plan")):
        sees(phone, "Waiting for your yes", SWING)
    for phone in (houses.stage.on_phone("today"), houses.on_other("today")):
        sees(phone, "Nothing to do yet.")


def dad_swaps_one_idea(houses: Houses) -> str:
    """He asks for another one in one tap. The name of the idea that goes."""
    phone = houses.on_other("plan")
    phone.get_by_role("link", name="Why this week").click()
    asks = phone.get_by_role("button", name=re.compile(rf"^Another idea · (?!{SHOES}|{SWING})")).first
    idea = str(asks.inner_text()).partition("·")[2].strip()
    asks.click()
    sees(phone, "Ziad asked for another idea here.")
    return idea


def the_next_plan_brings_another_one(houses: Houses, idea: str) -> str:
    """What was swapped leaves, and the plan has something else. What it is."""
    stage = houses.stage
    desk = stage.at_desk("programme/week")
    fresh = desk.get_by_role("article").filter(has_text="new").all()
    another = next(name for one in fresh if (name := one.get_by_role("link").first.inner_text()) != idea)
    press(desk, "Keep ")
    swapped = desk.get_by_role("article").filter(has_text="Ziad would like another idea.")
    with desk.expect_navigation():
        swapped.get_by_role("button", name=f"Remove {idea}").click()
    the_therapist_takes_some_out(stage, stay=another, most=3)
    the_drafts_are_offered(houses)
    expect(houses.other.get_by_text(idea)).to_have_count(0)
    return str(another)


def mum_is_not_sure_and_takes_the_easier_way(houses: Houses) -> str:
    """Confidence 4, help is offered, one tap makes it easier, and then a yes. The name of the idea."""
    phone = houses.stage.on_phone("plan/why")
    idea = _idea_at(phone, _MORNING)
    phone = houses.stage.on_phone("plan")
    phone.get_by_role("link", name=re.compile(f"^Look and decide.*{re.escape(idea)}")).click()
    _sure(phone, 4)
    sees(phone, "What would help?", "You feel 4 of 10 sure.", "Fewer ideas", "Show me", "Another idea")
    press(phone, "Make it one way easier")
    sees(phone, "It is easier now. How does it look?", "Easier now:")
    _sure(phone, 8)
    sees(phone, "Nour said yes to it.")
    return idea


def each_says_yes_to_the_rest(houses: Houses) -> None:
    for phone in (houses.stage.phone, houses.other):
        phone.goto(f"/family/{houses.stage.child}/plan/")
        while (waits := phone.get_by_role("link", name="Look and decide")).count():
            waits.first.click()
            press(phone, "Yes, we will try this")
            phone.goto(f"/family/{houses.stage.child}/plan/")
        sees(phone, SWING)


def the_therapist_reads_the_answers(stage: Stage, idea: str) -> None:
    desk = stage.at_desk("programme")
    card = desk.get_by_role("article").filter(has_text=idea)
    expect(card).to_contain_text("Nour: yes, 8 of 10 sure.")


def _sure(phone: Any, number: int) -> None:
    phone.locator("label", has_text=re.compile(rf"^\s*{number}\s*$")).click()
    press(phone, "Yes, we will try this")


def _idea_at(phone: Any, when: re.Pattern[str]) -> str:
    """The name of an idea on the page of the week by its part of the day."""
    card = phone.get_by_role("region").filter(has=phone.get_by_text(when)).first
    return str(card.get_by_role("link").first.inner_text()).strip()
