"""Strengths and findings: what the child does, where, with what help, tied to the family's words."""

from dataclasses import replace
from datetime import date
from uuid import uuid4

import pytest
from django.db import IntegrityError, transaction

from alongside.areas.circle import actions as circle
from alongside.areas.circle.values import Voice
from alongside.areas.evaluation import queries
from alongside.areas.evaluation.models import Finding
from alongside.areas.evaluation.values import FindingKind
from alongside.core.capabilities import Capability
from alongside.core.refusals import InvalidInput, NotAllowed, NotFound


def test_a_finding_says_what_where_with_what_help_and_whose_words_it_answers(add, draft, priority):
    seen = add(draft)
    assert (seen.does, seen.where, seen.with_help) == (draft.does, draft.where, draft.with_help)
    assert (seen.priority, seen.priority_words) == (priority, "Calm mornings")
    assert (seen.area_label, seen.icf) == ("Getting dressed", ("d540", "d4402"))
    assert (seen.by.name, seen.by.voice) == ("Hannah", Voice.THERAPIST)
    assert seen.shared_at is None


def test_strengths_come_first_and_need_only_what_the_child_does(cast, opened, add, draft, strength):
    add(draft)
    add(replace(strength, where="", with_help=""))
    add(replace(draft, does="Asks for the blue socks.", noticed_on=date(2026, 11, 2)))
    seen = queries.findings(opened(cast.hannah, Capability.READ_FINDINGS))
    assert [one.does for one in seen] == [
        "Tells jokes while he waits.",
        "Asks for the blue socks.",
        draft.does,
    ]
    assert seen[0].kind is FindingKind.STRENGTH


@pytest.mark.parametrize(
    ("field", "changed"),
    [
        ("does", {"does": " "}),
        ("where", {"where": ""}),
        ("with_help", {"with_help": ""}),
        ("priority", {"priority": None}),
        ("area", {"area": "everything"}),
        ("icf", {"icf": ("d999999",)}),
        ("icf", {"icf": ("d540", "d4402", "b176", "b7602")}),
        ("noticed_on", {"noticed_on": date(2026, 11, 24)}),
    ],
)
def test_what_is_missing_says_what_to_do_at_its_field(add, draft, field, changed):
    with pytest.raises(InvalidInput) as refused:
        add(replace(draft, **changed))
    assert refused.value.field == field


def test_the_family_sees_a_finding_once_it_is_shared(cast, opened, add, share, draft, strength):
    kept, strong = add(draft), add(strength)
    as_samira = opened(cast.samira, Capability.READ_FINDINGS)
    assert queries.findings(as_samira) == ()
    for read in (queries.finding, queries.finding_key):
        with pytest.raises(NotFound):
            read(as_samira, kept.uuid)
    shared = share(kept.uuid)
    assert share(kept.uuid) == shared
    assert [one.uuid for one in queries.findings(as_samira)] == [kept.uuid]
    assert queries.finding(as_samira, kept.uuid).shared_at == cast.at
    as_hannah = opened(cast.hannah, Capability.READ_FINDINGS)
    assert queries.finding(as_hannah, strong.uuid).does == strength.does
    assert queries.finding_key(as_hannah, strong.uuid) != queries.finding_key(as_hannah, kept.uuid)
    assert {one.uuid for one in shared} == {kept.uuid, strong.uuid}


def test_a_second_delivery_changes_nothing_and_its_uuid_serves_nobody_else(cast, add, draft, strength):
    uuid = uuid4()
    first = add(draft, uuid=uuid)
    assert add(draft, uuid=uuid) == first
    assert Finding.objects.count() == 1
    with pytest.raises(NotFound):
        add(strength, cast.other_therapist, uuid=uuid, child=cast.rosa)


def test_words_of_another_child_are_not_found(cast, add, draft, share):
    with pytest.raises(NotFound):
        add(draft, cast.other_therapist, child=cast.rosa)
    with pytest.raises(NotFound):
        share(uuid4())


def test_only_the_childs_own_therapist_writes_and_shares(cast, add, share, draft):
    kept = add(draft)
    for player in (cast.samira, cast.grandma, cast.tom, cast.maria, cast.olive):
        with pytest.raises(NotAllowed):
            add(draft, player)
        with pytest.raises(NotAllowed):
            share(kept.uuid, player=player)
    with pytest.raises(NotFound):
        add(draft, cast.other_therapist)


def test_who_may_read_them(cast, opened, add, share, draft):
    share(add(draft).uuid)
    for player in (cast.grandma, cast.tom, cast.olive):
        with pytest.raises(NotAllowed):
            queries.findings(opened(player, Capability.READ_NAME))


def test_a_restricted_carer_named_for_findings_does_not_read_the_story_in_them(
    cast, opened, add, share, draft
):
    share(add(draft).uuid)
    named = [Capability.READ_FINDINGS]
    circle.restrict_carer(
        actor=cast.hannah.actor, child=cast.idris, person=cast.karim.uuid, named=named, at=cast.at
    )
    seen = queries.findings(opened(cast.karim, Capability.READ_FINDINGS))
    assert [(one.does, one.priority_words) for one in seen] == [(draft.does, "")]


def test_the_database_refuses_a_finding_without_place_or_words(add, draft):
    add(draft)
    for broken in ({"where": ""}, {"with_help": ""}, {"priority": None}, {"does": ""}):
        with pytest.raises(IntegrityError), transaction.atomic():
            Finding.objects.update(**broken)
