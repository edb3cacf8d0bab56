"""Busy times out of other people's calendars: what another reader finds, and nothing that costs too much."""

import time
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from alongside.adapters.calendar_files import entries, written
from alongside.adapters.calendar_files.reading import Busy, Trouble, Unreadable, busy_times
from tests.adapters.calendars.readers import by_library
from tests.adapters.calendars.visits import weekly

FIRST, LAST = datetime(2026, 12, 1, tzinfo=UTC), datetime(2028, 12, 1, tzinfo=UTC)
MORNING = datetime(2027, 3, 1, 9, tzinfo=UTC)
HOUR = timedelta(hours=1)
DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
SOME = settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def calendar(*events: str) -> bytes:
    """A calendar with these events; a stroke stands for a new line."""
    told = "".join(f"BEGIN:VEVENT|UID:{number}|{one}|END:VEVENT|" for number, one in enumerate(events))
    return f"BEGIN:VCALENDAR|VERSION:2.0|PRODID:x|{told}END:VCALENDAR|".replace("|", "\r\n").encode()


def busy(*events: str) -> list[Busy]:
    return list(busy_times(calendar(*events), "Europe/London", FIRST, LAST))


def trouble(content: bytes) -> Trouble:
    with pytest.raises(Unreadable) as refused:
        busy_times(content, "Europe/London", FIRST, LAST)
    return refused.value.trouble


@st.composite
def rules(draw):
    """Rules as calendar programs make them, whose start is one of their days."""
    start = datetime.combine(draw(st.dates(date(2025, 1, 1), date(2028, 6, 1))), datetime.min.time())
    start += timedelta(hours=draw(st.integers(5, 20)))
    nth, weekday = (start.day - 1) // 7 + 1, DAYS[start.weekday()]
    others = draw(st.sets(st.sampled_from(DAYS), max_size=3)) | {weekday}
    parts = draw(
        st.sampled_from(
            [
                "FREQ=DAILY",
                f"FREQ=WEEKLY;BYDAY={','.join(sorted(others))}",
                "FREQ=MONTHLY",
                f"FREQ=MONTHLY;BYDAY={nth}{weekday}",
                f"FREQ=MONTHLY;BYMONTHDAY={start.day},-1",
                "FREQ=YEARLY",
                f"FREQ=YEARLY;BYMONTH={start.month};BYDAY={nth}{weekday}",
                f"FREQ=MONTHLY;BYDAY={','.join(DAYS)};BYSETPOS={start.day}",
                f"FREQ=DAILY;BYMONTH={start.month}",
            ]
        )
    )
    parts += draw(st.sampled_from(["", ";INTERVAL=2", ";INTERVAL=3"]))
    ends = draw(st.sampled_from(["", ";COUNT=7", ";UNTIL=20280301T120000Z"]))
    left_out = start + timedelta(days=draw(st.integers(1, 60)))
    told = f"DTSTART;TZID=Europe/Berlin:{start:%Y%m%dT%H%M%S}|DURATION:PT50M|RRULE:{parts}{ends}"
    return f"{told}|EXDATE;TZID=Europe/Berlin:{left_out:%Y%m%dT%H%M%S}"


@SOME
@given(st.lists(rules(), max_size=3))
def test_another_reader_finds_the_same_times(events):
    content = calendar(*(f"SUMMARY:x|{one}" for one in events))
    read = by_library(content, FIRST, LAST)
    apart = [Busy(starts_at=one.starts_at, ends_at=one.ends_at) for one in read]
    assert busy(*events) == _joined(sorted(one for one in apart if FIRST <= one.starts_at < LAST))


def _joined(apart):
    joined = []
    for one in apart:
        if joined and one.starts_at <= joined[-1].ends_at:
            latest = max(one.ends_at, joined[-1].ends_at)
            joined[-1] = Busy(starts_at=joined[-1].starts_at, ends_at=latest)
        else:
            joined.append(one)
    return joined


def test_zones_come_by_any_name_and_what_has_none_is_local():
    for told in (
        ";TZID=Europe/London:20270301T090000",
        ";TZID=GMT Standard Time:20270301T090000",
        ";TZID=/freeassociation.example/Tzfile/Europe/London:20270301T090000",
        ";TZID=Europe/Berlin:20270301T100000",
        ":20270301T090000",
        ":20270301T090000Z",
    ):
        assert busy(f"DTSTART{told}|DURATION:PT1H") == [Busy(starts_at=MORNING, ends_at=MORNING + HOUR)], told
    day = busy("DTSTART;VALUE=DATE:20270701|DTEND;VALUE=DATE:20270703")
    assert [one.ends_at - one.starts_at for one in day] == [timedelta(days=2)]
    assert (
        trouble(calendar("DTSTART;TZID=Willow House:20270301T090000|DURATION:PT1H")) is Trouble.UNKNOWN_ZONE
    )


def test_what_is_off_free_empty_or_ours_counts_for_nothing():
    hour = "DTSTART:20270301T090000Z|DURATION:PT1H"
    for off in ("STATUS:CANCELLED", "TRANSP:TRANSPARENT", "X-MICROSOFT-CDO-BUSYSTATUS:FREE"):
        assert busy(f"{hour}|{off}") == []
    assert busy("DTSTART:20270301T090000Z") == []
    ours = entries(weekly("s", "Europe/London", date(2027, 3, 2), MORNING.time(), 3))
    told = written("Visits", ours)
    assert busy_times(told.replace(b"UID:s", b"UID:s@visits.alongside"), "UTC", FIRST, LAST) == ()
    assert len(busy_times(told, "UTC", FIRST, LAST)) == 3


def test_a_moved_occurrence_is_busy_where_it_is_now():
    series = "DTSTART:20270301T090000Z|DURATION:PT1H|RRULE:FREQ=DAILY;COUNT=3"
    moved = "RECURRENCE-ID:20270302T090000Z|DTSTART:20270302T140000Z|DURATION:PT1H"
    content = calendar(series, moved).replace(b"UID:1", b"UID:0")
    starts = [one.starts_at.strftime("%d %H") for one in busy_times(content, "UTC", FIRST, LAST)]
    assert starts == ["01 09", "02 14", "03 09"]


def test_titles_zones_and_alarms_are_not_even_read():
    onset = "BEGIN:STANDARD|DTSTART:19700101T000000|RRULE:FREQ=SECONDLY|END:STANDARD"
    zone = f"BEGIN:VTIMEZONE|TZID:X|{onset}|END:VTIMEZONE|"
    alarm = "BEGIN:VALARM|TRIGGER:oops|DTSTART:oops|END:VALARM"
    told = calendar(f"DTSTART:20270301T090000Z|SUMMARY;ODD=\x07:x|DURATION:PT1H|{alarm}")
    content = told.replace(b"BEGIN:VEVENT", zone.replace("|", "\r\n").encode() + b"BEGIN:VEVENT", 1)
    assert busy_times(content, "UTC", FIRST, LAST) == (Busy(starts_at=MORNING, ends_at=MORNING + HOUR),)


def test_what_cannot_be_worked_out_is_refused():
    begins = "DTSTART:20270301T090000Z|DURATION:PT1H|"
    for rule in ("FREQ=SECONDLY", "FREQ=YEARLY;BYWEEKNO=3", "FREQ=DAILY;INTERVAL=0", "FREQ=WEEKLY;BYDAY=1MO"):
        assert trouble(calendar(f"{begins}RRULE:{rule}")) in {Trouble.UNKNOWN_RHYTHM, Trouble.NO_CALENDAR}, (
            rule
        )
    assert trouble(calendar(f"{begins}EXRULE:FREQ=DAILY")) is Trouble.UNKNOWN_RHYTHM
    for odd in (
        b"",
        b"hello",
        b"\xff" * 99,
        calendar("DTSTART:x"),
        b"BEGIN:VCALENDAR\r\nEND:VEVENT\r\nBEGIN:VEVENT",
    ):
        assert trouble(odd + b"\r\nEND:VOID") is Trouble.NO_CALENDAR
    assert trouble(calendar("DTSTART:00010101T000000Z|DTEND:99991231T000000Z")) is Trouble.NO_CALENDAR


def test_a_rule_that_says_a_thing_a_thousand_times_is_refused_at_once():
    begins = "DTSTART:19000101T090000Z|DURATION:PT1H|RRULE:FREQ="
    for many in ("BYMONTH=1", "BYMONTHDAY=1", "BYDAY=MO", "BYDAY=MO;BYSETPOS=1"):
        for times in (400, 900, 100_000):
            rule = f"MONTHLY;COUNT=9999;{many}" + f",{many.rpartition('=')[2]}" * times
            began = time.process_time()
            assert trouble(calendar(begins + rule)) is Trouble.UNKNOWN_RHYTHM
            assert time.process_time() - began < 1
    twice = begins + "WEEKLY;UNTIL=19000115;BYDAY=MO,MO,TU;BYMONTH=1,1"
    assert busy_times(calendar(twice), "UTC", FIRST, LAST) == ()


def test_nothing_costs_more_than_a_few_seconds():
    for content in (
        b"BEGIN:VCALENDAR" + b"x" * 1_000_000,
        calendar(*["DTSTART:20270301T090000Z|DURATION:PT1H"] * 5001),
        calendar(*["DTSTART:20270301T090000Z|DURATION:PT1H|RRULE:FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30"] * 4000),
        calendar(*["DTSTART:19000101T090000Z|DURATION:PT1H|RRULE:FREQ=DAILY;COUNT=9999"] * 100),
        calendar("DTSTART:20270301T090000Z|DURATION:PT1H|RDATE:" + "20270301T090000Z," * 58_000 + "x"),
        b"BEGIN:VCALENDAR\r\n" + b"BEGIN:VEVENT\r\n" * 60_000,
        b"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nDTSTART;"
        + b"A=1;" * 200_000
        + b":x\r\nEND:VEVENT\r\nEND:VCALENDAR",
    ):
        began = time.process_time()
        assert trouble(content) in {Trouble.TOO_LARGE, Trouble.TOO_MANY, Trouble.NO_CALENDAR}
        assert time.process_time() - began < 15
