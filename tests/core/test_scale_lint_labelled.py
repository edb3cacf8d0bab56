"""How often the lint is right: precision and recall on labelled scales, printed with ``pytest -s``.

Precision is the part of what it says that a careful therapist would say, recall the part of what the therapist
would say that it finds. Rules are counted once a scale.
"""

import json
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from alongside.core import scale_lint
from alongside.core.scale_lint import WORDING_RULES, Rule, WrittenScale, Yes

START = date(2026, 9, 7)
SCALES = json.loads((Path(__file__).parent / "data" / "labelled_scales.json").read_text("utf-8"))["scales"]
USED, HELD_OUT, ORDINARY = "used while writing", "held out", "ordinary"


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """What was said rightly, said wrongly (a false alarm), and left unsaid (a miss)."""

    right: int
    wrong: int
    unsaid: int

    @property
    def precision(self) -> float:
        return self.right / max(1, self.right + self.wrong)

    @property
    def recall(self) -> float:
        return self.right / max(1, self.right + self.unsaid)


def written(row: dict[str, Any]) -> WrittenScale:
    """A labelled scale; what it leaves out is in good order."""
    weeks = row.get("review_weeks", 10)
    return WrittenScale(
        sentence=row["sentence"],
        levels=tuple(row["levels"]),
        harder=row.get("harder", ""),
        where_when=row["where_when"],
        starts_on=START,
        review_on=None if weeks is None else START + timedelta(weeks=weeks),
        scored_by=row.get("scored_by", "parent"),
        scored_from=row.get("scored_from", "what was noticed at home"),
        agreed_with=tuple(Yes(name=name, on=START) for name in row.get("agreed", ["Samira"])),
        weights=tuple(row.get("weights", ())),
        goals=row.get("goals", 3),
    )


def tally(rows: Iterable[dict[str, Any]], rules: Iterable[Rule] = Rule) -> Tally:
    """The counts over some scales and some rules."""
    counts: Counter[str] = Counter()
    asked = set(rules)
    for row in rows:
        said = {one.rule for one in scale_lint.findings(written(row))} & asked
        labelled = {Rule(code) for code in row["raises"]} & asked
        counts.update(right=len(said & labelled), wrong=len(said - labelled), unsaid=len(labelled - said))
    return Tally(right=counts["right"], wrong=counts["wrong"], unsaid=counts["unsaid"])


def of_half(*halves: str) -> list[dict[str, Any]]:
    return [row for row in SCALES if row["half"] in halves]


def table() -> str:
    """Precision and recall of the whole, of each half and of each rule, as lines."""
    parts = [(f"all {len(SCALES)}", tally(SCALES)), ("all, wording only", tally(SCALES, WORDING_RULES))]
    for half in (USED, HELD_OUT):
        rows = of_half(half)
        parts += [(f"{half} ({len(rows)})", tally(rows)), (f"{half}, wording", tally(rows, WORDING_RULES))]
    parts += [(rule.value, tally(SCALES, [rule])) for rule in Rule]
    peace = [f"good scales left in peace{_of_half(half)}" for half in (None, USED, HELD_OUT, ORDINARY)]
    return "\n".join([*(_line(name, one) for name, one in parts), *peace])


def good(half: str | None = None) -> list[dict[str, Any]]:
    """The scales in which a careful therapist finds nothing to mend."""
    return [row for row in SCALES if not row["raises"] and half in {None, row["half"]}]


def disturbed(rows: Iterable[dict[str, Any]]) -> list[str]:
    """The names of those in which the lint finds something."""
    return [row["name"] for row in rows if scale_lint.findings(written(row))]


def _of_half(half: str | None) -> str:
    rows = good(half)
    return f"{f', {half}' if half else ''}: {len(rows) - len(disturbed(rows))} of {len(rows)}"


def _line(name: str, one: Tally) -> str:
    counts = f"{one.right:3} right {one.wrong:2} wrong {one.unsaid:2} unsaid"
    precision = f"{one.precision:.3f}" if one.right + one.wrong else "  –  "
    recall = f"{one.recall:.3f}" if one.right + one.unsaid else "  –  "
    return f"{name:30} {counts}   precision {precision}   recall {recall}"


def test_the_lint_is_mostly_right_and_says_how_often() -> None:
    print("\n" + table())  # noqa: T201  # The measured numbers are meant to be read, with pytest -s.
    whole, wording = tally(SCALES), tally(SCALES, WORDING_RULES)
    assert whole.precision >= 0.94
    assert whole.recall >= 0.89
    assert wording.precision >= 0.93
    assert wording.recall >= 0.85


@pytest.mark.parametrize("half", [USED, HELD_OUT])
def test_each_half_keeps_its_own_minimum(half: str) -> None:
    assert tally(of_half(half)).precision >= 0.95
    assert tally(of_half(half)).recall >= 0.88


@pytest.mark.parametrize("rule", Rule)
def test_every_rule_is_labelled_at_least_twice_and_mostly_right(rule: Rule) -> None:
    one = tally(SCALES, [rule])
    assert one.right + one.unsaid >= 2
    assert one.precision >= 0.8
    assert one.recall >= 0.7


def test_good_scales_are_mostly_left_in_peace() -> None:
    assert len(good()) >= 55
    assert len(disturbed(good())) <= 3, disturbed(good())


def test_the_labels_cover_both_halves_all_areas_and_known_rules() -> None:
    assert len(of_half(USED, HELD_OUT)) >= 80
    assert len({row["name"] for row in SCALES}) == len(SCALES)
    assert {row["area"] for row in SCALES} == {
        "dressing", "mealtimes", "handwriting", "sleep", "feelings", "play", "school run", "toilet", "teeth",
    }  # fmt: skip


def test_a_lint_that_says_everything_or_nothing_would_not_pass(monkeypatch: pytest.MonkeyPatch) -> None:
    every_rule = scale_lint.findings(WrittenScale(sentence="", levels=("", "", "", "", "")))
    monkeypatch.setattr(scale_lint, "findings", lambda _scale: every_rule)
    assert tally(SCALES).precision < 0.5
    monkeypatch.setattr(scale_lint, "findings", lambda _scale: ())
    assert tally(SCALES).recall == 0
