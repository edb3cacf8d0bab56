"""Rows of visits before they are stored: who books for whom, who sees the child where, and when."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from urllib.parse import urlsplit
from uuid import UUID

from alongside.areas.appointments.models import Room, Visit
from alongside.areas.appointments.queries.claims import PLAIN, Asked
from alongside.areas.appointments.values import VisitDetails, VisitState, Way
from alongside.areas.circle import queries as circle
from alongside.areas.circle.values import OpenChild, PlaceKind
from alongside.areas.diary import queries as diary
from alongside.areas.people import queries as people
from alongside.core import bounds
from alongside.core.cells import cells_of
from alongside.core.refusals import InvalidInput, NotFound, Refusal
from alongside.core.words import gettext_noop

_BOOK_BACK = timedelta(days=14)
_BOOK_AHEAD = timedelta(days=550)
_LONGEST_BUFFER = 60
_COLLEAGUES_AT_MOST = 6


class TherapistLeft(Refusal):
    """Nobody is booked with somebody who no longer works in the clinic."""

    sentence = gettext_noop("This therapist no longer works here. Choose a time with another one.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Ground:
    """Whose visit it is and who books it: keys, the clinic's zone, and the moment."""

    clinic: int
    child: int
    zone: str
    by: int
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Where:
    """Who sees the child where: keys that were checked to belong to the clinic."""

    therapist: int
    room: Room | None
    minutes: int
    place_words: str = ""
    way: Way = Way.IN_ROOM
    link: str = ""
    site: int | None = None
    buffer: int = 0
    asked: Asked = PLAIN


def ground(opened: OpenChild) -> Ground:
    """The ground of what somebody does for a child whose record they opened."""
    return Ground(
        clinic=opened.clinic, child=opened.pk, zone=opened.zone, by=opened.actor.person, at=opened.at
    )


def where(
    opened: OpenChild,
    therapist: UUID,
    room: UUID | None,
    minutes: int,
    place_words: str,
    details: VisitDetails,
) -> Where:
    """Everything checked. Raises NotFound for somebody or something of another clinic, InvalidInput."""
    held_in = the_room(opened.clinic, room) if room else None
    lead = the_therapist(opened, therapist)
    return Where(
        therapist=lead,
        room=held_in,
        minutes=minutes,
        place_words=bounds.words(place_words, bounds.SENTENCE, "place_words"),
        way=details.way,
        link=video_link(details),
        site=the_site(opened.clinic, details.site) if details.site else _site_of(held_in),
        buffer=the_buffer(opened.clinic, details.buffer),
        asked=asked_of(opened, details, lead),
    )


def where_of(row: Visit) -> Where:
    """The same as a stored visit has it, without the further people whom it asks for."""
    return Where(
        therapist=row.therapist_id,
        room=row.room,
        minutes=row.minutes,
        place_words=row.place_words,
        way=Way(row.way),
        link=row.link,
        site=row.site_id,
        buffer=row.buffer_after,
    )


def visit_of(on: Ground, at_place: Where, uuid: UUID, starts_at: datetime) -> Visit:
    """A booked visit that is not stored yet."""
    return Visit(
        uuid=uuid,
        clinic_id=on.clinic,
        child_id=on.child,
        therapist_id=at_place.therapist,
        room=at_place.room,
        starts_at=starts_at,
        minutes=at_place.minutes,
        zone=on.zone,
        place_words=at_place.place_words,
        way=at_place.way.value,
        link=at_place.link,
        site_id=at_place.site,
        buffer_after=at_place.buffer,
        state=VisitState.BOOKED.value,
        booked_by_id=on.by,
        booked_at=on.at,
    )


def the_therapist(opened: OpenChild, therapist: UUID) -> int:
    """The key of a therapist who works in the child's clinic now."""
    return people.therapist(opened.clinic, therapist, opened.at).pk


def check_at_work(opened: OpenChild, rows: Iterable[Visit]) -> None:
    """Refuse TherapistLeft where one of these visits, read with their names, would be held by who left the team."""
    for therapist in {row.therapist.uuid for row in rows}:
        try:
            the_therapist(opened, therapist)
        except NotFound:
            raise TherapistLeft from None


def the_room(clinic: int, room: UUID) -> Room:
    """A room of the clinic; NotFound for another's."""
    row = Room.objects.filter(clinic=clinic, uuid=room).first()
    if row is None:
        raise NotFound
    return row


def the_site(clinic: int, site: UUID) -> int:
    """The key of a place of the clinic; NotFound for another's."""
    key = next((one.pk for one in diary.sites(clinic) if one.uuid == site), None)
    if key is None:
        raise NotFound
    return key


def the_buffer(clinic: int, wanted: int | None) -> int:
    """Minutes kept free after a visit: those named, else by the clinic's rule."""
    if wanted is None:
        return diary.rules(clinic).buffer_minutes
    return bounds.whole(wanted, 0, _LONGEST_BUFFER, "buffer")


def _site_of(room: Room | None) -> int | None:
    return room.site_id if room else None


def video_link(details: VisitDetails) -> str:
    """The address of a video visit, kept only for one."""
    if details.way is not Way.VIDEO:
        return ""
    link = bounds.words(details.link, bounds.SENTENCE, "link")
    if link and not _is_safe(link):
        raise InvalidInput(gettext_noop("Paste a link that starts with https://."), field="link")
    return link


def asked_of(opened: OpenChild, details: VisitDetails, lead: int) -> Asked:
    """The further therapists, and the grown-ups of whom one comes along: the one named, else any responsible carer."""
    bounds.few(details.colleagues, _COLLEAGUES_AT_MOST, "colleagues")
    colleagues = dict.fromkeys(the_therapist(opened, one) for one in details.colleagues)
    colleagues.pop(lead, None)
    return Asked(colleagues=tuple(colleagues), carers=carers_of(opened, details))


def carers_of(opened: OpenChild, details: VisitDetails) -> tuple[int, ...]:
    """Keys of the carers of whom one comes. Nobody has to be at a visit away, at school for example, unless named."""
    if details.way is Way.AWAY and details.comes_with is None:
        return ()
    carers = [one for one in circle.grownups(opened) if one.kind is PlaceKind.CARER]
    if details.comes_with is None:
        return tuple(one.pk for one in carers if one.responsible and not one.restricted)
    named = tuple(one.pk for one in carers if one.uuid == details.comes_with)
    if not named:
        raise NotFound
    return named


def when(starts_at: datetime, minutes: int, at: datetime) -> datetime:
    """The instant in UTC, from two weeks back (a visit that is written up late) to eighteen months ahead."""
    cells_of(starts_at, minutes)  # refuses what does not fit five-minute cells, before anything is written
    if not at - _BOOK_BACK <= starts_at <= at + _BOOK_AHEAD:
        raise InvalidInput(gettext_noop("Choose a day within the next eighteen months."), field="starts_at")
    return starts_at.astimezone(UTC)


def check_mine(on: Ground, child: int, person: int) -> None:
    """A uuid that was used for somebody or something else is unknown here."""
    if (child, person) != (on.child, on.by):
        raise NotFound


def _is_safe(link: str) -> bool:
    try:
        parts = urlsplit(link)
    except ValueError:
        return False
    return parts.scheme == "https" and bool(parts.hostname) and not any(sign.isspace() for sign in link)
