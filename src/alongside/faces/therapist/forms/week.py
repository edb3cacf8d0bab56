"""The planned week: keeping it, and saying what the next plan keeps to."""

from django import forms
from django.utils.translation import gettext_lazy as _

from alongside.areas.programme.values import WishKind
from alongside.faces.common.pages import UuidField
from alongside.faces.therapist.forms.fields import LineField, PageForm

_CODE_LIMIT = 20
_SEAL = 16


class KeepForm(PageForm):
    """Keep as drafts what was on the screen; ``seal`` tells whether it is still the same."""

    ids = "keep"
    uuid = UuidField()
    seal = forms.CharField(min_length=_SEAL, max_length=_SEAL, widget=forms.HiddenInput)


class WishForm(PageForm):
    """Keep an idea in the next plan, or out of it."""

    ids = "wish"
    uuid = UuidField()
    strategy = forms.CharField(max_length=_CODE_LIMIT, widget=forms.HiddenInput)
    kind = forms.TypedChoiceField(choices=[(one.value, one.value) for one in WishKind], coerce=WishKind)


class EndWishForm(PageForm):
    """Let the plan decide again."""

    ids = "end_wish"
    wish = forms.UUIDField(widget=forms.HiddenInput)


class WhyNotForm(PageForm):
    """Which ideas to explain. It only looks, so anything is fine."""

    ids = "why"
    q = LineField(
        limit=80,
        label=_("Name of an idea, or a thing"),
        widget=forms.TextInput(attrs={"placeholder": _("swing")}),
    )
