"""One thing for the week: what was tried, one pick, one sentence."""

from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from alongside.core import bounds
from alongside.faces.common.pages import UuidField
from alongside.faces.therapist.forms.fields import LineField, PageForm, Pairs, offer


class HandoverForm(PageForm):
    """``lines`` are what was planned for the visit, ``ideas`` what the family has at home."""

    ids = "handover"
    uuid = UuidField()
    tried = forms.MultipleChoiceField(
        required=False, widget=forms.CheckboxSelectMultiple, label=_("What you tried together")
    )
    placement = forms.TypedChoiceField(
        coerce=UUID,
        widget=forms.RadioSelect,
        label=_("One thing for the week"),
        error_messages={"required": _("Pick one idea.")},
    )
    words = LineField(
        limit=bounds.SENTENCE,
        label=_("In one sentence"),
        help_text=_("Left empty, they read the idea’s own words."),
    )

    def __init__(self, *args: Any, lines: Pairs, ideas: Pairs, **options: Any) -> None:
        super().__init__(*args, **options)
        offer(self, "tried", lines)
        offer(self, "placement", ideas)
