"""Staff at the real door: a password through a letter, a code from an app, and a passkey of this device."""

import base64
import hashlib
import hmac
import re
import struct
import time
from typing import Any

from tests.journeys.home import Home
from tests.journeys.stage import press, sees

PASSWORD = "four slow dogs walking"


def choose_password(home: Home, page: Any, email: str) -> None:
    """Ask for a letter, follow its link, and choose a password."""
    page.goto(letter_for_password(home, page, email))
    for box in page.locator("input[type=password]").all():
        box.fill(PASSWORD)
    press(page, "Keep it")


def letter_for_password(home: Home, page: Any, email: str) -> str:
    """The path of the link that a forgotten password brings."""
    page.goto("/enter/password/reset/")
    page.get_by_role("main").get_by_role("textbox").fill(email)
    with page.expect_navigation():
        page.get_by_role("main").get_by_role("button").first.click()
    return link_of(home, email, "/enter/password/reset/key/")


def type_password(page: Any, email: str) -> None:
    """Come in with it."""
    page.goto("/enter/login/")
    page.locator("input[name=login]").fill(email)
    page.locator("input[name=password]").fill(PASSWORD)
    press(page, "Come in")


def show_once_more(page: Any) -> None:
    """Type the password again where the page asks «Is it you?»."""
    if "/reauthenticate/" in page.url:
        page.locator("input[name=password]").fill(PASSWORD)
        press(page, "Go on")


def set_up_app(page: Any) -> None:
    """Tie an authenticator app to the login."""
    page.goto("/enter/2fa/totp/activate/")
    show_once_more(page)
    secret = page.locator("code").inner_text()
    page.locator("input[name=code]").fill(code_of(secret, time.time()))
    press(page, "Keep it")
    page.goto("/enter/2fa/recovery-codes/")
    sees(page, "codes")


def add_passkey(page: Any) -> None:
    """Let a pretended device make a passkey."""
    device = page.context.new_cdp_session(page)
    device.send("WebAuthn.enable")
    abilities = {"protocol": "ctap2", "transport": "internal", "hasResidentKey": True}
    device.send(
        "WebAuthn.addVirtualAuthenticator",
        {"options": abilities | {"hasUserVerification": True, "isUserVerified": True}},
    )
    page.goto("/enter/2fa/webauthn/add/")
    show_once_more(page)
    page.locator("input[name=name]").fill("This laptop")
    press(page, "Add this device")
    page.goto("/enter/2fa/webauthn/")
    sees(page, "This laptop")


def code_of(secret: str, at: float) -> str:
    """The six digits that an authenticator app shows at that time (RFC 6238)."""
    key = base64.b32decode(secret + "=" * (-len(secret) % 8))
    digest = hmac.new(key, struct.pack(">Q", int(at) // 30), hashlib.sha1).digest()
    place = digest[-1] & 15
    return f"{(int.from_bytes(digest[place : place + 4], 'big') & 0x7FFFFFFF) % 1_000_000:06d}"


def link_of(home: Home, address: str, part: str) -> str:
    """The path of the newest link to ``part`` in a letter to ``address``."""
    letter = next(text for text in reversed(home.letters()) if f"To: {address}" in text)
    found = re.search(rf"https?://[^/\s]+({re.escape(part)}\S+)", letter.replace("=\n", ""))
    assert found, letter
    return found[1]
