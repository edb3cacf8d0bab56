"""What is held back never reaches paper, and what a therapist wrote stands on every sheet with the name and the day."""

from uuid import uuid4

import pytest

from alongside.areas.circle import actions as circle
from alongside.areas.programme import actions as programme
from alongside.areas.review import queries
from alongside.areas.review.queries import sheets
from alongside.areas.review.reports.family_plan import build
from alongside.core.capabilities import Capability
from tests.areas.programme.building import BALLOON, by, place, share, yes

WHY = "A foil ball, blown up by Samira."


@pytest.fixture
def ball(cast):
    """A balloon for a child of six: kept with Hannah's name."""
    placed = place(cast, strategy=BALLOON, routine="play.indoor", override=WHY)
    share(cast, placed)
    yes(cast, placed)
    return placed


def test_the_override_is_printed_with_name_reason_and_date_on_each_sheet(cast, opened, ball):
    samira = opened(cast.samira, Capability.READ_PROGRAMME)
    looked = f"Hannah looked at this on 23 November 2026: {WHY}"
    (idea,) = queries.family_plan(samira).ideas
    assert idea.override == looked
    assert not any(WHY in sentence for sentence in idea.cautions)
    (card,) = sheets.routine_card(samira, "play.indoor").ideas
    assert (card.override, card.cautions) == (looked, idea.cautions)
    assert looked in build._idea(idea)["what"]
    (hers,) = queries.family_plan(opened(cast.grandma, Capability.READ_PROGRAMME)).ideas
    assert (hers.override, WHY in str(hers)) == ("", False)


def test_what_a_fact_holds_back_is_not_printed_even_before_anybody_looked_again(cast, opened, ball):
    circle.record_safety_fact(**by(cast.hannah, cast), fact=uuid4(), code="latex", words="")
    for player in (cast.samira, cast.hannah):
        reader = opened(player, Capability.READ_PROGRAMME)
        assert queries.family_plan(reader).ideas == ()
        assert sheets.routines_on_paper(reader) == ()
    assert programme.recheck_programme(**by(cast.hannah, cast)) == (ball.title,)
