"""When could you come: said once, home by home; from the family's own week where it is drawn."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import time
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from alongside.areas.circle import queries as circle
from alongside.areas.circle.values import HomeSeen, OpenChild
from alongside.areas.diary import actions as diary
from alongside.areas.diary import queries as times
from alongside.areas.diary.values import Rules
from alongside.areas.story import queries as story
from alongside.core.capabilities import Capability
from alongside.core.day_parts import WEEKDAYS, Cell, DayPart
from alongside.core.refusals import NotFound
from alongside.faces.common.pages import page
from alongside.faces.common.request import Request
from alongside.faces.common.windows_forms import WindowsForm, as_chips, code_of
from alongside.faces.parent.frame import FamilyPage, frame, open_for, status, taken_up

_AFTER_SCHOOL = "after_school"


@dataclass(frozen=True, slots=True, kw_only=True)
class WindowsPage(FamilyPage):
    """The chips of one home. ``from_week`` is whether they were tapped already from the week the family drew."""

    homes: tuple[tuple[str, str], ...]
    home: str
    form: WindowsForm
    from_week: bool


def windows(request: Request, child: UUID) -> HttpResponse:
    """Tap when you could come and when never, and keep it."""
    opened = open_for(request, child, Capability.ASK_TO_CHANGE_VISIT, "windows")
    homes = circle.homes(opened)
    home, rules = _chosen(request, homes), times.rules(opened.clinic)
    start, from_week = _start(opened, home, rules)
    form = WindowsForm(request.POST if request.method == "POST" else None, initial=start, rules=rules)
    if taken_up(request, form, lambda: _keep(request, child, home, form)):
        messages.success(request, _("Kept. We look for times inside these."))
        return redirect("parent:visits", child=child)
    built = WindowsPage(
        **frame(opened, "plan"),
        homes=tuple((str(one.uuid), one.name) for one in homes),
        home=str(home.uuid) if home else "",
        form=form,
        from_week=from_week,
    )
    return page(request, "parent/windows.html", built, status=status(form))


def _chosen(request: Request, homes: Sequence[HomeSeen]) -> HomeSeen | None:
    """The home in the form or the address, the reader's first one without; None for a child without named homes."""
    asked = request.POST.get("home") or request.GET.get("home", "")
    found = next((one for one in homes if not asked or str(one.uuid) == asked), None)
    if asked and found is None:
        raise NotFound
    return found


def _keep(request: Request, child: UUID, home: HomeSeen | None, form: WindowsForm) -> object:
    return diary.keep_windows(
        actor=request.actor,
        child=child,
        home=home.uuid if home else None,
        windows=form.drafts(),
        at=request.at,
    )


def _start(opened: OpenChild, home: HomeSeen | None, rules: Rules) -> tuple[dict[str, Any], bool]:
    """The chips as they were kept; before that, as the drawn week suggests."""
    key = home.pk if home else None
    kept = [one.wish for one in times.windows(opened) if one.home == key]
    if kept:
        return as_chips(kept, rules), False
    cells, after = _from_week(opened, key)
    start = {
        "could": [code_of(cell) for cell in cells],
        "best": [],
        "never": [],
        "free_from": _later(after, rules),
    }
    return start, bool(cells)


def _from_week(opened: OpenChild, home: int | None) -> tuple[list[Cell], time | None]:
    """After school on the days when the family's week has it, and when they are home then."""
    weeks = [one for one in story.canvas(opened) if (one.home.pk if one.home else None) == home]
    after = [one for week in weeks for one in week.routines if one.routine == _AFTER_SCHOOL]
    days = [day for day in WEEKDAYS if any(one.is_on(day) for one in after)]
    times_said = [one.usual_at for one in after if one.usual_at]
    return [(DayPart.AFTER_SCHOOL, day) for day in days], max(times_said, default=None)


def _later(after: time | None, rules: Rules) -> time | None:
    return after if after and rules.school_until < after <= time(17) else None
