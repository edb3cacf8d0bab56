"""A zone that the rules of the world no longer know, or any trouble of one clinic: the letters of others go out."""

import pytest

from alongside.areas.diary import queries as diary
from alongside.areas.notices import actions as notices
from alongside.areas.people.models import Clinic


def test_a_lost_zone_of_one_clinic_keeps_nobody_from_being_told(cast, book, post, reminding):
    book()
    Clinic.objects.filter(pk=cast.other_clinic.pk).update(zone="Europe/Nowhere")
    assert len(post(reminding)) == 3


def test_what_breaks_in_one_clinic_keeps_no_other_from_being_told(cast, book, reminding, monkeypatch):
    book()
    rules = diary.rules

    def broken(clinic):
        if clinic == cast.other_clinic.pk:
            raise OSError("the disk is full")
        return rules(clinic)

    monkeypatch.setattr(diary, "rules", broken)
    with pytest.raises(ExceptionGroup):
        notices.plan_notices(at=reminding)
    monkeypatch.undo()
    assert notices.plan_notices(at=reminding) == 0
