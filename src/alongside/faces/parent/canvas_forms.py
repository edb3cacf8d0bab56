"""What a family can tell about its week: chips to tap, most of them tapped already."""

from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from typing import Any
from uuid import UUID
from zoneinfo import available_timezones

from django import forms
from django.utils.dates import WEEKDAYS_ABBR
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from alongside.areas.circle.values import Grownup
from alongside.areas.story.values import Attention, DayMomentSeen, Goes
from alongside.areas.story.values.ordinary import at_home
from alongside.areas.story.values.week import WEEK, MomentDraft
from alongside.core import bounds, routines
from alongside.core.routines import PART_LABELS, Part
from alongside.faces.common.canvas_words import ATTENTION, ENERGY, GOES, days_in_words
from alongside.faces.common.pages import UuidField, WordsField
from alongside.faces.parent.fields import ClockField, DayField, OneOf

MINUTES = (0, 3, 5, 10, 15)
MINUTES_A_DAY = (0, 5, 10, 15, 20, 30)


@cache
def zones() -> tuple[str, ...]:
    """Every place of the world that names a clock, by region."""
    regions = ("Africa/", "America/", "Asia/", "Atlantic/", "Australia/", "Europe/", "Indian/", "Pacific/")
    return tuple(sorted(name for name in available_timezones() if name.startswith(regions)))


class Several(forms.TypedMultipleChoiceField):
    """Pills of which any may be chosen."""

    def __init__(self, choices: Any = (), **options: Any) -> None:
        super().__init__(choices=choices, widget=forms.CheckboxSelectMultiple, **options)


class HomeForm(forms.Form):
    """Anything about one home; empty where the child has one without a name."""

    home = forms.UUIDField(required=False, widget=forms.HiddenInput)


class ChipsForm(HomeForm):
    """Which parts of the day the family has."""

    routine = Several(required=False)

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        choices_of(self, "routine").choices = [(one.code, _(one.label)) for one in at_home()]

    def parts(self) -> list[tuple[Any, list[tuple[str, Any]], list[str]]]:
        """The chips by part of the day: label, choices, and what is tapped."""
        tapped = [str(code) for code in self["routine"].value() or ()]
        return [
            (_(label), [(one.code, _(one.label)) for one in at_home() if one.part is part], tapped)
            for part, label in PART_LABELS.items()
            if part is not Part.SCHOOL
        ]


class RoutineForm(forms.Form):
    """One routine: how it goes, what it leaves, and on which days. The prefix tells one from another."""

    routine = forms.CharField(widget=forms.HiddenInput)
    goes = OneOf([], coerce=Goes, label=_("How does it go?"))
    minutes_possible = OneOf([], coerce=int, label=_("Minutes that may be free in it"))
    energy = OneOf([], coerce=int, label=_("Energy left in it"))
    usual_at = ClockField(required=False, label=_("About when?"))
    days = Several(coerce=int, label=_("On which days?"), error_messages={"required": _("Choose a day.")})
    who = Several(required=False, coerce=UUID, label=_("Who is there?"))
    attention = OneOf([], coerce=Attention, label=_("A grown-up is"))
    words = WordsField(limit=bounds.SENTENCE, rows=2, label=_("What is it like?"))

    def __init__(self, *args: Any, carers: Sequence[Grownup], **options: Any) -> None:
        super().__init__(*args, **options)
        told = self.initial.get("minutes_possible")
        choices_of(self, "goes").choices = list(GOES.items())
        choices_of(self, "minutes_possible").choices = numbers(MINUTES, told)
        choices_of(self, "energy").choices = list(ENERGY.items())
        choices_of(self, "attention").choices = list(ATTENTION.items())
        choices_of(self, "days").choices = [(day, WEEKDAYS_ABBR[day]) for day in WEEK]
        choices_of(self, "who").choices = [(str(one.uuid), one.short_name) for one in carers]

    @property
    def when(self) -> str:
        """On which days it was told so far."""
        kept = tuple(int(day) for day in self["days"].value() or () if str(day) in set("0123456"))
        return days_in_words(() if len(kept) == len(WEEK) else tuple(sorted(kept)))

    def draft(self) -> MomentDraft:
        """What was said, for the action."""
        said = dict(self.cleaned_data)
        return MomentDraft(
            **said
            | {"days": tuple(said["days"]), "who": tuple(said["who"])}
            | {"attention": _attention(said)}
        )

    @property
    def shown(self) -> Any:
        """The label and icon of the routine; the first of the list for a code that is none."""
        code = str(self["routine"].value())
        return routines.ROUTINES.get(code) or next(iter(routines.ROUTINES.values()))


class MinutesForm(HomeForm):
    """How many minutes a day may go to ideas. None at all is an answer too."""

    uuid = UuidField()
    minutes_a_day = OneOf(
        [], coerce=int, required=True, label=_("Minutes a day, all together"),
        error_messages={
            "required": _("Choose one. None at all is an answer too."),
            "invalid_choice": _("Choose one. None at all is an answer too."),
        },
    )  # fmt: skip
    words = WordsField(limit=bounds.SENTENCE, rows=2, label=_("Anything to know about that?"))

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        told = self.initial.get("minutes_a_day")
        choices_of(self, "minutes_a_day").choices = numbers(MINUTES_A_DAY, told)


class ChangeForm(HomeForm):
    """A pause or a lighter time: from now on, or between two days that are known."""

    uuid = UuidField()
    from_on = DayField(required=False, label=_("First day"))
    until_on = DayField(required=False, label=_("Last day"))


class ThingsForm(HomeForm):
    """What is in the house."""

    things = Several(required=False, label=_("Tap what you have"))

    def __init__(self, *args: Any, named: Iterable[str], **options: Any) -> None:
        super().__init__(*args, **options)
        choices_of(self, "things").choices = [(name, name) for name in named]


class NameHomeForm(forms.Form):
    """What a home is called, and the zone of its clock."""

    uuid = UuidField()
    name = forms.CharField(
        max_length=60,
        label=_("What do you call this home?"),
        error_messages={"required": _("Give it a name, such as “Home” or “At Dad’s”.")},
    )
    zone = forms.CharField(
        required=False,
        max_length=60,
        widget=forms.TextInput(attrs={"list": "zones", "autocomplete": "off"}),
        label=_("Which place’s clock does it go by?"),
    )


class PutForm(forms.Form):
    """Who looks after the child in a home, too."""

    person = forms.UUIDField()


def choices_of(form: forms.Form, name: str) -> Any:
    """A field of the form whose choices are set for this reader."""
    return form.fields[name]


def numbers(offered: Iterable[int], told: int | None) -> list[tuple[int, Any]]:
    """Minutes as chips; a number that was said before is among them."""
    kept = sorted({*offered, *([] if told is None else [told])})
    return [(number, ngettext("%(n)s min", "%(n)s min", number) % {"n": number}) for number in kept]


def told_of(moment: DayMomentSeen | MomentDraft) -> dict[str, Any]:
    """A routine as the start of its form."""
    return {
        "routine": moment.routine,
        "goes": moment.goes,
        "minutes_possible": moment.minutes_possible,
        "energy": moment.energy,
        "usual_at": moment.usual_at,
        "days": list(moment.days or WEEK),
        "who": [str(one) for one in moment.who],
        "attention": moment.attention,
        "words": moment.words,
    }


def _attention(said: Mapping[str, Any]) -> Attention:
    return said["attention"] or Attention.FULL
