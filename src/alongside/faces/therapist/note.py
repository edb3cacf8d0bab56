"""The session note of one visit: a draft that saves itself, then signed, then only added to."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from uuid import UUID

from django.contrib import messages
from django.forms import BoundField, Form
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from alongside.areas.appointments import actions as appointments
from alongside.areas.appointments import queries as visits
from alongside.areas.appointments.values import AgendaSeen, NoteSeen, VisitSeen
from alongside.areas.circle.values import OpenChild
from alongside.areas.goals import queries as goals_read
from alongside.areas.goals.values import GoalSeen, GoalState
from alongside.areas.programme import queries as plan
from alongside.faces.common import pages
from alongside.faces.common.request import Request
from alongside.faces.therapist import briefs, care, door, frame
from alongside.faces.therapist.briefs import BriefRow
from alongside.faces.therapist.care import CareLine
from alongside.faces.therapist.day import number_words
from alongside.faces.therapist.forms.note import AddendumForm, NoteForm, PlanForm
from alongside.faces.therapist.frame import Frame
from alongside.ui.nav import Nav


@dataclass(frozen=True, slots=True, kw_only=True)
class StepRow:
    """One goal in «what we saw»: where it is now, and the steps to choose from."""

    title: str
    now: str
    field: BoundField
    proposal: BoundField


@dataclass(frozen=True, slots=True, kw_only=True)
class Saved:
    """What an autosave answers: when, and with what number."""

    version: int
    when: str
    refused: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NotePage:
    """Everything on the page. ``note`` is None before it was started; ``form`` is None once it is signed."""

    nav: Nav
    frame: Frame
    visit: VisitSeen
    title: str
    under: str
    care: tuple[CareLine, ...]
    has_begun: bool
    note: NoteSeen | None
    form: NoteForm | None
    steps: tuple[StepRow, ...]
    saved: Saved | None
    brief: tuple[BriefRow, ...]
    agenda: tuple[AgendaSeen, ...]
    planned: tuple[str, ...]
    plan: PlanForm
    addendum: AddendumForm
    signed: str
    additions: tuple[tuple[str, str, str], ...]


def note(request: Request, child: UUID, visit: UUID) -> HttpResponse:
    """The page of one visit's note."""
    return _show(request, door.own_child(request, child, "note"), visit)


def start_note(request: Request, child: UUID, visit: UUID) -> HttpResponse:
    """Begin with what was planned last time and the ideas that live in the family's days."""
    opened = door.own_child(request, child, "start_note")
    ideas = tuple(placed.title for placed in plan.live_placements(opened))
    appointments.start_note(
        actor=request.actor,
        child=child,
        visit=visit,
        note=pages.fresh_uuid(request.at),
        ideas=ideas,
        at=request.at,
    )
    return redirect("therapist:note", child, visit)


def save_note(request: Request, child: UUID, visit: UUID) -> HttpResponse:
    """Keep the draft: by itself while somebody types, or with the button."""
    opened = door.own_child(request, child, "save_note")
    form = _form(opened, visit, request)
    act = partial(appointments.save_note, actor=request.actor, child=child, visit=visit, at=request.at)
    kept = pages.attempt(form, lambda: act(draft=form.draft())) if form.is_valid() else None
    if request.htmx:
        return _saved(request, opened, form, kept)
    if kept is None:
        return _show(request, opened, visit, form)
    messages.success(request, _("The draft is kept."))
    return redirect("therapist:note", child, visit)


def sign_note(request: Request, child: UUID, visit: UUID) -> HttpResponse:
    """Sign; «for the family» goes with it unless it is shared later."""
    opened = door.own_child(request, child, "sign_note")
    form, share = _form(opened, visit, request), request.POST.get("share") != "later"
    act = partial(appointments.sign_note, actor=request.actor, child=child, visit=visit, at=request.at)
    if form.is_valid():
        signed = pages.attempt(form, lambda: act(draft=form.draft(), steps=form.steps(), share=share))
        if signed is not None:
            messages.success(request, _("Signed and shared.") if share else _("Signed."))
            return redirect("therapist:note", child, visit)
    return _show(request, opened, visit, form)


def share_note(request: Request, child: UUID, visit: UUID) -> HttpResponse:
    """Send «for the family» of a signed note."""
    door.own_child(request, child, "share_note")
    appointments.share_note(actor=request.actor, child=child, visit=visit, at=request.at)
    messages.success(request, _("Shared with the family."))
    return redirect("therapist:note", child, visit)


def add_addendum(request: Request, child: UUID, visit: UUID) -> HttpResponse:
    """Add to a signed note."""
    opened = door.own_child(request, child, "add_addendum")
    form = AddendumForm(request.POST)
    act = partial(appointments.add_addendum, actor=request.actor, child=child, visit=visit, at=request.at)
    if form.is_valid():
        kept = form.cleaned_data
        if pages.attempt(form, lambda: act(addendum=kept["uuid"], words=kept["words"])) is not None:
            messages.success(request, _("Added, with today’s date."))
            return redirect("therapist:note", child, visit)
    return _show(request, opened, visit, form)


def plan_item(request: Request, child: UUID, visit: UUID) -> HttpResponse:
    """Plan one thing for this visit."""
    opened = door.own_child(request, child, "plan_item")
    form = PlanForm(request.POST)
    act = partial(appointments.plan_item, actor=request.actor, child=child, visit=visit, at=request.at)
    if form.is_valid():
        kept = form.cleaned_data
        if pages.attempt(form, lambda: act(item=kept["uuid"], words=kept["words"])) is not None:
            return redirect("therapist:note", child, visit)
    return _show(request, opened, visit, form)


def _form(opened: OpenChild, visit: UUID, request: Request) -> NoteForm:
    """The typed note. A note that was not started yet is begun by its page first."""
    seen = visits.note(opened, visit)
    if seen is None:
        seen = appointments.start_note(
            actor=opened.actor, child=opened.uuid, visit=visit, note=pages.fresh_uuid(opened.at), at=opened.at
        )
    return NoteForm(request.POST, note=seen, goals=_agreed(opened))


def _agreed(opened: OpenChild) -> tuple[GoalSeen, ...]:
    return tuple(goal for goal in goals_read.goals_of(opened) if goal.state is GoalState.AGREED)


def _show(request: Request, opened: OpenChild, uuid: UUID, refused: Form | None = None) -> HttpResponse:
    visit, seen = visits.visit(opened, uuid), visits.note(opened, uuid)
    form = refused if isinstance(refused, NoteForm) else _fresh(opened, seen)
    fresh = {"uuid": pages.fresh_uuid(request.at)}
    page = NotePage(
        nav=frame.rail(request),
        frame=frame.frame(opened, number_words(visit).capitalize() or _("Visit")),
        visit=visit,
        title=frame.moment(visit.starts_at, opened.zone_info),
        under=_under(visit),
        care=care.care(opened),
        has_begun=visit.starts_at <= request.at,
        note=seen,
        form=form,
        steps=_steps(form) if form else (),
        saved=_saved_state(opened, seen, form) if seen and form else None,
        brief=() if seen and seen.is_signed else _brief(opened, visit),
        agenda=visits.agenda(opened, uuid),
        planned=tuple(item.words for item in visits.planned(opened, uuid)),
        plan=refused if isinstance(refused, PlanForm) else PlanForm(initial=fresh),
        addendum=refused if isinstance(refused, AddendumForm) else AddendumForm(initial=fresh),
        signed=_signed_words(opened, seen),
        additions=_additions(opened, seen),
    )
    return pages.page(request, "therapist/note.html", page, status=422 if refused else 200)


def _fresh(opened: OpenChild, seen: NoteSeen | None) -> NoteForm | None:
    if seen is None or seen.is_signed:
        return None
    goals = _agreed(opened)
    initial: dict[str, object] = {
        "version": seen.version,
        "did": seen.did,
        "saw": seen.saw,
        "next_plan": seen.next_plan,
        "for_family": seen.for_family,
        "ticked": [str(item.uuid) for item in seen.planned if item.ticked],
    }
    initial |= {f"proposal_{goal.uuid}": pages.fresh_uuid(opened.at) for goal in goals}
    return NoteForm(initial=initial, note=seen, goals=goals)


def _steps(form: NoteForm) -> tuple[StepRow, ...]:
    return tuple(
        StepRow(
            title=goal.title,
            now=_("now at step %(step)s") % {"step": goal.reached} if goal.reached else "",
            field=form[f"step_{goal.uuid}"],
            proposal=form[f"proposal_{goal.uuid}"],
        )
        for goal in form.goals
    )


def _saved(request: Request, opened: OpenChild, form: NoteForm, kept: NoteSeen | None) -> HttpResponse:
    """The small part under the family's box, for a save without leaving the page."""
    if kept is not None:
        page = _saved_state(opened, kept, form)
        return pages.page(request, "therapist/parts/saved.html", page)
    errors = [str(error) for errors in form.errors.values() for error in errors]
    page = Saved(version=_typed_version(form), when="", refused=" ".join(errors))
    return pages.page(request, "therapist/parts/saved.html", page, status=422)


def _typed_version(form: NoteForm) -> int:
    typed = str(form.data.get("version", ""))
    return int(typed) if typed.isdecimal() else 0


def _saved_state(opened: OpenChild, seen: NoteSeen, form: NoteForm) -> Saved:
    """A refused form keeps the number it was typed on, so that nobody's words are written over."""
    return Saved(
        version=_typed_version(form) if form.errors else seen.version,
        when=f"{seen.saved_at.astimezone(opened.zone_info):%H:%M}",
        refused="",
    )


def _brief(opened: OpenChild, visit: VisitSeen) -> tuple[BriefRow, ...]:
    """From home since the visit before this one. It speaks of today, so a signed note goes without."""
    earlier = [one for one in visits.visits_of(opened) if one.ends_at <= visit.starts_at]
    since = earlier[0].ends_at if earlier else visit.starts_at - briefs.TWO_WEEKS
    return briefs.brief_rows(opened, since)


def _under(visit: VisitSeen) -> str:
    place = visit.room_name or visit.place_words
    minutes = _("%(minutes)s minutes") % {"minutes": visit.minutes}
    return ", ".join(part for part in (place, minutes) if part)


def _signed_words(opened: OpenChild, seen: NoteSeen | None) -> str:
    if seen is None or seen.signed_at is None:
        return ""
    told = {"name": seen.by.name, "when": frame.moment(seen.signed_at, opened.zone_info)}
    words_said = _("Signed by %(name)s, %(when)s.") % told
    return f"{words_said} {seen.credential}"


def _additions(opened: OpenChild, seen: NoteSeen | None) -> tuple[tuple[str, str, str], ...]:
    added: Sequence = seen.additions if seen else ()
    return tuple((one.words, one.by.name, frame.moment(one.at, opened.zone_info)) for one in added)
