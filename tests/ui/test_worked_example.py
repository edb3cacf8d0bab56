"""The picture beside the derivation of the measures is drawn by the chart itself."""

from datetime import date
from pathlib import Path

from alongside.ui.charts import Change, Phases, Point, phase_chart

PICTURE = Path(__file__).parents[2] / "docs/explanation/measures.svg"
BEFORE, AFTER = (2, 4, 3, 3), (4, 5, 3, 6, 6)


def _points(values, first):
    return tuple(
        Point(on=date(2026, 3, first + number), value=float(value)) for number, value in enumerate(values)
    )


def drawn():
    """The example of docs/explanation/measures.md: shoes on in the morning, of seven steps."""
    phases = Phases(
        title="Steps without help, of seven",
        before=_points(BEFORE, 2),
        after=_points(AFTER, 6),
        changes=(Change(on=date(2026, 3, 6), label="With the plan"),),
        maximum=7,
    )
    return str(phase_chart(phases, standalone=True)) + "\n"


def test_the_picture_of_the_worked_example_is_what_the_chart_draws():
    assert PICTURE.read_text(encoding="utf-8") == drawn()
