"""The session note, and what is added after signing."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from alongside.areas.appointments.values import NoteDraft, NoteSeen, StepTick
from alongside.areas.goals.values import GoalSeen
from alongside.core import bounds
from alongside.faces.common.pages import UuidField, WordsField
from alongside.faces.therapist.forms.fields import LineField, PageForm, offer
from alongside.faces.therapist.forms.looking import LookedAt

_STEPS = [*((str(number), str(number)) for number in range(1, 6)), ("", _("not looked at"))]


class NoteForm(LookedAt, PageForm):
    """A note as it is typed. Each agreed goal has a row of steps; only a step that is new becomes a proposal."""

    ids = "note"
    version = forms.IntegerField(min_value=0, widget=forms.HiddenInput)
    ticked = forms.TypedMultipleChoiceField(
        coerce=UUID, required=False, widget=forms.CheckboxSelectMultiple, label=_("Planned for this visit")
    )
    did = WordsField(limit=bounds.NOTE, rows=3, label=_("What we did"))
    saw = WordsField(limit=bounds.NOTE, rows=4, label=_("What we saw"))
    next_plan = WordsField(limit=bounds.NOTE, rows=2, label=_("Next time"), help_text=_("One plan a line."))
    for_family = WordsField(limit=bounds.WORDS, rows=4, label=_("For the family"))

    def __init__(self, *args: Any, note: NoteSeen, goals: Iterable[GoalSeen], **options: Any) -> None:
        super().__init__(*args, **options)
        self.goals = tuple(goals)
        offer(self, "ticked", [(str(item.uuid), item.words) for item in note.planned])
        for goal in self.goals:
            self.fields[f"step_{goal.uuid}"] = forms.TypedChoiceField(
                choices=_STEPS, coerce=int, empty_value=None, required=False, widget=forms.RadioSelect,
                label=goal.title,
            )  # fmt: skip
            self.fields[f"proposal_{goal.uuid}"] = UuidField(required=False)

    def draft(self) -> NoteDraft:
        """The typed parts as the actions take them."""
        kept = self.cleaned_data
        return NoteDraft(
            version=kept["version"],
            did=kept["did"],
            saw=kept["saw"],
            next_plan=kept["next_plan"],
            for_family=kept["for_family"],
            ticked=frozenset(kept["ticked"]),
        )

    def steps(self) -> tuple[StepTick, ...]:
        """The steps that were seen and are not the ones both agreed on already."""
        seen = [(goal, self.cleaned_data[f"step_{goal.uuid}"]) for goal in self.goals]
        return tuple(
            StepTick(goal=goal.uuid, step=step, proposal=self.cleaned_data[f"proposal_{goal.uuid}"])
            for goal, step in seen
            if step and step != goal.reached and self.cleaned_data[f"proposal_{goal.uuid}"]
        )


class AddendumForm(PageForm):
    """A dated addition to a signed note."""

    ids = "addendum"
    uuid = UuidField()
    words = WordsField(
        limit=bounds.NOTE, rows=3, required=True, label=_("What to add"),
        error_messages={"required": _("Write what to add.")},
    )  # fmt: skip


class PlanForm(PageForm):
    """One thing to do at this visit."""

    ids = "plan"
    uuid = UuidField()
    words = LineField(
        limit=bounds.TITLE, required=True, label=_("Plan for this visit"),
        error_messages={"required": _("Write what to plan.")},
    )  # fmt: skip
