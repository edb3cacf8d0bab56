"""Reading times that are held for a family until it chose."""

from uuid import UUID

from django.db.models import Q

from alongside.areas.appointments.models import Visit
from alongside.areas.appointments.queries.visits import visits_seen, with_names
from alongside.areas.appointments.values import VisitSeen, VisitState
from alongside.areas.circle.values import OpenChild
from alongside.core.capabilities import Capability

_SHOWN_AT_MOST = 520


def offered(opened: OpenChild, held: UUID) -> tuple[VisitSeen, ...]:
    """The visits of one held time (uuid of its visit or its series), in order; empty once it is let go or taken."""
    opened.check(Capability.READ_VISITS)
    return tuple(visits_seen(opened, offered_rows(opened.pk, held)[:_SHOWN_AT_MOST]))


def offered_rows(child: int, held: UUID) -> list[Visit]:
    """The stored visits of one held time, for actions of this area."""
    rows = Visit.objects.filter(Q(uuid=held) | Q(series__uuid=held), child=child, state=VisitState.OFFERED)
    return list(with_names(rows).order_by("starts_at"))
