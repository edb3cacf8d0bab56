"""Pages open on a zone that the rules of the world renamed or dropped."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.urls import reverse

from alongside.areas.circle import actions as circle
from alongside.areas.circle import queries as homes
from alongside.areas.circle.models import Home
from alongside.areas.people.models import Clinic
from alongside.areas.waiting import actions as waiting
from alongside.areas.waiting.models import Offer
from alongside.areas.waiting.values import OptionToOffer
from alongside.core.capabilities import Capability
from tests.faces.desk.building import booked

RENAMED = "US/Pacific-New"


@pytest.mark.parametrize("zone", [RENAMED, "Europe/Nowhere"])
def test_pages_of_a_clinic_open_on_a_zone_that_is_no_more(cast, sign_in, zone):
    booked(cast, hours=72)
    Clinic.objects.update(zone=zone)
    desk = sign_in(cast.maria)
    for name in ("desk:week", "desk:day", "desk:waiting"):
        assert (name, desk.get(reverse(name)).status_code) == (name, 200)
    for name in ("desk:book", "desk:regular"):
        assert (name, desk.get(reverse(name, args=[cast.idris])).status_code) == (name, 200)
    assert sign_in(cast.samira).get(reverse("parent:visits", args=[cast.idris])).status_code == 200


def test_an_offer_is_read_on_a_zone_that_is_no_more(cast, sign_in):
    starts = cast.at + timedelta(days=8)
    option = OptionToOffer(time=uuid4(), therapist=cast.hannah.uuid, starts_at=starts, minutes=45)
    offer = waiting.offer_times(
        actor=cast.maria.actor, child=cast.idris, offer=uuid4(), options=[option], at=cast.at
    )
    Offer.objects.update(zone=RENAMED)
    page = sign_in(cast.samira).get(reverse("parent:offer", args=[cast.idris, offer.uuid]))
    assert page.status_code == 200


def test_a_home_keeps_the_clock_of_a_zone_that_is_no_more(cast, opened):
    circle.add_home(actor=cast.hannah.actor, child=cast.idris, home=uuid4(), name="Ours", zone="", at=cast.at)
    Home.objects.update(zone=RENAMED)
    (seen,) = homes.homes(opened(cast.hannah, Capability.READ_CIRCLE))
    assert seen.zone_info.key == "America/Los_Angeles"
