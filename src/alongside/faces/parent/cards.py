"""The cards of Today: one idea each, with what was said about it today."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from django.utils.translation import gettext as _

from alongside.areas.circle.values import OpenChild
from alongside.areas.practice.values import BarrierSeen, EntrySeen
from alongside.areas.programme.values import PlacementSeen
from alongside.core import routines
from alongside.core.barriers import BARRIER_LABELS, Barrier
from alongside.core.capabilities import Capability
from alongside.core.moments import FELT_LABELS, FIT_LABELS, HELP_LABELS, Kind
from alongside.faces.common.pages import Choice, fresh_uuid
from alongside.faces.parent import days

# Which way an idea went after an answer about its fit.
EASIER, HARDER, KEPT, UNDONE = "easier", "harder", "kept", "undone"
Entries = Mapping[UUID, tuple[EntrySeen, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryLine:
    """What somebody said about an idea today; ``told`` once how it went or the help was said.

    ``felt``, ``help`` and ``fit`` are buttons; the chosen ones are marked. ``fitted`` once the fit was said.
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
    fit: tuple[Choice, ...]
    fitted: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Why:
    """What got in the way: asked once after «Not today». ``told`` once somebody said it; ``words`` were typed."""

    told: bool
    choices: tuple[Choice, ...]
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Changed:
    """What the answer about the fit changed, in one sentence. ``back`` when it can be taken back.

    ``card`` is what the card says from now on.
    """

    words: str
    back: bool
    card: str


@dataclass(frozen=True, slots=True, kw_only=True)
class After:
    """What a card shows right after a tap, and never again that day."""

    why: Why | None = None
    changed: Changed | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class IdeaCard:
    """One idea on Today. ``fresh`` is the identifier that a phone without script sends with the next entry.

    ``zone`` is the zone of the clock in the reader's home. ``part`` is "row" for a line of the list.
    """

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
    zone: str = ""
    part: str = ""
    after: After = After()

    @property
    def target(self) -> str:
        """The element that an answer replaces."""
        return f"#idea-{self.uuid}" if self.part else "#answer"


def card(
    opened: OpenChild, placed: PlacementSeen, entries: tuple[EntrySeen, ...], zone: str, part: str = ""
) -> IdeaCard:
    """The card of one placement with its newest entry of today."""
    routine = routines.routine(placed.routine)
    return IdeaCard(
        uuid=placed.uuid,
        child=opened.uuid,
        title=placed.title,
        words=_words(placed),
        routine=_(routine.label),
        minutes=placed.minutes,
        icon=routine.icon,
        by_family=placed.whose == "FAMILY",
        held=placed.is_held,
        writable=placed.is_live and opened.allows(Capability.WRITE_ENTRIES),
        fresh=fresh_uuid(opened.at),
        entry=entry_line(entries[0], opened.at) if entries else None,
        zone=zone,
        part=part,
    )


def changed(placed: PlacementSeen, went: str) -> Changed | None:
    """What the answer about the fit changed; ``went`` is EASIER, HARDER, UNDONE or KEPT."""
    if went == KEPT:
        return Changed(words=_("Thank you. Your therapist sees this."), back=False, card=_words(placed))
    if went == UNDONE:
        return Changed(words=_("It is as it was before."), back=False, card=_words(placed))
    if went not in {EASIER, HARDER}:
        return None
    return Changed(words=_from_now_on(placed, went), back=True, card=_words(placed))


def _from_now_on(placed: PlacementSeen, went: str) -> str:
    if not placed.grade_words:
        return _("From now on it is as it was at first.")
    start = _("One step easier from now on:") if went == EASIER else _("One step harder from now on:")
    return f"{start} {placed.grade_words}"


def _words(placed: PlacementSeen) -> str:
    """What to do, with the way it is graded now."""
    return " ".join(part for part in (placed.family_words, placed.grade_words) if part)


def answered(
    child: UUID, entry: EntrySeen, at: datetime, part: str = "", after: After | None = None
) -> IdeaCard:
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
        zone=entry.zone,
        part=part,
        after=after or After(),
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
        fit=_choices(FIT_LABELS, entry.fit) if done else (),
        fitted=entry.fit is not None,
    )


def why(told: tuple[BarrierSeen, ...] = ()) -> Why:
    """The question what got in the way, with what was told already."""
    codes = {one.barrier for one in told}
    return Why(
        told=bool(codes),
        choices=tuple(
            Choice(value=code.value, label=_(label), chosen=code in codes)
            for code, label in BARRIER_LABELS.items()
            if code is not Barrier.OTHER
        ),
        words=next((one.words for one in told if one.words), ""),
    )


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
