"""Scores beside each other: informants, criterion scores over time, bands both ways, and giving it again too soon."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from uuid import uuid4

import pytest

from alongside.areas.evaluation import actions, queries
from alongside.areas.evaluation.values import Form, RepeatNoteDraft, ScaleDraft, ScoreType
from alongside.core.capabilities import Capability
from alongside.core.refusals import InvalidInput, NotAllowed, NotFound
from tests.areas.evaluation.scoring import BOTH_WAYS, CRITERION, DAILY, T_40, T_SCORES, keep, scores, teachers

JULY, NOVEMBER = date(2026, 7, 3), date(2026, 11, 20)


@pytest.fixture
def seen(cast, opened):
    """All scores of Idris as Hannah reads them."""
    return lambda: queries.scores(opened(cast.hannah, Capability.READ_FINDINGS))


@pytest.fixture
def note(cast):
    """Hannah's note about giving an instrument again."""

    def noting(words="Page 12: half a year.", weeks=26, player=None, instrument=CRITERION, uuid=None):
        return actions.keep_repeat_note(
            actor=(player or cast.hannah).actor,
            child=cast.idris,
            instrument=instrument,
            draft=RepeatNoteDraft(uuid=uuid or uuid4(), words=words, weeks=weeks),
            at=cast.at,
        )

    return noting


def test_criterion_scores_make_a_series_and_scores_by_age_never_do(cast, seen):
    keep(cast, scores(cast, replace(DAILY, score=Decimal(56)), T_40))
    keep(cast, scores(cast, replace(DAILY, name="daily"), replace(T_40, score=Decimal(43)), given_on=JULY))
    (series,) = queries.criterion_series(seen())
    assert [(point.on, point.score, point.sem) for point in series.points] == [
        (JULY, Decimal(52), Decimal("1.2")),
        (NOVEMBER, Decimal(56), Decimal("1.2")),
    ]


def test_another_informant_form_or_scale_is_another_series(cast, seen):
    keep(cast, scores(cast, DAILY, replace(DAILY, name="Social")))
    keep(cast, scores(cast, DAILY, person=cast.karim.uuid))
    keep(cast, teachers(scores(cast, DAILY)))
    keep(cast, scores(cast, DAILY, form=Form.INTERVIEW))
    assert len(queries.criterion_series(seen())) == 5


def test_both_parents_and_the_teacher_stand_beside_each_other_with_what_lies_between(cast, seen):
    parent = scores(cast, T_40, replace(T_40, name="Sounds"), instrument=T_SCORES)
    keep(cast, replace(parent, given_on=JULY))
    keep(cast, replace(parent, scales=(replace(T_40, score=Decimal(48)),)))
    keep(cast, replace(parent, person=cast.karim.uuid, given_on=date(2026, 11, 6)))
    keep(cast, teachers(replace(parent, scales=(replace(T_40, score=Decimal(60), name="DAILY BY AGE"),))))
    (beside,) = queries.side_by_side(seen())
    assert [one.who_name for one in beside.informants] == ["Karim", "Samira", "Miss Okoro"]
    assert [(row.scale, row.points) for row in beside.rows] == [("Daily by age", 20), ("Sounds", None)]
    assert [cell and cell.score for cell in beside.rows[0].cells] == [40, 48, 60]
    assert [cell is None for cell in beside.rows[1].cells] == [False, True, True]
    assert beside.days == 14


def test_one_informant_is_not_beside_anybody(cast, seen):
    keep(cast, scores(cast))
    keep(cast, scores(cast, given_on=JULY))
    assert queries.side_by_side(seen()) == ()


def test_raw_scores_and_percentiles_are_shown_and_not_taken_from_each_other(cast, seen):
    raw = ScaleDraft(name="Total", score_type=ScoreType.RAW_CATEGORY, raw=Decimal(31), percentile="16")
    for person, score in ((cast.samira, 31), (cast.karim, 35)):
        draft = scores(cast, replace(raw, raw=Decimal(score)), instrument=T_SCORES, person=person.uuid)
        keep(cast, draft)
    ((row,),) = [one.rows for one in queries.side_by_side(seen())]
    assert row.points is None
    assert {cell.raw for cell in row.cells} == {31, 35}


def test_bands_that_run_both_ways_are_kept_by_informant(cast, seen):
    band = ScaleDraft(name="Sounds", score_type=ScoreType.RAW_CATEGORY, band=2)
    for draft in (
        scores(cast, band, given_on=JULY),
        scores(cast, replace(band, band=-2)),
        teachers(scores(cast, band)),
    ):
        keep(cast, replace(draft, instrument=BOTH_WAYS))
    keep(cast, scores(cast))
    told = queries.bands(seen())
    assert {(one.who_name, one.scales[0].band) for one in told} == {("Samira", -2), ("Miss Okoro", 2)}


def test_giving_it_again_sooner_than_the_clinics_note_says_is_told_and_not_refused(cast, seen, note):
    note()
    for day in (JULY, NOVEMBER):
        keep(cast, scores(cast, given_on=day))
    keep(cast, scores(cast, given_on=NOVEMBER, person=cast.karim.uuid))
    told = {(one.who_name, one.given_on): one for one in seen()}
    again = told["Samira", NOVEMBER]
    assert (again.before, again.sooner.words, again.sooner.weeks) == (JULY, "Page 12: half a year.", 26)
    assert (told["Samira", JULY].sooner, told["Karim", NOVEMBER].before) == (None, None)
    note(weeks=4)
    assert {one.sooner for one in seen()} == {None}


def test_the_newest_note_of_the_clinic_holds_and_an_empty_one_takes_it_back(cast, opened, note):
    uuid = uuid4()
    for _time in range(2):
        (kept,) = note(uuid=uuid)
    assert (kept.words, kept.weeks, kept.by.name) == ("Page 12: half a year.", 26, "Hannah")
    assert note(words="", weeks=None) == ()
    rosa = opened(cast.other_therapist, Capability.READ_FINDINGS, child=cast.rosa)
    note()
    assert queries.repeat_notes(rosa) == ()


def test_only_the_childs_own_therapist_writes_such_a_note_within_bounds(cast, note):
    for player in (cast.samira, cast.tom, cast.olive):
        with pytest.raises(NotAllowed):
            note(player=player)
    with pytest.raises(NotFound):
        note(player=cast.other_therapist)
    for wrong in ({"weeks": 0}, {"weeks": 261}, {"instrument": "nothing"}, {"words": "x" * 301}):
        with pytest.raises(InvalidInput):
            note(**wrong)
