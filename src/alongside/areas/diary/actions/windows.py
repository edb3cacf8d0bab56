"""A family says when it could come, and when it could not."""

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from uuid import UUID

from django.db.models import Q, QuerySet

from alongside.areas.circle import gate
from alongside.areas.circle import queries as circle
from alongside.areas.circle.values import OpenChild
from alongside.areas.diary.models import FamilyWindow
from alongside.areas.diary.queries.windows import readable
from alongside.areas.diary.queries.windows import windows as windows_now
from alongside.areas.diary.values.windows import WINDOWS_AT_MOST, WindowDraft, WindowSeen
from alongside.areas.trail.actions import action
from alongside.core import bounds
from alongside.core.actors import Actor
from alongside.core.capabilities import Capability
from alongside.core.ids import uuid7
from alongside.core.refusals import InvalidInput
from alongside.core.words import gettext_noop

_Key = tuple[int, object, object, str]


@action
def keep_windows(
    *,
    actor: Actor,
    child: UUID,
    windows: Sequence[WindowDraft],
    at: datetime,
    home: UUID | None = None,
    heard_by_clinic: bool = False,
    heard_from: UUID | None = None,
) -> tuple[WindowSeen, ...]:
    """Keep when the family could and could not come, in place of what it said of this home before.

    At most 60 windows; ``home`` None is for every home. ``heard_by_clinic`` is for whoever books visits and writes
    down what the family told them: ``heard_from`` is the carer, for whose home it then is. What the actor may not read
    stays as it is. The same windows again change nothing. Answers all that the actor may read.
    """
    needed = Capability.BOOK_VISITS if heard_by_clinic else Capability.ASK_TO_CHANGE_VISIT
    opened = gate.open_child(actor, child, needed, at, doing="diary.keep_windows")
    wanted = _checked(windows)
    gate.hold(opened)
    heard = heard_from if heard_by_clinic else None
    key = circle.home_of_carer(opened, heard) if heard else circle.home_key(opened, home)
    known = _end_others(opened, key, wanted)
    FamilyWindow.objects.bulk_create(
        _row(opened, key, draft) for draft in wanted.values() if _key(draft) not in known
    )
    return windows_now(opened)


def _checked(windows: Sequence[WindowDraft]) -> dict[_Key, WindowDraft]:
    """The windows without repeats."""
    bounds.few(windows, WINDOWS_AT_MOST, "windows")
    for draft in windows:
        bounds.whole(draft.weekday, 0, 6, "weekday")
        if draft.until_time <= draft.from_time:
            raise InvalidInput(gettext_noop("Choose an end that is after the start."), field="until_time")
    return {_key(draft): draft for draft in windows}


def _end_others(opened: OpenChild, home: int | None, wanted: Iterable[_Key]) -> set[_Key]:
    """End what is said no longer; answers what stays. What was said today leaves no trace."""
    rows = _said(opened, home)
    gone = {row.pk for row in rows if _key(row) not in set(wanted)}
    FamilyWindow.objects.filter(pk__in=gone, from_on__gte=opened.today).delete()
    FamilyWindow.objects.filter(pk__in=gone).update(until_on=opened.today - timedelta(days=1))
    return {_key(row) for row in rows if row.pk not in gone}


def _said(opened: OpenChild, home: int | None) -> QuerySet[FamilyWindow]:
    counts = Q(until_on=None) | Q(until_on__gte=opened.today)
    return FamilyWindow.objects.filter(counts, readable(opened), child=opened.pk, home=home)


def _key(one: WindowDraft | FamilyWindow) -> _Key:
    return one.weekday, one.from_time, one.until_time, str(one.kind)


def _row(opened: OpenChild, home: int | None, draft: WindowDraft) -> FamilyWindow:
    return FamilyWindow(
        child_id=opened.pk,
        uuid=uuid7(opened.at),
        home_id=home,
        weekday=draft.weekday,
        from_time=draft.from_time,
        until_time=draft.until_time,
        kind=draft.kind.value,
        from_on=opened.today,
        by_id=opened.actor.person,
        at=opened.at,
    )
