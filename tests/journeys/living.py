"""Ordinary days: moments at home, the brief, talk, a step, a win, a visit and paper."""

import re
import subprocess
import sys
from pathlib import Path

from playwright.sync_api import expect

from tests.journeys.planning import GOAL, MATTERS
from tests.journeys.stage import Stage, choose, fill, press, sees, tap

NOTICED = "It helped when I looked away and hummed."
ASKED = "Can he sit on the bench instead of the stair?"


def a_morning_goes_well(stage: Stage, help_words: str = "A lot of help") -> None:
    phone = stage.on_phone("today")
    sees(phone, "Tongue out first")
    tap(phone, "We did it")
    sees(phone, "How did it go? You can skip this.")
    tap(phone, "Went well")
    expect(phone.get_by_role("button", name="Went well")).to_have_attribute("aria-pressed", "true")
    if not phone.get_by_role("button", name=help_words).is_visible():
        phone.get_by_text("How much help?", exact=True).click()
    tap(phone, help_words)
    expect(phone.get_by_role("button", name=help_words)).to_have_attribute("aria-pressed", "true")


def another_idea_is_not_today(stage: Stage) -> None:
    phone = stage.on_phone("today")
    sees(phone, "Story on the stair")
    tap(phone, "Not today")
    sees(phone, "Not today. That is fine.")


def the_carer_noticed_something(stage: Stage) -> None:
    phone = stage.on_phone("notice")
    phone.get_by_role("button", name="It helped when…").click()
    box = phone.get_by_label("Your words")
    assert box.input_value().strip() == "It helped when"
    box.fill(NOTICED)
    press(phone, "Save")
    phone.wait_for_url(lambda url: "/notice/" not in url)


def the_brief_shows_it(stage: Stage) -> None:
    desk = stage.at_desk()
    brief = desk.get_by_role("region").filter(has=desk.get_by_text("Half-minute brief"))
    for words in ("2 moments", NOTICED):
        expect(brief).to_contain_text(words)
    sees(desk, MATTERS, GOAL)


def they_talk_and_something_changes(stage: Stage) -> None:
    phone = stage.on_phone("talk")
    fill(phone, title="The stair", words=ASKED)
    press(phone, "Send")
    sees(phone, ASKED)
    thread = phone.url.rstrip("/").split("/")[-1]
    desk = stage.at_desk("programme")
    desk.get_by_role("link", name="Move, reword, say what it is for · Tongue out first").click()
    fill(desk, family_words="Sit on the bench. Open the tongue wide. Sami pulls the rest.")
    press(desk, "Keep these words")
    desk = stage.at_desk(f"talk/{thread}")
    desk.get_by_label("Your message").fill("Yes. The bench is a good place.")
    press(desk, "Send")
    choose(desk, "What they said", ASKED)
    choose(desk, "What was changed", "Tongue out first")
    desk.get_by_label("We changed…").fill("the place: he sits on the bench")
    press(desk, "Tell them")
    phone.reload()
    sees(phone, "Yes. The bench is a good place.", "We changed", "the place: he sits on the bench")


def a_step_is_reached(stage: Stage) -> None:
    phone = stage.on_phone("plan")
    phone.get_by_role("link", name=GOAL).first.click()
    phone.get_by_text("Step 2", exact=True).click()
    fill(phone, words="He pulled both himself.")
    press(phone, "Tell the therapist")
    sees(phone, "Nour said step 2 is reached. The therapist answers.")
    desk = stage.at_desk()
    desk.get_by_role("link", name=GOAL, exact=True).first.click()
    sees(desk, "Nour sees a new step:", "He pulled both himself.")
    press(desk, "Yes, agreed")
    sees(desk, "agreed")


def the_diary_asks_about_a_win(stage: Stage) -> None:
    press(stage.at_desk("wins"), "Look for firsts in the diary")
    phone = stage.on_phone("wins")
    sees(phone, "First time without help. Was that a win?", "Tongue out first")
    phone.get_by_label("In your words").first.fill("Both shoes, and he sang.")
    press(phone, "Yes, keep it")
    sees(phone, "“Both shoes, and he sang.”", "Noticed by you")
    desk = stage.at_desk("wins")
    desk.get_by_text("Say why it was hard").first.click()
    desk.get_by_label("Why it was hard").first.fill("Two hands doing two jobs.")
    press(desk, "Keep the line")
    phone.reload()
    sees(phone, "Two hands doing two jobs.")


def a_visit_is_booked(stage: Stage) -> None:
    desk = stage.sit_down("Maria Silva")
    desk.goto(f"/clinic/families/{stage.child}/book/")
    choose(desk, "Therapist", "Hannah Reid")
    fill(desk, day="2026-12-04", time="10:15")
    press(desk, "Book")
    sees(desk, "4 December")
    sees(stage.on_phone("visits"), "Friday 4 December, 10:15 with Hannah")


def the_note_is_signed(stage: Stage) -> None:
    stage.sit_down("Hannah Reid")
    desk = stage.at_desk()
    desk.get_by_role("link", name=re.compile("^(Start note|Plan or start)")).first.click()
    press(desk, "Start the note")
    fill(desk, did="Bench, both shoes.", saw="Finds the tongue himself.", next_plan="Laces, big ones.")
    fill(desk, for_family="He found the tongue himself today. Try the bench.")
    press(desk, "Sign and share")
    sees(desk, "shared", "Finds the tongue himself.")
    sees(stage.on_phone("visits"), "For the family", "He found the tongue himself today. Try the bench.")
    expect(stage.phone.get_by_text("Finds the tongue himself.")).to_have_count(0)


def the_plan_is_paper(stage: Stage, folder: Path) -> str:
    """Open the plan as PDF and ask the checker of PDF/UA what it thinks."""
    phone = stage.on_phone("plan/paper")
    sees(phone, "Sami’s plan", "Tongue out first", GOAL)
    path = phone.get_by_role("link", name="Open as PDF").get_attribute("href")
    answer = phone.request.get(path)
    assert answer.headers["content-type"] == "application/pdf"
    paper = folder / "plan.pdf"
    paper.write_bytes(answer.body())
    checker = Path(sys.executable).with_name("outloud")
    done = subprocess.run([checker, paper], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout
    assert "0 error(s), 0 warning(s)" in done.stdout
    return next(line for line in done.stdout.splitlines() if "error(s)" in line)
