"""What both sides can send when they look back together. Each face labels the questions in its own words."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from alongside.areas.review.values import AHEADS, ENDINGS, QUESTIONS, Told
from alongside.core import bounds
from alongside.faces.common.pages import UuidField, WordsField

_DAY = {"required": _("Choose a day."), "invalid": _("Choose a day.")}
_CHOOSE = {"required": _("Choose one of these."), "invalid_choice": _("Choose one of these.")}


class _Page(forms.Form):
    """A form that shares its page with others of its kind; ``key`` makes the ids of its boxes its own."""

    def __init__(self, *args: Any, key: object = "f", **options: Any) -> None:
        options.setdefault("auto_id", f"{key}-%s")
        super().__init__(*args, **options)


def _day(label: Any, *, required: bool = True) -> forms.DateField:
    widget = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    return forms.DateField(label=label, required=required, widget=widget, error_messages=_DAY)


def _pills(label: Any, choices: Any, *, required: bool = True) -> forms.ChoiceField:
    pairs = [(code.value, _(words)) for code, words in choices.items()]
    return forms.ChoiceField(
        label=label, choices=pairs, required=required, widget=forms.RadioSelect, error_messages=_CHOOSE
    )


class ViewForm(_Page):
    """One's own view. Every box may stay empty."""

    uuid = UuidField()
    went_well = WordsField(limit=bounds.WORDS, rows=3, label=_(QUESTIONS["went_well"]))
    was_hard = WordsField(limit=bounds.WORDS, rows=3, label=_(QUESTIONS["was_hard"]))
    matters_now = WordsField(limit=bounds.WORDS, rows=3, label=_(QUESTIONS["matters_now"]))
    would_ask = WordsField(limit=bounds.WORDS, rows=3, label=_(QUESTIONS["would_ask"]))
    child_words = WordsField(limit=bounds.WORDS, rows=2, label=_("And in your child’s own words"))
    to_all = forms.BooleanField(required=False, label=_("The other grown-ups may read it, too"))

    def told(self) -> Told:
        """The answers."""
        said = self.cleaned_data
        return Told(**{name: said[name] for name in (*QUESTIONS, "child_words")})

    @property
    def questions(self) -> list[forms.BoundField]:
        """The boxes in order."""
        return [self[name] for name in QUESTIONS]


class MoveForm(_Page):
    """Another day, and a word why."""

    uuid = UuidField()
    planned_on = _day(_("Which day suits better?"))
    words = forms.CharField(
        max_length=bounds.SENTENCE,
        label=_("A word why"),
        error_messages={"required": _("Write a few words, so the others know.")},
    )


class EndingForm(_Page):
    """What becomes of one goal."""

    uuid = UuidField()
    ending = _pills(_("What becomes of it?"), ENDINGS)
    words = WordsField(limit=bounds.SENTENCE, rows=2, label=_("A few words, if you like"))


class AheadForm(_Page):
    """How it goes on."""

    uuid = UuidField()
    ahead = _pills(_("How do we go on?"), AHEADS)
    check_in_on = _day(_("The day of the check-in, if that is it"), required=False)
    words = WordsField(limit=bounds.SENTENCE, rows=2, label=_("A few words, if you like"))


class AnswerForm(_Page):
    """Yes, or what one sees instead. ``uuid`` is the talk that begins where the two differ."""

    uuid = UuidField()
    agree = forms.TypedChoiceField(
        choices=[("yes", _("Yes")), ("other", _("I see it differently"))],
        coerce=lambda value: value == "yes",
        error_messages=_CHOOSE,
    )
    words = WordsField(limit=bounds.SENTENCE, rows=2, label=_("A few words, if you like"))

    def __init__(self, *args: Any, choices: Any, but: str = "", **options: Any) -> None:
        super().__init__(*args, **options)
        others = {code: words for code, words in choices.items() if code != but}
        self.fields["other"] = _pills(_("What do you see?"), others, required=False)

    def answer(self, kind: Any) -> dict[str, Any]:
        """The answer for an action; ``kind`` is the enum of what could be seen instead."""
        said = self.cleaned_data
        other = kind(said["other"]) if said.get("other") else None
        return {"agree": said["agree"], "other": other, "words": said["words"], "thread": said["uuid"]}
