"""Who reads which moments, and at what cost."""

from datetime import date, timedelta
from uuid import uuid4

import pytest

from alongside.areas.circle import actions as circle
from alongside.areas.practice import actions as practice
from alongside.areas.practice import queries
from alongside.areas.practice.values import SeenBy
from alongside.core.capabilities import Capability
from alongside.core.moments import Help, Kind
from alongside.core.refusals import NotAllowed, NotFound
from tests.areas.programme.building import agreed_goal, by, later, live


@pytest.fixture
def placed(cast):
    return live(cast, goal=agreed_goal(cast))


def now(cast, **passed):
    """Four weeks into the plan: Monday 21 December, 8 in the morning."""
    return later(cast, days=28) + timedelta(**passed)


@pytest.fixture
def look(cast, opened):
    """Open Idris's record as one of the cast, four weeks in."""
    return lambda player: opened(player, Capability.READ_OWN_ENTRIES, at=now(cast))


def record(player, cast, placed, **more):
    words = by(player, cast) | {"placement": placed.uuid, "entry": uuid4(), "kind": Kind.TRIED}
    return practice.record_entry(**words | {"at": now(cast)} | more)


def test_the_second_parent_sees_what_the_first_one_wrote(cast, placed, look):
    entry = record(cast.samira, cast, placed)
    (seen,) = queries.last_entries(look(cast.karim))
    assert (seen.uuid, seen.by.name, seen.is_mine) == (entry.uuid, "Samira", False)
    assert queries.entry(look(cast.hannah), entry.uuid).by.name == "Samira"


def test_a_grandmother_sees_her_own_and_her_own_are_seen(cast, placed, look):
    theirs, hers = record(cast.samira, cast, placed), record(cast.grandma, cast, placed)
    helper = look(cast.grandma)
    assert [entry.uuid for entry in queries.last_entries(helper)] == [hers.uuid]
    assert [entry.uuid for entry in queries.today(helper)[placed.uuid]] == [hers.uuid]
    assert [moment.uuid for moment in queries.moments(helper)] == [hers.uuid]
    with pytest.raises(NotFound):
        queries.entry(helper, theirs.uuid)
    parent = look(cast.samira)
    assert {entry.uuid for entry in queries.last_entries(parent)} == {theirs.uuid, hers.uuid}


def test_a_restricted_carer_without_the_name_reads_nothing(cast, placed, opened):
    circle.restrict_carer(**by(cast.hannah, cast), person=cast.karim.uuid, named=[Capability.READ_PROGRAMME])
    restricted = opened(cast.karim, Capability.READ_PROGRAMME)
    for read in (queries.last_entries, queries.today, queries.moments, queries.noticings):
        with pytest.raises(NotAllowed):
            read(restricted)


def test_today_holds_the_local_day_by_idea_newest_first(cast, placed, look):
    other = live(cast)
    record(cast.samira, cast, placed, happened_at=now(cast, hours=-9))
    first = record(cast.samira, cast, placed, happened_at=now(cast, hours=-1))
    second = record(cast.karim, cast, placed)
    elsewhere = record(cast.karim, cast, other)
    today = queries.today(look(cast.samira))
    assert [entry.uuid for entry in today[placed.uuid]] == [second.uuid, first.uuid]
    assert [entry.uuid for entry in today[other.uuid]] == [elsewhere.uuid]


def test_entries_since_a_moment_and_the_last_few(cast, placed, look):
    old = record(cast.samira, cast, placed, happened_at=now(cast, days=-3))
    new = record(cast.samira, cast, placed)
    therapist = look(cast.hannah)
    assert [entry.uuid for entry in queries.entries_since(therapist, now(cast, days=-1))] == [new.uuid]
    assert [entry.uuid for entry in queries.last_entries(therapist)] == [new.uuid, old.uuid]
    assert len(queries.last_entries(therapist, 1)) == 1


def test_moments_for_computing_come_oldest_first_of_one_idea_one_goal_or_all(cast, placed, look):
    other = live(cast)
    old = record(
        cast.samira, cast, placed, happened_at=now(cast, days=-3), help=Help.A_LOT, words="Hard heel."
    )
    new = record(cast.samira, cast, placed, kind=Kind.NOT_TODAY)
    elsewhere = record(cast.samira, cast, other)
    family = look(cast.samira)
    moments = queries.moments(family, placement=placed.uuid)
    assert [moment.uuid for moment in moments] == [old.uuid, new.uuid]
    assert (moments[0].help, moments[0].day, moments[0].has_note) == (Help.A_LOT, date(2026, 12, 18), True)
    assert queries.moments(family, goal=placed.goal) == moments
    assert [moment.uuid for moment in queries.moments(family, since=now(cast))] == [new.uuid, elsewhere.uuid]


def test_dots_say_how_many_of_how_many_and_a_dash_where_nobody_wrote(cast, placed, look):
    record(cast.samira, cast, placed, happened_at=now(cast, days=-7), help=Help.BY_SELF)
    record(cast.samira, cast, placed, happened_at=now(cast, days=-6), help=Help.A_LOT)
    weeks = queries.dots(look(cast.samira), goal=placed.goal, weeks=3)
    assert [week.said.text for week in weeks] == ["–", "1 of 2", "–"]
    assert weeks[-1].starts_on == date(2026, 12, 21)


def test_statements_stay_the_same_at_five_and_at_fifty_entries(cast, placed, look, django_assert_num_queries):
    therapist = look(cast.hannah)
    for count in (5, 45):
        for _ in range(count):
            record(cast.samira, cast, placed)
        for read in (queries.today, queries.last_entries, queries.moments, queries.dots, queries.noticings):
            with django_assert_num_queries(1):
                read(therapist)
    assert len(queries.last_entries(therapist)) == 50


def test_entries_and_noticings_come_together_in_one_statement(cast, placed, look, django_assert_num_queries):
    told = {"noticing": uuid4(), "words": "He laughed.", "starter": "Just before that"}
    record(cast.samira, cast, placed, help=Help.A_LITTLE, words="The left heel.")
    practice.notice(**by(cast.karim, cast) | told | {"is_win": True, "at": now(cast, minutes=1)})
    hannah = look(cast.hannah)
    with django_assert_num_queries(1):
        both = queries.from_home(hannah)
    assert both == (*queries.noticings(hannah), *queries.last_entries(hannah))
    assert queries.from_home(hannah, limit=1) == queries.noticings(hannah)


def test_together_they_keep_private_words_and_other_peoples_moments_apart(cast, placed, look):
    told = {"noticing": uuid4(), "words": "For Hannah alone.", "seen_by": SeenBy.TEAM, "at": now(cast)}
    practice.notice(**by(cast.karim, cast) | told)
    record(cast.samira, cast, placed)
    assert len(queries.from_home(look(cast.hannah))) == 2
    assert len(queries.from_home(look(cast.karim))) == 2
    assert len(queries.from_home(look(cast.samira))) == 1
    assert queries.from_home(look(cast.grandma)) == ()
