"""Fields of the desk's forms: bounded, and with sentences that say what to do."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from alongside.core.bounds import YEARS

TOO_LONG = _("Please keep this to %(limit_value)d characters. It has %(show_value)d now.")
FROM_LIST = _("Please choose from the list.")
_IN_CENTURY = _("Please choose a date in this century.")


class Line(forms.CharField):
    """One line of text."""

    def __init__(self, *, limit: int, required: bool = False, **options: Any) -> None:
        messages = {"max_length": TOO_LONG, "required": _("Please write a few words here.")}
        super().__init__(max_length=limit, required=required, error_messages=messages, **options)


class Email(forms.EmailField):
    """An address."""

    def __init__(self, *, required: bool = True, **options: Any) -> None:
        invalid = _("Write the address like name@example.org.")
        messages = {"invalid": invalid, "required": invalid, "max_length": TOO_LONG}
        super().__init__(max_length=254, required=required, error_messages=messages, **options)


class Day(forms.DateField):
    """A day, typed or picked."""

    def __init__(self, *, required: bool = True, **options: Any) -> None:
        pick = _("Please choose a day.")
        widget = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
        messages = {"invalid": pick, "required": pick}
        super().__init__(required=required, widget=widget, error_messages=messages, **options)

    def clean(self, value: Any) -> Any:
        """The day, refused where arithmetic with dates would reach an end of the calendar."""
        found = super().clean(value)
        _check_year(found)
        return found


class WallTime(forms.CharField):
    """A day and a time on the clinic's clock, as addresses carry it: 2026-11-24T13:15. None when there is none."""

    def __init__(self, **options: Any) -> None:
        super().__init__(max_length=16, **options)

    def clean(self, value: Any) -> datetime | None:
        """The time without a zone; whoever reads it knows the clinic's."""
        typed = super().clean(value)
        try:
            found = datetime.strptime(typed, "%Y-%m-%dT%H:%M") if typed else None  # noqa: DTZ007  # wall time
        except ValueError:
            raise forms.ValidationError(_("Write the time like 15:45.")) from None
        _check_year(found)
        return found


class Number(forms.IntegerField):
    """A whole number between two others."""

    def __init__(self, *, low: int, high: int, **options: Any) -> None:
        says = _("Please choose a number from %(low)d to %(high)d.") % {"low": low, "high": high}
        messages = dict.fromkeys(("invalid", "required", "min_value", "max_value"), says)
        super().__init__(min_value=low, max_value=high, error_messages=messages, **options)


class OneOf(forms.TypedChoiceField):
    """A choice among people or rooms, by uuid. Nothing chosen is None."""

    def __init__(self, *, required: bool = True, **options: Any) -> None:
        messages = {"invalid_choice": FROM_LIST, "required": FROM_LIST}
        super().__init__(coerce=UUID, empty_value=None, required=required, error_messages=messages, **options)


def _check_year(found: date | None) -> None:
    if found is not None and found.year not in YEARS:
        raise forms.ValidationError(_IN_CENTURY)
