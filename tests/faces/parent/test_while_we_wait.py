"""While we wait: where the family stands, what is useful now, and never a word of blame."""

from datetime import date, timedelta
from html import unescape
from uuid import uuid4

import pytest

from alongside.areas.waiting import actions as waiting
from alongside.areas.waiting import queries
from alongside.areas.waiting.values import OptionToOffer, PlaceDraft, WhyEnded
from alongside.core.waiting import Range
from alongside.faces.common.waiting_words import range_words
from tests.areas.waiting.house import family, fills


@pytest.fixture
def waits(cast):
    """Idris waits since the end of October."""
    draft = PlaceDraft(since_on=date(2026, 10, 26), words="For the desk alone")
    waiting.keep_place(actor=cast.maria.actor, child=cast.idris, place=uuid4(), draft=draft, at=cast.at)


def look(client, address):
    return unescape(client.get(address).content.decode())


def test_a_family_reads_where_it_stands_and_what_helps_already(cast, samira, url, waits):
    fills(cast)
    shown = look(samira, url("while_we_wait"))
    for words in (
        "on our list since 26 October",
        "We cannot say yet how long it takes",
        "You hear from us by Monday 4 January",
        "Write to Maria at the desk.",
        "Draw together.",
        "Our week",
        "When you could come",
    ):
        assert words in shown
    assert "For the desk alone" not in shown
    assert url("while_we_wait") in look(samira, url("family"))


def test_the_range_says_how_few_it_knows_and_comforts_who_waited_longer(cast, samira, url, waits):
    today = cast.at.date()
    for number in range(9):
        one = family(cast, f"Child{number}", number, since_on=today - timedelta(days=14 + number % 3))
        waiting.end_place(actor=cast.maria.actor, child=one.child, why=WhyEnded.HAS_TIME, at=cast.at)
    shown = look(samira, url("while_we_wait"))
    assert "We have seen only 9 such waits, so it may turn out otherwise." in shown
    assert "You have waited longer than most. Please ask us how it stands." in shown


def test_ideas_that_the_clinic_chose_open_on_the_page_for_the_childs_age(cast, samira, url, waits):
    fit, other = (
        next(
            one for one in queries.tips_to_choose(cast.clinic.pk) if (one.age_from <= 6 <= one.age_to) is fits
        )
        for fits in (True, False)
    )
    assert fit.name not in look(samira, url("while_we_wait"))
    ideas = (fit.uuid, other.uuid)
    waiting.choose_tips(actor=cast.hannah.actor, clinic=cast.clinic.pk, ideas=ideas, at=cast.at)
    shown = look(samira, url("while_we_wait"))
    assert (fit.name in shown, fit.summary in shown, other.name in shown) == (True, True, False)
    assert "These are general words." in shown


@pytest.mark.parametrize(
    ("seen", "middle", "says"),
    [
        (40, (30, 60), ("The typical wait lies somewhere from 4 to 9 weeks.", "This is from 40 waits")),
        (40, (30, None), ("The typical wait may well be longer than 4 weeks.", "This is from 40 waits")),
        (40, (28, 28), ("The typical wait is about 4 weeks.", "This is from 40 waits")),
        (9, (30, 60), ("The typical wait lies somewhere from 4 to 9 weeks.", "We have seen only 9")),
        (40, (None, None), ("This is from 40 waits",)),
    ],
)
def test_how_sure_the_range_is_stands_beside_it(seen, middle, says):
    low, high = middle
    found = Range(low=14, high=70, middle=None, middle_low=low, middle_high=high, seen=seen, still=3)
    first, *rest = range_words(found)
    assert first == "Most families waited 2 to 10 weeks."
    assert [one.startswith(word) for one, word in zip(rest, says, strict=True)] == [True] * len(says)


def test_an_offer_is_the_first_thing_on_the_page(cast, samira, url, waits):
    time = OptionToOffer(
        time=uuid4(), therapist=cast.hannah.uuid, starts_at=cast.at + timedelta(days=9), minutes=45
    )
    offer = uuid4()
    waiting.offer_times(actor=cast.maria.actor, child=cast.idris, offer=offer, options=(time,), at=cast.at)
    assert url("offer", offer=offer) in look(samira, url("while_we_wait"))


def test_without_a_wait_there_is_no_page_and_no_link_to_it(samira, url):
    assert samira.get(url("while_we_wait")).status_code == 404
    assert url("while_we_wait") not in look(samira, url("family"))
