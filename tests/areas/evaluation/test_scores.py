"""Scores are kept as they were printed, with who answered, how old the child was, and how sure the number is."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from uuid import uuid4

import pytest
from django.db import IntegrityError, transaction

from alongside.areas.evaluation import actions, instruments, queries
from alongside.areas.evaluation.models import Administration, ScaleScore
from alongside.areas.evaluation.values import Age, Form, IntervalFrom, ScaleDraft, ScoreType, Who
from alongside.core.capabilities import Capability
from alongside.core.refusals import InvalidInput, NotAllowed, NotFound
from tests.areas.evaluation.scoring import (
    BOTH_WAYS,
    CRITERION,
    DAILY,
    RETIRED,
    STANDARD,
    T_40,
    keep,
    scores,
    teachers,
)


def read(opened, player):
    return queries.scores(opened(player, Capability.READ_NAME))


def test_what_was_given_when_to_whom_and_at_which_age_is_told(cast, opened):
    kept = keep(
        cast, scores(cast, norm_table="Form B", setting="at home", interpreter="Arabic", weeks_early=6)
    )
    assert read(opened, cast.hannah) == (kept,)
    assert (kept.instrument.code, kept.who_name, kept.by.name) == (CRITERION, "Samira", "Hannah")
    assert (kept.age, kept.corrected_age) == (Age(years=6, months=4), Age(years=6, months=2))
    assert (str(kept.age), kept.norm_table, kept.setting, kept.interpreter) == (
        "6;4",
        "Form B",
        "at home",
        "Arabic",
    )
    assert [scale.name for scale in kept.scales] == ["Daily", "Daily by age"]


def test_a_teacher_and_the_child_answer_by_name_and_without_a_login(cast):
    assert keep(cast, teachers(scores(cast))).who_name == "Miss Okoro"
    own = keep(cast, scores(cast, form=Form.SELF, who=Who.CHILD, person=None))
    assert own.who_name == "Idris"


def test_only_the_childs_own_therapist_writes_and_reads_them(cast, opened):
    keep(cast, scores(cast))
    for player in (cast.samira, cast.grandma, cast.tom, cast.maria, cast.olive):
        with pytest.raises(NotAllowed):
            keep(cast, scores(cast), player=player)
        with pytest.raises(NotAllowed):
            read(opened, player)
    with pytest.raises(NotFound):
        keep(cast, scores(cast), player=cast.other_therapist)


@pytest.mark.parametrize(
    ("field", "changed"),
    [
        ("instrument", {"instrument": "nothing"}),
        ("given_on", {"given_on": date(2026, 11, 24)}),
        ("given_on", {"given_on": date(2020, 7, 13)}),
        ("person", {"person": uuid4()}),
        ("who_name", {"who": Who.TEACHER}),
        ("weeks_early", {"weeks_early": 40}),
        ("given_by", {"given_by": uuid4()}),
        ("scales", {"scales": ()}),
        ("scales", {"scales": (T_40, T_40)}),
        ("scales", {"scales": tuple(replace(T_40, name=f"{n}") for n in range(25))}),
        ("score_type", {"scales": (replace(T_40, score_type=ScoreType.SCALED_10_3, score=Decimal(9)),)}),
        ("band", {"scales": (replace(T_40, band=1),)}),
    ],
)
def test_what_is_wrong_says_what_to_do_at_its_field(cast, field, changed):
    with pytest.raises(InvalidInput) as refused:
        keep(cast, replace(scores(cast), **changed))
    assert refused.value.field == field


def test_a_retired_instrument_takes_no_new_scores_and_the_earlier_ones_stay_readable(
    cast, opened, monkeypatch
):
    with pytest.raises(actions.InstrumentRetired, match="retired in 2023"):
        keep(cast, scores(cast, DAILY, instrument=RETIRED))
    still_sold = {code: replace(one, retired=None) for code, one in instruments.register().items()}
    with monkeypatch.context() as before:
        before.setattr("alongside.areas.evaluation.actions.scores.register", lambda: still_sold)
        kept = keep(cast, scores(cast, DAILY, instrument=RETIRED))
    (seen,) = read(opened, cast.hannah)
    assert (seen.uuid, seen.instrument.retired) == (kept.uuid, 2023)
    again = {"actor": cast.hannah.actor, "child": cast.idris, "administration": kept.uuid, "amended": uuid4()}
    draft = scores(cast, replace(DAILY, score=Decimal(53)), instrument=RETIRED)
    assert actions.amend_scores(**again, draft=draft, at=cast.at).scales[0].score == 53


def test_what_has_a_page_of_its_own_is_not_kept_twice(cast):
    with pytest.raises(actions.InstrumentKeptElsewhere):
        keep(cast, scores(cast, T_40, instrument="gas"))


def test_an_instrument_that_needs_a_licence_asks_for_its_name(cast):
    mean = ScaleDraft(name="Total", score_type=ScoreType.RAW_CATEGORY, raw=Decimal(11))
    with pytest.raises(actions.LicenceNotNamed) as refused:
        keep(cast, scores(cast, mean, instrument="sdq"))
    assert refused.value.field == "licence"
    assert (
        keep(cast, scores(cast, mean, instrument="sdq", licence="Letter of 3 May")).licence
        == "Letter of 3 May"
    )


def test_a_second_delivery_changes_nothing_and_its_uuid_serves_nobody_else(cast):
    uuid = uuid4()
    first = keep(cast, scores(cast), uuid=uuid)
    assert keep(cast, scores(cast), uuid=uuid) == first
    assert Administration.objects.count() == 1
    for_rosa = scores(cast, person=cast.other_parent.uuid)
    with pytest.raises(NotFound):
        keep(cast, for_rosa, uuid=uuid, player=cast.other_therapist, child=cast.rosa)


def test_a_correction_takes_the_place_of_what_it_corrects_and_happens_once(cast, opened):
    kept = keep(cast, scores(cast))
    named = {"actor": cast.hannah.actor, "child": cast.idris, "administration": kept.uuid, "at": cast.at}
    draft = scores(cast, replace(DAILY, score=Decimal(54)))
    corrected = actions.amend_scores(**named, amended=uuid4(), draft=draft)
    assert [one.uuid for one in read(opened, cast.hannah)] == [corrected.uuid]
    assert corrected.amends
    with pytest.raises(actions.ScoresAlreadyAmended):
        actions.amend_scores(**named, amended=uuid4(), draft=draft)
    with pytest.raises(actions.ScoresAlreadyAmended):
        actions.set_scores_aside(**named, words="Wrong child")
    assert keep(cast, scores(cast), uuid=kept.uuid) == corrected


def test_scores_that_were_set_aside_are_on_no_page_and_say_why(cast, opened):
    kept = keep(cast, scores(cast))
    named = {"actor": cast.hannah.actor, "child": cast.idris, "administration": kept.uuid, "at": cast.at}
    with pytest.raises(InvalidInput):
        actions.set_scores_aside(**named, words=" ")
    for words in ("Written for another child", "Again"):
        actions.set_scores_aside(**named, words=words)
    assert read(opened, cast.hannah) == ()
    assert Administration.objects.get().set_aside_words == "Written for another child"
    with pytest.raises(NotFound):
        actions.amend_scores(**named, amended=uuid4(), draft=scores(cast))


def test_the_interval_is_the_printed_one_or_worked_out_from_what_the_manual_says(cast):
    drafts = (
        replace(DAILY, confidence=Decimal(95), lower=Decimal("49.7"), upper=Decimal("54.3")),
        replace(DAILY, name="Error", confidence=Decimal(95)),
        replace(T_40, confidence=Decimal(90), reliability=Decimal("0.91"), source="manual, page 12"),
        replace(T_40, name="Alone"),
    )
    printed, error, reliability, alone = (one.interval for one in keep(cast, scores(cast, *drafts)).scales)
    assert (printed.lower, printed.upper, printed.origin) == (
        Decimal("49.70"),
        Decimal("54.30"),
        IntervalFrom.MANUAL,
    )
    assert (error.lower, error.upper, error.origin) == (
        Decimal("49.65"),
        Decimal("54.35"),
        IntervalFrom.ERROR,
    )
    assert (reliability.lower, reliability.upper) == (Decimal("35.07"), Decimal("44.93"))
    assert (reliability.origin, reliability.source) == (IntervalFrom.RELIABILITY, "manual, page 12")
    assert alone is None


def test_a_reliability_also_tells_the_true_score_that_it_makes_likely(cast):
    standard = replace(T_40, score_type=ScoreType.STANDARD_100_15, score=Decimal(85), confidence=Decimal(95))
    typed = replace(standard, reliability=Decimal("0.91"), source="manual, page 12")
    plain = replace(standard, name="Plain", confidence=None)
    sure, alone = keep(cast, scores(cast, typed, plain, instrument=STANDARD)).scales
    assert (sure.interval.lower, sure.interval.upper) == (Decimal("76.18"), Decimal("93.82"))
    assert (sure.true_score.score, sure.true_score.lower) == (Decimal("86.35"), Decimal("77.94"))
    assert alone.true_score is None


def test_a_normalised_score_is_worth_a_percentile_and_a_criterion_or_raw_score_nothing_else(cast):
    told = (DAILY, replace(T_40, score=Decimal(61)), replace(T_40, name="Low", score=Decimal(20)))
    daily, high, low = keep(cast, scores(cast, *told)).scales
    assert daily.converted is None
    assert (high.converted.label, high.converted.value, low.converted.value) == ("percentile", "86", "<1")
    band = ScaleDraft(name="Sounds", score_type=ScoreType.RAW_CATEGORY, raw=Decimal(31), band=1)
    assert keep(cast, scores(cast, band, instrument=BOTH_WAYS)).scales[0].converted is None


def test_the_database_refuses_half_an_interval_and_an_error_from_nowhere(cast):
    keep(cast, scores(cast, T_40))
    broken = (
        {"lower": 3, "upper": None},
        {"lower": 5, "upper": 4, "confidence": 95},
        {"lower": 4, "upper": 5},
        {"reliability": Decimal("0.9")},
        {"sem": -1},
        {"band": 3},
        {"name": ""},
        {"score_type": "RAW_CATEGORY"},
    )
    for fields in broken:
        with pytest.raises(IntegrityError), transaction.atomic():
            ScaleScore.objects.update(**fields)
    for fields in ({"person": None}, {"weeks_early": 50}, {"set_aside_at": cast.at}):
        with pytest.raises(IntegrityError), transaction.atomic():
            Administration.objects.update(**fields)


def test_reading_takes_the_same_few_statements_however_many_there_are(
    cast, opened, django_assert_num_queries
):
    as_hannah = opened(cast.hannah, Capability.READ_FINDINGS)
    for _one in range(3):
        keep(cast, scores(cast))
        with django_assert_num_queries(3):
            queries.scores(as_hannah)
