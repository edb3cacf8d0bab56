"""Template tags of the look: ``{% load ui %}``."""

from typing import Literal, get_args

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from alongside.ui import icons, marks

register = template.Library()

Voice = Literal["family", "therapist", "school", "win", "ok", "stop"]


@register.simple_tag
def icon(name: str) -> SafeString:
    """``{% icon "check" %}``: a decorative icon. It needs a word beside it or an ``aria-label`` around it."""
    return icons.drawn(name)


@register.filter
def initials(name: str) -> str:
    """ "Hannah Reid" -> "HR", "Samira" -> "S"; "?" when there is no name."""
    return marks.initials(name)


@register.simple_tag
def who(name: str, voice: Voice = "family", size: int = 0) -> SafeString:
    """``{% who "Hannah Reid" "therapist" size=3 %}``: the petal of a person.

    It is decoration: the name always stands beside it in words. ``size`` is 2, 3 or 4 rem; 0 is 2.5 rem.
    """
    if voice not in get_args(Voice):
        raise ValueError(f"{voice!r} is no voice. Use one of {', '.join(get_args(Voice))}.")
    css = f"who sz{size}" if size else "who"
    letters = marks.initials(name)
    return format_html('<span class="{}" data-v="{}" aria-hidden="true">{}</span>', css, voice, letters)


@register.simple_tag
def stairs(reached: int, size: Literal["mini"] = "mini") -> SafeString:
    """``{% stairs 2 %}``: five small steps, the goal at the third. ``reached`` is 0 to 5; 0 is none yet."""
    return marks.small_stairs(reached=reached, css=f"steps {size}")


@register.simple_tag
def dots(days: str) -> SafeString:
    """``{% dots "1-0" %}``: one sign a day: 1 by himself, 0 not yet, - nobody wrote. Give the total in words too."""
    return marks.dots(days)


@register.simple_tag
def bar(done: int, total: int) -> SafeString:
    """``{% bar 1 4 %}``: where the reader is in a short row of questions."""
    label = _("%(done)s of %(total)s") % {"done": done, "total": total}
    return marks.segments(done=done, total=total, label=label)


@register.filter
def is_chosen(value: object, chosen: object) -> bool:
    """Whether ``value`` is the chosen one, or one of several, compared as text because forms carry text."""
    several = chosen if isinstance(chosen, list | tuple | set | frozenset) else [chosen]
    return str(value) in {str(one) for one in several}


@register.simple_tag
def one_to_ten() -> range:
    """The ten points of a scale."""
    return range(1, 11)


@register.simple_tag
def step_css(number: int, reached: int) -> str:
    """The classes of one step of the stairs."""
    return marks.step_css(number, reached)


@register.simple_tag
def step_name(number: int) -> str:
    """What step ``number`` is called between a family and its therapist."""
    return marks.step_name(number)


@register.simple_tag
def stairs_label(reached: int) -> str:
    """Where the child stands, in words."""
    return marks.where(reached)
