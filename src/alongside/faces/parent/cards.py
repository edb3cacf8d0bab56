"""The cards of Today: one idea each, with what was said about it today."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from uuid import UUID

from django.utils.translation import gettext as _

from alongside.areas.circle.values import OpenChild
from alongside.areas.practice.values import EntrySeen
from alongside.areas.programme.values import PlacementSeen
from alongside.areas.story.values import DayMomentSeen
from alongside.core import routines
from alongside.core.capabilities import Capability
from alongside.core.moments import FELT_LABELS, HELP_LABELS, Kind
from alongside.core.routines import Window
from alongside.faces.common.pages import Choice, fresh_uuid
from alongside.faces.parent import days

Entries = Mapping[UUID, tuple[EntrySeen, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryLine:
    """What somebody said about an idea today; ``told`` once how it went or the help was said.

    ``felt`` and ``help`` are buttons; the chosen ones are marked.
    """

    uuid: UUID
    done: bool
    heading: str
    line: str
    words: str
    mine: bool
    told: bool
    felt: tuple[Choice, ...]
    help: tuple[Choice, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class IdeaCard:
    """One idea on Today. ``fresh`` is the identifier that a phone without script sends with the next entry."""

    uuid: UUID
    child: UUID
    title: str
    words: str
    routine: str
    minutes: int | None
    icon: str
    by_family: bool
    held: bool
    writable: bool
    fresh: UUID
    entry: EntryLine | None


def card(opened: OpenChild, placed: PlacementSeen, entries: tuple[EntrySeen, ...]) -> IdeaCard:
    """The card of one placement with its newest entry of today."""
    routine = routines.routine(placed.routine)
    return IdeaCard(
        uuid=placed.uuid,
        child=opened.uuid,
        title=placed.title,
        words=" ".join(part for part in (placed.family_words, placed.grade_words) if part),
        routine=_(routine.label),
        minutes=placed.minutes,
        icon=routine.icon,
        by_family=placed.whose == "FAMILY",
        held=placed.is_held,
        writable=placed.is_live and opened.allows(Capability.WRITE_ENTRIES),
        fresh=fresh_uuid(opened.at),
        entry=entry_line(entries[0], opened.at) if entries else None,
    )


def answered(child: UUID, entry: EntrySeen, at: datetime) -> IdeaCard:
    """What a card needs after a tap, from the stored entry alone."""
    return IdeaCard(
        uuid=entry.placement,
        child=child,
        title=entry.title,
        words="",
        routine="",
        minutes=None,
        icon="check",
        by_family=False,
        held=False,
        writable=True,
        fresh=fresh_uuid(at),
        entry=None if entry.undone else entry_line(entry, at),
    )


def entry_line(entry: EntrySeen, at: datetime) -> EntryLine:
    """An entry in words, with the two short questions that may follow it."""
    done = entry.kind is Kind.TRIED
    return EntryLine(
        uuid=entry.uuid,
        done=done,
        heading=_heading(entry, at, done=done),
        line=" · ".join(_parts(entry, done=done)),
        words=entry.words,
        mine=entry.is_mine,
        told=entry.felt is not None or entry.help is not None,
        felt=_choices(FELT_LABELS, entry.felt) if done else (),
        help=_choices(HELP_LABELS, entry.help) if done else (),
    )


def own_times(day: tuple[DayMomentSeen, ...]) -> dict[str, Window]:
    """The family's own times as windows: an hour around each, starting a quarter of an hour before."""
    return {moment.routine: window for moment in day if (window := _window(moment)) is not None}


def _window(moment: DayMomentSeen) -> Window | None:
    if moment.usual_at is None:
        return None
    starts = timedelta(hours=moment.usual_at.hour, minutes=moment.usual_at.minute) - timedelta(minutes=15)
    return Window(starts=_time(starts), ends=_time(starts + timedelta(minutes=75)))


def _time(since_midnight: timedelta) -> time:
    return (days.MIDNIGHT + since_midnight).time()


def _heading(entry: EntrySeen, at: datetime, *, done: bool) -> str:
    if not done:
        return _("Not today. That is fine.")
    just_now = timedelta(0) <= at - entry.happened_at < timedelta(minutes=2)
    return (
        _("Done, just now.")
        if just_now
        else _("Done at %(time)s.") % {"time": days.clock(entry.happened_local)}
    )


def _parts(entry: EntrySeen, *, done: bool) -> list[str]:
    first = _("Done %(time)s") % {"time": days.clock(entry.happened_local)} if done else _("Not today")
    felt = _(FELT_LABELS[entry.felt]).lower() if entry.felt else ""
    who = "" if entry.is_mine else entry.by.name
    return [part for part in (first, felt, who) if part]


def _choices(labels: Mapping, chosen: object) -> tuple[Choice, ...]:
    return tuple(
        Choice(value=code.value, label=_(label), chosen=code is chosen) for code, label in labels.items()
    )
