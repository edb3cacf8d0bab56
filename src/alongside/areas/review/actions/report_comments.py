"""A carer's words beside a report: once each, open to correction until the clinic prints it, under their own seal."""

from datetime import datetime
from uuid import UUID

from alongside.areas.circle import gate
from alongside.areas.circle.values import OpenChild
from alongside.areas.review.models.reports import Report, ReportComment
from alongside.areas.review.queries.reports import report_row, report_seen
from alongside.areas.review.queries.reports.reading import comment_seal
from alongside.areas.review.values.reports import ReportSeen
from alongside.areas.trail.actions import action
from alongside.core import bounds
from alongside.core.actors import Actor
from alongside.core.capabilities import Capability
from alongside.core.refusals import NotFound, Refusal
from alongside.core.words import gettext_noop


class ReportPrinted(Refusal):
    """The words beside a printed report stay as they are."""

    sentence = gettext_noop("This report is printed now. You can still tell us in Talk.")


@action
def comment_on_report(
    *, actor: Actor, child: UUID, report: UUID, comment: UUID, words: str, at: datetime
) -> ReportSeen:
    """Write beside a shared report, or correct what this carer wrote before. What was signed stays untouched.

    Raises ReportPrinted once the clinic has printed it, NotFound for a report that is not shared.
    """
    opened = gate.open_child(
        actor, child, Capability.COMMENT_ON_REPORTS, at, doing="review.comment_on_report"
    )
    gate.hold(opened)
    row = report_row(opened, report)
    if row.shared_at is None:
        raise NotFound
    kept = bounds.words(words, bounds.WORDS, "words", required=True)
    mine = ReportComment.objects.filter(report=row, by=actor.person).first()
    if mine is None or mine.words != kept:
        if row.closed_at is not None:
            raise ReportPrinted
        _write(opened, row, mine or _fresh(opened, row, comment), kept)
    return report_seen(opened, row)


def _fresh(opened: OpenChild, row: Report, comment: UUID) -> ReportComment:
    if ReportComment.objects.filter(uuid=comment).exists():
        raise NotFound
    said = {"by_id": opened.actor.person, "voice": opened.voice.value, "first_at": opened.at}
    return ReportComment(uuid=comment, child_id=opened.pk, report=row, **said)


def _write(opened: OpenChild, row: Report, mine: ReportComment, words: str) -> None:
    mine.words, mine.at = words, opened.at
    mine.digest = comment_seal(mine, row)
    mine.save()
