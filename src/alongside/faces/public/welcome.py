"""What a clinic says of itself: how it works, whom it is for, who its therapists are."""

from dataclasses import dataclass

from django.contrib.auth.decorators import login_not_required
from django.http import HttpResponse
from django.shortcuts import render

from alongside.areas.people import queries as people
from alongside.areas.people.values import ClinicSeen, CredentialSeen, TeamMember
from alongside.faces.common.pages import page
from alongside.faces.common.request import Request
from alongside.faces.public.site import Place, Site, site_of
from alongside.ui import gallery as shown


@dataclass(frozen=True, slots=True, kw_only=True)
class TherapistShown:
    """One therapist with what is in force today; ``register`` is empty when no registration is."""

    name: str
    degree: str
    words: str
    register: str
    number: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ClinicPage:
    """A page of one clinic. ``days`` is the promise, in working days."""

    site: Site
    days: int
    therapists: tuple[TherapistShown, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ClinicsPage:
    """The clinics of an installation that has several, or none yet."""

    clinics: tuple[ClinicSeen, ...]
    site: None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PlainPage:
    """A page of words about no clinic in particular."""

    site: Site | None = None


@login_not_required
def welcome(request: Request) -> HttpResponse:
    """The first page: of the one clinic, or the choice between several."""
    clinics = people.clinics()
    if len(clinics) == 1:
        return page(request, "public/clinic.html", clinic_page(request, clinics[0], "clinic"))
    return page(request, "public/welcome.html", ClinicsPage(clinics=clinics))


@login_not_required
def clinic(request: Request, slug: str) -> HttpResponse:
    """How this clinic works."""
    found = people.clinic_by_slug(slug)
    return page(request, "public/clinic.html", clinic_page(request, found, "clinic"))


@login_not_required
def for_us(request: Request, slug: str) -> HttpResponse:
    """What paediatric occupational therapy helps with, in everyday words."""
    found = people.clinic_by_slug(slug)
    return page(request, "public/for_us.html", clinic_page(request, found, "for_us"))


@login_not_required
def therapists(request: Request, slug: str) -> HttpResponse:
    """Who works here, with degree and registration."""
    found = people.clinic_by_slug(slug)
    return page(request, "public/therapists.html", clinic_page(request, found, "therapists"))


@login_not_required
def privacy(request: Request) -> HttpResponse:
    """How what people write is looked after."""
    return page(request, "public/privacy.html", PlainPage(site=_only_site()))


@login_not_required
def safety(request: Request) -> HttpResponse:
    """Whom to call right now."""
    return page(request, "public/safety.html", PlainPage(site=_only_site()))


@login_not_required
def gallery(request: Request) -> HttpResponse:
    """Every component on one page; only on a demo or while building."""
    return render(request, "ui/gallery.html", {**shown.context(), "face": request.GET.get("face", "desk")})


def clinic_page(request: Request, clinic: ClinicSeen, current: Place) -> ClinicPage:
    """The clinic with the therapists who are there now."""
    shown_now = tuple(_shown(member) for member in people.therapists_of(clinic.pk, request.at))
    return ClinicPage(site=site_of(clinic, current), days=clinic.answer_days, therapists=shown_now)


def _shown(member: TeamMember) -> TherapistShown:
    """An expired registration is never shown as one; the degree stays."""
    held = member.credentials
    valid = next((one for one in held if not one.expired), None)
    about: CredentialSeen | None = valid or next(iter(held), None)
    return TherapistShown(
        name=member.name,
        degree=about.degree if about else "",
        words=about.words if about else "",
        register=valid.register if valid else "",
        number=valid.number if valid else "",
    )


def _only_site() -> Site | None:
    clinics = people.clinics()
    return site_of(clinics[0]) if len(clinics) == 1 else None
