"""What gets in the way at home, each with one repair in a tap, and how each carer said it is going. Team only."""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from django.http import HttpResponse
from django.utils.dateformat import format as dated
from django.utils.translation import gettext as _

from alongside.areas.appointments import queries as visits
from alongside.areas.appointments.values import VisitSeen
from alongside.areas.circle.values import OpenChild
from alongside.areas.practice import queries as diary
from alongside.areas.practice.values import BarrierSeen, Offer, PatternSeen, PulseSeen
from alongside.areas.programme.queries import week as weeks
from alongside.areas.programme.queries.week import OtherPlace
from alongside.core import routines
from alongside.core.barriers import BARRIER_LABELS, LEAST_DAYS, Days, Repair
from alongside.core.pulse import HEAVY_LABELS, Question
from alongside.core.words import gettext_noop
from alongside.faces.common import pages, week_words
from alongside.faces.common.request import Request
from alongside.faces.therapist import door, frame
from alongside.faces.therapist.forms.barriers import MendForm
from alongside.faces.therapist.frame import Frame
from alongside.ui.nav import Nav

_SCHOOL_DAYS = range(5)
_WEEKEND = range(5, 7)
_WORDS_SHOWN = 12
_ANSWERS_SHOWN = 4
_TIMES = (
    gettext_noop("three"), gettext_noop("four"), gettext_noop("five"), gettext_noop("six"), gettext_noop("seven"),
    gettext_noop("eight"), gettext_noop("nine"), gettext_noop("ten"),
)  # fmt: skip
_CHOSE = {
    Offer.LIGHTER: gettext_noop("asked for a lighter week"),
    Offer.WRITE: gettext_noop("wrote to you about it"),
    Offer.FINE: gettext_noop("said it is fine as it is"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """One pattern in a sentence, the idea it was told of most, and one repair.

    ``tap`` is the button's words; without one (nothing to move to, no visit ahead) ``url`` leads to where it is mended.
    ``stays`` says why it cannot move.
    """

    words: str
    idea: str
    tap: str
    stays: str
    url: str
    link: str
    form: MendForm


@dataclass(frozen=True, slots=True, kw_only=True)
class Going:
    """What one carer answered lately, the newest first; ``chose`` is what they chose when it got heavier."""

    name: str
    said: tuple[str, ...]
    chose: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What somebody said got in the way of one idea."""

    when: str
    idea: str
    words: str
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class BarriersPage:
    """The page, and the part that the child page and the programme load."""

    nav: Nav
    frame: Frame
    ways: tuple[Way, ...]
    going: tuple[Going, ...]
    told: tuple[Told, ...]


def barriers(request: Request, child: UUID) -> HttpResponse:
    """Patterns, answers, and what was told lately."""
    opened = door.own_child(request, child, "barriers")
    page = BarriersPage(
        nav=frame.rail(request),
        frame=frame.frame(opened, _("What gets in the way")),
        ways=_ways(opened),
        going=_going(diary.pulses(opened)),
        told=_told(diary.barriers(opened)),
    )
    template = "therapist/barriers.html#part" if request.htmx else "therapist/barriers.html"
    return pages.page(request, template, page)


def _ways(opened: OpenChild) -> tuple[Way, ...]:
    seen = diary.patterns(opened)
    visit = visits.next_visit(opened) if any(one.pattern.repair is Repair.SHOW for one in seen) else None
    return tuple(_way(opened, one, visit) for one in seen)


def _way(opened: OpenChild, seen: PatternSeen, visit: VisitSeen | None) -> Way:
    idea = seen.ideas[0]
    place = _other_place(opened, seen) if seen.pattern.repair is Repair.MOVE else None
    tap = _tap(seen.pattern.repair, place, visit)
    url, link = _elsewhere(opened, seen)
    return Way(
        words=_sentence(seen),
        idea=idea.title,
        tap=tap,
        stays=_stays(seen.pattern.repair, place),
        url=url,
        link=link,
        form=MendForm(initial=_mending(opened, seen, place, visit)),
    )


def _sentence(seen: PatternSeen) -> str:
    """Mornings fail on school days: no time, three times since 9 November."""
    one = seen.pattern
    said = {
        "head": _(one.head),
        "why": _(one.why).lower(),
        "times": _(_TIMES[one.times - LEAST_DAYS]),
        "since": dated(one.since, "j F"),
    }
    return _("%(head)s: %(why)s, %(times)s times since %(since)s") % said


def _other_place(opened: OpenChild, seen: PatternSeen) -> OtherPlace | None:
    """The best other routine outside the part of the day that fails, everything else left as it is."""
    pattern = seen.pattern
    fails = [code for code, one in routines.ROUTINES.items() if one.part is pattern.part]
    days = _WEEKEND if pattern.days is Days.WEEKEND else _SCHOOL_DAYS
    return weeks.best_other_place(
        opened, seen.ideas[0].uuid, not_in=fails, not_on=days, moments=diary.moments(opened)
    )


def _tap(repair: Repair, place: OtherPlace | None, visit: VisitSeen | None) -> str:
    if repair is Repair.EASIER:
        return _("Make it one step easier")
    if repair is Repair.SHOW and visit is not None:
        return _("Show it on %(day)s") % {"day": dated(visit.local_start.date(), "j F")}
    if repair is Repair.MOVE and place is not None:
        return _("Move to %(routine)s") % {"routine": _where(place)}
    return ""


def _where(place: OtherPlace) -> str:
    """Playing outside · Mum’s · Sun."""
    routine = _(routines.routine(place.routine).label)
    return " · ".join(filter(None, (routine, place.home_name, week_words.days_said(place.days))))


def _stays(repair: Repair, place: OtherPlace | None) -> str:
    if repair is Repair.MOVE and place is None:
        return _("No other part of their day fits this idea.")
    return ""


def _elsewhere(opened: OpenChild, seen: PatternSeen) -> tuple[str, str]:
    """Where it can be mended by hand."""
    if seen.pattern.repair is Repair.ASK:
        return frame.page_of(opened.uuid, "child_talk"), _("Ask about it")
    idea = seen.ideas[0].uuid
    url = f"{frame.page_of(opened.uuid, 'programme')}?open={idea}#o-{idea}"
    return url, _("Choose another idea") if seen.pattern.repair is Repair.SWAP else _("Look at the idea")


def _mending(
    opened: OpenChild, seen: PatternSeen, place: OtherPlace | None, visit: VisitSeen | None
) -> dict[str, object]:
    """What the button sends: the pattern, the idea, and where to."""
    return {
        "uuid": pages.fresh_uuid(opened.at),
        "change": pages.fresh_uuid(opened.at),
        "part": seen.pattern.part.value,
        "days": seen.pattern.days.value,
        "barrier": seen.pattern.barrier.value,
        "placement": seen.ideas[0].uuid,
        "routine": place.routine if place else "",
        "on": ",".join(map(str, place.days)) if place else "",
        "visit": visit.uuid if visit else "",
    }


def _going(told: Iterable[PulseSeen]) -> tuple[Going, ...]:
    people: dict[UUID | None, list[PulseSeen]] = {}
    for one in told:
        people.setdefault(one.by.uuid, []).append(one)
    return tuple(_carer(said) for said in people.values())


def _carer(said: list[PulseSeen]) -> Going:
    lines = (f"{dated(one.week, 'j M')}: {_answer(one)}" for one in said[:_ANSWERS_SHOWN])
    chose = next((_(_CHOSE[one.offer]) for one in said[:_ANSWERS_SHOWN] if one.offer), "")
    return Going(name=said[0].by.name, said=tuple(lines), chose=chose)


def _answer(one: PulseSeen) -> str:
    if one.question is Question.HEAVY:
        return _("the plan feels: %(answer)s") % {"answer": _(HEAVY_LABELS[one.value or 0]).lower()}
    return _("sure of the plan: %(n)s of 10") % {"n": one.value}


def _told(said: Iterable[BarrierSeen]) -> tuple[Told, ...]:
    return tuple(
        Told(
            when=frame.short_day(one.day),
            idea=one.title,
            words=one.words or _(BARRIER_LABELS[one.barrier]),
            by=one.by.name,
        )
        for one in list(said)[:_WORDS_SHOWN]
    )
