"""Words that the address of a page carries: only the person they were sealed for reads them, and only for a while."""

from datetime import datetime, timedelta
from typing import Any

from django.core import signing

from alongside.faces.common.request import Request

_WHILE = timedelta(minutes=10)


def seal(request: Request, salt: str, told: dict[str, Any]) -> str:
    """The words, sealed. ``salt`` names what they are for."""
    whose = {"who": str(request.actor.uuid), "at": request.at.isoformat()}
    return signing.dumps(told | whose, salt=salt, compress=True)


def opened(request: Request, salt: str, sealed: str, within: timedelta = _WHILE) -> dict[str, Any] | None:
    """The words; None for somebody else's, after ten minutes or ``within``, and for what nobody sealed."""
    try:
        told: dict[str, Any] = signing.loads(sealed, salt=salt)
    except signing.BadSignature:
        return None
    is_mine = told["who"] == str(request.actor.uuid)
    is_fresh = timedelta() <= request.at - datetime.fromisoformat(told["at"]) <= within
    return told if is_mine and is_fresh else None
