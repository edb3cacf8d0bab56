"""Visits to subscribe to, and a reader that knows nothing of us."""

from datetime import date, time, timedelta

import pytest

from alongside.areas.appointments import actions as appointments
from alongside.areas.calendars import actions as calendars
from alongside.areas.calendars.values import FeedKind
from tests.adapters.calendars.readers import by_library


@pytest.fixture
def room(cast, new_uuid):
    return appointments.add_room(
        actor=cast.olive.actor, clinic=cast.clinic.pk, room=new_uuid(), name="Wren Room", at=cast.at
    )


@pytest.fixture
def book(cast, new_uuid, room):
    """Book Idris with Hannah on Thursday afternoon, as the front desk, unless said otherwise."""

    def booked(**given):
        wanted = {
            "actor": cast.maria.actor,
            "child": cast.idris,
            "visit": new_uuid(),
            "therapist": cast.hannah.uuid,
            "starts_at": cast.at + timedelta(days=3, hours=7, minutes=45),
            "minutes": 45,
            "room": room.uuid,
            "place_words": "Ring the upper bell",
            "at": cast.at,
        }
        return appointments.book_visit(**(wanted | given))

    return booked


@pytest.fixture
def weekly(cast, new_uuid, room):
    """Book six Tuesdays at 15:30 across the end of the year."""

    def booked(**given):
        wanted = {
            "actor": cast.maria.actor,
            "child": cast.idris,
            "series": new_uuid(),
            "therapist": cast.hannah.uuid,
            "first_on": date(2027, 3, 9),
            "local_time": time(15, 30),
            "count": 6,
            "minutes": 45,
            "room": room.uuid,
            "at": cast.at,
        }
        return appointments.book_series(**(wanted | given))

    return booked


@pytest.fixture
def link(cast, new_uuid):
    """Make a calendar link; answers its token."""

    def made(player, kind=FeedKind.CARER, **more):
        return calendars.make_feed(actor=player.actor, kind=kind, feed=new_uuid(), at=cast.at, **more)[1]

    return made


@pytest.fixture
def read(cast):
    """What a calendar program finds behind a link."""

    def found(token, at=None):
        content = calendars.read_feed(token=token, at=at or cast.at).content
        return by_library(content, cast.at - timedelta(days=90), cast.at + timedelta(days=400))

    return found
