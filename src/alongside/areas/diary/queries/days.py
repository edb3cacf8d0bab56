"""Reading what is particular about a day: closed, a public holiday, school holidays, term."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from alongside.adapters.prepared import Slot, prepared
from alongside.areas.diary.models import PublicHoliday, TermDate
from alongside.areas.diary.queries.kept import kept_of
from alongside.areas.diary.queries.places import rules
from alongside.areas.diary.values import (
    DaySeen,
    HolidaySeen,
    KeptKind,
    KeptSeen,
    Rules,
    TermKind,
    TermSeen,
)
from alongside.areas.people import queries as people
from alongside.core.opening import DAY

_SATURDAY = 5


def days(clinic: int, first: date, last: date) -> Mapping[date, DaySeen]:
    """Every day from ``first`` to ``last``, in order, with what is particular about it. Six statements."""
    zone = people.clinic(clinic).zone
    closures = [one for one in kept_of(clinic, (), first, last, zone) if one.kind is KeptKind.CLOSED]
    return days_with(clinic, first, last, rules(clinic), closures)


def why_closed(clinic: int, day: date) -> str | None:
    """Why nobody works on this day ("Christmas Day"); None when the clinic is open."""
    return days(clinic, day, day)[day].closed or None


def is_term(clinic: int, day: date) -> bool:
    """Whether school is on. Beyond the terms that the clinic named, every Monday to Friday is taken for it."""
    return days(clinic, day, day)[day].is_term


def terms(clinic: int) -> tuple[TermSeen, ...]:
    """The terms and school holidays that the clinic named, oldest first."""
    return tuple(
        TermSeen(uuid=row.uuid, name=row.name, kind=TermKind(row.kind), first=row.from_on, last=row.until_on)
        for row in _terms(clinic=clinic)
    )


def public_holidays(clinic: int, first: date, last: date) -> tuple[HolidaySeen, ...]:
    """The public holidays from ``first`` to ``last``, in order."""
    found = _holidays(clinic=clinic, first=first, last=last)
    return tuple(HolidaySeen(day=on, name=name) for on, name in found)


def days_with(
    clinic: int, first: date, last: date, rules: Rules, closures: Sequence[KeptSeen]
) -> dict[date, DaySeen]:
    """The same for a reader who has the rules and the clinic's closures already. Two statements."""
    public = {one.day: one.name for one in public_holidays(clinic, first, last)}
    shut = {one.day: one.words or _("Closed") for one in closures if (one.start, one.end) == (0, DAY)}
    school = terms(clinic)
    return {
        day: _day(day, public.get(day, ""), shut.get(day, ""), school, rules) for day in each_day(first, last)
    }


def each_day(first: date, last: date) -> Iterator[date]:
    """The days from ``first`` to ``last``."""
    return (first + timedelta(days=number) for number in range((last - first).days + 1))


def _day(day: date, public: str, shut: str, school: Sequence[TermSeen], rules: Rules) -> DaySeen:
    holiday = next((one.name for one in school if one.kind is TermKind.HOLIDAY and one.holds(day)), "")
    reasons = (
        shut,
        "" if rules.works_on_public_holidays else public,
        "" if rules.works_in_school_holidays else holiday,
    )
    return DaySeen(
        day=day,
        closed=next(filter(None, reasons), ""),
        public=public,
        holiday=holiday,
        is_term=not public and not holiday and day.weekday() < _SATURDAY and _within_terms(day, school),
    )


def _within_terms(day: date, school: Sequence[TermSeen]) -> bool:
    """Whether a term holds the day, or lies too far off for anybody to have said."""
    named = [one for one in school if one.kind is TermKind.TERM]
    if not named or day < named[0].first or day > max(one.last for one in named):
        return True
    return any(one.holds(day) for one in named)


@prepared
def _terms() -> QuerySet[TermDate, TermDate]:
    return TermDate.objects.filter(clinic=Slot("clinic")).order_by("from_on", "pk")


@prepared
def _holidays() -> QuerySet[PublicHoliday, tuple[date, str]]:
    rows = PublicHoliday.objects.filter(clinic=Slot("clinic"), on__gte=Slot("first"), on__lte=Slot("last"))
    return rows.order_by("on").values_list("on", "name")
