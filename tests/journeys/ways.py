"""Everybody's way through the clinic, with what they do first so that pages exist which wait for a step."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from alongside.config.commands._walk import Met, Walk
from tests.journeys import door
from tests.journeys.home import DESK, Home, come_in

Prepare = Callable[[Home, Any], list[str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """Everything one person met, and the cookies with which the same pages open again."""

    person: str
    cookies: Any
    met: list[Met]


def walk(home: Home, browser: Any) -> Iterator[Way]:
    """One way after the other; the child of the first family comes first on all of them."""
    child = ""
    for person, prepare in PEOPLE.items():
        with home.context(browser, DESK) as context:
            page = context.new_page()
            starts = prepare(home, page)
            child = child or (page.url.split("/")[4] if "/family/" in page.url else "")
            met = Walk(ask=context.request, origin=home.origin, prefer=child).go(*starts)
            yield Way(person=person, cookies=context.storage_state(), met=met)


def guest(name: str) -> Prepare:
    """Somebody who comes in through the demo's own door."""

    def prepare(home: Home, page: Any) -> list[str]:
        come_in(page, name)
        return []

    return prepare


def visitor(home: Home, page: Any) -> list[str]:
    """Somebody with an invitation, and a link for a new password, in the letter box."""
    invitation = _invite(home, page)
    page.context.clear_cookies()
    page.goto(door.letter_for_password(home, page, "maria@willow.example"))
    chosen_anew = page.url.removeprefix(home.origin)
    return [invitation, chosen_anew, "/at/willow/story/thanks/", "/demo/", "/demo/letters/", "/gallery/"]


def carer(home: Home, page: Any) -> list[str]:
    """Samira has counted something this morning, so that she can put it right, and said how the plan feels."""
    come_in(page, "Samira Osman")
    another_day = page.get_by_role("link", name="Another day, or stop counting").first.get_attribute("href")
    page.locator("button[name='value']").first.click()
    put_right = page.get_by_role("link", name="Change it")
    put_right.wait_for()
    page.locator("#pulse button[name='value']").first.click()
    more = page.get_by_role("link", name="Tell the therapist more")
    more.wait_for()
    looked_at = [another_day, put_right.get_attribute("href"), more.get_attribute("href")]
    return [*looked_at, _calendar_link(page)]


def therapist(home: Home, page: Any) -> list[str]:
    """Hannah, who has looked back with Rosa's family before."""
    come_in(page, "Hannah Reid")
    page.goto("/work/children/?q=rosa")
    return [page.get_by_role("link", name="Rosa").first.get_attribute("href") + "look-back/"]


def front_desk(home: Home, page: Any) -> list[str]:
    """Maria, whose plan of the times is ready."""
    home.run("-m", "alongside", "plan-caseload")
    come_in(page, "Maria Silva")
    return []


def with_code(home: Home, page: Any) -> list[str]:
    """Somebody who was sent a code and has not typed it yet."""
    page.goto("/enter/login/code/")
    page.get_by_label("email").fill("samira@family.example")
    page.get_by_role("button", name="Send me a code").click()
    page.wait_for_url("**/confirm/")
    return ["/enter/login/code/confirm/"]


def with_password(home: Home, page: Any) -> list[str]:
    """A member who has a password and no second factor yet."""
    door.choose_password(home, page, "tom@willow.example")
    door.type_password(page, "tom@willow.example")
    page.goto("/enter/2fa/totp/activate/")
    door.show_once_more(page)
    return ["/enter/2fa/", "/enter/2fa/totp/activate/"]


def with_app_and_passkey(home: Home, page: Any) -> list[str]:
    """A member who has everything."""
    door.choose_password(home, page, "bethan@willow.example")
    door.type_password(page, "bethan@willow.example")
    door.set_up_app(page)
    door.add_passkey(page)
    return ["/enter/2fa/", "/enter/2fa/webauthn/"]


def half_in(home: Home, page: Any) -> list[str]:
    """The same member on the way in: the password is typed, the code of the app is not."""
    door.type_password(page, "bethan@willow.example")
    return ["/enter/2fa/authenticate/"]


PEOPLE: dict[str, Prepare] = {
    "visitor": visitor,
    "visitor with a code": with_code,
    "Samira": carer,
    "Hannah": therapist,
    "Erik": guest("Erik Lund"),
    "Maria": front_desk,
    "Olive": guest("Olive Grant"),
    "Tom, with a password": with_password,
    "Bethan, with an app and a passkey": with_app_and_passkey,
    "Bethan, half in": half_in,
}


def _calendar_link(page: Any) -> str:
    """The path of a calendar link that was just made."""
    page.goto(page.url.partition("/today/")[0] + "/calendar/")
    page.get_by_role("button", name="Make my link").click()
    address = page.get_by_label("Or copy this address")
    address.wait_for()
    return "/calendar/" + address.input_value().rpartition("/")[2]


def _invite(home: Home, page: Any) -> str:
    """Maria invites an aunt; the path of the link in the letter."""
    come_in(page, "Maria Silva")
    page.goto("/clinic/families/?q=idris")
    page.get_by_role("link", name="Idris Osman").first.click()
    page.get_by_label("Name", exact=True).fill("Nadia Osman")
    page.get_by_label("Email address").fill("nadia@family.example")
    page.get_by_label("Who they are to the child").fill("Aunt")
    page.get_by_role("button", name="Send the invitation").click()
    page.get_by_text("Nadia Osman").first.wait_for()
    return door.link_of(home, "nadia@family.example", "/invitation/")
