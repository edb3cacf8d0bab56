"""Two weeks at home: too hard, no time on school mornings, a repair, a seizure, and one thing for the week."""

from datetime import date, timedelta

from playwright.sync_api import expect

from tests.journeys.stage import Stage, choose, fill, press, sees, tap
from tests.journeys.two_homes import Houses
from tests.journeys.week import SWING

PATTERN = "Mornings fail on school days: no time, three times since 3 December"
NO_TIME = ("2026-12-03", "2026-12-04", "2026-12-07")
SEEN = "He went quiet and stared for a minute. The doctor says it was a seizure."


def it_is_too_hard(houses: Houses, idea: str) -> None:
    """One tap turns one knob, at once, and the therapist reads it."""
    stage = houses.stage
    stage.at("2026-12-02 08:20")
    phone = stage.on_phone("today")
    sees(phone, idea)
    tap(phone, "We did it")
    tap(phone, "Too hard")
    sees(phone, "One step easier from now on:")
    desk = stage.at_desk("programme")
    card = desk.get_by_role("article").filter(has=desk.get_by_role("heading", name=idea))
    expect(card).to_contain_text("Nour made it easier on Wed 2 Dec.")


def there_is_no_time_on_school_mornings(stage: Stage, idea: str) -> None:
    for day in NO_TIME:
        stage.at(f"{day} 08:20")
        phone = stage.on_phone("today")
        sees(phone, idea)
        tap(phone, "Not today")
        sees(phone, "Not today. That is fine.", "What got in the way? You can skip this.")
        tap(phone, "No time")
        sees(phone, "Thank you. That helps to plan.")


def the_rest_of_the_fortnight(houses: Houses) -> tuple[int, int]:
    """Every other afternoon, whatever stands in front on each phone. How many moments each parent told."""
    told = [0, 0]
    for number in range(1, 13, 2):
        day = date(2026, 12, 2) + timedelta(days=number)
        houses.stage.at(f"{day.isoformat()} 16:10")
        for home, phone in enumerate((houses.stage.on_phone("today"), houses.on_other("today"))):
            if phone.get_by_role("button", name="We did it").count():
                tap(phone, "We did it")
                sees(phone, "How did it go? You can skip this.")
                told[home] += 1
    assert all(told)
    return told[0], told[1]


def the_therapist_sees_the_mornings_and_mends_them(stage: Stage) -> str:
    """One sentence, one tap. Where the idea goes."""
    stage.at("2026-12-15 10:00")
    desk = stage.at_desk()
    sees(desk, PATTERN)
    move = desk.get_by_role("button", name="Move to ")
    place = move.inner_text().splitlines()[0].removeprefix("Move to ").strip()
    with desk.expect_navigation():
        move.click()
    sees(desk, "Moved. The family is asked if that is fine.")
    expect(desk.get_by_text(PATTERN)).to_have_count(0)
    return place


def the_phone_shows_the_new_place(stage: Stage, idea: str, place: str) -> None:
    """The plan names it at once, and Today of the next days has it there and nowhere else."""
    routine = place.split(" · ")[0]
    expect(stage.on_phone("plan").get_by_role("region", name="Waiting for your yes")).to_contain_text(idea)
    expect(stage.on_phone("plan/why").get_by_role("region", name=idea)).to_contain_text(routine)
    found = []
    for number in range(15, 21):
        stage.at(f"2026-12-{number} 07:30")
        shown = stage.on_phone("today").get_by_role("main").inner_text()
        if idea in shown:
            found.append(number)
            assert routine in shown
    assert found


def a_seizure_rests_the_swing_in_both_homes(houses: Houses) -> None:
    """One parent tells it. Both phones and the desk say calmly what rests and why."""
    houses.stage.at("2026-12-20 20:00")
    for phone in (houses.stage.on_phone("plan"), houses.on_other("plan")):
        sees(phone, SWING)
    phone = houses.on_other("family")
    phone.get_by_role("link", name="Tell us something").click()
    choose(phone, "What is it?", "Has seizures")
    fill(phone, words=SEEN)
    press(phone, "Tell the team")
    for phone in (houses.stage.on_phone("today"), houses.on_other("today")):
        news = phone.get_by_role("region", name="Resting for now")
        for words in (SWING, "You did nothing wrong.", "Has seizures"):
            expect(news).to_contain_text(words)
        expect(phone.get_by_role("button", name=f"Did it: {SWING}")).to_have_count(0)


def the_therapist_learns_of_it(stage: Stage) -> None:
    stage.at("2026-12-21 08:30")
    desk = stage.desk
    desk.goto("/work/")
    sees(desk, f"{SWING} rests for safety")
    desk = stage.at_desk("programme")
    card = desk.get_by_role("article").filter(has=desk.get_by_role("heading", name=SWING))
    expect(card).to_contain_text("Back in the plan")
    with desk.expect_navigation():
        card.get_by_role("button", name="Back in the plan").click()
    sees(desk, "Write why it is right for this child, or choose another idea.")
    expect(stage.on_phone("plan").get_by_role("region", name="Resting", exact=True)).to_contain_text(SWING)


def each_says_okay(houses: Houses) -> None:
    for phone in (houses.stage.on_phone("today"), houses.on_other("today")):
        press(phone, "Okay")
        expect(phone.get_by_role("region", name="Resting for now")).to_have_count(0)


def one_thing_is_handed_over(stage: Stage, idea: str) -> None:
    """Ticked, picked and sent from the note at the end of a visit."""
    stage.at("2026-12-21 09:00")
    desk = stage.sit_down("Maria Silva")
    desk.goto(f"/clinic/families/{stage.child}/book/")
    choose(desk, "Therapist", "Hannah Reid")
    fill(desk, day="2026-12-22", time="10:15")
    press(desk, "Book")
    sees(desk, "22 December")
    stage.at("2026-12-22 10:55")
    stage.sit_down("Hannah Reid")
    desk = stage.at_desk()
    desk.get_by_role("link", name="Plan or start").first.click()
    press(desk, "Start the note")
    fill(
        desk,
        did="Shoes and stickers.",
        saw="Finds the heel himself.",
        for_family="He found the heel himself.",
    )
    desk.get_by_role("link", name="One thing for the week").click()
    desk.get_by_role("group", name="What you tried together").locator("label", has_text=idea).click()
    desk.get_by_role("group", name="One thing for the week").locator("label", has_text=idea).click()
    fill(desk, words="Toes in, then he pushes the heel down. One try is plenty.")
    press(desk, "Hand it over")
    sees(desk, "It is on their phone now.")


def the_family_reads_it_and_it_is_clear(houses: Houses, idea: str) -> None:
    """What, why and when on the phone of the home that has the idea; «clear» comes back to the desk."""
    stage = houses.stage
    stage.at("2026-12-22 11:02")
    phone = stage.on_phone("today")
    sees(phone, "One thing this week, from Hannah", idea)
    phone.get_by_role("link", name="What, why and when").click()
    sees(phone, "What", "Where in the day", "Why", "One try is plenty.")
    press(phone, "Clear")
    sees(phone, "Thank you. One thing is plenty.")
    expect(houses.on_other("today").get_by_text(idea)).to_have_count(0)
    desk = stage.at_desk()
    sees(desk, "Nour: clear")
    desk.goto("/work/")
    expect(desk.get_by_role("region", name="Waiting for you")).to_contain_text("Nour: clear")
