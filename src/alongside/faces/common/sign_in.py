"""Signing in: how the library is held to our rules."""

import base64
import time
from typing import Any

from allauth.account.adapter import DefaultAccountAdapter, get_adapter
from allauth.account.auth_backends import AuthenticationBackend
from allauth.account.internal.flows.login import get_authentication_records
from allauth.account.internal.flows.login_by_code import LoginCodeVerificationProcess
from allauth.account.internal.flows.reauthentication import get_reauthentication_flows
from allauth.core import ratelimit
from allauth.core.exceptions import ReauthenticationRequired
from allauth.mfa.adapter import DefaultMFAAdapter
from cryptography.fernet import Fernet
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from django.conf import settings
from django.contrib.auth.base_user import AbstractBaseUser
from django.contrib.auth.models import AnonymousUser
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext_lazy as _

from alongside.areas.people import queries as people

FRESH_FOR = 15 * 60  # seconds
SIGNED_OUT = "signed_out"
_WAYS = {
    "reauthenticate": _("Use your password"),
    "mfa_reauthenticate": _("Use a code from your app, or a spare code"),
    "mfa_reauthenticate:webauthn": _("Use your passkey"),
}
Visitor = AbstractBaseUser | AnonymousUser


def send_code(request: HttpRequest, person: AbstractBaseUser, next_url: str) -> HttpResponse:
    """Email a sign-in code to somebody we know and lead to its page; 429 after too many. Needs a signed-out session."""
    email = str(getattr(person, "email", ""))
    if not ratelimit.consume(request, action="request_login_code", key=email.lower()):
        return ratelimit.respond_429(request)
    LoginCodeVerificationProcess.initiate(request=request, user=person, email=email)
    return redirect(f"{reverse('account_confirm_login_code')}?{urlencode({'next': next_url})}")


def came_by_code_lately(request: HttpRequest) -> bool:
    """Whether this session began with an emailed code within the last fifteen minutes."""
    return any(record.get("method") == "code" for record in _lately(request))


def came_lately(request: HttpRequest) -> bool:
    """Whether the person showed in the last fifteen minutes, in any way there is, that it is them."""
    return bool(_lately(request))


def come_again(request: HttpRequest) -> HttpResponse:
    """Lead to showing it once more, and back to the page. What was sent is sent anew from there."""
    way = get_adapter().get_reauthentication_methods(request.user)[0]
    return redirect(f"{way['url']}?{urlencode({'next': request.path})}")


def _lately(request: HttpRequest) -> list[dict[str, Any]]:
    oldest = time.time() - FRESH_FOR
    records = get_authentication_records(request, request.user)
    return [record for record in records if record.get("at", 0) > oldest]


class Door(AuthenticationBackend):
    """The library's way in; who is signed in is read as every page reads."""

    def get_user(self, user_id: int) -> Any:
        return people.signed_in(user_id)


class AccountAdapter(DefaultAccountAdapter):
    """Nobody signs up: people are invited. Letters carry no word about a child or a clinic."""

    error_messages = DefaultAccountAdapter.error_messages | {
        "incorrect_code": _("That is not the code. Please look at the newest letter again."),
        "email_password_mismatch": _("That did not fit. Check both, or ask for a code instead."),
        "too_many_login_attempts": _("That was tried too often. Please wait a few minutes."),
        "rate_limited": _("That was tried too often. Please wait a few minutes."),
        "incorrect_password": _("That is not the password. Please try again."),
        "enter_current_password": _("Please write the password you use now."),
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False

    def get_login_redirect_url(self, request: HttpRequest) -> str:
        return reverse("public:way_in")

    def get_logout_redirect_url(self, request: HttpRequest) -> str:
        return reverse("public:signed_out")

    def logout(self, request: HttpRequest) -> None:
        """The next page asks the browser to forget what it kept; only somebody who just left gets it to."""
        super().logout(request)
        request.session[SIGNED_OUT] = True

    def is_reauthentication_required(self, *, app: str, **kwargs: Any) -> bool:
        """The library lets people without password and second factor pass, so they are asked for a fresh code.

        Whoever just came in by code (and by a second factor, where there is one) is not asked at once again.
        """
        if came_by_code_lately(self.request):
            return False
        if not get_reauthentication_flows(self.request.user):
            raise ReauthenticationRequired
        return super().is_reauthentication_required(app=app, **kwargs)

    def get_reauthentication_methods(self, user: Visitor) -> list[dict[str, Any]]:
        methods = super().get_reauthentication_methods(user)
        if methods or not user.is_authenticated:
            return [method | {"description": _WAYS[method["id"]]} for method in methods]
        words = _("Use a code from your email")
        return [{"id": "fresh_code", "description": words, "url": reverse("public:fresh_code")}]

    def format_email_subject(self, subject: str) -> str:
        return subject

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        super().send_mail(template_prefix, email, context | {"current_site": None})


class SecondFactorAdapter(DefaultMFAAdapter):
    """Secrets of second factors are encrypted before they reach the database."""

    error_messages = DefaultMFAAdapter.error_messages | {
        "incorrect_code": _("That is not the code. Please try the next one your app shows."),
    }

    def encrypt(self, text: str) -> str:
        return _box().encrypt(text.encode()).decode()

    def decrypt(self, encrypted_text: str) -> str:
        return _box().decrypt(encrypted_text.encode()).decode()

    def generate_authenticator_name(self, user: AbstractBaseUser, type: str) -> str:  # noqa: A002  # the library's name
        return str(_("My device"))

    def get_totp_issuer(self) -> str:
        return "Alongside"

    def get_public_key_credential_rp_entity(self) -> dict[str, str]:
        return super().get_public_key_credential_rp_entity() | {"name": "Alongside"}


def _box() -> Fernet:
    secret = settings.ENCRYPTION_KEY.encode()
    key = HKDF(algorithm=SHA256(), length=32, salt=None, info=b"second factor").derive(secret)
    return Fernet(base64.urlsafe_b64encode(key))
