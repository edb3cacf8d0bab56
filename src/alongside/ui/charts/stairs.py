"""Stairs (where are we) and the then-and-now pair."""

from textwrap import wrap

from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from alongside.ui import marks
from alongside.ui.charts import paint
from alongside.ui.charts.values import Stairs, ThenNow

WIDTH = 560
FLOOR = 150
STEP = WIDTH // 5
LETTERS_A_LINE = 15
LINES = 3


def stairs_svg(stairs: Stairs, *, standalone: bool = False) -> SafeString:
    """Five steps with words, the goal at the third, reached ones filled. Up is good."""
    parts = [part for number in marks.STEPS for part in _step(stairs, number)]
    return paint.framed(
        parts,
        width=WIDTH,
        height=FLOOR + 16 * (LINES + 1) + 12,
        title=stairs.title,
        description=f"{marks.where(stairs.reached)} {_spoken(stairs)}",
        standalone=standalone,
    )


def _step(stairs: Stairs, number: int) -> list[str]:
    x, high = (number - 1) * STEP, 32 + number * 18
    done = number <= stairs.reached
    css = "done" if done else "aim" if number == marks.GOAL_STEP else "todo"
    box = f'<rect class="{css}" x="{x + 4}" y="{FLOOR - high}" width="{STEP - 8}" height="{high}" rx="9"/>'
    digit = paint.text(x + STEP / 2, FLOOR - 12, str(number), "mid on-done" if done else "mid strong")
    here = number == stairs.reached
    lines = _lines(stairs.words[number - 1])
    words = [
        paint.text(x + STEP / 2, FLOOR + 20 + line * 16, words, "mid strong" if here else "mid")
        for line, words in enumerate(lines)
    ]
    goal = _goal(number, x + STEP / 2, FLOOR + 20 + len(lines) * 16)
    return [box, digit, *words, *goal, *_pin(stairs.name, x + STEP / 2, FLOOR - high - 10, here=here)]


def _goal(number: int, x: float, y: float) -> list[str]:
    """The goal keeps its name when it is reached and filled like the others."""
    return [paint.text(x, y, _("our goal"), "mid label")] if number == marks.GOAL_STEP else []


def _pin(name: str, x: float, y: float, *, here: bool) -> list[str]:
    return [paint.text(x, y, name, "mid strong")] if here and name else []


def _lines(words: str) -> list[str]:
    return wrap(words, LETTERS_A_LINE, max_lines=LINES, placeholder="…")


def _spoken(stairs: Stairs) -> str:
    return " ".join(f"{number}: {words}." for number, words in zip(marks.STEPS, stairs.words, strict=True))


def then_now(pair: ThenNow) -> SafeString:
    """Two short texts side by side: how it was, how it is."""
    return format_html(
        '<dl class="then-now"><div><dt>{}</dt><dd>{}</dd></div><div><dt>{}</dt><dd>{}</dd></div></dl>',
        pair.then_label,
        pair.then,
        pair.now_label,
        pair.now,
    )
