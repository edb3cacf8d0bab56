"""When families could come. What one home said is not shown to the grown-ups of the other."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from django.db.models import Q, QuerySet

from alongside.areas.circle import queries as circle
from alongside.areas.circle.values import OpenChild
from alongside.areas.diary.models import FamilyWindow
from alongside.areas.diary.values import WindowKind
from alongside.areas.diary.values.windows import WindowSeen
from alongside.core.capabilities import Capability


def windows(opened: OpenChild) -> tuple[WindowSeen, ...]:
    """What was said about this child's week, by home, day and time, from today on.

    Who books visits reads all of it; a carer what was said for homes of their own, and what was said for no home by
    them and by those who share a home with them; a restricted carer nothing.
    """
    opened.check(Capability.READ_VISITS)
    if opened.is_restricted:
        return ()
    rows = _counting([opened.pk], opened.today).filter(readable(opened))
    return tuple(_seen(row) for row in rows)


def readable(opened: OpenChild) -> Q:
    """A condition on the windows of this child: what this person may read, and so may take back."""
    known = None if _reads_all(opened) else circle.my_homes(opened)
    if known is None:
        return Q()
    return Q(home__in=known) | Q(home=None) & circle.of_my_people(opened, "by")


def windows_of(openeds: Sequence[OpenChild]) -> Mapping[int, tuple[WindowSeen, ...]]:
    """The same by the child's key, for children whose visits the reader books. One statement."""
    allowed = [opened for opened in openeds if _reads_all(opened)]
    if not allowed:
        return {}
    found: dict[int, list[WindowSeen]] = {}
    for row in _counting([opened.pk for opened in allowed], min(opened.today for opened in allowed)):
        found.setdefault(row.child_id, []).append(_seen(row))
    return {child: tuple(rows) for child, rows in found.items()}


def _reads_all(opened: OpenChild) -> bool:
    return opened.allows(Capability.BOOK_VISITS) and not opened.is_carer


def _counting(children: Iterable[int], today: date) -> QuerySet[FamilyWindow]:
    counts = Q(until_on=None) | Q(until_on__gte=today)
    there = Q(home=None) | Q(home__ended_at=None)
    rows = FamilyWindow.objects.filter(counts, there, child__in=list(children)).select_related("by")
    return rows.order_by("child", "home", "weekday", "from_time", "pk")


def _seen(row: FamilyWindow) -> WindowSeen:
    return WindowSeen(
        uuid=row.uuid,
        home=row.home_id,
        weekday=row.weekday,
        from_time=row.from_time,
        until_time=row.until_time,
        kind=WindowKind(row.kind),
        from_on=row.from_on,
        until_on=row.until_on,
        by_name=row.by.short_name,
        at=row.at,
    )
