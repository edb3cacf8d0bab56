"""Signing in as one of the cast, the way the browser session looks afterwards."""

import pytest
from django.conf import settings
from django.contrib.auth import get_user_model
from django.test import Client

from tests.sessions import with_two_factors


@pytest.fixture
def sign_in(db):
    """A client whose session is signed in with two factors, as staff must be."""

    def sign_in_as(player, *, second_factor: bool = True) -> Client:
        client = Client()
        person = get_user_model().objects.get(pk=player.pk)
        client.force_login(person, backend=settings.AUTHENTICATION_BACKENDS[0])
        if second_factor:
            session = client.session
            with_two_factors(session, person)
            session.save()
        return client

    return sign_in_as
