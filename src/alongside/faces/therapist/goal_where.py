"""Where a goal starts and where each side sees the child: the part of the goal's page, and what it sends."""

from dataclasses import dataclass
from decimal import Decimal

from django.forms import Form
from django.utils.translation import gettext as _

from alongside.areas.circle.values import OpenChild
from alongside.areas.goals import queries as goals_read
from alongside.areas.goals.values import Rater, RatingKind, RatingSeen, RatingsSeen
from alongside.core.refusals import Refusal
from alongside.core.scale_lint import Finding, Severity
from alongside.faces.common import answers, goal_lint, pages, where_we_are
from alongside.faces.therapist import frame
from alongside.faces.therapist.forms.goals import BaselineForm, RatingForm

_SHOWN = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class RatingLine:
    """One rating: whose view, which step and level, about which day, and what was seen."""

    name: str
    petal: str
    voice: str
    step: str
    level: str
    when: str
    words: str
    under: str
    counts: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Where:
    """Both views side by side. ``moved`` are sentences in levels; ``why_not`` says why nothing is compared.

    ``hints`` are what could be clearer in the steps, ``blocks`` those that come before the start is scored.
    """

    hints: tuple[str, ...]
    blocks: tuple[str, ...]
    baseline: RatingLine | None
    views: tuple[RatingLine, ...]
    together: str
    differ: bool
    moved: tuple[str, ...]
    why_not: str
    older: tuple[RatingLine, ...]
    start: BaselineForm | None
    rate: RatingForm | None


def where(opened: OpenChild, seen: RatingsSeen, findings: tuple[Finding, ...], refused: Form | None) -> Where:
    """The part of the page about one goal. ``findings`` are those about the newest wording."""
    views = [one for one in (seen.therapist, seen.family, *seen.others) if one]
    blocks = [one for one in findings if one.severity is Severity.BLOCK]
    moved, why_not = _moved(opened, seen)
    return Where(
        hints=goal_lint.lines((one for one in findings if one not in blocks), goal_lint.to_therapist),
        blocks=goal_lint.lines(blocks, goal_lint.to_therapist),
        baseline=_line(opened, seen.baseline) if seen.baseline else None,
        views=tuple(_line(opened, one) for one in views),
        together=where_we_are.together(seen, opened.actor.uuid),
        differ=seen.differ,
        moved=moved,
        why_not=why_not,
        older=tuple(_line(opened, one) for one in seen.all if one not in views and one != seen.baseline)[
            :_SHOWN
        ],
        start=_start(opened, seen, blocks, refused),
        rate=_rate(opened, seen, refused),
    )


def signed(level: Decimal) -> str:
    """−2, 0, +1, −0.5."""
    return f"{level.normalize():+f}".replace("-", "−") if level else "0"


def _start(
    opened: OpenChild, seen: RatingsSeen, blocks: list[Finding], refused: Form | None
) -> BaselineForm | None:
    if isinstance(refused, BaselineForm):
        return refused
    if seen.version is None or seen.baseline or blocks:
        return None
    return BaselineForm(initial=_fresh(opened, seen))


def _rate(opened: OpenChild, seen: RatingsSeen, refused: Form | None) -> RatingForm | None:
    if isinstance(refused, RatingForm):
        return refused
    if seen.baseline is None:
        return None
    return RatingForm(initial=_fresh(opened, seen) | {"rater": Rater.THERAPIST.value})


def _fresh(opened: OpenChild, seen: RatingsSeen) -> dict[str, object]:
    return {"uuid": pages.fresh_uuid(opened.at), "version": seen.version, "about_on": opened.today}


def _moved(opened: OpenChild, seen: RatingsSeen) -> tuple[tuple[str, ...], str]:
    """How far each side sees the child from the start, in levels; or why that is not said."""
    told = []
    for one in (seen.therapist, seen.family):
        if one is None:
            continue
        try:
            moved = goals_read.moved(opened, seen.goal, one.rater)
        except Refusal as refusal:
            return (), answers.said(refusal)
        words = {"name": one.by.name, "first": signed(moved.first), "now": signed(moved.now)}
        told.append(_("%(name)s: from %(first)s to %(now)s.") % words)
    return tuple(told), _(seen.start_lost) if seen.start_lost else ""


def _line(opened: OpenChild, one: RatingSeen) -> RatingLine:
    is_start = one.kind is RatingKind.BASELINE
    by_therapist = is_start or one.rater is Rater.THERAPIST
    name, kept_by = where_we_are.rater_name(one, opened.short_name), _("written down by %(name)s")
    return RatingLine(
        name=_("The start") if is_start else name,
        petal=one.by.name if is_start else name,
        voice="therapist" if by_therapist else "school" if one.rater is Rater.TEACHER else "family",
        step=where_we_are.step(one),
        level=signed(one.level),
        when=frame.short_day(one.about_on),
        words=one.words,
        under=kept_by % {"name": one.by.name} if is_start else where_we_are.written_by(one),
        counts=one.counts,
    )
