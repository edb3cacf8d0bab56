"""The library of ideas: looks at every starter idea, says what to mend, and prints the figures of the whole."""

import argparse
from collections.abc import Iterator
from datetime import UTC, datetime

from alongside.areas.library import data
from alongside.core import routines
from alongside.core.strategy_lint import DOMAINS, Known, Overview, library_remarks, overview
from alongside.core.strategy_lint.library import FEWEST


def main(argv: list[str]) -> int:
    """Every remark, then the figures; 1 when there is a remark, an empty row or column, or too few ideas."""
    argparse.ArgumentParser(prog="python -m alongside lint-strategies", description=__doc__).parse_args(argv)
    rows = data.starter_rows()
    beside = Known(today=datetime.now(UTC).date(), materials=data.starter_things())
    found = [f"{code}: {one.field}: {one.phrase.text}" for code, one in library_remarks(rows, beside)]
    figures = overview(rows)
    for line in (*found, *_lines(figures)):
        print(line)
    print(f"{figures.ideas} ideas, {len(found)} remarks")
    whole = not (figures.empty_routines or figures.empty_domains or figures.without_source_or_date)
    return 0 if whole and not found and figures.ideas >= FEWEST else 1


def _lines(figures: Overview) -> Iterator[str]:
    yield from _table(figures)
    yield _counted("reading age of the steps", {str(age): n for age, n in figures.reading_ages.items()})
    yield _counted("evidence", dict(figures.lights))
    yield f"evidence without a source or a date: {figures.without_source_or_date}"
    yield f"routines without an idea: {', '.join(figures.empty_routines) or 'none'}"
    yield f"domains without an idea: {', '.join(figures.empty_domains) or 'none'}"


def _table(figures: Overview) -> Iterator[str]:
    """Routines down, domains across; an idea counts wherever it fits."""
    columns = list(DOMAINS)
    yield f"{'':<20}" + "".join(f"{code[:6]:>7}" for code in columns)
    for routine in routines.ROUTINES:
        counts = (figures.table.get((routine, domain), 0) for domain in columns)
        yield f"{routine:<20}" + "".join(f"{count or '·':>7}" for count in counts)


def _counted(what: str, counts: dict[str, int]) -> str:
    return f"{what}: " + ", ".join(f"{name} × {counts[name]}" for name in sorted(counts))
