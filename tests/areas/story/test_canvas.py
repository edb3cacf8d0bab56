"""The family's week as it is drawn: days, homes, minutes, things, and what it means for today."""

from datetime import date, time, timedelta
from uuid import uuid4

import pytest
from django.db import IntegrityError, transaction

from alongside.areas.circle import actions as circle
from alongside.areas.story import actions as story
from alongside.areas.story import queries
from alongside.areas.story.models import DayMoment, HomeThing, WeekChange
from alongside.areas.story.values import Attention, ChangeKind, Goes
from alongside.areas.story.values.week import MomentDraft
from alongside.core.capabilities import Capability
from alongside.core.refusals import InvalidInput, NotAllowed, NotFound
from tests.areas.story.drawing import draw, keep, two_homes

pytestmark = pytest.mark.both_engines

DRESS = MomentDraft(
    routine="morning.dress", days=(0, 1, 2, 3, 4), usual_at=time(7, 20), minutes_possible=3, energy=1
)
LAZY = MomentDraft(routine="morning.dress", days=(5, 6), usual_at=time(9), minutes_possible=10, energy=3)
BATH = MomentDraft(routine="bath", minutes_possible=5, energy=2)


@pytest.fixture
def canvas(opened):
    def seeing(player, at=None):
        return queries.canvas(opened(player, Capability.READ_STORY, at=at))

    return seeing


@pytest.fixture
def today(opened):
    def seeing(player, at=None):
        return queries.day_times(opened(player, Capability.READ_STORY, at=at))

    return seeing


def test_a_child_without_homes_has_one_week(cast, canvas):
    [empty] = canvas(cast.samira)
    assert (empty.home, empty.routines, empty.is_own, empty.things) == (None, (), False, None)
    who = (cast.samira.uuid, cast.grandma.uuid)
    bath = MomentDraft(
        routine="bath", minutes_possible=5, energy=2, goes=Goes.HARD, who=who, attention=Attention.NEARBY
    )
    draw(cast.samira, cast, bath, LAZY, DRESS)
    [seen] = canvas(cast.karim)
    assert [(one.routine, one.days) for one in seen.routines] == [
        ("morning.dress", (0, 1, 2, 3, 4)), ("morning.dress", (5, 6)), ("bath", ()),
    ]  # fmt: skip
    last = seen.routines[-1]
    assert (last.goes, set(last.who), last.attention) == (Goes.HARD, set(who), Attention.NEARBY)
    assert seen.minutes == (8, 8, 8, 8, 8, 15, 15)
    assert seen.energy == (3, 3, 3, 3, 3, 5, 5)
    assert [one.usual_at for one in seen.on(6)] == [time(9), None]


def test_no_day_gives_more_minutes_than_the_family_says(cast, canvas):
    draw(cast.samira, cast, DRESS, LAZY, BATH)
    minutes = {"capacity": uuid4(), "minutes_a_day": 6, "words": ""}
    keep(story.keep_capacity, cast.samira, cast, **minutes)
    assert (canvas(cast.hannah)[0].minutes_a_day, canvas(cast.hannah)[0].minutes) == (6, (6,) * 7)


def test_drawing_again_keeps_what_stays_and_every_earlier_word(cast, canvas):
    draw(cast.samira, cast, DRESS, BATH)
    before = {one.uuid for one in canvas(cast.samira)[0].routines}
    later = cast.at + timedelta(days=1)
    for _ in range(2):
        draw(cast.karim, cast, DRESS, LAZY, at=later)
    [seen] = canvas(cast.samira)
    assert [(one.by.name, one.days) for one in seen.routines] == [
        ("Samira", (0, 1, 2, 3, 4)),
        ("Karim", (5, 6)),
    ]
    assert seen.routines[0].uuid in before
    assert DayMoment.objects.count() == 3


def test_a_word_about_some_days_leaves_the_other_days_as_they_were(cast, canvas):
    asked = {"routine": "bath", "usual_at": None, "words": "loud", "minutes_possible": 5}
    keep(story.keep_day_moment, cast.samira, cast, moment=uuid4(), **asked)
    moment = uuid4()
    for _ in range(2):
        quiet = asked | {"words": "quiet", "days": (5, 6)}
        keep(story.keep_day_moment, cast.karim, cast, moment=moment, **quiet)
    seen = canvas(cast.samira)[0].routines
    assert [(one.days, one.words, one.by.name) for one in seen] == [
        ((0, 1, 2, 3, 4), "loud", "Samira"),
        ((5, 6), "quiet", "Karim"),
    ]
    keep(story.keep_day_moment, cast.samira, cast, moment=uuid4(), **asked)
    assert [one.days for one in canvas(cast.samira)[0].routines] == [()]


def test_all_seven_days_are_every_day_and_days_of_one_routine_stand_apart(cast, canvas):
    draw(cast.samira, cast, MomentDraft(routine="bath", days=(6, 5, 4, 3, 2, 1, 0)))
    assert canvas(cast.samira)[0].routines[0].days == ()
    for drafts in ((BATH, BATH), (DRESS, MomentDraft(routine="morning.dress", days=(4, 5)))):
        with pytest.raises(InvalidInput, match="different days"):
            draw(cast.samira, cast, *drafts)


def test_only_grown_ups_of_the_circle_are_there(cast):
    for stranger in (cast.other_parent.uuid, cast.hannah.uuid, uuid4()):
        with pytest.raises(InvalidInput) as refused:
            draw(cast.samira, cast, MomentDraft(routine="bath", who=(stranger,)))
        assert refused.value.field == "who"


def test_what_is_in_the_house_is_ticked_once_and_nothing_is_an_answer(cast, canvas):
    keep(story.keep_things, cast.samira, cast, home=None, things=("spoon", "towel"))
    keep(story.keep_things, cast.karim, cast, home=None, things=("towel", "ball", "towel"))
    assert canvas(cast.hannah)[0].things == {"towel", "ball"}
    assert HomeThing.objects.filter(name="spoon").exclude(gone_at=None).count() == 1
    keep(story.keep_things, cast.karim, cast, home=None, things=())
    assert canvas(cast.hannah)[0].things == frozenset()
    with pytest.raises(InvalidInput):
        keep(story.keep_things, cast.karim, cast, home=None, things=(" ",))


def test_pause_lighter_and_back_are_one_step_each(cast, today, canvas):
    start = {"home": None, "from_on": cast.at.date(), "until_on": None}
    keep(story.lighten_week, cast.samira, cast, change=uuid4(), **start)
    assert (today(cast.karim).is_lighter, today(cast.karim).is_paused) == (True, False)
    pause = uuid4()
    for _ in range(2):
        keep(story.pause_week, cast.karim, cast, change=pause, **start)
    assert (today(cast.samira).is_lighter, today(cast.samira).is_paused) == (False, True)
    assert canvas(cast.hannah)[0].change_on(cast.at.date()).kind is ChangeKind.PAUSE
    for _ in range(2):
        keep(story.bring_back, cast.samira, cast, change=pause)
    assert today(cast.samira).change is None
    assert canvas(cast.hannah)[0].changes == ()


def test_a_holiday_counts_on_its_days_and_is_gone_after(cast, today, canvas):
    day = cast.at.date()
    days = {"home": None, "from_on": day + timedelta(days=2), "until_on": day + timedelta(days=3)}
    keep(story.pause_week, cast.samira, cast, change=uuid4(), **days)
    paused = [today(cast.samira, cast.at + timedelta(days=ahead)).is_paused for ahead in range(5)]
    assert paused == [False, False, True, True, False]
    assert canvas(cast.samira, cast.at + timedelta(days=4))[0].changes == ()
    wrong = days | {"until_on": date(2026, 1, 1)}
    with pytest.raises(InvalidInput) as refused:
        keep(story.pause_week, cast.samira, cast, change=uuid4(), **wrong)
    assert refused.value.field == "until_on"


def test_today_goes_by_the_times_of_this_weekday(cast, today):
    draw(cast.samira, cast, DRESS, LAZY, MomentDraft(routine="homework", days=(5,)))
    assert cast.at.weekday() == 0
    monday, saturday = today(cast.samira), today(cast.samira, cast.at + timedelta(days=5))
    assert monday.windows["morning.dress"].starts == time(7, 5)
    assert monday.elsewhen == {"homework"}
    assert saturday.windows["morning.dress"].ends == time(10)
    assert saturday.elsewhen == frozenset()


def test_today_is_read_from_the_clock_on_the_wall_of_the_home(cast, today):
    home, _ = two_homes(cast)
    keep(circle.rename_home, cast.samira, cast, home=home, name="Mum’s", zone="Pacific/Auckland")
    assert today(cast.samira).zone == "Pacific/Auckland"
    assert today(cast.karim).zone == today(cast.hannah).zone == cast.clinic.zone


def test_who_may_not_write_reads_why(cast):
    days = {"home": None, "from_on": cast.at.date(), "until_on": None, "change": uuid4()}
    for player in (cast.grandma, cast.tom, cast.olive, cast.maria):
        for action, more in (
            (story.keep_week, {"home": None, "moments": (BATH,)}),
            (story.keep_things, {"home": None, "things": ("spoon",)}),
            (story.pause_week, days),
            (story.lighten_week, days),
            (story.bring_back, {"change": uuid4()}),
        ):
            with pytest.raises(NotAllowed):
                keep(action, player, cast, **more)
    with pytest.raises(NotFound):
        draw(cast.other_parent, cast, BATH)


def test_the_database_holds_the_bounds(cast):
    draw(cast.samira, cast, BATH)
    start = {"home": None, "from_on": cast.at.date(), "until_on": None}
    for _ in range(2):
        keep(story.pause_week, cast.samira, cast, change=uuid4(), **start)
    for table, wrong in (
        (DayMoment, {"energy": 4}),
        (DayMoment, {"on_days": 127}),
        (WeekChange, {"until_on": date(2020, 1, 1)}),
        (WeekChange, {"ended_at": None}),
    ):
        with pytest.raises(IntegrityError), transaction.atomic():
            table.objects.update(**wrong)


def test_today_asks_three_statements_whatever_was_drawn(cast, opened, django_assert_num_queries):
    home, _ = two_homes(cast)
    draw(cast.samira, cast, DRESS, LAZY, home=home)
    samira = opened(cast.samira, Capability.READ_STORY)
    queries.day_times(samira)
    with django_assert_num_queries(3):
        queries.day_times(samira)


def test_the_day_of_a_home_far_away_begins_with_its_own_clock(cast, today):
    home, _ = two_homes(cast)
    keep(circle.rename_home, cast.samira, cast, home=home, name="Mum’s", zone="Pacific/Auckland")
    tomorrow = cast.at.date() + timedelta(days=1)
    keep(story.pause_week, cast.samira, cast, change=uuid4(), home=home, from_on=tomorrow, until_on=None)
    evening = cast.at.replace(hour=20)
    assert today(cast.samira, evening).is_paused
    assert not today(cast.samira, cast.at).is_paused
