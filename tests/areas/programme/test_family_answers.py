"""What carers say to an idea: yes, or please another one."""

from uuid import uuid4

import pytest

from alongside.areas.programme import actions as programme
from alongside.areas.programme.actions import NotLive
from alongside.core.refusals import InvalidInput, NotAllowed, NotFound
from tests.areas.programme.building import TOMORROW_CARD, by, live, place


def change(player, cast, placed, **more):
    return by(player, cast) | {"placement": placed.uuid, "change": uuid4()} | more


def test_one_responsible_carer_says_yes_for_the_family(cast):
    placed = live(cast)
    words = change(cast.karim, cast, placed, confidence=6)
    agreed = programme.agree_placement(**words)
    assert (agreed.agreed_by.name, agreed.agreed_at, agreed.confidence) == ("Karim", cast.at, 6)
    assert not agreed.waits_for_family
    assert programme.agree_placement(**words) == agreed
    for player in (cast.hannah, cast.grandma):
        with pytest.raises(NotAllowed):
            programme.agree_placement(**change(player, cast, placed))
    with pytest.raises(InvalidInput):
        programme.agree_placement(**change(cast.samira, cast, placed, confidence=11))


def test_nobody_says_yes_to_what_is_not_in_the_plan(cast):
    draft, placed = place(cast), live(cast)
    with pytest.raises(NotFound):
        programme.agree_placement(**change(cast.samira, cast, draft))
    programme.rest_placement(**change(cast.samira, cast, placed))
    with pytest.raises(NotLive):
        programme.agree_placement(**change(cast.samira, cast, placed))


def test_a_carer_wishes_another_idea_and_the_plan_stays_until_the_therapist_changes_it(cast):
    placed = live(cast)
    words = change(cast.samira, cast, placed, words="Mornings are too full.", instead=TOMORROW_CARD)
    wished = programme.swap_placement(**words)
    assert (wished.swap.words, wished.swap.instead) == ("Mornings are too full.", TOMORROW_CARD)
    assert wished.swap.by.name == "Samira"
    assert wished.is_live
    assert programme.swap_placement(**words) == wished
    with pytest.raises(NotFound):
        programme.swap_placement(**change(cast.samira, cast, placed, instead="S99"))
    moved = programme.move_placement(**change(cast.hannah, cast, placed), routine="bedtime")
    assert moved.swap is None


def test_a_wish_needs_no_words(cast):
    placed = live(cast)
    assert programme.swap_placement(**change(cast.karim, cast, placed)).swap.words == ""
