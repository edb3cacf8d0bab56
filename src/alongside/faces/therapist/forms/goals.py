"""Writing a goal together, and climbing its steps."""

from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from alongside.areas.goals.values import (
    HARDER,
    HOPEFUL,
    MATTERS,
    RATERS,
    WORD_GROUPS,
    BankDraft,
    GoalDraft,
    GoalWords,
    Rater,
    RatingDraft,
)
from alongside.areas.story.values import TOPICS
from alongside.core import bounds
from alongside.faces.common import goal_lint
from alongside.faces.common.goal_lint import Hints, StepBox
from alongside.faces.common.pages import UuidField, WordsField
from alongside.faces.therapist.forms.fields import DayField, LineField, PageForm, Pairs, PickField, offer
from alongside.faces.therapist.forms.looking import LookedAt

# Kept as words, because a family may also write its own.
_HARDEST = [(label, _(label)) for label in TOPICS.values()]
_STEPS = tuple(f"step_{number}" for number in range(1, 6))
_WHO_LIMIT = 60


def _chunk(limit: int, label: Any, example: Any) -> LineField:
    widget = forms.TextInput(attrs={"class": "chunk", "aria-label": label, "placeholder": example})
    return LineField(
        limit=limit, required=True, label=label, widget=widget,
        error_messages={"required": _("Add a few words to the sentence.")},
    )  # fmt: skip


def _step(label: Any) -> WordsField:
    return WordsField(
        limit=bounds.SENTENCE, rows=3, required=True, label=label,
        error_messages={"required": _("Write what you would both recognise.")},
    )  # fmt: skip


class GoalForm(LookedAt, PageForm):
    """A goal as both would write it: their words, the sentence, five steps, and how much it matters.

    ``seen`` is the number of the version that a change started from; it is empty for a new goal.
    """

    ids = "goal"
    uuid = UuidField()
    seen = forms.IntegerField(required=False, widget=forms.HiddenInput)
    family_words = WordsField(limit=bounds.WORDS, rows=3, label=_("What would make an ordinary day better?"))
    hardest = forms.MultipleChoiceField(
        choices=_HARDEST, required=False, widget=forms.CheckboxSelectMultiple,
        label=_("What part is hardest right now?"),
    )  # fmt: skip
    title = LineField(
        limit=bounds.TITLE, required=True, label=_("A short name for it"),
        error_messages={"required": _("Give it a short name.")},
    )  # fmt: skip
    who = _chunk(_WHO_LIMIT, _("Who"), _("who"))
    does = _chunk(bounds.TITLE, _("Will do what"), _("do what"))
    where_when = _chunk(bounds.TITLE, _("Where or when"), _("before school"))
    with_help = _chunk(bounds.TITLE, _("With what help"), _("someone nearby"))
    how_often = _chunk(bounds.TITLE, _("How often"), _("4 of 5 mornings"))
    by_when = DayField(
        label=_("Look back on"),
        widget=forms.DateInput(
            attrs={"type": "date", "class": "chunk", "aria-label": _("Look back on")}, format="%Y-%m-%d"
        ),
    )
    step_1 = _step(_("Where we started"))
    step_2 = _step(_("On the way"))
    step_3 = _step(_("What we hoped for"))
    step_4 = _step(_("A bit more"))
    step_5 = _step(_("A happy surprise"))
    harder = WordsField(
        limit=bounds.SENTENCE, rows=2, label=_("Harder than when we started (only you see this)")
    )
    scored_by = forms.TypedChoiceField(
        choices=[(rater.value, _(label)) for rater, label in RATERS.items()], coerce=Rater, empty_value=None,
        required=False, widget=forms.RadioSelect, label=_("Who will say which step it is?"),
    )  # fmt: skip
    scored_from = LineField(
        limit=bounds.TITLE, label=_("From what?"), help_text=_("For example: three ordinary mornings a week")
    )
    matters = forms.TypedChoiceField(
        choices=[(key, _(label)) for key, label in MATTERS.items()], coerce=int, empty_value=None,
        required=False, widget=forms.RadioSelect, label=_("How much does this matter to you?"),
    )  # fmt: skip
    hopeful = forms.TypedChoiceField(
        choices=[(key, _(label)) for key, label in HOPEFUL.items()], coerce=int, empty_value=None,
        required=False, widget=forms.RadioSelect, label=_("How hopeful do you both feel?"),
    )  # fmt: skip
    priority = PickField(required=False, label=_("Their words behind it"))
    finding = PickField(required=False, label=_("What we noticed"))

    def __init__(self, *args: Any, priorities: Pairs = (), findings: Pairs = (), **options: Any) -> None:
        super().__init__(*args, **options)
        offer(self, "priority", priorities)
        offer(self, "finding", findings)

    def draft(self) -> GoalDraft:
        """The goal as the actions take it."""
        kept = self.cleaned_data
        first, second, third, fourth, fifth = (kept[name] for name in _STEPS)
        return GoalDraft(
            title=kept["title"],
            words=GoalWords(by_when=kept["by_when"], **{name: kept[name] for name in WORD_GROUPS}),
            steps=(first, second, third, fourth, fifth),
            family_words=kept["family_words"],
            hardest=tuple(kept["hardest"]),
            matters=kept["matters"],
            hopeful=kept["hopeful"],
            harder=kept["harder"],
            scored_by=kept["scored_by"],
            scored_from=kept["scored_from"],
        )

    def hints(self) -> Hints:
        """What could be clearer in what stands in the boxes now."""
        names = (*_STEPS, "does", "where_when", "harder")
        return goal_lint.while_typing({name: self[name].value() for name in names}, goal_lint.to_therapist)

    def boxes(self, hints: Hints) -> tuple[StepBox, ...]:
        """The five steps with their hints."""
        return goal_lint.boxes((self[name] for name in _STEPS), hints)

    def link(self, name: str) -> UUID | None:
        """The priority or finding that was chosen."""
        chosen = self.cleaned_data[name]
        return UUID(chosen) if chosen else None


class AgreeForm(PageForm):
    """Yes to one version; ``on_behalf_of`` is a carer beside the therapist who says yes at the same screen."""

    ids = "agree"
    version = forms.IntegerField(min_value=1, widget=forms.HiddenInput)
    on_behalf_of = forms.TypedChoiceField(
        coerce=UUID,
        empty_value=None,
        widget=forms.RadioSelect,
        label=_("Who says yes here"),
        error_messages={"required": _("Choose who says yes beside you.")},
    )

    def __init__(self, *args: Any, carers: Pairs, beside: bool, **options: Any) -> None:
        super().__init__(*args, **options)
        offer(self, "on_behalf_of", carers)
        self.fields["on_behalf_of"].required = beside


class StepForm(PageForm):
    """A step that the therapist saw. 0 is harder than when we started."""

    ids = "step"
    uuid = UuidField()
    step = forms.TypedChoiceField(coerce=int, widget=forms.RadioSelect, label=_("Which step did you see?"))
    words = LineField(limit=bounds.SENTENCE, label=_("What you saw"))

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        steps = [(str(number), str(number)) for number in range(1, 6)]
        offer(self, "step", [*steps, (str(HARDER), _("Harder than at the start"))])


class BaselineForm(PageForm):
    """Where the goal starts, on which day, and what was seen."""

    ids = "start"
    uuid = UuidField()
    version = forms.IntegerField(min_value=1, max_value=10_000, widget=forms.HiddenInput)
    about_on = DayField(label=_("Which day is it about?"))
    words = LineField(limit=bounds.SENTENCE, label=_("What you saw"))


class RatingForm(PageForm):
    """Where the therapist, a teacher or the child sees the child. 0 is harder than when we started."""

    ids = "rating"
    uuid = UuidField()
    version = forms.IntegerField(min_value=1, max_value=10_000, widget=forms.HiddenInput)
    step = forms.TypedChoiceField(
        coerce=int, widget=forms.RadioSelect, label=_("Which step is it now?"),
        error_messages={"required": _("Choose a step.")},
    )  # fmt: skip
    rater = forms.TypedChoiceField(
        choices=[
            (Rater.THERAPIST.value, _("Mine")),
            (Rater.TEACHER.value, _("A teacher’s")),
            (Rater.CHILD.value, _("The child’s")),
        ],
        coerce=Rater, empty_value=Rater.THERAPIST, required=False, widget=forms.RadioSelect,
        label=_("Whose view is it?"),
    )  # fmt: skip
    rater_name = LineField(limit=_WHO_LIMIT, label=_("Name of the teacher"))
    about_on = DayField(label=_("Which day is it about?"))
    words = LineField(limit=bounds.SENTENCE, label=_("What was seen"))

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        steps = [(str(number), str(number)) for number in range(1, 6)]
        offer(self, "step", [*steps, (str(HARDER), _("Harder than at the start"))])

    def draft(self) -> RatingDraft:
        """The rating as the action takes it."""
        kept = self.cleaned_data
        names = ("step", "rater", "rater_name", "about_on", "words")
        return RatingDraft(**{name: kept[name] for name in names})


class WeighForm(PageForm):
    """Weigh the child's goals as the family ranked them, or no longer."""

    ids = "weigh"
    uuid = UuidField()
    weighed = forms.TypedChoiceField(
        choices=[("yes", _("Weigh them")), ("no", _("Weigh none"))], coerce=lambda value: value == "yes"
    )


class AnswerForm(PageForm):
    """Agree that a step is reached, or not yet."""

    ids = "answer"
    agree = forms.TypedChoiceField(
        choices=[("yes", _("Yes")), ("not_yet", _("Not yet"))], coerce=lambda v: v == "yes"
    )
    words = LineField(limit=bounds.SENTENCE, label=_("A line with it"))


class CloseForm(PageForm):
    """Why a goal ends."""

    ids = "close"
    words = LineField(limit=bounds.SENTENCE, label=_("A line with it"))


class BankForm(PageForm):
    """A goal's wording for the whole clinic, looked at by a person before it is kept."""

    ids = "bank"
    PLAIN = ("title", "does", "where_when", "with_help", "how_often", "harder", "scored_from")

    uuid = UuidField()
    title = LineField(limit=bounds.TITLE, required=True, label=_("A short name for it"))
    does = LineField(limit=bounds.TITLE, required=True, label=_("Will do what"))
    where_when = LineField(limit=bounds.TITLE, required=True, label=_("Where or when"))
    with_help = LineField(limit=bounds.TITLE, required=True, label=_("With what help"))
    how_often = LineField(limit=bounds.TITLE, required=True, label=_("How often"))
    step_1 = _step(_("Where we started"))
    step_2 = _step(_("On the way"))
    step_3 = _step(_("What we hoped for"))
    step_4 = _step(_("A bit more"))
    step_5 = _step(_("A happy surprise"))
    harder = WordsField(limit=bounds.SENTENCE, rows=2, label=_("Harder than when we started"))
    scored_by = GoalForm.base_fields["scored_by"]
    scored_from = LineField(limit=bounds.TITLE, label=_("From what?"))
    no_names = forms.BooleanField(
        label=_("I looked through it. It names nobody."),
        error_messages={"required": _("Look for names first, then tick this.")},
    )

    @classmethod
    def of(cls, draft: BankDraft) -> dict[str, Any]:
        """The initial values of a wording."""
        steps = dict(zip(_STEPS, draft.steps, strict=True))
        return steps | {name: getattr(draft, name) for name in (*cls.PLAIN, "scored_by")}

    def draft(self) -> BankDraft:
        """The wording as it was sent."""
        kept = self.cleaned_data
        first, second, third, fourth, fifth = (kept[name] for name in _STEPS)
        return BankDraft(
            steps=(first, second, third, fourth, fifth),
            scored_by=kept["scored_by"],
            **{name: kept[name] for name in self.PLAIN},
        )

    @property
    def boxes(self) -> list[forms.BoundField]:
        """Everything that is read, in order."""
        plain = (
            "title",
            "does",
            "where_when",
            "with_help",
            "how_often",
            *_STEPS,
            "harder",
            "scored_by",
            "scored_from",
        )
        return [self[name] for name in plain]
