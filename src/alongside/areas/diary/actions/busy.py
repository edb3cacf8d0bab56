"""Busy times out of a therapist's own calendar: only when they are taken, never what for."""

from collections.abc import Collection
from datetime import datetime, timedelta
from uuid import UUID

from alongside.adapters.calendar_files import fetching, reading
from alongside.adapters.calendar_files.fetching import Line
from alongside.adapters.calendar_files.reading import Busy, Trouble
from alongside.areas.diary.models import BusySource, KeptTime
from alongside.areas.diary.queries.busy import busy_source, followed
from alongside.areas.diary.values import BusyKind, BusySeen, KeptKind
from alongside.areas.people import queries as people
from alongside.areas.trail import actions as trail
from alongside.areas.trail.actions import action
from alongside.core.actors import Actor, MemberRole
from alongside.core.ids import uuid7
from alongside.core.refusals import InvalidInput, NotFound
from alongside.core.words import gettext_noop

SOURCES_AT_MOST = 10
_AHEAD = timedelta(days=730)
_MINUTE = timedelta(minutes=1)
_NOT_FETCHED = "NOT_FETCHED"
SENTENCES = {
    Trouble.NO_CALENDAR: gettext_noop("Choose a calendar file: its name ends with .ics."),
    Trouble.TOO_LARGE: gettext_noop("Choose a calendar of at most one megabyte."),
    Trouble.TOO_MANY: gettext_noop("Choose a calendar of at most 5,000 entries."),
    Trouble.UNKNOWN_ZONE: gettext_noop("Choose a calendar whose time zones have their usual names."),
    Trouble.UNKNOWN_RHYTHM: gettext_noop(
        "One entry repeats in a way we cannot work out. Please take it out."
    ),
    _NOT_FETCHED: gettext_noop("We could not read a calendar at this address. Please look at it again."),
}
_WHERE = gettext_noop("Choose an address of a calendar that your clinic allows, with https.")
_ENOUGH = gettext_noop("You have ten calendars here. Please take one away first.")


def bring_busy(*, actor: Actor, clinic: int, source: UUID, content: bytes, at: datetime) -> BusySeen:
    """Keep the times free that an .ics file says are taken, for the next two years. The same uuid again replaces them.

    Titles, places and people in the file are not even read. InvalidInput for what is no calendar or too much of one.
    The file is worked out before the transaction begins.
    """
    _check_therapist(actor, clinic)
    try:
        found = _read(clinic, content, at)
    except reading.Unreadable as error:
        raise InvalidInput(SENTENCES[error.trouble], field="file") from error
    return _bring(actor, clinic, source, found, at)


@action
def follow_calendar(
    *, actor: Actor, clinic: int, source: UUID, address: str, hosts: Collection[str], at: datetime
) -> BusySeen:
    """Keep an address whose busy times are copied now and again. ``hosts`` are those that the installation allows.

    Nothing is fetched here: that is ``look_at_calendar``.
    """
    try:
        fetching.check_address(address.strip(), hosts)
    except fetching.NotFetched as error:
        raise InvalidInput(_WHERE, field="address") from error
    row = _source(actor, clinic, source, BusyKind.FEED, address.strip(), at)
    trail.record_doing(actor, "diary.follow_calendar", clinic, at)
    return busy_source(row)


def look_at_calendar(*, key: str, hosts: Collection[str], at: datetime, line: Line | None = None) -> None:
    """Fetch one followed calendar and copy its busy times. What was kept before stays when that fails.

    ``key`` begins with its uuid and a full stop. The network (``line``) is asked outside of any transaction, and
    not at all for somebody who left the team.
    """
    row = followed(at).filter(uuid=UUID(key.split(".")[0])).first()
    if row is None:
        return
    try:
        content = fetching.fetched(row.address, hosts, line)
        found = _read(row.clinic_id, content, at)
    except fetching.NotFetched:
        _note(row.uuid, None, _NOT_FETCHED, at)
    except reading.Unreadable as error:
        _note(row.uuid, None, error.trouble.value, at)
    else:
        _note(row.uuid, found, "", at)


@action
def forget_busy(*, actor: Actor, source: UUID, at: datetime) -> None:
    """Take a calendar of one's own away, with every busy time that came from it. Again changes nothing."""
    row = BusySource.objects.select_for_update().filter(person=actor.person, uuid=source).first()
    if row is None:
        return
    KeptTime.objects.filter(source=row.uuid).delete()
    row.delete()
    trail.record_doing(actor, "diary.forget_busy", row.clinic_id, at)


@action
def _bring(actor: Actor, clinic: int, source: UUID, found: tuple[Busy, ...], at: datetime) -> BusySeen:
    row = _source(actor, clinic, source, BusyKind.UPLOAD, "", at)
    _replace(row, found, at)
    trail.record_doing(actor, "diary.bring_busy", clinic, at)
    return busy_source(row)


@action
def _note(source: UUID, found: tuple[Busy, ...] | None, trouble: str, at: datetime) -> None:
    """Read again under the lock: it may have been taken away while the other side spoke."""
    row = BusySource.objects.select_for_update().filter(uuid=source).first()
    if row is None:
        return
    row.trouble = trouble
    if found is None:
        row.checked_at = at
        row.save(update_fields=["trouble", "checked_at"])
    else:
        _replace(row, found, at)


def _source(
    actor: Actor, clinic: int, source: UUID, kind: BusyKind, address: str, at: datetime
) -> BusySource:
    _check_therapist(actor, clinic)
    known = BusySource.objects.select_for_update().filter(uuid=source).first()
    if known is not None:
        if (known.person_id, known.clinic_id, known.kind) != (actor.person, clinic, kind.value):
            raise NotFound
        return known
    if BusySource.objects.filter(person=actor.person).count() >= SOURCES_AT_MOST:
        raise InvalidInput(_ENOUGH, field="file" if kind is BusyKind.UPLOAD else "address")
    return BusySource.objects.create(
        uuid=source, clinic_id=clinic, person_id=actor.person, kind=kind.value, address=address, made_at=at
    )


def _check_therapist(actor: Actor, clinic: int) -> None:
    if MemberRole.THERAPIST not in actor.roles_in(clinic):
        raise NotFound


def _read(clinic: int, content: bytes, at: datetime) -> tuple[Busy, ...]:
    return reading.busy_times(content, people.clinic(clinic).zone, at, at + _AHEAD)


def _replace(row: BusySource, found: tuple[Busy, ...], at: datetime) -> None:
    """In whole minutes, rounded away from the free time."""
    KeptTime.objects.filter(source=row.uuid).delete()
    KeptTime.objects.bulk_create(
        [
            KeptTime(
                clinic_id=row.clinic_id,
                person_id=row.person_id,
                uuid=uuid7(at),
                kind=KeptKind.BUSY.value,
                source=row.uuid,
                starts_at=one.starts_at.replace(second=0, microsecond=0),
                ends_at=_up(one.ends_at),
                by_id=row.person_id,
                at=at,
            )
            for one in found
        ],
        batch_size=500,
    )
    row.checked_at = at
    row.save(update_fields=["checked_at", "trouble"])


def _up(at: datetime) -> datetime:
    whole = at.replace(second=0, microsecond=0)
    return whole if whole == at else whole + _MINUTE
