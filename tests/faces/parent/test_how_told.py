"""A carer chooses how to be told: for themself alone, in words of the phone."""

import pytest
from django.urls import reverse

from alongside.areas.notices import queries
from alongside.areas.notices.values import Channel

FIELDS = {"channel": "NONE", "quiet_from": "19:00", "quiet_until": "07:30"}


@pytest.fixture
def address(cast):
    return reverse("parent:how_told", args=[cast.idris])


def test_a_carer_keeps_a_choice_of_their_own(cast, sign_in, address):
    client = sign_in(cast.samira)
    assert "How would you like to be told?" in client.get(address).content.decode()
    assert client.post(address, FIELDS).status_code == 302
    mine, theirs = queries.choice(cast.samira.actor), queries.choice(cast.karim.actor)
    assert (mine.channel, f"{mine.quiet_until:%H:%M}", mine.reminds) == (Channel.NONE, "07:30", False)
    assert (theirs.channel, f"{theirs.quiet_until:%H:%M}", theirs.reminds) == (Channel.MAIL, "08:00", True)


@pytest.mark.parametrize(
    ("field", "value"),
    [("channel", "SMS"), ("channel", "PIGEON"), ("quiet_from", "25:00"), ("quiet_until", "")],
)
def test_what_cannot_be_is_said_at_its_field(cast, sign_in, address, field, value):
    answer = sign_in(cast.samira).post(address, FIELDS | {field: value})
    assert answer.status_code == 422
    assert 'class="err"' in answer.content.decode()
    assert queries.choice(cast.samira.actor).channel is Channel.MAIL


def test_text_messages_need_a_number(cast, sign_in, address, settings):
    settings.SMS_URL = "https://gateway.example/text"
    client = sign_in(cast.samira)
    assert client.post(address, FIELDS | {"channel": "SMS"}).status_code == 422
    assert client.post(address, FIELDS | {"channel": "SMS", "phone": "07700 900123"}).status_code == 302
    assert queries.choice(cast.samira.actor).phone == "07700 900123"


def test_quiet_hours_given_to_the_clinic_hold_until_others_are_chosen(cast, sign_in, address):
    client = sign_in(cast.samira)
    reach = {"phone": "", "address": "", "quiet_from": "18:00", "quiet_until": "09:00"}
    assert client.post(reverse("parent:family", args=[cast.idris]), reach).status_code == 302
    assert 'value="18:00"' in client.get(address).content.decode()
    client.post(address, FIELDS)
    assert 'value="19:00"' in client.get(address).content.decode()
