"""What the pages at the desk share: which clinic, whose record, and how days and times are said."""

from datetime import date, datetime
from uuid import UUID

from django.utils.dateformat import format as dated

from alongside.areas.appointments.values import VisitSeen
from alongside.areas.circle import gate
from alongside.areas.circle.values import OpenChild
from alongside.areas.people import queries as people
from alongside.areas.people.values import ClinicSeen
from alongside.core.actors import MemberRole
from alongside.core.capabilities import Capability
from alongside.core.recurrence import zone_kept
from alongside.core.refusals import NotFound
from alongside.faces.common.request import Request


def clinic_as(request: Request, *roles: MemberRole) -> ClinicSeen:
    """The clinic where this person wears one of these hats; the first one, when there are several."""
    clinics = request.actor.clinics_as(*roles)
    if not clinics:
        raise NotFound
    return people.clinic(clinics[0])


def open_at_desk(
    request: Request,
    child: UUID,
    needs: Capability,
    doing: str,
    *,
    reads: Capability = Capability.READ_CONTACT,
) -> OpenChild:
    """Open a record to look at it, for people who may also act: what families may read alone is not enough here."""
    opened = gate.open_child(request.actor, child, reads, request.at, doing=doing)
    opened.check(needs, doing)
    return opened


def long_day(day: date) -> str:
    """Thursday 26 November."""
    return dated(day, "l j F")


def moment(at: datetime, zone: str) -> str:
    """Thu 26 Nov, 15:45, on the clinic's clock."""
    return dated(at.astimezone(zone_kept(zone)), "D j M, G:i")


def visit_time(visit: VisitSeen) -> str:
    """Thursday 26 November, 15:45 to 16:30."""
    return f"{dated(visit.local_start, 'l j F, G:i')}–{dated(visit.local_end, 'G:i')}"
