"""Units of timed services: the two rules, their edges, and what they leave to a person."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alongside.core import billing_units, exact
from alongside.core.billing_units import ama_midpoint_rule, cms_8_minute_rule

CODES = ["97110", "97112", "97530", "97535"]
visits = st.dictionaries(st.sampled_from(CODES), st.integers(0, 200), min_size=1)

EDGES = [
    (0, 0),
    (7, 0),
    (8, 1),
    (22, 1),
    (23, 2),
    (37, 2),
    (38, 3),
    (52, 3),
    (53, 4),
    (67, 4),
    (68, 5),
    (112, 7),
]


@pytest.mark.parametrize(("minutes", "units"), EDGES)
def test_both_rules_agree_on_a_single_code(minutes: int, units: int) -> None:
    for rule in (cms_8_minute_rule, ama_midpoint_rule):
        got = rule({"97530": minutes})
        assert (got.total_units, got.units) == (units, {"97530": units})


def test_the_same_minutes_can_be_worth_different_units() -> None:
    eight = {"97530": 8, "97535": 8}
    assert cms_8_minute_rule(eight).total_units == 1
    assert ama_midpoint_rule(eight).total_units == 2


def test_units_left_go_to_the_largest_remainders() -> None:
    got = cms_8_minute_rule({"97110": 18, "97112": 13, "97530": 10, "97535": 8})
    assert list(got.units.values()) == [1, 1, 1, 0]
    assert (got.total_units, got.to_choose, got.between) == (3, 0, ())


def test_equal_remainders_are_left_to_a_person() -> None:
    got = cms_8_minute_rule({"97112": 20, "97110": 20})
    assert (got.total_units, dict(got.units)) == (3, {"97112": 1, "97110": 1})
    assert (got.to_choose, got.between) == (1, ("97112", "97110"))
    three = cms_8_minute_rule({"97112": 7, "97110": 7, "97140": 7})
    assert (three.total_units, three.to_choose, len(three.between)) == (1, 1, 3)
    mixed = cms_8_minute_rule({"97110": 14, "97112": 7, "97530": 7, "97535": 2})
    assert (mixed.total_units, mixed.units["97110"], mixed.to_choose) == (2, 1, 1)
    assert mixed.between == ("97112", "97530")


@given(visits)
def test_no_unit_is_lost_and_none_is_invented(minutes: dict[str, int]) -> None:
    got = cms_8_minute_rule(minutes)
    total = sum(minutes.values())
    assert got.total_units == (0 if total < 8 else (total + 7) // 15)
    assert sum(got.units.values()) + got.to_choose == got.total_units
    assert all(got.units[code] in {spent // 15, spent // 15 + 1} for code, spent in minutes.items())
    assert got.to_choose < len(got.between) or not got.between
    assert all(minutes[code] % 15 for code in got.between)


@given(visits)
def test_the_order_of_the_codes_does_not_matter(minutes: dict[str, int]) -> None:
    turned = dict(reversed(minutes.items()))
    here, there = cms_8_minute_rule(minutes), cms_8_minute_rule(turned)
    assert here.units == there.units
    assert set(here.between) == set(there.between)
    assert ama_midpoint_rule(minutes).units == ama_midpoint_rule(turned).units


@pytest.mark.parametrize(
    ("minutes", "refusal"),
    [
        ({"97530": -1}, billing_units.MinutesOutOfRange),
        ({"97530": 7.5}, billing_units.MinutesOutOfRange),
        ({"97530": 1441}, billing_units.MinutesOutOfRange),
        ({"97530": None}, exact.NotANumber),
        ({"97530 and what it is called": 8}, billing_units.CodeNotBare),
        ({"": 8}, billing_units.CodeNotBare),
        ({str(code): 8 for code in range(51)}, billing_units.TooManyCodes),
    ],
)
def test_what_cannot_be_counted_is_refused_by_name(minutes: dict, refusal: type) -> None:
    for rule in (cms_8_minute_rule, ama_midpoint_rule):
        with pytest.raises(refusal) as refused:
            rule(minutes)
        assert str(refused.value).endswith(".")


def test_whole_minutes_may_be_written_as_decimals_and_nothing_is_nothing() -> None:
    assert cms_8_minute_rule({"97530": Decimal("24.0")}).total_units == 2
    assert cms_8_minute_rule({}).total_units == ama_midpoint_rule({}).total_units == 0
