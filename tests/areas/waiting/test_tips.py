"""Ideas for every family that waits: chosen by those who treat, and never one that depends on the child."""

import pytest

from alongside.areas.library import queries as library
from alongside.areas.waiting import actions as waiting
from alongside.areas.waiting import queries
from alongside.core.refusals import InvalidInput, NotAllowed, NotFound


def choose(cast, player, *ideas):
    chosen = waiting.choose_tips(
        actor=player.actor, clinic=cast.clinic.pk, ideas=[one.uuid for one in ideas], at=cast.at
    )
    return [one.name for one in chosen]


def test_the_owner_and_the_therapists_choose_and_the_desk_does_not(cast):
    one, two, *_ = queries.tips_to_choose(cast.clinic.pk)
    assert choose(cast, cast.hannah, two, one) == sorted([one.name, two.name])
    assert choose(cast, cast.olive, two, two) == [two.name]
    with pytest.raises(NotAllowed):
        choose(cast, cast.maria, one)
    for player in (cast.samira, cast.other_therapist):
        with pytest.raises(NotFound):
            choose(cast, player, one)
    assert queries.tips(cast.other_clinic.pk) == ()
    assert choose(cast, cast.olive) == []


def test_an_idea_that_needs_care_of_its_own_is_refused_and_so_are_more_than_six(cast):
    general = queries.tips_to_choose(cast.clinic.pk)
    special = next(one for one in library.strategies(cast.clinic.pk) if one.safety)
    assert special not in general
    with pytest.raises(InvalidInput, match="depends on the child") as refused:
        choose(cast, cast.olive, general[0], special)
    assert refused.value.field == "ideas"
    with pytest.raises(InvalidInput):
        choose(cast, cast.olive, *general[:7])
    assert queries.tips(cast.clinic.pk) == ()
