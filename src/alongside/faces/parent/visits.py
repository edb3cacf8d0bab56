"""Visits: when, with whom, what the family wants to speak about, and what the therapist wrote for it."""

from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse, QueryDict
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from alongside.areas.appointments import actions as appointments
from alongside.areas.appointments import queries as visits
from alongside.areas.appointments.values import AgendaSeen, FamilyNote, RequestSeen, VisitSeen, VisitState
from alongside.areas.circle.values import OpenChild
from alongside.areas.diary import queries as diary
from alongside.areas.diary.values import windows as window_values
from alongside.areas.waiting import actions as waiting
from alongside.areas.waiting import queries as offers
from alongside.areas.waiting.queries.instead import three_instead
from alongside.core.capabilities import Capability
from alongside.core.words import gettext_noop
from alongside.faces.common.pages import fresh_uuid, page
from alongside.faces.common.request import Request
from alongside.faces.common.window_words import in_words
from alongside.faces.parent import days
from alongside.faces.parent.forms import WordsForm
from alongside.faces.parent.frame import FamilyPage, frame, open_for, status, taken_up

STATES = {
    VisitState.CANCELLED: gettext_noop("not taking place"),
    VisitState.COULD_NOT_COME: gettext_noop("couldn’t come"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class VisitLine:
    """One visit in words. ``wish`` is the family's open wish to change it, ``answer`` the clinic's answer.

    ``link`` is the address of a video visit, empty for every other.
    """

    uuid: UUID
    title: str
    place: str
    link: str
    state: str
    wish: str
    answer: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteLine:
    """What a therapist wrote for the family after a visit."""

    visit: UUID
    words: str
    by: str
    day: str


@dataclass(frozen=True, slots=True, kw_only=True)
class VisitsPage(FamilyPage):
    """Next and past visits, and the notes for the family."""

    coming: tuple[VisitLine, ...]
    past: tuple[VisitLine, ...]
    agenda: tuple[AgendaSeen, ...]
    notes: tuple[NoteLine, ...]
    can_ask: bool
    offer: UUID | None
    said: str


@dataclass(frozen=True, slots=True, kw_only=True)
class VisitWordsPage(FamilyPage):
    """One box of words about one visit."""

    visit: VisitLine
    heading: str
    button: str
    agenda: tuple[AgendaSeen, ...]
    form: WordsForm
    instead: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class AwayPage(FamilyPage):
    """The question before a visit is given back, and the clinic's rule about it in plain words."""

    visit: VisitLine
    rule: str
    clinic_words: str


def visits_page(request: Request, child: UUID) -> HttpResponse:
    """All visits."""
    opened = open_for(request, child, Capability.READ_VISITS, "visits")
    return page(request, "parent/visits.html", _page(opened))


def agenda(request: Request, child: UUID, visit: UUID) -> HttpResponse:
    """Add something to speak about."""
    form = WordsForm(request.POST or None, initial={"uuid": fresh_uuid(request.at)})

    def act() -> object:
        said = form.cleaned_data
        return appointments.add_agenda_item(
            actor=request.actor,
            child=child,
            visit=visit,
            item=said["uuid"],
            words=said["words"],
            at=request.at,
        )

    if taken_up(request, form, act):
        messages.success(request, _("Kept. It is on the list for this visit."))
        return redirect("parent:visits", child=child)
    opened = open_for(request, child, Capability.ASK_TO_CHANGE_VISIT, "agenda")
    seen = visits.visit(opened, visit)
    return _words_page(request, opened, seen, form, (_("What would you like to talk about?"), _("Add it")))


def ask_to_change(request: Request, child: UUID, visit: UUID) -> HttpResponse:
    """Ask for another time: one tap on a time that is free, or in one's own words."""
    form = WordsForm(_with_tapped(request), initial={"uuid": fresh_uuid(request.at)})

    def act() -> object:
        said = form.cleaned_data
        return appointments.ask_to_change(
            actor=request.actor,
            child=child,
            visit=visit,
            request=said["uuid"],
            words=said["words"],
            at=request.at,
        )

    if taken_up(request, form, act):
        messages.success(request, _("Sent. The clinic answers here."))
        return redirect("parent:visits", child=child)
    opened = open_for(request, child, Capability.ASK_TO_CHANGE_VISIT, "ask_to_change")
    seen = visits.visit(opened, visit)
    asks = (_("Which time would be easier?"), _("Ask the clinic"))
    return _words_page(request, opened, seen, form, asks, _instead(opened, seen))


def _with_tapped(request: Request) -> QueryDict | None:
    """What was sent; the words on the button that was tapped stand for words of one's own."""
    if request.method != "POST":
        return None
    sent = request.POST.copy()
    if tapped := sent.getlist("instead"):
        sent.setlist("words", tapped)
    return sent


def could_not_come(request: Request, child: UUID, visit: UUID) -> HttpResponse:
    """We can't come. No reason is asked; the page says first that the time goes to somebody else."""
    if request.method != "POST":
        return _ask_first(request, child, visit)
    waiting.could_not_come(actor=request.actor, child=child, visit=visit, at=request.at)
    messages.success(request, _("Thank you for telling us. The time is free again."))
    return redirect("parent:visits", child=child)


def _ask_first(request: Request, child: UUID, visit: UUID) -> HttpResponse:
    opened = open_for(request, child, Capability.ASK_TO_CHANGE_VISIT, "could_not_come")
    seen = visits.visit(opened, visit)
    if not seen.is_open or seen.ends_at <= request.at:
        return redirect("parent:visits", child=child)
    rule, clinic_words = _cancel_rule(opened, seen)
    built = AwayPage(**frame(opened, "plan"), visit=_line(seen, {}), rule=rule, clinic_words=clinic_words)
    return page(request, "parent/visit_away.html", built)


def _cancel_rule(opened: OpenChild, seen: VisitSeen) -> tuple[str, str]:
    """Until when a visit goes back freely by the clinic's rules, and the clinic's own words about it."""
    rules = diary.rules(opened.clinic)
    until = seen.starts_at - timedelta(hours=rules.hours_before_free_cancel)
    said = {"when": days.appointment(until, seen.zone)}
    if not rules.hours_before_free_cancel:
        return "", rules.cancel_words
    if opened.at <= until:
        return _("You can give this time back freely until %(when)s.") % said, rules.cancel_words
    return _(
        "It is short notice, and that happens. Telling us still helps another family."
    ), rules.cancel_words


def _words_page(
    request: Request,
    opened: OpenChild,
    seen: VisitSeen,
    form: WordsForm,
    asks: tuple[str, str],
    instead: tuple[str, ...] = (),
) -> HttpResponse:
    """A page of one box; ``asks`` are its heading and its button."""
    built = VisitWordsPage(
        **frame(opened, "plan"),
        visit=_line(seen, {}),
        heading=asks[0],
        button=asks[1],
        agenda=_agenda(opened, seen),
        form=form,
        instead=instead,
    )
    return page(request, "parent/visit_words.html", built, status=status(form))


def _instead(opened: OpenChild, seen: VisitSeen) -> tuple[str, ...]:
    """Times that are free now, in words; nothing is held until the clinic answers."""
    if not seen.is_open:
        return ()
    return tuple(days.appointment(one.starts_at, seen.zone) for one in three_instead(opened, seen))


def _page(opened: OpenChild) -> VisitsPage:
    found, offer = visits.visits_of(opened), offers.open_offer(opened)
    coming = [one for one in reversed(found) if one.ends_at > opened.at and one.is_open]
    wishes = {wish.visit: wish for wish in reversed(visits.change_requests(opened))}
    shown = {one.uuid for one in coming}
    return VisitsPage(
        **frame(opened, "plan"),
        coming=tuple(_line(one, wishes) for one in coming),
        past=tuple(_line(one, wishes) for one in found if one.uuid not in shown)[:30],
        agenda=_agenda(opened, coming[0]) if coming else (),
        notes=tuple(_note(one) for one in _notes(opened)),
        can_ask=opened.allows(Capability.ASK_TO_CHANGE_VISIT),
        offer=offer.uuid if offer else None,
        said=in_words(window_values.wishes(diary.windows(opened))),
    )


def _notes(opened: OpenChild) -> tuple[FamilyNote, ...]:
    return visits.family_notes(opened) if opened.allows(Capability.READ_FAMILY_NOTES) else ()


def _agenda(opened: OpenChild, visit: VisitSeen) -> tuple[AgendaSeen, ...]:
    return visits.agenda(opened, visit.uuid) if opened.allows(Capability.READ_FAMILY_NOTES) else ()


def _line(visit: VisitSeen, wishes: dict[UUID, RequestSeen]) -> VisitLine:
    words = {"when": days.appointment(visit.starts_at, visit.zone), "name": visit.therapist_name.split()[0]}
    wish = wishes.get(visit.uuid)
    return VisitLine(
        uuid=visit.uuid,
        title=_("%(when)s with %(name)s") % words,
        place=" · ".join(filter(None, (visit.room_name, visit.site_name, visit.place_words))),
        link=visit.link if visit.is_open else "",
        state=_(STATES[visit.state]) if visit.state in STATES else "",
        wish=wish.words if wish else "",
        answer=wish.answer if wish else "",
    )


def _note(one: FamilyNote) -> NoteLine:
    return NoteLine(
        visit=one.visit, words=one.words, by=one.by.name, day=days.appointment(one.visit_at, one.zone)
    )
