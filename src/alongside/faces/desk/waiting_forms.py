"""What the desk writes about families that wait."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from alongside.areas.library.values import StrategyCard
from alongside.areas.waiting.values import ContactKind, Rhythm, Urgency, Way, WhyEnded
from alongside.core import bounds
from alongside.faces.common.pages import UuidField
from alongside.faces.desk.fields import FROM_LIST, Day, Line, Number, OneOf, WallTime
from alongside.faces.desk.forms import Choices, room_words, words

_CHOOSE = {"required": FROM_LIST, "invalid_choice": FROM_LIST}
_FEATURES = 12
URGENCIES = {
    Urgency.SOON: _("Needs a visit soon"),
    Urgency.ROUTINE: _("In the usual order"),
    Urgency.CAN_WAIT: _("Can wait"),
}
RHYTHMS = {
    Rhythm.WEEKLY: _("Every week"),
    Rhythm.FORTNIGHTLY: _("Every second week"),
    Rhythm.ONCE: _("One visit"),
}
WAYS = {Way.IN_ROOM: _("Here"), Way.VIDEO: _("By video"), Way.EITHER: _("Here, or by video")}
CONTACTS = {ContactKind.RANG: _("We rang"), ContactKind.WROTE: _("We wrote"), ContactKind.MET: _("We met")}
ENDS = {
    WhyEnded.HAS_TIME: _("They have a time"),
    WhyEnded.FAMILY_LEFT: _("The family decided otherwise"),
    WhyEnded.CLINIC_ENDED: _("We ended it"),
}


def _radio(label: Any, options: dict[Any, Any]) -> forms.ChoiceField:
    choices = [(key.value, says) for key, says in options.items()]
    return forms.ChoiceField(label=label, choices=choices, widget=forms.RadioSelect, error_messages=_CHOOSE)


class PlaceForm(forms.Form):
    """What a family waits for."""

    place = UuidField()
    urgency = _radio(_("How soon"), URGENCIES)
    since_on = Day(label=_("Waiting since"))
    rhythm = _radio(_("How often"), RHYTHMS)
    minutes = Number(low=5, high=480, label=_("Minutes"))
    way = _radio(_("Where"), WAYS)
    therapist = OneOf(label=_("Therapist"), required=False)
    room_features = Line(
        limit=200, label=_("What the room needs"), help_text=_("Words of your rooms, with commas between.")
    )
    language = Line(limit=60, label=_("Language to speak"), help_text=_("Empty when yours is fine."))
    only_after_school = forms.BooleanField(required=False, label=_("Only outside school hours"))
    short_notice = forms.BooleanField(required=False, label=_("Glad of a single time at short notice"))
    words = words(
        _("For the desk"),
        bounds.SENTENCE,
        rows=2,
        required=False,
        help_text=_("Such as: Thursdays only, brother comes too. Nothing about health."),
    )

    def __init__(self, *args: Any, therapists: Choices, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["therapist"].choices = [("", _("Anybody")), *therapists]  # type: ignore[attr-defined]  # a choice field

    def clean_room_features(self) -> tuple[str, ...]:
        """The words one by one."""
        return tuple(word[:40] for word in room_words(self.cleaned_data["room_features"]))[:_FEATURES]


class MadeContactForm(forms.Form):
    """A word between the clinic and a family that waits."""

    contact = UuidField()
    kind = _radio(_("How"), CONTACTS)
    words = words(_("What was said"), bounds.SENTENCE, rows=2, required=False)
    next_on = Day(
        label=_("The next word by"), required=False, help_text=_("Empty: as often as your rules say.")
    )


class EndForm(forms.Form):
    """Why nobody waits any more."""

    why = _radio(_("Why"), ENDS)


class WaitingRulesForm(forms.Form):
    """How the clinic looks after families that wait."""

    fills = forms.BooleanField(
        required=False,
        label=_("Offer freed times by themselves, in my name"),
        help_text=_("Each time is held for one family, then for the next. You can stop it at any time."),
    )
    weeks_soon = Number(low=1, high=52, label=_("Needs a visit soon"))
    weeks_routine = Number(low=1, high=52, label=_("In the usual order"))
    weeks_can_wait = Number(low=1, high=52, label=_("Can wait"))
    write_to = Line(
        limit=bounds.SENTENCE,
        label=_("Whom families write to"),
        help_text=_("A name, and when they answer."),
    )
    tips = words(
        _("Useful meanwhile"),
        bounds.WORDS,
        rows=6,
        required=False,
        help_text=_("General words that are fine for every child. Each family that waits reads them."),
    )


class TipsForm(forms.Form):
    """Ideas that every family that waits may read."""

    ideas = forms.TypedMultipleChoiceField(
        label=_("Ideas, six at most"),
        coerce=UUID,
        required=False,
        widget=forms.CheckboxSelectMultiple,
        error_messages={"invalid_choice": FROM_LIST},
    )

    def __init__(self, *args: Any, cards: Iterable[StrategyCard], **options: Any) -> None:
        super().__init__(*args, **options)
        says = _("%(name)s, age %(from)d to %(to)d")
        fields: dict[str, Any] = self.fields
        fields["ideas"].choices = [
            (card.uuid, says % {"name": card.name, "from": card.age_from, "to": card.age_to})
            for card in cards
        ]


class FreeTimeForm(forms.Form):
    """A free time on the week, as the address names it."""

    therapist = forms.UUIDField()
    starts = WallTime(required=True)
    minutes = forms.IntegerField(min_value=5, max_value=480)


class OfferOneForm(FreeTimeForm):
    """Offer a free time to one family."""

    offer = UuidField()
    time = UuidField()
