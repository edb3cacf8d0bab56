"""A family says when it could come, the desk offers three times, and one of them is taken with a tap."""

import re
from typing import Any

from tests.journeys.home import Home, come_in
from tests.journeys.looking import sideways


def the_family_says_when_it_could_come(phone: Any) -> None:
    """After school any day but Wednesday."""
    come_in(phone, "Niamh O’Dowd")
    phone.goto(f"/family/{child_of(phone)}/times/")
    after_school = phone.get_by_role("group", name=re.compile("^After school"))
    tapped = after_school.get_by_role("checkbox", checked=True)
    while tapped.count():
        tapped.first.uncheck()
    after_school.get_by_role("checkbox", name="Any day").check()
    phone.get_by_role("group", name="Days that never go").get_by_role("checkbox", name="Wed").check()
    phone.get_by_role("button", name="Keep this").click()
    phone.get_by_text("on Mon, Tue, Thu, Fri. Never Wednesday.").wait_for()


def the_desk_offers_three(desk: Any, child: str, width: int) -> list[str]:
    """Three cards, each with its costs; all of them are offered. Answers their titles."""
    come_in(desk, "Maria Silva")
    desk.goto(f"/clinic/families/{child}/regular/")
    assert sideways(desk, width) == []
    cards = desk.get_by_role("radio")
    assert cards.count() == 3
    titles = [card.locator("strong").inner_text() for card in desk.locator("label.offer").all()]
    assert not [title for title in titles if title.startswith("Wednesday")]
    cards.nth(1).check()
    days = titles[1].split(",")[0]
    desk.get_by_role("button", name=re.compile(f"^Offer {days} to")).wait_for()
    desk.get_by_role("button", name="Offer all three, let them choose").click()
    desk.get_by_text("Offered, and not answered yet").wait_for()
    return titles


def the_family_takes_one(phone: Any, child: str, title: str, width: int) -> None:
    """One tap on the page of the offer; the visits stand on the phone in the same moment."""
    phone.goto(f"/family/{child}/visits/")
    phone.get_by_role("link", name=re.compile("The clinic holds times for you")).click()
    assert sideways(phone, width) == []
    phone.get_by_role("button", name=re.compile(f"^Take this one.*{title}$")).click()
    phone.get_by_text("It is yours.").wait_for()
    assert phone.get_by_text("The clinic holds times for you").count() == 0


def one_visit_is_given_back(phone: Any, child: str) -> None:
    """Without a reason, and without a word of blame."""
    phone.goto(f"/family/{child}/visits/")
    line = phone.locator("summary", has_text="Change, or not coming").last
    line.click()
    phone.get_by_role("link", name="Not this time").last.click()
    assert "missed" not in phone.locator("main").inner_text()
    phone.get_by_role("button", name="Yes, we cannot come").click()
    phone.get_by_text("Thank you for telling us.").wait_for()


def child_of(phone: Any) -> str:
    """The child in the address."""
    return phone.url.split("/family/")[1].split("/")[0]


def browsers(home: Home, browser: Any, size: dict[str, int]) -> tuple[Any, Any]:
    """A page of the family and one of the desk, as wide as that."""
    return home.context(browser, size).new_page(), home.context(browser, size).new_page()
