"""From "when could you come" to a regular time, on a phone and at a desk."""

import pytest

from tests.journeys import choosing
from tests.journeys.home import DESK, PHONE


@pytest.mark.parametrize("size", [PHONE, DESK], ids=["390", "1280"])
def test_a_family_chooses_its_time(home, browser, size):
    phone, desk = choosing.browsers(home, browser, size)
    choosing.the_family_says_when_it_could_come(phone)
    child = choosing.child_of(phone)
    titles = choosing.the_desk_offers_three(desk, child, size["width"])
    choosing.the_family_takes_one(phone, child, titles[0], size["width"])
    choosing.one_visit_is_given_back(phone, child)
    assert home.strangers == set()
    assert home.complaints == []
    phone.context.close()
    desk.context.close()
