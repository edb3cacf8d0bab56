"""A report as a file: one of its two versions, as a PDF that a reader's software can read aloud."""

from django.http import HttpResponse

from alongside.areas.review.reports.paper import build
from alongside.areas.review.reports.paper.blocks import Content
from alongside.areas.review.values.reports import Reader, ReportSeen
from alongside.faces.common.paper_charts import goal_chart


def report_file(seen: ReportSeen, content: Content, reader: Reader) -> HttpResponse:
    """The PDF of what was signed, or of what a draft would say now. Equal words give equal bytes."""
    made = build.build(seen, content, reader, draw=goal_chart)
    answer = HttpResponse(made, content_type="application/pdf")
    answer["Content-Disposition"] = f'inline; filename="{reader.value.lower()}-report.pdf"'
    return answer
