"""Fills the reports of a record: one that was shared, with words beside it, one that was not, and a draft."""

from alongside.areas.people import actions as people
from alongside.areas.review.actions import report_comments, reports
from alongside.areas.review.values.reports import ReportDraft, ReportKind, ReportSeen, boxes_of
from alongside.core.capabilities import Capability
from tests.clock import AT
from tests.matrix.pen import Pen


def report(pen: Pen) -> None:
    """A canary in every box, answer, addition and comment."""
    _register(pen)
    said = {"actor": pen.therapist, "child": pen.child, "at": AT}
    shared = _begun(pen, "report", ReportKind.PROGRESS)
    draft = _typed(pen, shared)
    reports.sign_report(report=shared.uuid, draft=draft, **said)
    reports.share_report(report=shared.uuid, **said)
    added = pen.word("added to a report", Capability.READ_REPORTS)
    reports.add_to_report(report=shared.uuid, addendum=pen.new("addendum"), words=added, **said)
    report_comments.comment_on_report(
        report=shared.uuid,
        comment=pen.new("beside"),
        words=pen.word("beside a report", Capability.READ_REPORTS),
        **said | {"actor": pen.carer},
    )
    kept_back = _begun(pen, "report_kept_back", ReportKind.EVALUATION)
    draft = _typed_alike(pen, kept_back)
    reports.sign_report(report=kept_back.uuid, draft=draft, **said)
    unsigned = _begun(pen, "report_draft", ReportKind.PLAN)
    reports.save_report(report=unsigned.uuid, draft=_typed_alike(pen, unsigned), **said)


def _register(pen: Pen) -> None:
    people.record_credential(
        actor=pen.therapist,
        clinic=pen.world.clinics[pen.family.key[0]].pk,
        person=pen.family.therapist.uuid,
        uuid=pen.world.dice.uuid(AT),
        register="HCPC",
        number="OT000000",
        degree="",
        at=AT,
    )


def _begun(pen: Pen, name: str, kind: ReportKind) -> ReportSeen:
    said = {"actor": pen.therapist, "child": pen.child, "at": AT}
    return reports.start_report(report=pen.new(name), kind=kind, **said)


def _typed(pen: Pen, seen: ReportSeen) -> ReportDraft:
    """A canary of its own in every box. The scores stay out, so they stay the therapist's."""
    answer = pen.word("report: answer", Capability.READ_REPORTS)
    return ReportDraft(
        version=seen.version,
        from_on=seen.from_on,
        until_on=seen.until_on,
        words={code: pen.word(f"report: {code}", Capability.READ_REPORTS) for code in boxes_of(seen.kind)},
        answers={pen.family.objects["priority"]: answer},
        quotes=frozenset({pen.family.objects["entry"]}),
    )


def _typed_alike(pen: Pen, seen: ReportSeen) -> ReportDraft:
    """One canary in every box, and every score."""
    word = pen.word(f"{seen.kind}: kept back", Capability.WRITE_FINDINGS)
    return ReportDraft(
        version=seen.version,
        from_on=seen.from_on,
        until_on=seen.until_on,
        words=dict.fromkeys(boxes_of(seen.kind), word),
        scores=frozenset({pen.family.objects["administration"]}),
    )
