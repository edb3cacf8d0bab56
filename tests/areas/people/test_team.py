"""Who is of the team, from when to when, and what the public page may say of them."""

from datetime import UTC, date, datetime, timedelta
from uuid import uuid4

import pytest

from alongside.areas.people import actions as people
from alongside.areas.people import queries
from alongside.areas.people.values import PersonDraft
from alongside.core.actors import MemberRole
from alongside.core.recurrence import NoSuchZone
from alongside.core.refusals import NotAllowed, NotFound


def _credential(cast, player, by=None, **changes):
    given = {
        "actor": (by or player).actor,
        "clinic": cast.clinic.pk,
        "person": player.uuid,
        "uuid": uuid4(),
        "register": "HCPC",
        "number": "OT00000",
        "degree": "MSc",
        "at": cast.at,
    }
    people.record_credential(**given | changes)


def test_an_owner_takes_somebody_in_and_lets_them_go(cast):
    draft = PersonDraft(uuid=uuid4(), name="Nia Bell", short_name="Nia", email="nia@willow.example")

    def add(player):
        return people.add_member(
            actor=player.actor, clinic=cast.clinic.pk, draft=draft, role=MemberRole.THERAPIST, at=cast.at
        )

    nia = add(cast.olive)
    assert add(cast.olive).pk == nia.pk
    with pytest.raises(NotAllowed):
        add(cast.hannah)
    with pytest.raises(NotFound):
        add(cast.other_therapist)
    assert queries.actor_for(nia, cast.at).roles_in(cast.clinic.pk) == {MemberRole.THERAPIST}
    later = cast.at + timedelta(hours=1)
    people.end_membership(actor=cast.olive.actor, clinic=cast.clinic.pk, person=nia.uuid, at=later)
    assert queries.actor_for(nia, later).hats == ()
    with pytest.raises(NotFound):
        people.end_membership(actor=cast.olive.actor, clinic=cast.clinic.pk, person=nia.uuid, at=later)


def test_a_person_who_was_switched_off_wears_no_hat(cast):
    hannah = queries.person_by_email(cast.hannah.email)
    hannah.is_active = False
    assert queries.actor_for(hannah, cast.at).hats == ()


def test_a_registration_is_flagged_before_it_ends_and_after(cast):
    for until, flags in (
        (date(2026, 11, 22), (True, False)),
        (date(2026, 12, 24), (False, True)),
        (date(2027, 12, 24), (False, False)),
        (None, (False, False)),
    ):
        _credential(cast, cast.hannah, valid_until=until)
        shown = queries.member(cast.clinic.pk, cast.hannah.uuid, cast.at).credentials
        assert [(seen.expired, seen.expiring) for seen in shown] == [flags]
    assert len(queries.credentials_of(cast.hannah.pk, cast.at.date())) == 1


def test_a_registration_is_kept_by_its_holder_or_an_owner_only(cast):
    once = uuid4()
    _credential(cast, cast.hannah, by=cast.olive, uuid=once)
    _credential(cast, cast.hannah, by=cast.olive, uuid=once)
    with pytest.raises(NotAllowed):
        _credential(cast, cast.hannah, by=cast.tom)
    with pytest.raises(NotFound):
        _credential(cast, cast.samira)


def test_the_team_lists_therapists_by_name_and_hides_other_clinics(cast):
    names = [member.short_name for member in queries.therapists_of(cast.clinic.pk, cast.at)]
    assert names == ["Hannah", "Tom"]
    assert [one.pk for one in queries.colleagues(cast.clinic.pk, cast.at)] == [cast.hannah.pk, cast.tom.pk]
    assert queries.therapist(cast.clinic.pk, cast.tom.uuid, cast.at).name == cast.tom.actor.name
    for somebody in (cast.other_therapist, cast.maria):
        with pytest.raises(NotFound):
            queries.therapist(cast.clinic.pk, somebody.uuid, cast.at)
    with pytest.raises(NotFound):
        queries.member(cast.clinic.pk, cast.other_therapist.uuid, cast.at)


def test_a_clinic_is_found_by_its_address(cast):
    assert queries.clinic_by_slug("willow").name == "Willow House"
    assert [clinic.slug for clinic in queries.clinics()] == ["willow", "alder"]
    with pytest.raises(NotFound):
        queries.clinic_by_slug("nowhere")


@pytest.mark.parametrize(
    ("moment", "quiet"),
    [
        (datetime(2026, 11, 23, 12, tzinfo=UTC), False),
        (datetime(2026, 11, 23, 17, tzinfo=UTC), True),
        (datetime(2026, 11, 24, 8, 29, tzinfo=UTC), True),
        (datetime(2026, 11, 24, 8, 30, tzinfo=UTC), False),
        (datetime(2026, 11, 22, 12, tzinfo=UTC), True),
    ],
)
def test_the_clinic_keeps_quiet_in_the_evening_and_at_the_weekend(cast, moment, quiet):
    assert queries.is_quiet(cast.clinic, moment) is quiet


def test_a_registration_keeps_to_its_person_and_a_clinic_to_a_zone_that_exists(cast):
    uuid = uuid4()
    _credential(cast, cast.hannah, uuid=uuid)
    _credential(cast, cast.hannah, uuid=uuid)
    with pytest.raises(NotFound):
        _credential(cast, cast.tom, uuid=uuid)
    with pytest.raises(NoSuchZone):
        people.found_clinic(
            uuid=uuid4(),
            name="Elm",
            slug="elm",
            zone="Mars/Base",
            phone="",
            email="a@elm.example",
            at=cast.at,
        )


def test_one_member_is_read_in_two_statements_however_large_the_team(cast, django_assert_num_queries):
    with django_assert_num_queries(2):
        assert queries.member(cast.clinic.pk, cast.hannah.uuid, cast.at).name == "Hannah Reid"
    with pytest.raises(NotFound):
        queries.member(cast.clinic.pk, cast.other_therapist.uuid, cast.at)
