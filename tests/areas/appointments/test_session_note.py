"""The session note: a draft, a signature, and additions."""

from dataclasses import replace
from datetime import timedelta
from zoneinfo import ZoneInfo

import pytest
from django.db import IntegrityError, transaction

from alongside.areas.appointments import actions as appointments
from alongside.areas.appointments import queries
from alongside.areas.appointments.actions import AlreadySigned, NoteChanged, NotSignedYet, VisitOver
from alongside.areas.appointments.actions.notes import NotStartedYet
from alongside.areas.appointments.models import SessionNote
from alongside.areas.appointments.values import NoteDraft, NoteState, VisitState
from alongside.areas.people import actions as people
from alongside.core.capabilities import Capability
from alongside.core.refusals import InvalidInput, NotAllowed, NotFound

DRAFT = NoteDraft(
    version=1,
    did="Seated on the step.",
    saw="Left shoe with one prompt.",
    next_plan="Stretchy laces\nRight-hand pinch",
    for_family="Idris did his left shoe with one reminder.",
)


@pytest.fixture
def note(cast, thursday, new_uuid):
    """Act on the note of a visit, an hour after it began, as Hannah."""

    def act(action, visit, **given):
        wanted = {"actor": cast.hannah.actor, "child": cast.idris, "at": visit.starts_at + timedelta(hours=1)}
        if action is appointments.start_note:
            wanted["note"] = new_uuid()
        return action(visit=visit.uuid, **(wanted | given))

    return act


@pytest.fixture
def signed(book, note):
    visit = book()
    note(appointments.start_note, visit)
    note(appointments.sign_note, visit, draft=DRAFT)
    return visit


def test_a_note_starts_from_last_weeks_plan_and_the_ideas_of_the_day(book, note, signed, thursday):
    visit = book(starts_at=thursday + timedelta(days=7))
    ideas = ("Last pull is his", "Stretchy laces", "x" * 400)
    started = note(appointments.start_note, visit, ideas=ideas)
    assert [item.words for item in started.planned] == [
        "Stretchy laces",
        "Right-hand pinch",
        "Last pull is his",
        "x" * 300,
    ]
    assert note(appointments.start_note, visit).uuid == started.uuid


def test_a_draft_saves_itself_and_nobody_of_the_family_reads_it(cast, book, note, opened):
    visit = book()
    started = note(appointments.start_note, visit, ideas=("Laces",))
    draft = replace(DRAFT, ticked=frozenset({started.planned[0].uuid}))
    saved = note(appointments.save_note, visit, draft=draft)
    assert (saved.state, saved.version, saved.did) == (NoteState.DRAFT, 2, "Seated on the step.")
    assert saved.planned[0].ticked
    assert note(appointments.save_note, visit, draft=draft) == saved
    family = opened(cast.samira, Capability.READ_FAMILY_NOTES)
    assert queries.family_notes(family) == ()
    with pytest.raises(NotAllowed):
        queries.note(family, visit.uuid)


def test_two_windows_do_not_write_over_each_other(book, note):
    visit = book()
    note(appointments.start_note, visit)
    note(appointments.save_note, visit, draft=DRAFT)
    with pytest.raises(NoteChanged):
        note(appointments.save_note, visit, draft=replace(DRAFT, did="Something else"))
    kept = note(appointments.save_note, visit, draft=replace(DRAFT, version=2, did="Something else"))
    assert (kept.version, kept.did) == (3, "Something else")


def test_signing_shares_the_familys_part_and_finishes_the_visit(cast, opened, signed):
    [shared] = queries.family_notes(opened(cast.grandma, Capability.READ_FAMILY_NOTES))
    assert (shared.words, shared.by.name) == (DRAFT.for_family, "Hannah")
    assert (shared.visit, shared.visit_at) == (signed.uuid, signed.starts_at)
    team = opened(cast.hannah, Capability.READ_CLINICAL_NOTES)
    assert queries.visit(team, signed.uuid).state is VisitState.DONE
    assert queries.last_plan(team) == DRAFT.next_plan
    assert queries.note_states(cast.hannah.actor, [signed.uuid]) == {signed.uuid: NoteState.SIGNED}
    assert queries.note_states(cast.tom.actor, [signed.uuid]) == {}


def test_the_familys_part_can_be_shared_later(cast, book, note, opened):
    visit = book()
    note(appointments.start_note, visit)
    with pytest.raises(NotSignedYet):
        note(appointments.share_note, visit)
    note(appointments.sign_note, visit, draft=DRAFT, share=False)
    family = opened(cast.samira, Capability.READ_FAMILY_NOTES)
    assert queries.family_notes(family) == ()
    assert note(appointments.share_note, visit) == note(appointments.share_note, visit)
    assert len(queries.family_notes(family)) == 1


def test_a_signed_note_is_sealed_and_only_grows(cast, note, signed, opened, new_uuid):
    again = note(appointments.sign_note, signed, draft=DRAFT)
    assert (again.is_signed, again.intact, len(again.digest)) == (True, True, 64)
    other = replace(DRAFT, version=2, did="Other words")
    for act in (appointments.save_note, appointments.sign_note):
        with pytest.raises(AlreadySigned):
            note(act, signed, draft=other)
    with pytest.raises(VisitOver):
        note(appointments.plan_item, signed, item=new_uuid(), words="Late")
    addendum = new_uuid()
    for _ in range(2):
        grown = note(appointments.add_addendum, signed, addendum=addendum, words="He was tired that day.")
    assert [one.words for one in grown.additions] == ["He was tired that day."]
    assert (grown.did, grown.intact) == (DRAFT.did, True)


def test_the_seal_holds_whatever_zone_the_moment_came_in(cast, book, note, opened):
    visit = book()
    note(appointments.start_note, visit)
    local = (visit.starts_at + timedelta(hours=1)).astimezone(ZoneInfo("Asia/Kolkata"))
    draft = replace(DRAFT, ticked=frozenset({visit.uuid}))
    assert note(appointments.sign_note, visit, draft=draft, at=local).intact
    assert note(appointments.sign_note, visit, draft=draft).is_signed
    assert queries.note(opened(cast.hannah, Capability.READ_CLINICAL_NOTES), visit.uuid).intact


def test_a_changed_seal_is_noticed(cast, signed, opened):
    SessionNote.objects.filter(visit__uuid=signed.uuid).update(did="Rewritten behind the app")
    team = opened(cast.hannah, Capability.READ_CLINICAL_NOTES)
    assert not queries.note(team, signed.uuid).intact


def test_the_registration_of_the_signer_is_kept_with_the_note(cast, book, note, new_uuid):
    people.record_credential(
        actor=cast.olive.actor,
        clinic=cast.clinic.pk,
        person=cast.hannah.uuid,
        uuid=new_uuid(),
        register="HCPC",
        number="OT00001",
        degree="BSc Occupational Therapy",
        at=cast.at,
    )
    visit = book()
    note(appointments.start_note, visit)
    assert (
        note(appointments.sign_note, visit, draft=DRAFT).credential
        == "HCPC, OT00001, BSc Occupational Therapy"
    )


def test_a_note_waits_for_its_visit_and_its_signature(cast, book, note, new_uuid, opened):
    visit = book()
    with pytest.raises(NotFound):
        note(appointments.save_note, visit, draft=DRAFT)
    assert queries.note(opened(cast.hannah, Capability.READ_CLINICAL_NOTES), visit.uuid) is None
    note(appointments.start_note, visit)
    with pytest.raises(NotSignedYet):
        note(appointments.add_addendum, visit, addendum=new_uuid(), words="Early")
    with pytest.raises(NotStartedYet):
        note(appointments.sign_note, visit, draft=DRAFT, at=cast.at)
    for field in ("did", "saw", "next_plan", "for_family"):
        with pytest.raises(InvalidInput):
            note(appointments.save_note, visit, draft=replace(DRAFT, **{field: "x" * 10_001}))


def test_a_uuid_that_is_used_elsewhere_is_unknown(book, note, signed, thursday, new_uuid):
    later = book(starts_at=thursday + timedelta(days=7))
    used = note(appointments.sign_note, signed, draft=DRAFT).uuid
    with pytest.raises(NotFound):
        note(appointments.start_note, later, note=used)
    addendum = new_uuid()
    note(appointments.add_addendum, signed, addendum=addendum, words="One")
    note(appointments.start_note, later)
    note(appointments.sign_note, later, draft=DRAFT)
    with pytest.raises(NotFound):
        note(appointments.add_addendum, later, addendum=addendum, words="Two")


@pytest.mark.parametrize("who", ["samira", "tom", "maria", "olive"])
def test_nobody_but_the_own_therapist_writes_notes(cast, book, note, who):
    visit = book()
    with pytest.raises(NotAllowed):
        note(appointments.start_note, visit, actor=getattr(cast, who).actor)


def test_another_signer_or_a_half_signature_is_refused(signed):
    with pytest.raises(IntegrityError), transaction.atomic():
        SessionNote.objects.filter(visit__uuid=signed.uuid).update(digest="")
    with pytest.raises(IntegrityError), transaction.atomic():
        SessionNote.objects.filter(visit__uuid=signed.uuid).update(state="DRAFT")
