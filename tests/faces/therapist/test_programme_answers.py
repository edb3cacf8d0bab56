"""What the family answered, who does what, where an idea lives, and how far one tap at home may go."""

import re
from uuid import uuid4

import pytest

from alongside.areas.circle import actions as circle
from alongside.areas.programme import actions as changes
from alongside.areas.programme import queries
from alongside.areas.programme.values import Wish
from alongside.areas.story import actions as story
from alongside.core.capabilities import Capability
from alongside.core.moments import Fit
from tests.areas.programme import building
from tests.areas.story.drawing import two_homes


@pytest.fixture
def now(cast, opened):
    return lambda one: queries.placement(opened(cast.hannah, Capability.READ_PROGRAMME), one.uuid)


@pytest.fixture
def shown(hannah, url):
    return lambda query="": hannah.get(url("programme") + query).content.decode()


def about(player, cast, one, **more):
    return building.by(player, cast) | {"placement": one.uuid, **more}


def test_each_carers_answer_stands_at_the_idea(cast, shown):
    one = building.offered(cast)
    changes.answer_placement(**about(cast.samira, cast, one), answer=uuid4(), yes=True, confidence=8)
    asked = {"confidence": 3, "wish": Wish.SHOW, "question": "Which hand first?"}
    changes.answer_placement(**about(cast.karim, cast, one), answer=uuid4(), **asked)
    page = shown()
    assert "Samira: yes, 8 of 10 sure." in page
    assert "Karim: not yet, 3 of 10 sure, wants to be shown. “Which hand first?”" in page


def test_what_one_tap_at_home_changed_is_told_until_the_therapist_grades_it(cast, shown):
    one = building.live(cast)
    changes.regrade_by_fit(**about(cast.samira, cast, one), change=uuid4(), fit=Fit.TOO_HARD)
    words = {"answer": uuid4(), "yes": True, "confidence": 8}
    changes.answer_placement(**about(cast.samira, cast, one), **words)
    assert re.search(r"8 of 10 sure\.</li>\s+<li>Samira made it easier on", shown())
    changes.make_harder(**about(cast.hannah, cast, one), change=uuid4())
    assert "Samira made it easier on" not in shown()


def test_an_idea_that_was_refused_says_so(cast, shown):
    one = building.live(cast)
    changes.refuse_placement(**about(cast.samira, cast, one), change=uuid4())
    assert "not for them" in shown()


def test_days_home_and_parts_are_kept_and_shown(cast, hannah, url, shown, now):
    home = uuid4()
    circle.add_home(**building.by(cast.samira, cast), home=home, name="Mum’s", zone="")
    one = building.live(cast)
    page = shown(f"?open={one.uuid}")
    assert "every home" in page
    move = {"uuid": uuid4(), "routine": "bath", "days": ["0", "2"], "home": str(home)}
    assert hannah.post(url("move_placement", one.uuid), move).status_code == 302
    assert (now(one).routine, now(one).days, now(one).home) == ("bath", (0, 2), home)
    assert "Mum’s · Mon, Wed" in shown()
    assert "every home" not in shown(f"?open={one.uuid}")
    said = {"your_part": "You hold the heel.", "our_part": "I show it.", "notice": "Which foot."}
    words = {"uuid": uuid4(), "family_words": one.family_words, "minutes": 3} | said
    assert hannah.post(url("reword_placement", one.uuid), words).status_code == 302
    for part in ("You hold the heel.", "I show it."):
        assert part in shown()
    assert "Which foot." in shown(f"?open={one.uuid}")
    assert now(one).waits_for_family
    for wrong in ({"days": ["9"]}, {"home": str(uuid4())}):
        assert hannah.post(url("move_placement", one.uuid), move | wrong).status_code == 422


def test_how_far_one_tap_may_go_is_set_within_the_list(cast, hannah, url, shown, now):
    one = building.live(cast)
    assert "How far one tap at home may go" in shown(f"?open={one.uuid}")
    sent = {"uuid": uuid4(), "least": "-1", "most": "0"}
    assert hannah.post(url("bound_grades", one.uuid), sent).status_code == 302
    assert (now(one).bounds.least, now(one).bounds.most) == (-1, 0)
    assert hannah.post(url("bound_grades", one.uuid), sent | {"least": "-9"}).status_code == 422


def test_an_own_idea_has_nothing_to_bound(cast, hannah, url, shown):
    uuid = uuid4()
    idea = {"title": "Chef’s hands", "family_words": "Mash.", "routine": "meal.dinner", "minutes": 5}
    changes.place_idea(**building.by(cast.hannah, cast), placement=uuid, **idea)
    assert "How far one tap at home may go" not in shown(f"?open={uuid}")
    sent = {"uuid": uuid4(), "least": "-1", "most": "0"}
    assert hannah.post(url("bound_grades", uuid), sent).status_code == 422


def test_the_minutes_of_two_homes_are_named_home_by_home(cast, shown):
    mum, dad = two_homes(cast)
    for player, home, minutes in ((cast.samira, mum, 15), (cast.karim, dad, 20)):
        said = {"capacity": uuid4(), "home": home, "minutes_a_day": minutes, "words": ""}
        story.keep_capacity(**building.by(player, cast), **said)
    page = shown()
    assert "Minutes a day they said: <strong>Mum’s: 15, Dad’s: 20</strong>." in page
    assert "is possible" not in page
