"""Who looks after which child, for what a clinic sends by itself. The gate decides what each of them may read."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import datetime, time

from django.db.models import Q

from alongside.areas.circle.models import Contact, HomeGrownUp, Place
from alongside.areas.circle.values import PlaceKind
from alongside.core.recurrence import zone_kept


def carers_to_tell(children: Iterable[int], at: datetime) -> Mapping[int, tuple[int, ...]]:
    """For each of these children (keys) the keys of the carers in the circle at ``at``, of open records only."""
    now = Q(since__lte=at) & (Q(until=None) | Q(until__gt=at))
    rows = Place.objects.filter(now, kind=PlaceKind.CARER, child__in=set(children), child__closed_at=None)
    found: dict[int, list[int]] = defaultdict(list)
    for child, person in rows.filter(person__is_active=True).order_by("pk").values_list("child", "person"):
        found[child].append(person)
    return {child: tuple(persons) for child, persons in found.items()}


def zone_at_home(person: int, clinic: int, at: datetime) -> str:
    """The zone on the clock of a carer's home, the one they have lived in longest; empty where none is kept.

    ``clinic`` is the one that asks: homes of children elsewhere are not its to know.
    """
    now = Q(until=None) | Q(until__gt=at)
    rows = HomeGrownUp.objects.filter(now, person=person, child__clinic=clinic, home__ended_at=None)
    zone = rows.exclude(home__zone="").order_by("since", "pk").values_list("home__zone", flat=True).first()
    return zone_kept(zone).key if zone else ""


def quiet_hours(person: int) -> tuple[time, time] | None:
    """The quiet hours that a carer gave with the way to reach them; None where they gave none."""
    row = Contact.objects.filter(person=person, quiet_from__isnull=False).order_by("-kept_at").first()
    if row is None or row.quiet_from is None or row.quiet_until is None:
        return None
    return row.quiet_from, row.quiet_until
