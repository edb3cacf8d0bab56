"""Busy times from a therapist's own calendar keep times free, and say nothing of what they are for."""

from datetime import date, timedelta

import pytest

from alongside.areas.diary import actions, queries
from alongside.areas.diary.models import KeptTime
from alongside.areas.diary.values import KeptKind
from alongside.areas.people import actions as people
from alongside.core.refusals import InvalidInput, NotFound
from tests.adapters.calendars.host import contexts, line_to, serving

HOSTS = ("calendar.example",)
TUESDAY = date(2026, 11, 24)


def calendar(*events):
    told = "".join(f"BEGIN:VEVENT|UID:{number}|{one}|END:VEVENT|" for number, one in enumerate(events))
    return f"BEGIN:VCALENDAR|VERSION:2.0|{told}END:VCALENDAR|".replace("|", "\r\n").encode()


DENTIST = "SUMMARY:Dentist, root canal|LOCATION:Secret Street|DTSTART:20261124T101030Z|DTEND:20261124T110001Z"


@pytest.fixture
def bring(cast, new_uuid):
    def brought(content, player=cast.hannah, source=None):
        return actions.bring_busy(
            actor=player.actor,
            clinic=cast.clinic.pk,
            source=source or new_uuid(),
            content=content,
            at=cast.at,
        )

    return brought


@pytest.fixture
def follow(cast, new_uuid):
    def followed(address="https://calendar.example/secret.ics", hosts=HOSTS):
        return actions.follow_calendar(
            actor=cast.hannah.actor,
            clinic=cast.clinic.pk,
            source=new_uuid(),
            address=address,
            hosts=hosts,
            at=cast.at,
        )

    return followed


def _spans(cast, player):
    found = queries.openings(cast.clinic.pk, [player.pk], TUESDAY, TUESDAY)
    return [(one.start, one.end) for one in found.of(player.pk, TUESDAY)]


def test_a_busy_time_keeps_itself_free_in_whole_minutes_and_without_a_word(cast, bring):
    brought = bring(calendar(DENTIST))
    assert (brought.times, brought.host, brought.trouble) == (1, "", "")
    assert _spans(cast, cast.hannah) == [(8 * 60, 10 * 60 + 10), (11 * 60 + 1, 18 * 60)]
    assert _spans(cast, cast.tom) == [(8 * 60, 18 * 60)]
    kept = KeptTime.objects.get(source=brought.uuid)
    assert (kept.kind, kept.words) == (KeptKind.BUSY, "")
    assert "Dentist" not in str(KeptTime.objects.values_list().get(pk=kept.pk))


def test_the_same_calendar_again_replaces_and_forgetting_takes_all_away(cast, bring, new_uuid):
    source = new_uuid()
    bring(calendar(DENTIST, "DTSTART:20261125T100000Z|DURATION:PT1H"), source=source)
    assert bring(calendar(DENTIST), source=source).times == 1
    assert [one.times for one in queries.busy_sources(cast.hannah.actor)] == [1]
    actions.forget_busy(actor=cast.tom.actor, source=source, at=cast.at)
    assert KeptTime.objects.filter(source=source).count() == 1
    for _ in range(2):
        actions.forget_busy(actor=cast.hannah.actor, source=source, at=cast.at)
    assert _spans(cast, cast.hannah) == [(8 * 60, 18 * 60)]
    assert queries.busy_sources(cast.hannah.actor) == ()


def test_what_is_no_calendar_is_refused_and_what_was_kept_stays(cast, bring, new_uuid):
    source = new_uuid()
    bring(calendar(DENTIST), source=source)
    for odd in (
        b"",
        b"<html>",
        calendar("DTSTART:20261124T100000Z|DURATION:PT1H|RRULE:FREQ=SECONDLY"),
        b"x" * 2_000_000,
    ):
        with pytest.raises(InvalidInput) as refused:
            bring(odd, source=source)
        assert refused.value.field == "file"
    assert KeptTime.objects.filter(source=source).count() == 1


def test_only_therapists_have_busy_times_and_only_their_own(cast, bring, new_uuid):
    source = new_uuid()
    bring(calendar(DENTIST), source=source)
    for player in (cast.maria, cast.samira, cast.other_therapist, cast.tom):
        with pytest.raises(NotFound):
            bring(calendar(DENTIST), player, source)
    assert queries.busy_sources(cast.tom.actor) == ()
    for _ in range(9):
        bring(calendar(DENTIST))
    with pytest.raises(InvalidInput, match="ten calendars"):
        bring(calendar(DENTIST))


def test_only_an_allowed_address_is_followed_and_only_its_host_is_shown(cast, follow):
    for address, hosts in (
        ("https://calendar.example/x.ics", ()),
        ("http://calendar.example/x.ics", HOSTS),
        ("https://127.0.0.1/x.ics", HOSTS),
        ("file:///etc/passwd", HOSTS),
    ):
        with pytest.raises(InvalidInput) as refused:
            follow(address, hosts)
        assert refused.value.field == "address"
    assert follow().host == "calendar.example"
    assert "secret" not in str(queries.busy_sources(cast.hannah.actor))


def test_a_followed_calendar_is_due_every_half_hour_and_says_what_went_wrong(cast, follow):
    follow()
    (key,) = queries.calendars_to_look_at(cast.at)
    # The host is taken off the list meanwhile, so nobody is asked.
    actions.look_at_calendar(key=key, hosts=(), at=cast.at)
    assert [one.trouble for one in queries.busy_sources(cast.hannah.actor)] == ["NOT_FETCHED"]
    assert queries.calendars_to_look_at(cast.at + timedelta(minutes=29)) == ()
    (later,) = queries.calendars_to_look_at(cast.at + timedelta(minutes=30))
    assert later != key


@pytest.mark.allow_hosts(["127.0.0.1"])
def test_a_followed_calendar_keeps_its_times_free_until_it_fails_and_after(cast, follow, tmp_path):
    follow("https://calendar.example/busy.ics")
    ours, theirs = contexts(tmp_path)
    with serving(ours) as port:
        (key,) = queries.calendars_to_look_at(cast.at)
        actions.look_at_calendar(key=key, hosts=HOSTS, at=cast.at, line=line_to(port, theirs))
    assert _spans(cast, cast.hannah) == [(8 * 60, 10 * 60), (11 * 60, 18 * 60)]
    actions.look_at_calendar(key=key, hosts=(), at=cast.at)
    assert [(one.times, one.trouble) for one in queries.busy_sources(cast.hannah.actor)] == [
        (1, "NOT_FETCHED")
    ]


def test_a_calendar_that_was_taken_away_is_not_looked_at(cast, follow, new_uuid):
    followed = follow()
    (key,) = queries.calendars_to_look_at(cast.at)
    actions.forget_busy(actor=cast.hannah.actor, source=followed.uuid, at=cast.at)
    actions.look_at_calendar(key=key, hosts=HOSTS, at=cast.at)
    assert queries.busy_sources(cast.hannah.actor) == ()


@pytest.mark.allow_hosts(["127.0.0.1"])
def test_the_calendar_of_somebody_who_left_is_asked_for_no_more(cast, follow, tmp_path):
    follow("https://calendar.example/busy.ics")
    (key,) = queries.calendars_to_look_at(cast.at)
    people.end_membership(actor=cast.olive.actor, clinic=cast.clinic.pk, person=cast.hannah.uuid, at=cast.at)
    assert queries.calendars_to_look_at(cast.at + timedelta(hours=1)) == ()
    ours, theirs = contexts(tmp_path)
    with serving(ours) as port:
        actions.look_at_calendar(key=key, hosts=HOSTS, at=cast.at, line=line_to(port, theirs))
    assert [(one.times, one.checked_at) for one in queries.busy_sources(cast.hannah.actor)] == [(0, None)]
