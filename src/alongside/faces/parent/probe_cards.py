"""Cards of Today for whoever agreed to count something: a few big numbers, and what was counted."""

from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext as _

from alongside.areas.circle.values import OpenChild
from alongside.areas.practice import queries as practice
from alongside.areas.practice.values import MyCount, ProbePlanSeen, ProbeSeen
from alongside.core.evidence import Scale
from alongside.core.progress import Every
from alongside.faces.common.pages import Choice, fresh_uuid
from alongside.faces.parent import days

_MOST_BUTTONS = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """A count that was told: in words, and where it can be put right."""

    uuid: UUID
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CountCard:
    """One thing to count. ``asked_by`` until the reader said yes; ``buttons`` are empty where a number is typed.

    What was counted today stands in ``kept``; nothing is said about days without a count.
    """

    child: UUID
    plan: UUID
    title: str
    what: str
    asked_by: str
    often: str
    buttons: tuple[Choice, ...]
    most: int
    unit: str
    fresh: UUID
    kept: Kept | None


def count_cards(opened: OpenChild) -> tuple[CountCard, ...]:
    """What the reader counts or is asked to count. One statement."""
    return tuple(count_card(opened, one) for one in practice.my_counts(opened))


def count_card(opened: OpenChild, one: MyCount) -> CountCard:
    """The card of one plan, with the newest count of the day or week."""
    plan = one.plan
    return CountCard(
        child=opened.uuid,
        plan=plan.uuid,
        title=_("A quick count: %(name)s") % {"name": plan.name},
        what=plan.what,
        asked_by="" if one.agreed else plan.by,
        often=_("Once a day") if plan.design.every is Every.DAY else _("Once a week"),
        buttons=_buttons(plan),
        most=plan.design.most,
        unit=_unit(plan),
        fresh=fresh_uuid(opened.at),
        kept=_kept(opened, plan, one.mine[-1]) if one.mine else None,
    )


def told(plan: ProbePlanSeen, probe: ProbeSeen) -> str:
    """A count in words: "3 of 5 tries", "12 minutes", "Step 2"."""
    if plan.design.scale is Scale.MINUTES:
        return _("%(n)s minutes") % {"n": probe.value}
    if plan.design.scale is Scale.STEP:
        return _("Step %(n)s") % {"n": probe.value}
    return " ".join(
        filter(None, (_("%(n)s of %(of)s") % {"n": probe.value, "of": probe.of}, plan.design.unit))
    )


def _kept(opened: OpenChild, plan: ProbePlanSeen, probe: ProbeSeen) -> Kept:
    day = "" if probe.on == opened.today else f" · {days.full_day(probe.on)}"
    return Kept(uuid=probe.uuid, words=f"{told(plan, probe)}{day}")


def _buttons(plan: ProbePlanSeen) -> tuple[Choice, ...]:
    if plan.design.scale is Scale.MINUTES or plan.design.most > _MOST_BUTTONS:
        return ()
    least = 1 if plan.design.scale is Scale.STEP else 0
    return tuple(
        Choice(value=str(number), label=_label(plan, number)) for number in range(least, plan.design.most + 1)
    )


def _label(plan: ProbePlanSeen, number: int) -> str:
    """What a number says aloud: "3 of 5 tries", or "Step 3"."""
    if plan.design.scale is Scale.STEP:
        return _("Step %(n)s") % {"n": number}
    said = _("%(n)s of %(of)s") % {"n": number, "of": plan.design.most}
    return f"{said} {plan.design.unit}".strip()


def _unit(plan: ProbePlanSeen) -> str:
    if plan.design.scale is Scale.MINUTES:
        return _("minutes")
    if plan.design.scale is Scale.STEP:
        return _("the step you saw")
    return " ".join(filter(None, (_("of %(of)s") % {"of": plan.design.most}, plan.design.unit)))
