"""The end of a visit in under a minute: tick what was tried, pick one thing, and it is on the family's phone."""

from dataclasses import dataclass
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from alongside.areas.appointments import queries as visits
from alongside.areas.appointments.values import PlannedSeen
from alongside.areas.circle.values import OpenChild
from alongside.areas.conversation import actions as conversation
from alongside.areas.conversation import queries as talk_read
from alongside.areas.conversation.values import HandoverAnswerSeen, HandoverSeen
from alongside.areas.programme import queries as plan
from alongside.areas.programme.values import PlacementSeen
from alongside.core import routines
from alongside.core.refusals import NotFound
from alongside.faces.common import pages
from alongside.faces.common.request import Request
from alongside.faces.therapist import door, frame
from alongside.faces.therapist.forms.handover import HandoverForm
from alongside.faces.therapist.frame import Frame
from alongside.ui.nav import Nav


@dataclass(frozen=True, slots=True, kw_only=True)
class HandoverPage:
    """``handed`` is what was handed over before, with ``answers`` in words. Without ``has_ideas`` there is no form."""

    nav: Nav
    frame: Frame
    visit: UUID
    title: str
    has_ideas: bool
    form: HandoverForm
    handed: HandoverSeen | None
    when: str
    answers: tuple[str, ...]


def handover(request: Request, child: UUID, visit: UUID) -> HttpResponse:
    """The page of one visit."""
    opened = door.own_child(request, child, "handover")
    return _show(request, opened, visit, _fresh(opened, visit))


def hand_over(request: Request, child: UUID, visit: UUID) -> HttpResponse:
    """Hand it over. Without a sentence they read the idea's own words."""
    opened = door.own_child(request, child, "hand_over")
    ideas = _at_home(opened)
    form = HandoverForm(request.POST, lines=_lines(opened, visit), ideas=_ideas(ideas))
    if form.is_valid():
        kept = pages.attempt(form, lambda: _keep(request, child, visit, form, ideas))
        if kept is not None:
            messages.success(request, _("It is on their phone now."))
            return redirect("therapist:handover", child, visit)
    return _show(request, opened, visit, form)


def answer_words(answer: HandoverAnswerSeen) -> str:
    """What a carer answered, as one line."""
    said = _("%(name)s: clear") if answer.clear else _("%(name)s: not clear yet")
    words = said % {"name": answer.by.name}
    return f"{words}. “{answer.question}”" if answer.question else words


def _keep(
    request: Request, child: UUID, visit: UUID, form: HandoverForm, ideas: tuple[PlacementSeen, ...]
) -> HandoverSeen:
    said = form.cleaned_data
    own_words = next(one.family_words for one in ideas if one.uuid == said["placement"])
    return conversation.hand_over(
        actor=request.actor,
        child=child,
        handover=said["uuid"],
        visit=visit,
        placement=said["placement"],
        tried=tuple(said["tried"]),
        words=said["words"] or own_words,
        at=request.at,
    )


def _fresh(opened: OpenChild, visit: UUID) -> HandoverForm:
    """Ticked is what the note has ticked; one idea alone is picked already."""
    planned, ideas = _planned(opened, visit), _at_home(opened)
    initial = {
        "uuid": pages.fresh_uuid(opened.at),
        "tried": [one.words for one in planned if one.ticked],
        "placement": str(ideas[0].uuid) if len(ideas) == 1 else "",
    }
    return HandoverForm(initial=initial, lines=_lines(opened, visit), ideas=_ideas(ideas))


def _planned(opened: OpenChild, visit: UUID) -> tuple[PlannedSeen, ...]:
    note = visits.note(opened, visit)
    return note.planned if note else visits.planned(opened, visit)


def _lines(opened: OpenChild, visit: UUID) -> list[tuple[str, str]]:
    words = dict.fromkeys(one.words for one in _planned(opened, visit))
    return [(line, line) for line in words][:12]


def _at_home(opened: OpenChild) -> tuple[PlacementSeen, ...]:
    seen = plan.programme_of(opened)
    return tuple(one for one in (*seen.live, *seen.offered) if not one.is_held)


def _ideas(ideas: tuple[PlacementSeen, ...]) -> list[tuple[str, str]]:
    return [(str(one.uuid), f"{one.title} · {_(routines.routine(one.routine).label)}") for one in ideas]


def _show(request: Request, opened: OpenChild, uuid: UUID, form: HandoverForm) -> HttpResponse:
    visit, handed = visits.visit(opened, uuid), talk_read.handover_of(opened, uuid)
    if visit.starts_at > opened.at:
        raise NotFound(child=opened.pk)
    page = HandoverPage(
        nav=frame.rail(request),
        frame=frame.frame(opened, _("One thing for the week")),
        visit=uuid,
        title=frame.moment(visit.starts_at, opened.zone_info),
        has_ideas=bool(form.fields["placement"].choices),  # type: ignore[attr-defined]  # a field of choices
        form=form,
        handed=handed,
        when=frame.moment(handed.at, opened.zone_info) if handed else "",
        answers=tuple(answer_words(one) for one in handed.answers) if handed else (),
    )
    return pages.page(request, "therapist/handover.html", page, status=422 if form.is_bound else 200)
