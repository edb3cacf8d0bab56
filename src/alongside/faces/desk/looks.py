"""Who looked into a child's record, for the owner and the child's own people."""

from dataclasses import dataclass
from uuid import UUID
from zoneinfo import ZoneInfo

from django.http import HttpResponse
from django.utils.dateformat import format as dated
from django.utils.translation import gettext as _

from alongside.areas.circle import gate
from alongside.areas.circle import queries as circle
from alongside.areas.trail.values import Kind, Look
from alongside.core.capabilities import Capability, Role
from alongside.core.words import gettext_noop
from alongside.faces.common.pages import page
from alongside.faces.common.request import Request
from alongside.faces.common.staff_nav import staff_nav
from alongside.ui.nav import Nav

_DID = {
    Kind.READ: gettext_noop("looked"),
    Kind.WRITE: gettext_noop("changed something"),
    Kind.DENIED: gettext_noop("was not let in"),
}
WHERE = {
    "circle": gettext_noop("the circle"),
    "story": gettext_noop("the story"),
    "evaluation": gettext_noop("what was noticed"),
    "goals": gettext_noop("goals"),
    "programme": gettext_noop("the plan"),
    "practice": gettext_noop("moments at home"),
    "appointments": gettext_noop("visits"),
    "diary": gettext_noop("times that suit"),
    "waiting": gettext_noop("the waiting list"),
    "caseload": gettext_noop("a plan of times"),
    "calendars": gettext_noop("visits, by a calendar link"),
    "notices": gettext_noop("visits, for a letter"),
    "conversation": gettext_noop("Talk"),
    "wins": gettext_noop("wins"),
    "review": gettext_noop("looking back"),
    "parent": gettext_noop("the family’s pages"),
    "therapist": gettext_noop("the therapist’s pages"),
    "desk": gettext_noop("the desk’s pages"),
}
_AS = {
    Role.ASSIGNED_THERAPIST: gettext_noop("own therapist"),
    Role.CLINIC_THERAPIST: gettext_noop("therapist of the clinic"),
    Role.FRONT_DESK: gettext_noop("front desk"),
    Role.OWNER: gettext_noop("owner"),
    Role.CARER_RESPONSIBLE: gettext_noop("family"),
    Role.CARER_OTHER: gettext_noop("family"),
    Role.CARER_RESTRICTED: gettext_noop("family"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class LookLine:
    """One line, ready to print."""

    when: str
    who: str
    role: str
    did: str
    where: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LooksPage:
    """The newest lines about one child."""

    nav: Nav | None
    name: str
    lines: tuple[LookLine, ...]


def who_looked(request: Request, child: UUID) -> HttpResponse:
    """The newest hundred looks and changes, newest first."""
    opened = gate.open_child(request.actor, child, Capability.READ_TRAIL, request.at, doing="desk.who_looked")
    lines = tuple(_line(look, opened.zone_info) for look in circle.who_looked(opened))
    nav = staff_nav(request.actor, "families") if request.actor.hats else None
    return page(request, "desk/who_looked.html", LooksPage(nav=nav, name=opened.name, lines=lines))


def _line(look: Look, zone: ZoneInfo) -> LookLine:
    roles = [_(_AS[Role(role)]) for role in look.roles.split(",") if role in list(Role)]
    area = look.doing.partition(".")[0]
    return LookLine(
        when=dated(look.at.astimezone(zone), "D j M Y, G:i"),
        who=look.person_name,
        role=next(iter(roles), ""),
        did=_(_DID[look.kind]),
        where=_(WHERE[area]) if area in WHERE else "",
    )
