"""Changing how one signs in asks for a fresh proof, and leaving clears what the device kept."""

import re
import time

import pytest
from allauth.account.internal.flows.login import AUTHENTICATION_METHODS_SESSION_KEY
from allauth.mfa.totp.internal.auth import TOTP, format_hotp_value, generate_totp_secret, hotp_value
from django.contrib.auth import get_user_model
from django.core import mail
from django.core.cache import cache
from django.urls import reverse

CHANGES = ["mfa_add_webauthn", "mfa_activate_totp"]
PAGES = ["mfa_index", "mfa_list_webauthn", "account_logout"]


@pytest.fixture(autouse=True)
def _no_memory_of_earlier_tries(db):
    cache.clear()


def _come_in(client, email):
    client.post("/enter/login/code/", {"email": email})
    code = re.search(r"^[A-Z0-9]{4}-[A-Z0-9]{4}$", mail.outbox[-1].body, re.MULTILINE).group()
    return client.post("/enter/login/code/confirm/", {"code": code})


def _let_time_pass(client, seconds):
    session = client.session
    records = session[AUTHENTICATION_METHODS_SESSION_KEY]
    session[AUTHENTICATION_METHODS_SESSION_KEY] = [r | {"at": r["at"] - seconds} for r in records]
    session.save()


@pytest.mark.parametrize("name", CHANGES)
def test_a_code_just_typed_is_fresh_enough(cast, client, name):
    _come_in(client, cast.samira.email)
    assert client.get(reverse(name)).status_code == 200


@pytest.mark.parametrize("name", CHANGES)
def test_later_a_new_code_is_asked_for_before_anything_changes(cast, client, name):
    _come_in(client, cast.samira.email)
    _let_time_pass(client, 16 * 60)
    for answer in (client.get(reverse(name)), client.post(reverse(name), {"code": "123456"})):
        assert answer["Location"].startswith(reverse("public:fresh_code"))
    page = client.get(answer["Location"])
    assert "s•••@family.example" in page.content.decode()
    assert len(mail.outbox) == 1


def test_the_fresh_code_leads_back_to_the_change(cast, client):
    _come_in(client, cast.samira.email)
    _let_time_pass(client, 16 * 60)
    wanted = reverse("mfa_activate_totp")
    answer = client.post(f"{reverse('public:fresh_code')}?next={wanted}")
    assert len(mail.outbox) == 2
    assert client.get("/in/")["Location"].startswith("/enter/")
    code = re.search(r"^[A-Z0-9]{4}-[A-Z0-9]{4}$", mail.outbox[-1].body, re.MULTILINE).group()
    answer = client.post(answer["Location"], {"code": code, "next": wanted})
    assert answer["Location"] == wanted
    assert client.get(wanted).status_code == 200


@pytest.mark.parametrize("name", ["mfa_deactivate_totp", "mfa_add_webauthn"])
def test_with_a_second_factor_that_factor_is_asked_for(cast, sign_in, name):
    TOTP.activate(get_user_model().objects.get(pk=cast.samira.pk), generate_totp_secret())
    answer = sign_in(cast.samira).post(reverse(name))
    assert answer["Location"].startswith(reverse("mfa_reauthenticate"))


@pytest.mark.parametrize("name", PAGES)
def test_everybody_signed_in_sees_their_own_sign_in(cast, sign_in, client, name):
    assert client.get(reverse(name)).status_code == 302
    assert sign_in(cast.samira).get(reverse(name)).status_code == 200


def test_secrets_of_second_factors_are_not_stored_as_they_are(cast):
    secret = generate_totp_secret()
    kept = TOTP.activate(get_user_model().objects.get(pk=cast.samira.pk), secret).instance
    assert secret not in str(kept.data)


def test_leaving_needs_a_post_and_clears_what_the_device_kept(cast, sign_in):
    client = sign_in(cast.samira)
    client.get(reverse("account_logout"))
    assert client.get(reverse("mfa_index")).status_code == 200
    answer = client.post(reverse("account_logout"), follow=True)
    assert answer["Clear-Site-Data"] == '"cache", "storage"'
    assert client.get(reverse("mfa_index")).status_code == 302
    assert "Clear-Site-Data" not in client.get(reverse("public:signed_out"))


def test_an_old_session_does_not_outlive_its_code(cast, client):
    _come_in(client, cast.samira.email)
    record = client.session[AUTHENTICATION_METHODS_SESSION_KEY][-1]
    assert record["method"] == "code"
    assert time.time() - record["at"] < 60


def test_setting_up_an_app_leads_straight_to_the_spare_codes(cast, client):
    _come_in(client, cast.maria.email)
    page = client.get(reverse("mfa_activate_totp"))
    counter = int(time.time()) // 30
    code = format_hotp_value(hotp_value(page.context["form"].secret, counter))
    answer = client.post(reverse("mfa_activate_totp"), {"code": code})
    assert answer["Location"] == reverse("mfa_view_recovery_codes")
    assert client.get(answer["Location"]).status_code == 200
    assert client.get(reverse("desk:stories")).status_code == 200
