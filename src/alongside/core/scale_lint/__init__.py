"""The lint of a scale: the twelve rules for writing one, each with a sentence that says how to mend it.

Heuristics for English texts; another language gets the rules about blanks, numbers, days and people. The lint
suggests: it never changes a text, and how often it is right is measured in the tests on labelled scales.
"""

from alongside.core.scale_lint import around, measuring, wording
from alongside.core.scale_lint.reading import harder_reading, readings
from alongside.core.scale_lint.values import (
    WORDING_RULES,
    WRITTEN_LEVELS,
    Finding,
    Rule,
    Severity,
    WrittenScale,
    Yes,
)

__all__ = [
    "WORDING_RULES",
    "WRITTEN_LEVELS",
    "Finding",
    "Rule",
    "Severity",
    "WrittenScale",
    "Yes",
    "findings",
]


def findings(scale: WrittenScale) -> tuple[Finding, ...]:
    """What to mend in a scale, in the order of the twelve rules; empty when there is nothing.

    Any text is read and nothing is refused. While somebody types, show those in ``WORDING_RULES`` alone.
    """
    read = readings(scale)
    with_harder = (*harder_reading(scale), *read)
    return (
        *around.three_goals(scale),
        *around.levels_filled(scale),
        *measuring.one_variable(scale, read),
        *measuring.equal_steps(read),
        *wording.observable(with_harder),
        *wording.stands_alone(with_harder),
        *measuring.room_both_sides(read),
        *around.all_weighed(scale),
        *wording.same_context(scale, read),
        *around.time_bound(scale),
        *around.source_named(scale),
        *around.with_the_family(scale),
    )
