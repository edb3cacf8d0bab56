"""What got in the way is told once, read by few, and answered by a change of the plan."""

from datetime import timedelta
from uuid import uuid4

import pytest

from alongside.areas.circle import actions as circle
from alongside.areas.practice import actions as practice
from alongside.areas.practice import queries
from alongside.areas.practice.actions import NothingInTheWay
from alongside.areas.practice.models import EntryBarrier
from alongside.areas.programme import actions as programme
from alongside.core.barriers import Barrier, Days, Repair
from alongside.core.capabilities import Capability
from alongside.core.moments import Kind
from alongside.core.refusals import InvalidInput, NotAllowed, NotFound
from alongside.core.routines import Part
from tests.areas.practice.living import in_the_way, not_today
from tests.areas.programme.building import TOMORROW_CARD, by, live

pytestmark = pytest.mark.both_engines
FRIDAY = 4


@pytest.fixture
def idea(cast):
    return live(cast)


@pytest.fixture
def patterns(cast, opened):
    def found(player=None, days=FRIDAY):
        looking = opened(
            player or cast.hannah, Capability.READ_PROGRAMME, at=cast.at + timedelta(days=days, hours=1)
        )
        return queries.patterns(looking)

    return found


@pytest.fixture
def no_time(cast, idea):
    """No time on three school mornings of one week."""
    for days in (0, 2, FRIDAY):
        in_the_way(cast, idea, days=days)


def tell(cast, entry, *barriers, player=None, words=""):
    said = by(player or cast.samira, cast)
    return practice.keep_barriers(**said, entry=entry.uuid, barriers=barriers, words=words)


def test_what_got_in_the_way_is_kept_with_where_the_idea_stood(cast, idea):
    (seen,) = tell(cast, not_today(cast, idea), Barrier.NO_TIME)
    assert (seen.barrier, seen.routine, seen.day) == (Barrier.NO_TIME, idea.routine, cast.at.date())
    assert (seen.title, seen.by.name, seen.words) == (idea.title, "Samira", "")


def test_telling_again_replaces_and_nothing_at_all_takes_it_back(cast, idea):
    entry = not_today(cast, idea)
    tell(cast, entry, Barrier.NO_TIME)
    tell(cast, entry, Barrier.NO_TIME)
    (seen,) = tell(cast, entry, Barrier.TIRED)
    assert seen.barrier is Barrier.TIRED
    assert tell(cast, entry) == ()
    assert EntryBarrier.objects.filter(replaced_at=None).count() == 0
    assert EntryBarrier.objects.count() == 2


def test_words_go_with_something_else_alone_and_are_bounded(cast, idea):
    entry = not_today(cast, idea)
    tired, other = tell(cast, entry, Barrier.TIRED, Barrier.OTHER, words=" Grandma came. ")
    assert (tired.words, other.words) == ("", "Grandma came.")
    with pytest.raises(InvalidInput):
        tell(cast, entry, Barrier.OTHER, words="x" * 301)


def test_only_a_day_without_has_something_in_the_way(cast, idea):
    done = practice.record_entry(**by(cast.samira, cast), placement=idea.uuid, entry=uuid4(), kind=Kind.TRIED)
    with pytest.raises(NothingInTheWay):
        tell(cast, done, Barrier.TIRED)
    undone = not_today(cast, idea)
    practice.undo_entry(**by(cast.samira, cast), entry=undone.uuid)
    with pytest.raises(NothingInTheWay):
        tell(cast, undone, Barrier.TIRED)


def test_nobody_speaks_for_somebody_else_and_outsiders_find_nothing(cast, idea):
    entry = not_today(cast, idea)
    for player in (cast.karim, cast.other_parent, cast.other_therapist):
        with pytest.raises(NotFound):
            tell(cast, entry, Barrier.TIRED, player=player)
    with pytest.raises(NotAllowed):
        tell(cast, entry, Barrier.TIRED, player=cast.hannah)


def test_a_carer_who_may_not_read_all_entries_reads_their_own(cast, idea, opened):
    in_the_way(cast, idea)
    in_the_way(cast, idea, Barrier.TIRED, player=cast.grandma)
    in_the_way(cast, idea, Barrier.OTHER, player=cast.karim)
    named = (Capability.READ_PROGRAMME, Capability.READ_OWN_ENTRIES, Capability.WRITE_ENTRIES)
    circle.restrict_carer(**by(cast.hannah, cast), person=cast.karim.uuid, named=named)

    def read(player):
        return {one.barrier for one in queries.barriers(opened(player, Capability.READ_PROGRAMME))}

    assert read(cast.hannah) == read(cast.samira) == {Barrier.NO_TIME, Barrier.TIRED, Barrier.OTHER}
    assert read(cast.grandma) == {Barrier.TIRED}
    assert read(cast.karim) == {Barrier.OTHER}


def test_three_school_mornings_make_a_pattern(cast, idea, no_time, patterns):
    (found,) = patterns()
    assert found.pattern.head == "Mornings fail on school days"
    assert (found.pattern.times, found.pattern.since) == (3, cast.at.date())
    assert (found.pattern.repair, found.ideas[0].uuid) == (Repair.MOVE, idea.uuid)
    assert patterns(cast.grandma) == ()


def test_a_day_that_was_taken_back_or_done_after_all_leaves_the_pattern(cast, idea, no_time, patterns):
    entry = not_today(cast, idea, days=1)
    tell(cast, entry, Barrier.NO_TIME)
    assert patterns()[0].pattern.times == 4
    practice.correct_entry(**by(cast.samira, cast), entry=entry.uuid, kind=Kind.TRIED)
    assert patterns()[0].pattern.times == 3


def test_a_morning_that_the_other_parent_managed_did_not_fail(cast, idea, no_time, patterns):
    said = by(cast.karim, cast) | {"at": cast.at + timedelta(days=2)}
    practice.record_entry(**said, placement=idea.uuid, entry=uuid4(), kind=Kind.TRIED)
    assert patterns() == ()


def test_moving_the_idea_answers_the_pattern(cast, idea, no_time, patterns):
    assert patterns()
    programme.move_placement(**by(cast.hannah, cast), placement=idea.uuid, change=uuid4(), routine="bedtime")
    assert patterns() == ()


def test_what_the_therapist_mended_counts_from_then_on_anew(cast, idea, no_time, patterns):
    other = live(cast, strategy=TOMORROW_CARD, routine="bedtime")
    for days in (0, 1, 2):
        in_the_way(cast, other, Barrier.UNSURE_HOW, days=days)
    which = {"part": Part.NIGHT, "days": Days.SCHOOL_DAYS, "barrier": Barrier.UNSURE_HOW}
    mended = by(cast.hannah, cast) | {"mended": uuid4(), "at": cast.at + timedelta(days=3)} | which
    practice.mend_pattern(**mended)
    practice.mend_pattern(**mended)
    assert [one.pattern.part for one in patterns()] == [Part.MORNING]
    with pytest.raises(NotAllowed):
        practice.mend_pattern(**mended | {"actor": cast.samira.actor, "mended": uuid4()})
