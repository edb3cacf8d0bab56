"""An idea is judged where it happens and by who is near, as the family drew its week."""

from datetime import time
from uuid import uuid4

import pytest

from alongside.areas.circle import actions as circle
from alongside.areas.programme import actions as programme
from alongside.areas.programme import queries
from alongside.areas.programme.actions import SafetyRefused
from alongside.areas.story import actions as story
from alongside.areas.story.values import Attention
from alongside.core.capabilities import Capability
from alongside.core.safety import Ruling
from tests.areas.programme.building import by, live, place, share

BUBBLES = {"strategy": "S25", "routine": "bath"}
WHY = "Karim sits beside the tub."


def draw(cast, attention, routine="bath", player=None, home=None):
    moment = {"moment": uuid4(), "routine": routine, "usual_at": time(18, 30), "minutes_possible": 10}
    where = {"home": home} if home else {}
    told = by(player or cast.samira, cast) | moment | where
    story.keep_day_moment(**told, words="", attention=attention)


def test_water_where_nobody_stays_within_touch_is_not_placed(cast):
    draw(cast, Attention.NEARBY)
    with pytest.raises(SafetyRefused, match="nobody within touch"):
        place(cast, **BUBBLES)
    draw(cast, Attention.FULL)
    assert not place(cast, **BUBBLES).is_held


def test_a_search_judges_the_routine_too(cast, opened):
    draw(cast, Attention.NEARBY)
    found = queries.ideas_for(opened(cast.hannah, Capability.PROPOSE_PROGRAMME))
    water = next(one for one in found if one.card.code == "S25")
    assert (water.ruling, water.reasons[0]) == (Ruling.NEVER_UNLESS, "Water, and nobody within touch.")


def test_a_grown_up_who_leaves_the_routine_rests_what_needs_one(cast, opened):
    bubbles = live(cast, **BUBBLES)
    draw(cast, Attention.NONE)
    assert programme.recheck_programme(**by(cast.samira, cast)) == (bubbles.title,)
    (told,) = queries.rested(opened(cast.samira, Capability.READ_PROGRAMME))
    assert (told.sentence, told.because) == (
        "Only when a grown-up stays within touch.",
        "nobody within touch",
    )


def test_an_idea_is_judged_again_where_it_moves_to(cast):
    draw(cast, Attention.NEARBY, routine="play.indoor")
    bubbles = live(cast, **BUBBLES)
    moved = by(cast.hannah, cast) | {"placement": bubbles.uuid, "routine": "play.indoor"}
    with pytest.raises(SafetyRefused, match="nobody within touch"):
        programme.move_placement(**moved, change=uuid4())


def test_a_reason_for_one_place_does_not_hold_in_another(cast):
    draw(cast, Attention.NEARBY)
    draw(cast, Attention.NONE, routine="play.indoor")
    bubbles = place(cast, **BUBBLES, override=WHY)
    share(cast, bubbles)
    moved = by(cast.hannah, cast) | {"placement": bubbles.uuid, "routine": "play.indoor"}
    with pytest.raises(SafetyRefused):
        programme.move_placement(**moved, change=uuid4())


def test_what_one_home_says_does_not_hold_back_the_other_and_both_count_for_both(cast):
    for player in (cast.samira, cast.karim):
        home = uuid4()
        circle.add_home(
            actor=player.actor, child=cast.idris, home=home, name=player.name, zone="", at=cast.at
        )
        draw(cast, Attention.NEARBY if player is cast.karim else Attention.FULL, player=player, home=home)
    with pytest.raises(SafetyRefused):
        place(cast, **BUBBLES)
