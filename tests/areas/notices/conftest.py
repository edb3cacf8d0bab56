"""A visit on the Thursday of the cast's week, and the post that goes out at a moment."""

from datetime import timedelta

import pytest

from alongside.areas.appointments import actions as appointments
from alongside.areas.notices import actions as notices
from alongside.areas.notices import queries
from alongside.areas.notices.values import ChoiceDraft


@pytest.fixture
def thursday(cast):
    return cast.at + timedelta(days=3, hours=7, minutes=45)


@pytest.fixture
def reminding(cast):
    """Wednesday, 16:00 in London: a day before, when the clinic reminds."""
    return cast.at + timedelta(days=2, hours=8)


@pytest.fixture
def book(cast, thursday, new_uuid):
    """Book Idris with Hannah, as the front desk, unless said otherwise."""

    def booked(**given):
        wanted = {
            "actor": cast.maria.actor,
            "child": cast.idris,
            "visit": new_uuid(),
            "therapist": cast.hannah.uuid,
            "starts_at": thursday,
            "minutes": 45,
            "at": cast.at,
        }
        return appointments.book_visit(**(wanted | given))

    return booked


@pytest.fixture
def post(mailoutbox):
    """Plan and send what is due at a moment; answers the letters that went out, by address and in order of it."""

    def sent(at):
        before = len(mailoutbox)
        notices.plan_notices(at=at)
        for key in queries.due(at):
            notices.send_notice(key=key, at=at)
        return sorted(mailoutbox[before:], key=lambda letter: letter.to)

    return sent


@pytest.fixture
def choose(cast):
    """Let one of the cast say how to be told."""

    def chosen(player, **given):
        return notices.keep_choice(actor=player.actor, draft=ChoiceDraft(**given), at=cast.at)

    return chosen
