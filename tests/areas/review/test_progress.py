"""Progress of each goal: for the family in words and weeks, for the therapist with phases."""

from datetime import timedelta

import pytest

from alongside.areas.circle import actions as circle
from alongside.areas.programme import actions as programme
from alongside.areas.review import queries
from alongside.core.capabilities import Capability
from alongside.core.moments import Help
from alongside.core.progress import TrendCode
from alongside.core.refusals import NotAllowed
from tests.areas.review.loop import agreed_goal, tried

WEEKS = 5


@pytest.fixture
def five_weeks(cast, new_uuid, idea):
    for week in range(WEEKS):
        much = Help.A_LOT if week < 2 else Help.BY_SELF
        for day in range(3):
            tried(cast, new_uuid, idea, days=7 * week + day, much=much)


@pytest.fixture
def look(cast, opened):
    def looked(player, weeks=6):
        child = opened(player, Capability.READ_GOALS, at=cast.at + timedelta(weeks=WEEKS))
        return queries.progress(child, weeks)

    return looked


def test_the_family_reads_a_phrase_weeks_and_then_and_now(cast, five_weeks, look):
    [seen] = look(cast.samira)
    assert (seen.goal.title, seen.moments) == ("Both socks on before school", 15)
    assert seen.trend.code is TrendCode.UP_EARLY
    assert [week.said.text for week in seen.weeks] == ["0 of 3", "0 of 3", "3 of 3", "3 of 3", "3 of 3", "–"]
    assert (seen.then_now.then.by_self, seen.then_now.now.by_self) == (0, 3)
    assert seen.chart is None


def test_the_therapist_sees_phases_with_dated_change_lines(cast, new_uuid, idea, five_weeks, look):
    said = {"actor": cast.hannah.actor, "child": cast.idris, "placement": idea, "change": new_uuid()}
    programme.move_placement(routine="bedtime", at=cast.at + timedelta(days=14), **said)
    [seen] = look(cast.hannah)
    assert len(seen.chart.points) == 15
    assert (cast.at + timedelta(days=14)).date() in {line.on for line in seen.chart.lines}


def test_moments_of_one_goal_do_not_count_for_another(cast, new_uuid, five_weeks, look):
    agreed_goal(cast, new_uuid, title="Change of plan")
    by_title = {one.goal.title: one for one in look(cast.samira)}
    assert by_title["Change of plan"].moments == 0
    assert by_title["Change of plan"].trend.code is TrendCode.TOO_EARLY


def test_a_grandmother_counts_what_she_wrote_herself(cast, new_uuid, idea, five_weeks, look):
    tried(cast, new_uuid, idea, days=1, much=Help.BY_SELF, player=cast.grandma)
    [seen] = look(cast.grandma)
    assert seen.moments == 1


def test_progress_is_not_for_a_restricted_carer_who_may_not_read_goals(cast, opened, goal):
    named = (Capability.READ_WINS,)
    circle.restrict_carer(
        actor=cast.hannah.actor, child=cast.idris, person=cast.karim.uuid, named=named, at=cast.at
    )
    with pytest.raises(NotAllowed):
        queries.progress(opened(cast.karim, Capability.READ_WINS))
