"""How somebody would like to be told, as the phone of a family and the desk both ask it."""

from datetime import time
from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from alongside.areas.notices import actions as notices
from alongside.areas.notices.values import Channel, ChoiceDraft, ChoiceSeen
from alongside.faces.common.request import Request
from alongside.faces.common.times_forms import ClockField

_PHONE = 40
_WAYS = {
    Channel.MAIL: gettext_lazy("By email"),
    Channel.SMS: gettext_lazy("By text message"),
    Channel.PUSH: gettext_lazy("On my phone"),
    Channel.NONE: gettext_lazy("Not at all, I look by myself"),
}


class ChoiceForm(forms.Form):
    """By which way, in which language, and when not."""

    channel = forms.ChoiceField(
        widget=forms.RadioSelect, label=gettext_lazy("How would you like to be told?")
    )
    phone = forms.CharField(
        required=False,
        max_length=_PHONE,
        label=gettext_lazy("Number for text messages"),
        widget=forms.TextInput(attrs={"type": "tel", "autocomplete": "tel"}),
    )
    language = forms.ChoiceField(required=False, label=gettext_lazy("In which language?"))
    quiet_from = ClockField(label=gettext_lazy("Quiet from"))
    quiet_until = ClockField(label=gettext_lazy("Quiet until"))
    reminds = forms.BooleanField(required=False, label=gettext_lazy("Remind me the day before a visit"))
    weekly = forms.BooleanField(
        required=False, label=gettext_lazy("Tell me on Monday how many visits the week has")
    )

    def __init__(self, data: Any, *, seen: ChoiceSeen, of_team: bool) -> None:
        super().__init__(data, initial=_initial(seen))
        _choose(self, "channel", [(way.value, _WAYS[way]) for way in seen.channels])
        _choose(self, "language", [("", _("As in my account")), *settings.LANGUAGES])
        if Channel.SMS not in seen.channels:
            del self.fields["phone"]
        if len(settings.LANGUAGES) < 2:
            del self.fields["language"]
        del self.fields["reminds" if of_team else "weekly"]

    def draft(self, seen: ChoiceSeen) -> ChoiceDraft:
        """What was chosen; what was not asked stays as it is."""
        kept = {name: getattr(seen, name) for name in ("phone", "language", "reminds", "weekly")}
        said = kept | self.cleaned_data
        return ChoiceDraft(**said | {"channel": Channel(said["channel"])})


def keep(request: Request, form: ChoiceForm, seen: ChoiceSeen) -> ChoiceSeen:
    """Keep what was chosen. Raises InvalidInput."""
    return notices.keep_choice(actor=request.actor, draft=form.draft(seen), at=request.at)


def _initial(seen: ChoiceSeen) -> dict[str, Any]:
    return {
        "channel": seen.channel.value,
        "phone": seen.phone,
        "language": seen.language,
        "quiet_from": _clock(seen.quiet_from),
        "quiet_until": _clock(seen.quiet_until),
        "reminds": seen.reminds,
        "weekly": seen.weekly,
    }


def _clock(at: time) -> str:
    return at.strftime("%H:%M")


def _choose(form: forms.Form, name: str, choices: list[tuple[str, Any]]) -> None:
    field = form.fields[name]
    assert isinstance(field, forms.ChoiceField)  # noqa: S101  # for the type checker: both are declared above
    field.choices = choices
