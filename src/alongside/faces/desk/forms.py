"""What people at the desk write."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from alongside.areas.story.values import How
from alongside.core import bounds
from alongside.core.actors import MemberRole
from alongside.faces.common.pages import UuidField, WordsField
from alongside.faces.desk.fields import FROM_LIST, TOO_LONG, Day, Email, Line, Number, OneOf

Choices = Iterable[tuple[UUID | str, str]]
ROLES = {
    MemberRole.THERAPIST.value: _("Therapist"),
    MemberRole.FRONT_DESK.value: _("Front desk"),
    MemberRole.OWNER.value: _("Owner"),
}


def words(label: Any, limit: int, *, rows: int = 3, required: bool = True, **options: Any) -> WordsField:
    """A few lines of text."""
    messages = {"max_length": TOO_LONG, "required": _("Please write a few words here.")}
    return WordsField(
        limit=limit, rows=rows, label=label, required=required, error_messages=messages, **options
    )


def room_words(typed: str) -> tuple[str, ...]:
    """Words for what is in a room, one by one: in small letters, so that a room and a family mean the same."""
    found = (word.strip().lower() for word in typed.split(","))
    return tuple(dict.fromkeys(word for word in found if word))


class AnswerForm(forms.Form):
    """What somebody told the family who sent a story."""

    uuid = UuidField()
    how = forms.ChoiceField(
        label=_("How did you answer?"),
        choices=[(How.RANG.value, _("I rang")), (How.WROTE.value, _("I wrote"))],
        widget=forms.RadioSelect,
        error_messages={"required": FROM_LIST, "invalid_choice": FROM_LIST},
    )
    words = words(
        _("What did you say to each other?"),
        bounds.WORDS,
        help_text=_("This is a note for your team. It sends no letter."),
    )


class TakeOnForm(forms.Form):
    """The few things a story did not say. Everything else is filled in from it."""

    child = UuidField()
    invitation = UuidField()
    child_name = Line(
        limit=bounds.TITLE,
        required=True,
        label=_("Child’s full name"),
        help_text=_("First name and family name, so that everybody finds it."),
    )
    short_name = Line(limit=60, required=True, label=_("What the child is called"))
    born_on = Day(label=_("Day of birth"))
    therapist = OneOf(label=_("Therapist"))
    carer_name = Line(limit=bounds.TITLE, required=True, label=_("Who is invited"))
    carer_email = Email(label=_("Their email address"))
    relation = Line(
        limit=60,
        required=True,
        label=_("Who they are to the child"),
        help_text=_("Such as Mum, Dad, Grandma."),
    )
    responsible = forms.BooleanField(
        required=False, initial=True, label=_("Responsible for the child, so their yes counts")
    )

    def __init__(self, *args: Any, therapists: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["therapist"].choices = [("", _("Choose")), *therapists]  # type: ignore[attr-defined]  # a choice field


class ListForm(forms.Form):
    """Where in the list of families: a name, a first letter, the last name of the part before."""

    q = forms.CharField(max_length=120, required=False)
    letter = forms.CharField(max_length=1, required=False)
    after = forms.UUIDField(required=False)


class InviteForm(forms.Form):
    """One grown-up who is asked into a child's circle."""

    uuid = UuidField()
    name = Line(limit=bounds.TITLE, required=True, label=_("Name"))
    email = Email(label=_("Email address"))
    relation = Line(
        limit=60,
        required=True,
        label=_("Who they are to the child"),
        help_text=_("Such as Mum, Dad, Grandma."),
    )
    responsible = forms.BooleanField(
        required=False, label=_("Responsible for the child, so their yes counts")
    )


class RequestAnswerForm(forms.Form):
    """The clinic's answer to a family's wish."""

    words = Line(limit=bounds.SENTENCE, required=True, label=_("Your answer to the family"))


class RoomForm(forms.Form):
    """A room of the clinic."""

    uuid = UuidField()
    name = Line(limit=bounds.TITLE, required=True, label=_("Name of the room"))


class RoomFactsForm(forms.Form):
    """What is in a room, how many visits it holds at a time, and at which place it is."""

    room = UuidField()
    features = Line(
        limit=200,
        label=_("What is in it"),
        help_text=_("Such as: swing, kitchen. A family that waits for one of them is offered this room."),
    )
    capacity = Number(low=1, high=20, label=_("Visits at a time"))
    site = OneOf(label=_("Place"), required=False)

    def __init__(self, *args: Any, sites: Choices, **options: Any) -> None:
        super().__init__(*args, **options | {"auto_id": "room_%s"})
        places = [("", _("At all our places")), *sites]
        if len(places) == 1:
            del self.fields["site"]
        else:
            self.fields["site"].choices = places  # type: ignore[attr-defined]  # a choice field

    def clean_features(self) -> tuple[str, ...]:
        """The words one by one."""
        return room_words(self.cleaned_data["features"])


class MemberForm(forms.Form):
    """Somebody who joins the team."""

    uuid = UuidField()
    name = Line(limit=bounds.TITLE, required=True, label=_("Full name"))
    short_name = Line(limit=60, required=True, label=_("What they are called"))
    email = Email(label=_("Email address"), help_text=_("They sign in with it."))
    role = forms.ChoiceField(
        label=_("What they do"),
        choices=list(ROLES.items()),
        initial=MemberRole.THERAPIST.value,
        widget=forms.RadioSelect,
        error_messages={"required": FROM_LIST, "invalid_choice": FROM_LIST},
    )


class CredentialForm(forms.Form):
    """A registration that somebody looked up."""

    uuid = UuidField()
    register = Line(limit=80, required=True, label=_("Register"))
    number = Line(limit=40, required=True, label=_("Number"))
    degree = Line(limit=bounds.TITLE, label=_("Degree"))
    words = Line(
        limit=bounds.SENTENCE, label=_("In a few words"), help_text=_("Such as “11 years with children”.")
    )
    valid_until = Day(required=False, label=_("In force until"))
    checked_on = Day(required=False, label=_("Looked up in the register on"))
