"""Looking for an idea."""

from django import forms
from django.utils.translation import gettext_lazy as _

from alongside.areas.library.queries import TEXT_LIMIT
from alongside.faces.therapist.forms.fields import LineField, PageForm, PickField

_AGES = [("", _("any age")), *((str(age), _("%(age)s years") % {"age": age}) for age in range(19))]


class LibraryForm(PageForm):
    """Words and an age. They only narrow the list, so both may be empty or odd."""

    ids = "find"
    q = LineField(
        limit=TEXT_LIMIT, label=_("Search ideas"),
        widget=forms.TextInput(attrs={"type": "search", "placeholder": _("for example: zip, hair, d540")}),
    )  # fmt: skip
    age = PickField(choices=_AGES, coerce=int, empty_value=None, required=False, label=_("Age"))
