"""Everything that a report holds, as plain values: what is sealed when it is signed, and what a preview shows.

Figures come from what is stored, and each says of how many. Words are the family's, to the letter, or stand in a box
that the therapist filled; nothing is made up to fill a gap. What the family was not told yet stays out: findings that
are not shared, and what was noticed for the therapist alone. Scores are the therapist's until she chooses to print
them, and then in the professional version alone.
"""

from collections.abc import Iterator, Mapping
from datetime import datetime, time, timedelta
from typing import Any

from django.utils.translation import get_language

from alongside.areas.circle.values import By, OpenChild
from alongside.areas.people import queries as people
from alongside.areas.practice import queries as practice
from alongside.areas.practice.values import SeenBy
from alongside.areas.review.models.reports import Report
from alongside.areas.review.queries.reports import child, goals, home
from alongside.areas.review.queries.reports.reading import report_row
from alongside.areas.review.queries.reports.scores import assessed
from alongside.areas.review.queries.reports.seal import stamp
from alongside.areas.review.values.reports import BOXES, LAYOUT, Quotable, ReportKind, ReportSeen, boxes_of
from alongside.areas.wins import queries as wins
from alongside.core.capabilities import Capability

_QUOTABLE_AT_MOST = 60


def report_content(opened: OpenChild, row: Report, *, signed_at: datetime | None = None) -> dict[str, Any]:
    """What the report says now. With ``signed_at``, who signs, as what, and when; without, a preview of a draft."""
    opened.check(Capability.WRITE_FINDINGS)
    since, until = _span(opened, row)
    return {
        "layout": LAYOUT,
        "report": str(row.uuid),
        "kind": row.kind,
        "language": (get_language() or "en").split("-")[0],
        "period": {"from": row.from_on.isoformat(), "until": row.until_on.isoformat()},
        "words": _words(row),
        "signed": _signed(opened, signed_at),
        **child.about(opened, row),
        "scores": assessed(opened, row),
        **goals.aims(opened, row, since, until),
        **home.at_home(opened, since, until),
        "quotes": [_quote(one) for one in quotable(opened) if str(one.uuid) in row.quotes],
    }


def content_of(opened: OpenChild, seen: ReportSeen) -> Mapping[str, Any]:
    """What a signed report says, to the letter; what a draft would say now, for its therapist."""
    return report_content(opened, report_row(opened, seen.uuid)) if seen.content is None else seen.content


def quotable(opened: OpenChild) -> tuple[Quotable, ...]:
    """What the family wrote that a report may print, newest first: moments, things noticed for everybody, and wins."""
    found = sorted(_family_words(opened), key=lambda one: (one.on, one.uuid), reverse=True)
    return tuple(found[:_QUOTABLE_AT_MOST])


def _family_words(opened: OpenChild) -> Iterator[Quotable]:
    for entry in practice.last_entries(opened, _QUOTABLE_AT_MOST):
        if entry.words:
            yield Quotable(uuid=entry.uuid, words=entry.words, by=entry.by, on=entry.day)
    for noticed in practice.noticings(opened, limit=_QUOTABLE_AT_MOST):
        if noticed.seen_by is SeenBy.ALL:
            yield Quotable(uuid=noticed.uuid, words=noticed.words, by=noticed.by, on=noticed.day)
    for win in wins.wins(opened):
        yield Quotable(uuid=win.uuid, words=win.words, by=win.by, on=win.happened_on)


def _quote(one: Quotable) -> dict[str, str]:
    return {"words": one.words, **_author(one.by), "on": one.on.isoformat()}


def _author(author: By) -> dict[str, str]:
    return {"by": author.name, "voice": author.voice.value}


def _words(row: Report) -> dict[str, str]:
    boxes = boxes_of(ReportKind(row.kind))
    return {code: row.words[code] for code in BOXES if code in boxes and row.words.get(code)}


def _span(opened: OpenChild, row: Report) -> tuple[datetime, datetime]:
    """From the first moment of the first day to the last of the last, on the clock of the child's place."""
    since = datetime.combine(row.from_on, time(), opened.zone_info)
    return since, datetime.combine(row.until_on + timedelta(days=1), time(), opened.zone_info)


def _signed(opened: OpenChild, at: datetime | None) -> dict[str, Any]:
    if at is None:
        return {}
    held = people.credentials_of(opened.actor.person, opened.today)
    return {
        "name": opened.actor.name,
        "person": str(opened.actor.uuid),
        "at": stamp(at),
        "on": at.astimezone(opened.zone_info).date().isoformat(),
        "credentials": [
            {"register": one.register, "number": one.number, "degree": one.degree}
            for one in held
            if not one.expired
        ],
    }
