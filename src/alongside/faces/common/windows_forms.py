"""When a family could come: chips for the parts of each day, days that never go, and a time after school."""

from collections.abc import Iterable, Sequence
from datetime import time
from typing import Any

from django import forms
from django.utils.dates import WEEKDAYS_ABBR
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from alongside.areas.diary.values import Rules, WindowKind
from alongside.areas.diary.values.windows import WindowDraft, minute
from alongside.core.day_parts import (
    EVERY_DAY,
    LABELS,
    WEEKDAYS,
    WHOLE_DAY,
    Cell,
    DayPart,
    Hours,
    cells_of,
    days_that_never_go,
    free_from,
    spans_of,
)
from alongside.core.fitting import Wish
from alongside.faces.common.window_words import clock

_ANY = "ANY"


class Chips(forms.TypedMultipleChoiceField):
    """Pills of which any may be chosen, or none."""

    def __init__(self, **options: Any) -> None:
        super().__init__(required=False, widget=forms.CheckboxSelectMultiple, **options)


class WindowsForm(forms.Form):
    """The week as chips. «Any day» stands for Monday to Friday."""

    could = Chips()
    never = Chips(coerce=int, label=gettext_lazy("Days that never go"))
    free_from = forms.TimeField(
        required=False,
        widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M"),
        label=gettext_lazy("After school, free from"),
    )

    def __init__(self, *args: Any, rules: Rules, **options: Any) -> None:
        super().__init__(*args, **options)
        self.rules = rules
        fields: dict[str, Any] = self.fields
        fields["could"].choices = [pair for part in DayPart for pair in _chips(part)]
        fields["never"].choices = [(day, WEEKDAYS_ABBR[day]) for day in WEEKDAYS]

    def rows(self) -> list[tuple[str, list[tuple[str, Any]], list[str]]]:
        """The chips by part of the day: legend with its hours, choices, and what is tapped."""
        tapped = [str(code) for code in self["could"].value() or ()]
        hours = hours_of(self.rules, None)
        return [(_legend(part, hours), _chips(part), tapped) for part in DayPart]

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
        """The windows that were said, for the action."""
        said = self.cleaned_data
        hours = hours_of(self.rules, said["free_from"])
        spans = spans_of(_cells(said["could"]), said["never"], hours)
        could = (_draft(day, starts, ends, WindowKind.COULD) for day, starts, ends in spans)
        never = (_draft(day, *WHOLE_DAY, WindowKind.COULD_NOT) for day in said["never"])
        return (*could, *never)


def code_of(cell: Cell) -> str:
    """The value of a chip."""
    part, day = cell
    return f"{part.value}-{day}"


def as_chips(kept: Sequence[Wish], rules: Rules) -> dict[str, Any]:
    """Windows that were kept as the start of the form."""
    after = free_from(kept, minute(rules.school_until))
    said = time(after // 60, after % 60) if after else None
    cells = cells_of(kept, hours_of(rules, said))
    return {
        "could": sorted(map(code_of, cells)),
        "never": list(days_that_never_go(kept)),
        "free_from": said,
    }


def hours_of(rules: Rules, free_from: time | None) -> Hours:
    """The school day of the clinic's rules, and from when the family is free after it."""
    return Hours(
        school_from=minute(rules.school_from),
        school_until=minute(rules.school_until),
        free_from=minute(free_from) if free_from else None,
    )


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
