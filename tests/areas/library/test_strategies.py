"""The library of ideas."""

from uuid import uuid4

import pytest

from alongside.areas.library import queries
from alongside.areas.library.actions import load_starter_strategies
from alongside.areas.library.models import LibraryStamp, Strategy
from alongside.areas.library.values import Light
from alongside.core import routines, safety
from alongside.core.refusals import NotFound


def codes(found):
    return {card.code for card in found}


def test_every_starter_idea_is_there_and_loading_them_again_changes_nothing(cast):
    before = list(Strategy.objects.order_by("code").values())
    stamp = LibraryStamp.objects.get()
    assert load_starter_strategies() == len(before) >= 40
    assert list(Strategy.objects.order_by("code").values()) == before
    assert LibraryStamp.objects.get().stamp == stamp.stamp
    assert len(queries.strategies(cast.clinic.pk)) == len(before)


def test_an_idea_that_a_release_words_otherwise_keeps_what_it_said(cast):
    Strategy.objects.filter(code="S01").update(name="Pop the wrap", version=3)
    before = LibraryStamp.objects.get().stamp
    load_starter_strategies()
    now = queries.strategy(cast.clinic.pk, "S01")
    assert (now.name, now.version) == ("Bubble-wrap pop trail", 4)
    earlier = queries.versions(cast.clinic.pk, "S01")
    assert [(one.number, one.name, one.by, one.until) for one in earlier] == [(3, "Pop the wrap", "", None)]
    assert LibraryStamp.objects.get().stamp != before


def test_every_starter_idea_speaks_the_languages_of_the_core(cast):
    for code in codes(queries.strategies(cast.clinic.pk)):
        strategy = queries.strategy(cast.clinic.pk, code)
        assert strategy.routine in routines.ROUTINES
        assert safety.CODES.issuperset(strategy.safety_codes)
        assert strategy.easier
        assert strategy.harder
        assert strategy.evidence.statement
        assert strategy.frequency.times_min <= strategy.frequency.times_max


def test_ideas_are_found_by_words_routine_domain_minutes_age_and_what_is_needed(cast):
    found = queries.strategies(cast.clinic.pk, search="TRAIL pinch")
    assert codes(found) == {"S01"}
    every = queries.strategies(
        cast.clinic.pk, routine="play.indoor", domain="fine_motor", max_minutes=5, age_years=3.5
    )
    assert codes(every) == {"S01"}
    assert not queries.strategies(cast.clinic.pk, search="no such words anywhere")
    bare = queries.strategies(cast.clinic.pk, no_kit=True)
    assert all(not card.materials for card in bare)
    assert len(bare) < len(queries.strategies(cast.clinic.pk))


def test_an_idea_is_read_by_code_and_by_uuid_and_an_unknown_one_is_not_found(cast):
    strategy = queries.strategy(cast.clinic.pk, "S01")
    assert queries.strategy(cast.clinic.pk, strategy.uuid) == strategy
    assert strategy.steps[0].startswith("Tape a strip")
    assert strategy.supervision.rules == (("<5", "TOUCH"), ("mouths_objects", "TOUCH"))
    for unknown in ("S99", uuid4()):
        with pytest.raises(NotFound):
            queries.strategy(cast.clinic.pk, unknown)


def test_the_light_is_said_in_careful_words_and_never_alone(cast):
    every = [
        queries.strategy(cast.clinic.pk, code).evidence for code in codes(queries.strategies(cast.clinic.pk))
    ]
    assert {one.label for one in every if one.light is Light.GREEN} == {"Well supported as an approach"}
    assert all(one.statement and one.source and one.checked_on for one in every)


def test_an_idea_of_one_clinic_is_unknown_in_another(cast):
    kept = Strategy.objects.filter(code="S01").values().get()
    Strategy.objects.create(
        **kept
        | {"id": None, "uuid": uuid4(), "code": "W01", "clinic_id": cast.clinic.pk}
        | {"by_id": cast.hannah.pk, "at": cast.at}
    )
    assert "W01" in codes(queries.strategies(cast.clinic.pk))
    assert "W01" not in codes(queries.strategies(cast.other_clinic.pk))
    with pytest.raises(NotFound):
        queries.strategy(cast.other_clinic.pk, "W01")


def test_a_retired_idea_is_no_longer_offered_and_still_read_where_it_is_used(cast):
    Strategy.objects.filter(code="S01").update(retired_at=cast.at)
    assert "S01" not in codes(queries.strategies(cast.clinic.pk))
    assert queries.strategy(cast.clinic.pk, "S01").name == "Bubble-wrap pop trail"


def test_the_list_takes_one_statement(cast, django_assert_num_queries):
    with django_assert_num_queries(1):
        queries.strategies(cast.clinic.pk, search="a")
