"""Handing a short text to a gateway over HTTPS: one address, one token, one JSON object with ``to`` and ``text``."""

import json
from typing import Any
from urllib.error import HTTPError
from urllib.parse import urlsplit
from urllib.request import HTTPRedirectHandler, Request, build_opener

_SECONDS = 15
_LOOPBACK = {"127.0.0.1", "::1", "localhost"}


class GatewayRefused(Exception):
    """The gateway did not take it. Says nothing of whom it was for."""


class _Straight(HTTPRedirectHandler):
    """Nobody leads a message and its token elsewhere."""

    def redirect_request(self, *_: Any, **__: Any) -> None:
        return None


def hand_over(address: str, token: str, *, to: str, text: str) -> None:
    """Hand one text over. Raises GatewayRefused, and OSError where nobody answers."""
    parts = urlsplit(address)
    if parts.scheme != "https" and (parts.scheme, parts.hostname in _LOOPBACK) != ("http", True):
        raise GatewayRefused("the gateway needs an https address")
    headers = {"Authorization": f"Bearer {token}", "Content-Type": "application/json"}
    body = json.dumps({"to": to, "text": text}).encode()
    request = Request(address, data=body, headers=headers, method="POST")  # noqa: S310  # only http(s), checked above
    try:
        build_opener(_Straight).open(request, timeout=_SECONDS).close()
    except HTTPError as refused:
        raise GatewayRefused(f"it answered {refused.code}") from None
