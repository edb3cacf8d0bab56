"""What was sent to whom and of which kind, what is stuck; and how somebody of the team is told."""

from dataclasses import dataclass
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from alongside.areas.notices import actions as notices
from alongside.areas.notices import queries as told
from alongside.areas.notices.values import NoticeSeen, NoticeState
from alongside.areas.people.values import ClinicSeen
from alongside.core.actors import MemberRole
from alongside.faces.common import notices as common
from alongside.faces.common.notices import ChoiceForm
from alongside.faces.common.pages import attempt, page
from alongside.faces.common.request import Request
from alongside.faces.common.staff_nav import staff_nav
from alongside.faces.desk.frame import clinic_as, moment
from alongside.faces.desk.notices_words import KINDS, STATES, WAYS, job_words, trouble_words
from alongside.ui.nav import Nav


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One notice in words."""

    uuid: UUID
    to: str
    kind: str
    how: str
    when: str
    trouble: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Failing:
    """Something that happens by itself and does not work now."""

    what: str
    since: str
    times: int


@dataclass(frozen=True, slots=True, kw_only=True)
class SentPage:
    """The post of a clinic: what fails, what is stuck, what went out."""

    nav: Nav
    clinic: str
    failing: tuple[Failing, ...]
    stuck: tuple[Line, ...]
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnNoticesPage:
    """The choice of one member of the team."""

    nav: Nav
    form: ChoiceForm


def sent(request: Request) -> HttpResponse:
    """The post of the clinic, newest first."""
    clinic = _mine(request)
    post = notices.open_sent(actor=request.actor, clinic=clinic.pk, at=request.at)
    failing = told.troubles(request.actor, clinic.pk)
    built = SentPage(
        nav=staff_nav(request.actor, "clinic"),
        clinic=clinic.name,
        failing=tuple(
            Failing(what=job_words(one.job), since=moment(one.first_at, clinic.zone), times=one.times)
            for one in failing
        ),
        stuck=tuple(_line(one, clinic) for one in post.stuck),
        lines=tuple(_line(one, clinic) for one in post.lately),
    )
    return page(request, "desk/sent.html", built)


def send_again(request: Request, notice: UUID) -> HttpResponse:
    """Let a stuck notice be tried once more."""
    notices.try_again(actor=request.actor, notice=notice, at=request.at)
    messages.success(request, _("It goes out within a minute."))
    return redirect("desk:sent")


def how_told(request: Request) -> HttpResponse:
    """How the reader is told; POST keeps it."""
    seen = told.choice(request.actor)
    form = ChoiceForm(request.POST if request.method == "POST" else None, seen=seen, of_team=True)
    is_right = form.is_bound and form.is_valid()
    if is_right and attempt(form, lambda: common.keep(request, form, seen)) is not None:
        messages.success(request, _("Kept. The next one comes like this."))
        return redirect("desk:how_told")
    built = OwnNoticesPage(nav=staff_nav(request.actor), form=form)
    return page(request, "desk/how_told.html", built, status=422 if form.is_bound else 200)


def _mine(request: Request) -> ClinicSeen:
    return clinic_as(request, MemberRole.FRONT_DESK, MemberRole.OWNER)


def _line(one: NoticeSeen, clinic: ClinicSeen) -> Line:
    state = STATES[one.state]
    how = f"{state}, {WAYS[one.channel]}" if one.channel and one.state is NoticeState.SENT else str(state)
    return Line(
        uuid=one.uuid,
        to=one.to_name,
        kind=str(KINDS[one.kind]),
        how=how,
        when=moment(one.sent_at or one.due_at, clinic.zone),
        trouble=trouble_words(one.trouble) if one.trouble and one.state is not NoticeState.SENT else "",
    )
