"""Coming in by an emailed code, and what nobody learns on the way."""

import re

import pytest
from django.core import mail
from django.core.cache import cache
from django.urls import reverse

ASK = "/enter/login/code/"


@pytest.fixture(autouse=True)
def _no_memory_of_earlier_tries(db):
    cache.clear()


def _code():
    return re.search(r"^[A-Z0-9]{4}-[A-Z0-9]{4}$", mail.outbox[-1].body, re.MULTILINE).group()


def _ask(client, email, next_url=""):
    return client.post(f"{ASK}?next={next_url}", {"email": email, "next": next_url}, follow=True)


def _plain(page):
    return re.sub(r'value="[^"]{20,}"', "", page.content.decode())


def test_a_carer_comes_in_by_code_and_lands_where_they_were_going(cast, client):
    _ask(client, cast.samira.email)
    letter = mail.outbox[-1]
    assert letter.to == [cast.samira.email]
    answer = client.post("/enter/login/code/confirm/", {"code": _code()})
    assert (answer.status_code, answer["Location"]) == (302, "/in/")
    assert client.get("/in/").status_code == 302
    assert str(cast.idris) in client.get("/in/")["Location"]


def test_the_letter_holds_no_word_about_a_child_or_a_clinic(cast, client):
    _ask(client, cast.samira.email)
    text = mail.outbox[-1].subject + mail.outbox[-1].body
    for word in ("Idris", "Willow", "therap", "clinic", "child", "example.com"):
        assert word not in text
    assert "Your sign-in code" in text


def test_known_and_unknown_addresses_are_answered_alike(cast, client):
    known = _ask(client, cast.samira.email)
    client.post(reverse("public:start_again"))
    unknown = _ask(client, "someone@family.example")
    assert known.status_code == unknown.status_code == 200
    assert _plain(known) == _plain(unknown)
    assert len(mail.outbox) == 2
    assert "not known" in mail.outbox[-1].body


def test_a_wrong_code_is_refused_kindly_and_the_third_ends_it(cast, client):
    _ask(client, cast.samira.email)
    for _ in range(2):
        answer = client.post("/enter/login/code/confirm/", {"code": "AAAA-AAAA"})
        assert "That is not the code." in answer.content.decode()
    client.post("/enter/login/code/confirm/", {"code": "AAAA-AAAA"})
    answer = client.post("/enter/login/code/confirm/", {"code": _code()})
    assert answer["Location"].startswith(ASK)
    assert client.get("/in/")["Location"].startswith(ASK)


def test_codes_for_one_address_are_limited(cast, client):
    for _ in range(4):
        client.post(reverse("public:start_again"))
        answer = _ask(client, cast.samira.email)
    assert "tried too often" in answer.content.decode()
    assert len(mail.outbox) == 3


def test_the_field_takes_a_pasted_code(cast, client):
    page = _ask(client, cast.samira.email).content.decode()
    assert 'autocomplete="one-time-code"' in page
    assert cast.samira.email not in page


@pytest.mark.parametrize("name", ["account_signup", "account_email", "account_set_password"])
def test_nobody_signs_up_or_changes_an_address_alone(cast, sign_in, client, name):
    assert client.get(reverse(name)).status_code in {302, 405}
    assert sign_in(cast.samira).get(reverse(name)).status_code == 405
    assert sign_in(cast.samira).post(reverse(name)).status_code == 405


def test_staff_with_one_factor_are_led_to_a_second_and_see_nothing_else(cast, client):
    _ask(client, cast.maria.email)
    client.post("/enter/login/code/confirm/", {"code": _code()})
    for address in ("/in/", reverse("desk:stories"), reverse("desk:family", args=[cast.idris])):
        assert client.get(address)["Location"] == reverse("mfa_index")
    assert "need a second step" in client.get(reverse("mfa_index")).content.decode()


def test_a_password_stranger_learns_nothing(cast, client, settings):
    settings.ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]  # what brings the library's password field back
    for email in (cast.hannah.email, "who@willow.example"):
        page = client.post("/enter/login/", {"login": email, "password": "not this one"})
        assert "That did not fit." in page.content.decode()
    assert mail.outbox == []
