"""What a family can send about a count: a number of how many, and the day it is about."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from alongside.areas.practice.values import ProbePlanSeen
from alongside.core.evidence import Scale
from alongside.faces.common.pages import UuidField
from alongside.faces.parent.fields import DayField

_NUMBER = {"required": _("Choose a number."), "invalid": _("Choose a whole number.")}


class CountForm(forms.Form):
    """One count. Of how many may be another number that day; without a day it is about today."""

    uuid = UuidField(required=False)
    value = forms.IntegerField(min_value=0, max_value=240, label=_("How many?"), error_messages=_NUMBER)
    of = forms.IntegerField(
        min_value=1, max_value=20, required=False, label=_("Of how many?"), error_messages=_NUMBER
    )
    on = DayField(required=False, label=_("Which day was it?"))

    def __init__(self, *args: Any, plan: ProbePlanSeen, **options: Any) -> None:
        super().__init__(*args, **options)
        if plan.design.scale is not Scale.TRIES:
            del self.fields["of"]
        if plan.design.scale is Scale.MINUTES:
            self.fields["value"].label = _("How many minutes?")
        if plan.design.scale is Scale.STEP:
            self.fields["value"].label = _("Which step did you see?")


class AnswerCountForm(forms.Form):
    """Yes, I can count this; or no, or no more."""

    agree = forms.TypedChoiceField(
        choices=[("yes", _("Yes, I can")), ("no", _("Not for me"))], coerce=lambda said: said == "yes"
    )
