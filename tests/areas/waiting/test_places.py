"""Who waits: kept by the desk, read by the family, and never forgotten."""

from datetime import date, timedelta
from uuid import uuid4

import pytest

from alongside.areas.waiting import actions as waiting
from alongside.areas.waiting import queries
from alongside.areas.waiting.values import ContactKind, PlaceDraft, RulesDraft, Urgency, WhyEnded
from alongside.core.capabilities import Capability
from alongside.core.refusals import InvalidInput, NotAllowed, NotFound
from tests.areas.waiting.house import family

pytestmark = pytest.mark.both_engines


def keep(cast, player=None, place=None, child=None, **draft):
    wait = PlaceDraft(**{"since_on": date(2026, 10, 26)} | draft)
    return waiting.keep_place(
        actor=(player or cast.maria).actor,
        child=child or cast.idris,
        place=place or uuid4(),
        draft=wait,
        at=cast.at,
    )


def test_the_desk_keeps_who_waits_and_the_family_reads_it_without_the_words_of_the_desk(cast, opened):
    kept = keep(cast, words="Thursdays only", only_after_school=True)
    assert (kept.child_name, kept.age, kept.days(date(2026, 11, 23))) == ("Idris", 6, 28)
    seen = queries.place(opened(cast.samira, Capability.READ_VISITS))
    assert (seen.uuid, seen.only_after_school, seen.words) == (kept.uuid, True, "")
    with pytest.raises(NotAllowed):
        keep(cast, cast.samira)
    with pytest.raises(NotFound):
        keep(cast, cast.other_therapist)


def test_a_child_has_one_place_and_keeping_it_again_changes_it(cast):
    first = keep(cast)
    again = keep(cast, urgency=Urgency.SOON, minutes=30)
    assert (again.uuid, again.urgency, again.minutes) == (first.uuid, Urgency.SOON, 30)
    assert [one.uuid for one in queries.waiting_list(cast.maria.actor, cast.clinic.pk, cast.at)] == [
        first.uuid
    ]


def test_the_list_has_the_most_urgent_first_then_who_waited_longest(cast):
    family(cast, "Ana", 1, since_on=date(2026, 9, 1))
    family(cast, "Ben", 2, since_on=date(2026, 8, 1))
    family(cast, "Cleo", 3, since_on=date(2026, 11, 1), urgency=Urgency.SOON)
    listed = queries.waiting_list(cast.maria.actor, cast.clinic.pk, cast.at)
    assert [one.child_name for one in listed] == ["Cleo", "Ben", "Ana"]
    assert queries.waiting_list(cast.hannah.actor, cast.clinic.pk, cast.at) == ()
    with pytest.raises(NotFound):
        queries.waiting_list(cast.other_therapist.actor, cast.clinic.pk, cast.at)


def test_the_therapist_of_a_child_sees_it_on_the_list(cast):
    keep(cast)
    listed = queries.waiting_list(cast.hannah.actor, cast.clinic.pk, cast.at)
    assert [one.child_name for one in listed] == ["Idris"]


def test_a_wait_that_ends_leaves_the_list_and_its_identifier_begins_no_other(cast, opened):
    kept = keep(cast)
    for _ in range(2):
        waiting.end_place(actor=cast.maria.actor, child=cast.idris, why=WhyEnded.FAMILY_LEFT, at=cast.at)
    assert queries.place(opened(cast.samira, Capability.READ_VISITS)) is None
    with pytest.raises(NotFound):
        keep(cast, place=kept.uuid)
    assert keep(cast).uuid != kept.uuid


def test_the_rhythm_of_contact_follows_the_urgency_and_every_contact_moves_the_day(cast, opened):
    assert keep(cast, urgency=Urgency.SOON).contact_on == date(2026, 12, 7)
    said = {"actor": cast.maria.actor, "child": cast.idris, "kind": ContactKind.RANG}
    contact = uuid4()
    for _ in range(2):  # A second delivery tells nothing new.
        (seen,) = waiting.record_contact(**said, contact=contact, words="All well", at=cast.at)
    later = cast.at + timedelta(days=10)
    waiting.record_contact(**said, contact=uuid4(), next_on=date(2026, 12, 4), at=later)
    assert (seen.by_name, seen.next_on) == ("Maria", date(2026, 12, 7))
    place = queries.place(opened(cast.maria, Capability.READ_VISITS))
    assert place.contact_on == date(2026, 12, 4)


def test_whoever_the_clinic_wanted_to_reach_by_today_is_named_until_it_did(cast, opened):
    keep(cast, urgency=Urgency.SOON)
    due = cast.at + timedelta(days=14)
    for player, names in ((cast.hannah, ["Idris"]), (cast.samira, [])):
        child = opened(player, Capability.READ_VISITS, at=due)
        assert [one.child_name for one in queries.contacts_due([child])] == names
    early = opened(cast.hannah, Capability.READ_VISITS, at=due - timedelta(days=1))
    assert queries.contacts_due([early]) == ()
    waiting.record_contact(
        actor=cast.maria.actor, child=cast.idris, contact=uuid4(), kind=ContactKind.WROTE, at=due
    )
    assert queries.contacts_due([opened(cast.hannah, Capability.READ_VISITS, at=due)]) == ()


def test_contact_without_a_wait_and_a_wait_from_tomorrow_are_refused(cast):
    with pytest.raises(waiting.NobodyWaits):
        waiting.record_contact(
            actor=cast.maria.actor, child=cast.idris, contact=uuid4(), kind=ContactKind.RANG, at=cast.at
        )
    with pytest.raises(InvalidInput):
        keep(cast, since_on=date(2026, 11, 24))
    with pytest.raises(InvalidInput):
        keep(cast, minutes=47)


def test_the_owner_and_the_desk_keep_the_rules_and_nobody_else(cast):
    draft = RulesDraft(weeks_routine=4, tips="Sing in the bath.", write_to="Maria")
    kept = waiting.keep_rules(actor=cast.olive.actor, clinic=cast.clinic.pk, draft=draft, at=cast.at)
    assert (kept.weeks(Urgency.ROUTINE), kept.by_name, kept.fills) == (4, "Olive Grant", False)
    with pytest.raises(NotAllowed):
        waiting.keep_rules(actor=cast.hannah.actor, clinic=cast.clinic.pk, draft=draft, at=cast.at)
    with pytest.raises(NotFound):
        waiting.keep_rules(actor=cast.samira.actor, clinic=cast.clinic.pk, draft=draft, at=cast.at)


def test_the_range_is_silent_until_eight_families_had_a_time_then_counts_those_who_wait(cast):
    today = cast.at.date()
    for number in range(8):
        one = family(cast, f"Child{number}", number, since_on=today - timedelta(days=35 + number))
        assert queries.expected(cast.clinic.pk, Urgency.ROUTINE, today) is None
        waiting.end_place(actor=cast.maria.actor, child=one.child, why=WhyEnded.HAS_TIME, at=cast.at)
    family(cast, "Still", 20, since_on=today - timedelta(days=90))
    found = queries.expected(cast.clinic.pk, Urgency.ROUTINE, today)
    assert (found.seen, found.still, found.weeks) == (8, 1, (5, 6))
    # Nobody urgent ever waited, so everybody counts; a family that left is one that was not seen to the end.
    assert queries.expected(cast.clinic.pk, Urgency.SOON, today) == found
    assert queries.expected(cast.other_clinic.pk, Urgency.SOON, today) is None
