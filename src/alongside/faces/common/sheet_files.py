"""Sheets as files, and the two small forms that ask for them: which paper, and which pictures."""

from urllib.parse import urlencode

from django import forms
from django.http import HttpResponse
from django.utils.translation import gettext_lazy as _

from alongside.areas.circle.values import OpenChild
from alongside.areas.review.queries import sheets
from alongside.areas.review.reports.sheets import build
from alongside.areas.review.reports.sheets.pictograms import PICTOGRAMS
from alongside.areas.review.values.sheets import PAPER_LABELS, PICTURES_AT_MOST, Paper, Schedule
from alongside.faces.common.request import Request

_PLACES = tuple(f"picture_{number}" for number in range(1, PICTURES_AT_MOST + 1))
_NAMES = (
    _("First"), _("Second"), _("Third"), _("Fourth"), _("Fifth"), _("Sixth"), _("Seventh"), _("Eighth"),
)  # fmt: skip


class PaperForm(forms.Form):
    """Which paper lies in the printer."""

    paper = forms.ChoiceField(
        label=_("Which paper lies in your printer?"),
        choices=[(paper.value, _(label)) for paper, label in PAPER_LABELS.items()],
        required=False,
        error_messages={"invalid_choice": _("Choose a paper from the list.")},
    )

    @property
    def chosen(self) -> Paper:
        """The paper that was named, else A4."""
        named = self.cleaned_data.get("paper") if self.is_valid() else ""
        return Paper(named or Paper.A4.value)


class ScheduleForm(PaperForm):
    """Up to eight pictures in order, as a strip or as now and next."""

    kind = forms.ChoiceField(
        label=_("What do you want to make?"),
        choices=[
            (Schedule.STRIP.value, _("A strip to tick")),
            (Schedule.NOW_NEXT.value, _("Now and next, to cut out")),
        ],
        widget=forms.RadioSelect,
        error_messages={
            "required": _("Choose a strip, or now and next."),
            "invalid_choice": _("Choose a strip, or now and next."),
        },
    )

    def __init__(self, *args: object, **options: object) -> None:
        super().__init__(*args, **options)  # type: ignore[arg-type]  # handed on as they come
        choices = [("", _("nothing")), *((name, _(label)) for name, label in PICTOGRAMS.items())]
        for place, label in zip(_PLACES, _NAMES, strict=True):
            self.fields[place] = forms.ChoiceField(
                label=label,
                choices=choices,
                required=False,
                error_messages={"invalid_choice": _("Choose a picture from the list.")},
            )

    def clean(self) -> dict[str, object]:
        """At least one picture."""
        said = super().clean() or {}
        if not self.errors and not self.pictures:
            self.add_error("picture_1", _("Choose at least one picture."))
        return said

    @property
    def pictures(self) -> list[str]:
        """The names that were chosen, in order."""
        return [name for place in _PLACES if (name := self.cleaned_data.get(place))]

    @property
    def places(self) -> list[forms.BoundField]:
        """The fields for the pictures."""
        return [self[place] for place in _PLACES]


def ordinary_morning(opened: OpenChild) -> ScheduleForm:
    """The form, filled with this family's mornings."""
    return ScheduleForm(initial=_morning(opened, Paper.A4))


def asked_schedule(request: Request, opened: OpenChild) -> ScheduleForm:
    """What the address asks for; without a word, the strip of this family's mornings."""
    return ScheduleForm(request.GET or _morning(opened, Paper.A4))


def morning_strip(opened: OpenChild, paper: Paper) -> str:
    """What asks for the strip of this family's mornings: the part of the address after the question mark."""
    return urlencode(_morning(opened, paper))


def _morning(opened: OpenChild, paper: Paper) -> dict[str, str]:
    first = dict(zip(_PLACES, sheets.morning_pictures(opened), strict=False))
    return {"kind": Schedule.STRIP.value, "paper": paper.value, **first}


def card(request: Request, opened: OpenChild, routine: str) -> HttpResponse:
    """The card of one routine."""
    seen = sheets.routine_card(opened, routine)
    return _pdf(build.card(seen, PaperForm(request.GET).chosen, at=request.at), f"card-{routine}")


def school_copy(request: Request, opened: OpenChild) -> HttpResponse:
    """What helps at school."""
    seen = sheets.school_copy(opened)
    return _pdf(build.school_copy(seen, PaperForm(request.GET).chosen, at=request.at), "school")


def schedule(request: Request, opened: OpenChild, form: ScheduleForm) -> HttpResponse:
    """The pictures of a valid form."""
    kind = Schedule(form.cleaned_data["kind"])
    made = build.schedule(
        kind, form.pictures, opened.short_name, opened.clinic_name, form.chosen, at=request.at
    )
    return _pdf(made, kind.value.replace("_", "-"))


def _pdf(made: bytes, name: str) -> HttpResponse:
    answer = HttpResponse(made, content_type="application/pdf")
    answer["Content-Disposition"] = f'inline; filename="{name}.pdf"'
    return answer
