"""The page of somebody's times, or of the whole clinic's: what it shows, and what is done when it comes back.

The desk shows it for everybody, a therapist for themselves.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import partial
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from django import forms
from django.utils.dateformat import format as dated
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from alongside.areas.appointments import queries as appointments
from alongside.areas.appointments.queries import LaneOf, Lanes
from alongside.areas.diary import actions as diary
from alongside.areas.diary import queries as times
from alongside.areas.diary.values import KeptKind, KeptLine, WeeklyKeptDraft, WorkingSeen
from alongside.areas.people.values import ClinicSeen
from alongside.faces.common.pages import attempt, fresh_uuid
from alongside.faces.common.request import Request
from alongside.faces.common.times_forms import AwayForm, CloseForm, KeepForm, WeekForm, typed_week
from alongside.faces.common.times_words import KEPT_WORDS, hours, span_of_days, week_in_words, weekdays

_LOOKED_AT = timedelta(days=55)
_A_WEEK = timedelta(days=7)
_ONE_DAY = timedelta(days=1)
_MIDNIGHT = time()
_USUAL = tuple(
    WorkingSeen(weekday=day, start=480, end=1080, site=None, first=date.min, last=None) for day in range(5)
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Whose:
    """Whose times a page speaks of; without a person they are the whole clinic's. ``lanes`` are therapists."""

    clinic: ClinicSeen
    today: date
    pk: int | None
    person: UUID | None
    is_me: bool
    lanes: tuple[UUID, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptRow:
    """A time kept every week, with the identifiers of its days."""

    name: str
    when: str
    words: str
    uuids: tuple[UUID, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Booked:
    """A visit that was booked before."""

    uuid: UUID
    child: UUID
    name: str
    when: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AwayRow:
    """Days away, with the visits that need another time. ``told`` says how many, "" when there are none."""

    name: str
    when: str
    words: str
    uuid: UUID
    visits: tuple[Booked, ...]
    told: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """All that stands on the page. The clinic as a whole has no working week."""

    is_me: bool
    week: WeekForm | None
    week_told: str
    kept: tuple[KeptRow, ...]
    keep: KeepForm
    away: tuple[AwayRow, ...]
    leave: AwayForm | CloseForm


def sheet(request: Request, whose: Whose) -> Sheet:
    """The page with its three forms; the one that was sent keeps what was typed."""
    lines = times.kept_lines(request.actor, whose.clinic.pk, whose.pk, request.at)
    week = _held_week(whose)
    return Sheet(
        is_me=whose.is_me,
        week=_week_form(request, whose, week) if whose.person else None,
        week_told=week_in_words(week or _USUAL),
        kept=_kept_rows([line for line in lines if line.weekday is not None]),
        keep=KeepForm(_sent(request, "keep"), initial=_fresh(request), with_words=whose.is_me),
        away=tuple(_away_row(request, whose, line) for line in lines if line.weekday is None),
        leave=_leave_form(request, whose),
    )


def done(request: Request, whose: Whose, shown: Sheet) -> str:
    """Do what was sent; answers the sentence to say, or "" when a form wants a change."""
    ways: Mapping[str, Callable[[], str]] = {
        "week": partial(_keep_week, request, whose, shown.week),
        "keep": partial(_keep_free, request, whose, shown.keep),
        "away": partial(_take_leave, request, whose, shown.leave),
        "stop": partial(_stop, request, whose),
    }
    way = ways.get(request.POST.get("do", ""))
    return way() if way else ""


def today_in(request: Request, clinic: ClinicSeen) -> date:
    """Today on the clinic's own calendar."""
    return request.at.astimezone(ZoneInfo(clinic.zone)).date()


def week_of(found: Iterable[WorkingSeen], today: date) -> tuple[WorkingSeen, ...]:
    """The week that holds or comes next: what lasts, else what holds today."""
    lasting = tuple(one for one in found if one.last is None)
    return lasting or tuple(one for one in found if one.last is not None and one.last >= today)


def _held_week(whose: Whose) -> tuple[WorkingSeen, ...]:
    if whose.pk is None:
        return ()
    return week_of(times.working(whose.clinic.pk, (whose.pk,))[whose.pk], whose.today)


def _week_form(request: Request, whose: Whose, week: tuple[WorkingSeen, ...]) -> WeekForm:
    sites = times.sites(whose.clinic.pk)
    since = max((whose.today, *(one.first for one in week)))
    return WeekForm(_sent(request, "week"), initial=typed_week(week or _USUAL, sites, since), sites=sites)


def _leave_form(request: Request, whose: Whose) -> AwayForm | CloseForm:
    sent, fresh = _sent(request, "away"), _fresh(request)
    if whose.person is None:
        return CloseForm(sent, initial=fresh)
    return AwayForm(sent, initial=fresh, with_words=whose.is_me)


def _sent(request: Request, do: str) -> Mapping[str, object] | None:
    return request.POST if request.method == "POST" and request.POST.get("do") == do else None


def _fresh(request: Request) -> dict[str, object]:
    return {"uuid": fresh_uuid(request.at)}


def _keep_week(request: Request, whose: Whose, form: WeekForm | None) -> str:
    if form is None or whose.person is None or not form.is_valid():
        return ""
    said: dict[str, Any] = {
        "actor": request.actor,
        "clinic": whose.clinic.pk,
        "person": whose.person,
        "at": request.at,
    }
    from_on = form.cleaned_data["from_on"]
    kept = attempt(form, lambda: diary.keep_working_week(**said, from_on=from_on, week=form.week))
    return _("The working week is kept.") if kept else ""


def _keep_free(request: Request, whose: Whose, form: KeepForm) -> str:
    if not form.is_valid():
        return ""

    def act() -> bool:
        for uuid, day in form.by_day:
            diary.keep_free(
                actor=request.actor,
                clinic=whose.clinic.pk,
                kept=uuid,
                draft=_draft(form, day, whose.today),
                person=whose.person,
                at=request.at,
            )
        return True

    return _("That time is kept free.") if attempt(form, act) else ""


def _draft(form: KeepForm, day: int, today: date) -> WeeklyKeptDraft:
    typed = form.cleaned_data
    return WeeklyKeptDraft(
        kind=KeptKind(typed["kind"]),
        weekday=day,
        from_time=typed["from_time"],
        until_time=typed["until_time"],
        first=today,
        words=typed.get("words", ""),
    )


def _take_leave(request: Request, whose: Whose, form: AwayForm | CloseForm) -> str:
    if not form.is_valid():
        return ""
    typed = dict(form.cleaned_data)
    said: dict[str, Any] = {
        "actor": request.actor,
        "clinic": whose.clinic.pk,
        "at": request.at,
        "kept": typed.pop("uuid"),
    }

    def act() -> bool:
        if whose.person is None:
            diary.close_clinic(**said, **typed)
        else:
            kind = KeptKind(typed.pop("kind"))
            diary.take_leave(**said, **typed, kind=kind, person=whose.person)
        return True

    return _("These days are kept free.") if attempt(form, act) else ""


def _stop(request: Request, whose: Whose) -> str:
    field = forms.UUIDField()
    for sent in request.POST.getlist("kept")[:7]:
        try:
            kept = field.clean(sent)
        except forms.ValidationError:
            return ""
        diary.stop_keeping(actor=request.actor, clinic=whose.clinic.pk, kept=kept, at=request.at)
    return _("That time is free for visits again.")


def _kept_rows(lines: Iterable[KeptLine]) -> tuple[KeptRow, ...]:
    """One row for the same time on several days."""
    same: dict[tuple[object, ...], list[KeptLine]] = defaultdict(list)
    for line in lines:
        same[line.kind, line.start, line.end, line.words, line.last].append(line)
    return tuple(_kept_row(held) for held in same.values())


def _kept_row(held: Sequence[KeptLine]) -> KeptRow:
    one = held[0]
    days = weekdays(line.weekday for line in held if line.weekday is not None)
    until = _(", until %(day)s") % {"day": dated(one.last, "j F Y")} if one.last else ""
    return KeptRow(
        name=str(KEPT_WORDS[one.kind]),
        when=f"{days} {hours(one.start, one.end)}{until}",
        words=one.words,
        uuids=tuple(line.uuid for line in held),
    )


def _away_row(request: Request, whose: Whose, line: KeptLine) -> AwayRow:
    visits = _visits_in(request, whose, line)
    when = span_of_days(line.first, line.last)
    told = ngettext("%(n)d visit needs another time", "%(n)d visits need another time", len(visits))
    return AwayRow(
        name=str(KEPT_WORDS[line.kind]),
        when=when if line.is_whole_days else f"{when}, {hours(line.start, line.end)}",
        words=line.words,
        uuid=line.uuid,
        visits=visits,
        told=told % {"n": len(visits)} if visits else "",
    )


def _visits_in(request: Request, whose: Whose, line: KeptLine) -> tuple[Booked, ...]:
    """What is booked on those days, from today on and at most eight weeks ahead of their start."""
    first = max(line.first, whose.today)
    last = min(line.last or first, first + _LOOKED_AT)
    found: list[Booked] = []
    while first <= last:
        days = min(7, (last - first).days + 1)
        lanes = Lanes(of=LaneOf.THERAPIST, uuids=whose.lanes)
        seen = appointments.week_seen(request.actor, whose.clinic.pk, first, days, lanes, request.at)
        found += [_booked(visit) for visit in seen if _is_within(line, visit)]
        first += _A_WEEK
    return tuple(found)


def _is_within(line: KeptLine, visit: appointments.WeekVisit) -> bool:
    """Whether the visit touches the time away, both on the clinic's wall clock."""
    last = line.last or line.first
    until = (
        datetime.combine(last, line.end)
        if line.end != _MIDNIGHT
        else datetime.combine(last + _ONE_DAY, _MIDNIGHT)
    )
    starts = visit.starts.replace(tzinfo=None)
    return starts < until and starts + timedelta(minutes=visit.minutes) > datetime.combine(
        line.first, line.start
    )


def _booked(visit: appointments.WeekVisit) -> Booked:
    return Booked(
        uuid=visit.uuid,
        child=visit.child,
        name=visit.child_name,
        when=dated(visit.starts, "D j M, G:i"),
    )
