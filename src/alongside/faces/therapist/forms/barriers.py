"""One tap about a pattern of what gets in the way."""

from django import forms

from alongside.core.barriers import Barrier, Days
from alongside.core.routines import ROUTINES, Part
from alongside.faces.common.pages import UuidField

_HIDDEN = forms.HiddenInput


class MendForm(forms.Form):
    """Which pattern, of which idea, and what to do: move it (``routine``, ``on``), show it, or make it easier.

    ``settled`` is the other button: it was talked about, and nothing is changed.
    """

    uuid = UuidField()
    change = UuidField()
    part = forms.TypedChoiceField(
        choices=[(one.value, one.value) for one in Part], coerce=Part, widget=_HIDDEN
    )
    days = forms.TypedChoiceField(
        choices=[(one.value, one.value) for one in Days], coerce=Days, widget=_HIDDEN
    )
    barrier = forms.TypedChoiceField(
        choices=[(one.value, one.value) for one in Barrier], coerce=Barrier, widget=_HIDDEN
    )
    placement = forms.UUIDField(widget=_HIDDEN)
    routine = forms.ChoiceField(
        choices=[("", ""), *((code, code) for code in ROUTINES)], required=False, widget=_HIDDEN
    )
    on = forms.RegexField(r"^([0-6](,[0-6])*)?$", max_length=13, required=False, widget=_HIDDEN)
    visit = forms.UUIDField(required=False, widget=_HIDDEN)
    settled = forms.BooleanField(required=False, widget=_HIDDEN)

    @property
    def weekdays(self) -> tuple[int, ...]:
        """The days to move to (0 is Monday); none are all of them."""
        return tuple(int(day) for day in self.cleaned_data["on"].split(",") if day)
