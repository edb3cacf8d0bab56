"""On small clinics the planner is compared with every plan there is."""

import numpy as np
import pytest

from alongside.core.slot_checker import violations
from alongside.core.slots.options import options
from alongside.core.slots.planner import plan
from alongside.core.slots.prices import Market, Prices
from tests.core.slots.small_clinics import best_of_all, small, watch

# A piece is left when nothing more than this can be won in it.
CLOSE = 8


@pytest.mark.parametrize("seed", range(5))
def test_no_plan_is_above_the_bound_and_the_planner_finds_the_best(seed):
    instance = small(seed)
    best = best_of_all(instance)
    found = plan(instance, watch())
    assert violations(instance, found.placements) == ()
    assert best - CLOSE <= found.objective <= best <= found.bound


@pytest.mark.parametrize("seed", range(8, 11))
def test_the_bound_holds_at_any_prices(seed):
    instance = small(seed)
    best, market = best_of_all(instance), Market(options(instance))
    draw = np.random.default_rng(seed)
    for size in (0, 3, 40, 300):
        none = market.first_prices()
        prices = Prices(
            cells=draw.normal(0, size + 0.1, none.cells.shape),
            rooms=draw.normal(0, size + 0.1, none.rooms.shape),
            minutes=draw.normal(0, size / 30 + 0.1, none.minutes.shape),
        )
        assert market.ask(prices.rounded()).bound >= best
