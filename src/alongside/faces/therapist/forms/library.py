"""Looking for an idea."""

from django import forms
from django.utils.translation import gettext_lazy as _

from alongside.faces.therapist.forms.fields import LineField, PageForm, PickField, RoutineField


class LibraryForm(PageForm):
    """Filters. They only narrow the list, so every part may be empty or odd."""

    ids = "find"
    q = LineField(limit=80, label=_("Search ideas"))
    routine = RoutineField(required=False, label=_("Part of the day"))
    minutes = PickField(
        choices=[("", _("any")), ("2", _("2 or less")), ("5", _("5 or less")), ("10", _("10 or less"))],
        coerce=int, empty_value=None, required=False, label=_("Minutes"),
    )  # fmt: skip
    no_kit = forms.BooleanField(required=False, label=_("Needs no kit"))
