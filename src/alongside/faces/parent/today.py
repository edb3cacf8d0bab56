"""Today: what fits this time of day first, then the rest. One is plenty."""

from dataclasses import dataclass
from datetime import time, timedelta
from uuid import UUID

from django.http import HttpResponse
from django.utils.translation import gettext as _

from alongside.areas.appointments import queries as appointments
from alongside.areas.appointments.values import VisitSeen
from alongside.areas.circle.values import OpenChild
from alongside.areas.conversation import queries as conversation
from alongside.areas.practice import queries as practice
from alongside.areas.programme import queries as programme
from alongside.areas.programme.values import PlacementSeen
from alongside.areas.story import queries as story
from alongside.core import routines
from alongside.core.capabilities import Capability
from alongside.core.routines import Window
from alongside.faces.common.pages import page
from alongside.faces.common.request import Request
from alongside.faces.parent import cards, days, probe_cards, talk
from alongside.faces.parent.cards import Entries, IdeaCard
from alongside.faces.parent.forms import RecordForm
from alongside.faces.parent.frame import VOICES, FamilyPage, Sibling, first_problem, frame, open_for, siblings
from alongside.faces.parent.probe_cards import CountCard

BACK_AFTER = timedelta(days=21)


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
    asks: bool
    can_notice: bool
    counts: tuple[CountCard, ...]
    visit: VisitCard | None
    message: LatestMessage | None


def today(request: Request, child: UUID) -> HttpResponse:
    """The page that opens in the morning. ``?card=`` keeps an idea in front that was just answered."""
    opened = open_for(request, child, Capability.READ_PROGRAMME, "today")
    return page(request, "parent/today.html", today_page(opened, request.GET.get("card", "")))


def refused_page(opened: OpenChild, form: RecordForm) -> TodayPage:
    """Today again, with the reason why a tap was not stored."""
    return today_page(opened, form.data.get("placement", ""), first_problem(form))


def today_page(opened: OpenChild, in_front: str = "", problem: str = "") -> TodayPage:
    """Everything on Today in at most eleven statements."""
    placed = programme.live_placements(opened)
    entries = entries_of_today(opened)
    visit = appointments.next_visit(opened) if opened.allows(Capability.READ_VISITS) else None
    now, label = _now(opened, placed, entries, in_front)
    return TodayPage(
        **frame(opened, "today"),
        date=days.full_day(opened.today),
        evening=days.is_evening(days.local(opened, opened.at)),
        reader=opened.actor.name.split()[0],
        siblings=siblings(opened),
        problem=problem,
        lead=_lead(opened, placed, entries),
        plenty=len(placed) > 1,
        empty=_empty(opened, placed, now, visit),
        now=cards.card(opened, now, entries.get(now.uuid, ())) if now else None,
        now_label=label,
        rest=tuple(cards.card(opened, one, entries.get(one.uuid, ())) for one in placed if one is not now),
        asks=False,
        can_notice=opened.allows(Capability.WRITE_ENTRIES),
        counts=probe_cards.count_cards(opened),
        visit=_visit_card(opened, visit) if visit else None,
        message=_latest(opened),
    )


def entries_of_today(opened: OpenChild) -> Entries:
    """The day's entries that this person may see, by placement."""
    may = opened.allows(Capability.READ_ALL_ENTRIES) or opened.allows(Capability.READ_OWN_ENTRIES)
    return practice.today(opened) if may else {}


def _now(
    opened: OpenChild, placed: tuple[PlacementSeen, ...], entries: Entries, in_front: str
) -> tuple[PlacementSeen | None, str]:
    """The idea in front, and whether its part of the day is now or comes next."""
    asked = next((one for one in placed if str(one.uuid) == in_front), None)
    if asked is not None:
        return asked, ""
    open_ones = [one for one in placed if one.uuid not in entries and not one.is_held]
    own = story.family_day(opened) if open_ones and opened.allows(Capability.READ_STORY) else ()
    moment = days.local(opened, opened.at).time()
    times = cards.own_times(own)
    code = routines.routine_now(moment, [one.routine for one in open_ones], times)
    now = next((one for one in open_ones if one.routine == code), None)
    return now, _when(now, times, moment) if now else ""


def _when(now: PlacementSeen, times: dict[str, Window], moment: time) -> str:
    window = times.get(now.routine, routines.routine(now.routine).window)
    return _("Now") if window.holds(moment) else _("Next")


def _lead(opened: OpenChild, placed: tuple[PlacementSeen, ...], entries: Entries) -> str:
    if not placed:
        return ""
    if not entries and _is_back(opened):
        return _("Hello again. Start anywhere.")
    counts = (_("One idea for today."), _("Two ideas for today."), _("Three ideas for today."))
    return counts[len(placed) - 1] if len(placed) <= len(counts) else _("Four ideas for today.")


def _is_back(opened: OpenChild) -> bool:
    """Whether the last entry lies weeks back. How many is nobody's business."""
    if not opened.allows(Capability.READ_ALL_ENTRIES):
        return False
    last = practice.last_entries(opened, limit=1)
    return bool(last) and opened.at - last[0].happened_at > BACK_AFTER


def _empty(
    opened: OpenChild,
    placed: tuple[PlacementSeen, ...],
    now: PlacementSeen | None,
    visit: VisitSeen | None,
) -> str:
    if now is not None:
        return ""
    if placed:
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


def _latest(opened: OpenChild) -> LatestMessage | None:
    if not opened.allows(Capability.READ_TALK):
        return None
    message = conversation.newest_from_others(opened)
    if message is None:
        return None
    return LatestMessage(
        thread=message.thread,
        name=message.by.name,
        voice=VOICES[message.by.voice],
        when=days.when(opened, message.sent_at),
        words=talk.excerpt(message.words, 160),
    )
