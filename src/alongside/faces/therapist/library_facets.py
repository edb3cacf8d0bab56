"""By what the library can be narrowed, each choice with the number of ideas that it would show."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.http import QueryDict
from django.utils.html import format_html_join
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from alongside.core import routines
from alongside.core import strategy_lint as words
from alongside.core.words import gettext_noop

_UP_TO = gettext_noop("up to %(number)s minutes")
_LEVELS = {
    "0": gettext_noop("none"),
    "1": gettext_noop("a little at most"),
    "2": gettext_noop("some at most"),
}
_SENSORY = {
    f"{channel}:{direction}": (label, how)
    for channel, label in words.CHANNELS.items()
    for direction, how in words.DIRECTIONS.items()
}
_LABELS: Mapping[str, Mapping[str, str]] = {
    "routine": {code: one.label for code, one in routines.ROUTINES.items()},
    "domain": words.DOMAINS,
    "minutes": dict.fromkeys(("2", "5", "10", "15", "30"), _UP_TO),
    "setting": words.SETTINGS,
    "attention": words.ATTENTION,
    "people": words.PEOPLE,
    "kit": {"none": gettext_noop("Needs nothing")},
    "mess": _LEVELS,
    "noise": _LEVELS,
    "position": words.POSITIONS,
    "sensory": dict.fromkeys(_SENSORY, ""),
    "tags": {tag: tag for tag in sorted(words.TAGS)},
    "light": {
        "green": gettext_noop("Well supported as an approach"),
        "yellow_plus": gettext_noop("Promising"),
        "yellow_minus": gettext_noop("Little or mixed evidence"),
        "unrated": gettext_noop("Not rated itself"),
    },
    "whose": {"own": gettext_noop("Our clinic’s own"), "starter": gettext_noop("Came with the product")},
}
_TITLES = {
    "routine": gettext_noop("Part of the day"),
    "domain": gettext_noop("What it is for"),
    "minutes": gettext_noop("Minutes"),
    "setting": gettext_noop("Where"),
    "attention": gettext_noop("A grown-up’s attention"),
    "people": gettext_noop("With whom"),
    "kit": gettext_noop("Things"),
    "mess": gettext_noop("Mess"),
    "noise": gettext_noop("Noise"),
    "position": gettext_noop("Position"),
    "sensory": gettext_noop("Senses"),
    "tags": gettext_noop("Likes"),
    "light": gettext_noop("What is known"),
    "whose": gettext_noop("Whose idea"),
}


# Written at once: a hundred of them through a template of their own took most of the time of the page.
_OPTION = '<label><input type="checkbox" name="{}" value="{}"{}>{} <span class="num">{}</span></label>'
_CHECKED = mark_safe(" checked")


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """One facet with its choices as they stand on the page. ``chosen`` counts what is chosen in it."""

    name: str
    title: str
    options: SafeString
    chosen: int


def chosen_in(asked: QueryDict) -> dict[str, tuple[str, ...]]:
    """What the address chooses; whatever is not offered is passed over."""
    found = {
        name: tuple(one for one in asked.getlist(name) if one in labels) for name, labels in _LABELS.items()
    }
    return {name: values for name, values in found.items() if values}


def groups(
    counts: Mapping[str, Mapping[str, int]], chosen: Mapping[str, tuple[str, ...]]
) -> tuple[Group, ...]:
    """Every facet with the choices that would show something, in the order of its words."""
    return tuple(_group(name, counts.get(name, {}), chosen.get(name, ())) for name in _LABELS)


def option_label(facet: str, value: str) -> str:
    """What a choice is called on screen."""
    if facet == "sensory":
        channel, how = _SENSORY[value]
        return f"{_(channel)}: {_(how)}"
    label = _LABELS[facet][value]
    return _(label) % {"number": value} if facet == "minutes" else str(_(label))


def _group(name: str, counts: Mapping[str, int], chosen: tuple[str, ...]) -> Group:
    shown = (value for value in _LABELS[name] if value in counts or value in chosen)
    options = (
        (name, value, _CHECKED if value in chosen else "", option_label(name, value), counts.get(value, 0))
        for value in shown
    )
    title = str(_(_TITLES[name]))
    return Group(name=name, title=title, options=format_html_join("", _OPTION, options), chosen=len(chosen))
