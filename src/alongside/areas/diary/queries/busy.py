"""Reading which calendars of their own somebody lets keep times free."""

from datetime import datetime, timedelta

from django.db.models import Count, F, OuterRef, Q, QuerySet, Subquery

from alongside.areas.diary.models import BusySource, KeptTime
from alongside.areas.diary.values import BusyKind, BusySeen
from alongside.areas.people import queries as people
from alongside.core.actors import Actor, MemberRole

LOOKED_AT_EVERY = timedelta(minutes=30)
_AT_ONCE = 50


def busy_sources(actor: Actor) -> tuple[BusySeen, ...]:
    """The reader's own calendars, oldest first."""
    rows = BusySource.objects.filter(person=actor.person).order_by("pk")
    counted = KeptTime.objects.filter(source=OuterRef("uuid")).order_by().values("source")
    told = rows.annotate(times=Subquery(counted.annotate(number=Count("pk")).values("number")))
    return tuple(busy_source(row, times=row.times or 0) for row in told)


def busy_source(row: BusySource, *, times: int | None = None) -> BusySeen:
    """A stored calendar as its owner sees it: of an address the host alone."""
    return BusySeen(
        uuid=row.uuid,
        kind=BusyKind(row.kind),
        host=row.address.split("/")[2] if row.address else "",
        checked_at=row.checked_at,
        trouble=row.trouble,
        times=KeptTime.objects.filter(source=row.uuid).count() if times is None else times,
    )


def calendars_to_look_at(at: datetime) -> tuple[str, ...]:
    """What ``look_at_calendar`` is to be called with: followed calendars that nobody looked at for half an hour.

    Of therapists who still work there, longest first, at most 50. A key names the last look too: each is done once.
    """
    due = Q(checked_at=None) | Q(checked_at__lte=at - LOOKED_AT_EVERY)
    ordered = followed(at).filter(due).order_by(F("checked_at").asc(nulls_first=True), "pk")
    return tuple(
        f"{uuid}.{looked_at:%Y%m%d%H%M%S}" if looked_at else f"{uuid}."
        for uuid, looked_at in ordered.values_list("uuid", "checked_at")[:_AT_ONCE]
    )


def followed(at: datetime) -> QuerySet[BusySource]:
    """Stored addresses of therapists who work in their clinic now, for this area."""
    return BusySource.objects.filter(people.works_as(MemberRole.THERAPIST, at), kind=BusyKind.FEED.value)
