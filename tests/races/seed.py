"""Runs in its own process before a race: migrates, brings the cast in, signs everybody in, prints who is who."""

import json
import os
import sys

os.environ["DJANGO_SETTINGS_MODULE"] = "alongside.config.settings"

from alongside.config.commands._set_up import set_up

set_up()

from django.conf import settings
from django.contrib.auth import get_user_model
from django.contrib.sessions.backends.db import SessionStore

from tests.cast import Cast, Player, build_cast

BACKEND = "allauth.account.auth_backends.AuthenticationBackend"


def session_of(player: Player) -> str:
    """The key of a session that is signed in with two factors."""
    person = get_user_model().objects.get(pk=player.pk)
    session = SessionStore()
    session["_auth_user_id"] = str(person.pk)
    session["_auth_user_backend"] = BACKEND
    session["_auth_user_hash"] = person.get_session_auth_hash()
    session["account_authentication_methods"] = [{"method": "mfa", "at": 0}]
    session.create()
    return str(session.session_key)


def main() -> None:
    cast: Cast = build_cast()
    players = {
        name: getattr(cast, name) for name in Cast.__slots__ if isinstance(getattr(cast, name), Player)
    }
    known = {
        "idris": str(cast.idris),
        "cookie": settings.SESSION_COOKIE_NAME,
        "people": {name: str(player.uuid) for name, player in players.items()},
        "sessions": {name: session_of(player) for name, player in players.items()},
    }
    json.dump(known, sys.stdout)


main()
