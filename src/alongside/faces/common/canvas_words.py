"""The words for a family's week, the same on the phone and at the desk."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.utils.dates import WEEKDAYS_ABBR
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from alongside.areas.story.values import Attention, ChangeKind, Goes
from alongside.areas.story.values.ordinary import SCHOOL_DAYS, WEEKEND
from alongside.areas.story.values.week import ChangeSeen

GOES: Mapping[Goes, Any] = {
    Goes.WELL: gettext_lazy("Goes well"),
    Goes.MIXED: gettext_lazy("Up and down"),
    Goes.HARD: gettext_lazy("Hard going"),
}
ENERGY: Mapping[int, Any] = {
    0: gettext_lazy("None"),
    1: gettext_lazy("A little"),
    2: gettext_lazy("Some"),
    3: gettext_lazy("Plenty"),
}
ATTENTION: Mapping[Attention, Any] = {
    Attention.FULL: gettext_lazy("Right there"),
    Attention.NEARBY: gettext_lazy("Nearby"),
    Attention.NONE: gettext_lazy("Busy with something else"),
}
CHANGED: Mapping[ChangeKind, Any] = {
    ChangeKind.PAUSE: gettext_lazy("Paused"),
    ChangeKind.LIGHTER: gettext_lazy("Lighter for now"),
}


def days_in_words(kept: tuple[int, ...]) -> str:
    """ "every day", "school days", "weekends", "Mon, Wed"."""
    known = {(): _("every day"), SCHOOL_DAYS: _("school days"), WEEKEND: _("weekends")}
    return known.get(kept) or ", ".join(str(WEEKDAYS_ABBR[day]) for day in kept)


def span(one: ChangeSeen, today: date) -> str:
    """ "since Monday 23 November", "from … to …", "until …"."""
    named = {"first": _full(one.from_on), "last": _full(one.until_on) if one.until_on else ""}
    if one.until_on is None:
        return (_("from %(first)s on") if one.from_on > today else _("since %(first)s")) % named
    return (_("from %(first)s to %(last)s") if one.from_on > today else _("until %(last)s")) % named


def _full(on: date) -> str:
    return date_format(on, "l j F")
