"""Every path on which an idea reaches a family is walked with a danger on it; one that forgets to judge fails here."""

from dataclasses import replace
from datetime import time
from uuid import uuid4

import pytest

from alongside.areas.appointments import actions as appointments
from alongside.areas.circle import actions as circle
from alongside.areas.conversation import actions as conversation
from alongside.areas.programme import actions as programme
from alongside.areas.programme import queries
from alongside.areas.programme.actions import SafetyRefused
from alongside.areas.programme.models import Placement
from alongside.areas.programme.queries import week
from alongside.areas.review import queries as review
from alongside.areas.review.queries import sheets
from alongside.areas.story import actions as story
from alongside.areas.story.values import Attention
from alongside.core import safety
from alongside.core.capabilities import Capability
from alongside.core.safety import Ruling
from tests.areas.programme.building import agreed_goal, by, later, live, offered, place, share, yes

SWING = {"strategy": "S35", "routine": "play.outdoor"}
UNSAFE = "seizures_uncontrolled"


def learn(cast, code=UNSAFE):
    """Written down past the second look, so that each path has to see the danger by itself."""
    circle.record_safety_fact(**by(cast.hannah, cast), fact=uuid4(), code=code, words="")


def search(cast, opened, swing):
    ideas = queries.ideas_for(opened(cast.hannah, Capability.PROPOSE_PROGRAMME))
    assert next(one for one in ideas if one.card.code == "S35").ruling >= Ruling.NEVER_UNLESS
    raise SafetyRefused(())


def plan(cast, opened, swing):
    child = by(cast.samira, cast)
    told = {"moment": uuid4(), "routine": "play.outdoor", "usual_at": time(16), "minutes_possible": 15}
    story.keep_day_moment(**child | told, words="")
    agreed_goal(cast)
    proposal = week.proposal(opened(cast.hannah, Capability.PROPOSE_PROGRAMME))
    assert "S35" not in {one.strategy for one in proposal.choices}
    raise SafetyRefused(())


def placing(cast, opened, swing):
    place(cast, **SWING)


def sharing(cast, opened, swing):
    Placement.objects.filter(uuid=swing.uuid).update(
        state="DRAFT", live_since=None, agreed_at=None, agreed_by=None
    )
    share(cast, swing)


def saying_yes(cast, opened, swing):
    Placement.objects.filter(uuid=swing.uuid).update(state="OFFERED", live_since=None)
    yes(cast, swing)


def bringing_back(cast, opened, swing):
    Placement.objects.filter(uuid=swing.uuid).update(state="RESTING", live_since=None)
    programme.resume_placement(**by(cast.hannah, cast), placement=swing.uuid, change=uuid4())


def moving(cast, opened, swing):
    words = by(cast.hannah, cast) | {"placement": swing.uuid, "change": uuid4(), "routine": "play.indoor"}
    programme.move_placement(**words)


def handing_over(cast, opened, swing):
    given = {"handover": uuid4(), "visit": uuid4(), "placement": swing.uuid, "words": "Swing"}
    booked = {
        "visit": given["visit"],
        "therapist": cast.hannah.uuid,
        "starts_at": later(cast, hours=1),
        "minutes": 45,
    }
    appointments.book_visit(actor=cast.maria.actor, child=cast.idris, at=cast.at, **booked)
    conversation.hand_over(**by(cast.hannah, cast) | given)


def printing(cast, opened, swing):
    for player in (cast.samira, cast.hannah):
        reader = opened(player, Capability.READ_PROGRAMME)
        assert review.family_plan(reader).ideas == ()
        assert sheets.routines_on_paper(reader) == ()
    raise SafetyRefused(())


def today(cast, opened, swing):
    assert all(one.is_held for one in queries.live_placements(opened(cast.samira, Capability.READ_PROGRAMME)))
    raise SafetyRefused(())


PATHS = (search, plan, placing, sharing, saying_yes, bringing_back, moving, handing_over, printing, today)


@pytest.mark.parametrize("path", PATHS)
def test_no_path_lets_an_unsafe_idea_through(path, cast, opened):
    swing = live(cast, **SWING)
    learn(cast)
    with pytest.raises(SafetyRefused):
        path(cast, opened, swing)
    programme.recheck_programme(**by(cast.hannah, cast))
    assert Placement.objects.get(uuid=swing.uuid).state in {"RESTING", "DRAFT"}


@pytest.mark.parametrize("path", [placing, sharing, saying_yes, bringing_back, moving, handing_over])
def test_a_path_with_the_rule_taken_away_is_let_through_so_the_rule_is_what_stops_it(
    path, cast, opened, monkeypatch
):
    swing = live(cast, **SWING)
    learn(cast)
    calm = {code: one for code, one in safety.RULES.items() if one.base < Ruling.EXCLUDED}
    monkeypatch.setattr(safety, "RULES", {code: replace(one, rules=()) for code, one in calm.items()})
    path(cast, opened, swing)


def test_who_is_near_stops_placing_and_printing_too(cast, opened):
    bubbles = offered(cast, strategy="S25", routine="bath")
    yes(cast, bubbles)
    told = {"moment": uuid4(), "routine": "bath", "usual_at": time(18), "minutes_possible": 10, "words": ""}
    story.keep_day_moment(**by(cast.samira, cast) | told, attention=Attention.NONE)
    with pytest.raises(SafetyRefused):
        place(cast, strategy="S25", routine="bath")
    reader = opened(cast.samira, Capability.READ_PROGRAMME)
    assert sheets.routines_on_paper(reader) == ()
    assert queries.placement(reader, bubbles.uuid).is_held
