"""What people notice, in their own words."""

from uuid import uuid4

import pytest

from alongside.areas.practice import actions as practice
from alongside.areas.practice import queries
from alongside.areas.practice.values import SeenBy
from alongside.core.capabilities import Capability
from alongside.core.moments import TooLongAgo
from alongside.core.refusals import InvalidInput, NotAllowed, NotFound
from tests.areas.programme.building import by, later, live, place

WORDS = "He put the cup away without being asked."


def noticed(player, cast, **more):
    return by(player, cast) | {"noticing": uuid4(), "words": WORDS} | more


def seen_by(opened, player, **more):
    return [seen.words for seen in queries.noticings(opened(player, Capability.READ_OWN_ENTRIES), **more)]


def test_a_noticing_needs_only_words_and_both_parents_and_the_therapist_read_it(cast, opened):
    seen = practice.notice(**noticed(cast.samira, cast))
    assert (seen.words, seen.placement, seen.title, seen.is_win) == (WORDS, None, "", False)
    assert (seen.by.name, seen.is_mine, seen.day.isoformat()) == ("Samira", True, "2026-11-23")
    for player in (cast.samira, cast.karim, cast.hannah):
        assert seen_by(opened, player) == [WORDS]


def test_it_may_belong_to_an_idea_and_be_called_a_win(cast):
    placed = live(cast)
    more = {"placement": placed.uuid, "starter": "One thing that went well", "is_win": True}
    seen = practice.notice(**noticed(cast.karim, cast, **more))
    assert (seen.placement, seen.title, seen.starter, seen.is_win) == (
        placed.uuid,
        placed.title,
        "One thing that went well",
        True,
    )


def test_sent_twice_it_is_kept_once_and_its_uuid_is_nobody_elses(cast, opened):
    words = noticed(cast.samira, cast)
    assert practice.notice(**words) == practice.notice(**words)
    assert seen_by(opened, cast.samira) == [WORDS]
    with pytest.raises(NotFound):
        practice.notice(**words | by(cast.karim, cast))


def test_what_is_for_the_therapist_alone_stays_between_the_two(cast, opened):
    practice.notice(**noticed(cast.samira, cast, seen_by=SeenBy.TEAM))
    assert seen_by(opened, cast.samira) == seen_by(opened, cast.hannah) == [WORDS]
    assert seen_by(opened, cast.karim) == seen_by(opened, cast.grandma) == []


def test_a_grandmother_reads_her_own_only(cast, opened):
    practice.notice(**noticed(cast.samira, cast))
    practice.notice(**noticed(cast.grandma, cast, words="He laughed."))
    assert seen_by(opened, cast.grandma) == ["He laughed."]


def test_noticings_since_a_moment_newest_first(cast, opened):
    practice.notice(**noticed(cast.samira, cast, words="Old", happened_at=later(cast, days=-5)))
    practice.notice(**noticed(cast.samira, cast, words="New"))
    assert seen_by(opened, cast.hannah) == ["New", "Old"]
    assert seen_by(opened, cast.hannah, since=later(cast, days=-1)) == ["New"]
    assert seen_by(opened, cast.hannah, limit=1) == ["New"]


def test_words_and_times_have_bounds_and_ideas_must_be_the_childs(cast):
    for words in ("", "   ", "x" * 2001):
        with pytest.raises(InvalidInput):
            practice.notice(**noticed(cast.samira, cast, words=words))
    with pytest.raises(TooLongAgo):
        practice.notice(**noticed(cast.samira, cast, happened_at=later(cast, days=-40)))
    for unknown in (uuid4(), place(cast).uuid):
        with pytest.raises(NotFound):
            practice.notice(**noticed(cast.samira, cast, placement=unknown))


def test_only_the_family_notices_here(cast):
    for player in (cast.hannah, cast.tom, cast.maria, cast.olive):
        with pytest.raises(NotAllowed):
            practice.notice(**noticed(player, cast))
    for outsider in (cast.other_parent, cast.other_therapist):
        with pytest.raises(NotFound):
            practice.notice(**noticed(outsider, cast))
