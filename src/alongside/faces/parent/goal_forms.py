"""What a family can send about a goal."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from alongside.core import bounds
from alongside.faces.common.pages import UuidField, WordsField
from alongside.faces.parent.fields import DayField

_FEW_WORDS = {"required": _("Write a few words here.")}


class AgreeForm(forms.Form):
    """Yes, to this version."""

    version = forms.IntegerField(min_value=1, max_value=10_000)


class StepForm(forms.Form):
    """A step that the family thinks is reached."""

    uuid = UuidField()
    step = forms.IntegerField(
        min_value=1, max_value=5, error_messages={"required": _("Choose a step from 1 to 5.")}
    )
    words = WordsField(limit=bounds.SENTENCE, rows=2, label=_("What did you see?"))


class AnswerForm(forms.Form):
    """Yes or not yet, to a step that the therapist proposed."""

    agree = forms.TypedChoiceField(
        choices=[("yes", _("Yes")), ("not_yet", _("Not yet"))], coerce=lambda value: value == "yes"
    )
    words = WordsField(limit=bounds.SENTENCE, rows=2, label=_("A few words, if you like"))


def _phrase(label: Any, limit: int = bounds.TITLE) -> forms.CharField:
    return forms.CharField(max_length=limit, label=label, error_messages=_FEW_WORDS)


class GoalForm(forms.Form):
    """The goal in word groups and five steps. ``seen`` is the version that was on the page."""

    WORDS = ("who", "does", "where_when", "with_help", "how_often", "by_when")

    uuid = UuidField()
    seen = forms.IntegerField(widget=forms.HiddenInput, min_value=1, max_value=10_000)
    title = _phrase(_("What we call it"))
    who = _phrase(_("Who"), 60)
    does = _phrase(_("will do what"))
    where_when = _phrase(_("where and when"))
    with_help = _phrase(_("with what help"))
    how_often = _phrase(_("how often"))
    by_when = DayField(label=_("The day to look together"), error_messages={"required": _("Choose a day.")})

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        for number in range(1, 6):
            self.fields[f"step_{number}"] = WordsField(
                limit=bounds.SENTENCE,
                rows=2,
                required=True,
                label=_("Step %(number)s") % {"number": number},
                error_messages=_FEW_WORDS,
            )

    def steps(self) -> tuple[str, str, str, str, str]:
        """The five texts, the goal itself third."""
        first, second, third, fourth, fifth = (self.cleaned_data[f"step_{number}"] for number in range(1, 6))
        return first, second, third, fourth, fifth

    @property
    def word_fields(self) -> list[forms.BoundField]:
        """The boxes of the sentence in order."""
        return [self[name] for name in self.WORDS]

    @property
    def step_fields(self) -> list[forms.BoundField]:
        """The boxes of the five steps."""
        return [self[f"step_{number}"] for number in range(1, 6)]
