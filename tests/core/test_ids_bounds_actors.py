"""Identifiers, bounds of what is typed, and who is asking."""

from datetime import UTC, datetime, timedelta
from uuid import UUID, uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alongside.core import bounds
from alongside.core.actors import DESK, Actor, Hat, MemberRole
from alongside.core.ids import uuid7
from alongside.core.refusals import InvalidInput, NotAllowed, NotFound, Refusal

AT = datetime(2026, 11, 23, 8, tzinfo=UTC)
MOMENTS = st.datetimes(datetime(2000, 1, 1), datetime(2200, 1, 1), timezones=st.just(UTC))


@given(MOMENTS, st.integers(0, 2**80))
def test_an_identifier_is_of_version_7_and_repeats_from_its_parts(at, entropy):
    made = uuid7(at, entropy)
    assert (made.version, made.variant) == (7, UUID(int=made.int).variant)
    assert made == uuid7(at, entropy)
    assert made.int >> 80 == int(at.timestamp() * 1000)


def test_identifiers_sort_by_time_and_differ_at_one_moment():
    assert uuid7(AT) != uuid7(AT)
    assert uuid7(AT) < uuid7(AT + timedelta(milliseconds=1))
    with pytest.raises(ValueError, match="aware"):
        uuid7(AT.replace(tzinfo=None))


@given(st.text(max_size=60))
def test_words_are_kept_to_the_letter_or_refused_at_their_field(text):
    if len(text.strip()) > 30 or "\x00" in text.strip():
        with pytest.raises(InvalidInput) as refused:
            bounds.words(text, 30, "story")
        assert refused.value.field == "story"
    else:
        assert bounds.words(text, 30, "story") == text.strip()


def test_a_required_text_asks_for_a_few_words():
    assert bounds.words("", 30, "story") == ""
    with pytest.raises(InvalidInput, match="few words"):
        bounds.words("  ", 30, "story", required=True)


@given(st.integers())
def test_a_number_is_kept_within_its_bounds(value):
    if 1 <= value <= 10:
        assert bounds.whole(value, 1, 10, "going") == value
    else:
        with pytest.raises(InvalidInput, match="from 1 to 10"):
            bounds.whole(value, 1, 10, "going")


def test_hats_belong_to_a_clinic():
    hats = (Hat(clinic=1, role=MemberRole.THERAPIST), Hat(clinic=2, role=MemberRole.OWNER))
    actor = Actor(person=1, uuid=uuid4(), name="Hannah Reid", short_name="Hannah", hats=hats)
    assert actor.roles_in(1) == {MemberRole.THERAPIST}
    assert actor.roles_in(3) == frozenset()
    assert actor.clinics_as(MemberRole.OWNER, MemberRole.THERAPIST) == (1, 2)


def test_a_right_in_a_clinic_is_checked_there_and_a_stranger_learns_nothing():
    actor = Actor(
        person=1,
        uuid=uuid4(),
        name="Olive Park",
        short_name="Olive",
        hats=(Hat(clinic=1, role=MemberRole.OWNER),),
    )
    actor.check_one_of(DESK, 1, "The desk does this.")
    with pytest.raises(NotAllowed, match="Therapists do this"):
        actor.check_one_of(frozenset({MemberRole.THERAPIST}), 1, "Therapists do this.")
    with pytest.raises(NotFound, match=NotFound.sentence):
        actor.check_one_of(DESK, 2, "The desk does this.")


def test_a_refusal_speaks_to_the_reader():
    assert str(Refusal()) == Refusal.sentence
    assert str(NotFound(child=3)) == NotFound.sentence
    assert NotFound(child=3).child == 3
