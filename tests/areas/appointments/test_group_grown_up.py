"""One grown-up comes to a group with two of its children: they are held once, as long as one of the two comes."""

from datetime import date

import pytest

from alongside.areas.appointments import actions as appointments
from alongside.areas.appointments.actions import SlotTaken
from alongside.areas.appointments.models import Visit, VisitCell
from alongside.areas.waiting import actions as waiting
from alongside.areas.waiting.models import FreedTime
from alongside.config.demo import people
from alongside.config.demo.people import Dice


@pytest.fixture
def desk(cast):
    return people.known(cast.maria.email)


@pytest.fixture
def pair(cast, sibling, desk, thursday, new_uuid):
    """The visits of Idris and Leila at one session of a group. Samira comes with both."""
    people.bring_in(Dice(5), sibling, desk, "Samira Osman", "Mum", cast.at, email=cast.samira.email)
    return appointments.book_group(
        actor=cast.maria.actor,
        children=(cast.idris, sibling),
        group=new_uuid(),
        name="Scissors club",
        therapist=cast.hannah.uuid,
        times=(thursday,),
        minutes=45,
        at=cast.at,
    )


@pytest.fixture
def third(cast, desk):
    """A child who comes with Samira and nobody else."""
    cem = people.register(Dice(8), cast.clinic, desk, "Cem Osman", date(2020, 1, 1), cast.at)
    people.bring_in(Dice(9), cem, desk, "Samira Osman", "Mum", cast.at, email=cast.samira.email)
    return cem


def said(cast, visit):
    return {"actor": cast.maria.actor, "child": visit.child, "visit": visit.uuid, "at": cast.at}


def comes_with():
    return list(Visit.objects.order_by("pk").values_list("comes_with", flat=True))


def test_a_grown_up_still_comes_with_the_child_who_stays(cast, pair, book, third):
    idris, leila = pair
    appointments.cancel_visit(**said(cast, idris))
    assert VisitCell.objects.filter(kind="CARER").count() == 9
    assert comes_with() == [None, cast.samira.pk]
    with pytest.raises(SlotTaken, match="grown-up"):
        book(child=third, therapist=cast.tom.uuid)
    appointments.cancel_visit(**said(cast, leila))
    assert VisitCell.objects.count() == 0
    assert book(child=third, therapist=cast.tom.uuid).is_open


def test_a_child_who_comes_back_comes_with_the_same_grown_up(cast, pair):
    for _ in range(2):
        appointments.cancel_visit(**said(cast, pair[0]))
        assert appointments.bring_back_visit(**said(cast, pair[0])).is_open
        assert comes_with() == [None, cast.samira.pk]
    appointments.cancel_visit(**said(cast, pair[1]))
    assert comes_with() == [cast.samira.pk, None]
    assert VisitCell.objects.filter(kind="CARER").count() == 9


def test_who_has_nobody_of_that_name_at_home_is_left_out(cast, pair, third, new_uuid):
    """Karim is with Idris alone: when he came and Idris goes, Leila is not his to bring."""
    Visit.objects.filter(uuid=pair[0].uuid).update(comes_with=cast.karim.pk)
    VisitCell.objects.filter(kind="CARER").update(resource=cast.karim.pk)
    appointments.cancel_visit(**said(cast, pair[0]))
    assert VisitCell.objects.filter(kind="CARER").count() == 0


def test_a_time_is_free_for_families_that_wait_once_nobody_of_the_group_comes(cast, pair):
    waiting.let_visit_go(**said(cast, pair[0]))
    assert FreedTime.objects.count() == 0
    waiting.could_not_come(**said(cast, pair[1]) | {"actor": cast.samira.actor})
    assert FreedTime.objects.get().visit == pair[1].uuid
