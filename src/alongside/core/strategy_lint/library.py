"""The library as a whole: every code and name once, no routine and no domain without an idea, and its figures."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from alongside.core import routines
from alongside.core.strategy_lint.rules import Known, Remark, Rule, remarks
from alongside.core.strategy_lint.shape import Row, misshapen
from alongside.core.strategy_lint.vocabulary import DOMAINS
from alongside.core.strategy_lint.words import reading_age_of
from alongside.core.words import gettext_noop, phrase

FEWEST = 120


@dataclass(frozen=True, slots=True, kw_only=True)
class Overview:
    """The figures of a library: how many ideas, in which routine and domain, how old a reader its steps ask for.

    ``table`` counts by (routine, domain), other routines and domains where an idea fits as well included.
    """

    ideas: int
    table: Mapping[tuple[str, str], int]
    reading_ages: Mapping[int, int]
    lights: Mapping[str, int]
    without_source_or_date: int

    @property
    def empty_routines(self) -> tuple[str, ...]:
        """The routines without an idea."""
        filled = {routine for routine, _ in self.table}
        return tuple(code for code in routines.ROUTINES if code not in filled)

    @property
    def empty_domains(self) -> tuple[str, ...]:
        """The domains without an idea."""
        filled = {domain for _, domain in self.table}
        return tuple(code for code in DOMAINS if code not in filled)


def library_remarks(rows: Iterable[Row], beside: Known) -> Iterator[tuple[str, Remark]]:
    """Every remark on every idea, with the idea's code; codes and names that stand twice come last."""
    every = list(rows)
    for row in every:
        for remark in remarks(row, beside):
            yield str(row.get("code", "?")), remark
    for name in ("code", "name"):
        counted = Counter(str(row.get(name)) for row in every)
        for value in sorted(value for value, count in counted.items() if count > 1):
            said = phrase("idea.twice", gettext_noop("This stands in two ideas."))
            yield value, Remark(rule=Rule.FIELDS, field=name, phrase=said)


def overview(rows: Iterable[Row]) -> Overview:
    """The figures of the ideas that have every part."""
    whole = [row for row in rows if not tuple(misshapen(row))]
    ages = (reading_age_of(row) for row in whole)
    told = [row["evidence"] for row in whole]
    return Overview(
        ideas=len(whole),
        table=Counter(cell for row in whole for cell in _cells(row)),
        reading_ages=Counter(age for age in ages if age is not None),
        lights=Counter(one["light"] for one in told),
        without_source_or_date=sum(not (one["source"] and one["checked_on"]) for one in told),
    )


def _cells(row: Row) -> Iterator[tuple[str, str]]:
    for routine in {row["routine"], *row["also"]}:
        for domain in {row["domain"], *row["also_domains"]}:
            yield routine, domain
