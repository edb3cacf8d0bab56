"""A goal begins with the family's words, a sentence from word groups, and five steps."""

from dataclasses import replace
from datetime import date
from uuid import uuid4

import pytest
from django.db import IntegrityError, transaction
from django.utils import translation

from alongside.areas.circle.values import Voice
from alongside.areas.evaluation import actions as evaluation
from alongside.areas.evaluation.values import FindingDraft, FindingKind
from alongside.areas.goals import queries
from alongside.areas.goals.models import Goal, GoalVersion
from alongside.areas.goals.values import GoalState, Side
from alongside.core.capabilities import Capability
from alongside.core.refusals import InvalidInput, NotAllowed, NotFound

SENTENCE = (
    "Idris will put on both socks before school, with someone nearby, not helping, "
    "on 4 of 5 school mornings, by Friday 18 December."
)


def test_a_goal_reads_as_one_sentence_with_five_steps_and_the_familys_words(cast, propose, draft):
    seen = propose(cast.hannah, draft)
    assert seen.sentence == SENTENCE
    assert seen.family_words == draft.family_words
    assert [(step.number, step.words) for step in seen.steps] == list(enumerate(draft.steps, start=1))
    assert [seen.steps[place].label for place in (0, 2, 4)] == [
        "where we started",
        "what we hoped for",
        "a happy surprise",
    ]
    assert (seen.review_on, seen.state, seen.version) == (date(2026, 12, 18), GoalState.TALKING, 1)


def test_the_sentence_writes_its_day_in_the_readers_language(draft):
    with translation.override("de"):
        assert "Freitag 18 Dezember" in queries.goal_sentence(draft.words)


def test_the_writer_has_said_yes_and_the_other_side_is_waited_for(cast, propose, draft):
    for writer, side in ((cast.hannah, Side.THERAPIST), (cast.samira, Side.FAMILY)):
        seen = propose(writer, draft)
        assert seen.waiting_for is side.other
        assert [(yes.side, yes.same_screen) for yes in seen.proposed.said_yes] == [(side, False)]
        assert seen.proposed.by.voice is Voice(side)
        assert (seen.in_force, seen.reached, seen.reached_label) == (None, None, "")


def test_a_goal_says_which_words_and_which_finding_it_comes_from(cast, propose, draft, priority):
    noticed = FindingDraft(
        kind=FindingKind.FINDING,
        area="dressing",
        does="Pulls the sock over his heel.",
        where="at home",
        with_help="a start",
        priority=priority,
        noticed_on=date(2026, 11, 20),
    )
    finding = evaluation.add_finding(
        actor=cast.hannah.actor, child=cast.idris, finding=uuid4(), draft=noticed, at=cast.at
    ).uuid
    seen = propose(cast.hannah, draft, priority=priority, finding=finding)
    assert (seen.priority, seen.priority_words, seen.finding) == (priority, "Calm mornings", finding)
    with pytest.raises(NotFound):
        propose(cast.samira, draft, finding=finding)


def test_what_belongs_to_another_child_is_not_found(cast, propose, draft, priority, socks, opened):
    for foreign in ({"priority": priority}, {"finding": uuid4()}):
        with pytest.raises(NotFound):
            propose(cast.other_therapist, draft, child=cast.rosa, **foreign)
    as_petra = opened(cast.other_therapist, Capability.READ_GOALS, child=cast.rosa)
    for read in (queries.goal, queries.versions):
        with pytest.raises(NotFound):
            read(as_petra, socks)
    assert queries.goals_of(as_petra) == ()


def test_a_second_delivery_changes_nothing_and_its_uuid_serves_nobody_else(cast, propose, draft):
    goal = uuid4()
    first = propose(cast.samira, draft, goal)
    assert propose(cast.samira, draft, goal) == first
    assert (Goal.objects.count(), GoalVersion.objects.count()) == (1, 1)
    with pytest.raises(NotFound):
        propose(cast.karim, draft, goal)
    with pytest.raises(NotFound):
        propose(cast.other_parent, draft, goal, child=cast.rosa)


@pytest.mark.parametrize("group", ["who", "does", "where_when", "with_help", "how_often"])
def test_every_word_group_needs_words(cast, propose, draft, group):
    with pytest.raises(InvalidInput) as refused:
        propose(cast.hannah, replace(draft, words=replace(draft.words, **{group: " "})))
    assert refused.value.field == group


@pytest.mark.parametrize("day", [date(2026, 11, 23), date(2027, 11, 25)])
def test_the_day_to_look_back_lies_ahead_and_within_a_year(cast, propose, draft, day):
    with pytest.raises(InvalidInput) as refused:
        propose(cast.hannah, replace(draft, words=replace(draft.words, by_when=day)))
    assert refused.value.field == "by_when"


@pytest.mark.parametrize(
    ("field", "changed"),
    [
        ("title", {"title": "x" * 121}),
        ("step_4", {"steps": ("a", "b", "c", " ", "e")}),
        ("family_words", {"family_words": "x" * 2001}),
        ("hardest", {"hardest": ("part",) * 11}),
        ("matters", {"matters": 4}),
        ("hopeful", {"hopeful": 0}),
    ],
)
def test_what_cannot_be_kept_says_what_to_do_at_its_field(cast, propose, draft, field, changed):
    with pytest.raises(InvalidInput) as refused:
        propose(cast.hannah, replace(draft, **changed))
    assert refused.value.field == field
    assert Goal.objects.count() == 0


def test_who_may_read_goals_and_who_may_propose_them(cast, propose, draft, opened):
    propose(cast.karim, replace(draft, matters=None, hopeful=None))
    assert len(queries.goals_of(opened(cast.grandma, Capability.READ_GOALS))) == 1
    for player in (cast.grandma, cast.tom, cast.maria, cast.olive):
        with pytest.raises(NotAllowed):
            propose(player, draft)
    for outsider in (cast.other_parent, cast.other_therapist):
        with pytest.raises(NotFound):
            propose(outsider, draft)


def test_the_database_holds_the_bounds_of_a_version(cast, propose, draft):
    propose(cast.hannah, draft)
    for broken in ({"matters": 4}, {"hopeful": 0}, {"number": 0}):
        with pytest.raises(IntegrityError), transaction.atomic():
            GoalVersion.objects.update(**broken)
