"""What a carer can answer to an idea."""

from django import forms
from django.utils.translation import gettext_lazy as _

from alongside.areas.programme.values import SURE, Wish
from alongside.core import bounds
from alongside.faces.common.pages import UuidField, WordsField
from alongside.faces.parent.fields import OneOf

YES, AS_IT_IS, ASK = "YES", "AS_IT_IS", "ASK"


class AnswerForm(forms.Form):
    """Yes, or what would help first. ``do`` is the button: a yes, a yes all the same, a question, or a wish."""

    uuid = UuidField()
    do = forms.ChoiceField(choices=[(one, one) for one in (YES, AS_IT_IS, ASK, *Wish)])
    confidence = OneOf(
        [(number, str(number)) for number in range(11)],
        coerce=int,
        label=_("How sure do you feel that this can work at home?"),
        help_text=_("0 is not sure at all, 10 is very sure. Leave it out if you like."),
    )
    question = WordsField(limit=bounds.SENTENCE, rows=2, label=_("Your question"))

    @property
    def yes(self) -> bool:
        """Whether it is a yes: somebody who is not so sure is offered help before."""
        said = self.cleaned_data
        sure = said["confidence"] is None or said["confidence"] >= SURE
        return bool(said["do"] == AS_IT_IS or (said["do"] == YES and sure))

    @property
    def wish(self) -> Wish | None:
        """What would help."""
        return Wish(self.cleaned_data["do"]) if self.cleaned_data["do"] in set(Wish) else None
