"""Who is asked about a freed time, and why: needs, windows, turns, night and the clinic's own rule."""

from dataclasses import replace
from datetime import date, time, timedelta
from uuid import uuid4

import pytest

from alongside.areas.appointments import actions as appointments
from alongside.areas.diary import actions as diary
from alongside.areas.diary.values import WindowKind
from alongside.areas.diary.values.windows import WindowDraft
from alongside.areas.trail.models import TrailRow
from alongside.areas.waiting import actions as waiting
from alongside.areas.waiting import queries
from alongside.areas.waiting.values import FreedState, StepKind, Urgency
from alongside.core.refusals import NotFound
from tests.areas.diary.week import draft_of_rules
from tests.areas.waiting.house import LATER, booked, family, fills, freed, look, offer_of, steps

pytestmark = pytest.mark.both_engines


def windows(cast, one, *said):
    drafts = tuple(
        WindowDraft(weekday=weekday, from_time=time(15), until_time=time(18), kind=kind)
        for weekday, kind in said
    )
    diary.keep_windows(actor=one.actor(cast.at), child=one.child, windows=drafts, at=cast.at)


@pytest.mark.parametrize(
    "needs",
    [
        {"minutes": 60},
        {"room_features": ("swing",)},
        {"short_notice": False},
        {"only_after_school": True, "early": True},
        {"therapist": "tom"},
    ],
    ids=lambda needs: next(iter(needs)),
)
def test_a_family_whose_needs_the_time_does_not_meet_is_not_asked(cast, tuesday, needs):
    fills(cast)
    start = tuesday - timedelta(hours=4) if needs.pop("early", False) else tuesday
    if "therapist" in needs:
        needs = {"therapist": cast.tom.uuid}
    family(cast, "Ana", 1, **needs)
    uuid = freed(cast, start)
    look(cast.at + LATER)
    assert steps(cast, uuid)[1:] == [(StepKind.NOBODY, "")]
    ben = family(cast, "Ben", 2)
    later = cast.at + timedelta(hours=7)
    look(later)  # Somebody who joins meanwhile is asked.
    assert offer_of(ben, later) is not None


def test_what_a_family_said_about_its_week_is_kept(cast, tuesday):
    fills(cast)
    never, named, silent = (family(cast, name, number) for number, name in enumerate(("Ana", "Ben", "Cleo")))
    other = family(cast, "Dan", 7, since_on=date(2026, 1, 1))
    windows(cast, never, (1, WindowKind.COULD_NOT))
    windows(cast, named, (1, WindowKind.COULD))
    windows(cast, other, (3, WindowKind.COULD))  # Thursdays; the time is on a Tuesday.
    fitting = queries.who_fits(cast.maria.actor, cast.clinic.pk, cast.hannah.uuid, tuesday, 45, cast.at)
    assert [(one.place.child_name, one.they_could) for one in fitting] == [("Ben", True), ("Cleo", False)]
    freed(cast, tuesday)
    look(cast.at + LATER)
    assert offer_of(named, cast.at) is not None
    assert offer_of(silent, cast.at) is None


def test_the_history_says_why_this_family_and_who_stands_behind_it(cast, tuesday):
    fills(cast)
    family(cast, "Ana", 1)
    family(cast, "Ben", 2, urgency=Urgency.SOON)
    uuid = freed(cast, tuesday)
    look(cast.at + LATER)
    told = queries.freed_time(cast.maria.actor, uuid, cast.at).steps[1]
    assert (told.child_name, told.why) == ("Ben", ("URGENCY",))
    names = set(TrailRow.objects.filter(doing="waiting.fill_freed").values_list("person_name", flat=True))
    assert names == {"Alongside, for Maria Silva"}
    for stranger in (cast.tom, cast.samira, cast.other_therapist):
        with pytest.raises(NotFound):
            queries.freed_time(stranger.actor, uuid, cast.at)


def test_the_family_that_was_asked_last_lets_the_others_go_first_next_time(cast, tuesday):
    fills(cast)
    ana = family(cast, "Ana", 1, since_on=date(2026, 8, 1))
    ben = family(cast, "Ben", 2)
    freed(cast, tuesday)
    now = cast.at + LATER
    look(now)
    first = offer_of(ana, now)
    waiting.take_offer(
        actor=ana.actor(now), child=ana.child, offer=first.uuid, time=first.times[0].uuid, at=now
    )
    freed(cast, tuesday + timedelta(days=1), at=now)
    look(now + LATER)
    assert offer_of(ben, now) is not None
    assert offer_of(ana, now) is None


def test_nobody_is_asked_at_night(cast, tuesday):
    fills(cast)
    ana = family(cast, "Ana", 1)
    evening = cast.at + timedelta(hours=13)
    freed(cast, tuesday, at=evening)
    look(evening + LATER)
    assert offer_of(ana, evening) is None
    morning = cast.at + timedelta(days=1)
    look(morning)
    assert offer_of(ana, morning) is not None


def test_without_the_rule_nothing_is_offered_and_with_it_it_is(cast, tuesday):
    ana = family(cast, "Ana", 1)
    uuid = freed(cast, tuesday)
    look(cast.at + LATER)
    assert offer_of(ana, cast.at) is None
    fills(cast)
    later = cast.at + timedelta(hours=7)
    look(later)
    assert offer_of(ana, later).freed == uuid


def test_a_therapist_on_leave_frees_no_time(cast, tuesday):
    fills(cast)
    family(cast, "Ana", 1)
    uuid = freed(cast, tuesday.replace(hour=22))  # Nobody works then.
    look(cast.at + LATER)
    assert steps(cast, uuid)[1:] == [(StepKind.STOPPED, "")]
    told = queries.freed_time(cast.maria.actor, uuid, cast.at)
    assert (told.state, told.steps[1].why) == (FreedState.STOPPED, ("CLOSED",))
    assert replace(told, steps=()) == queries.freed_times(cast.maria.actor, cast.clinic.pk)[0]


def regular_time_freed(cast, tuesday, count):
    """A regular time of Idris that the desk lets go from its first visit on; its visits as they were."""
    told = {"actor": cast.maria.actor, "child": cast.idris, "at": cast.at}
    visits = appointments.book_series(
        **told,
        series=uuid4(),
        therapist=cast.hannah.uuid,
        first_on=tuesday.date(),
        local_time=time(15, 45),
        count=count,
        minutes=45,
    )
    waiting.let_following_go(**told, visit=visits[0].uuid)
    return visits


def test_a_regular_time_of_which_the_desk_took_weeks_is_offered_without_them(cast, tuesday):
    fills(cast)
    ana = family(cast, "Ana", 1, short_notice=False)
    visits = regular_time_freed(cast, tuesday, 6)
    for taken in (visits[0], visits[2]):
        booked(cast, taken.starts_at)
    look(cast.at + LATER)
    (time_offered,) = offer_of(ana, cast.at).times
    assert (time_offered.starts_at, time_offered.count) == (visits[1].starts_at, 4)
    assert time_offered.skips == (visits[2].local_start.date(),)
    assert time_offered.last_at == visits[5].starts_at


def test_what_is_left_of_a_regular_time_as_one_visit_goes_to_families_who_come_for_one(cast, tuesday):
    fills(cast)
    ana = family(cast, "Ana", 1, short_notice=False)
    ben = family(cast, "Ben", 2, short_notice=True)
    visits = regular_time_freed(cast, tuesday, 2)
    booked(cast, visits[0].starts_at)
    look(cast.at + LATER)
    assert offer_of(ana, cast.at) is None
    assert offer_of(ben, cast.at).times[0].starts_at == visits[1].starts_at


def test_a_time_that_ran_into_the_next_visit_clashes_with_no_family(cast, tuesday):
    fills(cast)
    family(cast, "Ana", 1)
    rules = draft_of_rules(buffer_minutes=15)
    diary.keep_rules(actor=cast.maria.actor, clinic=cast.clinic.pk, rules=rules, at=cast.at)
    uuid = freed(cast, tuesday)
    booked(cast, tuesday + timedelta(minutes=45))
    look(cast.at + LATER)
    assert steps(cast, uuid)[1:] == [(StepKind.STOPPED, "")]


def test_a_family_that_is_elsewhere_then_is_passed_over(cast, tuesday):
    fills(cast)
    ana, ben = family(cast, "Ana", 1), family(cast, "Ben", 2)
    uuid = freed(cast, tuesday)
    appointments.book_visit(
        actor=cast.maria.actor,
        child=ana.child,
        visit=uuid4(),
        therapist=cast.tom.uuid,
        starts_at=tuesday,
        minutes=45,
        at=cast.at,
    )
    look(cast.at + LATER)
    assert steps(cast, uuid)[1:] == [(StepKind.CLASHED, "Ana"), (StepKind.OFFERED, "Ben")]
    assert offer_of(ben, cast.at) is not None


def test_a_regular_time_that_ends_is_offered_as_a_regular_time(cast, tuesday):
    fills(cast)
    weekly = family(cast, "Ana", 1, short_notice=False)
    told = {"actor": cast.maria.actor, "child": cast.idris, "at": cast.at}
    series = appointments.book_series(
        **told,
        series=weekly.place,
        therapist=cast.hannah.uuid,
        first_on=tuesday.date() - timedelta(weeks=1),
        local_time=time(15, 45),
        count=6,
        minutes=45,
    )
    for _ in range(2):
        course = waiting.let_following_go(**told, visit=series[2].uuid)
    assert [one.is_open for one in course] == [True, True, False, False, False, False]
    (freed_time,) = queries.freed_times(cast.maria.actor, cast.clinic.pk)
    assert (freed_time.starts_at, freed_time.weeks) == (series[2].starts_at, 4)
    look(cast.at + LATER)
    (time_offered,) = offer_of(weekly, cast.at).times
    assert (time_offered.count, time_offered.last_at) == (4, series[5].starts_at)
