"""Thousands of random histories of a regular time: no exception is lost, none comes back, and nothing overlaps.

What is expected is kept in the plainest way: a list of days that a calendar on the wall would show, and for each
number what was last agreed about it.
"""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from alongside.core import series
from alongside.core.recurrence import NoSuchLocalTime
from alongside.core.refusals import Refusal
from alongside.core.series import Course, Fate, Rhythm, Rule

MINUTES = 45
ZONES = ("Europe/London", "America/New_York", "Australia/Lord_Howe", "Africa/Casablanca", "Pacific/Chatham")
days = st.dates(date(2026, 1, 1), date(2027, 6, 30))
times = st.builds(time, st.integers(0, 23), st.sampled_from([0, 15, 30, 45]))
picks = st.integers(0, 51)


@dataclass
class Expected:
    """What was last agreed about one number. ``own`` is the instant of a moved one, ``wall`` what the rule plans."""

    wall: datetime
    own: datetime | None = None
    stands: bool = True


class Histories(RuleBasedStateMachine):
    """One regular time that is edited again and again."""

    @rule(
        first_on=days,
        at=times,
        zone=st.sampled_from(ZONES),
        count=st.integers(1, 14),
        rhythm=st.sampled_from(Rhythm),
        skipped=st.sets(st.integers(1, 16), max_size=4),
    )
    @precondition(lambda self: not hasattr(self, "parts"))
    def begins(self, first_on, at, zone, count, rhythm, skipped):
        weekdays = tuple(sorted({first_on.weekday(), (first_on.weekday() + 2) % 7}))
        self.zone, self.rhythm, self.weekdays = ZoneInfo(zone), rhythm, weekdays
        calendar = self.calendar(first_on, weekdays, 60)
        skips = frozenset(calendar[place] for place in skipped)
        planned = Rule(
            first_on=first_on,
            local_time=at,
            zone=zone,
            count=count,
            rhythm=rhythm,
            days=weekdays,
            skips=skips,
        )
        walls = [datetime.combine(day, at) for day in calendar if day not in skips][:count]
        try:
            self.parts = [series.begin(planned, MINUTES)]
        except NoSuchLocalTime:
            assert any(not self.exists(wall) for wall in walls)
            return
        self.expected = {number: Expected(wall) for number, wall in enumerate(walls, start=1)}
        self.cut = []  # numbers after the end of the series

    def calendar(self, first_on, weekdays, length):
        """The days of the rhythm, skipped ones among them."""
        if self.rhythm is not Rhythm.WEEKDAYS:
            weeks = 2 if self.rhythm is Rhythm.FORTNIGHTLY else 1
            return [first_on + timedelta(weeks=weeks * place) for place in range(length)]
        found = [first_on + timedelta(days=place) for place in range(length * 7)]
        return [day for day in found if day.weekday() in weekdays][:length]

    def exists(self, wall):
        there = wall.replace(tzinfo=self.zone).astimezone(UTC)
        return there.astimezone(self.zone).replace(tzinfo=None) == wall

    def pick(self, pick):
        """One of the parts that has dates, and a number in it."""
        filled = [place for place, part in enumerate(self.parts) if part.dates]
        if not filled:
            return None, None
        place = filled[pick % len(filled)]
        dates = self.parts[place].dates
        return place, dates[pick % len(dates)].number

    begun = precondition(lambda self: hasattr(self, "parts"))

    @begun
    @rule(pick=picks)
    def one_is_let_go(self, pick):
        place, number = self.pick(pick)
        if number:
            self.parts[place] = series.let_go(self.parts[place], number)
            self.expected[number].stands = False

    @begun
    @rule(pick=picks)
    def one_comes_back(self, pick):
        self.change(pick, series.bring_back, {"stands": True})

    @begun
    @rule(pick=picks, day=days, at=times)
    def one_is_moved(self, pick, day, at):
        place, number = self.pick(pick)
        instant = datetime.combine(day, at, UTC)
        if number and self.expected[number].stands:
            own = None if instant == self.parts[place].date(number).planned_at else instant
            self.change(pick, lambda part, one: series.move(part, one, instant), {"own": own})

    def change(self, pick, edit, told):
        place, number = self.pick(pick)
        if not number:
            return
        try:
            self.parts[place] = edit(self.parts[place], number)
        except series.DatesOverlap:
            return
        for name, value in told.items():
            setattr(self.expected[number], name, value)

    @begun
    @rule(pick=picks, later=st.integers(-3, 3), at=times)
    def this_and_following(self, pick, later, at):
        place, number = self.pick(pick)
        if not number:
            return
        part, walls = self.parts[place], self.walls_after(place, number, later, at)
        first_on = min(walls.values()).date()
        try:
            before, after = series.move_following(part, number, first_on, at)
        except NoSuchLocalTime:
            follows = [
                walls[one.number] for one in part.dates if one.number >= number and not one.is_exception
            ]
            assert not all(self.exists(wall) for wall in follows)
            return
        except series.DatesOverlap:
            return
        self.parts[place : place + 1] = [before, after]
        for one, wall in walls.items():
            self.follow(self.expected[one], wall)

    def follow(self, agreed, wall):
        """The rule plans another time. One that was let go or moved keeps the time it had."""
        had = agreed.own or (None if agreed.stands else self.instant(agreed.wall))
        agreed.wall, agreed.own = wall, None if had == self.instant(wall) else had

    def instant(self, wall):
        """The instant of a wall time; of a missing one, that at which the clocks go forward."""
        there = wall.replace(tzinfo=self.zone).astimezone(UTC)
        step = timedelta(minutes=5)
        while not self.exists(wall) and (there - step).astimezone(self.zone).replace(tzinfo=None) > wall:
            there -= step
        return there

    def walls_after(self, place, number, later, at):
        """The wall times of these numbers if each of them moved by as many days as the first."""
        numbers = [one.number for one in self.parts[place].dates if one.number >= number]
        step = timedelta(days=later)
        return {one: datetime.combine((self.expected[one].wall + step).date(), at) for one in numbers}

    @begun
    @rule(pick=picks)
    def the_rest_is_let_go(self, pick):
        place, number = self.pick(pick)
        if number:
            self.parts[place], gone = series.end_before(self.parts[place], number)
            self.cut += [self.expected.pop(one.number) for one in gone]

    @begun
    @rule(day=days, length=st.integers(0, 30))
    def it_rests(self, day, length):
        until = day + timedelta(days=length)
        self.parts = [series.pause(part, day, until) for part in self.parts]
        for one in self.expected.values():
            held = one.own.astimezone(self.zone).replace(tzinfo=None) if one.own else one.wall
            one.stands = one.stands and not day <= held.date() <= until

    @begun
    @rule(more=st.integers(0, 4))
    def the_block_is_longer(self, more):
        part = self.parts[-1]
        if part.rule.ended_on or not part.dates:
            return
        try:
            longer = series.extend(part, part.rule.count + more)
        except Refusal:
            return
        self.parts[-1] = longer
        for one in longer.dates[len(part.dates) :]:
            wall = one.planned_at.astimezone(self.zone).replace(tzinfo=None)
            last = max(self.expected[before.number].wall for before in part.dates)
            assert wall.date() > last.date()
            self.expected[one.number] = Expected(wall)

    @begun
    @invariant()
    def every_number_is_there_once_as_it_was_agreed(self):
        dates = [one for part in self.parts for one in part.dates]
        assert sorted(one.number for one in dates) == sorted(self.expected)
        for one in dates:
            agreed = self.expected[one.number]
            assert (one.fate is Fate.STANDS) == agreed.stands
            if agreed.own is not None:
                assert one.starts_at == agreed.own
            elif agreed.stands:
                assert one.starts_at.astimezone(self.zone).replace(tzinfo=None) == agreed.wall

    @begun
    @invariant()
    def the_rule_plans_its_dates_and_nothing_overlaps(self):
        for part in self.parts:
            assert [one.planned_at for one in part.dates] == planned_by(part)
            held = sorted(one.starts_at for one in part.dates if one.fate is Fate.STANDS)
            assert all(later - earlier >= timedelta(minutes=MINUTES) for earlier, later in pairwise(held))


def planned_by(part: Course) -> list[datetime]:
    """What the rule alone says."""
    return [one.starts_at for one in series.planned(part.rule)]


def test_no_exception_is_lost_none_comes_back_and_nothing_overlaps():
    run_state_machine_as_test(
        Histories,
        settings=settings(max_examples=2_000, stateful_step_count=14, deadline=None, derandomize=True),
    )
