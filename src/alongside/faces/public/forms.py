"""What visitors write."""

from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from alongside.areas.story.values import TOPICS
from alongside.core import bounds
from alongside.faces.common.pages import UuidField, WordsField

TOO_LONG = _("Please keep this to %(limit_value)d characters. It has %(show_value)d now.")
AUTOCOMPLETE = "autocomplete"


class Line(forms.CharField):
    """One line of text, bounded."""

    def __init__(self, *, limit: int, required: bool = False, **options: Any) -> None:
        messages = {"max_length": TOO_LONG} | options.pop("error_messages", {})
        super().__init__(max_length=limit, required=required, error_messages=messages, **options)


def _question(label: Any, help_text: Any, rows: int) -> WordsField:
    return WordsField(
        limit=bounds.WORDS,
        rows=rows,
        label=label,
        help_text=help_text,
        error_messages={"max_length": TOO_LONG},
    )


class StoryForm(forms.Form):
    """Four questions, any of which may be skipped, and one way to answer."""

    uuid = UuidField()
    ordinary_day = _question(
        _("What is an ordinary day like right now?"),
        _("The good bits and the hard bits. A few words is enough."),
        6,
    )
    topics = forms.MultipleChoiceField(
        label=_("Stuck? Tap anything that feels familiar."),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        error_messages={"invalid_choice": _("Please choose from the list.")},
    )
    hopes = _question(
        _("What would make an ordinary day better?"),
        _("Small things count, such as a calmer breakfast."),
        4,
    )
    good_at = _question(
        _("What is your child good at, and what do they love?"),
        _("This is where every plan begins."),
        4,
    )
    anything_else = _question(
        _("Is there anything else you would like us to know?"),
        _("For example what helps already, or what you have tried."),
        4,
    )
    child_first_name = Line(
        limit=60,
        label=_("Your child’s first name"),
        help_text=_("You can leave this out for now."),
        widget=forms.TextInput(attrs={AUTOCOMPLETE: "off"}),
    )
    name = Line(
        limit=bounds.TITLE,
        required=True,
        label=_("Your name"),
        widget=forms.TextInput(attrs={AUTOCOMPLETE: "name"}),
        error_messages={"required": _("Add your name so we know whom to ask for.")},
    )
    phone = Line(
        limit=40,
        label=_("Your phone number"),
        help_text=_("A phone number or an email address is enough."),
        widget=forms.TextInput(attrs={"type": "tel", AUTOCOMPLETE: "tel"}),
    )
    email = forms.EmailField(
        max_length=254,
        required=False,
        label=_("Your email address"),
        widget=forms.EmailInput(attrs={AUTOCOMPLETE: "email"}),
        error_messages={"invalid": _("Write the address like name@example.org."), "max_length": TOO_LONG},
    )
    ring_when = Line(
        limit=bounds.TITLE,
        label=_("When is a good time to ring?"),
        help_text=_("For example “after nine” or “not on Wednesdays”."),
    )
    website = forms.CharField(
        max_length=200,
        required=False,
        label=_("Leave this empty"),
        widget=forms.TextInput(attrs={AUTOCOMPLETE: "off", "tabindex": "-1"}),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        topics = self.fields["topics"]
        topics.choices = [(code, gettext(label)) for code, label in TOPICS.items()]  # type: ignore[attr-defined]  # a choice field
