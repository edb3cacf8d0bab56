"""Telling a clinic one's story: no login, no diagnosis, no referral."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from allauth.account.adapter import get_adapter
from django.contrib.auth.decorators import login_not_required
from django.http import HttpResponse
from django.shortcuts import redirect

from alongside.areas.people import queries as people
from alongside.areas.people.values import ClinicSeen
from alongside.areas.story import actions as story_actions
from alongside.areas.story.values import StoryAnswers, StoryContact, promised_on
from alongside.faces.common.pages import attempt, fresh_uuid, page
from alongside.faces.common.request import Request
from alongside.faces.public.forms import StoryForm
from alongside.faces.public.site import Site, site_of
from alongside.faces.public.welcome import PlainPage, TherapistShown, clinic_page


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryPage:
    """The form, and who will read it."""

    site: Site
    form: StoryForm
    days: int
    therapists: tuple[TherapistShown, ...]
    draft: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ThanksPage:
    """What happens next, and by when."""

    site: Site
    answer_by: date


@login_not_required
def story(request: Request, slug: str) -> HttpResponse:
    """Read the questions, or send the answers."""
    clinic = people.clinic_by_slug(slug)
    if request.method == "POST":
        return _send(request, clinic, StoryForm(request.POST))
    form = StoryForm(initial={"uuid": fresh_uuid(request.at)})
    return page(request, "public/story.html", _page(request, clinic, form))


@login_not_required
def story_thanks(request: Request, slug: str) -> HttpResponse:
    """Thank you, and the day by which somebody answers."""
    clinic = people.clinic_by_slug(slug)
    by = promised_on(request.at, clinic.zone, clinic.answer_days)
    return page(request, "public/story_thanks.html", ThanksPage(site=site_of(clinic), answer_by=by))


def _send(request: Request, clinic: ClinicSeen, form: StoryForm) -> HttpResponse:
    kept = attempt(form, lambda: _keep(request, clinic, form.cleaned_data)) if form.is_valid() else None
    if kept is None:
        return page(request, "public/story.html", _page(request, clinic, form), status=422)
    if not kept:
        return page(request, "public/too_many.html", PlainPage(site=site_of(clinic)), status=429)
    return redirect("public:story_thanks", slug=clinic.slug)


def _keep(request: Request, clinic: ClinicSeen, typed: dict[str, Any]) -> bool:
    """False after too many. A machine that fills in the field nobody sees is thanked and not heard."""
    if typed["website"]:
        return True
    try:
        story_actions.send_story(
            clinic_slug=clinic.slug,
            uuid=typed["uuid"],
            answers=_answers(typed),
            contact=StoryContact(**{name: typed[name] for name in ("name", "email", "phone", "ring_when")}),
            sender=get_adapter().get_client_ip(request),
            at=request.at,
        )
    except story_actions.TooManyStories:
        return False
    return True


def _answers(typed: dict[str, Any]) -> StoryAnswers:
    told = ("ordinary_day", "hopes", "good_at", "anything_else", "child_first_name")
    return StoryAnswers(topics=tuple(typed["topics"]), **{name: typed[name] for name in told})


def _page(request: Request, clinic: ClinicSeen, form: StoryForm) -> StoryPage:
    around = clinic_page(request, clinic, "story")
    return StoryPage(
        site=around.site,
        form=form,
        days=around.days,
        therapists=around.therapists,
        draft=f"story-{clinic.slug}",
    )
