"""Every page, for whoever reaches it, on a phone and at a desk, in light and in dark."""

from contextlib import suppress

import pytest
from playwright.sync_api import Error

from alongside.config.commands._walk import one_of_each, readable_routes
from tests.journeys.home import DESK
from tests.journeys.looking import NARROW, WIDTHS, open_page, sideways, troubles
from tests.journeys.ways import walk
from tests.races.house import say

THEMES = ("light", "dark")
# Nobody of the demo stays on these, and why.
ELSEWHERE = {
    "public:way_in": "leads everybody on to a first page",
    "parent:start": "leads on to the first tab that this person may open",
    "mfa_login_webauthn": "answers the passkey's script, not a reader",
}
FAULTS = """document.querySelector("main").innerHTML +=
    '<img src="/x.png"><font color="#eeeeee">pale</font><p class="nowrap">' + "wide ".repeat(99)"""


@pytest.fixture(scope="module")
def ways(home, browser):
    return list(walk(home, browser))


@pytest.fixture(scope="module")
def pages(ways):
    """One good example of every page: whose it is, its name and its path."""
    found = {}
    for way in ways:
        for route, path in one_of_each(way.met).items():
            found.setdefault(route, (way, path))
    return found


def test_every_link_leads_somewhere(ways):
    broken = [(way.person, one.path, one.status) for way in ways for one in way.met if one.linked]
    assert [link for link in broken if link[2] >= 400] == []


def test_every_page_is_reached_by_somebody(ways):
    reached = {one.route for way in ways for one in way.met if one.status == 200 and not one.led_to}
    missing = sorted(set(readable_routes()) - reached - set(ELSEWHERE))
    assert not missing, " ".join(missing)
    assert sorted(set(ELSEWHERE) & reached) == []


def test_every_page_can_be_used_by_everybody(home, browser, ways, pages, capsys):
    # The last come first: they are let into their settings only for a few minutes.
    wrong = [trouble for way in reversed(ways) for trouble in _look(home, browser, way, pages)]
    looks = f"{len(pages)} pages × {len(WIDTHS)} widths × {len(THEMES)} themes"
    say(capsys, f"{looks}: {len(wrong)} violations or sideways scrolls")
    say(
        capsys, f"{home.answers} requests, {len(home.strangers)} to others, {len(home.complaints)} complaints"
    )
    assert wrong == []
    assert home.strangers == set()
    assert home.complaints == []


def test_a_page_with_faults_would_be_noticed(home, browser):
    with home.context(browser, DESK) as context:
        page = context.new_page()
        open_page(page, "/privacy/")
        assert troubles(page, DESK["width"]) == []
        page.evaluate(FAULTS)
        told = " ".join(troubles(page, DESK["width"]) + sideways(page, NARROW))
        assert {"image-alt", "color-contrast", "sideways"} <= set(told.replace(":", "").split())
        with page.expect_console_message():
            page.evaluate("document.body.setAttribute('onclick', 'x()')")
        page.route("https://**", lambda route: route.abort())
        with suppress(Error):
            page.goto("https://elsewhere.example/")
    assert home.strangers == {"https://elsewhere.example/"}
    assert "Content Security Policy" in " ".join(home.complaints)
    home.strangers.clear()
    home.complaints.clear()


def _look(home, browser, way, pages):
    """What is wrong with the pages of one person."""
    with home.context(browser, DESK, reduced_motion="reduce", storage_state=way.cookies) as context:
        page = context.new_page()
        for route, path in [(route, path) for route, (whose, path) in pages.items() if whose is way]:
            open_page(page, path)
            yield from (f"{route} {path} {trouble}" for trouble in _all_troubles(page))


def _all_troubles(page):
    for theme in THEMES:
        page.emulate_media(color_scheme=theme)
        for width in WIDTHS:
            yield from (f"{theme} {width}: {trouble}" for trouble in troubles(page, width))
    yield from sideways(page, NARROW)
