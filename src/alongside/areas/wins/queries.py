"""Reading wins."""

from collections.abc import Sequence
from datetime import date
from typing import cast
from uuid import UUID

from django.db.models import QuerySet
from django.utils.translation import gettext

from alongside.adapters.prepared import Slot, prepared
from alongside.areas.circle.queries import by
from alongside.areas.circle.values import OpenChild
from alongside.areas.people.models import Person
from alongside.areas.wins.models import Win
from alongside.areas.wins.values import AskedSeen, Source, WhySeen, WinAbout, WinSeen, WinState
from alongside.core.capabilities import Capability
from alongside.core.refusals import NotFound
from alongside.core.words import gettext_noop

ASK = gettext_noop("First time without help. Was that a win?")
_SHOWN_AT_MOST = 100


def wins(opened: OpenChild, limit: int = _SHOWN_AT_MOST) -> tuple[WinSeen, ...]:
    """The child's wins, newest first."""
    opened.check(Capability.READ_WINS)
    rows = _won(opened).order_by("-happened_on", "-pk")
    return tuple(win_seen(row) for row in rows[: min(limit, _SHOWN_AT_MOST)])


def win(opened: OpenChild, uuid: UUID) -> WinSeen:
    """One confirmed win; NotFound for anything else."""
    opened.check(Capability.READ_WINS)
    rows = _one(child=opened.pk, uuid=uuid)
    if not rows:
        raise NotFound
    return win_seen(rows[0])


def wins_about(opened: OpenChild) -> tuple[WinSeen, ...]:
    """Every win of this child that belongs to a goal or an idea, newest first. One statement."""
    opened.check(Capability.READ_WINS)
    return tuple(win_seen(row) for row in _about(child=opened.pk))


def wins_since(
    openeds: Sequence[OpenChild], since: date, limit: int = 12
) -> tuple[tuple[UUID, WinSeen], ...]:
    """The wins of several children from a day on, newest first, each with the child's uuid. One statement."""
    readable = {child.pk: child.uuid for child in openeds if child.allows(Capability.READ_WINS)}
    rows = Win.objects.filter(child__in=list(readable), state=WinState.CONFIRMED, happened_on__gte=since)
    newest = rows.select_related("by", "why_by").order_by("-happened_on", "-pk")
    return tuple((readable[row.child_id], win_seen(row)) for row in newest[: min(limit, _SHOWN_AT_MOST)])


def count(opened: OpenChild) -> int:
    """How many wins there are in all. They never reset."""
    opened.check(Capability.READ_WINS)
    return _won(opened).count()


def asked(opened: OpenChild) -> tuple[AskedSeen, ...]:
    """The log's open questions, oldest first, for people who may decide; empty for everybody else."""
    if not opened.allows(Capability.CONFIRM_WINS):
        return ()
    rows = Win.objects.filter(child=opened.pk, state=WinState.ASKED, source=Source.FROM_LOG).order_by("pk")
    return tuple(_asked(row) for row in rows[:_SHOWN_AT_MOST])


def win_row(opened: OpenChild, uuid: UUID) -> Win:
    """The stored win, for actions of this area; NotFound for another child's."""
    row = Win.objects.filter(child=opened.pk, uuid=uuid).select_related("by", "why_by").first()
    if row is None:
        raise NotFound
    return row


def win_seen(row: Win) -> WinSeen:
    """A confirmed win as a value. The database refuses one without its author."""
    return WinSeen(
        uuid=row.uuid,
        words=row.words,
        by=by(cast(Person, row.by), row.voice),
        happened_on=row.happened_on,
        source=Source(row.source),
        about=WinAbout(row.about) if row.about else None,
        about_uuid=row.about_uuid,
        why=_why(row),
        added_at=row.added_at,
    )


@prepared
def _one() -> QuerySet[Win, Win]:
    rows = Win.objects.filter(child=Slot("child"), uuid=Slot("uuid"), state=WinState.CONFIRMED)
    return rows.select_related("by", "why_by")


@prepared
def _about() -> QuerySet[Win, Win]:
    rows = Win.objects.filter(child=Slot("child"), state=WinState.CONFIRMED, about_uuid__isnull=False)
    return rows.select_related("by", "why_by").order_by("-happened_on", "-pk")


def _won(opened: OpenChild) -> QuerySet[Win]:
    return Win.objects.filter(child=opened.pk, state=WinState.CONFIRMED).select_related("by", "why_by")


def _why(row: Win) -> WhySeen | None:
    if row.why_by is None or row.why_at is None:
        return None
    return WhySeen(words=row.why_hard, by=by(row.why_by, "THERAPIST"), at=row.why_at)


def _asked(row: Win) -> AskedSeen:
    """A question as a value. The database refuses one without its placement and entry."""
    return AskedSeen(
        uuid=row.uuid,
        ask=gettext(ASK),
        title=row.asked_title,
        placement=cast(UUID, row.asked_placement),
        entry=cast(UUID, row.asked_entry),
        happened_on=row.happened_on,
    )
