"""Drawing the week: tap the parts of the day, say how each goes, and tick what is in the house."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpResponse, QueryDict
from django.utils.translation import gettext as _

from alongside.areas.circle import queries as circle
from alongside.areas.circle.values import Grownup, OpenChild, PlaceKind
from alongside.areas.library import queries as library
from alongside.areas.programme import actions as programme
from alongside.areas.story import actions as story
from alongside.areas.story.values import DayMomentSeen
from alongside.areas.story.values.ordinary import EVERYDAY, ordinary
from alongside.areas.story.values.week import MOMENTS_AT_MOST, CanvasSeen, MomentDraft
from alongside.core.capabilities import Capability
from alongside.core.refusals import NotFound
from alongside.faces.common.pages import attempt, fresh_uuid, page
from alongside.faces.common.request import Request
from alongside.faces.parent import canvas
from alongside.faces.parent.canvas_forms import ChipsForm, RoutineForm, ThingsForm, told_of
from alongside.faces.parent.frame import FamilyPage, frame, open_for, status, taken_up


@dataclass(frozen=True, slots=True, kw_only=True)
class DrawPage(FamilyPage):
    """A part of drawing the week of one home; ``rows`` are the forms of its routines."""

    home: str
    home_name: str
    query: str
    form: forms.Form | None = None
    rows: tuple[RoutineForm, ...] = ()
    moment: UUID | None = None
    others: bool = False


def chips(request: Request, child: UUID) -> HttpResponse:
    """Which parts of the day there are. What was there stays as it is; what is new starts as it is in many families."""
    opened = open_for(request, child, Capability.WRITE_STORY, "canvas")
    seen = canvas.chosen(request, opened)
    form = ChipsForm(_sent(request), initial=canvas.start_of_chips(opened, seen))
    if taken_up(request, form, lambda: _keep_chips(request, opened, seen, form)):
        return canvas.to_week(child, seen, "week_how")
    return page(request, "parent/week_chips.html", _page(opened, seen, form=form), status=status(form))


def how(request: Request, child: UUID) -> HttpResponse:
    """How each routine goes and what it leaves, all on one page and kept at once."""
    opened = open_for(request, child, Capability.WRITE_STORY, "canvas")
    seen = canvas.chosen(request, opened)
    carers = _carers(opened, seen)
    if request.method != "POST":
        rows = tuple(_row(one, carers) for one in seen.routines)
        return page(request, "parent/week_how.html", _page(opened, seen, rows=rows))
    sent = request.POST.getlist("row")[:MOMENTS_AT_MOST]
    rows = tuple(RoutineForm(request.POST, prefix=prefix[:60], carers=carers) for prefix in sent)
    if rows and _kept(request, opened, seen, rows):
        messages.success(request, _("Kept. That is your week."))
        return canvas.to_week(child, seen)
    return page(request, "parent/week_how.html", _page(opened, seen, rows=rows), status=422)


def moment(request: Request, child: UUID, moment: UUID) -> HttpResponse:
    """One routine in full: days, time, who is there."""
    opened = open_for(request, child, Capability.WRITE_STORY, "canvas")
    seen = canvas.chosen(request, opened)
    found = next((one for one in seen.routines if one.uuid == moment), None)
    if found is None:
        raise NotFound
    row = _row(found, _carers(opened, seen), request)
    if request.method == "POST" and _kept(request, opened, seen, (row,), instead_of=found):
        return canvas.to_week(child, seen)
    built = _page(opened, seen, rows=(row,), moment=moment)
    return page(request, "parent/week_moment.html", built, status=status(row))


def other_days(request: Request, child: UUID, moment: UUID) -> HttpResponse:
    """The same routine as it is on some other days; the days not chosen stay as they were."""
    opened = open_for(request, child, Capability.WRITE_STORY, "canvas")
    seen = canvas.chosen(request, opened)
    found = next((one for one in seen.routines if one.uuid == moment), None)
    if found is None:
        raise NotFound
    row = _row(found, _carers(opened, seen), request, days=[])
    if taken_up(request, row, lambda: _keep_other_days(request, opened, seen, row)):
        return canvas.to_week(child, seen)
    built = _page(opened, seen, rows=(row,), moment=moment, others=True)
    return page(request, "parent/week_moment.html", built, status=status(row))


def things(request: Request, child: UUID) -> HttpResponse:
    """What is in the house, ticked once."""
    opened = open_for(request, child, Capability.WRITE_STORY, "canvas")
    seen = canvas.chosen(request, opened)
    known = {thing for card in library.strategies(opened.clinic) for thing in card.materials}
    named = sorted(known | (seen.things or set()), key=str.casefold)
    tapped = EVERYDAY & known if seen.things is None else seen.things
    start = {"home": canvas.home_of(seen), "things": sorted(tapped)}
    form = ThingsForm(_sent(request), initial=start, named=named)
    if taken_up(request, form, lambda: _keep_things(request, child, seen, form)):
        messages.success(request, _("Kept. We only plan with what you have."))
        return canvas.to_week(child, seen)
    return page(request, "parent/week_things.html", _page(opened, seen, form=form), status=status(form))


def _sent(request: Request) -> QueryDict | None:
    """What was sent; nothing tapped is an answer, too."""
    return request.POST if request.method == "POST" else None


def _page(opened: OpenChild, seen: CanvasSeen, **parts: Any) -> DrawPage:
    return DrawPage(
        **frame(opened, "plan"),
        home=str(canvas.home_of(seen) or ""),
        home_name=seen.home.name if seen.home else "",
        query=canvas.query_of(seen),
        **parts,
    )


def _carers(opened: OpenChild, seen: CanvasSeen) -> tuple[Grownup, ...]:
    """Who can be there: the grown-ups of the home, or the carers of a child without homes."""
    carers = tuple(one for one in circle.grownups(opened) if one.kind is PlaceKind.CARER)
    if seen.home is None:
        return carers
    here = {person.pk for person in seen.home.people}
    return tuple(one for one in carers if one.pk in here)


def _row(
    one: DayMomentSeen, carers: Sequence[Grownup], request: Request | None = None, **changed: Any
) -> RoutineForm:
    sent = _sent(request) if request is not None else None
    return RoutineForm(sent, prefix=str(one.uuid), initial=told_of(one) | changed, carers=carers)


def _keep_chips(request: Request, opened: OpenChild, seen: CanvasSeen, form: ChipsForm) -> None:
    tapped = set(form.cleaned_data["routine"])
    there = [one for one in _drafts(opened, seen.routines) if one.routine in tapped]
    fresh = [ordinary(code) for code in sorted(tapped - {one.routine for one in there})]
    _keep_week(request, opened, seen, [*there, *fresh])


def _kept(
    request: Request,
    opened: OpenChild,
    seen: CanvasSeen,
    rows: tuple[RoutineForm, ...],
    instead_of: DayMomentSeen | None = None,
) -> bool:
    """Whether every row is right and the week was kept. With ``instead_of`` the other routines stay as they are."""
    right = [row.is_valid() for row in rows]  # Each is asked, so that each shows its own sentence.
    if not all(right):
        return False
    stays = [one for one in seen.routines if one != instead_of] if instead_of else []
    drafts = [*_drafts(opened, stays), *(row.draft() for row in rows)]
    return attempt(rows[-1], lambda: _keep_week(request, opened, seen, drafts)) is not None


def _keep_week(request: Request, opened: OpenChild, seen: CanvasSeen, drafts: list[MomentDraft]) -> int:
    """How many routines the week has now."""
    story.keep_week(
        actor=request.actor,
        child=opened.uuid,
        home=canvas.home_of(seen),
        moments=tuple(drafts),
        at=request.at,
    )
    programme.recheck_programme(actor=request.actor, child=opened.uuid, at=request.at)
    return len(drafts)


def _keep_other_days(request: Request, opened: OpenChild, seen: CanvasSeen, row: RoutineForm) -> object:
    draft = row.draft()
    story.keep_day_moment(
        actor=request.actor,
        child=opened.uuid,
        moment=fresh_uuid(request.at),
        home=canvas.home_of(seen),
        at=request.at,
        **{name: getattr(draft, name) for name in MomentDraft.__dataclass_fields__},
    )
    return programme.recheck_programme(actor=request.actor, child=opened.uuid, at=request.at)


def _keep_things(request: Request, child: UUID, seen: CanvasSeen, form: ThingsForm) -> None:
    story.keep_things(
        actor=request.actor,
        child=child,
        home=canvas.home_of(seen),
        things=tuple(form.cleaned_data["things"]),
        at=request.at,
    )


def _drafts(opened: OpenChild, stays: Iterable[DayMomentSeen]) -> list[MomentDraft]:
    """Routines as they were, without grown-ups who have left the circle."""
    here = {one.uuid for one in circle.grownups(opened)}
    fields = MomentDraft.__dataclass_fields__
    drafts = (MomentDraft(**{name: getattr(one, name) for name in fields}) for one in stays)
    return [replace(one, who=tuple(who for who in one.who if who in here)) for one in drafts]
