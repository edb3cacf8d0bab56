"""From a story that nobody asked for to a carer who has come in."""

import re
from typing import Any

from tests.journeys.planning import MATTERS
from tests.journeys.stage import Stage, choose, fill, press, sees

EMAIL = "nour@family.example"
DAY = "Shoes end in tears. He sits on the stair and waits for me to do it."


def a_visitor_tells_a_story(stage: Stage) -> None:
    phone = stage.phone
    phone.goto("/at/willow/")
    phone.get_by_role("link", name="Tell us your story").first.click()
    fill(phone, ordinary_day=DAY, hopes="Out of the door without a fight.", good_at="Building and jokes.")
    fill(phone, name="Nour Haddad", email=EMAIL, ring_when="After nine", child_first_name="Sami")
    press(phone, "Send our story")
    sees(phone, "Thank you")


def the_desk_answers(stage: Stage) -> None:
    desk = stage.sit_down("Maria Silva")
    sees(desk, "Nour Haddad", DAY)
    desk.get_by_role("link", name="Nour Haddad").click()
    desk.get_by_label("I rang").check()
    fill(desk, words="We spoke. They come on Thursday.")
    press(desk, "Keep it")
    sees(desk, "Your answer is kept.", "We spoke. They come on Thursday.")


def the_desk_begins_with_the_family(stage: Stage) -> None:
    desk = stage.desk
    desk.get_by_role("link", name="Begin with this family").click()
    assert desk.get_by_label("Who is invited").input_value() == "Nour Haddad"
    fill(desk, child_name="Sami Haddad", born_on="2020-05-04", relation="Mum")
    choose(desk, "Therapist", "Hannah Reid")
    press(desk, "Begin, and send the invitation")
    sees(desk, "Nour Haddad", "invited")
    stage.child = desk.url.split("/families/")[1].split("/")[0]


def the_carer_comes_in(stage: Stage) -> None:
    assert "Sami" not in stage.newest_letter(EMAIL)
    come_in_by_letter(stage, stage.phone, EMAIL)
    sees(stage.phone, "Hello, Nour", "Nothing to do yet.")


def come_in_by_letter(stage: Stage, phone: Any, email: str) -> None:
    """Follow the invitation in the newest letter, and read what the plan is."""
    link = re.search(r"http://\S+/invitation/\S+/", stage.newest_letter(email))
    assert link
    phone.goto(link[0])
    sees(phone, "Willow House invites you")
    press(phone, "Send me a code")
    fill(phone, code=_code(stage.newest_letter(email)))
    press(phone, "Come in")
    sees(phone, "Five things about Sami’s plan")
    press(phone, "Come in")


def the_carer_says_what_matters(stage: Stage) -> None:
    phone = stage.on_phone("story")
    sees(phone, DAY)  # Nothing is asked twice.
    phone = stage.on_phone("matters")
    fill(phone, words_1=MATTERS, words_2="A calm bedtime.")
    press(phone, "Keep these words")
    sees(phone, MATTERS)
    _rate(phone)
    sees(phone, "Matters 9 of 10")


def the_family_tells_its_day(stage: Stage) -> None:
    phone = stage.on_phone("week")
    phone.get_by_label("Out of the door").check(force=True)
    press(phone, "That is our week")
    press(phone, "Keep our week")
    sees(phone, "Out of the door")


def _rate(phone) -> None:
    phone.get_by_text("Three short questions about each").click()
    for name, number in (("importance", 9), ("going", 2), ("happy", 3)):
        phone.locator(f"input[name^='{name}-'][value='{number}']").first.check(force=True)
    press(phone, "Keep these numbers")


def _code(letter: str) -> str:
    found = re.search(r"page you have open:\s+(\S+)", letter.replace("=\n", ""))
    assert found, letter
    return found[1]
