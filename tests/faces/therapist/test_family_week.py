"""The family's week at the desk: read home by home, with the homes arranged by the therapist."""

from datetime import time
from uuid import uuid4

import pytest

from alongside.areas.circle import queries as circle
from alongside.areas.story import actions as story
from alongside.areas.story.values import Goes
from alongside.areas.story.values.week import MomentDraft
from alongside.core.capabilities import Capability
from tests.areas.story.drawing import draw, keep, two_homes

BATH = MomentDraft(
    routine="bath",
    usual_at=time(18, 30),
    minutes_possible=5,
    energy=2,
    goes=Goes.HARD,
    days=(0, 2),
    words="Loud.",
)


@pytest.fixture
def show(hannah, url):
    def showing():
        return hannah.get(url("family_week")).content.decode()

    return showing


def test_the_week_is_read_as_the_family_drew_it(cast, show, hannah, url):
    assert "No week yet." in show()
    draw(cast.samira, cast, BATH)
    keep(story.keep_things, cast.samira, cast, home=None, things=("towel",))
    change = {"change": uuid4(), "home": None, "from_on": cast.at.date(), "until_on": None}
    keep(story.lighten_week, cast.samira, cast, **change)
    page = show()
    for word in ("Bath time", "Mon, Wed", "18:30", "Hard going", "“Loud.”", "towel", "Lighter for now since"):
        assert word in page
    assert url("family_week") in hannah.get(url("programme")).content.decode()


def test_both_homes_stand_apart(cast, show):
    hers, _his = two_homes(cast)
    draw(cast.samira, cast, BATH, home=hers)
    page = show()
    assert page.index("Mum’s") < page.index("Bath time") < page.index("Dad’s")


def test_the_therapist_arranges_the_homes(cast, show, hannah, url, opened):
    home = str(uuid4())
    assert hannah.post(url("add_home"), {"uuid": home, "name": ""}).status_code == 422
    assert hannah.post(url("add_home"), {"uuid": home, "name": "Mum’s"}).status_code == 302
    for person in (cast.samira, cast.karim):
        assert hannah.post(url("put_in_home", home), {"person": str(person.uuid)}).status_code == 302
    assert hannah.post(url("take_from_home", home), {"person": str(cast.karim.uuid)}).status_code == 302
    [seen] = circle.homes(opened(cast.hannah, Capability.READ_STORY))
    assert seen.grown_ups == ("Samira",)
    assert hannah.post(url("put_in_home", home), {"person": "nobody"}).status_code == 404
    assert hannah.post(url("end_home", home)).status_code == 302
    assert "Mum’s" not in show()


def test_nobody_but_the_childs_own_therapist_reads_it(cast, sign_in, url):
    assert sign_in(cast.tom).get(url("family_week")).status_code == 403
    assert sign_in(cast.other_therapist).get(url("family_week")).status_code == 404
    assert sign_in(cast.samira).get(url("family_week")).status_code in {403, 404}
