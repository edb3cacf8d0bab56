"""Reports: reading them, and everything that one holds."""

from alongside.areas.review.queries.reports.content import content_of, quotable, report_content
from alongside.areas.review.queries.reports.reading import (
    report,
    report_row,
    report_seen,
    reports,
    verify_report,
)

__all__ = [
    "content_of",
    "quotable",
    "report",
    "report_content",
    "report_row",
    "report_seen",
    "reports",
    "verify_report",
]
