"""Reports of the demo: one that was signed, shared and answered by the family, and one that is still a draft."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from functools import partial
from uuid import UUID

from alongside.areas.circle import gate
from alongside.areas.circle.values import OpenChild
from alongside.areas.review.actions import report_comments, reports
from alongside.areas.review.queries import reports as read
from alongside.areas.review.values.reports import ReportDraft, ReportKind, ReportSeen
from alongside.areas.story import queries as story
from alongside.config.demo.scene import Beat, Scene
from alongside.core.capabilities import Capability


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """A report: ``answers`` by the first words of what was asked, ``quotes`` by those of what the family wrote.

    Without ``signed`` it is still a draft. ``beside`` are a carer, a moment and their words.
    """

    kind: ReportKind
    saved: str
    words: Mapping[str, str]
    answers: Mapping[str, str] = field(default_factory=dict)
    quotes: tuple[str, ...] = ()
    signed: str = ""
    shared: str = ""
    beside: tuple[tuple[str, str, str], ...] = ()


_IDRIS = Report(
    kind=ReportKind.PROGRESS,
    saved="0 Fri 14:50",
    signed="0 Fri 15:24",
    shared="0 Fri 15:26",
    words={
        "family_opening": "Thank you for all you wrote and told us since September. We read every word. "
        "This is what we saw with you, in plain words.",
        "family_next": "We keep the socks as they are. You do a little less of the pull each week. "
        "Samira and Karim look at the right heel with Hannah on Thursday. We all look again in four weeks.",
        "reason": "The family asked for calmer mornings and a way through changes of plan. This report looks back on "
        "the first block of visits.",
        "consent": "Samira and Karim Osman agreed to this report. It is not shared with school.",
        "analysis": "Idris plans well once he sees the whole sequence. Going first and having his own part keep him "
        "with a task. The heel turn is limited by grip on the right and by hurry. Sudden changes and loud rooms take "
        "the room he needs to plan.",
        "child_view": "Idris says he wants to be faster than Yusuf. He asked to keep the last pull.",
        "plan_changes": "Dressing moved from the bed to the second stair, because the family saw that he uses it. "
        "The part done by a grown-up is made smaller week by week. Ideas were not added while mornings were short.",
        "recommendations": "Continue the graded help at the heel for four weeks. Introduce the card for changes at "
        "school once the family is ready. Look again at the right hand while spreading.",
    },
    answers={
        "I want mornings": "More mornings are calm now, and the left heel is his. The right heel still needs you. "
        "You found the second stair. That was the key.",
        "When something changes": "The card helps when you look at it before the change. Ten quiet minutes work best.",
        "He could make": "He spreads the middle by himself. The damp cloth keeps the plate still.",
        "I want to do it": "Your left heel is fast now. We count slowly, so Yusuf can keep up.",
    },
    quotes=("He wanted to show me before work", "Left heel himself!"),
    beside=(
        (
            "samira",
            "0 Fri 20:40",
            "It is true what you write about the stair. I would add: he sings while he does it now.",
        ),
    ),
)
_THEO = Report(
    kind=ReportKind.EVALUATION,
    saved="0 Fri 16:05",
    words={
        "family_opening": "Theo let us see how his hand works, and he told us about whales.",
        "reason": "Claudette asked for help with writing that hurts.",
        "observations": "In class he sits with his feet off the floor. His grip gets tighter after two lines.",
    },
)
REPORTS: Mapping[str, Report] = {"idris": _IDRIS, "theo": _THEO}


def beats(scene: Scene) -> Iterator[Beat]:
    """What happens with the report of this child, if there is one."""
    told = REPORTS.get(scene.family.key)
    if told is None:
        return
    yield Beat(at=scene.when(told.saved), act=partial(_save, scene, told))
    if told.signed:
        yield Beat(at=scene.when(told.signed), act=partial(_sign, scene, told))
    if told.shared:
        name = {"report": scene.named("report")}
        yield scene.does(scene.when(told.shared), "therapist", reports.share_report, **name)
    for number, (who, when, words) in enumerate(told.beside):
        comment = {"comment": scene.named(f"beside {number}"), "words": words}
        said = {"report": scene.named("report"), **comment}
        yield scene.does(scene.when(when), who, report_comments.comment_on_report, **said)


def _begin(scene: Scene, told: Report, at: datetime) -> ReportSeen:
    return reports.start_report(
        actor=scene.actor("therapist", at),
        child=scene.child,
        report=scene.named("report"),
        kind=told.kind,
        at=at,
    )


def _save(scene: Scene, told: Report, at: datetime) -> None:
    draft = _draft(scene, told, _begin(scene, told, at), at)
    reports.save_report(
        actor=scene.actor("therapist", at),
        child=scene.child,
        report=scene.named("report"),
        draft=draft,
        at=at,
    )


def _sign(scene: Scene, told: Report, at: datetime) -> None:
    draft = _draft(scene, told, _begin(scene, told, at), at)
    reports.sign_report(
        actor=scene.actor("therapist", at),
        child=scene.child,
        report=scene.named("report"),
        draft=draft,
        at=at,
    )


def _draft(scene: Scene, told: Report, seen: ReportSeen, at: datetime) -> ReportDraft:
    actor = scene.actor("therapist", at)
    opened = gate.open_child(actor, scene.child, Capability.READ_REPORTS, at, doing="therapist.report")
    return ReportDraft(
        version=seen.version,
        from_on=seen.from_on,
        until_on=seen.until_on,
        words=told.words,
        answers={
            one.uuid: answer
            for one in story.priorities(opened)
            for asked, answer in told.answers.items()
            if one.words.startswith(asked)
        },
        quotes=frozenset(_chosen(opened, told)),
    )


def _chosen(opened: OpenChild, told: Report) -> Iterator[UUID]:
    return (one.uuid for one in read.quotable(opened) if one.words.startswith(told.quotes))
