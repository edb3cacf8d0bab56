"""Several children at one time: chosen by name, booked together, one block in the week."""

from datetime import date, timedelta
from uuid import uuid4

import pytest
from django.urls import reverse

from alongside.areas.appointments import queries as appointments
from alongside.config.demo import people
from alongside.config.demo.people import Dice, Somebody
from alongside.core.capabilities import Capability
from tests.faces.desk.building import typed

GROUP = reverse("desk:book_group")


@pytest.fixture
def lia(cast):
    """A second child of Willow House."""
    dice = Dice(11)
    maria = cast.maria
    desk = Somebody(pk=maria.pk, uuid=maria.uuid, name=maria.name, short_name="Maria", email=maria.email)
    return people.register(dice, cast.clinic, desk, "Lia Neves", date(2020, 3, 1), cast.at)


@pytest.fixture
def upcoming(cast, opened):
    return lambda child=None: appointments.upcoming(opened(cast.maria, Capability.READ_VISITS, child))


def test_children_are_chosen_by_name(cast, sign_in, lia):
    client = sign_in(cast.maria)
    page = client.get(GROUP, {"q": "lia"}).content.decode()
    assert f"?child={lia}" in page
    assert "Book the group" not in page
    page = client.get(GROUP, {"child": [str(lia)], "q": "idr"}).content.decode()
    assert f"child={lia}&amp;child={cast.idris}" in page
    assert "Book the group" in page
    assert client.get(GROUP, {"child": [str(cast.rosa)]}).status_code == 404
    assert client.get(GROUP, {"child": ["nobody"]}).status_code == 200


def test_a_group_is_booked_whole_and_stands_once_in_the_week(cast, sign_in, lia, upcoming):
    client = sign_in(cast.maria)
    form = typed(cast.at + timedelta(days=1), cast.hannah, weeks="2", name="Swing group")
    form |= {"child": [str(cast.idris), str(lia)], "colleagues": [str(cast.tom.uuid)]}
    for _ in range(2):
        assert client.post(GROUP, form).status_code == 302
    assert [len(upcoming()), len(upcoming(lia))] == [2, 2]
    week = client.get(reverse("desk:week")).content.decode()
    assert week.count("<strong>Swing group</strong>") == 2  # Hannah's lane and Tom's
    assert "Swing group" not in sign_in(cast.tom).get(reverse("desk:week")).content.decode()
    other = sign_in(cast.maria).post(GROUP, form | {"uuid": str(uuid4())})
    assert other.status_code == 422
    assert "has another visit on" in other.content.decode()


def test_a_child_leaves_and_the_group_goes_on(cast, sign_in, lia, upcoming):
    client = sign_in(cast.maria)
    form = typed(cast.at + timedelta(days=1), cast.hannah, name="Swing group")
    client.post(GROUP, form | {"child": [str(cast.idris), str(lia)]})
    (visit,) = upcoming(lia)
    page = client.get(reverse("desk:visit", args=[lia, visit.uuid])).content.decode()
    assert "Take Lia out" in page
    leave = reverse("desk:leave_group", args=[lia, visit.group])
    assert client.post(leave).status_code == 302
    assert [len(upcoming()), len(upcoming(lia))] == [1, 0]
    assert client.post(reverse("desk:leave_group", args=[lia, uuid4()])).status_code == 404


def test_who_never_came_to_a_group_is_told_so_and_nothing_changes(cast, sign_in, lia, upcoming):
    client = sign_in(cast.maria)
    form = typed(cast.at + timedelta(days=1), cast.hannah, name="Swing group")
    client.post(GROUP, form | {"child": [str(cast.idris)]})
    (visit,) = upcoming()
    answer = client.post(reverse("desk:leave_group", args=[lia, visit.group]))
    assert (answer.status_code, "This child is not in the group." in answer.content.decode()) == (422, True)
    assert upcoming() == (visit,)


def test_a_group_needs_a_name_and_a_usual_time(cast, sign_in, upcoming):
    client, form = sign_in(cast.maria), typed(cast.at + timedelta(days=6), cast.hannah)
    answer = client.post(GROUP, form | {"child": [str(cast.idris)]})
    assert answer.status_code == 422
    sunday = client.post(GROUP, form | {"child": [str(cast.idris)], "name": "Swing group"})
    assert "Yes, at this unusual time" in sunday.content.decode()
    assert upcoming() == ()
