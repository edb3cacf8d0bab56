"""Wins: what somebody noticed, and why it was hard."""

from django import forms
from django.utils.translation import gettext_lazy as _

from alongside.core import bounds
from alongside.faces.common.pages import UuidField
from alongside.faces.therapist.forms.fields import DayField, LineField, PageForm

_WORDS_FIRST = {"required": _("Write a few words first.")}


class WinForm(PageForm):
    """A win that somebody noticed."""

    ids = "win"
    uuid = UuidField()
    words = LineField(
        limit=bounds.SENTENCE, required=True, label=_("What happened"), error_messages=_WORDS_FIRST
    )
    happened_on = DayField(label=_("When"))
    said_by_child = forms.BooleanField(required=False, label=_("In the child’s own words"))


class ConfirmForm(PageForm):
    """Yes, that was a win: with the words it gets."""

    ids = "confirm"
    words = LineField(
        limit=bounds.SENTENCE, required=True, label=_("In your words"), error_messages=_WORDS_FIRST
    )


class WhyForm(PageForm):
    """Why it was hard: one line from the therapist."""

    ids = "why"
    words = LineField(
        limit=bounds.SENTENCE, required=True, label=_("Why it was hard"), error_messages=_WORDS_FIRST
    )
