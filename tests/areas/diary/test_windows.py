"""A family says when it could come; what one home says stays in that home."""

from datetime import time, timedelta
from uuid import uuid4

import pytest

from alongside.areas.circle import actions as circle
from alongside.areas.circle.gate import open_child
from alongside.areas.diary.actions import keep_windows
from alongside.areas.diary.models import FamilyWindow
from alongside.areas.diary.queries.windows import windows, windows_of
from alongside.areas.diary.values import WindowKind
from alongside.areas.diary.values.windows import WindowDraft, wishes
from alongside.core.capabilities import Capability
from alongside.core.fitting import Said, Wish
from alongside.core.refusals import InvalidInput, NotAllowed, NotFound
from tests.areas.story.drawing import two_homes


def after_school(weekday, kind=WindowKind.COULD):
    return WindowDraft(weekday=weekday, from_time=time(15, 30), until_time=time(17, 30), kind=kind)


def keep(player, cast, *drafts, **more):
    return keep_windows(
        **{"actor": player.actor, "child": cast.idris, "windows": drafts, "at": cast.at} | more
    )


def seen_by(player, cast, at=None):
    opened = open_child(player.actor, cast.idris, Capability.READ_VISITS, at or cast.at, doing="test")
    return [(one.weekday, one.kind) for one in windows(opened)]


def test_both_parents_and_the_desk_read_what_one_of_them_said_and_outsiders_nothing(cast):
    keep(cast.samira, cast, after_school(0), after_school(2, WindowKind.COULD_NOT))
    told = [(0, WindowKind.COULD), (2, WindowKind.COULD_NOT)]
    for player in (cast.samira, cast.karim, cast.hannah, cast.maria):
        assert seen_by(player, cast) == told
    with pytest.raises(NotFound):
        seen_by(cast.other_parent, cast)


def test_saying_it_again_takes_the_place_of_what_was_said_before(cast):
    keep(cast.samira, cast, after_school(0), after_school(1))
    later = cast.at + timedelta(days=7)
    keep(cast.karim, cast, after_school(1), after_school(3), at=later)
    assert [day for day, _kind in seen_by(cast.samira, cast, later)] == [1, 3]
    ended = FamilyWindow.objects.get(weekday=0)
    assert ended.until_on == (later - timedelta(days=1)).date()


def test_the_same_windows_twice_change_nothing(cast):
    first = keep(cast.samira, cast, after_school(0), after_school(0))
    again = keep(cast.samira, cast, after_school(0), at=cast.at + timedelta(days=1))
    assert first == again
    assert FamilyWindow.objects.count() == 1


def test_a_mistake_of_today_leaves_no_trace(cast):
    keep(cast.samira, cast, after_school(0))
    assert keep(cast.samira, cast) == ()
    assert not FamilyWindow.objects.exists()


def test_what_one_home_said_is_not_shown_to_the_other(cast):
    mums, dads = two_homes(cast)
    keep(cast.samira, cast, after_school(0), home=mums)
    keep(cast.karim, cast, after_school(3), home=dads)
    assert [day for day, _kind in seen_by(cast.samira, cast)] == [0]
    assert [day for day, _kind in seen_by(cast.karim, cast)] == [3]
    assert [day for day, _kind in seen_by(cast.maria, cast)] == [0, 3]
    with pytest.raises(NotFound):
        keep(cast.samira, cast, after_school(1), home=dads)


def test_what_one_home_told_the_desk_is_not_read_in_the_other(cast):
    two_homes(cast)
    keep(cast.maria, cast, after_school(2), heard_by_clinic=True)
    told = [(2, WindowKind.COULD)]
    assert seen_by(cast.maria, cast) == seen_by(cast.hannah, cast) == told
    assert seen_by(cast.samira, cast) == seen_by(cast.karim, cast) == []


def test_what_a_parent_told_the_desk_is_read_in_their_home_alone(cast):
    mums, _dads = two_homes(cast)
    keep(cast.samira, cast, after_school(0), home=mums)
    heard = {"heard_by_clinic": True, "heard_from": cast.samira.uuid}
    keep(cast.maria, cast, after_school(2), **heard)
    assert seen_by(cast.samira, cast) == seen_by(cast.maria, cast) == [(2, WindowKind.COULD)]
    assert seen_by(cast.karim, cast) == []
    with pytest.raises(NotFound):
        keep(cast.maria, cast, after_school(2), **heard | {"heard_from": cast.other_parent.uuid})
    with pytest.raises(NotFound):
        keep(cast.maria, cast, after_school(2), **heard | {"heard_from": cast.hannah.uuid})
    with pytest.raises(NotAllowed):
        keep(cast.grandma, cast, after_school(2), heard_from=cast.samira.uuid)


def test_a_carer_of_no_home_ends_only_what_they_said(cast):
    circle.add_home(
        actor=cast.samira.actor, child=cast.idris, home=uuid4(), name="Mum’s", zone="", at=cast.at
    )
    keep(cast.maria, cast, after_school(2), heard_by_clinic=True)
    keep(cast.karim, cast, after_school(1))
    keep(cast.karim, cast, after_school(3))
    assert seen_by(cast.karim, cast) == [(3, WindowKind.COULD)]
    assert seen_by(cast.samira, cast) == []
    assert [day for day, _kind in seen_by(cast.maria, cast)] == [2, 3]


def test_a_restricted_carer_reads_nothing_and_cannot_say_it(cast):
    keep(cast.samira, cast, after_school(0))
    circle.restrict_carer(
        actor=cast.hannah.actor,
        child=cast.idris,
        person=cast.karim.uuid,
        named=(Capability.READ_VISITS,),
        at=cast.at,
    )
    assert seen_by(cast.karim, cast) == []
    with pytest.raises(NotAllowed):
        keep(cast.karim, cast, after_school(1))
    with pytest.raises(NotAllowed):
        keep(cast.grandma, cast, after_school(1))


def test_the_desk_writes_down_what_it_heard_and_does_not_speak_for_itself(cast):
    keep(cast.maria, cast, after_school(4), heard_by_clinic=True)
    assert seen_by(cast.samira, cast) == [(4, WindowKind.COULD)]
    with pytest.raises(NotAllowed):
        keep(cast.maria, cast, after_school(4))
    with pytest.raises(NotAllowed):
        keep(cast.samira, cast, after_school(4), heard_by_clinic=True)


def test_what_is_impossible_is_refused_at_its_field(cast):
    for field, draft in {
        "weekday": WindowDraft(weekday=7, from_time=time(9), until_time=time(10), kind=WindowKind.COULD),
        "until_time": WindowDraft(weekday=1, from_time=time(10), until_time=time(10), kind=WindowKind.COULD),
    }.items():
        with pytest.raises(InvalidInput) as refused:
            keep(cast.samira, cast, draft)
        assert refused.value.field == field
    with pytest.raises(InvalidInput):
        keep(cast.samira, cast, *[after_school(1)] * 61)


def test_many_children_are_read_in_one_statement(cast, django_assert_num_queries):
    keep(cast.samira, cast, after_school(0))
    opened = open_child(cast.maria.actor, cast.idris, Capability.READ_VISITS, cast.at, doing="test")
    carer = open_child(cast.samira.actor, cast.idris, Capability.READ_VISITS, cast.at, doing="test")
    with django_assert_num_queries(1):
        found = windows_of([opened])
    assert wishes(found[opened.pk]) == (
        Wish(weekday=0, starts=930, ends=1050, said=Said.COULD, from_on=cast.at.date()),
    )
    assert windows_of([carer]) == {}
