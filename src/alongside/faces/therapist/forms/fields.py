"""Fields that several pages use: short lines, days, choices that the page fills."""

from collections.abc import Iterable
from typing import Any, cast

from django import forms
from django.forms.utils import flatatt
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext_lazy as _

from alongside.core import routines

Pairs = Iterable[tuple[str, Any]]
_SELECTED = mark_safe(" selected")


class LineField(forms.CharField):
    """One line of words, bounded."""

    def __init__(self, *, limit: int, required: bool = False, **options: Any) -> None:
        super().__init__(max_length=limit, required=required, **options)


class DayField(forms.DateField):
    """A day, with the browser's own calendar."""

    widget = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")

    def __init__(self, **options: Any) -> None:
        super().__init__(error_messages={"invalid": _("Choose a day.")}, **options)


class QuickSelect(forms.Select):
    """A list to choose from, written at once: Django draws every option through a template of its own."""

    def render(
        self, name: str, value: Any, attrs: dict[str, Any] | None = None, renderer: Any = None
    ) -> SafeString:
        """The whole ``<select>``. Groups of options are not used here."""
        chosen = set(self.format_value(value))
        options = format_html_join(
            "",
            '<option value="{}"{}>{}</option>',
            ((code, _SELECTED if str(code) in chosen else "", label) for code, label in self.choices),
        )
        told = flatatt({"name": name, **self.build_attrs(self.attrs, attrs)})
        return format_html("<select{}>{}</select>", told, options)


class PickField(forms.TypedChoiceField):
    """One of a list."""

    widget = QuickSelect


class RoutineField(PickField):
    """An ordinary part of the day, in the order of the day."""

    def __init__(self, **options: Any) -> None:
        empty = [] if options.get("required", True) else [("", _("any time"))]
        super().__init__(choices=[*empty, *routine_choices()], **options)


class PageForm(forms.Form):
    """A form that shares its page with others: ``ids`` begins the ids of its fields, so that none comes twice."""

    ids = "form"

    def __init__(self, *args: Any, **options: Any) -> None:
        options.setdefault("auto_id", f"{self.ids}_%s")
        super().__init__(*args, **options)


def routine_choices() -> list[tuple[str, Any]]:
    """The ordinary parts of the day, in order."""
    return [(one.code, _(one.label)) for one in routines.ROUTINES.values()]


def offer(form: forms.Form, name: str, pairs: Pairs) -> None:
    """Fill a choice with what this child's page offers."""
    cast(forms.ChoiceField, form.fields[name]).choices = list(pairs)
