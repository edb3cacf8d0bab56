"""The plain model that the planner is compared with keeps every rule, and finds what can be found."""

import pytest

from alongside.config.slots import generate, plain, plain_highs
from alongside.core.slot_checker import violations, worth


@pytest.mark.parametrize("seed", range(3))
def test_the_plain_model_keeps_every_rule(seed):
    clinic = generate.made(2, 10, 1, seed)
    placed = plain_highs.plan(clinic, 20)
    assert placed
    assert violations(clinic, placed) == ()
    assert worth(clinic, placed)["served"] > 0


def test_an_option_is_a_time_that_is_allowed_by_itself():
    clinic = generate.made(2, 10, 1, 7)
    for option in plain.model(clinic).options[::50]:
        assert violations(clinic, plain.placements(clinic, [option])) == ()
