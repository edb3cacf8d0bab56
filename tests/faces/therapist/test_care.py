"""What to take care of stands where the therapist looks, and own ideas wait for her eyes."""

from uuid import uuid4

import pytest

from alongside.areas.circle import actions as circle
from alongside.areas.programme import actions as programme
from tests.areas.programme import building

NUTS = "Allergic to nuts or peanuts"


@pytest.fixture
def chefs_hands(cast):
    words = {"title": "Chef’s hands", "family_words": "Mash one thing.", "routine": "meal.dinner"}
    placed = programme.place_idea(**building.by(cast.hannah, cast), **words, placement=uuid4(), minutes=5)
    building.share(cast, placed)
    return placed


def _told(cast, code, words=""):
    circle.propose_safety_fact(**building.by(cast.samira, cast), fact=uuid4(), code=code, words=words)


def test_a_new_fact_names_the_ideas_that_nobody_checked(hannah, url, chefs_hands, new_uuid):
    kept = {"uuid": new_uuid(), "code": "food:nuts", "words": ""}
    text = hannah.post(url("record_fact"), kept, follow=True).content.decode()
    assert "Please look at these in the home programme: Chef’s hands." in text
    assert "Every idea" not in text


def test_a_new_fact_claims_nothing_where_no_idea_waits(hannah, url, idea, new_uuid):
    kept = {"uuid": new_uuid(), "code": "food:nuts", "words": ""}
    text = hannah.post(url("record_fact"), kept, follow=True).content.decode()
    assert "Kept. Ideas of the library are checked against it." in text
    assert "Please look at these" not in text


def test_the_warning_on_an_own_idea_leaves_with_the_therapists_words(
    cast, hannah, url, chefs_hands, new_uuid
):
    warning = f"This idea was not checked against: {NUTS}."
    assert warning not in hannah.get(url("programme")).content.decode()
    _told(cast, "food:nuts")
    assert warning in hannah.get(url("programme")).content.decode()
    looked = url("override_safety", chefs_hands.uuid)
    assert hannah.post(looked, {"uuid": new_uuid(), "words": ""}).status_code == 422
    said = {"uuid": new_uuid(), "words": "Banana and bread only."}
    assert hannah.post(looked, said).status_code == 302
    text = hannah.get(url("programme")).content.decode()
    assert warning not in text
    assert "Banana and bread only." in text


def test_it_stands_under_the_name_and_beside_the_note(cast, hannah, url, visit):
    pages = (url("child"), url("note", visit.uuid))
    for page in pages:
        assert "Take care" not in hannah.get(page).content.decode()
    _told(cast, "food:nuts", "Epipen in the red bag")
    for page in pages:
        text = hannah.get(page).content.decode()
        assert NUTS in text
        assert "Epipen in the red bag" in text
        assert "told by the family" in text


def test_what_the_family_told_waits_on_my_day_until_it_is_looked_at(cast, hannah, url):
    _told(cast, "latex")
    assert "allergic to latex (Idris)" in hannah.get("/work/").content.decode()


def test_a_way_easier_is_offered_only_while_there_is_one(hannah, url, idea, chefs_hands, new_uuid):
    easier, harder = (f'{words}<span class="vh"> ' for words in ("Make it easier", "Harder"))
    text = hannah.get(url("programme")).content.decode()
    assert easier + idea.title in text
    for words in (easier, harder):
        assert words + chefs_hands.title not in text
    for _time in range(6):
        hannah.post(url("change_placement", idea.uuid), {"uuid": new_uuid(), "do": "easier"})
    text = hannah.get(url("programme")).content.decode()
    assert easier + idea.title not in text
    assert harder + idea.title in text


def test_what_the_family_will_read_says_so(cast, hannah, url):
    building.place(cast)
    assert "The family reads this." in hannah.get(url("programme")).content.decode()


def test_a_refused_idea_says_its_reason_once(cast, hannah, url, new_uuid):
    _told(cast, "food:nuts")
    reason = "Food is used, and there is a food allergy. Name the substitute."
    library = hannah.get(url("programme"), {"q": "paint"}).content.decode()
    assert library.count(reason) == 1
    typed = {"uuid": new_uuid(), "strategy": building.FINGER_PAINT, "routine": "play.indoor"}
    refused = hannah.post(url("place_strategy"), typed).content.decode()
    about_it = refused.split(f'value="{building.FINGER_PAINT}"')[0].rsplit("<li", 1)[1]
    assert reason not in about_it
    assert reason in refused
