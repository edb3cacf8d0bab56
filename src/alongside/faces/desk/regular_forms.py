"""What a regular time is looked for: how many visits, how long, how often, with whom, from when."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from alongside.areas.waiting.queries.fits import COUNT_AT_MOST, Wanted
from alongside.areas.waiting.values import Rhythm
from alongside.faces.desk.fields import Day, Number, OneOf
from alongside.faces.desk.forms import Choices

_EVERYBODY = ("", _("Anybody"))
_RHYTHMS = [(Rhythm.WEEKLY.value, _("Every week")), (Rhythm.FORTNIGHTLY.value, _("Every second week"))]


class WantedForm(forms.Form):
    """Sent with the address, so that a page of fits can be opened again."""

    count = Number(low=1, high=COUNT_AT_MOST, label=_("Visits"))
    minutes = Number(low=5, high=480, label=_("Minutes"))
    rhythm = forms.ChoiceField(choices=_RHYTHMS, label=_("How often"))
    therapist = OneOf(label=_("Therapist"), required=False)
    from_on = Day(label=_("From"), required=False)
    by_video = forms.BooleanField(required=False, label=_("By video"))
    features = forms.CharField(required=False, max_length=200, widget=forms.HiddenInput)

    def __init__(self, *args: Any, therapists: Choices, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["therapist"].choices = [_EVERYBODY, *therapists]  # type: ignore[attr-defined]  # a choice field

    def wanted(self) -> Wanted:
        """What to look for."""
        said = dict(self.cleaned_data)
        features = tuple(word for word in said.pop("features").split(",") if word)
        return Wanted(**said | {"rhythm": Rhythm(said["rhythm"]), "features": features})
