"""What the gallery page shows: every component in both voices, with invented people. Plain values only."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from alongside.ui import charts, icons

WORDS = (
    "Helps pull",
    "Does the last pull",
    "Both socks, 4 of 5 mornings",
    "And shoes",
    "Ready before anyone asks",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One row of the half-minute brief. A voice marks somebody's own words."""

    label: str
    text: str
    voice: str = ""
    by: str = ""


def context() -> Mapping[str, object]:
    """The context of ``ui/gallery.html``."""
    return {
        "voices": ("family", "therapist", "school", "win", "ok", "stop"),
        "icons": sorted(icons.shapes()),
        "words": WORDS,
        "brief": brief(),
        "starters": (_("Just before that…"), _("It helped when…"), _("What surprised me…")),
        "felt": (
            ("WENT_WELL", _("Went well")),
            ("UP_AND_DOWN", _("Up and down")),
            ("HARD_GOING", _("Hard going")),
        ),
        "phase_chart": charts.phase_chart(phases()),
        "phase_table": charts.phase_table(phases()),
        "stairs_chart": stairs(),
        "dots": charts.dots_by_week(weeks()),
        "then_now": then_now(),
        "quarters": quarters(),
    }


def brief() -> tuple[Row, ...]:
    """Four rows, as on the therapist's day."""
    return (
        Row(label="At home", text="11 moments since last Thursday. Socks by himself on 4 of 5 mornings."),
        Row(label="Samira said", text="“The right heel still makes him cross.”", voice="family"),
        Row(label="They ask", text="A Tomorrow card for the school play on 11 December."),
        Row(label="You planned", text="Shoes with stretchy laces. Bring the size 11 pair."),
    )


def phases() -> charts.Phases:
    """Five weeks before the plan and five with it, with two dated changes."""
    first = date(2026, 9, 7)
    return charts.Phases(
        title="Socks by himself, per school week",
        before=_points(first, (0, 1, 0, 1, 1)),
        after=_points(first + timedelta(weeks=6), (1, 2, 2, 3, 4)),
        changes=(
            charts.Change(on=date(2026, 10, 16), label="With “last pull is his”"),
            charts.Change(on=date(2026, 11, 9), label="Heel too"),
        ),
        goal=4,
    )


def _points(first: date, values: tuple[int, ...]) -> tuple[charts.Point, ...]:
    return tuple(
        charts.Point(on=first + timedelta(weeks=week), value=value) for week, value in enumerate(values)
    )


def weeks() -> charts.Weeks:
    """Five school weeks. In the third, nobody wrote on Thursday."""
    days = ("01000", "10010", "101-0", "01110", "11011")
    return charts.Weeks(
        caption="Mornings Idris put on his own socks, by week",
        days_name="Mornings",
        weeks=tuple(
            charts.Week(starts_on=date(2026, 10, 19) + timedelta(weeks=n), days=d) for n, d in enumerate(days)
        ),
    )


def stairs() -> SafeString:
    """The stairs as a chart for paper, here on the page."""
    return charts.stairs_svg(
        charts.Stairs(title="Socks on before school", words=WORDS, reached=2, name="Idris")
    )


def then_now() -> SafeString:
    """How it was, how it is."""
    return charts.then_now(
        charts.ThenNow(
            then_label="In September",
            then="An adult did all but the last tug.",
            now_label="Now",
            now="On most mornings he does the heel as well.",
        )
    )


def quarters() -> tuple[int, ...]:
    """The first quarter hour of each hour shown in the week."""
    return tuple(range(0, 44, 4))
