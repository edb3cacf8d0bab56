"""How this child does it: pictures and clips on one idea, for whoever sees the idea."""

from dataclasses import dataclass
from uuid import UUID

from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect

from alongside.areas.circle.values import OpenChild
from alongside.areas.programme import actions as changes
from alongside.areas.programme import queries as programme
from alongside.areas.programme.queries.pictures import kept_pictures, takes_pictures
from alongside.core.capabilities import Capability
from alongside.faces.common import pictures as common
from alongside.faces.common.pages import fresh_uuid, page
from alongside.faces.common.request import Request
from alongside.faces.parent.frame import FamilyPage, frame, open_for, status


@dataclass(frozen=True, slots=True, kw_only=True)
class PicturesPage(FamilyPage):
    """``takes`` is False for washing, bathing and the toilet. ``may_add`` for responsible grown-ups."""

    placement: UUID
    title: str
    pictures: tuple[common.PictureShown, ...]
    takes: bool
    may_add: bool
    form: common.PictureForm


def pictures(request: Request, child: UUID, placement: UUID) -> HttpResponse:
    """See them all, and add one."""
    is_sent = request.method == "POST"
    needed = Capability.LIGHTEN_PROGRAMME if is_sent else Capability.READ_PROGRAMME
    opened = open_for(request, child, needed, "pictures")
    programme.placement(opened, placement)
    fresh = {"uuid": fresh_uuid(request.at)}
    form = common.PictureForm(request.POST, request.FILES) if is_sent else common.PictureForm(initial=fresh)
    if common.taken_up(request, form, child, placement):
        return redirect("parent:pictures", child=child, placement=placement)
    return page(request, "parent/pictures.html", _page(opened, placement, form), status=status(form))


def picture_file(request: Request, child: UUID, placement: UUID, picture: UUID) -> HttpResponseBase:
    """The bytes, through the same gate as the idea, every time."""
    opened = open_for(request, child, Capability.READ_PROGRAMME, "picture_file")
    return common.answer(request, opened, placement, picture)


def remove_picture(request: Request, child: UUID, placement: UUID, picture: UUID) -> HttpResponse:
    """Gone for everybody, at once."""
    open_for(request, child, Capability.LIGHTEN_PROGRAMME, "remove_picture")
    gone = {"child": child, "placement": placement, "picture": picture}
    changes.remove_picture(actor=request.actor, at=request.at, **gone)
    return redirect("parent:pictures", child=child, placement=placement)


def newest(opened: OpenChild, placement: UUID) -> common.PictureShown | None:
    """The one that the page of the idea shows; None where there is none yet."""
    found = common.shown(opened, programme.pictures(opened, placement)[:1], "parent")
    return found[0] if found else None


def _page(opened: OpenChild, placement: UUID, form: common.PictureForm) -> PicturesPage:
    may_add = opened.allows(Capability.LIGHTEN_PROGRAMME)
    kept = kept_pictures(opened, placement) if may_add else programme.pictures(opened, placement)
    return PicturesPage(
        **frame(opened, "plan"),
        placement=placement,
        title=programme.placement(opened, placement).title,
        pictures=common.shown(opened, kept, "parent"),
        takes=takes_pictures(opened, placement),
        may_add=may_add,
        form=form,
    )
