"""Forms for the times of one person or of the whole clinic: the working week, what is kept free, days away."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, time
from itertools import pairwise
from typing import Any, cast
from uuid import UUID, uuid5

from django import forms
from django.forms import BoundField
from django.utils.translation import gettext_lazy as _

from alongside.areas.diary.values import KeptKind, SiteSeen, WorkingDraft, WorkingSeen
from alongside.core import bounds
from alongside.faces.common.lines import lines_shown
from alongside.faces.common.pages import UuidField
from alongside.faces.common.times_words import KEPT_WORDS, WEEKDAYS

_FROM_LIST = _("Please choose from the list.")
_PICK_DAY = _("Please choose a day.")
_LIKE = _("Write the time like 15:45.")
_TOO_LONG = _("Please keep this to %(limit_value)d characters. It has %(show_value)d now.")
_ON_FIVE = _("Choose a time on a five-minute mark, such as 9:05.")
_BOTH = _("Write both times, or neither.")
_LATER = _("Choose an end that is after the start.")
_AFTER_FIRST = _("Let this time start after the one before ends.")
_SOME_DAY = _("Please choose one day or more.")
_PARTS, _PARTS_AT_MOST = 2, 28  # as many as the whole week may hold
_DAYS = [(str(day), label) for day, label in enumerate(WEEKDAYS)]
_WEEKLY = (KeptKind.LUNCH, KeptKind.NOTES, KeptKind.SUPERVISION, KeptKind.TEAM)
_AWAY = ((KeptKind.LEAVE.value, _("Leave or training")), (KeptKind.ILL.value, _("Ill")))


class DayField(forms.DateField):
    """A day, with the browser's own calendar."""

    widget = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")

    def __init__(self, **options: Any) -> None:
        messages = dict.fromkeys(("invalid", "required"), _PICK_DAY)
        super().__init__(error_messages=messages, **options)


class ClockField(forms.TimeField):
    """A time on the clinic's clock, on a five-minute mark."""

    widget = forms.TimeInput(attrs={"type": "time", "step": 300}, format="%H:%M")

    def __init__(self, **options: Any) -> None:
        super().__init__(error_messages=dict.fromkeys(("invalid", "required"), _LIKE), **options)

    def clean(self, value: Any) -> time | None:
        """The time, refused off the mark."""
        typed = super().clean(value)
        if typed is not None and (typed.minute % 5 or typed.second or typed.microsecond):
            raise forms.ValidationError(_ON_FIVE)
        return cast(time | None, typed)


class OwnWords(forms.CharField):
    """A few words that only this person reads again."""

    def __init__(self, **options: Any) -> None:
        super().__init__(
            max_length=bounds.TITLE, required=False, error_messages={"max_length": _TOO_LONG}, **options
        )


class PlaceField(forms.TypedChoiceField):
    """One of the clinic's places; the first is the base."""

    def __init__(self, *, sites: Sequence[SiteSeen], **options: Any) -> None:
        choices = [(str(site.uuid), site.name) for site in sites]
        messages = {"invalid_choice": _FROM_LIST}
        super().__init__(
            coerce=UUID, empty_value=None, required=False, choices=choices, error_messages=messages, **options
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One time of a day in the form; ``site`` is None for a clinic with one place."""

    start: BoundField
    end: BoundField
    site: BoundField | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A day of the week in the form. ``more`` opens at once when something stands in it."""

    label: str
    first: Part
    more: tuple[Part, ...]
    is_open: bool


class WeekForm(forms.Form):
    """The working week: times of each day, each at one place, from a day on. One more line is always empty."""

    from_on = DayField(label=_("From which day on"))

    def __init__(self, *args: Any, sites: Sequence[SiteSeen], **options: Any) -> None:
        super().__init__(*args, **options | {"auto_id": "week_%s"})
        self.has_places = len(sites) > 1
        shown = self.data if self.is_bound else self.initial
        self.parts = {day: _parts_shown(shown, day) for day in range(len(WEEKDAYS))}
        for day, part in self._cells():
            self.fields[f"start_{day}_{part}"] = ClockField(required=False, label=_("from"))
            self.fields[f"end_{day}_{part}"] = ClockField(required=False, label=_("until"))
            if self.has_places:
                self.fields[f"site_{day}_{part}"] = PlaceField(sites=sites, label=_("place"))

    def clean(self) -> dict[str, Any]:
        typed = super().clean() or self.cleaned_data
        for day, part in self._cells():
            self._check(typed, f"{day}_{part}")
        for day, parts in self.parts.items():
            filled = [f"{day}_{part}" for part in parts if typed.get(f"start_{day}_{part}")]
            for one, following in pairwise(sorted(filled, key=lambda cell: typed[f"start_{cell}"])):
                end = typed.get(f"end_{one}")
                if end and typed[f"start_{following}"] < end:
                    self.add_error(f"start_{following}", _AFTER_FIRST)
        return typed

    def _check(self, typed: dict[str, Any], cell: str) -> None:
        if {f"start_{cell}", f"end_{cell}"} & self.errors.keys():
            return
        start, end = typed.get(f"start_{cell}"), typed.get(f"end_{cell}")
        if (start is None) != (end is None):
            self.add_error(f"start_{cell}" if start is None else f"end_{cell}", _BOTH)
        elif start is not None and end is not None and end <= start:
            self.add_error(f"end_{cell}", _LATER)

    @property
    def week(self) -> list[WorkingDraft]:
        """The times that were typed."""
        typed = self.cleaned_data
        return [
            WorkingDraft(
                weekday=day,
                from_time=typed[f"start_{day}_{part}"],
                until_time=typed[f"end_{day}_{part}"],
                site=typed.get(f"site_{day}_{part}"),
            )
            for day, part in self._cells()
            if typed[f"start_{day}_{part}"]
        ]

    @property
    def rows(self) -> list[Row]:
        """The days, as the page draws them."""
        return [self._row(day, str(label)) for day, label in enumerate(WEEKDAYS)]

    def _cells(self) -> Iterator[tuple[int, int]]:
        return ((day, part) for day, parts in self.parts.items() for part in parts)

    def _row(self, day: int, label: str) -> Row:
        first, *more = (self._part(day, part) for part in self.parts[day])
        is_open = any(one.value() or one.errors for part in more for one in (part.start, part.end))
        return Row(label=label, first=first, more=tuple(more), is_open=is_open)

    def _part(self, day: int, part: int) -> Part:
        site = self[f"site_{day}_{part}"] if self.has_places else None
        return Part(start=self[f"start_{day}_{part}"], end=self[f"end_{day}_{part}"], site=site)


class KeepForm(forms.Form):
    """A time of the week to be kept free, on one day or several."""

    uuid = UuidField()
    kind = forms.ChoiceField(
        label=_("For what"),
        choices=[(kind.value, KEPT_WORDS[kind]) for kind in _WEEKLY],
        initial=KeptKind.LUNCH.value,
        widget=forms.RadioSelect,
        error_messages=dict.fromkeys(("required", "invalid_choice"), _FROM_LIST),
    )
    days = forms.TypedMultipleChoiceField(
        label=_("On which days"),
        choices=_DAYS,
        coerce=int,
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _SOME_DAY, "invalid_choice": _FROM_LIST},
    )
    from_time = ClockField(label=_("From"))
    until_time = ClockField(label=_("Until"))
    words = OwnWords(label=_("A word about it"), help_text=_("Only you read this."))

    def __init__(self, *args: Any, with_words: bool, **options: Any) -> None:
        super().__init__(*args, **options | {"auto_id": "keep_%s"})
        if not with_words:
            del self.fields["words"]

    def clean(self) -> dict[str, Any]:
        typed = super().clean() or self.cleaned_data
        start, end = typed.get("from_time"), typed.get("until_time")
        if start and end and end <= start:
            self.add_error("until_time", _LATER)
        return typed

    @property
    def by_day(self) -> Iterator[tuple[UUID, int]]:
        """A day and its own identifier: the same form again names the same times."""
        return ((uuid5(self.cleaned_data["uuid"], str(day)), day) for day in self.cleaned_data["days"])


class AwayForm(forms.Form):
    """Days on which somebody does not work."""

    uuid = UuidField()
    kind = forms.ChoiceField(
        label=_("Why"),
        choices=_AWAY,
        initial=KeptKind.LEAVE.value,
        widget=forms.RadioSelect,
        error_messages=dict.fromkeys(("required", "invalid_choice"), _FROM_LIST),
    )
    first = DayField(label=_("First day"))
    last = DayField(label=_("Last day"))
    from_time = ClockField(required=False, label=_("From, on the first day"))
    until_time = ClockField(required=False, label=_("Until, on the last day"))
    words = OwnWords(label=_("A word about it"), help_text=_("Only you read this."))

    def __init__(self, *args: Any, with_words: bool, **options: Any) -> None:
        super().__init__(*args, **options | {"auto_id": "away_%s"})
        if not with_words:
            del self.fields["words"]


class CloseForm(forms.Form):
    """Days on which the whole clinic is closed."""

    uuid = UuidField()
    first = DayField(label=_("First day"))
    last = DayField(label=_("Last day"))
    words = forms.CharField(
        max_length=bounds.TITLE,
        label=_("Why, in words that everybody may read"),
        error_messages={"max_length": _TOO_LONG, "required": _("Please write a few words here.")},
    )

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options | {"auto_id": "away_%s"})


def typed_week(week: Iterable[WorkingSeen], sites: Sequence[SiteSeen], from_on: date) -> dict[str, Any]:
    """What a form shows of a week that holds already."""
    uuids = {site.pk: str(site.uuid) for site in sites}
    typed: dict[str, Any] = {"from_on": from_on}
    held: Counter[int] = Counter()
    for one in week:
        held[one.weekday] += 1
        cell = f"{one.weekday}_{held[one.weekday]}"
        typed[f"start_{cell}"] = _clock(one.start)
        typed[f"end_{cell}"] = _clock(one.end)
        typed[f"site_{cell}"] = uuids.get(one.site or 0, "")
    return typed


def _clock(minute: int) -> time:
    return time(*divmod(minute, 60))


def _parts_shown(shown: Mapping[str, Any], day: int) -> range:
    stems = (f"start_{day}", f"end_{day}")
    return range(1, max(_PARTS, lines_shown(shown, stems, _PARTS_AT_MOST)) + 1)
