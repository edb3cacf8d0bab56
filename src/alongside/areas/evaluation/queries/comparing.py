"""Scores beside each other: several informants, criterion scores over time, bands that run both ways."""

from collections.abc import Sequence
from decimal import Decimal

from alongside.areas.evaluation.values import (
    Apart,
    CriterionPoint,
    CriterionSeries,
    ScaleSeen,
    ScoresSeen,
    ScoreType,
    SideBySide,
)


def criterion_series(seen: Sequence[ScoresSeen]) -> tuple[CriterionSeries, ...]:
    """Criterion scores by instrument, edition, form, informant and scale, oldest first. Nothing normed by age."""
    found: dict[tuple[str, ...], list[tuple[ScoresSeen, ScaleSeen]]] = {}
    for one in sorted(seen, key=lambda one: one.given_on):
        for scale in one.scales:
            if scale.score_type is ScoreType.CRITERION:
                key = (one.instrument.code, one.edition, one.form, one.who_key, scale.name.casefold())
                found.setdefault(key, []).append((one, scale))
    return tuple(_series(pairs) for pairs in found.values())


def side_by_side(seen: Sequence[ScoresSeen]) -> tuple[SideBySide, ...]:
    """The latest answers of each informant, for instruments and editions that two or more people answered."""
    found: dict[tuple[str, str], dict[str, ScoresSeen]] = {}
    for one in seen:  # newest first: the first of each informant stays
        found.setdefault((one.instrument.code, one.edition), {}).setdefault(one.who_key, one)
    return tuple(_beside(tuple(informants.values())) for informants in found.values() if len(informants) > 1)


def bands(seen: Sequence[ScoresSeen]) -> tuple[ScoresSeen, ...]:
    """The latest giving by each informant of instruments whose bands run both ways, when a band was written down."""
    latest: dict[tuple[str, str, str], ScoresSeen] = {}
    for one in seen:
        if one.instrument.both_ways and any(scale.band is not None for scale in one.scales):
            latest.setdefault((one.instrument.code, one.form, one.who_key), one)
    return tuple(latest.values())


def _series(pairs: list[tuple[ScoresSeen, ScaleSeen]]) -> CriterionSeries:
    first, scale = pairs[0]
    return CriterionSeries(
        instrument=first.instrument,
        edition=first.edition,
        form=first.form,
        who_name=first.who_name,
        scale=scale.name,
        points=tuple(
            CriterionPoint(on=one.given_on, score=kept.score, sem=kept.sem)
            for one, kept in pairs
            if kept.score is not None
        ),
    )


def _beside(informants: tuple[ScoresSeen, ...]) -> SideBySide:
    in_order = tuple(sorted(informants, key=lambda one: (one.form, one.who_name)))
    days = [one.given_on for one in in_order]
    names: dict[str, str] = {}
    for scale in (scale for one in in_order for scale in one.scales):
        names.setdefault(scale.name.casefold(), scale.name)
    return SideBySide(
        instrument=in_order[0].instrument,
        edition=in_order[0].edition,
        informants=in_order,
        rows=tuple(_row(name, in_order) for name in names.values()),
        days=(max(days) - min(days)).days,
    )


def _row(name: str, informants: Sequence[ScoresSeen]) -> Apart:
    cells = tuple(_named(one, name) for one in informants)
    return Apart(scale=name, cells=cells, points=_points(cells))


def _named(one: ScoresSeen, name: str) -> ScaleSeen | None:
    return next((scale for scale in one.scales if scale.name.casefold() == name.casefold()), None)


def _points(cells: Sequence[ScaleSeen | None]) -> Decimal | None:
    """From the lowest to the highest, for normalised scores of one kind. Raw scores and percentiles are not even."""
    told = [cell for cell in cells if cell is not None and cell.score is not None]
    kinds = {cell.score_type for cell in told}
    if len(told) < 2 or len(kinds) > 1 or told[0].score_type.curve is None:
        return None
    values = [cell.score for cell in told if cell.score is not None]
    return max(values) - min(values)
