"""Writing to a family, and saying what their words changed."""

from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from alongside.areas.conversation.values import Change
from alongside.core import bounds
from alongside.faces.common.pages import UuidField, WordsField
from alongside.faces.therapist.forms.fields import LineField, PageForm, Pairs, offer


class MessageForm(PageForm):
    """One message."""

    ids = "message"
    uuid = UuidField()
    words = WordsField(
        limit=bounds.WORDS, rows=3, required=True, label=_("Your message"),
        error_messages={"required": _("Write a few words first.")},
    )  # fmt: skip


class ThreadForm(PageForm):
    """A new thread, with what it is about."""

    ids = "thread"
    uuid = UuidField()
    title = LineField(
        limit=bounds.TITLE, required=True, label=_("What it is about"),
        error_messages={"required": _("Say in a few words what it is about.")},
    )  # fmt: skip


class ChangedForm(PageForm):
    """«We changed …»: which message it answers, what was changed, and the words for the family."""

    ids = "changed"
    uuid = UuidField()
    message = forms.TypedChoiceField(coerce=UUID, label=_("What they said"))
    change = forms.ChoiceField(label=_("What was changed"))
    words = LineField(
        limit=bounds.SENTENCE, required=True, label=_("We changed…"),
        error_messages={"required": _("Say in one sentence what you changed.")},
    )  # fmt: skip

    def __init__(self, *args: Any, asked: Pairs, changes: Pairs, **options: Any) -> None:
        super().__init__(*args, **options)
        offer(self, "message", asked)
        offer(self, "change", changes)

    def changed(self) -> tuple[Change, UUID]:
        """What was changed: its kind and its uuid."""
        kind, _colon, uuid = self.cleaned_data["change"].partition(":")
        return Change(kind), UUID(uuid)
