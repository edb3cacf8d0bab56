"""Visits: the list for next time, another time, and not coming without blame."""

import re
from dataclasses import fields
from datetime import timedelta

import pytest

from alongside.areas.appointments import actions as appointments
from alongside.areas.appointments import queries as visits
from alongside.areas.appointments.values import NoteDraft, VisitState
from alongside.areas.diary import queries as diary
from alongside.areas.diary.actions import keep_rules
from alongside.areas.diary.values import RulesDraft
from alongside.areas.waiting.queries import freed_times
from alongside.core.capabilities import Capability


@pytest.fixture
def now(cast, opened, visit):
    return lambda: visits.visit(opened(cast.samira, Capability.READ_VISITS), visit.uuid)


@pytest.fixture
def signed(cast, visit, new_uuid, clock):
    """Hannah's signed note, with a word for the family and one that is not."""
    at = clock.forward(days=4)
    by_hannah = {"actor": cast.hannah.actor, "child": cast.idris, "visit": visit.uuid, "at": at}
    note = appointments.start_note(note=new_uuid(), **by_hannah)
    draft = NoteDraft(version=note.version, did="Clinical words.", for_family="Let the last pull be his.")
    return appointments.sign_note(draft=draft, **by_hannah)


def test_something_to_talk_about_is_kept_once(samira, url, visit, new_uuid):
    sent = {"uuid": str(new_uuid()), "words": "Swimming on Tuesday."}
    for _ in range(2):
        assert samira.post(url("agenda", visit=visit.uuid), sent).status_code == 302
    page = samira.get(url("visits")).content.decode()
    assert page.count("Swimming on Tuesday.") == 1
    assert "Thursday 26 November, 15:45 with Hannah" in page


def test_an_empty_wish_says_what_to_do(samira, url, visit, new_uuid):
    answer = samira.post(url("ask_to_change", visit=visit.uuid), {"uuid": str(new_uuid()), "words": ""})
    assert answer.status_code == 422
    assert "Write a few words, then save." in answer.content.decode()


def test_a_wish_for_another_time_waits_for_the_clinic(samira, url, visit, new_uuid):
    sent = {"uuid": str(new_uuid()), "words": "Could we come at four?"}
    assert samira.post(url("ask_to_change", visit=visit.uuid), sent).status_code == 302
    page = samira.get(url("visits")).content.decode()
    assert "Could we come at four?" in page
    assert "The clinic has your wish and answers here." in page


def test_another_time_is_asked_for_with_one_tap_on_a_free_one(samira, url, visit, new_uuid):
    change = url("ask_to_change", visit=visit.uuid)
    page = samira.get(change).content.decode()
    offered = re.findall(r'name="instead" value="([^"]*)"', page)
    assert len(offered) == 3
    assert not any("Thursday 26 November, 15:45" in wish for wish in offered)
    sent = {"uuid": str(new_uuid()), "instead": offered[0]}
    for _twice in range(2):
        assert samira.post(change, sent).status_code == 302
    page = samira.get(url("visits")).content.decode()
    assert page.count(offered[0]) == 1
    assert page.count(">Thursday 26 November, 15:45 with Hannah<") == 1


def test_the_clinics_rule_is_said_in_plain_words_before_a_visit_is_given_back(
    cast, samira, url, visit, clock
):
    rules = diary.rules(cast.clinic.pk)
    said = {one.name: getattr(rules, one.name) for one in fields(RulesDraft)}
    draft = RulesDraft(**said | {"cancel_words": "Ring us on the day, we pick up."})
    keep_rules(actor=cast.olive.actor, clinic=cast.clinic.pk, rules=draft, at=cast.at)
    away = url("could_not_come", visit=visit.uuid)
    page = samira.get(away).content.decode()
    assert "You can give this time back freely until Wednesday 25 November, 15:45." in page
    assert "Ring us on the day, we pick up." in page
    clock.forward(days=3)
    page = samira.get(away).content.decode()
    assert "It is short notice, and that happens." in page


def test_a_time_that_is_given_back_is_kept_for_families_that_wait(cast, samira, url, visit):
    assert samira.post(url("could_not_come", visit=visit.uuid)).status_code == 302
    [freed] = freed_times(cast.maria.actor, cast.clinic.pk)
    assert freed.starts_at == visit.starts_at


def test_a_visit_is_given_back_only_after_the_page_said_what_happens(
    samira, karim, url, visit, now, restrict
):
    away = url("could_not_come", visit=visit.uuid)
    page = samira.get(away).content.decode()
    assert "The time then goes to another family." in page
    assert "Keep the visit" in page
    assert now().is_open
    samira.post(away)
    assert samira.get(away)["Location"] == url("visits")
    restrict(Capability.READ_VISITS)
    assert karim.get(away).status_code == 403


def test_a_visit_that_is_over_is_not_given_back(samira, url, visit, now, clock):
    away = url("could_not_come", visit=visit.uuid)
    clock.forward(days=3, hours=8)
    assert samira.get(away).status_code == 200
    clock.forward(minutes=30)
    assert samira.get(away)["Location"] == url("visits")
    answer = samira.post(away)
    assert (answer.status_code, "This visit is over" in answer.content.decode()) == (422, True)
    assert now().is_open


def test_not_coming_needs_no_reason_and_blames_nobody(samira, url, visit, now):
    for _ in range(2):
        assert samira.post(url("could_not_come", visit=visit.uuid)).status_code == 302
    assert now().state is VisitState.COULD_NOT_COME
    page = samira.get(url("visits")).content.decode()
    assert "couldn’t come" in page
    assert "missed" not in page.lower()


@pytest.mark.usefixtures("signed")
def test_the_words_for_the_family_and_no_clinical_ones(samira, sign_in, cast, url):
    for reader in (samira, sign_in(cast.grandma)):
        page = reader.get(url("visits")).content.decode()
        assert "Let the last pull be his." in page
        assert "Clinical words." not in page


@pytest.mark.usefixtures("signed")
def test_a_restricted_carer_hears_when_but_not_where(karim, url, visit, restrict):
    restrict(Capability.READ_VISITS)
    page = karim.get(url("visits")).content.decode()
    assert "Second floor" not in page
    assert "Let the last pull be his." not in page
    assert karim.post(url("could_not_come", visit=visit.uuid)).status_code == 403
    restrict()
    assert karim.get(url("visits")).status_code == 403


def test_another_family_finds_no_visit(sign_in, cast, url, visit):
    other = sign_in(cast.other_parent)
    assert other.get(url("visits")).status_code == 404
    assert other.post(url("could_not_come", child=cast.rosa, visit=visit.uuid)).status_code == 404


def test_later_visits_stand_in_a_short_list_and_can_be_changed_too(samira, url, visit, cast, new_uuid):
    later = appointments.book_visit(
        actor=cast.maria.actor,
        child=cast.idris,
        visit=new_uuid(),
        therapist=cast.hannah.uuid,
        starts_at=visit.starts_at + timedelta(days=7),
        minutes=45,
        at=cast.at,
    )
    page = samira.get(url("visits")).content.decode()
    assert page.count("Add something to talk about") == 1
    assert url("ask_to_change", visit=later.uuid) in page
    assert url("could_not_come", visit=later.uuid) in page
