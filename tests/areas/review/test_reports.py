"""A report: kept as it is typed, signed once, then only added to."""

from dataclasses import replace
from datetime import timedelta

import pytest

from alongside.areas.evaluation.values import FindingKind
from alongside.areas.goals import actions as goals
from alongside.areas.goals.values import GoalDraft, Rater, RatingDraft
from alongside.areas.review.actions import reports
from alongside.areas.review.models import Report
from alongside.areas.review.queries import reports as read
from alongside.areas.review.values.reports import ReportKind, ReportState
from alongside.areas.story import actions as story
from alongside.areas.story.values import PriorityDraft
from alongside.core.capabilities import Capability
from alongside.core.moments import Help
from alongside.core.refusals import InvalidInput, NotAllowed, NotFound
from tests.areas.evaluation import scoring
from tests.areas.review.loop import tried
from tests.areas.review.report_ways import (
    CALM,
    WORDS,
    asked,
    noticed,
    registered,
    shared,
    signed,
    started,
    typed,
)


@pytest.fixture
def doing(cast):
    return {"actor": cast.hannah.actor, "child": cast.idris, "at": cast.at}


@pytest.fixture
def look(cast, opened):
    return opened(cast.hannah, Capability.READ_REPORTS)


def test_a_draft_keeps_what_is_typed_and_starts_only_once(cast, new_uuid, doing, look):
    draft = started(cast, new_uuid)
    assert started(cast, new_uuid).uuid == draft.uuid
    assert started(cast, new_uuid, ReportKind.PLAN).uuid != draft.uuid
    kept = reports.save_report(report=draft.uuid, draft=typed(draft, {"reason": " Calm "}), **doing)
    assert (kept.words, kept.version, kept.content) == ({"reason": "Calm"}, 2, None)
    assert [one.state for one in read.reports(look)] == [ReportState.DRAFT] * 2


def test_two_windows_do_not_write_over_each_other(cast, new_uuid, doing):
    draft = started(cast, new_uuid)
    reports.save_report(report=draft.uuid, draft=typed(draft), **doing)
    same = reports.save_report(report=draft.uuid, draft=typed(draft), **doing)
    assert same.version == 2
    with pytest.raises(reports.ReportChanged):
        reports.save_report(report=draft.uuid, draft=typed(draft, {"reason": "Other"}), **doing)


def test_signing_asks_for_a_registration_and_the_needed_boxes(cast, new_uuid, doing):
    draft = started(cast, new_uuid)
    with pytest.raises(reports.NoRegistration):
        reports.sign_report(report=draft.uuid, draft=typed(draft), **doing)
    registered(cast, new_uuid)
    with pytest.raises(InvalidInput) as refused:
        reports.sign_report(report=draft.uuid, draft=typed(draft, WORDS | {"recommendations": " "}), **doing)
    assert refused.value.field == "recommendations"


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"until_on": timedelta(days=1)}, "until_on"),
        ({"from_on": timedelta(days=120)}, "from_on"),
        ({"from_on": timedelta(days=-4000)}, "from_on"),
    ],
)
def test_the_time_of_a_report_lies_behind_us_and_is_not_endless(cast, new_uuid, doing, changed, field):
    draft = started(cast, new_uuid)
    moved = {name: getattr(draft, name) + by for name, by in changed.items()}
    with pytest.raises(InvalidInput) as refused:
        reports.save_report(report=draft.uuid, draft=replace(typed(draft), **moved), **doing)
    assert refused.value.field == field


def test_what_is_signed_says_everything_and_who_signed(cast, new_uuid, doing, idea, goal):
    priority = asked(cast, new_uuid)
    noticed(cast, new_uuid)
    entry = tried(cast, new_uuid, idea, much=Help.BY_SELF, words="He did it.").uuid
    told = signed(cast, new_uuid, answers={priority: "It is calmer."}, quotes=frozenset({entry})).content
    assert told["signed"]["credentials"] == [
        {"register": "HCPC", "number": "OT000000", "degree": "BSc (Hons)"}
    ]
    assert (told["asked"][0]["words"], told["asked"][0]["answer"]) == (CALM, "It is calmer.")
    assert [one["does"] for one in told["strengths"]] == ["He makes us laugh"]
    assert (told["goals"][0]["level"]["now"], told["attainment"]) == ("-2", {})
    assert (told["goals"][0]["home"]["days"], told["goals"][0]["home"]["help_known"]) == (1, 1)
    assert [one["words"] for one in told["quotes"]] == ["He did it."]
    assert [one["title"] for one in told["ideas"]] == ["Last pull is his"]


def test_a_score_stands_beside_levels_once_the_start_was_scored(cast, new_uuid, doing, goal):
    scale = {"goal": goal.uuid, "version": 2}
    words = replace(goal.in_force.words, with_help="one reminder")
    steps = (
        "0 of 5 mornings",
        "2 of 5 mornings",
        "4 of 5 mornings",
        "5 of 5 mornings",
        "5 of 5 and shoes too",
    )
    draft = GoalDraft(
        title=goal.title, words=words, steps=steps, scored_by=Rater.THERAPIST, scored_from="a note"
    )
    goals.change_goal(goal=goal.uuid, draft=draft, version=new_uuid(), seen=1, **doing)
    by_samira = doing | {"actor": cast.samira.actor}
    goals.agree_goal(**scale, **by_samira)
    goals.score_baseline(rating=new_uuid(), about_on=cast.at.date(), **scale, **doing)
    view = RatingDraft(about_on=cast.at.date(), rater=Rater.PARENT, step=2)
    goals.rate_goal(rating=new_uuid(), draft=view, **scale, **by_samira)
    told = signed(cast, new_uuid).content
    assert (told["goals"][0]["level"]["first"], told["attainment"]["first"]) == ("-2", "30.0")
    assert [(one["by"], one["step"]) for one in told["goals"][0]["seen"]] == [("Samira", 2)]


def test_only_what_the_family_may_know_goes_into_a_report(cast, new_uuid, opened):
    asked_for = asked(cast, new_uuid)
    finding = {"kind": FindingKind.FINDING, "where": "hall", "with_help": "a word", "priority": asked_for}
    noticed(cast, new_uuid, does="Stops at the door", **finding)
    noticed(cast, new_uuid, does="Not told yet", share=False, **finding)
    told = signed(cast, new_uuid).content
    assert [one["does"] for one in told["findings"]] == ["Stops at the door"]


def test_a_later_change_of_goals_and_names_leaves_a_signed_report_as_it_was(
    cast, new_uuid, doing, goal, look
):
    asked(cast, new_uuid)
    before = signed(cast, new_uuid)
    goals.close_goal(goal=goal.uuid, words="Reached", **doing)
    other = PriorityDraft(uuid=new_uuid(), words="Sleep", rank=1)
    story.keep_priorities(actor=cast.samira.actor, child=cast.idris, priorities=(other,), at=cast.at)
    cast_child = Report.objects.get(uuid=before.uuid).child
    cast_child.name, cast_child.short_name = "Idris New", "New"
    cast_child.save()
    after = read.report(look, before.uuid)
    assert (after.content, after.digest) == (before.content, before.digest)
    assert read.verify_report(look, before.uuid).intact


def test_a_signed_report_does_not_change_and_says_when_somebody_touched_it(cast, new_uuid, doing, look):
    report = signed(cast, new_uuid)
    with pytest.raises(reports.ReportSigned):
        reports.save_report(report=report.uuid, draft=typed(report), **doing)
    again = reports.sign_report(report=report.uuid, draft=typed(report), **doing)
    assert again.digest == report.digest
    with pytest.raises(reports.ReportSigned):
        reports.sign_report(report=report.uuid, draft=typed(report, WORDS | {"reason": "New"}), **doing)
    row = Report.objects.get(uuid=report.uuid)
    row.content = row.content.replace("Go on for six weeks", "Go on for two weeks")
    row.save()
    assert not read.verify_report(look, report.uuid).report
    assert not read.report(look, report.uuid).intact


def test_additions_stand_beside_what_was_signed(cast, new_uuid, doing, look):
    report, addendum = signed(cast, new_uuid), new_uuid()
    for _twice in range(2):
        added = reports.add_to_report(report=report.uuid, addendum=addendum, words="School asked.", **doing)
    assert [one.words for one in added.additions] == ["School asked."]
    assert added.digest == report.digest
    draft = started(cast, new_uuid)
    with pytest.raises(reports.ReportNotSigned):
        reports.add_to_report(report=draft.uuid, addendum=new_uuid(), words="Early", **doing)
    with pytest.raises(reports.ReportNotSigned):
        reports.share_report(report=draft.uuid, **doing)


def test_a_report_is_its_own_therapists_to_write(cast, new_uuid, doing):
    draft = started(cast, new_uuid)
    for player in (cast.samira, cast.tom, cast.maria):
        with pytest.raises(NotAllowed):
            reports.save_report(report=draft.uuid, draft=typed(draft), **doing | {"actor": player.actor})
    outside = doing | {"actor": cast.other_therapist.actor}
    with pytest.raises(NotFound):
        reports.save_report(report=draft.uuid, draft=typed(draft), **outside)
    with pytest.raises(NotFound):
        reports.start_report(report=draft.uuid, kind=ReportKind.PLAN, **outside | {"child": cast.rosa})


def test_the_family_reads_what_was_shared_and_nothing_before(cast, new_uuid, opened, doing):
    report = signed(cast, new_uuid)
    home = opened(cast.samira, Capability.READ_REPORTS)
    assert read.reports(home) == ()
    with pytest.raises(NotFound):
        read.report(home, report.uuid)
    first = reports.share_report(report=report.uuid, **doing)
    assert reports.share_report(report=report.uuid, **doing).shared_at == first.shared_at
    assert [one.uuid for one in read.reports(home)] == [report.uuid]
    with pytest.raises(NotAllowed):
        opened(cast.grandma, Capability.READ_REPORTS)


def test_a_draft_has_nothing_to_verify(cast, new_uuid, look):
    with pytest.raises(NotFound):
        read.verify_report(look, started(cast, new_uuid).uuid)
    assert read.report(look, shared(cast, new_uuid, kind=ReportKind.PLAN).uuid).is_signed


def test_scores_are_printed_when_the_therapist_chooses_them_and_not_before(cast, new_uuid, doing):
    given = scoring.keep(cast, scoring.scores(cast)).uuid
    draft = started(cast, new_uuid)
    bare = reports.save_report(report=draft.uuid, draft=typed(draft, scores=frozenset({new_uuid()})), **doing)
    assert bare.scores == frozenset()
    told = signed(cast, new_uuid, scores=frozenset({given})).content
    assert [scale["score"] for one in told["scores"] for scale in one["scales"]] == ["52", "40"]
    assert told["scores"][0]["who"] == "Samira"
