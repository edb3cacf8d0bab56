"""Keeping a moment from home."""

from datetime import UTC, date, datetime
from uuid import uuid4

import pytest

from alongside.areas.circle import actions as circle
from alongside.areas.practice import actions as practice
from alongside.areas.practice import queries
from alongside.areas.practice.actions import StrategyPaused
from alongside.areas.practice.models import EntryChange
from alongside.areas.programme import actions as programme
from alongside.core.capabilities import Capability
from alongside.core.instants import TimeWithoutZone
from alongside.core.moments import Felt, Fit, Help, Kind, NotYetHappened, TooLongAgo
from alongside.core.refusals import InvalidInput, NotAllowed, NotFound
from tests.areas.programme.building import by, later, live, place

pytestmark = pytest.mark.both_engines


@pytest.fixture
def placed(cast):
    return live(cast)


def tried(player, cast, placed, **more):
    return by(player, cast) | {"placement": placed.uuid, "entry": uuid4(), "kind": Kind.TRIED} | more


def test_one_tap_is_enough(cast, placed):
    entry = practice.record_entry(**tried(cast.samira, cast, placed))
    assert (entry.kind, entry.felt, entry.help, entry.fit, entry.words) == (Kind.TRIED, None, None, None, "")
    assert (entry.placement, entry.title) == (placed.uuid, placed.title)
    assert (entry.happened_at, entry.arrived_at, entry.zone) == (cast.at, cast.at, cast.clinic.zone)
    assert (entry.by.name, entry.is_mine, entry.corrected, entry.undone) == ("Samira", True, False, False)
    assert not EntryChange.objects.exists()


def test_everything_else_may_be_told(cast, placed):
    said = {"felt": Felt.WENT_WELL, "help": Help.REMINDER, "fit": Fit.JUST_RIGHT, "words": " The heel! "}
    entry = practice.record_entry(**tried(cast.samira, cast, placed), **said)
    assert (entry.felt, entry.help, entry.fit, entry.words) == (*list(said.values())[:3], "The heel!")


def test_not_today_keeps_its_words_and_no_measure(cast, placed):
    words = tried(cast.samira, cast, placed, kind=Kind.NOT_TODAY)
    entry = practice.record_entry(**words, felt=Felt.HARD_GOING, help=Help.A_LOT, words="Grandma came.")
    assert (entry.kind, entry.felt, entry.help, entry.words) == (Kind.NOT_TODAY, None, None, "Grandma came.")


def test_sending_it_twice_keeps_one_and_answers_the_same(cast, placed, opened):
    words = tried(cast.samira, cast, placed, felt=Felt.WENT_WELL)
    first = practice.record_entry(**words)
    assert practice.record_entry(**words | {"felt": Felt.HARD_GOING, "at": later(cast, hours=1)}) == first
    assert queries.last_entries(opened(cast.samira, Capability.READ_OWN_ENTRIES)) == (first,)


def test_an_entrys_uuid_is_unknown_to_everybody_else(cast, placed):
    words = tried(cast.samira, cast, placed)
    practice.record_entry(**words)
    with pytest.raises(NotFound):
        practice.record_entry(**words | by(cast.karim, cast))
    with pytest.raises(NotFound):
        practice.record_entry(**words | by(cast.other_parent, cast) | {"child": cast.rosa})


def test_a_moment_may_be_told_later_with_the_phones_own_zone(cast, placed):
    told = tried(cast.samira, cast, placed, at=later(cast, days=2))
    happened = datetime(2026, 11, 24, 23, 30, tzinfo=UTC)
    entry = practice.record_entry(**told, happened_at=happened, zone="Africa/Cairo")
    assert (entry.happened_at, entry.arrived_at, entry.zone) == (happened, told["at"], "Africa/Cairo")
    assert entry.day == date(2026, 11, 25)
    odd = practice.record_entry(**told | {"entry": uuid4()}, zone="../etc/passwd")
    assert odd.zone == cast.clinic.zone


def test_times_have_bounds(cast, placed):
    for happened, refusal in (
        (later(cast, minutes=11), NotYetHappened),
        (later(cast, days=-32), TooLongAgo),
        (datetime(2026, 11, 23, 8), TimeWithoutZone),
    ):
        with pytest.raises(refusal):
            practice.record_entry(**tried(cast.samira, cast, placed), happened_at=happened)


def test_words_have_bounds(cast, placed):
    for words in ("x" * 2001, "a\x00b"):
        with pytest.raises(InvalidInput):
            practice.record_entry(**tried(cast.samira, cast, placed), words=words)


def test_what_happened_while_the_idea_was_in_the_plan_is_kept_after_it_rested(cast, placed):
    rest = by(cast.samira, cast) | {"placement": placed.uuid, "at": later(cast, hours=2)}
    programme.rest_placement(**rest, change=uuid4())
    late = tried(cast.samira, cast, placed, at=later(cast, hours=5))
    assert practice.record_entry(**late, happened_at=later(cast, hours=1)).happened_at == later(cast, hours=1)
    with pytest.raises(StrategyPaused, match="That is fine"):
        practice.record_entry(**late | {"entry": uuid4()}, happened_at=later(cast, hours=3))
    back = {"change": uuid4(), "at": later(cast, hours=6)}
    programme.resume_placement(**rest | back)
    again = tried(cast.samira, cast, placed, at=later(cast, hours=7))
    practice.record_entry(**again)
    with pytest.raises(StrategyPaused):
        practice.record_entry(**again | {"entry": uuid4()}, happened_at=later(cast, hours=4))


def test_what_happened_before_an_idea_ended_is_kept(cast, placed):
    ended = by(cast.hannah, cast) | {"placement": placed.uuid, "at": later(cast, hours=2)}
    programme.remove_placement(**ended, change=uuid4())
    late = tried(cast.samira, cast, placed, at=later(cast, hours=3))
    practice.record_entry(**late, happened_at=later(cast, hours=1))
    with pytest.raises(StrategyPaused):
        practice.record_entry(**late | {"entry": uuid4()})


def test_the_morning_of_the_day_it_was_shared_counts_and_the_day_before_does_not(cast, placed):
    practice.record_entry(**tried(cast.samira, cast, placed), happened_at=later(cast, hours=-2))
    with pytest.raises(StrategyPaused):
        practice.record_entry(**tried(cast.samira, cast, placed), happened_at=later(cast, hours=-20))


def test_a_draft_an_unknown_idea_and_another_childs_idea_are_not_found(cast, placed):
    with pytest.raises(NotFound):
        practice.record_entry(**tried(cast.samira, cast, place(cast)))
    with pytest.raises(NotFound):
        practice.record_entry(**tried(cast.samira, cast, placed, placement=uuid4()))
    with pytest.raises(NotFound):
        practice.record_entry(**tried(cast.other_parent, cast, placed, child=cast.rosa))


def test_only_the_family_writes_entries(cast, placed):
    practice.record_entry(**tried(cast.grandma, cast, placed))
    for player in (cast.hannah, cast.tom, cast.maria, cast.olive):
        with pytest.raises(NotAllowed):
            practice.record_entry(**tried(player, cast, placed))
    for outsider in (cast.other_parent, cast.other_therapist):
        with pytest.raises(NotFound):
            practice.record_entry(**tried(outsider, cast, placed))


def test_a_restricted_carer_writes_only_when_it_was_named(cast, placed):
    restrict = by(cast.hannah, cast) | {"person": cast.karim.uuid}
    circle.restrict_carer(**restrict, named=[])
    with pytest.raises(NotAllowed):
        practice.record_entry(**tried(cast.karim, cast, placed))
    circle.restrict_carer(**restrict, named=[Capability.WRITE_ENTRIES])
    assert practice.record_entry(**tried(cast.karim, cast, placed)).is_mine


def test_what_is_answered_is_what_was_kept(cast, placed, opened):
    words = tried(cast.samira, cast, placed, felt=Felt.WENT_WELL, words=" The heel! ", zone="Africa/Cairo")
    answered = practice.record_entry(**words)
    assert queries.own_entry(opened(cast.samira, Capability.READ_OWN_ENTRIES), words["entry"]) == answered


def test_a_second_delivery_is_answered_alike_when_the_idea_rests_by_now(cast, placed):
    words = tried(cast.samira, cast, placed)
    first = practice.record_entry(**words)
    rest = by(cast.samira, cast) | {"placement": placed.uuid, "at": later(cast, hours=2)}
    programme.rest_placement(**rest, change=uuid4())
    late = {"at": later(cast, hours=3)}
    assert practice.record_entry(**words | late) == first
    with pytest.raises(NotFound):
        practice.record_entry(**words | by(cast.karim, cast) | late)
    with pytest.raises(StrategyPaused):
        practice.record_entry(**words | late | {"entry": uuid4()})


def test_writing_an_entry_takes_two_statements_of_its_own(cast, placed, django_assert_max_num_queries):
    with django_assert_max_num_queries(6) as asked:
        practice.record_entry(**tried(cast.samira, cast, placed))
    own = [query["sql"] for query in asked if "practice_" in query["sql"] or "programme_" in query["sql"]]
    assert [sql.split()[0] for sql in own] == ["SELECT", "INSERT"]
