"""Small marks drawn by several templates: initials, mini stairs, dots, segments."""

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

GOAL_STEP = 3
STEPS = range(1, 6)
DOTS = {"1": "on", "0": "", "-": "off"}


def initials(name: str) -> str:
    """First letters of the first and the last word, at most two; "?" without a name."""
    words = [word for word in name.split() if word[0].isalnum()]
    if not words:
        return "?"
    return (words[0][0] + (words[-1][0] if len(words) > 1 else "")).upper()


def step_name(number: int) -> str:
    """What the steps 1 to 5 are called between a family and its therapist. Step 3 is the goal."""
    names = (
        _("Where we started"),
        _("On the way"),
        _("What we hoped for"),
        _("A bit more"),
        _("A happy surprise"),
    )
    return names[number - 1]


def step_css(number: int, reached: int) -> str:
    """The classes of one step: whether it is reached, whether it is the goal."""
    states = ("done" if number <= reached else "", "goal" if number == GOAL_STEP else "")
    return " ".join(filter(None, states))


def where(reached: int) -> str:
    """The same in words, for a reader who does not see the picture."""
    if reached < 1:
        return _("Five steps. The goal is step 3.")
    return _("On step %(reached)s of 5. The goal is step 3.") % {"reached": reached}


def small_stairs(*, reached: int, css: str = "steps mini") -> SafeString:
    """Five steps without words, with a spoken label."""
    steps = format_html_join("", '<span class="{}"></span>', ((step_css(n, reached),) for n in STEPS))
    return format_html('<span class="{}" role="img" aria-label="{}">{}</span>', css, where(reached), steps)


def dots(days: str) -> SafeString:
    """One dot a sign: ``1`` filled, ``0`` open, ``-`` a dash. Hidden from readers: give the total in words."""
    marks = format_html_join("", '<i class="{}"></i>', ((DOTS[day],) for day in days))
    return format_html('<span class="dots" aria-hidden="true">{}</span>', marks)


def segments(*, done: int, total: int, label: str) -> SafeString:
    """``total`` short bars, the first ``done`` of them filled."""
    parts = format_html_join("", '<i class="{}"></i>', (("on" if n < done else "",) for n in range(total)))
    return format_html('<span class="bar" role="img" aria-label="{}">{}</span>', label, parts)
