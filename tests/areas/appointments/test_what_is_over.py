"""What is over stays as it was; a therapist who left gets no more visits; and nobody fills a list for others."""

from datetime import date, time, timedelta

import pytest

from alongside.areas.appointments import actions as appointments
from alongside.areas.appointments import queries
from alongside.areas.appointments.actions import TherapistLeft, VisitOver
from alongside.areas.appointments.values import VisitState
from alongside.areas.people import actions as people
from alongside.core.capabilities import Capability
from alongside.core.refusals import InvalidInput

MINUTE = timedelta(minutes=1)


@pytest.fixture
def act(cast):
    def acted(action, player=cast.maria, **given):
        return action(**({"actor": player.actor, "child": cast.idris, "at": cast.at} | given))

    return acted


@pytest.fixture
def leave(cast):
    def left(player):
        team = {"actor": cast.olive.actor, "clinic": cast.clinic.pk}
        people.end_membership(**team, person=player.uuid, at=cast.at + MINUTE)

    return left


def test_a_family_can_say_it_until_the_visit_would_have_ended(cast, act, book, thursday):
    visit, other = book(), book(starts_at=thursday + timedelta(hours=2))
    away = {"player": cast.samira, "visit": visit.uuid}
    during, over = thursday + 44 * MINUTE, thursday + 45 * MINUTE
    said = act(appointments.could_not_come, **away, at=during)
    assert said.state is VisitState.COULD_NOT_COME
    assert act(appointments.could_not_come, **away, at=over).changed_at == during
    with pytest.raises(VisitOver):
        act(appointments.could_not_come, player=cast.samira, visit=other.uuid, at=over + timedelta(hours=2))
    noted = {"visit": other.uuid, "at": thursday + timedelta(days=1), "family_could_not_come": True}
    assert act(appointments.cancel_visit, **noted).state is VisitState.COULD_NOT_COME


def test_nobody_wishes_for_another_time_of_a_visit_that_is_over(cast, act, book, thursday, new_uuid):
    wish = {"player": cast.samira, "visit": book().uuid, "request": new_uuid(), "words": "After school?"}
    with pytest.raises(VisitOver):
        act(appointments.ask_to_change, **wish, at=thursday + 45 * MINUTE)
    assert len(act(appointments.ask_to_change, **wish, at=thursday)) == 1


def test_a_regular_time_does_not_go_on_with_a_therapist_who_left(cast, act, leave, new_uuid):
    rule = {"first_on": date(2026, 11, 26), "local_time": time(9), "count": 3, "minutes": 45}
    tom = {"series": new_uuid(), "therapist": cast.tom.uuid}
    three = act(appointments.book_series, **tom, **rule)
    act(
        appointments.pause_series, series=tom["series"], from_on=date(2026, 12, 3), until_on=date(2026, 12, 3)
    )
    act(appointments.cancel_visit, visit=three[2].uuid)
    leave(cast.tom)
    later = cast.at + 5 * MINUTE
    for refused in (
        lambda: act(appointments.extend_series, series=tom["series"], count=5, at=later),
        lambda: act(appointments.bring_back_series, series=tom["series"], let_go_at=cast.at, at=later),
        lambda: act(appointments.bring_back_visit, visit=three[2].uuid, at=later),
        lambda: act(appointments.move_visit, visit=three[0].uuid, starts_at=three[1].starts_at, at=later),
    ):
        with pytest.raises(TherapistLeft):
            refused()
    onward = {"visit": three[0].uuid, "starts_at": three[0].starts_at, "therapist": cast.hannah.uuid}
    assert act(appointments.move_visit, **onward, at=later).therapist == cast.hannah.uuid


def test_a_person_has_one_open_wish_for_a_visit_and_the_newest_words_count(
    cast, act, book, thursday, new_uuid
):
    visit, request = book(), new_uuid()
    wish = {"player": cast.samira, "visit": visit.uuid}
    act(appointments.ask_to_change, **wish, request=request, words="Could it be later?")
    again = {"request": new_uuid(), "words": "Wednesday, please."}
    for _ in range(2):
        mine = act(appointments.ask_to_change, **wish, **again)
    assert [(one.words, one.at) for one in mine] == [("Wednesday, please.", cast.at)]
    other = {"player": cast.karim, "visit": visit.uuid, "request": new_uuid(), "words": "Mornings are fine."}
    assert len(act(appointments.ask_to_change, **other)) == 2
    act(appointments.answer_change_request, request=mine[0].uuid, words="Wednesday is free.")
    new = act(appointments.ask_to_change, **wish, request=new_uuid(), words="Wednesday at three?")
    assert [one.answer for one in new if one.by_name == mine[0].by_name] == ["", "Wednesday is free."]


def test_a_persons_list_for_a_visit_has_an_end(cast, act, book, opened, new_uuid):
    item = {"visit": book().uuid, "words": "Scissors"}
    for _ in range(20):
        last = new_uuid()
        act(appointments.add_agenda_item, player=cast.samira, item=last, **item)
    with pytest.raises(InvalidInput, match="list"):
        act(appointments.add_agenda_item, player=cast.samira, item=new_uuid(), **item)
    act(appointments.add_agenda_item, player=cast.samira, item=last, **item)
    act(appointments.add_agenda_item, player=cast.karim, item=new_uuid(), **item)
    agenda = queries.agenda(opened(cast.hannah, Capability.READ_FAMILY_NOTES), item["visit"])
    assert len(agenda) == 21
