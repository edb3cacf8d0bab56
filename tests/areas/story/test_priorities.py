"""What matters most: five lines in their own words, kept verbatim for ever."""

from dataclasses import replace
from datetime import timedelta
from uuid import uuid4

import pytest
from django.db import IntegrityError, transaction

from alongside.areas.circle import actions as circle
from alongside.areas.circle.values import Voice
from alongside.areas.story import actions as story
from alongside.areas.story import queries
from alongside.areas.story.models import Priority
from alongside.core.capabilities import Capability
from alongside.core.refusals import InvalidInput, NotAllowed, NotFound

TEARS = "Mornings where nobody cries. Including me."


def words(seen):
    return [one.words for one in seen]


def test_a_parents_words_stay_as_they_were_said_with_the_childs_beside_them(cast, keep, line):
    mine = line(TEARS, routine="morning.dress")
    his = line("I want to do it faster than Yusuf.", voice=Voice.CHILD)
    seen = keep(cast.samira, his, mine)
    assert words(seen) == [TEARS, "I want to do it faster than Yusuf."]
    assert [(one.by.name, one.by.voice) for one in seen] == [
        ("Samira", Voice.FAMILY),
        ("Idris", Voice.CHILD),
    ]
    assert seen[0].by.uuid == cast.samira.uuid
    assert seen[0].routine == "morning.dress"


def test_a_second_delivery_changes_nothing(cast, keep, line):
    lines = [line(TEARS), line("Friends", 2)]
    first = keep(cast.samira, *lines)
    assert keep(cast.samira, *lines, at=cast.at + timedelta(minutes=1)) == first


def test_other_words_are_a_new_line_and_the_old_ones_are_kept_for_ever(cast, keep, line, opened):
    old = line("Less shouting")
    keep(cast.samira, old)
    later = cast.at + timedelta(days=30)
    said_anew = replace(old, words="Calm mornings")
    seen = keep(cast.samira, said_anew, at=later)
    assert words(seen) == ["Calm mornings"]
    assert seen[0].uuid != old.uuid
    assert keep(cast.samira, said_anew, at=later) == seen
    ever = queries.priorities_ever(opened(cast.grandma, Capability.READ_STORY))
    assert [(one.words, one.retired_at) for one in ever] == [
        ("Calm mornings", None),
        ("Less shouting", later),
    ]


def test_the_order_may_change_without_touching_the_words(cast, keep, line):
    first, second = line("Sleep", 1), line("School", 2)
    before = keep(cast.samira, first, second)
    after = keep(cast.samira, replace(first, rank=2), replace(second, rank=1))
    assert words(after) == ["School", "Sleep"]
    assert {one.uuid for one in after} == {one.uuid for one in before}


def test_a_carer_retires_and_moves_only_own_words(cast, keep, line):
    keep(cast.samira, line("Sleep", 1), line("School", 2))
    seen = keep(cast.karim, line("Football", 3), line("School", 5))
    assert [(one.words, one.rank) for one in seen] == [("Sleep", 1), ("School", 2), ("Football", 3)]
    assert words(keep(cast.samira, line("School", 2))) == ["School", "Football"]


def test_the_therapist_keeps_the_familys_list_and_names_whose_words_they_are(cast, keep, line):
    keep(cast.samira, line("Sleep"))
    seen = keep(
        cast.hannah,
        line("Football", said_by=cast.karim.uuid),
        line("Swimming", 2, said_by_name="Uncle Ali"),
    )
    assert [(one.words, one.by.name, one.by.voice) for one in seen] == [
        ("Football", "Karim", Voice.FAMILY),
        ("Swimming", "Uncle Ali", Voice.FAMILY),
    ]
    with pytest.raises(InvalidInput) as refused:
        keep(cast.hannah, line("Whose?"))
    assert refused.value.field == "said_by_name"
    for stranger in (uuid4(), cast.other_parent.uuid, cast.hannah.uuid):
        with pytest.raises(NotFound):
            keep(cast.hannah, line("Not theirs", said_by=stranger))


def test_five_lines_are_plenty_in_each_voice(cast, keep, line):
    five = [line(f"Line {number}", number) for number in range(1, 6)]
    his = [replace(one, uuid=uuid4(), voice=Voice.CHILD) for one in five]
    assert len(keep(cast.samira, *five, *his)) == 10
    with pytest.raises(story.TooManyPriorities, match="Five at a time"):
        keep(cast.karim, line("A sixth"))
    assert Priority.objects.filter(words="A sixth").count() == 0


@pytest.mark.parametrize(
    ("field", "changed"),
    [
        ("words", {"words": "  "}),
        ("words", {"words": "x" * 301}),
        ("rank", {"rank": 6}),
        ("routine", {"routine": "siesta"}),
        ("voice", {"voice": Voice.THERAPIST}),
    ],
)
def test_what_cannot_be_kept_says_what_to_do_at_its_field(cast, keep, line, field, changed):
    with pytest.raises(InvalidInput) as refused:
        keep(cast.samira, replace(line("Sleep"), **changed))
    assert refused.value.field == field


def test_the_same_words_twice_in_one_list_are_one_line(cast, keep, line):
    assert words(keep(cast.samira, line("Sleep"), line("Sleep"))) == ["Sleep"]


def test_a_line_of_another_child_is_not_found(cast, keep, line):
    theirs = line("Rosa’s sleep")
    story.keep_priorities(actor=cast.other_parent.actor, child=cast.rosa, priorities=(theirs,), at=cast.at)
    with pytest.raises(NotFound):
        keep(cast.samira, replace(theirs, words="Mine"))


def test_who_may_read_and_who_may_write(cast, keep, line, opened):
    keep(cast.samira, line("Sleep"))
    assert words(queries.priorities(opened(cast.grandma, Capability.READ_STORY))) == ["Sleep"]
    for player in (cast.grandma, cast.tom, cast.maria, cast.olive):
        with pytest.raises(NotAllowed):
            keep(player, line("Mine"))
    for outsider in (cast.other_parent, cast.other_therapist):
        with pytest.raises(NotFound):
            keep(outsider, line("Mine"))


def test_a_restricted_carer_reads_the_story_only_when_it_was_named(cast, opened):
    for named, may in (([], False), ([Capability.READ_STORY], True)):
        circle.restrict_carer(
            actor=cast.hannah.actor, child=cast.idris, person=cast.karim.uuid, named=named, at=cast.at
        )
        assert opened(cast.karim, Capability.READ_NAME).allows(Capability.READ_STORY) is may
    with pytest.raises(NotAllowed):
        opened(cast.karim, Capability.WRITE_STORY)


def test_the_database_refuses_a_sixth_rank_and_a_line_without_words(cast, keep, line):
    keep(cast.samira, line("Sleep"))
    for broken in ({"rank": 6}, {"words": ""}, {"voice": "SCHOOL"}):
        with pytest.raises(IntegrityError), transaction.atomic():
            Priority.objects.filter(words="Sleep").update(**broken)


def test_a_list_that_nobody_would_write_is_refused(cast, line):
    lines = tuple(line(f"Words {number}") for number in range(21))
    with pytest.raises(InvalidInput, match="at most 20"):
        story.keep_priorities(actor=cast.samira.actor, child=cast.idris, priorities=lines, at=cast.at)
