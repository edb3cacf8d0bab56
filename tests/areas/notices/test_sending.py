"""Letters over a real mail server, texts over a real gateway, and what happens when neither answers."""

import json
import threading
from datetime import timedelta
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest

from alongside.adapters.gateway import GatewayRefused
from alongside.adapters.jobs.values import Outcome
from alongside.areas.notices import actions as notices
from alongside.areas.notices import queries
from alongside.areas.notices.models import Notice, Trouble
from alongside.areas.notices.values import Channel, NoticeState
from alongside.config import jobs
from alongside.core.refusals import InvalidInput, NotFound
from alongside.faces.desk.notices_words import job_words
from tests.areas.notices.conftest import LOOPBACK

on_loopback = pytest.mark.allow_hosts([LOOPBACK])


@pytest.fixture
def gateway():
    """A gateway on this machine: what it got, and what it answers."""

    class Handler(BaseHTTPRequestHandler):
        got = []
        answer = 202

        def do_POST(self):
            body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            Handler.got.append((self.headers["Authorization"], body))
            self.send_response(Handler.answer)
            self.send_header("Location", "http://127.0.0.1:9/elsewhere")
            self.end_headers()

        def log_message(self, *_):
            """Quietly."""

    server = HTTPServer((LOOPBACK, 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    Handler.address = f"http://{LOOPBACK}:{server.server_port}/text"
    yield Handler
    server.shutdown()
    server.server_close()


@pytest.fixture
def texting(gateway, settings, cast, choose):
    """Samira chose text messages."""
    settings.SMS_URL, settings.SMS_TOKEN = gateway.address, "secret"
    choose(cast.samira, channel=Channel.SMS, phone="07700 900123")
    return gateway


def run(at):
    """What a worker does at a moment: it plans, sends, and tells how each try went."""
    notices.plan_notices(at=at)
    for key in queries.due(at):
        try:
            notices.send_notice(key=key, at=at)
        except Exception as error:  # As a worker does, whatever it is.
            trouble = type(error).__name__
            jobs.told(Outcome(job=jobs.SEND, key=key, attempt=8, trouble=trouble, final=True))


def states():
    return sorted(Notice.objects.filter(kind="REMINDER").values_list("state", flat=True))


@on_loopback
def test_letters_go_over_a_real_mail_server(cast, book, mail_server, reminding):
    book()
    run(reminding)
    assert states() == [NoticeState.SENT] * 3
    told = {to[0]: letter for to, letter in mail_server.letters}
    assert set(told) == {cast.samira.email, cast.karim.email, cast.grandma.email}
    letter = told[cast.samira.email]
    assert letter["Subject"] == "A note from Willow House"
    assert letter["Auto-Submitted"] == "auto-generated"
    assert letter["From"] == "alongside@localhost"
    assert "You have a visit on Thursday 26 November, at 15:45." in letter.get_body().get_content()


@on_loopback
def test_a_letter_that_the_server_refuses_is_stuck_until_the_desk_tries_again(
    cast, book, mail_server, reminding
):
    book()
    mail_server.refuses = True
    run(reminding)
    assert states() == [NoticeState.STUCK] * 3
    shown = queries.sent(cast.maria.actor, cast.clinic.pk, NoticeState.STUCK)
    assert {(one.trouble, one.tries) for one in shown} == {("SMTPDataError", 8)}

    mail_server.refuses = False
    later = reminding + timedelta(hours=1)
    with pytest.raises(NotFound):
        notices.try_again(actor=cast.hannah.actor, notice=shown[0].uuid, at=later)
    for one in shown:
        notices.try_again(actor=cast.maria.actor, notice=one.uuid, at=later)
        notices.try_again(actor=cast.maria.actor, notice=one.uuid, at=later)
    run(later)
    assert states() == [NoticeState.SENT] * 3
    assert len(mail_server.letters) == 3


@on_loopback
def test_a_text_is_one_line_without_a_name(cast, book, texting, reminding):
    book()
    run(reminding)
    ((token, text),) = texting.got
    assert token == "Bearer secret"
    assert text["to"] == "07700 900123"
    assert text["text"].startswith(
        "A note from Willow House: You have a visit on Thursday 26 November, at 15:45."
    )
    assert "Idris" not in text["text"]


@on_loopback
@pytest.mark.parametrize("answer", [302, 500])
def test_a_gateway_that_refuses_or_leads_elsewhere_gets_nothing_more(cast, book, texting, reminding, answer):
    book()
    texting.answer = answer
    run(reminding)
    assert states() == [NoticeState.SENT, NoticeState.SENT, NoticeState.STUCK]
    assert Notice.objects.get(state=NoticeState.STUCK).trouble == GatewayRefused.__name__
    assert len(texting.got) == 1


def test_a_gateway_without_https_is_never_asked(cast, book, settings, choose, reminding):
    settings.SMS_URL = "http://gateway.example/text"
    choose(cast.samira, channel=Channel.SMS, phone="07700 900123")
    book()
    run(reminding)
    assert NoticeState.STUCK in states()


def test_texts_are_off_until_there_is_a_gateway(cast, choose):
    assert queries.choice(cast.samira.actor).channels == (Channel.MAIL, Channel.NONE)
    with pytest.raises(InvalidInput):
        choose(cast.samira, channel=Channel.SMS, phone="07700 900123")


def test_whoever_chose_texts_gets_letters_when_the_gateway_is_taken_away(
    cast, book, settings, choose, post, reminding
):
    settings.SMS_URL = "https://gateway.example/text"
    choose(cast.samira, channel=Channel.SMS, phone="07700 900123")
    settings.SMS_URL = ""
    book()
    assert cast.samira.email in [letter.to[0] for letter in post(reminding)]


def test_a_job_that_fails_is_shown_once_until_it_works(cast, settings, clock):
    settings.CLOCK = clock
    for _ in range(3):
        jobs.told(Outcome(job="notices.plan", key="", attempt=1, trouble="OperationalError", final=False))
        clock.forward(minutes=1)
    (trouble,) = queries.troubles(cast.maria.actor, cast.clinic.pk)
    assert (trouble.job, trouble.times, trouble.trouble) == ("notices.plan", 3, "OperationalError")
    with pytest.raises(NotFound):
        queries.troubles(cast.hannah.actor, cast.clinic.pk)
    jobs.told(Outcome(job="notices.plan", key="", attempt=1, trouble="", final=False))
    assert queries.troubles(cast.maria.actor, cast.clinic.pk) == ()
    assert Trouble.objects.count() == 1


def test_a_thing_that_fails_stays_told_though_the_job_finds_its_work(cast, settings, clock):
    settings.CLOCK = clock

    def told(key, trouble=""):
        jobs.told(Outcome(job="caseload.plan", key=key, attempt=1, trouble=trouble, final=bool(trouble)))
        return [one.trouble for one in queries.troubles(cast.maria.actor, cast.clinic.pk)]

    assert told("plan.0", "CalledProcessError") == ["CalledProcessError"]
    assert told("") == ["CalledProcessError"]
    assert sorted(told("", "OperationalError")) == ["CalledProcessError", "OperationalError"]
    assert told("plan.1") == ["OperationalError"]
    assert told("") == []


def test_the_things_of_a_job_are_told_in_the_same_words_as_its_looks():
    assert [one.name for one in jobs.JOBS if job_words(jobs.one_of(one.name)) != job_words(one.name)] == []
