"""Adding to an entry, correcting it, taking it back: what was said before is kept."""

from uuid import uuid4

import pytest

from alongside.areas.practice import actions as practice
from alongside.areas.practice import queries
from alongside.areas.practice.actions import EntryUndone, StrategyPaused
from alongside.areas.practice.models import EntryChange
from alongside.core.capabilities import Capability
from alongside.core.moments import Felt, Fit, Help, Kind, NotYetHappened
from alongside.core.refusals import InvalidInput, NotAllowed, NotFound
from tests.areas.programme.building import by, later, live


@pytest.fixture
def entry(cast):
    return practice.record_entry(
        **by(cast.samira, cast), placement=live(cast).uuid, entry=uuid4(), kind=Kind.TRIED
    )


def own(player, cast, entry, **more):
    return by(player, cast) | {"entry": entry.uuid} | more


def test_telling_how_it_went_afterwards_is_no_correction(cast, entry):
    told = practice.correct_entry(**own(cast.samira, cast, entry), felt=Felt.WENT_WELL)
    told = practice.correct_entry(**own(cast.samira, cast, entry), help=Help.A_LITTLE, fit=Fit.TOO_EASY)
    assert (told.felt, told.help, told.fit, told.corrected) == (
        Felt.WENT_WELL,
        Help.A_LITTLE,
        Fit.TOO_EASY,
        False,
    )
    assert not EntryChange.objects.exists()


def test_a_correction_keeps_what_was_said_before(cast, entry):
    practice.correct_entry(**own(cast.samira, cast, entry), felt=Felt.HARD_GOING, words="Tears.")
    moment = later(cast, hours=1)
    corrected = practice.correct_entry(
        **own(cast.samira, cast, entry, at=moment), felt=Felt.UP_AND_DOWN, words=""
    )
    assert (corrected.felt, corrected.words, corrected.corrected) == (Felt.UP_AND_DOWN, "", True)
    kept = EntryChange.objects.get()
    assert kept.before == {"felt": "HARD_GOING", "words": "Tears."}
    assert (kept.by_id, kept.at) == (cast.samira.pk, moment)


def test_the_same_correction_twice_is_written_once(cast, entry):
    for felt in (Felt.HARD_GOING, Felt.WENT_WELL, Felt.WENT_WELL):
        practice.correct_entry(**own(cast.samira, cast, entry), felt=felt)
    assert EntryChange.objects.count() == 1


def test_turned_into_not_today_it_loses_its_measures_and_keeps_them_in_its_history(cast, entry):
    practice.correct_entry(**own(cast.samira, cast, entry), felt=Felt.WENT_WELL, help=Help.BY_SELF)
    turned = practice.correct_entry(**own(cast.samira, cast, entry), kind=Kind.NOT_TODAY)
    assert (turned.kind, turned.felt, turned.help) == (Kind.NOT_TODAY, None, None)
    assert EntryChange.objects.get().before == {"kind": "TRIED", "felt": "WENT_WELL", "help": "BY_SELF"}
    still = practice.correct_entry(**own(cast.samira, cast, entry), felt=Felt.WENT_WELL)
    assert still.felt is None


def test_the_time_is_corrected_within_the_same_bounds(cast, entry):
    earlier = later(cast, minutes=-30)
    moved = practice.correct_entry(**own(cast.samira, cast, entry), happened_at=earlier)
    assert moved.happened_at == earlier
    assert EntryChange.objects.get().before == {"happened_at": cast.at.isoformat()}
    with pytest.raises(NotYetHappened):
        practice.correct_entry(**own(cast.samira, cast, entry), happened_at=later(cast, hours=2))
    with pytest.raises(StrategyPaused):
        practice.correct_entry(**own(cast.samira, cast, entry), happened_at=later(cast, days=-2))


def test_words_keep_their_bounds(cast, entry):
    with pytest.raises(InvalidInput):
        practice.correct_entry(**own(cast.samira, cast, entry), words="x" * 2001)


def test_an_entry_taken_back_leaves_every_page_and_stays_in_the_record(cast, entry, opened):
    words = own(cast.samira, cast, entry)
    undone = practice.undo_entry(**words)
    assert undone.undone
    assert practice.undo_entry(**words | {"at": later(cast, hours=1)}) == undone
    family = opened(cast.samira, Capability.READ_ALL_ENTRIES)
    assert queries.last_entries(family) == ()
    assert queries.today(family) == {}
    assert queries.moments(family) == ()
    assert queries.entry(family, entry.uuid) == undone
    assert EntryChange.objects.get().before == {"undone_at": None}
    with pytest.raises(EntryUndone, match="tell it again"):
        practice.correct_entry(**words, felt=Felt.WENT_WELL)


@pytest.mark.parametrize("act", [practice.correct_entry, practice.undo_entry])
def test_nobody_touches_what_somebody_else_wrote(cast, entry, act):
    for player in (cast.karim, cast.grandma, cast.other_parent, cast.other_therapist):
        with pytest.raises(NotFound):
            act(**own(player, cast, entry))
    with pytest.raises(NotAllowed):
        act(**own(cast.hannah, cast, entry))
    with pytest.raises(NotFound):
        act(**own(cast.samira, cast, entry) | {"entry": uuid4()})
