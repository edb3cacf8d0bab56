"""What the family says around a visit, the clinic's answer, and what is planned."""

from datetime import timedelta

import pytest

from alongside.areas.appointments import actions as appointments
from alongside.areas.appointments import queries
from alongside.areas.appointments.actions import VisitOver
from alongside.areas.circle import actions as circle
from alongside.config.demo import people
from alongside.config.demo.people import Dice
from alongside.core.capabilities import Capability
from alongside.core.refusals import InvalidInput, NotAllowed, NotFound
from tests.areas.story.drawing import two_homes


@pytest.fixture
def say(cast):
    def said(act, visit, player=cast.samira, **given):
        return act(actor=player.actor, child=cast.idris, visit=visit.uuid, at=cast.at, **given)

    return said


def test_a_family_brings_a_subject_that_the_front_desk_does_not_read(cast, book, say, opened, new_uuid):
    visit, item = book(), new_uuid()
    words = "The school play on 11 December"
    for _ in range(2):
        [seen] = say(appointments.add_agenda_item, visit, item=item, words=words)
    assert (seen.words, seen.by.name) == (words, "Samira")
    assert queries.agenda(opened(cast.hannah, Capability.READ_VISITS), visit.uuid) == (seen,)
    with pytest.raises(NotAllowed):
        queries.agenda(opened(cast.maria, Capability.READ_VISITS), visit.uuid)
    with pytest.raises(NotFound):
        say(appointments.add_agenda_item, visit, player=cast.karim, item=item, words="Mine")


def test_only_responsible_carers_bring_subjects_and_they_are_short(cast, book, say, new_uuid):
    visit = book()
    with pytest.raises(NotAllowed):
        say(appointments.add_agenda_item, visit, player=cast.grandma, item=new_uuid(), words="Play")
    for words in ("", "x" * 301):
        with pytest.raises(InvalidInput):
            say(appointments.add_agenda_item, visit, item=new_uuid(), words=words)


def test_a_wish_to_change_reaches_the_desk_and_is_answered_once(cast, book, say, new_uuid):
    visit, request = book(), new_uuid()
    for _ in range(2):
        say(appointments.ask_to_change, visit, request=request, words="Could it be later?")
    [wish] = queries.open_requests(cast.maria.actor, cast.at)
    assert (wish.words, wish.by_name, wish.child_name, wish.answer) == (
        "Could it be later?",
        "Samira",
        "Idris",
        "",
    )
    assert queries.open_requests(cast.tom.actor, cast.at) == ()
    told = {"actor": cast.maria.actor, "child": cast.idris, "request": request, "at": cast.at}
    appointments.answer_change_request(**told, words="16:30 works")
    [answered] = appointments.answer_change_request(**told, words="Another answer")
    assert answered.answer == "16:30 works"
    assert queries.open_requests(cast.maria.actor, cast.at) == ()


def test_moving_the_visit_answers_the_wish(cast, book, say, new_uuid, thursday):
    visit = book()
    say(appointments.ask_to_change, visit, request=new_uuid(), words="Could it be later?")
    say(appointments.move_visit, visit, player=cast.maria, starts_at=thursday + timedelta(hours=1))
    assert queries.open_requests(cast.maria.actor, cast.at) == ()


def test_wishes_have_limits(cast, book, say, new_uuid):
    visit, request = book(), new_uuid()
    say(appointments.ask_to_change, visit, request=request, words="Later?")
    with pytest.raises(NotFound):
        say(appointments.ask_to_change, visit, player=cast.karim, request=request, words="Mine")
    with pytest.raises(NotFound):
        appointments.answer_change_request(
            actor=cast.maria.actor, child=cast.idris, request=new_uuid(), words="Yes", at=cast.at
        )
    say(appointments.cancel_visit, visit, player=cast.maria)
    with pytest.raises(VisitOver):
        say(appointments.ask_to_change, visit, request=new_uuid(), words="Later?")


def test_a_restricted_carer_reads_only_own_wishes(cast, book, say, opened, new_uuid):
    visit = book()
    say(appointments.ask_to_change, visit, request=new_uuid(), words="From our home")
    named = (Capability.READ_VISITS,)
    circle.restrict_carer(
        actor=cast.hannah.actor, child=cast.idris, person=cast.karim.uuid, named=named, at=cast.at
    )
    assert queries.change_requests(opened(cast.karim, Capability.READ_VISITS)) == ()
    assert len(queries.change_requests(opened(cast.samira, Capability.READ_VISITS))) == 1


def test_the_therapist_plans_a_visit(cast, book, say, opened, new_uuid, thursday):
    visit, item = book(), new_uuid()
    for _ in range(2):
        planned = say(appointments.plan_item, visit, player=cast.hannah, item=item, words="Stretchy laces")
    assert [one.words for one in planned] == ["Stretchy laces"]
    with pytest.raises(NotAllowed):
        say(appointments.plan_item, visit, item=new_uuid(), words="Mine")
    later = book(starts_at=thursday + timedelta(days=7))
    with pytest.raises(NotFound):
        say(appointments.plan_item, later, player=cast.hannah, item=item, words="Stretchy laces")


def test_what_one_home_brings_to_a_visit_a_restricted_carer_does_not_read(cast, book, opened, new_uuid):
    visit = book()
    appointments.add_agenda_item(
        actor=cast.samira.actor,
        child=cast.idris,
        visit=visit.uuid,
        item=new_uuid(),
        words="We moved house.",
        at=cast.at,
    )
    circle.restrict_carer(
        actor=cast.hannah.actor,
        child=cast.idris,
        person=cast.karim.uuid,
        named=[Capability.READ_FAMILY_NOTES],
        at=cast.at,
    )
    assert queries.agenda(opened(cast.karim, Capability.READ_FAMILY_NOTES), visit.uuid) == ()
    assert len(queries.agenda(opened(cast.grandma, Capability.READ_FAMILY_NOTES), visit.uuid)) == 1


@pytest.fixture
def told(cast, book, say, opened, new_uuid):
    """What Samira says around a visit at her home, and how much of it, and of the place, somebody is told."""
    visit = book(place_words="At Mum’s, 12 Elm Road")
    say(appointments.ask_to_change, visit, request=new_uuid(), words="We moved to 12 Elm Road.")
    say(appointments.add_agenda_item, visit, item=new_uuid(), words="Nights at my home")

    def reads(player):
        child = opened(player, Capability.READ_VISITS)
        agenda = queries.agenda(child, visit.uuid) if child.allows(Capability.READ_FAMILY_NOTES) else ()
        place = [one for one in queries.visits_of(child) if one.place_words]
        assert [one for one in queries.upcoming(child) if one.place_words] == place
        return (len(queries.change_requests(child)), len(agenda), len(place))

    return reads


def test_where_no_home_was_named_the_family_reads_what_one_of_them_says(cast, told):
    assert told(cast.samira) == told(cast.karim) == told(cast.grandma) == told(cast.hannah) == (1, 1, 1)
    assert told(cast.maria) == (1, 0, 1)


def test_between_two_homes_words_stay_with_the_home_and_the_clinic(cast, told):
    mums, _ = two_homes(cast)
    assert told(cast.samira) == (1, 1, 0)
    assert told(cast.karim) == told(cast.grandma) == (0, 0, 0)
    assert (told(cast.hannah), told(cast.maria)) == ((1, 1, 1), (1, 0, 1))
    home = {"actor": cast.samira.actor, "child": cast.idris, "home": mums, "at": cast.at}
    circle.put_in_home(**home, person=cast.grandma.uuid)
    assert told(cast.grandma) == (1, 1, 0)
    circle.end_home(**home | {"actor": cast.hannah.actor})
    assert told(cast.grandma) == told(cast.karim) == (0, 0, 0)
    assert told(cast.samira) == (1, 1, 0)


def test_a_home_of_all_of_them_keeps_nothing_from_them(cast, told, new_uuid):
    home = {"actor": cast.samira.actor, "child": cast.idris, "home": new_uuid(), "at": cast.at}
    circle.add_home(**home, name="Ours", zone="")
    assert (told(cast.samira), told(cast.karim)) == ((1, 1, 1), (0, 0, 0))
    circle.put_in_home(**home, person=cast.karim.uuid)
    assert told(cast.samira) == told(cast.karim) == (1, 1, 1)


def test_who_works_here_and_is_a_carer_too_leaves_the_wish_to_a_colleague(cast, told):
    two_homes(cast)
    assert told(cast.maria) == (1, 0, 1)
    assert len(queries.open_requests(cast.maria.actor, cast.at)) == 1
    maria = people.known(cast.maria.email)
    people.bring_in(Dice(8), cast.idris, maria, cast.maria.name, "Aunt", cast.at, email=cast.maria.email)
    assert told(cast.maria) == (0, 0, 0)
    assert queries.open_requests(cast.maria.actor, cast.at) == ()
    assert len(queries.open_requests(cast.olive.actor, cast.at)) == 1
