"""How plans of a caseload are said."""

from collections.abc import Mapping

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, gettext_noop

from alongside.areas.caseload.values import Mode, PlanSeen, PlanState, Said

DAYS = (
    gettext_lazy("Monday"),
    gettext_lazy("Tuesday"),
    gettext_lazy("Wednesday"),
    gettext_lazy("Thursday"),
    gettext_lazy("Friday"),
    gettext_lazy("Saturday"),
    gettext_lazy("Sunday"),
)
MODES = {
    Mode.FILL: gettext_lazy("Times for those who wait"),
    Mode.REPAIR: gettext_lazy("Somebody is away"),
    Mode.PLAN: gettext_lazy("The whole week anew"),
    Mode.WHAT_IF: gettext_lazy("What if"),
}
PARTS: Mapping[str, object] = {
    "served": gettext_lazy("Children with a time, the most urgent first"),
    "preference": gettext_lazy("Times that families would like best"),
    "school": gettext_lazy("School missed"),
    "same_person": gettext_lazy("The same therapist as before"),
    "stays": gettext_lazy("Times that stay as they are"),
    "siblings": gettext_lazy("Brothers and sisters one after the other"),
    "gaps": gettext_lazy("Gaps in a therapist’s day"),
    "travel": gettext_lazy("Time on the road"),
    "after_school": gettext_lazy("Whose turn it is after school"),
}


def clock(minutes: int) -> str:
    """Minutes of the day as a clock shows them."""
    return f"{minutes // 60}:{minutes % 60:02}"


def said(words: Said) -> str:
    """A sentence of the planner in the reader's language."""
    template, values = words
    return _(template).format(**{name: _value(name, value) for name, value in values})


def _value(name: str, value: str | int) -> str | int:
    """Weekdays, how soon, and somebody who is not named travel in English."""
    if isinstance(value, int) or not value:
        return value
    return _(value) if name in {"day", "urgency", "names"} else value


_URGENCIES = (gettext_noop("soon"), gettext_noop("routine"), gettext_noop("can wait"))


def state(plan: PlanSeen) -> str:
    """Where a plan stands."""
    words = {
        PlanState.ASKED: _("waits for the planner"),
        PlanState.RUNNING: _("the planner is looking"),
        PlanState.DONE: _("ready"),
        PlanState.FAILED: _("could not be made"),
        PlanState.DISMISSED: _("put away"),
    }
    return words[plan.state]


def proof(plan: PlanSeen) -> str:
    """How good the plan is at least, in words; "" while nothing is known."""
    if plan.share is None:
        return ""
    if plan.best == plan.bound:
        return _("No better plan exists.")
    return _("At least %(share)s %% of the best plan there could be.") % {"share": plan.share}
