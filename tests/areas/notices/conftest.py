"""A visit on the Thursday of the cast's week, and the post that goes out at a moment."""

from datetime import timedelta
from email import message_from_bytes, policy

import pytest
from aiosmtpd.controller import Controller

from alongside.areas.appointments import actions as appointments
from alongside.areas.notices import actions as notices
from alongside.areas.notices import queries
from alongside.areas.notices.values import ChoiceDraft
from tests.races.house import free_port

LOOPBACK = "127.0.0.1"


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


class Postbox:
    """Takes every letter and keeps it; or says that nobody lives there."""

    def __init__(self):
        self.letters = []
        self.refuses = False

    async def handle_DATA(self, _server, _session, envelope):  # noqa: N802  # the name that aiosmtpd calls
        if self.refuses:
            return "451 Please come back later"
        self.letters.append((envelope.rcpt_tos, message_from_bytes(envelope.content, policy=policy.default)))
        return "250 OK"


@pytest.fixture
def mail_server(settings):
    postbox = Postbox()
    controller = Controller(postbox, hostname=LOOPBACK, port=free_port())
    controller.start()
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = LOOPBACK, controller.port
    yield postbox
    controller.stop()
