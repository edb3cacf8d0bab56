"""A therapist left the clinic: the visits that are still booked with them stay in sight, and can be let go."""

from datetime import timedelta

import pytest
from django.urls import reverse

from alongside.areas.appointments import queries as appointments
from alongside.areas.people import actions as people
from alongside.areas.waiting.models import FreedTime
from alongside.core.capabilities import Capability
from tests.faces.desk.building import booked

DAY, WEEK = reverse("desk:day"), reverse("desk:week")
ON = {"on": "2026-11-26"}


@pytest.fixture
def left(cast, clock):
    """Two visits on Thursday, with Tom, who left the team this morning."""
    visits = [booked(cast, hours=hours, therapist=cast.tom) for hours in (72, 74)]
    people.end_membership(actor=cast.olive.actor, clinic=cast.clinic.pk, person=cast.tom.uuid, at=cast.at)
    clock.forward(minutes=5)
    return visits


def test_the_visits_of_who_left_stand_in_the_day_and_in_the_week(cast, sign_in, left):
    client = sign_in(cast.maria)
    page = client.get(DAY, ON).content.decode()
    assert (page.count("Idris Osman"), page.count("Tom")) == (2, 2)
    week = client.get(WEEK).content.decode()
    assert "Hannah, Tom" in week
    for visit in left:
        address = reverse("desk:visit", args=[cast.idris, visit.uuid])
        assert address in week
        assert client.get(address).status_code == 200
    assert f"therapist={cast.tom.uuid}&" not in week
    assert "Tom" not in client.get(WEEK, {"week": "2026-11-30"}).content.decode()


def test_the_family_and_the_desk_let_them_go_and_nobody_is_asked_to_take_them(cast, sign_in, left, opened):
    ours, theirs = left
    away = reverse("parent:could_not_come", args=[cast.idris, ours.uuid])
    assert sign_in(cast.samira).post(away).status_code == 302
    cancel = reverse("desk:cancel", args=[cast.idris, theirs.uuid])
    assert sign_in(cast.maria).post(cancel, {"why": "clinic"}).status_code == 302
    assert appointments.upcoming(opened(cast.maria, Capability.READ_VISITS)) == ()
    assert FreedTime.objects.count() == 0
    booked(cast, hours=(ours.starts_at - cast.at) // timedelta(hours=1))
