"""How this child does it: pictures and clips on one idea, as its therapist keeps them."""

from dataclasses import dataclass
from uuid import UUID

from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from alongside.areas.circle.values import OpenChild
from alongside.areas.programme import actions as changes
from alongside.areas.programme import queries as plan
from alongside.areas.programme.queries.pictures import kept_pictures, takes_pictures
from alongside.areas.programme.values import PlacementSeen
from alongside.faces.common import pages
from alongside.faces.common import pictures as common
from alongside.faces.common.request import Request
from alongside.faces.therapist import door, frame
from alongside.faces.therapist.frame import Frame
from alongside.ui.nav import Nav


@dataclass(frozen=True, slots=True, kw_only=True)
class PicturesPage:
    """``takes`` is False for washing, bathing and the toilet; nobody can override that."""

    nav: Nav
    frame: Frame
    placement: UUID
    title: str
    pictures: tuple[common.PictureShown, ...]
    takes: bool
    form: common.PictureForm


def pictures(request: Request, child: UUID, placement: UUID) -> HttpResponse:
    """See them all, and add one."""
    opened = door.own_child(request, child, "pictures")
    placed = plan.placement(opened, placement)
    is_sent = request.method == "POST"
    fresh = {"uuid": pages.fresh_uuid(request.at)}
    form = common.PictureForm(request.POST, request.FILES) if is_sent else common.PictureForm(initial=fresh)
    if common.taken_up(request, form, child, placement):
        return redirect("therapist:pictures", child=child, placement=placement)
    made = _page(request, opened, placed, form)
    return pages.page(request, "therapist/pictures.html", made, status=422 if is_sent else 200)


def picture_file(request: Request, child: UUID, placement: UUID, picture: UUID) -> HttpResponseBase:
    """The bytes, through the same gate as the page, every time."""
    opened = door.own_child(request, child, "picture_file")
    return common.answer(request, opened, placement, picture)


def remove_picture(request: Request, child: UUID, placement: UUID, picture: UUID) -> HttpResponse:
    """Gone for everybody, at once."""
    door.own_child(request, child, "remove_picture")
    gone = {"child": child, "placement": placement, "picture": picture}
    changes.remove_picture(actor=request.actor, at=request.at, **gone)
    return redirect("therapist:pictures", child=child, placement=placement)


def _page(
    request: Request, opened: OpenChild, placed: PlacementSeen, form: common.PictureForm
) -> PicturesPage:
    return PicturesPage(
        nav=frame.rail(request),
        frame=frame.frame(opened, _("How %(name)s does it") % {"name": opened.short_name}),
        placement=placed.uuid,
        title=placed.title,
        pictures=common.shown(opened, kept_pictures(opened, placed.uuid), "therapist"),
        takes=takes_pictures(opened, placed.uuid),
        form=form,
    )
