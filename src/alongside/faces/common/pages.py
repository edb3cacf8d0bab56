"""How a view answers: a frozen page object and a template, or a form that keeps what was typed."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any, TypeVar
from uuid import UUID

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from alongside.core.ids import uuid7
from alongside.core.refusals import InvalidInput, NotAllowed, NotFound, Refusal
from alongside.faces.common import answers

R = TypeVar("R")


def page(request: HttpRequest, template: str, page: object, *, status: int = 200) -> HttpResponse:
    """Render ``template`` (``name.html#part`` for one part of it) with the page object as ``page``."""
    return render(request, template, {"page": page}, status=status)


def attempt(form: forms.Form, act: Callable[[], R]) -> R | None:
    """Do it, or put the refusal at its field (or above the form) and answer None.

    Whatever hides or forbids goes on to the middleware.
    """
    try:
        return act()
    except (NotFound, NotAllowed):
        raise
    except Refusal as refusal:
        field = refusal.field if isinstance(refusal, InvalidInput) and refusal.field in form.fields else None
        form.add_error(field, answers.said(refusal))
        return None


def fresh_uuid(at: datetime) -> UUID:
    """An identifier for a form that a browser without script sends back."""
    return uuid7(at)


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """One option of a choice as templates draw it."""

    value: str
    label: str
    chosen: bool = False


class UuidField(forms.UUIDField):
    """The hidden identifier of what is being written: made by the phone, or by the form."""

    widget = forms.HiddenInput(attrs={"data-uuid7": ""})


class WordsField(forms.CharField):
    """Words as people write them, bounded."""

    def __init__(self, *, limit: int, rows: int = 3, required: bool = False, **options: Any) -> None:
        widget = forms.Textarea(attrs={"rows": rows, "maxlength": limit})
        super().__init__(max_length=limit, required=required, widget=widget, **options)
