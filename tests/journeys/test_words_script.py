"""The words keeper's small script, in a browser whose every request is answered here."""

import json
from urllib.parse import parse_qs

import pytest
from playwright.sync_api import expect

from tests.journeys.test_script import HEAD, HOME, browse  # noqa: F401  # the browser that answers itself

pytestmark = [
    pytest.mark.journey,
    # The browser plugin of pytest still defines a fixture in a way that a later pytest will refuse.
    pytest.mark.filterwarnings("ignore:Session-scoped fixtures defined as instance methods"),
]
TEXT = "Well 👏 done. His exercise was fun."
PAGE = (
    f"<!doctype html><html><head>{HEAD}</head><body><form method='post' action='/save'>"
    "<input name='saw' value='Only for the team.'><textarea id='t' name='for_family'>{text}</textarea>"
    "<button name='look_at' id='t_look'>Look at my words</button>"
    "<div data-words='t' data-by='t_look' data-reads='note' hx-post='/words' hx-trigger='look delay:600ms'"
    " hx-sync='replace' hx-swap='innerMorph'><p role='status'></p></div><button>Save</button></form>"
    "<script type='module' src='/words.js'></script></body></html>"
)


def hint(found, put, start):
    told = {"field": "for_family", "start": start, "end": start + len(found), "found": found, "put": put}
    value = json.dumps(told).replace('"', "&quot;")
    return (
        f'<p role="status">1 suggestion.</p><button type="button" name="put_in" value="{value}">Put in</button>',
        200,
    )


@pytest.fixture
def keeper(browse):  # noqa: F811  # the fixture imported above
    """A page with a text and the keeper's answer; what the keeper was asked."""

    def open_with(text, answer):
        page, asked = browse(
            {"": (PAGE.replace("{text}", text), 200), "words": answer, "save": ("Saved", 200)}
        )
        return page, lambda: [parse_qs(one.post_data) for one in asked if one.url == f"{HOME}words"]

    return open_with


def test_it_is_asked_about_one_text_and_puts_its_answer_in(keeper):
    page, asked = keeper(
        TEXT, hint("exercise", "idea", TEXT.encode("utf-16-le").index("exercise".encode("utf-16-le")) // 2)
    )
    page.get_by_role("button", name="Put in").click()
    expect(page.locator("#t")).to_have_value("Well 👏 done. His idea was fun.")
    expect(page.locator("#t")).to_be_focused()
    page.wait_for_timeout(900)
    assert [one["text"] for one in asked()] == [[TEXT], ["Well 👏 done. His idea was fun."]]
    assert all(set(one) == {"text", "box", "reads"} for one in asked())


def test_words_that_moved_are_left_alone(keeper):
    page, asked = keeper(TEXT, hint("homework", "idea", 0))
    page.get_by_role("button", name="Put in").click()
    page.wait_for_timeout(900)
    expect(page.locator("#t")).to_have_value(TEXT)
    assert len(asked()) == 2


def test_an_empty_box_is_not_looked_at_until_somebody_rests_from_typing(keeper):
    page, asked = keeper("", ("<p role='status'>Fine.</p>", 200))
    page.locator("#t").press_sequentially("Hello there", delay=20)
    expect(page.get_by_text("Fine.")).to_be_visible()
    assert [one["text"] for one in asked()] == [["Hello there"]]
    page.get_by_role("button", name="Look at my words").click()
    page.wait_for_timeout(900)
    assert len(asked()) == 2


def test_the_enter_key_stays_with_the_forms_own_button(keeper):
    page, _asked = keeper(TEXT, hint("exercise", "idea", 0))
    page.locator("[name=saw]").press("Enter")
    page.wait_for_url("**/save")
    expect(page.get_by_text("Saved")).to_be_visible()
