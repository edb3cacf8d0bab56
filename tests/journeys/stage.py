"""Two people, two browsers: a family's phone and a desk at the clinic, and the clock between them."""

import re
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from playwright.sync_api import expect

from tests.journeys.home import DESK, PHONE, Home, come_in

LONDON = ZoneInfo("Europe/London")


@dataclass
class Stage:
    """The phone, the desk, and the address of the child once it has one."""

    home: Home
    phone: Any
    desk: Any
    child: str = ""

    def at(self, words: str) -> None:
        """Let it be this moment in London, e.g. ``2026-12-02 07:40``."""
        self.home.set_clock(datetime.fromisoformat(words).replace(tzinfo=LONDON))

    def on_phone(self, page: str) -> Any:
        """Open a page of the family."""
        self.phone.goto(f"/family/{self.child}/{page}/")
        return self.phone

    def at_desk(self, page: str = "") -> Any:
        """Open a page about the child at the therapist's desk."""
        self.desk.goto(f"/work/{self.child}/{page}".rstrip("/") + "/")
        return self.desk

    def sit_down(self, name: str) -> Any:
        """Somebody of the clinic sits down at the desk."""
        self.desk.context.clear_cookies()
        come_in(self.desk, name)
        return self.desk

    def newest_letter(self, to: str) -> str:
        """The last letter to an address."""
        return next(letter for letter in reversed(self.home.letters()) if f"To: {to}" in letter)


def set_stage(home: Home, browser: Any, **phone: Any) -> Stage:
    """Two fresh browsers in front of the clinic."""
    carried, standing = home.context(browser, PHONE, **phone), home.context(browser, DESK)
    return Stage(home=home, phone=carried.new_page(), desk=standing.new_page())


def fill(page: Any, **words: str) -> None:
    """Type into the fields with these names of the form, as they stand on the page."""
    for name, text in words.items():
        page.locator(f"[name='{name}']:visible").last.fill(text)


def press(page: Any, name: str) -> None:
    """Press the button with these words; a new page answers."""
    with page.expect_navigation():
        _button(page, name).click()


def tap(page: Any, name: str) -> None:
    """Press the button with these words; a part of the page changes."""
    with page.expect_response(lambda answer: answer.request.method == "POST"):
        _button(page, name).click()


def _button(page: Any, name: str) -> Any:
    return page.get_by_role("button", name=re.compile(f"^{re.escape(name)}")).first


def sees(page: Any, *words: str) -> None:
    """All of these words are there to be read."""
    for one in words:
        expect(page.get_by_text(one).and_(page.locator(":visible")).first).to_be_visible()


def choose(page: Any, label: str, words: str) -> None:
    """Choose the first of a list that says these words."""
    field = page.get_by_label(label, exact=True).first
    field.select_option(value=field.locator("option", has_text=words).first.get_attribute("value"))
