"""When could you come: three taps, no script, one home apart from the other."""

from datetime import time

import pytest

from alongside.areas.circle.gate import open_child
from alongside.areas.diary.models import FamilyWindow
from alongside.areas.diary.queries import windows
from alongside.areas.story.values.week import MomentDraft
from alongside.core.capabilities import Capability
from alongside.core.fitting import Said, Wish
from alongside.faces.common.window_words import in_words
from tests.areas.story.drawing import draw, two_homes
from tests.faces.parent.test_week import Finger


def said(cast, player):
    opened = open_child(player.actor, cast.idris, Capability.READ_VISITS, cast.at, doing="test")
    return in_words([one.wish for one in windows(opened)])


def test_after_school_any_day_but_wednesday_in_three_taps(cast, samira, url):
    finger = Finger(samira, url("windows"))
    finger.tap("could", "AFTER_SCHOOL-ANY")
    finger.tap("never", "2")
    finger.press(url("windows"))
    assert finger.taps == 3
    assert said(cast, cast.maria) == "15:15 to 17:30 on Mon, Tue, Thu, Fri. Never Wednesday."


def test_what_was_kept_is_tapped_already(cast, samira, url):
    chips = {"could": ["AFTER_SCHOOL-0", "EVENING-0", "MORNING-4"], "never": ["2"], "free_from": "15:45"}
    assert samira.post(url("windows"), chips).status_code == 302
    html = samira.get(url("windows")).content.decode()
    for chip in ("AFTER_SCHOOL-0", "EVENING-0", "MORNING-4"):
        assert f'value="{chip}" checked' in html
    assert html.count(" checked") == 4
    assert 'value="15:45"' in html
    assert said(cast, cast.samira) == "8:45 to 12:00 on Fri; 15:45 to 20:00 on Mon. Never Wednesday."


def test_the_week_the_family_drew_taps_the_chips_first(cast, samira, url):
    moment = MomentDraft(routine="after_school", days=(0, 3), usual_at=time(15, 45))
    draw(cast.hannah, cast, moment)
    html = samira.get(url("windows")).content.decode()
    assert 'value="AFTER_SCHOOL-0" checked' in html
    assert html.count(" checked") == 2
    assert 'value="15:45"' in html
    assert "from your week" in html
    assert not FamilyWindow.objects.exists()


@pytest.mark.parametrize(
    "wrong", [{"free_from": "9:00"}, {"free_from": "soon"}, {"could": "LATE-0"}, {"never": "9"}]
)
def test_what_cannot_be_kept_comes_back_with_what_was_tapped(cast, samira, url, wrong):
    answer = samira.post(url("windows"), {"could": ["AFTER_SCHOOL-1"]} | wrong)
    assert answer.status_code == 422
    if "could" not in wrong:
        assert 'value="AFTER_SCHOOL-1" checked' in answer.content.decode()
    assert not FamilyWindow.objects.exists()


def test_a_home_keeps_its_own_times_and_never_sees_the_others(cast, samira, karim, url):
    mums, dads = two_homes(cast)
    samira.post(url("windows"), {"home": str(mums), "could": ["AFTER_SCHOOL-0"]})
    karim.post(url("windows"), {"home": str(dads), "could": ["EVENING-3"]})
    assert samira.post(url("windows"), {"home": str(dads), "could": ["MORNING-1"]}).status_code == 404
    assert said(cast, cast.samira) == "15:15 to 17:30 on Mon."
    assert said(cast, cast.karim) == "17:30 to 20:00 on Thu."
    html = samira.get(url("windows")).content.decode()
    assert "Dad’s" not in html
    assert 'value="EVENING-3" checked' not in html


def test_who_is_not_responsible_cannot_open_it(cast, sign_in, url, restrict):
    assert sign_in(cast.grandma).get(url("windows")).status_code == 403
    restrict(Capability.READ_VISITS)
    assert sign_in(cast.karim).get(url("windows")).status_code == 403
    assert sign_in(cast.other_parent).get(url("windows")).status_code == 404


def test_the_words_leave_nothing_out():
    part = Wish(weekday=4, starts=720, ends=915, said=Said.COULD_NOT)
    assert in_words([part]) == "Not 12:00 to 15:15 on Fri."
    assert in_words([]) == ""
