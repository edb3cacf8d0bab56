"""The half-minute brief as the pages draw it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.utils.translation import gettext as _

from alongside.areas.appointments import queries as visits
from alongside.areas.circle.values import OpenChild
from alongside.areas.practice.values import EntrySeen, NoticingSeen
from alongside.areas.review import queries as review
from alongside.core.brief import Row, RowCode

TWO_WEEKS = timedelta(days=14)
_ICONS = {
    RowCode.AT_HOME: ("house", "ok"),
    RowCode.THEY_SAID: ("quote", "family"),
    RowCode.THEY_ASK: ("message-square", "family"),
    RowCode.YOU_PLANNED: ("clipboard-pen", "therapist"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class BriefRow:
    """One row, with its mark. ``voice`` is set where the text is somebody's own words.

    A ``private`` one stays folded, because a screen is often looked at together.
    """

    code: str
    label: str
    text: str
    icon: str
    seal: str
    voice: str = ""
    by: str = ""
    private: bool = False


def since_last_visit(opened: OpenChild) -> tuple[BriefRow, ...]:
    """The brief from the last visit on, else from two weeks back."""
    last, plan = visits.last_visit_and_plan(opened)
    return brief_rows(opened, last.ends_at if last else opened.at - TWO_WEEKS, plan=plan)


def brief_rows(
    opened: OpenChild,
    since: datetime,
    entries: Sequence[EntrySeen] | None = None,
    noticings: Sequence[NoticingSeen] | None = None,
    plan: str | None = None,
) -> tuple[BriefRow, ...]:
    """The four rows, computed now. What the page has read already is handed in."""
    brief = review.brief(opened, since, entries=entries, noticings=noticings, plan=plan)
    return tuple(_row(row) for row in brief.rows)


def _row(row: Row) -> BriefRow:
    icon, seal = _ICONS[row.code]
    spoken = row.code is RowCode.THEY_SAID and not row.empty
    label = _("%(name)s said") % {"name": row.who} if spoken and row.who else _(row.label)
    return BriefRow(
        code=row.code.value,
        label=label,
        text=_("“%(words)s”") % {"words": row.text} if spoken else _(row.text) if row.empty else row.text,
        icon=icon,
        seal=seal,
        voice="family" if spoken else "",
        private=row.private,
    )
