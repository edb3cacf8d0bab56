"""What the pages about visits share: opening a record for booking, its crumbs, and where a refusal is said."""

from collections.abc import Callable
from typing import Any, TypeVar
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext as _

from alongside.areas.appointments import actions as booking
from alongside.areas.circle import queries as circle
from alongside.areas.circle.values import OpenChild
from alongside.core import cells, recurrence, series
from alongside.core.capabilities import Capability
from alongside.core.refusals import InvalidInput, Refusal
from alongside.faces.common.request import Request
from alongside.faces.desk.frame import open_at_desk
from alongside.ui.nav import Crumb

R = TypeVar("R")
_FIELD_OF: dict[type[Refusal], str] = {
    booking.SlotTaken: "time",
    cells.NotOnFiveMinutes: "time",
    cells.BadLength: "minutes",
    recurrence.NoSuchLocalTime: "time",
    recurrence.BadCount: "weeks",
    recurrence.BadDate: "day",
    series.BadDays: "days",
}


def open_to_book(request: Request, child: UUID, doing: str) -> OpenChild:
    """Open a record for people who may book for the child."""
    return open_at_desk(request, child, Capability.BOOK_VISITS, doing, reads=Capability.READ_VISITS)


def crumbs(opened: OpenChild, here: str) -> tuple[Crumb, ...]:
    """Families, the child, and this page."""
    family = Crumb(label=opened.name, url=reverse("desk:family", args=[opened.uuid]))
    return Crumb(label=_("Families"), url=reverse("desk:families")), family, Crumb(label=here)


def beside_circle(opened: OpenChild, form: Any) -> str:
    """What a therapist who is not in the child's circle sees: the one that the form names, or anybody."""
    chosen = str(form["therapist"].value() or "")
    team = {str(one): name for one, name in form.fields["therapist"].choices}
    child = opened.short_name
    if chosen not in team or chosen in {str(one.uuid) for one in circle.therapists_of(opened)}:
        return _("Whoever is not in %(child)s’s circle sees the name and the time, not the record.") % {
            "child": child
        }
    said = _("%(name)s is not in %(child)s’s circle. They see the name and the time, not the record.")
    return said % {"name": team[chosen], "child": child}


def at_field(act: Callable[[], R]) -> Callable[[], R]:
    """The same act, with each refusal about times put at the field that can change it."""

    def placed() -> R:
        try:
            return act()
        except Refusal as refusal:
            field = "day" if getattr(refusal, "field", "") == "starts_at" else _FIELD_OF.get(type(refusal))
            if field is None:
                raise
            raise InvalidInput(str(refusal), field=field) from refusal

    return placed
