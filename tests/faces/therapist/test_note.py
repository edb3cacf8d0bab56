"""The session note: started, saved by itself, signed, shared, added to."""

import pytest

from alongside.areas.appointments import queries as visits
from alongside.areas.goals import queries as goals
from alongside.core.capabilities import Capability

HTMX = {"HX-Request": "true"}


@pytest.fixture
def started(hannah, url, visit):
    hannah.post(url("start_note", visit.uuid))
    return visit


@pytest.fixture
def note(cast, opened, started):
    return lambda: visits.note(opened(cast.hannah, Capability.READ_CLINICAL_NOTES), started.uuid)


@pytest.fixture
def family_side(cast, opened):
    """The record as Samira reads it."""
    return lambda: opened(cast.samira, Capability.READ_FAMILY_NOTES)


def test_a_note_starts_with_the_ideas_at_home(hannah, url, visit, idea):
    assert "Start the note" in hannah.get(url("note", visit.uuid)).content.decode()
    hannah.post(url("start_note", visit.uuid))
    assert idea.title in hannah.get(url("note", visit.uuid)).content.decode()


def test_it_saves_itself(hannah, url, started, note):
    typed = {"version": note().version, "did": "Heel turn.", "for_family": "Left sock, all by himself."}
    answer = hannah.post(url("save_note", started.uuid), typed, headers=HTMX)
    text = answer.content.decode()
    assert answer.status_code == 200
    assert "Saved 08:00." in text
    assert f'name="version" value="{note().version}"' in text
    assert note().did == "Heel turn."


def test_a_second_window_does_not_write_over_the_first(hannah, url, started, note):
    old = note().version
    hannah.post(url("save_note", started.uuid), {"version": old, "did": "First window"})
    late = hannah.post(url("save_note", started.uuid), {"version": old, "did": "Second window"}, headers=HTMX)
    assert late.status_code == 422
    assert f'name="version" value="{old}"' in late.content.decode()
    plain = hannah.post(url("save_note", started.uuid), {"version": old, "did": "Second window"})
    assert plain.status_code == 422
    assert "Second window" in plain.content.decode()
    assert note().did == "First window"


def test_signing_shares_the_familys_part_and_proposes_the_step(
    hannah, url, family_side, goal, note, new_uuid
):
    step = {f"step_{goal}": 2, f"proposal_{goal}": new_uuid()}
    typed = {"version": note().version, "did": "Heel turn.", "for_family": "He did the left heel."} | step
    for _time in range(2):
        assert hannah.post(url("sign_note", note().visit), typed | {"share": "now"}).status_code == 302
    assert note().is_signed
    samira = family_side()
    assert [one.words for one in visits.family_notes(samira)] == ["He did the left heel."]
    assert goals.goal(samira, goal).step_proposal.step == 2


def test_it_can_be_shared_later_and_added_to(hannah, url, family_side, note, new_uuid):
    typed = {"version": note().version, "for_family": "Shoes next week.", "share": "later"}
    hannah.post(url("sign_note", note().visit), typed)
    assert visits.family_notes(family_side()) == ()
    assert hannah.post(url("share_note", note().visit)).status_code == 302
    assert len(visits.family_notes(family_side())) == 1
    assert (
        hannah.post(url("add_addendum", note().visit), {"uuid": new_uuid(), "words": ""}).status_code == 422
    )
    more = {"uuid": new_uuid(), "words": "Size 11 fits."}
    assert hannah.post(url("add_addendum", note().visit), more).status_code == 302
    assert "Size 11 fits." in hannah.get(url("note", note().visit)).content.decode()


def test_something_can_be_planned_before_the_visit(hannah, url, visit, new_uuid):
    planned = {"uuid": new_uuid(), "words": "Stretchy laces"}
    assert hannah.post(url("plan_item", visit.uuid), planned).status_code == 302
    assert "Stretchy laces" in hannah.get(url("note", visit.uuid)).content.decode()


def test_nobody_else_reads_a_note(cast, sign_in, url, visit):
    assert sign_in(cast.tom).get(url("note", visit.uuid)).status_code == 403
    assert sign_in(cast.samira).get(url("note", visit.uuid)).status_code == 403
    assert sign_in(cast.other_therapist).get(url("note", visit.uuid)).status_code == 404
