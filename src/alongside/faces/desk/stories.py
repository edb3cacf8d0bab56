"""The board of stories: reading, answering by name, and taking a family on."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from alongside.areas.people import queries as people
from alongside.areas.people.values import ClinicSeen
from alongside.areas.story import actions as story
from alongside.areas.story.values import TOPICS, EnquirySeen, EnquiryState, FamilyDraft, FamilyMade, How
from alongside.core.actors import MemberRole
from alongside.core.bounds import SENTENCE
from alongside.faces.common.pages import attempt, fresh_uuid, page
from alongside.faces.common.request import Request
from alongside.faces.common.staff_nav import staff_nav
from alongside.faces.desk import letters
from alongside.faces.desk.forms import AnswerForm, TakeOnForm
from alongside.faces.desk.frame import long_day, moment
from alongside.ui.nav import Crumb, Nav


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryCard:
    """One story on the board."""

    uuid: UUID
    name: str
    child: str
    excerpt: str
    topics: tuple[str, ...]
    promise: str
    is_near: bool
    answered_by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class BoardPage:
    """Stories that wait for a first answer, the nearest promise first, and those that were answered."""

    nav: Nav
    waiting: tuple[StoryCard, ...]
    answered: tuple[StoryCard, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """One question and the family's answer."""

    question: str
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryPage:
    """One story with what was answered so far."""

    nav: Nav
    crumbs: tuple[Crumb, ...]
    enquiry: EnquirySeen
    told: tuple[Told, ...]
    topics: tuple[str, ...]
    sent: str
    promise: str
    replies: tuple[tuple[str, str, str, str], ...]
    form: AnswerForm
    is_closed: bool
    may_take_on: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class TakeOnPage:
    """What is still needed to begin with a family."""

    nav: Nav
    crumbs: tuple[Crumb, ...]
    enquiry: EnquirySeen
    form: TakeOnForm


def stories(request: Request) -> HttpResponse:
    """The board."""
    cards = [(seen, _card(request, seen)) for seen in story.open_board(actor=request.actor, at=request.at)]
    new = sorted((pair for pair in cards if pair[0].state is EnquiryState.NEW), key=lambda p: p[0].answer_by)
    board = BoardPage(
        nav=staff_nav(request.actor, "stories"),
        waiting=tuple(card for _seen, card in new),
        answered=tuple(card for seen, card in cards if seen.state is not EnquiryState.NEW),
    )
    return page(request, "desk/stories.html", board)


def one_story(request: Request, enquiry: UUID) -> HttpResponse:
    """Read one story."""
    seen = story.open_enquiry(actor=request.actor, enquiry=enquiry, at=request.at)
    form = AnswerForm(initial={"uuid": fresh_uuid(request.at)})
    return page(request, "desk/story.html", _page(request, seen, form))


def answer(request: Request, enquiry: UUID) -> HttpResponse:
    """Keep what was said to the family."""
    form = AnswerForm(request.POST)
    if form.is_valid() and attempt(form, lambda: _answer(request, enquiry, form)) is not None:
        messages.success(request, _("Your answer is kept."))
        return redirect("desk:story", enquiry=enquiry)
    seen = story.open_enquiry(actor=request.actor, enquiry=enquiry, at=request.at)
    return page(request, "desk/story.html", _page(request, seen, form), status=422)


def close(request: Request, enquiry: UUID) -> HttpResponse:
    """Take a story off the board."""
    story.close_story(actor=request.actor, enquiry=enquiry, at=request.at)
    messages.success(request, _("The story is closed. It stays kept."))
    return redirect("desk:stories")


def take_on(request: Request, enquiry: UUID) -> HttpResponse:
    """Begin with a family: what the story said is filled in already."""
    if request.method == "POST":
        return _take_on(request, enquiry)
    seen = story.open_enquiry(actor=request.actor, enquiry=enquiry, at=request.at)
    form = TakeOnForm(initial=_from_story(request, seen), therapists=_therapists(request, seen.clinic))
    return page(request, "desk/take_on.html", _take_on_page(request, seen, form))


def _take_on(request: Request, enquiry: UUID) -> HttpResponse:
    clinics = request.actor.clinics_as(MemberRole.FRONT_DESK)
    therapists = [choice for clinic in clinics for choice in _therapists(request, clinic)]
    form = TakeOnForm(request.POST, therapists=therapists)
    made = attempt(form, lambda: _make(request, enquiry, form)) if form.is_valid() else None
    if made is None:
        seen = story.open_enquiry(actor=request.actor, enquiry=enquiry, at=request.at)
        return page(request, "desk/take_on.html", _take_on_page(request, seen, form), status=422)
    if made.token:
        name, email = form.cleaned_data["carer_name"], form.cleaned_data["carer_email"]
        clinic = people.clinic(clinics[0]).name
        letters.send_invitation(request, name=name, email=email, clinic=clinic, token=made.token)
    return redirect("desk:family", child=made.child)


def _make(request: Request, enquiry: UUID, form: TakeOnForm) -> FamilyMade:
    draft = FamilyDraft(**form.cleaned_data)
    return story.turn_story_into_family(actor=request.actor, enquiry=enquiry, draft=draft, at=request.at)


def _answer(request: Request, enquiry: UUID, form: AnswerForm) -> EnquirySeen:
    typed = form.cleaned_data
    return story.answer_story(
        actor=request.actor,
        enquiry=enquiry,
        reply=typed["uuid"],
        words=typed["words"],
        how=How(typed["how"]),
        at=request.at,
    )


def _from_story(request: Request, seen: EnquirySeen) -> dict[str, object]:
    return {
        "child": fresh_uuid(request.at),
        "invitation": fresh_uuid(request.at),
        "short_name": seen.answers.child_first_name,
        "carer_name": seen.contact.name,
        "carer_email": seen.contact.email,
    }


def _therapists(request: Request, clinic: int) -> list[tuple[UUID | str, str]]:
    return [(one.uuid, one.name) for one in people.colleagues(clinic, request.at)]


def _card(request: Request, seen: EnquirySeen) -> StoryCard:
    words = next((told.words for told in _told(seen) if told.words), "")
    left = (seen.answer_by - request.at.date()).days
    return StoryCard(
        uuid=seen.uuid,
        name=seen.contact.name,
        child=seen.answers.child_first_name,
        excerpt=words if len(words) <= SENTENCE else words[: SENTENCE - 1] + "…",
        topics=_topics(seen.answers.topics),
        promise=_promise(seen.answer_by, left),
        is_near=left <= 0,
        answered_by=seen.answered_by,
    )


def _promise(day: date, left: int) -> str:
    if left < 0:
        return _("Promised for %(day)s. Ring first.") % {"day": long_day(day)}
    if left == 0:
        return _("Promised for today")
    return ngettext("Promised for tomorrow", "Promised for %(day)s", left) % {"day": long_day(day)}


def _topics(codes: Iterable[str]) -> tuple[str, ...]:
    return tuple(_(TOPICS[code]) for code in codes if code in TOPICS)


def _told(seen: EnquirySeen) -> tuple[Told, ...]:
    answers = seen.answers
    return (
        Told(question=_("An ordinary day right now"), words=answers.ordinary_day),
        Told(question=_("What would make it better"), words=answers.hopes),
        Told(question=_("Good at, and loves"), words=answers.good_at),
        Told(question=_("Anything else"), words=answers.anything_else),
    )


def _page(request: Request, seen: EnquirySeen, form: AnswerForm) -> StoryPage:
    clinic: ClinicSeen = people.clinic(seen.clinic)
    hows = {How.RANG: _("rang"), How.WROTE: _("wrote")}
    return StoryPage(
        nav=staff_nav(request.actor, "stories"),
        crumbs=_crumbs(seen.contact.name),
        enquiry=seen,
        told=tuple(told for told in _told(seen) if told.words),
        topics=_topics(seen.answers.topics),
        sent=moment(seen.sent_at, clinic.zone),
        promise=long_day(seen.answer_by),
        replies=tuple((r.by, hows[r.how], moment(r.at, clinic.zone), r.words) for r in seen.replies),
        form=form,
        is_closed=seen.state is EnquiryState.CLOSED,
        may_take_on=MemberRole.FRONT_DESK in request.actor.roles_in(seen.clinic),
    )


def _take_on_page(request: Request, seen: EnquirySeen, form: TakeOnForm) -> TakeOnPage:
    crumbs = _crumbs(_("Begin with this family"))
    return TakeOnPage(nav=staff_nav(request.actor, "stories"), crumbs=crumbs, enquiry=seen, form=form)


def _crumbs(here: str) -> tuple[Crumb, ...]:
    return Crumb(label=_("Stories"), url=reverse("desk:stories")), Crumb(label=here)
