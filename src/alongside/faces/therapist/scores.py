"""Scores of instruments, for the child's own therapist: over time, beside each other, and one by one."""

from dataclasses import dataclass
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from alongside.areas.circle.values import OpenChild
from alongside.areas.evaluation import actions as evaluation
from alongside.areas.evaluation import queries as noticed
from alongside.areas.evaluation.values import BANDS, Apart, CriterionSeries, ScoresSeen, SideBySide
from alongside.faces.common import pages
from alongside.faces.common.request import Request
from alongside.faces.therapist import door, frame, scores_words
from alongside.faces.therapist.forms.scores import AsideForm
from alongside.faces.therapist.frame import Frame
from alongside.faces.therapist.scores_words import Given
from alongside.ui.charts import criterion
from alongside.ui.nav import Nav


@dataclass(frozen=True, slots=True, kw_only=True)
class Curve:
    """A criterion scale over time: the picture and the same points as a table; one point makes no picture."""

    title: str
    who: str
    svg: SafeString | None
    table: SafeString


@dataclass(frozen=True, slots=True, kw_only=True)
class Beside:
    """Several informants on one instrument: who and when as heads; a row a scale, its cells and the points apart."""

    title: str
    heads: tuple[tuple[str, str], ...]
    rows: tuple[tuple[str, tuple[str, ...], str], ...]
    apart: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Bands:
    """Bands that run both ways, as one informant sees them."""

    title: str
    who: str
    svg: SafeString


@dataclass(frozen=True, slots=True, kw_only=True)
class ScoresPage:
    """Everything on the page. ``aside`` is the refused reason for setting scores aside."""

    nav: Nav
    frame: Frame
    curves: tuple[Curve, ...]
    beside: tuple[Beside, ...]
    bands: tuple[Bands, ...]
    given: tuple[Given, ...]
    aside: AsideForm | None


def scores(request: Request, child: UUID) -> HttpResponse:
    """The page."""
    return _show(request, door.own_child(request, child, "scores"))


def set_scores_aside(request: Request, child: UUID, administration: UUID) -> HttpResponse:
    """Take scores out of every page, with the reason."""
    opened = door.own_child(request, child, "set_scores_aside")
    form = AsideForm(request.POST)
    noticed.scores_one(opened, administration)
    if form.is_valid():
        evaluation.set_scores_aside(
            actor=request.actor,
            child=child,
            administration=administration,
            words=form.cleaned_data["words"],
            at=request.at,
        )
        messages.success(request, _("Set aside. The record keeps them with your reason."))
        return redirect("therapist:scores", child)
    return _show(request, opened, form, status=422)


def _show(
    request: Request, opened: OpenChild, aside: AsideForm | None = None, status: int = 200
) -> HttpResponse:
    seen = noticed.scores(opened)
    page = ScoresPage(
        nav=frame.rail(request),
        frame=frame.frame(opened, _("Scores")),
        curves=tuple(_curve(one) for one in noticed.criterion_series(seen)),
        beside=tuple(_beside(one) for one in noticed.side_by_side(seen)),
        bands=tuple(_bands(one) for one in noticed.bands(seen)),
        given=tuple(scores_words.given(one) for one in seen),
        aside=aside,
    )
    return pages.page(request, "therapist/scores.html", page, status=status)


def _curve(series: CriterionSeries) -> Curve:
    points = tuple(
        criterion.Measured(
            on=point.on, value=float(point.score), error=None if point.sem is None else float(point.sem)
        )
        for point in series.points
    )
    title = f"{series.instrument.name}: {series.scale}"
    who = f"{series.who_name} · {_(series.form.label)}"
    shown = criterion.Criterion(title=f"{title}, {who}", points=points)
    return Curve(
        title=title,
        who=who,
        svg=criterion.criterion_chart(shown) if len(points) > 1 else None,
        table=criterion.criterion_table(shown),
    )


def _beside(one: SideBySide) -> Beside:
    weeks = one.days // 7
    apart = ngettext(
        "First and last answered %(weeks)s week apart.",
        "First and last answered %(weeks)s weeks apart.",
        weeks,
    )
    return Beside(
        title=scores_words.titled(one.informants[0]),
        heads=tuple((scores_words.answered(who), scores_words.day(who.given_on)) for who in one.informants),
        rows=tuple((row.scale, _cells(row), _points(row)) for row in one.rows),
        apart=apart % {"weeks": weeks} if weeks else "",
    )


def _cells(row: Apart) -> tuple[str, ...]:
    return tuple(scores_words.worth(cell) if cell else "–" for cell in row.cells)


def _points(row: Apart) -> str:
    return "–" if row.points is None else scores_words.number(row.points)


def _bands(one: ScoresSeen) -> Bands:
    title = scores_words.titled(one)
    rows = tuple(
        criterion.Band(name=scale.name, place=scale.band, words=_(BANDS[scale.band]))
        for scale in one.scales
        if scale.band is not None
    )
    who = f"{scores_words.answered(one)} · {scores_words.day(one.given_on)}"
    shown = criterion.BothWays(
        title=f"{title}, {who}", ends=(_(BANDS[-2]), _(BANDS[2])), middle=_(BANDS[0]), bands=rows
    )
    return Bands(title=title, who=who, svg=criterion.both_ways(shown))
