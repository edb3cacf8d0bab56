"""Forms of planning the times: what to ask the planner, and what each therapist can do."""

from collections.abc import Iterable, Sequence
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from alongside.areas.caseload.values import AbilityKind, AwayDraft, Mode, MoreDraft, PlanDraft
from alongside.areas.people.values import Colleague
from alongside.core.slots.instance import GRID
from alongside.faces.common.pages import UuidField
from alongside.faces.desk.fields import FROM_LIST, Day, OneOf

_MODES = (
    (Mode.FILL.value, _("Find times for those who wait. Everybody else keeps theirs")),
    (Mode.REPAIR.value, _("Somebody is away. Move as few families as possible")),
    (Mode.PLAN.value, _("Plan the whole week anew")),
    (Mode.WHAT_IF.value, _("What if? Look at a change without making it")),
)
_SECONDS = ((10, _("A quick look, 10 seconds")), (60, _("A minute")), (300, _("Five minutes")))
_DAYS = (
    (0, _("Monday")),
    (1, _("Tuesday")),
    (2, _("Wednesday")),
    (3, _("Thursday")),
    (4, _("Friday")),
    (5, _("Saturday")),
    (6, _("Sunday")),
)
_ALL_WEEK = -1
_NOT_A_TIME = _("Write the time like 15:45.")
_LATER = _("Choose an end that comes after the beginning.")


class AskForm(forms.Form):
    """What the planner is asked. A change (somebody away, somebody more) counts in every plan."""

    uuid = UuidField()
    mode = forms.ChoiceField(
        label=_("What would help?"),
        choices=_MODES,
        widget=forms.RadioSelect,
        initial=Mode.FILL.value,
        error_messages={"required": FROM_LIST, "invalid_choice": FROM_LIST},
    )
    seconds = forms.TypedChoiceField(
        label=_("How long may it look?"),
        choices=_SECONDS,
        coerce=int,
        initial=60,
        error_messages={"required": FROM_LIST, "invalid_choice": FROM_LIST},
    )
    starts_on = Day(label=_("From which day would it hold?"))
    away = OneOf(label=_("Who is not there?"), required=False)
    away_day = forms.TypedChoiceField(
        label=_("On which day?"),
        choices=((_ALL_WEEK, _("The whole week")), *_DAYS),
        coerce=int,
        initial=_ALL_WEEK,
        required=False,
        error_messages={"invalid_choice": FROM_LIST},
    )
    more = OneOf(label=_("Who works one more time?"), required=False)
    more_day = forms.TypedChoiceField(
        label=_("On which day?"),
        choices=_DAYS,
        coerce=int,
        initial=0,
        required=False,
        error_messages={"invalid_choice": FROM_LIST},
    )
    more_from = forms.TimeField(label=_("From"), required=False, error_messages={"invalid": _NOT_A_TIME})
    more_until = forms.TimeField(label=_("Until"), required=False, error_messages={"invalid": _NOT_A_TIME})

    def __init__(self, *args: Any, team: Iterable[Colleague], **options: Any) -> None:
        options["auto_id"] = "ask_%s"
        super().__init__(*args, **options)
        people = [("", _("Nobody")), *((str(one.uuid), one.name) for one in team)]
        for name in ("away", "more"):
            _choices(self, name, people)
        for name in ("more_from", "more_until"):
            self.fields[name].widget = forms.TimeInput(
                attrs={"type": "time", "step": GRID * 60}, format="%H:%M"
            )

    def clean(self) -> dict[str, Any]:
        """A time besides has a beginning and a later end."""
        typed = super().clean() or {}
        if typed.get("mode") == Mode.REPAIR and not typed.get("away"):
            self.add_error("away", _("Choose who is away."))
        if typed.get("more"):
            start, until = typed.get("more_from"), typed.get("more_until")
            if start is None or until is None:
                self.add_error("more_from", _NOT_A_TIME)
            elif _minutes(until) < _minutes(start) + GRID:
                self.add_error("more_until", _LATER)
        return typed

    def draft(self) -> PlanDraft:
        """What was typed, for the action."""
        typed = self.cleaned_data
        return PlanDraft(
            mode=Mode(typed["mode"]),
            seconds=typed["seconds"],
            starts_on=typed["starts_on"],
            away=_away(typed["away"], typed["away_day"]),
            more=_more(typed),
        )


class AbilityForm(forms.Form):
    """What one therapist can do, a word or two on a line."""

    person = OneOf(label=_("Therapist"))
    kind = forms.ChoiceField(
        label=_("What it is"),
        choices=((AbilityKind.SKILL.value, _("Can do")), (AbilityKind.LANGUAGE.value, _("Speaks"))),
        error_messages={"required": FROM_LIST, "invalid_choice": FROM_LIST},
    )
    words = forms.CharField(
        label=_("One on each line"),
        help_text=_("In your own words, such as “handwriting” or “Polish”. What is not here is forgotten."),
        max_length=2000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 4, "maxlength": 2000}),
    )

    def __init__(self, *args: Any, team: Iterable[Colleague], **options: Any) -> None:
        options["auto_id"] = "can_%s"
        super().__init__(*args, **options)
        _choices(self, "person", [(str(one.uuid), one.name) for one in team])

    def lines(self) -> list[str]:
        """The lines without empty ones."""
        return [line.strip() for line in self.cleaned_data["words"].splitlines() if line.strip()]


class OfferForm(forms.Form):
    """The identifier of an offer, and for whom it is."""

    offer = UuidField()
    child = forms.UUIDField()


def _choices(form: forms.Form, name: str, choices: Sequence[tuple[str, Any]]) -> None:
    field = form.fields[name]
    if isinstance(field, forms.ChoiceField):
        field.choices = choices


def _away(person: UUID | None, weekday: int | str) -> tuple[AwayDraft, ...]:
    if person is None:
        return ()
    return (AwayDraft(person=person, weekday=None if weekday in {_ALL_WEEK, ""} else int(weekday)),)


def _more(typed: dict[str, Any]) -> tuple[MoreDraft, ...]:
    if typed["more"] is None:
        return ()
    start, until = _minutes(typed["more_from"]), _minutes(typed["more_until"])
    return (MoreDraft(person=typed["more"], weekday=int(typed["more_day"] or 0), start=start, until=until),)


def _minutes(clock: Any) -> int:
    return int(clock.hour * 60 + clock.minute)
