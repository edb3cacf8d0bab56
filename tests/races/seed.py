"""Runs in its own process before a race: migrates, brings the cast in, signs everybody in, prints who is who."""

import json
import sys
from typing import Any

BACKEND = "allauth.account.auth_backends.AuthenticationBackend"


def session_of(person: Any) -> str:
    """The key of a session that is signed in with two factors."""
    from django.contrib.sessions.backends.db import SessionStore

    session = SessionStore()
    session["_auth_user_id"] = str(person.pk)
    session["_auth_user_backend"] = BACKEND
    session["_auth_user_hash"] = person.get_session_auth_hash()
    session["account_authentication_methods"] = [{"method": "mfa", "at": 0}]
    session.create()
    return str(session.session_key)


def bring_in() -> dict[str, Any]:
    """The cast, by name: uuids and sessions."""
    from django.conf import settings
    from django.contrib.auth import get_user_model

    from tests.cast import Player, build_cast

    cast = build_cast()
    names = [name for name in cast.__slots__ if isinstance(getattr(cast, name), Player)]
    people = {name: get_user_model().objects.get(pk=getattr(cast, name).pk) for name in names}
    return {
        "idris": str(cast.idris),
        "cookie": settings.SESSION_COOKIE_NAME,
        "people": {name: str(person.uuid) for name, person in people.items()},
        "sessions": {name: session_of(person) for name, person in people.items()},
    }


if __name__ == "__main__":
    from alongside.config.commands._set_up import set_up

    set_up()
    json.dump(bring_in(), sys.stdout)
