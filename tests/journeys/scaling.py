"""A goal whose steps are looked at while they are written, its start, and what both see."""

from playwright.sync_api import expect

from tests.journeys.planning import DOES, GOAL, MATTERS
from tests.journeys.stage import Stage, choose, fill, press, sees

BLURRED = "Gets better at shoes and tidies his room"
CLEAR = (
    "A grown-up puts both shoes on before school",
    "He pulls 1 shoe on by himself before school on 3 of 5 mornings",
    "He pulls both shoes on by himself before school on 3 of 5 mornings",
    "He pulls both shoes on by himself before school on 4 of 5 mornings",
    "He pulls both shoes on by himself before school on 5 of 5 mornings",
)


def a_blurred_step_is_mended_while_it_is_written(stage: Stage) -> None:
    desk = stage.at_desk("goals/new")
    fill(desk, title=GOAL, who="Sami", does="put on both shoes", where_when="before school")
    fill(desk, with_help="somebody nearby", how_often="3 of 5 mornings", by_when="2027-02-12")
    for number, words in enumerate((*CLEAR[:3], BLURRED, CLEAR[4]), 1):
        desk.locator(f"[name='step_{number}']").press_sequentially(words[:-1])
        desk.locator(f"[name='step_{number}']").press_sequentially(words[-1])
    sees(desk, "adds a second thing, “tidies”", "instead of “better”")
    box = desk.locator("[name='step_4']")
    box.fill(CLEAR[3][:-1])
    box.press_sequentially(CLEAR[3][-1])
    expect(desk.get_by_text("adds a second thing")).to_have_count(0)
    expect(desk.get_by_text("instead of “better”")).to_have_count(0)


def it_is_proposed(stage: Stage) -> None:
    desk = stage.desk
    choose(desk, "Their words behind it", MATTERS)
    choose(desk, "What we noticed", DOES)
    desk.get_by_label("A parent", exact=True).check(force=True)
    fill(desk, scored_from="three ordinary school mornings a week")
    press(desk, "Propose this goal")
    sees(desk, "You have said yes. The family has not answered yet.")


def the_carer_says_yes(stage: Stage) -> None:
    phone = stage.on_phone("plan")
    phone.get_by_role("link", name=GOAL).first.click()
    sees(phone, "Does this sound like your family?", CLEAR[2])
    press(phone, "Yes")
    sees(phone, "Suggest a change")


def the_start_is_written_down(stage: Stage) -> None:
    desk = stage.at_desk()
    desk.get_by_role("link", name=GOAL, exact=True).first.click()
    sees(desk, "You both said yes to this goal.", "Is step 1 where things are now?")
    form = desk.locator("form", has_text="Is step 1 where things are now?")
    form.locator("[name='words']").fill("Mum put both shoes on, all five mornings.")
    press(desk, "Yes, this is the start")
    sees(desk, "Mum put both shoes on, all five mornings.", "Say where you see it now")
