"""What gets in the way stands on the desk in one sentence, with one repair in a tap. Families never see it."""

import re
from datetime import timedelta
from uuid import uuid4

import pytest

from alongside.areas.appointments import actions as appointments
from alongside.areas.appointments import queries as visits
from alongside.areas.programme import queries as programme
from alongside.areas.story.values.week import MomentDraft
from alongside.core.barriers import Barrier
from alongside.core.capabilities import Capability
from alongside.faces.common import week_words
from tests.areas.practice.living import answered, in_the_way
from tests.areas.story.drawing import draw

PATTERN = "Mornings fail on school days: no time, three times since 23 November"
SCRIPT = {"headers": {"hx-request": "true"}}


@pytest.fixture
def in_a_week(cast, clock):
    """Something in the way on three school days; the clock stands on the Friday."""

    def told(idea, barrier=Barrier.NO_TIME):
        for days in (0, 2, 4):
            in_the_way(cast, idea, barrier, days=days)
        clock.at = cast.at + timedelta(days=4, hours=1)

    return told


@pytest.fixture
def page(hannah, url):
    return lambda **more: hannah.get(url("barriers"), **more).content.decode()


@pytest.fixture
def tap(hannah, url, page):
    """Tap the button of the only pattern."""

    def tapped(**more):
        form = page().split(url("mend_barrier"), 1)[1].split("</form>", 1)[0]
        sent = dict(re.findall(r'name="(\w+)" value="([^"]*)"', form.split("<button")[0]))
        return hannah.post(url("mend_barrier"), sent | more, follow=True).content.decode()

    return tapped


@pytest.fixture
def placed(cast, opened, idea):
    return lambda: programme.placement(opened(cast.hannah, Capability.READ_PROGRAMME), idea.uuid)


def test_three_mornings_are_one_sentence_on_the_page_and_on_the_child_page(
    hannah, url, idea, page, in_a_week
):
    in_a_week(idea)
    assert PATTERN in page()
    part = page(**SCRIPT)
    assert PATTERN in part
    assert "<html" not in part
    for name in ("child", "programme"):
        assert f'hx-get="{url("barriers")}"' in hannah.get(url(name)).content.decode()


def test_no_time_moves_the_idea_to_where_the_week_has_room(cast, idea, in_a_week, tap, placed, page):
    drawn = [MomentDraft(routine=code, minutes_possible=10, energy=3) for code in ("bath", "after_school")]
    draw(cast.samira, cast, *drawn)
    in_a_week(idea)
    place = re.search(r"Move to ([\w ]+) · ([\w, ]+)<", page())
    assert "No other part of their day fits this idea." not in page()
    assert "Moved. The family is asked if that is fine." in tap()
    assert placed().routine in {"bath", "after_school"}
    where = (week_words.routine_label(placed().routine), week_words.days_said(placed().days))
    assert place.groups() == where
    assert PATTERN not in page()


def test_without_another_place_the_idea_is_one_tap_away(idea, in_a_week, page):
    in_a_week(idea)
    assert f"?open={idea.uuid}#o-{idea.uuid}" in page()
    assert "No other part of their day fits this idea." in page()


def test_tired_makes_it_one_step_easier(idea, in_a_week, tap, placed, page):
    in_a_week(idea, Barrier.TIRED)
    assert "Mornings fail on school days: tired" in page()
    assert "One step easier now." in tap()
    assert placed().grade == -1
    assert "Nothing keeps getting in the way." in page()


def test_unsure_how_is_planned_for_the_visit(cast, idea, in_a_week, tap, page, opened):
    visit = uuid4()
    when = {"starts_at": cast.at + timedelta(days=9), "minutes": 45, "at": cast.at}
    booked = {"child": cast.idris, "visit": visit, "therapist": cast.hannah.uuid} | when
    appointments.book_visit(actor=cast.maria.actor, **booked)
    in_a_week(idea, Barrier.UNSURE_HOW)
    assert "Show it on 2 December" in page()
    assert "It is planned for the visit." in tap()
    planned = visits.planned(opened(cast.hannah, Capability.READ_CLINICAL_NOTES), visit)
    assert [one.words for one in planned] == [f"Show: {idea.title}"]
    assert "Nothing keeps getting in the way." in page()


def test_talking_about_it_is_enough(idea, in_a_week, tap, placed, page):
    in_a_week(idea, Barrier.DIDNT_WANT)
    assert "Choose another idea" in page()
    assert "Noted. From now on it counts anew." in tap(settled="on")
    assert placed().grade == 0
    assert "Nothing keeps getting in the way." in page()


def test_a_tap_that_changes_nothing_says_so_and_keeps_the_pattern(idea, in_a_week, tap, page):
    in_a_week(idea)
    assert "Look at the idea in the programme." in tap()
    assert PATTERN in page()


def test_each_carers_answers_stand_beside_their_name(cast, page, idea, clock):
    answered(cast, 2)
    answered(cast, 3, player=cast.karim, weeks=1)
    clock.forward(weeks=1, hours=1)
    told = page()
    assert "How each carer said it is going" in told
    assert re.search(r"Samira</strong>.*23 Nov: ", told)
    assert re.search(r"Karim</strong>.*30 Nov: ", told)


def test_nobody_else_opens_it(cast, sign_in, url, idea, in_a_week):
    in_a_week(idea)
    for player, answer in (
        (cast.samira, 403),
        (cast.grandma, 403),
        (cast.tom, 403),
        (cast.other_therapist, 404),
    ):
        assert sign_in(player).get(url("barriers")).status_code == answer
        assert sign_in(player).post(url("mend_barrier"), {}).status_code == answer


def test_what_the_family_told_is_listed_in_their_words(cast, idea, page):
    in_the_way(cast, idea, Barrier.OTHER, words="Grandma came.")
    assert "Grandma came." in page()
