"""What one home may never learn of the other, and how a family is found."""

from datetime import date, time
from uuid import uuid4

import pytest

from alongside.areas.circle import actions as circle
from alongside.areas.circle import queries
from alongside.areas.circle.values import ChildDraft, FactState
from alongside.areas.people.values import PersonDraft
from alongside.core.capabilities import Capability
from alongside.core.refusals import InvalidInput, NotAllowed, NotFound


def _keep_contact(cast, player, phone, *, shared):
    circle.keep_contact(
        actor=player.actor,
        child=cast.idris,
        phone=phone,
        address=f"{phone} Street",
        shared=shared,
        quiet_from=time(20),
        quiet_until=time(8),
        at=cast.at,
    )


def test_a_phone_number_is_seen_by_the_clinic_and_by_the_others_only_when_shared(cast, opened):
    _keep_contact(cast, cast.samira, "1111", shared=False)
    _keep_contact(cast, cast.karim, "2222", shared=True)

    def phones(player):
        return {seen.phone for seen in queries.contacts(opened(player, Capability.READ_CONTACT))}

    assert phones(cast.maria) == phones(cast.samira) == {"1111", "2222"}
    assert phones(cast.grandma) == {"2222"}
    circle.restrict_carer(
        actor=cast.hannah.actor, child=cast.idris, person=cast.samira.uuid, named=[], at=cast.at
    )
    assert phones(cast.samira) == {"1111"}


def test_who_looked_hides_the_talk_and_the_times_of_another_carer(cast, opened):
    from alongside.areas.circle import gate

    private = {"parent.talk", "parent.windows", "diary.keep_windows"}
    for doing in ("parent.today", *private):
        gate.open_child(cast.karim.actor, cast.idris, Capability.READ_NAME, cast.at, doing=doing)

    def told(player):
        looks = queries.who_looked(opened(player, Capability.READ_TRAIL))
        karims = {look.doing for look in looks if look.person_name == "Karim Osman"}
        return karims & {"parent.today", *private}

    assert told(cast.samira) == {"parent.today"}
    assert told(cast.karim) == told(cast.hannah) == {"parent.today", *private}


def test_only_what_can_be_named_is_named_for_a_restricted_carer(cast):
    with pytest.raises(InvalidInput):
        circle.restrict_carer(
            actor=cast.hannah.actor,
            child=cast.idris,
            person=cast.karim.uuid,
            named=[Capability.READ_CLINICAL_NOTES],
            at=cast.at,
        )
    with pytest.raises(NotFound):
        circle.restrict_carer(
            actor=cast.hannah.actor, child=cast.idris, person=cast.hannah.uuid, named=[], at=cast.at
        )
    with pytest.raises(NotFound):
        circle.end_place(actor=cast.hannah.actor, child=cast.idris, person=uuid4(), at=cast.at)


def test_a_safety_fact_counts_from_the_moment_a_carer_says_it(cast, opened):
    fact = uuid4()

    def propose(player):
        circle.propose_safety_fact(
            actor=player.actor, child=cast.idris, fact=fact, code="food:sesame", words="hives", at=cast.at
        )

    propose(cast.samira)
    propose(cast.samira)
    with pytest.raises(NotFound):
        propose(cast.karim)
    looked = opened(cast.hannah, Capability.READ_SAFETY)
    assert [seen.state for seen in queries.safety_facts(looked)] == [FactState.PROPOSED]
    assert queries.known_facts(looked) == {"food:sesame"}
    circle.confirm_safety_fact(actor=cast.hannah.actor, child=cast.idris, fact=fact, at=cast.at)
    assert [seen.state for seen in queries.safety_facts(looked)] == [FactState.KNOWN]
    circle.end_safety_fact(actor=cast.hannah.actor, child=cast.idris, fact=fact, at=cast.at)
    assert queries.known_facts(looked) == frozenset()
    with pytest.raises(NotFound):
        circle.end_safety_fact(actor=cast.hannah.actor, child=cast.idris, fact=fact, at=cast.at)


def test_only_the_therapist_keeps_a_fact_and_only_from_the_list(cast):
    def record(player, code):
        circle.record_safety_fact(
            actor=player.actor, child=cast.idris, fact=uuid4(), code=code, words="", at=cast.at
        )

    record(cast.hannah, "food:egg")
    with pytest.raises(NotAllowed):
        record(cast.samira, "food:egg")
    with pytest.raises(InvalidInput):
        record(cast.hannah, "bravery")


def test_a_child_is_found_by_the_start_of_any_name_without_accents(cast):
    draft = ChildDraft(uuid=uuid4(), name="Zoë Núñez-Hart", short_name="Zoë", born_on=date(2019, 5, 1))
    circle.register_child(actor=cast.maria.actor, clinic=cast.clinic.pk, draft=draft, at=cast.at)
    circle.register_child(actor=cast.maria.actor, clinic=cast.clinic.pk, draft=draft, at=cast.at)
    for typed in ("zoe", "NUN", "ha", "hart zo"):
        assert len(queries.find_children(cast.maria.actor, typed)) == 1, typed
    assert queries.find_children(cast.maria.actor, "zoe idris") == ()
    assert queries.find_children(cast.maria.actor, " ") == ()
    assert queries.find_children(cast.samira.actor, "zoe") == ()
    assert queries.find_children(cast.other_therapist.actor, "zoe") == ()


def test_a_child_is_registered_by_the_team_only_and_not_before_birth(cast):
    draft = ChildDraft(uuid=cast.idris, name="Idris", short_name="I", born_on=date(2020, 7, 14))
    with pytest.raises(NotFound):
        circle.register_child(actor=cast.samira.actor, clinic=cast.clinic.pk, draft=draft, at=cast.at)
    with pytest.raises(NotFound):
        circle.register_child(
            actor=cast.other_therapist.actor, clinic=cast.other_clinic.pk, draft=draft, at=cast.at
        )
    unborn = ChildDraft(uuid=uuid4(), name="Soon", short_name="Soon", born_on=date(2027, 1, 1))
    with pytest.raises(InvalidInput, match="day of birth"):
        circle.register_child(actor=cast.maria.actor, clinic=cast.clinic.pk, draft=unborn, at=cast.at)


def test_the_lines_under_the_name_change_and_the_new_name_is_found(cast, opened):
    draft = ChildDraft(
        uuid=cast.idris, name="Idris Nader", short_name="Idris", born_on=date(2020, 7, 14), likes="Trains"
    )
    circle.keep_about(actor=cast.hannah.actor, child=cast.idris, draft=draft, at=cast.at)
    assert queries.about(opened(cast.samira, Capability.READ_STORY)).likes == "Trains"
    assert len(queries.find_children(cast.maria.actor, "nader")) == 1
    assert queries.find_children(cast.hannah.actor, "osman") == ()


def test_the_desk_finds_a_child_by_its_grown_ups_and_therapists_do_not(cast):
    for typed in ("samira", "Samira Osm", "idris samira", "karim"):
        assert len(queries.find_children(cast.maria.actor, typed)) == 1, typed
        assert len(queries.find_children(cast.olive.actor, typed)) == 1, typed
        assert queries.find_children(cast.hannah.actor, typed) == (), typed
        assert queries.find_children(cast.other_therapist.actor, typed) == ()
    invited = PersonDraft(uuid=uuid4(), name="Yusuf Haddad", short_name="Yusuf", email="yusuf@family.example")
    circle.invite_carer(
        actor=cast.maria.actor, child=cast.idris, invitation=uuid4(), draft=invited,
        relation="Uncle", responsible=False, at=cast.at,
    )  # fmt: skip
    assert len(queries.find_children(cast.maria.actor, "haddad")) == 1
    circle.end_place(actor=cast.hannah.actor, child=cast.idris, person=cast.karim.uuid, at=cast.at)
    assert queries.find_children(cast.maria.actor, "karim") == ()


def test_age_counts_full_years_and_months():
    assert queries.age_on(date(2020, 7, 14), date(2026, 11, 23)) == (6, 4)
    assert queries.age_on(date(2020, 7, 14), date(2026, 11, 13)) == (6, 3)


def test_a_carer_is_led_to_the_children_whose_circle_they_are_in(cast):
    assert queries.children_of(cast.samira.actor, cast.at) == ((str(cast.idris), "Idris"),)
    assert queries.children_of(cast.hannah.actor, cast.at) == ()
