"""What did you notice? In their own words, with who will see it said before Save."""

from dataclasses import dataclass
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from alongside.areas.circle import queries as circle
from alongside.areas.circle.values import Grownup, OpenChild, PlaceKind
from alongside.areas.practice import actions as practice
from alongside.areas.practice.values import SeenBy
from alongside.areas.programme import queries as programme
from alongside.areas.wins import actions as wins
from alongside.areas.wins.values import WinAbout
from alongside.core.capabilities import Capability
from alongside.faces.common.pages import fresh_uuid, page
from alongside.faces.common.request import Request
from alongside.faces.parent.forms import NoticeForm
from alongside.faces.parent.frame import FamilyPage, frame, open_for, status, taken_up


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticePage(FamilyPage):
    """The empty page for words, and who will read them."""

    form: NoticeForm
    starters: tuple[str, ...]
    readers: str
    can_be_win: bool


def notice(request: Request, child: UUID) -> HttpResponse:
    """Write down what was noticed."""
    opened = open_for(request, child, Capability.WRITE_ENTRIES, "notice")
    first = {
        "uuid": fresh_uuid(request.at),
        "placement": request.GET.get("idea"),
        "seen_by": SeenBy.ALL.value,
    }
    form = NoticeForm(request.POST or None, initial=first, ideas=_ideas(opened))
    if taken_up(request, form, lambda: _keep(request, child, form)):
        messages.success(request, _("Kept. Thank you for telling us."))
        return redirect("parent:today", child=child)
    built = NoticePage(
        **frame(opened, "today"),
        form=form,
        starters=(_("Just before that…"), _("It helped when…"), _("What surprised me…")),
        readers=_readers(opened),
        can_be_win=opened.allows(Capability.ADD_WINS),
    )
    return page(request, "parent/notice.html", built, status=status(form))


def _keep(request: Request, child: UUID, form: NoticeForm) -> None:
    """The noticing, and the win when it was one. Both carry the same identifier, so twice is once."""
    said = form.cleaned_data
    practice.notice(
        actor=request.actor,
        child=child,
        noticing=said["uuid"],
        words=said["words"],
        placement=said["placement"],
        seen_by=said["seen_by"] or SeenBy.ALL,
        is_win=said["is_win"],
        at=request.at,
    )
    if said["is_win"]:
        wins.add_win(
            actor=request.actor,
            child=child,
            win=said["uuid"],
            words=said["words"],
            about=WinAbout.IDEA if said["placement"] else None,
            about_uuid=said["placement"],
            at=request.at,
        )


def _ideas(opened: OpenChild) -> list[tuple[str, str]]:
    if not opened.allows(Capability.READ_PROGRAMME):
        return []
    return [(str(placed.uuid), placed.title) for placed in programme.live_placements(opened)]


def _readers(opened: OpenChild) -> str:
    """The names of everybody who will read it when it is not narrowed."""
    known = (
        circle.circle_of(opened) if opened.allows(Capability.READ_CIRCLE) else circle.therapists_of(opened)
    )
    names = [person.short_name for person in known if _reads(person) and person.pk != opened.actor.person]
    return _(" and ").join(filter(None, (", ".join(names[:-1]), *names[-1:])))


def _reads(person: Grownup) -> bool:
    return person.kind is PlaceKind.THERAPIST or (person.responsible and not person.restricted)
