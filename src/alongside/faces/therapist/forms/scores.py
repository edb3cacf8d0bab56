"""Writing scores down: what was given and to whom, and a line for each scale."""

from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from alongside.areas.evaluation import actions as evaluation
from alongside.areas.evaluation.values import (
    BANDS,
    Form,
    Instrument,
    Licence,
    RepeatNoteDraft,
    ScaleDraft,
    ScoresDraft,
    ScoreType,
    Who,
)
from alongside.core import bounds
from alongside.core.refusals import InvalidInput
from alongside.faces.common import answers
from alongside.faces.common.pages import UuidField, WordsField
from alongside.faces.therapist.forms.fields import DayField, LineField, PageForm, Pairs, PickField, offer

_CHOOSE = ("", _("Choose"))
_ONE = {"required": _("Choose one."), "invalid_choice": _("Choose one.")}
_FORMS = [_CHOOSE, *((form.value, _(form.label)) for form in Form)]
_BANDS = [("", _("no band")), *((place, _(words)) for place, words in BANDS.items())]


class NumberField(forms.DecimalField):
    """A number as it stands on a report; its limits are the action's."""

    widget = forms.NumberInput(attrs={"step": "any", "inputmode": "decimal"})

    def __init__(self, **options: Any) -> None:
        super().__init__(required=False, error_messages={"invalid": _("Write a number.")}, **options)


class WeeksField(forms.IntegerField):
    """A number of weeks, or nothing."""

    def __init__(self, most: int, **options: Any) -> None:
        super().__init__(required=False, min_value=1, max_value=most, **options)


class InstrumentForm(PageForm):
    """Which instrument was given."""

    ids = "choose"
    instrument = PickField(label=_("Instrument"))

    def __init__(self, *args: Any, instruments: Pairs, **options: Any) -> None:
        super().__init__(*args, **options)
        offer(self, "instrument", instruments)


class ScoresForm(PageForm):
    """What was given, when, by whom, and who answered. ``person`` is somebody of the circle or a code of Who."""

    ids = "scores"
    uuid = UuidField()
    amends = forms.UUIDField(required=False, widget=forms.HiddenInput)
    edition = LineField(limit=40, label=_("Edition"))
    form = PickField(choices=_FORMS, error_messages=_ONE, label=_("How it was answered"))
    given_on = DayField(label=_("Given on"))
    weeks_early = WeeksField(
        20, label=_("Born weeks early"), help_text=_("Only if the norm table wants a corrected age.")
    )
    person = PickField(error_messages=_ONE, label=_("Who answered"))
    who_name = LineField(limit=bounds.TITLE, label=_("Their name"), help_text=_("For a teacher or another."))
    given_by = PickField(required=False, label=_("Given by"))
    given_by_name = LineField(limit=bounds.TITLE, label=_("Name of somebody else who gave it"))
    norm_table = LineField(limit=bounds.TITLE, label=_("Norm table used"))
    setting = LineField(limit=bounds.TITLE, label=_("Where"))
    interpreter = LineField(limit=bounds.TITLE, label=_("Interpreter"), help_text=_("Language or name."))
    departures = WordsField(
        limit=bounds.WORDS, rows=2, label=_("What was done differently"), help_text=_("From the manual.")
    )
    licence = LineField(limit=bounds.TITLE, label=_("Licence or permission"))

    def __init__(
        self, *args: Any, instrument: Instrument, people: Pairs, therapists: Pairs, **options: Any
    ) -> None:
        super().__init__(*args, **options)
        self.instrument = instrument
        offer(self, "person", [_CHOOSE, *people])
        offer(self, "given_by", therapists)
        if instrument.edition:
            del self.fields["edition"]
        if instrument.licence is not Licence.LICENCE:
            del self.fields["licence"]

    def draft(self, scales: tuple[ScaleDraft, ...]) -> ScoresDraft:
        """The scores as the action takes them."""
        kept = self.cleaned_data
        named = (
            "weeks_early",
            "who_name",
            "given_by_name",
            "norm_table",
            "setting",
            "interpreter",
            "departures",
        )
        person = kept["person"]
        is_code = person in Who.__members__
        return ScoresDraft(
            instrument=self.instrument.code,
            form=Form(kept["form"]),
            given_on=kept["given_on"],
            who=Who(person) if is_code else Who.PERSON,
            person=None if is_code else UUID(person),
            given_by=UUID(kept["given_by"]) if kept["given_by"] else None,
            edition=kept.get("edition", ""),
            licence=kept.get("licence", ""),
            scales=scales,
            **{name: kept[name] for name in named},
        )


class ScaleForm(PageForm):
    """One scale as it stands on the report. A line with nothing in it is left out."""

    ids = "scale"
    name = LineField(limit=bounds.TITLE, label=_("Scale"))
    score_type = PickField(coerce=ScoreType, error_messages=_ONE, label=_("Kind of score"))
    score = NumberField(label=_("Score"))
    raw = NumberField(label=_("Raw score or mean"))
    percentile = LineField(limit=8, label=_("Percentile"), help_text=_("As printed, for example 16 or <1."))
    confidence = NumberField(label=_("Confidence in percent"), help_text=_("For example 95."))
    lower = NumberField(label=_("From"))
    upper = NumberField(label=_("To"))
    sem = NumberField(label=_("Standard error"))
    reliability = NumberField(label=_("Reliability"), help_text=_("Test–retest, for this age."))
    source = LineField(limit=bounds.TITLE, label=_("Where it stands"), help_text=_("Manual and page."))
    category = LineField(limit=bounds.TITLE, label=_("Category as printed"))
    band = forms.TypedChoiceField(
        choices=_BANDS, coerce=int, empty_value=None, required=False, label=_("Compared with most children")
    )
    age_equivalent = LineField(limit=40, label=_("Age equivalent"), help_text=_("Easily misread. Take care."))
    notes = LineField(limit=bounds.SENTENCE, label=_("Notes"))

    def __init__(self, *args: Any, instrument: Instrument, **options: Any) -> None:
        super().__init__(*args, empty_permitted=True, use_required_attribute=False, **options)
        kinds = [(kind.value, _(kind.label)) for kind in instrument.score_types]
        offer(self, "score_type", [_CHOOSE, *kinds] if len(kinds) > 1 else kinds)
        if not instrument.both_ways:
            del self.fields["band"]

    @property
    def is_blank(self) -> bool:
        """Whether nobody wrote anything into the line."""
        typed = (self[name].data for name in self.fields if name != "score_type")
        return not any(str(value or "").strip() for value in typed)

    def has_changed(self) -> bool:
        """A blank line is not judged: Django leaves out a form that may be empty and was not changed."""
        return not self.is_blank

    @property
    def rest_is_open(self) -> bool:
        """Whether the folded part holds something, or an error."""
        return any(self[name].value() or self[name].errors for name in _FOLDED if name in self.fields)

    def clean(self) -> dict[str, Any]:
        kept = super().clean() or {}
        if not self.errors:
            try:
                evaluation.checked_scale(self.draft())
            except InvalidInput as refusal:
                self.add_error(refusal.field if refusal.field in self.fields else None, answers.said(refusal))
        return kept

    def draft(self) -> ScaleDraft:
        """The scale as the action takes it."""
        return ScaleDraft(**self.cleaned_data)


_FOLDED = (
    "confidence", "lower", "upper", "sem", "reliability", "source", "category", "age_equivalent", "notes",
)  # fmt: skip


class AsideForm(PageForm):
    """Why scores are taken out."""

    ids = "aside"
    words = LineField(limit=bounds.SENTENCE, required=True, label=_("Why"))


class RepeatNoteForm(PageForm):
    """When an instrument can be given again."""

    ids = "repeat"
    uuid = UuidField()
    words = LineField(limit=bounds.SENTENCE, label=_("What the manual says"))
    weeks = WeeksField(260, label=_("Weeks between"), help_text=_("We tell you when it comes sooner."))

    def draft(self) -> RepeatNoteDraft:
        """The note as the action takes it."""
        return RepeatNoteDraft(**self.cleaned_data)
