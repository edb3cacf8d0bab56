"""The words keeper on the pages: hints as one writes, and the same without script."""

import json
import re
from html import unescape
from pathlib import Path
from uuid import uuid4

import pytest
from django.contrib.staticfiles import finders
from django.urls import reverse

from alongside.areas.appointments import queries as visits
from alongside.areas.library import actions as library
from alongside.core.capabilities import Capability
from alongside.core.words_keeper import LONGEST_TEXT

LOOK = reverse("therapist:look_at_words")
EMOJI = "He clapped 👏 after his exercise."


def puts(answer):
    """What the buttons of the hints carry."""
    return [unescape(one) for one in re.findall(r'name="put_in" value="([^"]*)"', answer.content.decode())]


def text_of(answer):
    return unescape(answer.content.decode())


def in_browser(text, put):
    """What the small script does with one button: places are counted in halves of UTF-16."""
    units, told = text.encode("utf-16-le"), json.loads(put)
    start, end = told["start"] * 2, told["end"] * 2
    assert units[start:end].decode("utf-16-le") == told["found"]
    return (units[:start] + told["put"].encode("utf-16-le") + units[end:]).decode("utf-16-le")


@pytest.fixture
def look(hannah):
    def look_at(text, reads="note"):
        return hannah.post(LOOK, {"text": text, "box": "for_family", "reads": reads})

    return look_at


@pytest.fixture
def started(hannah, url, visit):
    hannah.post(url("start_note", visit.uuid))
    return visit


@pytest.fixture
def kept(cast, opened, started):
    """The note as it is stored."""
    return lambda: visits.note(opened(cast.hannah, Capability.READ_CLINICAL_NOTES), started.uuid)


def test_a_hint_has_a_reason_and_a_button_that_fits_even_after_an_emoji(look):
    answer = look(EMOJI)
    assert "Families hear this better another way" in text_of(answer)
    assert "Reads at about age" in text_of(answer)
    assert "Put in “idea”" in text_of(answer)
    assert in_browser(EMOJI, puts(answer)[0]) == "He clapped 👏 after his idea."


def test_new_lines_of_a_browser_do_not_move_a_hint(look):
    text = "He did it.\nHis exercise was fun."
    assert puts(look(text)) == puts(look(text.replace("\n", "\r\n")))


def test_a_word_that_blames_is_left_out(look):
    text = "He only managed two steps."
    answer = look(text)
    assert "<strong>“only”</strong>" in text_of(answer)
    assert "Leave it out" in text_of(answer)
    assert in_browser(text, puts(answer)[0]) == "He managed two steps."


def test_where_no_wording_fits_there_is_a_reason_and_no_button(look):
    answer = look("He was lazy.")
    assert "This can sound like blame." in text_of(answer)
    assert puts(answer) == []


def test_the_order_is_looked_at_in_notes_and_reports_alone(look):
    text = "He cannot button his coat. He loves the trampoline."
    assert "Start with what goes well" in text_of(look(text))
    assert "Start with what goes well" not in text_of(look(text, reads="goal"))


def test_the_clinics_own_words_are_looked_for(cast, look):
    assert puts(look("He did his brain gym.")) == []
    word = {"word": "brain gym", "say": "moving games", "uuid": uuid4(), "at": cast.at}
    library.keep_word(actor=cast.olive.actor, clinic=cast.clinic.pk, **word)
    assert "Put in “moving games”" in text_of(look("He did his brain gym."))


def test_too_much_text_and_an_unknown_place_are_refused_in_words(look):
    assert look("a " * (LONGEST_TEXT // 2)).status_code == 200
    refused = look("a" * (LONGEST_TEXT + 1))
    assert refused.status_code == 422
    assert "20000 characters at most" in text_of(refused)
    assert look("Fine.", reads="letter").status_code == 422


def test_it_keeps_nothing_and_is_for_therapists_alone(cast, sign_in, look, django_assert_num_queries):
    look("Once, so that the session is known.")
    with django_assert_num_queries(4) as asked:
        look(EMOJI)
    assert all(one["sql"].startswith("SELECT") for one in asked.captured_queries)
    for player in (cast.maria, cast.olive, cast.samira):
        assert sign_in(player).post(LOOK, {"text": EMOJI, "reads": "note"}).status_code == 404


def test_without_script_the_page_comes_back_with_hints_and_nothing_is_kept(hannah, url, started, kept):
    typed = {"version": kept().version, "did": "Heel turn.", "for_family": EMOJI, "look_at": "for_family"}
    for name in ("save_note", "sign_note"):
        answer = hannah.post(url(name, started.uuid), typed)
        assert answer.status_code == 422
        assert "Nothing is kept or sent yet." in text_of(answer)
        assert "Put in “idea”" in text_of(answer)
        assert "Heel turn." in text_of(answer)
    assert (kept().did, kept().for_family, kept().is_signed) == ("", "", False)


def test_without_script_a_button_puts_the_words_in(hannah, url, started, kept):
    typed = {"version": kept().version, "for_family": f"Hello\r\n{EMOJI}", "look_at": "for_family"}
    put = puts(hannah.post(url("save_note", started.uuid), typed))[0]
    del typed["look_at"]
    answer = hannah.post(url("save_note", started.uuid), typed | {"put_in": put})
    assert "Hello\nHe clapped 👏 after his idea.</textarea>" in text_of(answer)
    assert kept().for_family == ""
    moved = hannah.post(url("save_note", started.uuid), typed | {"for_family": "Now else.", "put_in": put})
    assert "These words have changed since. Please look again." in text_of(moved)
    assert "Now else." in text_of(moved)


@pytest.mark.parametrize(
    "put", ["", "{}", "[]", "nonsense", '{"field": "x", "start": "a", "end": 1, "found": "", "put": ""}']
)
def test_a_button_that_was_tampered_with_keeps_nothing(hannah, url, started, kept, put):
    typed = {"version": kept().version, "for_family": EMOJI, "put_in": put}
    answer = hannah.post(url("sign_note", started.uuid), typed)
    assert answer.status_code == 422
    assert EMOJI in text_of(answer)
    assert not kept().is_signed


def test_ideas_and_findings_have_the_keeper_too(hannah, url, idea, new_uuid):
    own = {
        "uuid": new_uuid(),
        "title": "Brush dance",
        "family_words": "An exercise.",
        "look_at": "family_words",
    }
    reworded = {"uuid": new_uuid(), "family_words": "An exercise.", "look_at": "family_words"}
    finding = {"uuid": new_uuid(), "does": "He did the task.", "look_at": "does"}
    for answer in (
        hannah.post(url("place_idea"), own),
        hannah.post(url("reword_placement", idea.uuid), reworded),
        hannah.post(url("add_finding"), finding),
    ):
        assert answer.status_code == 422
        assert len(puts(answer)) == 1
        assert "Nothing is kept or sent yet." in text_of(answer)


def test_the_steps_of_a_goal_are_looked_at_together(hannah, url, new_uuid):
    steps = {f"step_{number}": f"He does {number} of his exercises." for number in range(1, 6)}
    asked = {"uuid": new_uuid(), "look_at": ",".join([*steps, "csrfmiddlewaretoken"])} | steps
    answer = hannah.post(url("propose_goal"), asked)
    assert answer.status_code == 422
    assert {json.loads(put)["field"] for put in puts(answer)} == set(steps)
    assert "Reads at about age" not in text_of(answer)
    assert "Give it a short name." not in text_of(answer)
    put = {"put_in": puts(answer)[2], **steps}
    assert "He does 3 of his ideas.</textarea>" in text_of(hannah.post(url("propose_goal"), put))


def test_the_small_script_is_small():
    assert finders.find("ui/words.js")
    assert Path(finders.find("ui/words.js")).stat().st_size < 1024
