"""What went out by itself: the desk sees to whom and of which kind, what is stuck, and tries again."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.urls import reverse

from alongside.areas.appointments import actions as appointments
from alongside.areas.notices import actions as notices
from alongside.areas.notices import queries
from alongside.areas.notices.models import Notice
from alongside.areas.notices.values import Channel, NoticeState
from alongside.areas.trail.models import TrailRow
from alongside.config.jobs import JOBS
from alongside.faces.desk.notices_words import job_words

SENT = reverse("desk:sent")


@pytest.fixture
def stuck(cast):
    """A reminder for each carer; the one for Samira does not get through."""
    visit = {"child": cast.idris, "visit": uuid4(), "therapist": cast.hannah.uuid, "minutes": 45}
    thursday = cast.at + timedelta(days=3, hours=7)
    appointments.book_visit(actor=cast.maria.actor, starts_at=thursday, at=cast.at, **visit)
    at = cast.at + timedelta(days=2, hours=8)
    notices.plan_notices(at=at)
    row = Notice.objects.get(person=cast.samira.pk)
    for key in queries.due(at):
        if key.startswith(str(row.uuid)):
            notices.give_up(key=key, trouble="SMTPRecipientsRefused", tries=8)
        else:
            notices.send_notice(key=key, at=at)
    return row.uuid


def test_the_desk_sees_whom_and_what_kind_but_no_child(cast, sign_in, stuck):
    told = sign_in(cast.maria).get(SENT).content.decode()
    assert "Samira Osman" in told
    assert "Reminder of a visit" in told
    assert "sent, by email" in told
    assert "does not take this address" in told
    assert "Idris" not in told


def test_who_reads_the_post_of_the_clinic_and_who_tries_again_is_on_the_trail(cast, sign_in, stuck):
    maria, before = sign_in(cast.maria), TrailRow.objects.count()

    def lines():
        rows = TrailRow.objects.order_by("pk")[before:]
        return [(row.kind, row.doing, row.person, row.clinic) for row in rows]

    maria.get(SENT)
    looked = ("READ", "notices.open_sent", cast.maria.pk, cast.clinic.pk)
    assert lines() == [looked]
    maria.post(reverse("desk:send_again", args=[stuck]))
    assert lines() == [looked, ("WRITE", "notices.try_again", cast.maria.pk, cast.clinic.pk)]


def test_the_desk_tries_again_and_nobody_else_does(cast, sign_in, stuck):
    again = reverse("desk:send_again", args=[stuck])
    assert sign_in(cast.hannah).post(again).status_code == 404
    assert sign_in(cast.other_therapist).post(again).status_code == 404
    assert Notice.objects.get(uuid=stuck).state == NoticeState.STUCK
    assert sign_in(cast.maria).post(again).status_code == 302
    assert sign_in(cast.olive).post(again).status_code == 302
    assert Notice.objects.get(uuid=stuck).state == NoticeState.WAITING
    assert sign_in(cast.maria).post(reverse("desk:send_again", args=[uuid4()])).status_code == 404


def test_a_job_that_fails_is_said_in_plain_words(cast, sign_in):
    notices.note_failure(job="waiting.look_for_freed", trouble="OperationalError", at=cast.at)
    told = sign_in(cast.olive).get(SENT).content.decode()
    assert "Offering freed times to the next family" in told
    assert "OperationalError" not in told


def test_every_job_has_a_name_in_plain_words():
    unnamed = job_words("unknown")
    assert [job.name for job in JOBS if job_words(job.name) == unnamed] == []
    assert len({job.name for job in JOBS}) == len(JOBS)


def test_a_therapist_chooses_how_to_be_told(cast, sign_in):
    client, address = sign_in(cast.hannah), reverse("desk:how_told")
    assert 'value="17:00"' in client.get(address).content.decode()
    fields = {"channel": "MAIL", "quiet_from": "18:00", "quiet_until": "07:00"}
    assert client.post(address, fields).status_code == 302
    kept = queries.choice(cast.hannah.actor)
    assert (kept.channel, kept.weekly, kept.reminds) == (Channel.MAIL, False, True)
    assert client.post(address, fields | {"channel": ""}).status_code == 422
