"""The small script, in a browser whose every request is answered here."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import expect

from alongside import ui

pytestmark = [
    pytest.mark.journey,
    # The browser plugin of pytest still defines a fixture in a way that a later pytest will refuse.
    pytest.mark.filterwarnings("ignore:Session-scoped fixtures defined as instance methods"),
]

STATIC = Path(ui.__file__).parent / "static" / "ui"
HOME = "http://alongside.test/"
POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; form-action 'self'"
HEAD = (
    '<meta name="htmx-config" content=\'{"noSwap": [204, 304, "5xx"], "includeIndicatorCSS": false}\'>'
    '<script src="/htmx.min.js" defer></script><script type="module" src="/app.js"></script>'
)
FORM = (
    '<form id="f" method="post" action="/{to}" data-draft="note"><input type="hidden" name="uuid" value="server"'
    ' data-uuid7><textarea id="t" name="text" aria-label="Note"></textarea><button>Save</button></form>'
    '<button type="button" data-starter="t">It helped when…</button>'
)


@pytest.fixture
def browse(page):
    """Answer each address with a body and a status; return the page and what was asked."""
    asked, said = [], []
    page.on("console", lambda message: said.append(message.text))

    def start(answers):
        def answer(route):
            path = route.request.url.removeprefix(HOME)
            asked.append(route.request)
            if (STATIC / path).is_file():
                return route.fulfill(path=STATIC / path)
            body, status = answers.get(path, ("", 404))
            headers = {"content-type": "text/html; charset=utf-8", "content-security-policy": POLICY}
            return route.fulfill(body=body, status=status, headers=headers)

        page.route("**/*", answer)
        page.goto(HOME)
        return page, asked

    yield start
    assert [words for words in said if "Content Security Policy" in words] == []


def test_a_new_entry_gets_an_id_made_on_the_phone(browse):
    page, _ = browse({"": (HEAD + FORM, 200)})
    field = page.locator("[name=uuid]")
    expect(field).to_have_value(
        re.compile(r"^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$")
    )
    milliseconds = int(field.input_value().replace("-", "")[:12], 16)
    assert abs(milliseconds - page.evaluate("Date.now()")) < 60_000


def test_a_start_of_a_sentence_is_put_into_the_box(browse):
    page, _ = browse({"": (HEAD + FORM, 200)})
    page.get_by_role("button", name="It helped when…").click()
    expect(page.locator("#t")).to_have_value("It helped when ")
    expect(page.locator("#t")).to_be_focused()


@pytest.mark.parametrize(
    ("answer", "status", "kept"),
    [
        ("<p>Saved.</p>", 200, ""),
        ('<p class="err">Add a word.</p>', 200, "He did it"),
        ("<main data-kept>Come in</main>", 200, "He did it"),
        ("<p>That did not go through.</p>", 422, "He did it"),
    ],
)
def test_a_draft_is_kept_until_an_answer_without_trouble(browse, answer, status, kept):
    page, _ = browse({"": (HEAD + FORM.replace("{to}", "save"), 200), "save": (HEAD + answer, status)})
    page.locator("#t").fill("He did it")
    page.reload()
    expect(page.locator("#t")).to_have_value("He did it")
    page.get_by_role("button", name="Save").click()
    page.wait_for_url("**/save")
    page.goto(HOME)
    expect(page.locator("#t")).to_have_value(kept)


def test_a_draft_survives_a_send_without_network(browse):
    page, _ = browse({"": (HEAD + FORM.replace("{to}", "save"), 200)})
    page.locator("#t").fill("He did it")
    page.route("**/save", lambda route: route.abort("internetdisconnected"))
    page.get_by_role("button", name="Save").click()
    page.wait_for_url("chrome-error://chromewebdata/")
    page.goto(HOME)
    expect(page.locator("#t")).to_have_value("He did it")


def test_a_tap_that_did_not_arrive_says_so_where_it_was_tapped(browse):
    button = '<div id="card"><button hx-post="/save" hx-target="#card">We did it</button></div>'
    unsent = '<p role="status" data-unsent hidden>That did not reach us.</p>'
    answers = {"": (f"<html><head>{HEAD}</head><body>{button}{unsent}</body></html>", 200)}
    page, _ = browse(answers)
    expect(page.get_by_text("That did not reach us.")).to_be_hidden()
    page.route("**/save", lambda route: route.abort("internetdisconnected"))
    page.get_by_role("button", name="We did it").click()
    expect(page.locator("#card").get_by_text("That did not reach us.")).to_be_visible()
    page.unroute("**/save")
    answers["save"] = ("<p>Something went wrong</p>", 503)
    page.get_by_role("button", name="We did it").click()
    expect(page.locator("#card").get_by_text("That did not reach us.")).to_be_visible()
    answers["save"] = ("<p>Kept.</p>", 200)
    page.get_by_role("button", name="We did it").click()
    expect(page.get_by_text("Kept.")).to_be_visible()
    expect(page.get_by_text("That did not reach us.")).to_be_hidden()


def test_a_refused_form_is_shown_and_a_broken_answer_is_not(browse):
    form = '<form id="f" hx-post="/save" hx-swap="outerHTML"><input name="a"><button>Save</button></form>'
    body = f'<html><head>{HEAD}</head><body hx-headers:inherited=\'{{"X-CSRFToken": "abc"}}\'>{form}</body></html>'
    answers = {"": (body, 200), "save": ("<p>Something went wrong</p>", 500)}
    page, asked = browse(answers)
    page.get_by_role("button", name="Save").click()
    page.wait_for_load_state("networkidle")
    expect(page.locator("#f")).to_be_visible()
    answers["save"] = ('<p class="err">Add a phone number.</p>', 422)
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_text("Add a phone number.")).to_be_visible()
    assert asked[-1].headers["x-csrftoken"] == "abc"
