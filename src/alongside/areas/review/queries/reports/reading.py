"""Reading reports. A family sees what was signed and shared; drafts are their therapist's."""

import json
from collections.abc import Iterable
from uuid import UUID

from django.db.models import QuerySet

from alongside.areas.circle.queries import by
from alongside.areas.circle.values import OpenChild
from alongside.areas.review.models.reports import Report, ReportAddendum
from alongside.areas.review.models.reports import ReportComment as Comment
from alongside.areas.review.queries.reports.seal import canonical, seal, stamp
from alongside.areas.review.values.reports import (
    ReportAdded,
    ReportComment,
    ReportInShort,
    ReportKind,
    ReportSeen,
    ReportState,
    Verified,
)
from alongside.core.capabilities import Capability
from alongside.core.refusals import NotFound

_SHOWN_AT_MOST = 100


def reports(opened: OpenChild) -> tuple[ReportInShort, ...]:
    """The child's reports that this person may read, newest first. One statement."""
    rows = _visible(opened).order_by("-started_at", "-pk").defer("content")
    return tuple(_short(row) for row in rows[:_SHOWN_AT_MOST])


def report(opened: OpenChild, uuid: UUID) -> ReportSeen:
    """One report with its additions and the family's words. Three statements; NotFound for anything else."""
    return report_seen(opened, report_row(opened, uuid))


def verify_report(opened: OpenChild, uuid: UUID) -> Verified:
    """Whether everything that was sealed still is what it was. A draft has no seal yet: NotFound."""
    row = report_row(opened, uuid)
    if row.state != ReportState.SIGNED:
        raise NotFound
    return Verified(report=_is_intact(row), comments=all(_is_sealed(one, row) for one in _comments(row)))


def report_row(opened: OpenChild, uuid: UUID) -> Report:
    """The stored report, for actions of this area; NotFound for another child's."""
    row = _visible(opened).filter(uuid=uuid).first()
    if row is None:
        raise NotFound
    return row


def report_seen(opened: OpenChild, row: Report) -> ReportSeen:
    """A report with what stands beside it (two more statements)."""
    return ReportSeen(
        uuid=row.uuid,
        kind=ReportKind(row.kind),
        state=ReportState(row.state),
        version=row.version,
        from_on=row.from_on,
        until_on=row.until_on,
        words=row.words,
        answers={UUID(key): text for key, text in row.answers.items()},
        quotes=frozenset(UUID(key) for key in row.quotes),
        scores=frozenset(UUID(key) for key in row.scores),
        by=by(row.by, row.voice),
        saved_at=row.saved_at,
        signed_at=row.signed_at,
        digest=row.digest,
        intact=_is_intact(row),
        content=json.loads(row.content) if row.content else None,
        shared_at=row.shared_at,
        closed_at=row.closed_at,
        additions=_additions(row),
        comments=tuple(_comment(opened, one, row) for one in _comments(row)),
    )


def comment_seal(comment: Comment, report: Report) -> str:
    """The seal of a carer's words beside a report: of the words, their author, their moment and the report's seal."""
    told = {
        "comment": str(comment.uuid),
        "report": report.digest,
        "by": comment.by_id,
        "at": stamp(comment.at),
        "words": comment.words,
    }
    return seal(canonical(told))


def _visible(opened: OpenChild) -> QuerySet[Report]:
    opened.check(Capability.READ_REPORTS)
    rows = Report.objects.filter(child=opened.pk).select_related("by")
    return rows if opened.is_team else rows.filter(state=ReportState.SIGNED, shared_at__isnull=False)


def _is_intact(row: Report) -> bool:
    """A seal fits its letters, and the letters speak of this report. A draft carries none."""
    if row.state != ReportState.SIGNED:
        return True
    return row.digest == seal(row.content) and json.loads(row.content).get("report") == str(row.uuid)


def _is_sealed(comment: Comment, report: Report) -> bool:
    return comment.digest == comment_seal(comment, report)


def _comments(row: Report) -> Iterable[Comment]:
    return Comment.objects.filter(report=row).select_related("by").order_by("pk")


def _additions(row: Report) -> tuple[ReportAdded, ...]:
    rows = ReportAddendum.objects.filter(report=row).select_related("by").order_by("pk")
    return tuple(
        ReportAdded(uuid=one.uuid, words=one.words, by=by(one.by, one.voice), at=one.at) for one in rows
    )


def _comment(opened: OpenChild, row: Comment, report: Report) -> ReportComment:
    return ReportComment(
        uuid=row.uuid,
        words=row.words,
        by=by(row.by, row.voice),
        at=row.at,
        corrected=row.at != row.first_at,
        digest=row.digest,
        intact=_is_sealed(row, report),
        is_mine=row.by_id == opened.actor.person,
    )


def _short(row: Report) -> ReportInShort:
    return ReportInShort(
        uuid=row.uuid,
        kind=ReportKind(row.kind),
        state=ReportState(row.state),
        from_on=row.from_on,
        until_on=row.until_on,
        by=by(row.by, row.voice),
        saved_at=row.saved_at,
        signed_at=row.signed_at,
        shared_at=row.shared_at,
    )
