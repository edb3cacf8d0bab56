"""Planning, holding and finishing a look back, and the therapist's own view."""

from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from alongside.areas.review.values import QUESTIONS
from alongside.core import bounds
from alongside.faces.common import review_forms
from alongside.faces.common.pages import UuidField
from alongside.faces.therapist.forms.fields import DayField, LineField, PageForm, Pairs, PickField, offer


class _Form(PageForm):
    """A form of this page; ``key`` begins the ids of its fields."""

    def __init__(self, *args: Any, key: str, **options: Any) -> None:
        super().__init__(*args, **{"auto_id": f"{key}-%s"} | options)


class OpenForm(_Form):
    """The day of the next look back, or a visit."""

    uuid = UuidField()
    planned_on = DayField(required=False, label=_("A day, usually in 8 to 12 weeks"))
    visit = PickField(required=False, label=_("Or at a visit"))

    def __init__(self, *args: Any, visits: Pairs, **options: Any) -> None:
        super().__init__(*args, **options)
        offer(self, "visit", [("", _("no visit")), *visits])

    def day(self) -> dict[str, Any]:
        """The day, or the visit when one was chosen."""
        visit = self.cleaned_data["visit"]
        return {"planned_on": self.cleaned_data["planned_on"], "visit": UUID(visit) if visit else None}


class MoveForm(OpenForm):
    """Another day, and a word why."""

    words = LineField(
        limit=bounds.SENTENCE, required=True, label=_("A word why"),
        error_messages={"required": _("Write a few words, so the others know.")},
    )  # fmt: skip


class HoldForm(_Form):
    """The day both looked back."""

    held_on = DayField(label=_("We looked back on"))


class CloseForm(_Form):
    """Finishing it. No day is needed where both said goodbye, or agreed on a check-in."""

    uuid = UuidField()
    next_on = DayField(required=False, label=_("The next look back, unless it is goodbye"))


class ViewForm(review_forms.ViewForm):
    """The therapist's own view. The family reads it once it is shown."""

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        del self.fields["to_all"]
        self.fields["matters_now"].label = _("What would you put first now?")
        self.fields["would_ask"].label = _("What would you like to ask the family?")
        self.fields["child_words"].label = _("The child’s own words, as you heard them")

    @property
    def boxes(self) -> list[forms.BoundField]:
        """Every box in order."""
        return [self[name] for name in (*QUESTIONS, "child_words")]
