"""What a family can send about a goal."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django import forms
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from alongside.areas.goals.values import RATERS, GoalWords, Rater, RatingDraft
from alongside.core import bounds
from alongside.core.attainment import LightAnswer
from alongside.faces.common import goal_lint
from alongside.faces.common.goal_lint import Hints, StepBox
from alongside.faces.common.pages import UuidField, WordsField
from alongside.faces.parent.fields import DayField, OneOf
from alongside.ui import marks

_FEW_WORDS = {"required": _("Write a few words here.")}


class AgreeForm(forms.Form):
    """Yes, to this version."""

    version = forms.IntegerField(min_value=1, max_value=10_000)


class StepForm(forms.Form):
    """A step that the family thinks is reached."""

    uuid = UuidField()
    step = forms.IntegerField(
        min_value=1, max_value=5, error_messages={"required": _("Choose a step from 1 to 5.")}
    )
    words = WordsField(limit=bounds.SENTENCE, rows=2, label=_("What did you see?"))


class RatingForm(forms.Form):
    """Where somebody of the family, the teacher or the child sees the child now: one plain answer."""

    uuid = UuidField()
    version = forms.IntegerField(widget=forms.HiddenInput, min_value=1, max_value=10_000)
    answer = forms.TypedChoiceField(
        choices=[(one.value, one.value) for one in LightAnswer],
        coerce=LightAnswer,
        error_messages={
            "required": _("Choose one of the answers."),
            "invalid_choice": _("Choose one of the answers."),
        },
    )
    rater = OneOf(
        [
            (Rater.PARENT.value, _("How I see it")),
            (Rater.CHILD.value, _("How my child sees it")),
            (Rater.TEACHER.value, _("How the teacher sees it")),
        ],
        coerce=Rater,
        label=_("Whose view is it?"),
    )
    rater_name = forms.CharField(max_length=60, required=False, label=_("Name of the teacher"))
    about_on = DayField(label=_("Which day is it about?"), error_messages={"required": _("Choose a day.")})
    words = WordsField(limit=bounds.SENTENCE, rows=2, label=_("What did you see?"))

    def draft(self) -> RatingDraft:
        """The rating as the action takes it."""
        said = self.cleaned_data
        named = {name: said[name] for name in ("answer", "rater_name", "about_on", "words")}
        return RatingDraft(rater=said["rater"] or Rater.PARENT, **named)


class AnswerForm(forms.Form):
    """Yes or not yet, to a step that the therapist proposed."""

    agree = forms.TypedChoiceField(
        choices=[("yes", _("Yes")), ("not_yet", _("Not yet"))], coerce=lambda value: value == "yes"
    )
    words = WordsField(limit=bounds.SENTENCE, rows=2, label=_("A few words, if you like"))


def _phrase(label: Any, limit: int = bounds.TITLE, example: Any = "") -> forms.CharField:
    return forms.CharField(max_length=limit, label=label, help_text=example, error_messages=_FEW_WORDS)


class GoalWordsForm(forms.Form):
    """A goal in word groups and five steps."""

    WORDS = ("who", "does", "where_when", "with_help", "how_often", "by_when")

    uuid = UuidField()
    title = _phrase(_("What we call it"))
    who = _phrase(_("Who"), 60)
    does = _phrase(_("will do what"), example=_("For example: put on both socks"))
    where_when = _phrase(_("where and when"), example=_("For example: in the hall, before school"))
    with_help = _phrase(_("with what help"), example=_("For example: someone nearby"))
    how_often = _phrase(_("how often"), example=_("For example: 4 of 5 mornings"))
    by_when = DayField(label=_("The day to look together"), error_messages={"required": _("Choose a day.")})
    scored_by = OneOf(
        [(rater.value, _(label)) for rater, label in RATERS.items()],
        coerce=Rater,
        label=_("Who will notice which step it is?"),
    )
    scored_from = forms.CharField(
        max_length=bounds.TITLE,
        required=False,
        label=_("Where will you notice it?"),
        help_text=_("For example: on school mornings"),
    )

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        for number in range(1, 6):
            self.fields[f"step_{number}"] = WordsField(
                limit=bounds.SENTENCE,
                rows=2,
                required=True,
                label=_("Step %(number)s. %(name)s") % {"number": number, "name": marks.step_name(number)},
                error_messages=_FEW_WORDS,
            )

    def words(self) -> GoalWords:
        """The word groups of the sentence."""
        return GoalWords(**{name: self.cleaned_data[name] for name in self.WORDS})

    def steps(self) -> tuple[str, str, str, str, str]:
        """The five texts, the goal itself third."""
        first, second, third, fourth, fifth = (self.cleaned_data[f"step_{number}"] for number in range(1, 6))
        return first, second, third, fourth, fifth

    @property
    def word_fields(self) -> list[forms.BoundField]:
        """The boxes of the sentence in order."""
        return [self[name] for name in self.WORDS]

    @cached_property
    def hints(self) -> Hints:
        """What could be clearer in what stands in the boxes now."""
        names = (*(f"step_{number}" for number in range(1, 6)), "does", "where_when")
        return goal_lint.while_typing({name: self[name].value() for name in names}, goal_lint.to_family)

    @property
    def boxes(self) -> tuple[StepBox, ...]:
        """The boxes of the five steps with their hints."""
        return goal_lint.boxes((self[f"step_{number}"] for number in range(1, 6)), self.hints)


class GoalForm(GoalWordsForm):
    """Other words for a goal. ``seen`` is the version that was on the page."""

    seen = forms.IntegerField(widget=forms.HiddenInput, min_value=1, max_value=10_000)


class NewGoalForm(GoalWordsForm):
    """A goal that the family suggests. Its own words are enough; whoever writes a part of the rest writes all of it."""

    OWN = (
        "title",
        "does",
        "where_when",
        "with_help",
        "how_often",
        *(f"step_{number}" for number in range(1, 6)),
    )

    priority = OneOf([], coerce=UUID, label=_("Which of your words is it about?"))
    family_words = WordsField(
        limit=bounds.WORDS - bounds.SENTENCE - 2,  # A message holds these and one sentence of what matters.
        rows=2,
        label=_("Or in new words: what would make an ordinary day better?"),
    )

    def __init__(self, *args: Any, priorities: Iterable[tuple[str, str]] = (), **options: Any) -> None:
        super().__init__(*args, **options)
        for name in ("title", *self.WORDS, *self.OWN[-5:]):
            self.fields[name].required = False
        self.fields["priority"].choices = [*priorities]  # type: ignore[attr-defined]  # a ChoiceField, made above

    @property
    def is_whole(self) -> bool:
        """Whether the family wrote more than its words: then it is a goal, else a message."""
        return any(str(self.data.get(name, "")).strip() for name in self.OWN)

    def own_words(self) -> str:
        """The family's words as a message: what they chose, then what they wrote."""
        known = dict(self.fields["priority"].choices)  # type: ignore[attr-defined]  # a ChoiceField, as above
        said = (known.get(str(self.cleaned_data["priority"])), self.cleaned_data["family_words"])
        return "\n\n".join(filter(None, said))

    def clean(self) -> dict[str, Any]:
        said = super().clean() or self.cleaned_data
        if self.is_whole:
            self._ask_for_the_rest(said)
        elif not said.get("priority") and not said.get("family_words") and not self.errors:
            self.add_error("family_words", _("Write a few words, then send."))
        return said

    def _ask_for_the_rest(self, said: dict[str, Any]) -> None:
        for name in ("title", *self.WORDS, *self.OWN[-5:]):
            if not said.get(name) and name not in self.errors:
                self.add_error(name, self.fields[name].error_messages["required"])
