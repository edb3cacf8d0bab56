"""Today: what fits this time of day first, then the rest. One is plenty."""

from dataclasses import dataclass, replace
from datetime import datetime, time, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

from django.forms import Form
from django.http import HttpResponse
from django.utils.translation import gettext as _

from alongside.areas.appointments import queries as appointments
from alongside.areas.appointments.values import VisitSeen
from alongside.areas.circle.values import OpenChild
from alongside.areas.conversation import queries as conversation
from alongside.areas.conversation.values import MessageSeen
from alongside.areas.practice import queries as practice
from alongside.areas.practice.values import DayAtHome, EntrySeen
from alongside.areas.programme import queries as programme
from alongside.areas.programme.values import PlacementSeen, RestedSeen
from alongside.areas.story import queries as story
from alongside.areas.story.values.week import DayTimes
from alongside.areas.waiting import queries as offers
from alongside.core import routines
from alongside.core.capabilities import Capability
from alongside.core.moments import Kind
from alongside.faces.common.pages import page
from alongside.faces.common.request import Request
from alongside.faces.parent import cards, days, handover, probe_cards, pulse_cards, rested, talk
from alongside.faces.parent.cards import After, Entries, IdeaCard
from alongside.faces.parent.frame import VOICES, FamilyPage, Sibling, first_problem, frame, open_for, siblings
from alongside.faces.parent.handover import HandoverCard
from alongside.faces.parent.probe_cards import CountCard
from alongside.faces.parent.pulse_cards import PulseCard
from alongside.faces.parent.rested import RestLine

BACK_AFTER = timedelta(days=21)
# What ?after= says of the idea in front: what got in the way is asked, or was told.
ASKS, TOLD = "asks", "told"
_STILL_FRESH = timedelta(minutes=10)


@dataclass(frozen=True, slots=True, kw_only=True)
class VisitCard:
    """The next visit, and whether the reader may add to it."""

    uuid: UUID
    title: str
    place: str
    can_ask: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class LatestMessage:
    """The newest message of somebody else, short."""

    thread: UUID
    name: str
    voice: str
    when: str
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TodayPage(FamilyPage):
    """``now`` is the idea that fits this time of day; None when there is no plan or the day is over.

    ``evening`` gives the picture its moon.
    """

    date: str
    evening: bool
    reader: str
    siblings: tuple[Sibling, ...]
    problem: str
    lead: str
    plenty: bool
    empty: str
    now: IdeaCard | None
    now_label: str
    rest: tuple[IdeaCard, ...]
    rest_title: str
    asks: bool
    can_notice: bool
    counts: tuple[CountCard, ...]
    visit: VisitCard | None
    offer: UUID | None
    can_choose: bool
    message: LatestMessage | None
    pulse: PulseCard | None
    news: tuple[RestLine, ...]
    handed: HandoverCard | None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Day:
    """What the page is made of: the ideas of this day, what was told about them, and the family's own times."""

    placed: tuple[PlacementSeen, ...]
    home: DayAtHome
    times: DayTimes
    at: datetime
    rests: tuple[RestedSeen, ...]

    @property
    def entries(self) -> Entries:
        return self.home.entries


def today(request: Request, child: UUID) -> HttpResponse:
    """The page that opens in the morning. ``?card=`` keeps an idea in front that was just answered."""
    opened = open_for(request, child, Capability.READ_PROGRAMME, "today")
    built = today_page(opened, request.GET.get("card", ""), after=request.GET.get("after", ""))
    return page(request, "parent/today.html", built)


def refused_page(opened: OpenChild, form: Form) -> TodayPage:
    """Today again, with the reason why a tap was not stored."""
    return today_page(opened, form.data.get("placement", ""), first_problem(form))


def today_page(opened: OpenChild, in_front: str = "", problem: str = "", after: str = "") -> TodayPage:
    """Everything on Today in fifteen statements; one more for what was handed over, or for an offer without a plan."""
    day = _day(opened)
    visit = appointments.next_visit(opened) if opened.allows(Capability.READ_VISITS) else None
    now, label = _now(day, in_front)
    newest, handed = conversation.newest_and_handed(opened)
    rest = (one for one in day.placed if one is not now)
    return TodayPage(
        **frame(opened, "today"),
        date=days.full_day(day.at.date()),
        evening=days.is_evening(day.at),
        reader=opened.actor.name.split()[0],
        siblings=siblings(opened),
        problem=problem,
        lead=_lead(opened, day),
        plenty=len(day.placed) > 1 and not day.times.is_paused,
        empty=_empty(opened, day, now, visit),
        now=_in_front(opened, day, now, after) if now else None,
        now_label=label,
        rest=tuple(
            cards.card(opened, one, day.entries.get(one.uuid, ()), day.times.zone, "row") for one in rest
        ),
        rest_title=_rest_title(day),
        asks=False,
        can_notice=opened.allows(Capability.WRITE_ENTRIES),
        counts=probe_cards.count_cards(opened) if day.home.counts else (),
        visit=_visit_card(opened, visit) if visit else None,
        offer=None if visit or day.placed or day.rests else _offer(opened),
        can_choose=opened.allows(Capability.ASK_TO_CHANGE_VISIT),
        message=_latest(opened, newest) if newest else None,
        pulse=pulse_cards.pulse_card(opened, day.home.pulse, day.placed) if not day.times.is_paused else None,
        news=rested.news(opened, day.rests),
        handed=handover.card(handed),
    )


def is_first_not_today(entries: Entries, done: EntrySeen) -> bool:
    """Whether the writer of this entry has said «Not today» of nothing else on that day."""
    others = (one for told in entries.values() for one in told if one.uuid != done.uuid)
    return not any(one.is_mine and one.kind is Kind.NOT_TODAY for one in others)


def _day(opened: OpenChild) -> _Day:
    """Ideas of routines that the family has on other days stay out of the way, unless somebody told of them."""
    times = story.day_times(opened) if opened.allows(Capability.READ_STORY) else _no_times(opened)
    home = practice.day_at_home(opened)
    at = opened.at.astimezone(ZoneInfo(times.zone))
    placed, rests = programme.live_and_rested(opened)
    return _Day(
        placed=tuple(one for one in placed if one.uuid in home.entries or _is_on(one, times, at.weekday())),
        home=home,
        times=times,
        at=at,
        rests=rests,
    )


def _is_on(placed: PlacementSeen, times: DayTimes, weekday: int) -> bool:
    """Whether the idea has this weekday, and the family has its routine today."""
    return placed.routine not in times.elsewhen and (not placed.days or weekday in placed.days)


def _no_times(opened: OpenChild) -> DayTimes:
    """For whoever may not read the family's week: the usual times of the clinic's place."""
    return DayTimes(windows={}, elsewhen=frozenset(), change=None, changes=(), zone=opened.zone)


def _now(day: _Day, in_front: str) -> tuple[PlacementSeen | None, str]:
    """The idea in front, and whether its part of the day is now or comes next. None at all on paused days."""
    asked = next((one for one in day.placed if str(one.uuid) == in_front), None)
    if asked is not None or day.times.is_paused:
        return asked, ""
    open_ones = [one for one in day.placed if one.uuid not in day.entries and not one.is_held]
    code = routines.routine_now(day.at.time(), [one.routine for one in open_ones], day.times.windows)
    now = next((one for one in open_ones if one.routine == code), None)
    return now, _when(now, day.times, day.at.time()) if now else ""


def _in_front(opened: OpenChild, day: _Day, now: PlacementSeen, after: str) -> IdeaCard:
    told = day.entries.get(now.uuid, ())
    card = cards.card(opened, now, told, day.times.zone)
    if not told or not told[0].is_mine or opened.at - told[0].arrived_at > _STILL_FRESH:
        return card
    return replace(card, after=_after(opened, day, now, after))


def _after(opened: OpenChild, day: _Day, now: PlacementSeen, after: str) -> After:
    """What is asked or said right after a tap; a page that is opened later says nothing of it."""
    entry = day.entries[now.uuid][0]
    if entry.kind is Kind.TRIED:
        return After(changed=cards.changed(now, after))
    if after == TOLD:
        return After(why=cards.why(practice.own_barriers(opened, entry.uuid)))
    return After(why=cards.why() if after == ASKS and is_first_not_today(day.entries, entry) else None)


def _when(now: PlacementSeen, times: DayTimes, moment: time) -> str:
    window = times.windows.get(now.routine, routines.routine(now.routine).window)
    return _("Now") if window.holds(moment) else _("Next")


def _rest_title(day: _Day) -> str:
    if day.times.is_paused:
        return _("If you feel like it")
    return _("If there is room") if day.times.is_lighter else _("The rest of the day")


def _lead(opened: OpenChild, day: _Day) -> str:
    if not day.placed:
        return ""
    if day.times.change is not None:
        return _quiet_time(day)
    if not day.entries and _is_back(opened, day):
        return _("Hello again. Start anywhere.")
    counts = (_("One idea for today."), _("Two ideas for today."), _("Three ideas for today."))
    return counts[len(day.placed) - 1] if len(day.placed) <= len(counts) else _("Four ideas for today.")


def _quiet_time(day: _Day) -> str:
    """What the family asked for: nothing, or less."""
    return _("A pause. Nothing is waiting for you.") if day.times.is_paused else _("A lighter time.")


def _is_back(opened: OpenChild, day: _Day) -> bool:
    """Whether the last entry lies weeks back. How many is nobody's business."""
    last_at = day.home.last_at if opened.allows(Capability.READ_ALL_ENTRIES) else None
    return last_at is not None and opened.at - last_at > BACK_AFTER


def _empty(opened: OpenChild, day: _Day, now: PlacementSeen | None, visit: VisitSeen | None) -> str:
    if now is not None:
        return ""
    if day.placed and day.times.is_paused:
        return _("You all have a break.")
    if day.placed:
        return _("That’s today. See you tomorrow.")
    return _nothing_yet(opened, visit)


def _nothing_yet(opened: OpenChild, visit: VisitSeen | None) -> str:
    if visit is None:
        return _("Nothing to do yet. You can tell us anything meanwhile.")
    words = {"name": visit.therapist_name.split()[0], "day": days.full_day(visit.local_start.date())}
    return (
        _("Nothing to do yet. %(name)s will bring ideas on %(day)s. You can tell us anything meanwhile.")
        % words
    )


def _offer(opened: OpenChild) -> UUID | None:
    """What is held for a family that has neither a visit nor a plan, so that it is seen before it ends."""
    held = offers.open_offer(opened) if opened.allows(Capability.READ_VISITS) else None
    return held.uuid if held else None


def _visit_card(opened: OpenChild, visit: VisitSeen) -> VisitCard:
    words = {
        "when": days.soon(visit.starts_at, visit.zone, opened.at),
        "name": visit.therapist_name.split()[0],
    }
    return VisitCard(
        uuid=visit.uuid,
        title=_("%(when)s with %(name)s") % words,
        place=" · ".join(filter(None, (visit.room_name, visit.place_words))),
        can_ask=opened.allows(Capability.ASK_TO_CHANGE_VISIT),
    )


def _latest(opened: OpenChild, message: MessageSeen) -> LatestMessage:
    return LatestMessage(
        thread=message.thread,
        name=message.by.name,
        voice=VOICES[message.by.voice],
        when=days.when(opened, message.sent_at),
        words=talk.excerpt(message.words, 160),
    )
