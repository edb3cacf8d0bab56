"""What a family can send. Every field is bounded; a mistake is answered with what to do."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django import forms
from django.core.validators import RegexValidator
from django.utils.translation import gettext_lazy as _

from alongside.areas.practice.values import SeenBy
from alongside.core import bounds
from alongside.core.barriers import BARRIER_LABELS, Barrier
from alongside.core.child_facts import FACTS
from alongside.core.moments import FELT_LABELS, FIT_LABELS, HELP_LABELS, KIND_LABELS, Felt, Fit, Help, Kind
from alongside.faces.common.pages import UuidField, WordsField
from alongside.faces.parent.fields import ClockField, DayField, OneOf, choices_of

SAY_SOMETHING = {"required": _("Write a few words, then save.")}


class RecordForm(forms.Form):
    """One tap: we did it, or not today."""

    uuid = UuidField()
    placement = forms.UUIDField()
    kind = OneOf(choices_of(KIND_LABELS), coerce=Kind, required=True)
    zone = forms.CharField(max_length=60, required=False)


class InTheWayForm(forms.Form):
    """What got in the way: one chip, or a few words."""

    barrier = OneOf(choices_of(BARRIER_LABELS), coerce=Barrier, required=True)
    words = WordsField(limit=bounds.SENTENCE)


class CorrectForm(forms.Form):
    """What may be added to an entry or put right. A field that was not sent stays as it is."""

    kind = OneOf(choices_of(KIND_LABELS), coerce=Kind, label=_("What happened?"))
    felt = OneOf(choices_of(FELT_LABELS), coerce=Felt, label=_("How did it go?"))
    help = OneOf(choices_of(HELP_LABELS), coerce=Help, label=_("How much help?"))
    fit = OneOf(choices_of(FIT_LABELS), coerce=Fit, label=_("How does this idea fit?"))
    words = WordsField(limit=bounds.WORDS, label=_("Anything you noticed?"))
    day = DayField(required=False, label=_("When was it?"))
    time = ClockField(required=False, label=_("What time, about?"))

    def said(self) -> dict[str, Any]:
        """The answers for the action; None keeps what was there."""
        said = {name: self.cleaned_data[name] for name in ("kind", "felt", "help", "fit")}
        return said | {"words": self.cleaned_data["words"] if "words" in self.data else None}


class NoticeForm(forms.Form):
    """What somebody noticed, in their own words."""

    uuid = UuidField()
    words = WordsField(
        limit=bounds.WORDS, rows=4, required=True, label=_("Your words"), error_messages=SAY_SOMETHING
    )
    placement = OneOf([], coerce=UUID, label=_("Is it about an idea?"))
    is_win = forms.BooleanField(required=False, label=_("This is a small win"))
    seen_by = OneOf(
        [(SeenBy.ALL.value, _("Everyone on the team")), (SeenBy.TEAM.value, _("Only the therapist"))],
        coerce=SeenBy,
        label=_("Who can see this?"),
        initial=SeenBy.ALL.value,
    )

    def __init__(self, *args: Any, ideas: Iterable[tuple[str, str]] = (), **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["placement"].choices = [*ideas]  # type: ignore[attr-defined]  # a ChoiceField, made above

    def clean(self) -> dict[str, Any]:
        said = super().clean() or self.cleaned_data
        if said.get("is_win") and len(said.get("words", "")) > bounds.SENTENCE:
            self.add_error("words", _("A win is short. Keep it to 300 characters, or take the tick away."))
        if said.get("is_win") and said.get("seen_by") is SeenBy.TEAM:
            self.add_error(
                "seen_by", _("A win is for everybody to read. Take that tick away, or choose everyone.")
            )
        return said


class ChangeForm(forms.Form):
    """A yes, a pause or a wish about an idea; ``uuid`` names the change."""

    uuid = UuidField()
    words = WordsField(limit=bounds.SENTENCE, rows=2, label=_("A few words, if you like"))


class WordsForm(forms.Form):
    """One sentence or two that are needed."""

    uuid = UuidField()
    words = WordsField(
        limit=bounds.SENTENCE, required=True, label=_("Your words"), error_messages=SAY_SOMETHING
    )


class MessageForm(forms.Form):
    """A message to the team."""

    uuid = UuidField()
    words = WordsField(
        limit=bounds.WORDS,
        label=_("Your words"),
        rows=3,
        required=True,
        error_messages={"required": _("Write a few words, then send.")},
    )


class FirstMessageForm(MessageForm):
    """The first message of a thread about something."""

    thread = UuidField()


class NewThreadForm(FirstMessageForm):
    """The first message of a thread that the family names itself."""

    title = forms.CharField(max_length=bounds.TITLE, required=False, label=_("What is it about?"))
    alone = forms.BooleanField(
        required=False,
        label=_("Only the therapist and me"),
        help_text=_("Without this, the other grown-ups who are responsible read it too."),
    )


class WinForm(forms.Form):
    """A win that somebody noticed."""

    uuid = UuidField()
    words = WordsField(
        limit=bounds.SENTENCE, required=True, label=_("What happened?"), error_messages=SAY_SOMETHING
    )
    happened_on = DayField(required=False, label=_("Which day?"))
    said_by_child = forms.BooleanField(required=False, label=_("These are the child’s own words"))


class ConfirmForm(forms.Form):
    """Yes, that was a win: in the family's words."""

    words = WordsField(
        limit=bounds.SENTENCE, required=True, label=_("What happened?"), error_messages=SAY_SOMETHING
    )


class ContactForm(forms.Form):
    """How to reach the reader. Nobody of another home sees it unless it is shared."""

    phone = forms.CharField(
        max_length=40,
        required=False,
        label=_("Phone"),
        widget=forms.TextInput(attrs={"type": "tel"}),
        validators=[RegexValidator(r"(\d\D*){5}", _("Write the number in digits, such as 01632 960123."))],
    )
    address = forms.CharField(max_length=bounds.SENTENCE, required=False, label=_("Address"))
    quiet_from = ClockField(required=False, label=_("Quiet from"))
    quiet_until = ClockField(required=False, label=_("Quiet until"))
    shared = forms.BooleanField(required=False, label=_("Others in the circle may see my phone and address"))

    def clean(self) -> dict[str, Any]:
        said = super().clean() or self.cleaned_data
        if bool(said.get("quiet_from")) != bool(said.get("quiet_until")):
            self.add_error("quiet_until", _("Give both times, or leave both empty."))
        return said


class PersonForm(forms.Form):
    """Somebody whom the family would like in the circle."""

    uuid = UuidField()
    name = forms.CharField(
        max_length=bounds.TITLE, label=_("Their name"), error_messages={"required": _("Write their name.")}
    )
    relation = forms.CharField(
        max_length=60,
        label=_("Who are they to your child?"),
        error_messages={"required": _("Write one word, such as grandad.")},
    )
    words = WordsField(limit=bounds.SENTENCE, rows=2, label=_("How can we reach them?"))


class SafetyForm(forms.Form):
    """Something to be careful with."""

    uuid = UuidField()
    code = forms.ChoiceField(
        choices=[("", _("Choose…")), *choices_of({code: fact.label for code, fact in FACTS.items()})],
        label=_("What is it?"),
        error_messages={"required": _("Choose one from the list.")},
    )
    words = WordsField(limit=bounds.SENTENCE, rows=2, label=_("What helps, and what to watch for"))
