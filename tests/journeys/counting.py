"""Counts of one goal over ten weeks, on the phone in one tap, and what two readers are told."""

from datetime import date, timedelta

from playwright.sync_api import expect

from tests.journeys.planning import GOAL
from tests.journeys.stage import Stage, fill, press, sees, tap

BEFORE = {2: 0, 3: 1, 4: 0, 5: 1, 6: 1}  # days of December, and shoes on by himself of five mornings' tries
SINCE = (1, 2, 2, 3, 3, 2, 3, 4, 4, 5, 4, 5, 5, 4, 5)
FIRST_AFTER = date(2026, 12, 8)


def it_is_agreed_what_to_count(stage: Stage) -> None:
    desk = stage.at_desk()
    desk.get_by_role("link", name=GOAL, exact=True).first.click()
    desk.get_by_role("link", name="Evidence").click()
    sees(desk, "Nothing is counted for this goal yet.")
    desk.get_by_role("link", name="Plan a count").click()
    fill(desk, what="both shoes on without help", name="Shoes", most="5", unit="tries", hoped="4")
    fill(desk, starts_on="2026-12-02", baseline="5", starts="1")
    desk.get_by_label("Nour", exact=True).check(force=True)
    press(desk, "Keep the plan")
    sees(desk, "Kept. Whoever you asked sees the question on Today.")
    phone = stage.on_phone("today")
    sees(phone, "Hannah asks if you would count this.")
    press(phone, "Yes, I can")


def five_mornings_before(stage: Stage) -> None:
    for day, told in BEFORE.items():
        stage.at(f"2026-12-{day:02} 08:20")
        _count(stage, told)


def a_slip_is_put_right(stage: Stage) -> None:
    tap(stage.phone, "Undo")
    expect(stage.phone.get_by_text("Thank you. It is saved.")).to_have_count(0)
    _tap_number(stage, BEFORE[6])


def ten_weeks_with_the_idea(stage: Stage) -> None:
    for number, told in enumerate(SINCE):
        day = FIRST_AFTER + timedelta(days=number * 4 + number // 3)
        stage.at(f"{day.isoformat()} 08:20")
        _count(stage, told)


def too_early_is_computed(stage: Stage) -> None:
    phone = _goal_on_phone(stage)
    sees(phone, "Too early to say", "About 3 more weeks of counting.")


def two_readers_see_it(stage: Stage) -> str:
    phone = _goal_on_phone(stage)
    sees(phone, "How it is going", "Going up")
    desk = stage.at_desk()
    desk.get_by_role("link", name=GOAL, exact=True).first.click()
    desk.get_by_role("link", name="Evidence").click()
    sees(
        desk,
        "Counts from one child: a good sign, not proof.",
        "NAP",
        "It takes for granted",
        "What the family reads",
    )
    expect(desk.locator("figure svg[role='img']")).to_have_count(1)
    desk.get_by_text("20 counts as they were told").click()
    answer = desk.request.get(desk.get_by_role("link", name="As a file (CSV)").get_attribute("href"))
    assert answer.headers["content-type"].startswith("text/csv")
    assert len(answer.text().strip().splitlines()) == 1 + len(BEFORE) + len(SINCE)
    return str(desk.locator("figure p strong").first.inner_text())


def _goal_on_phone(stage: Stage):
    phone = stage.on_phone("plan")
    phone.get_by_role("link", name=GOAL).first.click()
    return phone


def _count(stage: Stage, told: int) -> None:
    sees(stage.on_phone("today"), "Shoes", "both shoes on without help")
    _tap_number(stage, told)


def _tap_number(stage: Stage, told: int) -> None:
    card = stage.phone.get_by_role("region", name="Shoes")
    with stage.phone.expect_response(lambda answer: answer.request.method == "POST"):
        card.locator(f"button[name='value'][value='{told}']").click()
    sees(stage.phone, "Thank you. It is saved.")
