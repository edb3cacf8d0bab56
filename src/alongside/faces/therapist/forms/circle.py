"""The circle and safety: inviting, limiting, and what to take care of."""

from django import forms
from django.utils.translation import gettext_lazy as _

from alongside.core import bounds
from alongside.core.capabilities import NAMEABLE, Capability
from alongside.core.child_facts import FACTS
from alongside.faces.common.pages import UuidField
from alongside.faces.therapist.forms.fields import LineField, PageForm, PickField

_RELATION_LIMIT = 60
CAPABILITY_LABELS = {
    Capability.READ_VISITS: _("when visits are"),
    Capability.READ_STORY: _("what matters most"),
    Capability.READ_FINDINGS: _("what we noticed"),
    Capability.READ_FAMILY_NOTES: _("notes for the family"),
    Capability.READ_GOALS: _("goals"),
    Capability.READ_PROGRAMME: _("the plan"),
    Capability.READ_OWN_ENTRIES: _("own moments"),
    Capability.WRITE_ENTRIES: _("write moments"),
    Capability.READ_WINS: _("wins"),
    Capability.ADD_WINS: _("add wins"),
}
_NAMEABLE = [(one.value, label) for one, label in CAPABILITY_LABELS.items() if one in NAMEABLE]
_FACTS = [("", _("Choose…"))] + [(fact.code, _(fact.label)) for fact in FACTS.values()]


class InviteForm(PageForm):
    """A grown-up who is to come into the circle."""

    ids = "invite"
    uuid = UuidField()
    person = UuidField()
    name = LineField(
        limit=bounds.TITLE, required=True, label=_("Full name"),
        error_messages={"required": _("Write the person’s name.")},
    )  # fmt: skip
    short_name = LineField(
        limit=_RELATION_LIMIT, required=True, label=_("What they are called"),
        error_messages={"required": _("Write what they are called.")},
    )  # fmt: skip
    email = forms.EmailField(
        max_length=254, label=_("Email address"),
        error_messages={"required": _("Add an address, so that the letter arrives.")},
    )  # fmt: skip
    relation = LineField(
        limit=_RELATION_LIMIT, required=True, label=_("Who they are to the child"), help_text=_("Mum, grandad…"),
        error_messages={"required": _("Say who they are to the child.")},
    )  # fmt: skip
    responsible = forms.BooleanField(
        required=False, label=_("Responsible for this child: may agree to goals and plans")
    )


class RestrictForm(PageForm):
    """What one carer still sees. Nothing ticked is nothing shared."""

    ids = "restrict"
    named = forms.TypedMultipleChoiceField(
        choices=_NAMEABLE, coerce=Capability, required=False, widget=forms.CheckboxSelectMultiple,
        label=_("What this person may still see or do"),
    )  # fmt: skip


class FactForm(PageForm):
    """Something to take care of."""

    ids = "fact"
    uuid = UuidField()
    code = PickField(
        choices=_FACTS,
        label=_("Take care"),
        error_messages={"required": _("Choose one from the list.")},
    )
    words = LineField(limit=bounds.SENTENCE, label=_("In a few words"))
