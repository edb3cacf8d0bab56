"""When a family could come: chips for the parts of each day and what would be best, and other times to the minute."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import time
from typing import Any

from django import forms
from django.forms import BoundField
from django.utils.dates import WEEKDAYS as WEEKDAY_NAMES
from django.utils.dates import WEEKDAYS_ABBR
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from alongside.areas.diary.values import Rules, WindowKind
from alongside.areas.diary.values.windows import WINDOWS_AT_MOST, WindowDraft, minute
from alongside.core.day_parts import (
    EVERY_DAY,
    LABELS,
    WEEKDAYS,
    WHOLE_DAY,
    Cell,
    DayPart,
    Hours,
    chips_of,
    spans_of,
)
from alongside.core.fitting import Wish
from alongside.faces.common.lines import lines_shown
from alongside.faces.common.window_words import clock

_ANY = "ANY"
_SAID = {
    WindowKind.COULD: gettext_lazy("could come"),
    WindowKind.PREFER: gettext_lazy("best"),
    WindowKind.COULD_NOT: gettext_lazy("could not"),
}
_BOTH = gettext_lazy("Write both times. To take the line out, empty both.")
_LIKE = gettext_lazy("Write the time like 15:45.")
_LATER = gettext_lazy("Choose an end that is after the start.")
_PICK = gettext_lazy("Please choose a day.")


class Chips(forms.TypedMultipleChoiceField):
    """Pills of which any may be chosen, or none."""

    def __init__(self, **options: Any) -> None:
        super().__init__(required=False, widget=forms.CheckboxSelectMultiple, **options)


class Clock(forms.TimeField):
    """A time of the day, to the minute, or none."""

    widget = forms.TimeInput(attrs={"type": "time"}, format="%H:%M")

    def __init__(self, **options: Any) -> None:
        super().__init__(required=False, error_messages={"invalid": _LIKE}, **options)


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A time of the week to the minute, as the page draws it."""

    day: BoundField
    start: BoundField
    end: BoundField
    said: BoundField


class WindowsForm(forms.Form):
    """The week as chips, and other times below. «Any day» stands for Monday to Friday."""

    could = Chips()
    best = Chips()
    never = Chips(coerce=int, label=gettext_lazy("Days that never go"))
    free_from = Clock(label=gettext_lazy("After school, free from"))

    def __init__(self, *args: Any, rules: Rules, **options: Any) -> None:
        super().__init__(*args, **options)
        self.rules = rules
        fields: dict[str, Any] = self.fields
        for name in ("could", "best"):
            fields[name].choices = [pair for part in DayPart for pair in _chips(part)]
        fields["never"].choices = [(day, WEEKDAYS_ABBR[day]) for day in WEEKDAYS]
        shown = self.data if self.is_bound else self.initial
        self.lines = range(1, lines_shown(shown, ("from", "until"), WINDOWS_AT_MOST) + 1)
        for line in self.lines:
            fields |= _fields(line)

    def rows(self) -> list[tuple[str, list[tuple[str, Any]], list[str]]]:
        """The chips by part of the day: legend with its hours, choices, and what is tapped."""
        return self._rows("could")

    def best_rows(self) -> list[tuple[str, list[tuple[str, Any]], list[str]]]:
        """The same chips for what would be best, told apart by their legend."""
        return [(f"{_('Best')} · {legend}", pairs, tapped) for legend, pairs, tapped in self._rows("best")]

    def has_best(self) -> bool:
        """Whether something is tapped that would be best."""
        return bool(self["best"].value())

    def others(self) -> list[Line]:
        """The other times, and an empty line after them."""
        return [
            Line(
                day=self[f"day_{line}"],
                start=self[f"from_{line}"],
                end=self[f"until_{line}"],
                said=self[f"said_{line}"],
            )
            for line in self.lines
        ]

    def has_others(self) -> bool:
        """Whether something stands in a line."""
        return any(one.value() for line in self.others() for one in (line.start, line.end))

    def _rows(self, name: str) -> list[tuple[str, list[tuple[str, Any]], list[str]]]:
        tapped = [str(code) for code in self[name].value() or ()]
        hours = hours_of(self.rules, None)
        return [(_legend(part, hours), _chips(part), tapped) for part in DayPart]

    def clean(self) -> dict[str, Any]:
        typed = super().clean() or self.cleaned_data
        for line in self.lines:
            self._check(typed, line)
        return typed

    def _check(self, typed: dict[str, Any], line: int) -> None:
        if {f"from_{line}", f"until_{line}"} & self.errors.keys():
            return
        start, end = typed.get(f"from_{line}"), typed.get(f"until_{line}")
        if (start is None) != (end is None):
            self.add_error(f"from_{line}" if start is None else f"until_{line}", _BOTH)
        elif start is not None and end is not None:
            if end <= start:
                self.add_error(f"until_{line}", _LATER)
            if typed.get(f"day_{line}") == "":
                self.add_error(f"day_{line}", _PICK)

    def clean_free_from(self) -> time | None:
        """A time after school on a five-minute mark, or none."""
        said: time | None = self.cleaned_data["free_from"]
        if said is None or self.rules.school_until <= said <= time(18):
            return said
        words = _("Choose a time from %(first)s to 18:00.") % {
            "first": clock(minute(self.rules.school_until))
        }
        raise forms.ValidationError(words)

    def drafts(self) -> tuple[WindowDraft, ...]:
        """The windows that were said, for the action. What is best could be, too."""
        said = self.cleaned_data
        hours = hours_of(self.rules, said["free_from"])
        could, best, shut = _cells(said["could"]), _cells(said["best"]), said["never"]
        tapped = [(span, WindowKind.COULD) for span in spans_of(could | best, shut, hours)]
        tapped += [(span, WindowKind.PREFER) for span in spans_of(best, shut, hours)]
        tapped += [((day, *WHOLE_DAY), WindowKind.COULD_NOT) for day in shut]
        lines = (self._draft(line) for line in self.lines if said[f"from_{line}"] is not None)
        return (*(_draft(*span, kind) for span, kind in tapped), *lines)

    def _draft(self, line: int) -> WindowDraft:
        typed = self.cleaned_data
        return WindowDraft(
            weekday=int(typed[f"day_{line}"]),
            from_time=typed[f"from_{line}"],
            until_time=typed[f"until_{line}"],
            kind=WindowKind(typed[f"said_{line}"] or WindowKind.COULD),
        )


def code_of(cell: Cell) -> str:
    """The value of a chip."""
    part, day = cell
    return f"{part.value}-{day}"


def as_chips(kept: Sequence[Wish], rules: Rules) -> dict[str, Any]:
    """Windows that were kept as the start of the form."""
    chips = chips_of(kept, hours_of(rules, None))
    start = {
        "could": sorted(map(code_of, chips.could)),
        "best": sorted(map(code_of, chips.best)),
        "never": list(chips.never),
        "free_from": _time(chips.free_from) if chips.free_from else None,
    }
    for line, wish in enumerate(chips.others, 1):
        start |= {
            f"day_{line}": str(wish.weekday),
            f"from_{line}": _time(wish.starts),
            f"until_{line}": _time(wish.ends),
            f"said_{line}": wish.said.value,
        }
    return start


def hours_of(rules: Rules, free_from: time | None) -> Hours:
    """The school day of the clinic's rules, and from when the family is free after it."""
    return Hours(
        school_from=minute(rules.school_from),
        school_until=minute(rules.school_until),
        free_from=minute(free_from) if free_from else None,
    )


def _fields(line: int) -> dict[str, forms.Field]:
    days = [("", _("Day")), *((str(day), name) for day, name in WEEKDAY_NAMES.items())]
    return {
        f"day_{line}": forms.ChoiceField(choices=days, required=False, label=_("Day")),
        f"from_{line}": Clock(label=_("From")),
        f"until_{line}": Clock(label=_("Until")),
        f"said_{line}": forms.ChoiceField(
            choices=[(kind.value, label) for kind, label in _SAID.items()],
            required=False,
            label=_("How it is"),
        ),
    }


def _chips(part: DayPart) -> list[tuple[str, Any]]:
    days = [(code_of((part, day)), WEEKDAYS_ABBR[day]) for day in WEEKDAYS]
    return [(f"{part.value}-{_ANY}", _("Any day")), *days]


def _legend(part: DayPart, hours: Hours) -> str:
    starts, ends = hours.of(part)
    return f"{_(LABELS[part])} · {clock(starts)}–{clock(ends)}"


def _cells(codes: Iterable[str]) -> set[Cell]:
    cells: set[Cell] = set()
    for code in codes:
        part, _dash, day = code.rpartition("-")
        cells |= {(DayPart(part), one) for one in (EVERY_DAY if day == _ANY else (int(day),))}
    return cells


def _draft(day: int, starts: int, ends: int, kind: WindowKind) -> WindowDraft:
    return WindowDraft(weekday=day, from_time=_time(starts), until_time=_time(ends), kind=kind)


def _time(at: int) -> time:
    return time(at // 60, at % 60)
