"""On paper: what a family prints, and what stays off the sheets of those who may not know."""

import pymupdf

from alongside.areas.circle import actions as circle
from alongside.core.capabilities import Capability
from tests.areas.programme import building


def _words(answer) -> str:
    assert answer["Content-Type"] == "application/pdf"
    return " ".join(" ".join(page.get_text() for page in pymupdf.open(stream=answer.content)).split())


def _known(cast, new_uuid) -> None:
    circle.record_safety_fact(**building.by(cast.hannah, cast), fact=new_uuid(), code="food:nuts", words="")


def test_each_routine_with_an_idea_has_a_card(samira, url, idea):
    page = samira.get(url("paper")).content.decode()
    assert "Card for the fridge: Getting dressed" in page
    assert "Bedtime" not in page
    card = samira.get(url("paper_card", routine="morning.dress"), {"paper": "a6"})
    assert idea.title in _words(card)
    assert samira.get(url("paper_card", routine="bath")).status_code == 404
    assert samira.get(url("paper_card", routine="no-such-routine")).status_code == 404


def test_the_chosen_paper_stays_in_every_link_and_an_unknown_one_is_said(samira, url, idea):
    assert "?paper=us-letter" in samira.get(url("paper"), {"paper": "us-letter"}).content.decode()
    page = samira.get(url("paper"), {"paper": "papyrus"}).content.decode()
    assert "Choose a paper from the list." in page
    assert "?paper=a4" in page


def test_the_copy_for_school_says_nothing_about_home(samira, url, cast, idea, new_uuid):
    _known(cast, new_uuid)
    shown = _words(samira.get(url("paper_school")))
    assert "Allergic to nuts" in shown
    assert idea.title not in shown
    assert "Samira" not in shown


def test_who_does_not_know_the_safety_facts_prints_no_copy_for_school(
    karim, url, cast, idea, restrict, new_uuid
):
    _known(cast, new_uuid)
    restrict(Capability.READ_PROGRAMME)
    assert "What helps at school" not in karim.get(url("paper")).content.decode()
    assert karim.get(url("paper_school")).status_code == 403
    assert "Allergic" not in _words(karim.get(url("paper_card", routine="morning.dress")))


def test_pictures_come_in_the_order_in_which_they_were_chosen(samira, url):
    wanted = {"kind": "strip", "picture_1": "teeth", "picture_2": "wake", "paper": "a5"}
    shown = _words(samira.get(url("paper_schedule"), wanted))
    assert shown.index("Brush teeth") < shown.index("Wake up")


def test_without_a_picture_the_page_asks_for_one_and_keeps_what_was_chosen(samira, url):
    answer = samira.get(url("paper_schedule"), {"kind": "now_next", "paper": "a5"})
    assert answer.status_code == 422
    page = answer.content.decode()
    assert "Choose at least one picture." in page
    assert '<option value="a5" selected>' in page
    assert samira.get(url("paper_schedule"), {"kind": "poster", "picture_1": "wake"}).status_code == 422
    assert samira.get(url("paper_schedule"), {"kind": "strip", "picture_1": "../secret"}).status_code == 422


def test_another_family_prints_nothing(sign_in, cast, url):
    other = sign_in(cast.other_parent)
    for name in ("paper", "paper_school", "paper_schedule"):
        assert other.get(url(name)).status_code == 404
    assert other.get(url("paper_card", routine="morning.dress")).status_code == 404
