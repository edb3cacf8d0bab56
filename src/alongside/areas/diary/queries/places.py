"""Reading where a clinic works, how long it takes from one place to another, and the rules of its diary."""

from dataclasses import fields
from typing import Any

from django.db.models import QuerySet

from alongside.adapters.prepared import Slot, prepared
from alongside.areas.diary.models import DiaryRules, Site, Travel
from alongside.areas.diary.values import Rules, SiteSeen, Travels

_RULES = tuple(field.name for field in fields(Rules))


def sites(clinic: int) -> tuple[SiteSeen, ...]:
    """The places of a clinic, the base first, then by name. Empty while it named none."""
    return tuple(
        SiteSeen(pk=row.pk, uuid=row.uuid, name=row.name, address=row.address, is_base=row.is_base)
        for row in _sites(clinic=clinic)
    )


def base(clinic: int) -> int | None:
    """The pk of the clinic's base; None while it named none."""
    return next((row.pk for row in _sites(clinic=clinic) if row.is_base), None)


def travels(clinic: int) -> Travels:
    """All travel times of a clinic at once. Two statements, one for a clinic that named none."""
    between = {(a, b): minutes for a, b, minutes in _travels(clinic=clinic)}
    return Travels(base=base(clinic) if between else None, between=between)


def travel(clinic: int, a: int | None, b: int | None) -> int:
    """Minutes from one place to another (pks of sites, None is the base); 0 where nobody said."""
    return 0 if a == b else travels(clinic).minutes(a, b)


def rules(clinic: int) -> Rules:
    """The rules of a clinic's diary, with the usual ones for whatever it did not choose. One statement."""
    return next((Rules(**row) for row in _rules(clinic=clinic)), Rules())


@prepared
def _sites() -> QuerySet[Site, Site]:
    return Site.objects.filter(clinic=Slot("clinic")).order_by("-is_base", "name", "pk")


@prepared
def _travels() -> QuerySet[Travel, tuple[int, int, int]]:
    return Travel.objects.filter(clinic=Slot("clinic")).values_list("a_id", "b_id", "minutes")


@prepared
def _rules() -> QuerySet[DiaryRules, dict[str, Any]]:
    rows: QuerySet[DiaryRules, dict[str, Any]] = DiaryRules.objects.filter(clinic=Slot("clinic")).values(
        *_RULES
    )
    return rows
