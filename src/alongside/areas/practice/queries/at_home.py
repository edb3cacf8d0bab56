"""What Today needs of practice, in one statement: the day's moments, when the newest was, and the weekly question."""

from collections.abc import Iterable
from datetime import datetime, time, timedelta
from typing import Any
from uuid import UUID

from django.db.models import CharField, DateTimeField, F, Q, QuerySet, Subquery, TextField, UUIDField, Value
from django.db.models.functions import Cast, Coalesce

from alongside.adapters.prepared import Slot, prepared
from alongside.areas.circle.values import By, OpenChild, Voice
from alongside.areas.practice.models import Entry, ProbeCollector, Pulse
from alongside.areas.practice.queries.moments import (
    AT_MOST,
    ENTRY,
    Reach,
    entry_seen,
    may_read,
    of_child,
    reach,
)
from alongside.areas.practice.queries.pulse import LOOK_BACK, is_asked, now_of, pulse_now
from alongside.areas.practice.values import DayAtHome, EntrySeen, Offer, PulseSeen
from alongside.core import pulse as core
from alongside.core.pulse import Question

_PULSE, _COUNTS = "PULSE", "COUNTS"


def day_at_home(opened: OpenChild) -> DayAtHome:
    """The local day of whoever may read entries (own ones, or all), and the weekly question of whoever is asked."""
    if not may_read(opened):
        return DayAtHome(entries={}, last_at=None, pulse=pulse_now(opened), counts=True)
    starts = datetime.combine(opened.today, time(), opened.zone_info)
    ends = datetime.combine(opened.today + timedelta(days=1), time(), opened.zone_info)
    asking = {"child": opened.pk, "me": opened.actor.person, "at": opened.at, "starts": starts, "ends": ends}
    rows = _rows(reach=reach(opened), since=opened.at - LOOK_BACK, **asking)
    told = [entry_seen(opened, row) for row in rows if row["kind"] not in {_PULSE, _COUNTS}]
    weekly = [_pulse(opened, row) for row in rows if row["kind"] == _PULSE]
    return DayAtHome(
        entries=_by_placement(one for one in told if starts <= one.happened_at < ends),
        last_at=told[0].happened_at if told else None,
        pulse=now_of(opened, weekly) if is_asked(opened) else None,
        counts=any(row["kind"] == _COUNTS for row in rows),
    )


def _by_placement(told: Iterable[EntrySeen]) -> dict[UUID, tuple[EntrySeen, ...]]:
    found: dict[UUID, tuple[EntrySeen, ...]] = {}
    for one in told:
        found[one.placement] = (*found.get(one.placement, ()), one)
    return found


@prepared
def _rows(*, reach: Reach) -> QuerySet[Entry, dict[str, Any]]:
    entries = of_child(Entry.objects.filter(undone_at=None), reach=reach)
    newest = Subquery(entries.order_by("-happened_at", "-pk").values("pk")[:1])
    of_day = Q(happened_at__gte=Slot("starts"), happened_at__lt=Slot("ends"))
    told = entries.filter(of_day | Q(pk=newest)).values(*ENTRY)
    every: Any = told.union(_weekly(), _counting(), all=True)  # The type checker wants all of one table.
    found: QuerySet[Entry, dict[str, Any]] = every.order_by("-happened_at", "-uuid")[:AT_MOST]
    return found


def _weekly() -> Any:
    """Own weekly answers."""
    rows = Pulse.objects.filter(child=Slot("child"), person=Slot("me"), at__gte=Slot("since"))
    said = Coalesce(Cast("value", TextField()), Value("", output_field=TextField()))
    return _as_entries(
        rows, _PULSE, uuid=F("uuid"), said=said, at=F("at"), asked=F("question"), chosen=F("offer")
    )


def _counting() -> Any:
    """A row for each count that the reader was asked for: without one, nothing has to be looked up."""
    rows = ProbeCollector.objects.filter(child=Slot("child"), person=Slot("me"), ended_at=None)
    none = Value("", output_field=TextField())
    return _as_entries(
        rows, _COUNTS, uuid=F("plan__uuid"), said=none, at=F("asked_at"), asked=none, chosen=none
    )


def _as_entries(rows: Any, kind: str, **own: Any) -> Any:
    """Rows of a person in the columns of ENTRY, in its order."""
    nothing, never = Value(""), Value(None, output_field=DateTimeField())
    columns: dict[str, Any] = {
        "one": own["uuid"],
        "said": own["said"],
        "happened": own["at"],
        "arrived": own["at"],
        "asked": own["asked"],
        "no_placement": Value(None, output_field=UUIDField()),
        "chosen": own["chosen"],
        "me": F("person"),
        "my_uuid": F("person__uuid"),
        "my_name": F("person__short_name"),
        "kind_": Value(kind, output_field=CharField()),
        "felt": nothing,
        "help": nothing,
        "fit_": nothing,
        "changed": never,
        "undone": never,
    }
    return rows.annotate(**columns).values(*columns)


def _pulse(opened: OpenChild, row: dict[str, Any]) -> PulseSeen:
    by = By(name=row["by__short_name"], voice=Voice.FAMILY, uuid=row["by__uuid"])
    return PulseSeen(
        uuid=row["uuid"],
        by=by,
        week=core.week_of(row["happened_at"].astimezone(opened.zone_info).date()),
        question=Question(row["zone"]),
        value=int(row["words"]) if row["words"] else None,
        at=row["happened_at"],
        offer=Offer(row["placement__title"]) if row["placement__title"] else None,
    )
