"""The words of notices. Nothing in them tells of a child, a goal, a place or a kind of clinic.

A lock screen is read by others: the sender first, one thing to do, and never more than a time. A mail that tells of
visits brings them as a calendar file, which says no more.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from django.conf import settings
from django.utils.formats import date_format, time_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from alongside.areas.appointments import queries as appointments
from alongside.areas.appointments.queries import expected
from alongside.areas.appointments.queries.lines import VisitLine
from alongside.areas.calendars import queries as calendars
from alongside.areas.circle import gate
from alongside.areas.circle.values import OpenChild
from alongside.areas.notices.models import Notice
from alongside.areas.notices.values import NoticeKind, change_key
from alongside.areas.people.values import ClinicSeen
from alongside.areas.waiting import queries as waiting
from alongside.core.actors import Actor
from alongside.core.capabilities import Capability

_ENDS_WITHIN = timedelta(days=21)
_WEEK = timedelta(days=7)


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """One notice on its way: to whom, from which clinic, when."""

    row: Notice
    actor: Actor
    clinic: ClinicSeen
    at: datetime

    @property
    def zone(self) -> ZoneInfo:
        """The clinic's clock."""
        return ZoneInfo(self.clinic.zone)


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """Subject and body of a mail, its calendar file if any, and the same in one line for a phone."""

    subject: str
    body: str
    short: str
    calendar: bytes = b""


@dataclass(frozen=True, slots=True, kw_only=True)
class _News:
    words: str
    calendar: bytes = b""


def letter(telling: Telling) -> Letter | None:
    """What to say now, in the language that is active; None when it is no longer true or no longer theirs."""
    news = _NEWS[NoticeKind(telling.row.kind)](telling)
    if news is None:
        return None
    sender = _("A note from {clinic}").format(clinic=telling.clinic.name)
    address = f"{settings.PUBLIC_URL}/"
    hello = _("Hello {name},").format(name=telling.actor.short_name)
    close = _("You choose how you are told: {address}").format(address=address)
    body = "\n\n".join([hello, news.words, address, f"{telling.clinic.name}\n{telling.clinic.phone}", close])
    short = f"{sender}: {news.words} {address}"
    return Letter(subject=sender, body=body + "\n", short=short, calendar=news.calendar)


def _reminder(telling: Telling) -> _News | None:
    opened = _opened(telling)
    visits = {
        visit.uuid: visit.starts_at.astimezone(telling.zone)
        for child in opened
        for visit in appointments.upcoming(child)
        if visit.starts_at > telling.at and visit.starts_at.astimezone(telling.zone).date() == telling.row.on
    }
    if not visits:
        return None
    file = calendars.family_letter(opened, telling.at, lambda line: line.uuid in visits)
    return _News(words=_times_said(sorted(visits.values())), calendar=file)


def _times_said(times: list[datetime]) -> str:
    said = {
        "day": date_format(times[0], "l j F"),
        "times": ", ".join(time_format(one, "H:i") for one in times),
    }
    return ngettext(
        "You have a visit on {day}, at {times}.", "You have {n} visits on {day}: {times}.", len(times)
    ).format(n=len(times), **said)


def _offer(telling: Telling) -> _News | None:
    child = next(iter(_opened(telling, telling.row.child_id)), None)
    offer = waiting.open_offer(child) if child else None
    if offer is None or offer.uuid != telling.row.about or offer.held_until <= telling.at:
        return None
    until = date_format(offer.local_until, "l H:i")
    words = ngettext(
        "A time is held for you until {until}.", "{n} times are held for you until {until}.", len(offer.times)
    )
    return _News(words=words.format(n=len(offer.times), until=until))


def _changed(telling: Telling) -> _News | None:
    words = _("A visit has changed. You find it in your visits.")
    if telling.actor.roles_in(telling.clinic.pk):
        return _News(words=words, calendar=calendars.own_letter(telling.actor, telling.at, _is_of(telling)))
    opened = _opened(telling, telling.row.child_id)
    file = calendars.family_letter(opened, telling.at, _is_of(telling))
    return _News(words=words, calendar=file) if opened else None


def _is_of(telling: Telling) -> Callable[[VisitLine], bool]:
    """Whether a visit is among those that this notice of a change is about, and has not changed again since."""
    key, clinic, person = telling.row.key, telling.clinic.pk, telling.actor.person
    return lambda line: key == f"{clinic}:{change_key(line.child, line.changed_at, person)}"


def _renewal(telling: Telling) -> _News | None:
    ending = expected.ending_between(telling.clinic.pk, telling.at, telling.at + _ENDS_WITHIN)
    if not ending or not telling.actor.roles_in(telling.clinic.pk):
        return None
    words = ngettext(
        "{n} regular time ends within three weeks.", "{n} regular times end within three weeks.", ending
    )
    return _News(words=words.format(n=ending))


def _digest(telling: Telling) -> _News | None:
    since = telling.at
    until = datetime.combine(telling.row.on or since, datetime.min.time(), telling.zone) + _WEEK
    visits = expected.expected_between(telling.clinic.pk, since, until)
    mine = sum(visit.therapist == telling.actor.person for visit in visits)
    if not mine:
        return None
    words = ngettext("You have {n} visit this week.", "You have {n} visits this week.", mine)
    return _News(words=words.format(n=mine))


def _opened(telling: Telling, only: int | None = None) -> tuple[OpenChild, ...]:
    """The children of this carer whose visits they may read, through the gate. It is the clinic that looks."""
    found = gate.open_children(
        telling.actor,
        Capability.READ_VISITS,
        telling.at,
        doing="notices.send_notice",
        among=None if only is None else [only],
        sender=telling.clinic.name,
    )
    return tuple(child for child in found if child.is_carer and child.clinic == telling.clinic.pk)


_NEWS: dict[NoticeKind, Callable[[Telling], _News | None]] = {
    NoticeKind.REMINDER: _reminder,
    NoticeKind.OFFER: _offer,
    NoticeKind.CHANGED: _changed,
    NoticeKind.RENEWAL: _renewal,
    NoticeKind.DIGEST: _digest,
}
