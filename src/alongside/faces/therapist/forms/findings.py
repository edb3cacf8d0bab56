"""Writing what was noticed: a strength, or a finding tied to the family's words."""

from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from alongside.areas.evaluation.values import AREA_LABELS, FindingDraft, FindingKind
from alongside.core import bounds
from alongside.faces.common.pages import UuidField, WordsField
from alongside.faces.therapist.forms.fields import DayField, LineField, PageForm, Pairs, PickField, offer
from alongside.faces.therapist.forms.looking import LookedAt

_KINDS = [(FindingKind.STRENGTH.value, _("A strength")), (FindingKind.FINDING.value, _("What we noticed"))]
_AREAS = [(code, _(label)) for code, (label, _name) in AREA_LABELS.items()]


class FindingForm(LookedAt, PageForm):
    """One strength or finding. ``amends`` is the earlier wording that this one follows."""

    ids = "finding"
    uuid = UuidField()
    amends = forms.UUIDField(required=False, widget=forms.HiddenInput)
    kind = forms.ChoiceField(choices=_KINDS, widget=forms.RadioSelect, label=_("What is it"))
    area = PickField(choices=_AREAS, label=_("Part of life"))
    does = WordsField(
        limit=bounds.SENTENCE, rows=2, required=True, label=_("What the child does"),
        error_messages={"required": _("Write what the child does.")},
    )  # fmt: skip
    where = LineField(limit=bounds.TITLE, label=_("Where"), help_text=_("A finding needs a place."))
    with_help = LineField(
        limit=bounds.TITLE, label=_("With what help"), help_text=_("A finding needs this too.")
    )
    priority = PickField(required=False, label=_("Whose question it answers"))
    noticed_on = DayField(label=_("Noticed on"))

    def __init__(self, *args: Any, priorities: Pairs, **options: Any) -> None:
        super().__init__(*args, **options)
        offer(self, "priority", priorities)

    def draft(self) -> FindingDraft:
        """The finding as the action takes it."""
        kept = self.cleaned_data
        return FindingDraft(
            kind=FindingKind(kept["kind"]),
            area=kept["area"],
            does=kept["does"],
            noticed_on=kept["noticed_on"],
            where=kept["where"],
            with_help=kept["with_help"],
            priority=UUID(kept["priority"]) if kept["priority"] else None,
        )


class ShareForm(PageForm):
    """Which findings the family sees from now on."""

    ids = "share"
    findings = forms.TypedMultipleChoiceField(
        coerce=UUID, error_messages={"required": _("Choose what to share.")}
    )

    def __init__(self, *args: Any, findings: Pairs, **options: Any) -> None:
        super().__init__(*args, **options)
        offer(self, "findings", findings)
