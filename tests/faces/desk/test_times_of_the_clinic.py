"""The pages of places, terms, holidays and rules."""

from datetime import date
from html import unescape
from urllib.parse import parse_qs, urlsplit
from uuid import uuid4

import pytest
from django.urls import reverse

from alongside.areas.diary import queries as diary

PLACES, TERMS, RULES = reverse("desk:places"), reverse("desk:terms"), reverse("desk:rules")
CHRISTMAS = date(2026, 12, 25)
HALF_TERM = {"kind": "HOLIDAY", "name": "half term", "first": "2027-02-15", "last": "2027-02-19"}
TYPED_RULES = {
    "buffer_minutes": "15",
    "hours_before_free_cancel": "48",
    "cancel_words": "Ring us any time.",
    "hold_hours": "24",
    "school_from": "08:45",
    "school_until": "15:30",
    "works_in_school_holidays": "on",
    "remind_at": "16:00",
}


def _text(answer):
    return unescape(answer.content.decode())


def _place(name, **more):
    return {"do": "place", "uuid": str(uuid4()), "name": name} | more


def _term(**typed):
    return {"do": "term", "uuid": str(uuid4())} | HALF_TERM | typed


def test_nobody_else_reaches_these_pages(cast, sign_in):
    for player in (cast.hannah, cast.samira, cast.other_therapist):
        client = sign_in(player)
        assert {client.get(page).status_code for page in (PLACES, TERMS, RULES)} <= {404}
        assert {client.post(page, TYPED_RULES).status_code for page in (PLACES, TERMS, RULES)} <= {404}


def test_places_and_the_way_between_them(cast, sign_in):
    client = sign_in(cast.maria)
    assert "Between" not in _text(client.get(PLACES))
    for name in ("Willow House", "Hill School"):
        assert client.post(PLACES, _place(name)).status_code == 302
    here, there = (str(one.uuid) for one in diary.sites(cast.clinic.pk))
    assert client.post(PLACES, {"do": "way", "a": here, "b": there, "minutes": "25"}).status_code == 302
    page = _text(client.get(PLACES))
    assert "Willow House and Hill School: 25 minutes" in page
    refused = client.post(PLACES, {"do": "way", "a": here, "b": here, "minutes": "25"})
    assert (refused.status_code, "two different places" in _text(refused)) == (422, True)


def test_a_place_is_changed_and_keeps_its_name_to_itself(cast, sign_in):
    client = sign_in(cast.olive)
    client.post(PLACES, _place("Willow House"))
    (site,) = diary.sites(cast.clinic.pk)
    assert 'value="Willow House"' in _text(client.get(PLACES, {"place": site.uuid}))
    moved = {"do": "place", "uuid": str(site.uuid), "name": "Willow House", "address": "2 Lime Row"}
    assert client.post(PLACES, moved).status_code == 302
    assert diary.sites(cast.clinic.pk)[0].address == "2 Lime Row"
    refused = client.post(PLACES, _place("Willow House"))
    assert (refused.status_code, "with this name" in _text(refused)) == (422, True)


def test_a_place_made_by_mistake_is_taken_away_and_that_is_taken_back(cast, sign_in):
    client = sign_in(cast.maria)
    for name in ("Willow House", "Hill School"):
        client.post(PLACES, _place(name))
    here, there = (str(one.uuid) for one in diary.sites(cast.clinic.pk))
    client.post(PLACES, {"do": "way", "a": here, "b": there, "minutes": "25"})
    refused = client.post(PLACES, {"do": "remove", "remove": here})
    assert (refused.status_code, "Choose another place for that first" in _text(refused)) == (422, True)
    after = client.post(PLACES, {"do": "remove", "remove": there})
    assert [one.name for one in diary.sites(cast.clinic.pk)] == ["Willow House"]
    assert "Hill School is taken away." in _text(client.get(after["Location"]))
    back = {"do": "back", "undo": parse_qs(urlsplit(after["Location"]).query)["undo"][0]}
    assert sign_in(cast.olive).post(PLACES, back).status_code == 404
    assert client.post(PLACES, back).status_code == 302
    assert "Willow House and Hill School: 25 minutes" in _text(client.get(PLACES))
    assert client.post(PLACES, {"do": "remove", "remove": "?"}).status_code == 404


def test_the_school_year_is_written_and_taken_away(cast, sign_in):
    client = sign_in(cast.maria)
    assert client.post(TERMS, _term()).status_code == 302
    assert "Mon 15 February to Fri 19 February 2027" in _text(client.get(TERMS))
    (term,) = diary.terms(cast.clinic.pk)
    assert client.post(TERMS, {"do": "remove", "remove": str(term.uuid)}).status_code == 302
    assert diary.terms(cast.clinic.pk) == ()


@pytest.mark.parametrize(
    ("sent", "says"),
    [
        (_term(name=" "), "a few words"),
        (_term(last="2027-02-01"), "not before the first"),
        (_term(kind="CLOSED"), "from the list"),
        ({"do": "country", "country": ""}, "from the list"),
        ({"do": "country", "country": "GB", "subdivision": "BY"}, "ENG, NIR, SCT, WLS"),
        ({"do": "remove", "remove": "?"}, "Terms and holidays"),
        ({"do": "else"}, "Terms and holidays"),
    ],
)
def test_what_cannot_be_comes_back(cast, sign_in, sent, says):
    answer = sign_in(cast.maria).post(TERMS, sent)
    assert (answer.status_code, says in _text(answer)) == (422, True)


def test_public_holidays_come_with_the_country(cast, sign_in):
    client = sign_in(cast.maria)
    assert client.post(TERMS, {"do": "country", "country": "GB", "subdivision": "ENG"}).status_code == 302
    page = _text(client.get(TERMS))
    assert "Fri 25 December 2026" in page
    assert "Christmas Day" in _text(client.get(reverse("desk:times")))
    assert diary.why_closed(cast.clinic.pk, CHRISTMAS) == "Christmas Day"


def test_rules_are_kept_or_come_back(cast, sign_in):
    client = sign_in(cast.olive)
    assert client.post(RULES, TYPED_RULES).status_code == 302
    kept = diary.rules(cast.clinic.pk)
    assert (kept.buffer_minutes, kept.reminds, kept.cancel_words) == (15, False, "Ring us any time.")
    page = _text(client.get(RULES))
    assert ('value="15"' in page, reverse("desk:waiting_rules") in page) == (True, True)
    for wrong in ({"hold_hours": "0"}, {"school_until": "08:00"}, {"remind_at": ""}, {"buffer_minutes": "x"}):
        answer = client.post(RULES, TYPED_RULES | wrong)
        (field,) = wrong
        assert (answer.status_code, f'id="id_{field}_error"' in _text(answer)) == (422, True)
