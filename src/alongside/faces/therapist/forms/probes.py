"""Planning how a goal is counted, and a count made at a visit."""

from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from alongside.areas.practice.values import ProbeDraft
from alongside.core import bounds
from alongside.core.evidence import LEAST_BASELINE, MOST_BASELINE, MOST_STARTS, Scale
from alongside.core.progress import Every
from alongside.faces.common.pages import UuidField
from alongside.faces.therapist.forms.fields import DayField, LineField, PageForm, Pairs, PickField, offer

_SCALES = [
    (Scale.TRIES.value, _("So many of so many")),
    (Scale.MINUTES.value, _("Minutes")),
    (Scale.STEP.value, _("The step that was seen")),
]
_EVERY = [(Every.DAY.value, _("Every day")), (Every.WEEK.value, _("Once a week"))]
_BETTER = [("more", _("More is what we hope for")), ("less", _("Less is what we hope for"))]


class ProbePlanForm(PageForm):
    """What is counted, how often, from when, for how long before the idea starts, and by whom."""

    ids = "probes"
    uuid = UuidField()
    what = LineField(
        limit=bounds.TITLE, required=True, label=_("What is counted, in the family’s words"),
        help_text=_("Something you can both see, such as “shoes on without help”."),
        error_messages={"required": _("Write what is counted.")},
    )  # fmt: skip
    name = LineField(
        limit=40, required=True, label=_("A short name for the phone"), help_text=_("One or two words."),
        error_messages={"required": _("Write one or two words.")},
    )  # fmt: skip
    scale = forms.TypedChoiceField(
        choices=_SCALES, coerce=Scale, widget=forms.RadioSelect, label=_("What one count is")
    )
    most = forms.IntegerField(
        min_value=1, max_value=240, label=_("Of how many"),
        help_text=_("Tries in one count, or the most minutes you expect. Five, for steps."),
    )  # fmt: skip
    unit = LineField(limit=40, label=_("Of what"), help_text=_("Such as mornings, tries or bites."))
    hoped = forms.IntegerField(min_value=0, max_value=240, label=_("How many you hope for together"))
    better = forms.ChoiceField(choices=_BETTER, widget=forms.RadioSelect, label=_("Which way is better"))
    every = forms.TypedChoiceField(
        choices=_EVERY, coerce=Every, widget=forms.RadioSelect, label=_("How often")
    )
    starts_on = DayField(label=_("Counting begins on"))
    baseline = forms.IntegerField(
        min_value=LEAST_BASELINE, max_value=MOST_BASELINE, label=_("Counts before the idea starts"),
        help_text=_("Three at least, five to seven are better. Longer where another goal starts soon."),
    )  # fmt: skip
    starts = forms.IntegerField(
        min_value=1, max_value=MOST_STARTS, label=_("Days on which the idea could start"),
        help_text=_("One if you choose the day. With more, the day is drawn by lot, once, and chance can be told."),
    )  # fmt: skip
    collectors = forms.TypedMultipleChoiceField(
        coerce=UUID, widget=forms.CheckboxSelectMultiple, label=_("Who is asked to count"),
        error_messages={"required": _("Choose who counts, from the circle.")},
    )  # fmt: skip

    def __init__(self, *args: Any, people: Pairs, **options: Any) -> None:
        super().__init__(*args, **options)
        offer(self, "collectors", people)

    def draft(self) -> ProbeDraft:
        """The plan as the action takes it."""
        kept = self.cleaned_data
        plain = {name: kept[name] for name in ("name", "what", "unit", "scale", "every", "hoped")}
        days = {name: kept[name] for name in ("starts_on", "baseline", "starts")}
        return ProbeDraft(
            **plain,
            **days,
            most=5 if kept["scale"] is Scale.STEP else kept["most"],
            more_is_better=kept["better"] == "more",
            collectors=tuple(kept["collectors"]),
        )


class ProbeForm(PageForm):
    """A count that the therapist makes."""

    ids = "probe"
    uuid = UuidField()
    value = forms.IntegerField(
        min_value=0, max_value=240, label=_("How many"), error_messages={"required": _("Choose a number.")}
    )
    on = DayField(required=False, label=_("Day"))


class AskForm(PageForm):
    """Who else is asked to count."""

    ids = "ask"
    person = PickField(coerce=UUID, label=_("Ask somebody else to count"))

    def __init__(self, *args: Any, people: Pairs, **options: Any) -> None:
        super().__init__(*args, **options)
        offer(self, "person", people)
