"""The therapist's pages on a phone and beside a family: one row of links, the day first, and no alarm about a child."""

import re

import pytest

from alongside.areas.circle import actions as circle
from alongside.areas.story import actions as story
from alongside.ui import build_css
from tests.areas.programme import building


@pytest.fixture
def text(hannah, url):
    def of(name):
        return hannah.get(url(name)).content.decode().replace('"', "").replace("=''", "")

    return of


def test_the_links_about_a_child_are_one_row_that_moves_sideways_on_a_phone(text):
    assert re.search(
        r"<ul class=row gap2 strip>|<ul class='row gap2 strip'>|class=.?row gap2 strip", text("child")
    )
    narrow = re.search(r"@media[^{]*max-width:\s*59\.99rem[^{]*\{\s*\.strip\s*\{(?P<rule>[^}]*)\}", _css())
    assert narrow
    assert {"flex-wrap: nowrap", "overflow-x: auto"} <= {part.strip() for part in narrow["rule"].split(";")}


@pytest.mark.parametrize("tells", ["samira", "hannah"])
def test_what_to_take_care_of_speaks_in_the_voice_of_who_told_it_and_never_in_brick(
    cast, new_uuid, text, tells
):
    said = {"fact": new_uuid(), "code": "food:nuts", "words": ""}
    tell = circle.propose_safety_fact if tells == "samira" else circle.record_safety_fact
    tell(**building.by(getattr(cast, tells), cast), **said)
    page = text("child")
    care = page[page.index("aria-label=Take care") :]
    care = care[: care.index("</ul>")]
    assert "data-v=stop" not in care
    assert f"data-v={'family' if tells == 'samira' else 'therapist'}" in care


def test_the_familys_day_comes_before_the_library(text):
    page = text("programme")
    assert page.index("id=rt") < page.index("id=lib") < page.index("id=ph")


def test_the_minutes_are_said_once_in_the_familys_own_words_where_there_are_any(cast, new_uuid, text):
    for words, told in (
        ("", "They said <strong>about 15 minutes a day</strong> is possible."),
        ("About 15 minutes a day, less on Wednesdays.", "“About 15 minutes a day, less on Wednesdays.”"),
    ):
        given = {"capacity": new_uuid(), "minutes_a_day": 15, "words": words}
        story.keep_capacity(**building.by(cast.samira, cast), **given)
        page = text("programme")
        assert told in page
        assert page.count("15 minutes a day") == 1


def _css():
    return "\n".join(build_css.source(name) for name in sum(build_css.FACES.values(), ()))
