"""Writing down what matters most, with the family beside."""

from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from alongside.areas.circle.values import Voice
from alongside.areas.story.values import (
    ANCHORS,
    MINUTES_A_DAY_AT_MOST,
    PRIORITIES_AT_MOST,
    Occasion,
    PriorityDraft,
    RatingDraft,
)
from alongside.core import bounds
from alongside.faces.common.pages import UuidField, WordsField
from alongside.faces.therapist.forms.fields import (
    LineField,
    PageForm,
    Pairs,
    PickField,
    RoutineField,
    offer,
)

_TEN = [(number, str(number)) for number in range(1, 11)]
CHILD = "CHILD"
NAMED = "NAMED:"
LINES_AT_MOST = 2 * PRIORITIES_AT_MOST


class PriorityForm(PageForm):
    """One line of what matters: the words, whose they are, and the part of the day they speak of."""

    ids = "line"
    uuid = UuidField()
    words = WordsField(limit=bounds.SENTENCE, rows=2, label=_("In their words"))
    said_by = PickField(required=False, label=_("Whose words"))
    routine = RoutineField(required=False, label=_("Part of the day"))

    def __init__(self, *args: Any, people: Pairs, **options: Any) -> None:
        super().__init__(*args, **options)
        offer(self, "said_by", people)

    def clean(self) -> dict[str, Any]:
        kept = super().clean() or {}
        if kept.get("words") and not kept.get("said_by"):
            self.add_error("said_by", _("Choose whose words these are."))
        return kept

    def draft(self, rank: int, child_name: str) -> PriorityDraft:
        """The line as the action takes it."""
        kept, said_by = self.cleaned_data, self.cleaned_data["said_by"]
        named = child_name if self.is_child else said_by.removeprefix(NAMED)
        is_person = not self.is_child and not said_by.startswith(NAMED)
        return PriorityDraft(
            uuid=kept["uuid"],
            words=kept["words"],
            rank=rank,
            voice=Voice.CHILD if self.is_child else Voice.FAMILY,
            routine=kept["routine"],
            said_by=UUID(said_by) if is_person else None,
            said_by_name="" if is_person else named,
        )

    @property
    def is_child(self) -> bool:
        """Whether these are the child's own words."""
        return bool(self.cleaned_data["said_by"] == CHILD)


class RatingForm(PageForm):
    """Three questions from 1 to 10 about one line."""

    ids = "rating"
    uuid = UuidField()
    priority = forms.UUIDField(widget=forms.HiddenInput)
    importance = PickField(choices=_TEN, coerce=int, label=_(ANCHORS["importance"].question))
    going = PickField(choices=_TEN, coerce=int, label=_(ANCHORS["going"].question))
    happy = PickField(choices=_TEN, coerce=int, label=_(ANCHORS["happy"].question))
    occasion = PickField(
        choices=[(Occasion.FIRST.value, _("first time")), (Occasion.REVIEW.value, _("looking back"))],
        label=_("When"),
    )

    def draft(self) -> RatingDraft:
        """The numbers as the action takes them."""
        kept = self.cleaned_data
        return RatingDraft(
            uuid=kept["uuid"],
            priority=kept["priority"],
            importance=kept["importance"],
            going=kept["going"],
            happy=kept["happy"],
        )


class DayMomentForm(PageForm):
    """How one part of the day usually goes."""

    ids = "moment"
    uuid = UuidField()
    routine = RoutineField(label=_("Part of the day"))
    usual_at = forms.TimeField(
        required=False, label=_("Usual time"), widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M")
    )
    words = LineField(limit=bounds.TITLE, label=_("How it feels"), help_text=_("rushed, calm, all together…"))
    minutes_possible = forms.IntegerField(
        required=False,
        min_value=0,
        max_value=MINUTES_A_DAY_AT_MOST,
        label=_("Minutes that may be free in it"),
    )


class CapacityForm(PageForm):
    """How much a day the family says it can give."""

    ids = "capacity"
    uuid = UuidField()
    minutes_a_day = forms.IntegerField(
        min_value=0, max_value=MINUTES_A_DAY_AT_MOST, label=_("Minutes a day that are possible")
    )
    words = LineField(limit=bounds.SENTENCE, label=_("In their words"), help_text=_("less on Wednesdays"))
