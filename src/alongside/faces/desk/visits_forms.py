"""What the desk types about visits: when, where, with whom, how often."""

from datetime import date, datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from alongside.areas.appointments.values import Way
from alongside.core import bounds
from alongside.core.series import Rhythm
from alongside.faces.common.pages import UuidField
from alongside.faces.desk.fields import FROM_LIST, Day, Line, Number, OneOf, WallTime
from alongside.faces.desk.forms import Choices

MOST_DATES = 120
WAYS = {
    Way.IN_ROOM.value: _("Here"),
    Way.AWAY.value: _("Somewhere else"),
    Way.VIDEO.value: _("By video"),
}
RHYTHMS = {
    Rhythm.WEEKLY.value: _("Every week"),
    Rhythm.FORTNIGHTLY.value: _("Every second week"),
    Rhythm.WEEKDAYS.value: _("Several days a week"),
}
WEEKDAYS = {0: _("Mon"), 1: _("Tue"), 2: _("Wed"), 3: _("Thu"), 4: _("Fri"), 5: _("Sat"), 6: _("Sun")}


class Reach(StrEnum):
    """How far a change of one visit of a regular time goes."""

    THIS = "this"
    FOLLOWING = "following"
    ALL = "all"


REACHES = {
    Reach.THIS.value: _("Only this one"),
    Reach.FOLLOWING.value: _("This and all that follow"),
    Reach.ALL.value: _("All still to come"),
}


class TimeAskedForm(forms.Form):
    """A time that an address names: whose, from when, how long. Nothing has to be there."""

    therapist = forms.UUIDField(required=False)
    room = forms.UUIDField(required=False)
    starts = WallTime(required=False)
    minutes = forms.IntegerField(required=False, min_value=5, max_value=480)


class VisitForm(forms.Form):
    """When, where and with whom."""

    therapist = OneOf(label=_("Therapist"))
    room = OneOf(label=_("Room"), required=False)
    day = Day(label=_("Day"))
    time = forms.TimeField(
        label=_("Time"),
        widget=forms.TimeInput(attrs={"type": "time", "step": 300}, format="%H:%M"),
        error_messages=dict.fromkeys(("invalid", "required"), _("Write the time like 15:45.")),
    )
    minutes = Number(low=5, high=480, initial=45, label=_("Minutes"))
    unusual = forms.BooleanField(required=False, label=_("Yes, at this unusual time"))

    def __init__(self, *args: Any, therapists: Choices, rooms: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["therapist"].choices = list(therapists)  # type: ignore[attr-defined]  # a choice field
        self.fields["room"].choices = [("", _("No room of ours")), *rooms]  # type: ignore[attr-defined]  # as above

    def ask_unusual(self) -> None:
        """Ask whether a time is right when nobody works. The page keeps everything else that was typed."""
        self.add_error(
            "unusual", _("Nobody works then, or the time is kept free. Tick if it is right all the same.")
        )

    @property
    def asks_unusual(self) -> bool:
        """Whether the tick is needed: the page shows it only then."""
        return self.is_bound and ("unusual" in self.errors or bool(self.cleaned_data.get("unusual")))


class MoveForm(VisitForm):
    """Another time for a visit, or for it and others of its regular time; ``uuid`` names the one they then make."""

    uuid = UuidField()
    reach = forms.ChoiceField(
        required=False,
        label=_("Which visits"),
        choices=list(REACHES.items()),
        initial=Reach.THIS.value,
        widget=forms.RadioSelect,
        error_messages={"invalid_choice": FROM_LIST},
    )


class GroupForm(VisitForm):
    """One time for several children, with further therapists where they are needed."""

    uuid = UuidField()
    name = Line(
        limit=bounds.TITLE,
        required=True,
        label=_("Name of the group"),
        help_text=_("Everybody in it reads this name."),
    )
    weeks = Number(low=1, high=52, initial=1, label=_("How many weeks"))
    colleagues = forms.TypedMultipleChoiceField(
        required=False,
        coerce=UUID,
        label=_("Further therapists"),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"invalid_choice": FROM_LIST},
    )

    def __init__(self, *args: Any, therapists: Choices, **kwargs: Any) -> None:
        super().__init__(*args, therapists=therapists, **kwargs)
        self.fields["colleagues"].choices = list(therapists)  # type: ignore[attr-defined]  # a choice field


class PauseForm(forms.Form):
    """Days between which a regular time lets its visits go."""

    first = Day(label=_("From"))
    last = Day(label=_("Until"))


class ExtendForm(forms.Form):
    """How many visits more than those that the page showed: sent twice, it books them once."""

    seen = forms.IntegerField(min_value=1, max_value=9999, widget=forms.HiddenInput)
    more = Number(low=1, high=52, initial=10, label=_("How many visits more"))

    def clean(self) -> dict[str, Any]:
        """Ask again where the page did not send what it showed."""
        if "seen" in self.errors:
            raise forms.ValidationError(_("Here is the regular time as it stands now. Please choose again."))
        return self.cleaned_data


class BookForm(VisitForm):
    """One visit, or a regular time."""

    uuid = UuidField()
    weeks = Number(low=1, high=52, initial=1, label=_("How many visits"))
    rhythm = forms.ChoiceField(
        required=False,
        label=_("How often"),
        choices=list(RHYTHMS.items()),
        initial=Rhythm.WEEKLY.value,
        error_messages={"invalid_choice": FROM_LIST},
    )
    days = forms.TypedMultipleChoiceField(
        required=False,
        coerce=int,
        label=_("Which days, for several days a week"),
        choices=list(WEEKDAYS.items()),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"invalid_choice": FROM_LIST},
    )
    way = forms.ChoiceField(
        required=False,
        label=_("Where"),
        choices=list(WAYS.items()),
        initial=Way.IN_ROOM.value,
        error_messages={"invalid_choice": FROM_LIST},
    )
    link = Line(limit=300, label=_("Link of the video call"), help_text=_("It begins with https://."))
    place_words = Line(
        limit=bounds.SENTENCE,
        label=_("Where else"),
        help_text=_("Such as “at school”. Between two homes only the clinic reads it."),
    )

    @property
    def opens_more(self) -> bool:
        """Whether something stands, or is missing, among the fields that are folded away."""
        names = ("rhythm", "days", "way", "link", "place_words")
        usual = (Rhythm.WEEKLY.value, Way.IN_ROOM.value)
        return any(name in self.errors or self[name].value() not in (None, "", [], *usual) for name in names)


def name_of(on: date) -> str:
    """The name of the choice for one date."""
    return f"on-{on.isoformat()}"


def choices_typed(typed: Any) -> tuple[frozenset[date], dict[date, datetime]]:
    """The dates left out and the dates moved, as the list of dates was sent back. What makes no sense is left aside."""
    skips: set[date] = set()
    moves: dict[date, datetime] = {}
    for name, value in list(typed.items())[:MOST_DATES]:
        on = _date(name.removeprefix("on-")) if name.startswith("on-") else None
        if on is None:
            continue
        if value == "skip":
            skips.add(on)
        elif (instant := _instant(value)) is not None:
            moves[on] = instant
    return frozenset(skips), moves


def _date(typed: str) -> date | None:
    try:
        return date.fromisoformat(typed)
    except ValueError:
        return None


def _instant(typed: str) -> datetime | None:
    try:
        found = datetime.fromisoformat(typed)
    except ValueError:
        return None
    return found if found.tzinfo is not None and found.year in bounds.YEARS else None
