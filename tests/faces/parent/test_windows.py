"""When could you come: three taps, no script, one home apart from the other."""

from datetime import time

import pytest

from alongside.areas.circle.gate import open_child
from alongside.areas.diary import actions as diary
from alongside.areas.diary.models import FamilyWindow
from alongside.areas.diary.queries import windows
from alongside.areas.diary.values import WindowKind
from alongside.areas.diary.values.windows import WindowDraft
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


def test_what_would_be_best_is_said_with_one_more_tap(cast, samira, url):
    finger = Finger(samira, url("windows"))
    finger.tap("could", "AFTER_SCHOOL-ANY")
    finger.tap("best", "AFTER_SCHOOL-3")
    finger.press(url("windows"))
    assert finger.taps == 3
    told = "15:15 to 17:30 on Mon, Tue, Wed, Thu, Fri. Best 15:15 to 17:30 on Thu."
    assert said(cast, cast.maria) == told
    html = samira.get(url("windows")).content.decode()
    assert "<details open><summary>What would be best?" in html
    assert 'name="best" value="AFTER_SCHOOL-3" checked' in html
    samira.post(url("windows"), {"best": ["EVENING-0"]})
    assert said(cast, cast.maria) == "17:30 to 20:00 on Mon. Best 17:30 to 20:00 on Mon."


def test_times_that_no_chip_says_are_shown_to_the_minute_and_kept(cast, samira, url):
    drafts = [
        WindowDraft(weekday=day, from_time=starts, until_time=ends, kind=kind)
        for day, starts, ends, kind in (
            (0, time(15, 15), time(16), WindowKind.COULD),
            (0, time(16, 30), time(17), WindowKind.COULD),
            (0, time(18), time(18, 45), WindowKind.PREFER),
            (4, time(12), time(15, 15), WindowKind.COULD_NOT),
            (6, time(9), time(23, 59), WindowKind.COULD),
        )
    ]
    diary.keep_windows(actor=cast.samira.actor, child=cast.idris, windows=drafts, at=cast.at)
    before = said(cast, cast.samira)
    form = samira.get(url("windows")).context["page"].form
    assert len(form.others()) == 6
    sent = {field.html_name: field.value() or "" for line in form.others() for field in of(line)}
    assert samira.post(url("windows"), sent).status_code == 302
    assert said(cast, cast.samira) == before
    more = {"day_6": "2", "from_6": "10:05", "until_6": "10:50", "said_6": "PREFER"}
    samira.post(url("windows"), sent | more | {"from_1": "", "until_1": ""})
    after = said(cast, cast.samira)
    assert ("15:15 to 16:00" in before, "15:15 to 16:00" in after) == (True, False)
    assert "Best 10:05 to 10:50 on Wed; 18:00 to 18:45 on Mon." in after


def of(line):
    return line.day, line.start, line.end, line.said


@pytest.mark.parametrize(
    ("typed", "field"),
    [
        ({"from_1": "10:00", "day_1": "1"}, "until_1"),
        ({"from_1": "10:00", "until_1": "09:00", "day_1": "1"}, "until_1"),
        ({"from_1": "10:00", "until_1": "11:00"}, "day_1"),
        ({"from_2": "ten", "until_2": "11:00"}, "from_2"),
    ],
)
def test_a_time_that_cannot_be_comes_back_with_a_sentence_at_its_field(cast, samira, url, typed, field):
    answer = samira.post(url("windows"), typed)
    html = answer.content.decode()
    assert (answer.status_code, f'id="id_{field}_error"' in html) == (422, True)
    assert all(f'value="{value}"' in html for name, value in typed.items())
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
