"""Choices that several forms of the family's phone offer, in the family's words."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from alongside.core import routines


def choices_of(labels: Mapping[Any, str]) -> list[tuple[str, Any]]:
    """(value, label) pairs of a mapping from an enum or a code to its English label."""
    return [
        (code.value if isinstance(code, StrEnum) else str(code), _(label)) for code, label in labels.items()
    ]


def routine_choices() -> list[tuple[str, Any]]:
    """Every routine of a day, from morning to night."""
    return [(code, _(found.label)) for code, found in routines.ROUTINES.items()]


class OneOf(forms.TypedChoiceField):
    """Pills of which one may be chosen; None when none is."""

    def __init__(self, choices: Any, *, required: bool = False, **options: Any) -> None:
        super().__init__(
            choices=choices, required=required, empty_value=None, widget=forms.RadioSelect, **options
        )


class DayField(forms.DateField):
    """A day, picked with the phone's own calendar."""

    def __init__(self, **options: Any) -> None:
        super().__init__(widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"), **options)


class ClockField(forms.TimeField):
    """A time of day, picked with the phone's own clock."""

    def __init__(self, **options: Any) -> None:
        super().__init__(widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M"), **options)
