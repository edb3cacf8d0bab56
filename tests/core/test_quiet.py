"""Quiet hours on somebody's own clock, over midnight, weekends and the days the clock changes."""

from datetime import UTC, datetime, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alongside.core.quiet import FAMILY, TEAM, Quiet, is_quiet, next_loud

ZONES = ["Europe/London", "Europe/Berlin", "America/St_Johns", "Australia/Lord_Howe", "Africa/Casablanca"]
MOMENTS = st.datetimes(datetime(2026, 1, 1), datetime(2027, 12, 31), timezones=st.just(UTC))
QUIETS = st.builds(Quiet, since=st.times(), until=st.times(), weekends=st.booleans())


@pytest.mark.parametrize(
    ("quiet", "at", "loud"),
    [
        (FAMILY, datetime(2026, 11, 25, 19, 59, tzinfo=UTC), datetime(2026, 11, 25, 19, 59, tzinfo=UTC)),
        (FAMILY, datetime(2026, 11, 25, 20, 0, tzinfo=UTC), datetime(2026, 11, 26, 8, 0, tzinfo=UTC)),
        (FAMILY, datetime(2026, 11, 26, 3, 0, tzinfo=UTC), datetime(2026, 11, 26, 8, 0, tzinfo=UTC)),
        (TEAM, datetime(2026, 11, 27, 17, 0, tzinfo=UTC), datetime(2026, 11, 30, 8, 30, tzinfo=UTC)),
        (FAMILY, datetime(2027, 3, 27, 21, 0, tzinfo=UTC), datetime(2027, 3, 28, 7, 0, tzinfo=UTC)),
    ],
)
def test_what_comes_in_quiet_hours_waits_for_their_end(quiet, at, loud):
    assert next_loud(quiet, at, "Europe/London") == loud


def test_the_same_time_twice_is_never_quiet():
    assert not is_quiet(Quiet(since=time(8), until=time(8)), datetime(2026, 11, 26, 8, tzinfo=UTC), "UTC")


@given(quiet=QUIETS, at=MOMENTS, zone=st.sampled_from(ZONES))
def test_the_next_loud_moment_is_loud_and_not_before(quiet, at, zone):
    loud = next_loud(quiet, at, zone)
    assert loud >= at
    assert not is_quiet(quiet, loud, zone)
    assert next_loud(quiet, loud, zone) == loud
