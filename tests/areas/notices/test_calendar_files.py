"""A letter that tells of a visit brings it as a calendar file, the same as the link would tell it."""

from datetime import date, time, timedelta

import icalendar
import pytest

from alongside.areas.appointments import actions as appointments
from alongside.areas.calendars import actions as calendars
from alongside.areas.calendars.values import FeedKind
from alongside.areas.notices import actions as notices
from alongside.areas.notices import queries
from tests.adapters.calendars.readers import by_khal, by_library
from tests.areas.notices.conftest import LOOPBACK

pytestmark = pytest.mark.allow_hosts([LOOPBACK])


@pytest.fixture
def files(mail_server):
    """Send what is due over a real mail server; answers the calendar files of the letters by address."""

    def sent(at):
        mail_server.letters.clear()
        notices.plan_notices(at=at)
        for key in queries.due(at):
            notices.send_notice(key=key, at=at)
        found = {to[0]: [] for to, _ in mail_server.letters}
        for to, letter in mail_server.letters:
            found[to[0]] += letter.iter_attachments()
        return found

    return sent


@pytest.fixture
def link(cast, new_uuid):
    """What somebody's own calendar link tells at a moment."""

    def told(player, kind, at):
        token = calendars.make_feed(actor=player.actor, kind=kind, feed=new_uuid(), at=at)[1]
        return calendars.read_feed(token=token, at=at).content

    return told


@pytest.fixture
def weekly(cast, new_uuid):
    return appointments.book_series(
        actor=cast.maria.actor,
        child=cast.idris,
        series=new_uuid(),
        therapist=cast.hannah.uuid,
        first_on=date(2026, 11, 26),
        local_time=time(15, 45),
        count=6,
        minutes=45,
        at=cast.at,
    )


def content(attached):
    (part,) = attached
    assert part.get_content_type() == "text/calendar"
    assert part["Content-Type"].params["method"] == "PUBLISH"
    assert part.get_filename() == "visit.ics"
    return part.get_payload(decode=True)


def read(file, at):
    return by_library(file, at - timedelta(days=90), at + timedelta(days=400))


def sequences(file):
    return {(str(one["UID"]), one["SEQUENCE"]) for one in icalendar.Calendar.from_ical(file).walk("VEVENT")}


def test_a_visit_that_moved_comes_as_a_file_that_equals_the_link(cast, book, files, link, tmp_path, thursday):
    visit, at = book(), cast.at + timedelta(hours=2)
    later = thursday + timedelta(hours=1)
    appointments.move_visit(
        actor=cast.maria.actor, child=cast.idris, visit=visit.uuid, starts_at=later, at=at
    )
    told = files(at)
    for player, kind in ((cast.samira, FeedKind.CARER), (cast.hannah, FeedKind.THERAPIST)):
        file = content(told[player.email])
        feed = link(player, kind, at)
        assert read(file, at) == read(feed, at)
        assert sequences(file) == sequences(feed) == {(f"{visit.uuid}@visits.alongside", 1)}
        assert (b"METHOD:PUBLISH" in file, b"BEGIN:VTIMEZONE" in file) == (True, True)
    (found,) = by_khal(content(told[cast.samira.email]), tmp_path / "home", at, at + timedelta(days=30))
    assert (found.starts_at, found.title, found.is_off) == (later, "Visit, Willow House", False)


def test_a_visit_of_a_regular_time_that_is_called_off_changes_that_visit_alone(cast, weekly, files, link):
    off, at = weekly[2], cast.at + timedelta(hours=2)
    appointments.cancel_visit(actor=cast.maria.actor, child=cast.idris, visit=off.uuid, at=at)
    file = content(files(at)[cast.samira.email])
    (event,) = icalendar.Calendar.from_ical(file).walk("VEVENT")
    assert (event["STATUS"], event["RECURRENCE-ID"].dt) == ("CANCELLED", off.starts_at)
    feed = link(cast.samira, FeedKind.CARER, at)
    assert sequences(file) == sequences(feed)
    assert [one for one in read(feed, at) if one.is_off] == read(file, at)


def test_a_regular_time_that_is_called_off_as_a_whole_comes_as_the_link_tells_it(cast, weekly, files, link):
    at = cast.at + timedelta(hours=2)
    appointments.cancel_following(actor=cast.maria.actor, child=cast.idris, visit=weekly[0].uuid, at=at)
    file = content(files(at)[cast.samira.email])
    assert read(file, at) == read(link(cast.samira, FeedKind.CARER, at), at)
    assert [one.is_off for one in read(file, at)] == [True] * 6


def test_a_reminder_brings_the_visits_of_its_day_and_no_other(cast, book, weekly, files, reminding, thursday):
    visit = book(starts_at=thursday - timedelta(hours=4))
    book(starts_at=thursday + timedelta(days=1))
    file = content(files(reminding)[cast.samira.email])
    assert {one.starts_at for one in read(file, reminding)} == {visit.starts_at, weekly[0].starts_at}


def test_a_file_in_a_letter_tells_no_name_no_place_and_no_reason(cast, book, files, new_uuid):
    room = appointments.add_room(
        actor=cast.olive.actor, clinic=cast.clinic.pk, room=new_uuid(), name="Wren Room", at=cast.at
    )
    visit = book(room=room.uuid, place_words="Ring the upper bell")
    at = cast.at + timedelta(hours=2)
    appointments.cancel_visit(actor=cast.maria.actor, child=cast.idris, visit=visit.uuid, at=at)
    for attached in files(at).values():
        file = content(attached).decode()
        assert [
            word for word in ("Idris", "Osman", "Hannah", "Wren", "bell", "therapy") if word in file
        ] == []


def test_a_letter_about_no_visit_brings_no_file(cast, book, files):
    book()
    monday = cast.at + timedelta(minutes=30)
    assert files(monday) == {cast.hannah.email: []}
