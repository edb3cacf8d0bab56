"""Everybody prepares their own view on their own device. Nobody else reads it before it is shown."""

import pytest

from alongside.areas.circle import actions as circle
from alongside.areas.review import actions as review
from alongside.areas.review import queries
from alongside.areas.review.values import Told
from alongside.core.capabilities import Capability
from alongside.core.refusals import InvalidInput, NotAllowed, NotFound

WELL = Told(went_well="Socks, nearly every day", child_words="I can do it")


@pytest.fixture
def reads(cast, opened, cycle):
    """Whose shown views a player reads: [(name, what went well)]."""

    def told_to(player):
        seen = queries.shown_views(opened(player, Capability.READ_TALK), cycle.uuid)
        return [(one.by.name, one.told.went_well) for one in seen]

    return told_to


def test_a_draft_is_read_by_its_writer_alone(cast, around, opened, cycle, reads):
    around(cast.samira, review.keep_view, cycle=cycle.uuid, told=WELL)
    own = queries.own_view(opened(cast.samira, Capability.READ_TALK), cycle.uuid)
    assert (own.told, own.shown_at, own.changed) == (WELL, None, False)
    for player in (cast.samira, cast.karim, cast.hannah, cast.grandma):
        assert reads(player) == []
    assert queries.own_view(opened(cast.karim, Capability.READ_TALK), cycle.uuid) is None


def test_what_is_shown_to_the_therapist_is_not_shown_to_the_other_home(cast, around, new_uuid, cycle, reads):
    around(cast.samira, review.show_view, cycle=cycle.uuid, showing=new_uuid(), told=WELL)
    assert reads(cast.hannah) == reads(cast.samira) == [("Samira", WELL.went_well)]
    assert reads(cast.karim) == []
    around(cast.samira, review.show_view, cycle=cycle.uuid, showing=new_uuid(), told=WELL, to_all=True)
    assert reads(cast.karim) == [("Samira", WELL.went_well)]


def test_the_therapists_view_is_the_familys_to_read_once_it_is_shown(cast, around, new_uuid, cycle, reads):
    told = Told(went_well="He pulled the heel alone")
    around(cast.hannah, review.keep_view, cycle=cycle.uuid, told=told)
    assert reads(cast.samira) == []
    around(cast.hannah, review.show_view, cycle=cycle.uuid, showing=new_uuid(), told=told)
    assert reads(cast.samira) == reads(cast.grandma) == [("Hannah", "He pulled the heel alone")]


def test_words_written_after_showing_wait_until_they_are_shown(cast, around, new_uuid, opened, cycle, reads):
    showing = new_uuid()
    around(cast.samira, review.show_view, cycle=cycle.uuid, showing=showing, told=WELL)
    own = around(cast.samira, review.keep_view, cycle=cycle.uuid, told=Told(went_well="And shoes"))
    assert own.changed
    assert reads(cast.hannah) == [("Samira", WELL.went_well)]
    again = around(cast.samira, review.show_view, cycle=cycle.uuid, showing=showing, told=Told())
    assert (again.told.went_well, reads(cast.hannah)) == ("And shoes", [("Samira", WELL.went_well)])


def test_a_restricted_carer_writes_for_the_therapist_and_reads_only_the_own_view(
    cast, around, new_uuid, cycle, reads
):
    around(cast.hannah, circle.restrict_carer, person=cast.karim.uuid, named=())
    shown = {"cycle": cycle.uuid, "to_all": True}
    around(cast.samira, review.show_view, showing=new_uuid(), told=WELL, **shown)
    around(cast.hannah, review.show_view, showing=new_uuid(), told=Told(went_well="Calm"), **shown)
    around(cast.karim, review.show_view, showing=new_uuid(), told=Told(went_well="Football"), **shown)
    assert reads(cast.karim) == [("Karim", "Football")]
    assert reads(cast.samira) == [("Samira", WELL.went_well), ("Hannah", "Calm")]
    assert ("Karim", "Football") in reads(cast.hannah)


def test_every_question_may_be_skipped_but_nothing_at_all_is_not_shown(cast, around, new_uuid, cycle):
    assert around(cast.samira, review.keep_view, cycle=cycle.uuid, told=Told()).told == Told()
    with pytest.raises(InvalidInput, match="few words first"):
        around(cast.samira, review.show_view, cycle=cycle.uuid, showing=new_uuid(), told=Told())
    with pytest.raises(InvalidInput):
        around(cast.samira, review.keep_view, cycle=cycle.uuid, told=Told(was_hard="x" * 2_001))


def test_who_does_not_look_after_the_child_prepares_nothing(cast, around, cycle):
    with pytest.raises(NotAllowed):
        around(cast.tom, review.keep_view, cycle=cycle.uuid, told=WELL)
    with pytest.raises(NotFound):
        around(cast.other_parent, review.keep_view, cycle=cycle.uuid, told=WELL)
