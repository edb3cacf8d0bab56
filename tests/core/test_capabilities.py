"""The table of rights: every cell, and the rule that a restriction beats every grant."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alongside.core.capabilities import NAMEABLE, TABLE, Capability, Role, decide

ROLES = st.frozensets(st.sampled_from(Role))
CAPABILITIES = st.sampled_from(Capability)


def test_every_capability_has_a_row_and_a_reason():
    assert set(TABLE) == set(Capability)
    assert all(grant.reason.endswith(".") for grant in TABLE.values())


@pytest.mark.parametrize("capability", Capability)
@pytest.mark.parametrize("role", [role for role in Role if role is not Role.CARER_RESTRICTED])
def test_one_role_may_exactly_what_its_row_says(capability, role):
    allowed = decide(frozenset({role}), capability) is None
    assert allowed is (role in TABLE[capability].roles)


@given(ROLES, CAPABILITIES, st.frozensets(CAPABILITIES))
def test_a_restriction_beats_every_other_role(roles, capability, named):
    restricted = decide(roles | {Role.CARER_RESTRICTED}, capability, named)
    alone = decide(frozenset({Role.CARER_RESTRICTED}), capability, named)
    assert restricted == alone
    if restricted is None and not TABLE[capability].always_restricted:
        assert capability in named & NAMEABLE


@given(CAPABILITIES)
def test_nobody_may_nothing(capability):
    assert decide(frozenset(), capability) is not None


def test_clinical_notes_and_rights_of_others_can_never_be_named():
    never = {
        Capability.READ_CLINICAL_NOTES,
        Capability.READ_ALL_ENTRIES,
        Capability.READ_CIRCLE,
        Capability.READ_TRAIL,
        Capability.AGREE_GOALS,
    }
    assert not never & NAMEABLE


def test_owners_and_the_front_desk_see_no_clinical_content():
    clinical = {
        Capability.READ_STORY,
        Capability.READ_FINDINGS,
        Capability.READ_GOALS,
        Capability.READ_TALK,
        Capability.READ_WINS,
        Capability.READ_ALL_ENTRIES,
        Capability.READ_FAMILY_NOTES,
    }
    for capability in clinical:
        assert not TABLE[capability].roles & {Role.OWNER, Role.FRONT_DESK, Role.CLINIC_THERAPIST}


def test_reading_is_told_from_changing():
    assert Capability.READ_GOALS.is_read
    assert not Capability.AGREE_GOALS.is_read
