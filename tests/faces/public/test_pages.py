"""What anybody can read without signing in."""

from datetime import date
from uuid import uuid4

import pytest
from django.urls import reverse

from alongside.areas.people import actions as people


def _register(cast, who, number, valid_until):
    people.record_credential(
        actor=cast.olive.actor,
        clinic=cast.clinic.pk,
        person=who.uuid,
        uuid=uuid4(),
        register="HCPC",
        number=number,
        degree="MSc Occupational Therapy",
        words="11 years with children",
        valid_until=valid_until,
        at=cast.at,
    )


@pytest.mark.parametrize("name", ["clinic", "for_us", "therapists", "story", "story_thanks"])
def test_a_clinics_pages_are_open_and_an_unknown_clinic_has_none(cast, client, name):
    assert client.get(reverse(f"public:{name}", args=[cast.clinic.slug])).status_code == 200
    assert client.get(reverse(f"public:{name}", args=["nowhere"])).status_code == 404


def test_several_clinics_are_listed_on_the_first_page(cast, client):
    page = client.get("/").content.decode()
    assert "Willow House" in page
    assert "Alder Street" in page


@pytest.mark.parametrize("name", ["privacy", "safety", "signed_out"])
def test_pages_of_words_need_no_clinic(db, client, name):
    assert client.get(reverse(f"public:{name}")).status_code == 200


def test_an_expired_registration_is_never_shown_as_one(cast, client):
    _register(cast, cast.hannah, "OT11111", date(2030, 1, 1))
    _register(cast, cast.tom, "OT22222", date(2020, 1, 1))
    page = client.get(reverse("public:therapists", args=["willow"])).content.decode()
    assert "OT11111" in page
    assert "MSc Occupational Therapy" in page
    assert "OT22222" not in page
    assert "None in force is recorded here today." in page


def test_the_gallery_is_for_demos_only(db, client):
    assert client.get("/gallery/").status_code == 404


@pytest.mark.parametrize("method", ["put", "delete", "patch"])
def test_other_methods_are_not_answered(cast, client, method):
    assert getattr(client, method)(reverse("public:clinic", args=["willow"])).status_code == 405
