"""What people of the demo do before every page is looked at, so that pages exist which wait for somebody's step."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from alongside.config.commands._walk import VISITOR, Met, Walk
from tests.journeys.home import DESK, Home, come_in

WITH_CODE = "visitor with a code"
PEOPLE = (VISITOR, WITH_CODE, "Samira Osman", "Hannah Reid", "Maria Silva", "Olive Grant")


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """Everything one person met, and the cookies with which the same pages open again."""

    person: str
    cookies: Any
    met: list[Met]


def walk(home: Home, browser: Any) -> Iterator[Way]:
    """Everybody's way through the clinic."""
    child = ""
    for person in PEOPLE:
        with home.context(browser, DESK) as context:
            page = context.new_page()
            starts = ["/at/willow/story/thanks/", "/demo/", "/demo/letters/", "/gallery/"]
            if person == VISITOR:
                starts += _open_doors(home, page)
            elif person == WITH_CODE:
                _ask_for_code(page)
            else:
                come_in(page, person)
                child = child or page.url.split("/")[4]
            met = Walk(ask=context.request, origin=home.origin, prefer=child).go(*starts)
            yield Way(person=person, cookies=context.storage_state(), met=met)


def invite(home: Home, page: Any) -> str:
    """Maria invites an aunt; the path of the link in the letter."""
    come_in(page, "Maria Silva")
    page.goto("/clinic/families/")
    page.get_by_role("link", name="Idris", exact=True).click()
    page.get_by_label("Name", exact=True).fill("Nadia Osman")
    page.get_by_label("Email address").fill("nadia@family.example")
    page.get_by_label("Who they are to the child").fill("Aunt")
    page.get_by_role("button", name="Send the invitation").click()
    page.get_by_text("Nadia Osman").first.wait_for()
    return link_of(home, "nadia@family.example", "/invitation/")


def link_of(home: Home, address: str, part: str) -> str:
    """The path of the newest link to ``part`` in a letter to ``address``."""
    letter = next(text for text in reversed(home.letters()) if f"To: {address}" in text)
    found = re.search(rf"https?://[^/\s]+({re.escape(part)}\S+)", letter.replace("=\n", ""))
    assert found, letter
    return found[1]


def _open_doors(home: Home, page: Any) -> list[str]:
    """An invitation to look at, and a password to choose anew."""
    invitation = invite(home, page)
    page.context.clear_cookies()
    page.goto("/enter/password/reset/")
    page.get_by_role("textbox").fill("maria@willow.example")
    page.get_by_role("main").get_by_role("button").click()
    page.wait_for_url("**/done/")
    page.goto(link_of(home, "maria@willow.example", "/enter/password/reset/key/"))
    return [invitation, page.url.removeprefix(home.origin)]


def _ask_for_code(page: Any) -> None:
    page.goto("/enter/login/code/")
    page.get_by_label("email").fill("samira@family.example")
    page.get_by_role("button", name="Send me a code").click()
    page.wait_for_url("**/confirm/")
