"""Pictures and clips of one child on both faces: the form that takes one, how one is shown, and its bytes."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO
from uuid import UUID

from django import forms
from django.http import HttpResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.utils.dateformat import format as dated
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from alongside.adapters import media
from alongside.areas.circle.values import OpenChild
from alongside.areas.programme import actions as programme
from alongside.areas.programme.queries.pictures import PictureSeen, picture_file
from alongside.core import bounds
from alongside.core.refusals import NotFound
from alongside.faces.common.pages import UuidField, WordsField, attempt
from alongside.faces.common.request import Request

ACCEPTED = "image/jpeg,image/png,image/webp,video/mp4,video/webm"
_PIECE = 64 * 1024
_SAID = {
    "Accept-Ranges": "bytes",
    "Cache-Control": "private, no-store",
    "Content-Disposition": "inline",
    # The files are compressed already, and pieces of a compressed answer would not fit together.
    "Content-Encoding": "identity",
    "X-Content-Type-Options": "nosniff",
}
_RANGE = re.compile(r"bytes=(\d{0,18})-(\d{0,18})")


@dataclass(frozen=True, slots=True, kw_only=True)
class PictureShown:
    """One picture or clip as pages draw it."""

    uuid: UUID
    url: str
    remove: str
    words: str
    is_clip: bool
    is_shown: bool
    by: str
    when: str


class PictureForm(forms.Form):
    """A file and what is seen in it. Nothing arrives here that is larger than a clip may be."""

    uuid = UuidField()
    file = forms.FileField(
        label=gettext_lazy("A photo or a short clip"),
        help_text=gettext_lazy("A photo up to 12 MB, or a clip up to 25 MB."),
        widget=forms.FileInput(attrs={"accept": ACCEPTED}),
        allow_empty_file=True,
        max_length=255,
        error_messages={
            "required": gettext_lazy("Choose a photo up to 12 MB, or a clip up to 25 MB."),
            "max_length": gettext_lazy("Please give the file a shorter name."),
            "invalid": gettext_lazy("Choose the file once more."),
        },
    )
    words = WordsField(
        limit=bounds.SENTENCE,
        rows=2,
        required=True,
        label=gettext_lazy("What can be seen?"),
        help_text=gettext_lazy("For somebody who cannot see it. One sentence is enough."),
        error_messages={"required": gettext_lazy("Write one sentence on what can be seen.")},
    )


def taken_up(request: Request, form: PictureForm, child: UUID, placement: UUID) -> bool:
    """Whether a picture was sent and kept; what was wrong stands in the form afterwards.

    The file is looked at and made plain here, before the transaction of the action begins.
    """
    if request.method != "POST" or not form.is_valid():
        return False
    try:
        taken = media.take_in(form.cleaned_data["file"])
    except media.UploadRefused as refused:
        form.add_error("file", _(str(refused)))
        return False
    return attempt(form, lambda: _keep(request, form, child, placement, taken)) is not None


def _keep(
    request: Request, form: PictureForm, child: UUID, placement: UUID, taken: media.Taken
) -> PictureSeen:
    with media.kept(taken) as file:
        return programme.add_picture(
            actor=request.actor,
            child=child,
            placement=placement,
            picture=form.cleaned_data["uuid"],
            file=file,
            words=form.cleaned_data["words"],
            at=request.at,
        )


def shown(opened: OpenChild, pictures: tuple[PictureSeen, ...], face: str) -> tuple[PictureShown, ...]:
    """The pictures with their addresses on one face, ``parent`` or ``therapist``."""
    return tuple(_shown(opened, one, face) for one in pictures)


def _shown(opened: OpenChild, one: PictureSeen, face: str) -> PictureShown:
    parts = {"child": opened.uuid, "placement": one.placement, "picture": one.uuid}
    return PictureShown(
        uuid=one.uuid,
        url=reverse(f"{face}:picture_file", kwargs=parts),
        remove=reverse(f"{face}:remove_picture", kwargs=parts),
        words=one.words,
        is_clip=one.is_clip,
        is_shown=one.is_shown,
        by=one.by.name,
        when=dated(one.at.astimezone(opened.zone_info).date(), "j F"),
    )


def answer(request: Request, opened: OpenChild, placement: UUID, picture: UUID) -> HttpResponseBase:
    """The bytes of a picture, or the piece of a clip that a phone asks for. Nothing on the way keeps a copy."""
    kept = picture_file(opened, placement, picture)
    span = wanted(request.headers.get("Range", ""), kept.size)
    if span is None:
        made: HttpResponseBase = HttpResponse(status=416, headers={"Content-Range": f"bytes */{kept.size}"})
    else:
        made = _piece(kept, *span, is_part="Range" in request.headers and span != (0, kept.size))
    for name, value in _SAID.items():
        made[name] = value
    return made


def wanted(header: str, size: int) -> tuple[int, int] | None:
    """The piece (start, end) that a Range header asks for; the whole file for a header that is none of ours.

    None when the piece lies behind the end (RFC 9110, 14.1).
    """
    asked = _RANGE.fullmatch(header.strip())
    if asked is None or not any(asked.groups()):
        return 0, size
    first, last = asked.groups()
    if not first:
        return (max(size - int(last), 0), size) if int(last) else None
    end = min(int(last) + 1, size) if last else size
    if last and int(last) < int(first):
        return 0, size
    return (int(first), end) if int(first) < size else None


def _piece(kept: media.Kept, start: int, end: int, *, is_part: bool) -> StreamingHttpResponse:
    try:
        file = media.opened(kept.name)
    except FileNotFoundError as gone:
        raise NotFound from gone
    made = StreamingHttpResponse(_Pieces(file, start, end), status=206 if is_part else 200)
    made["Content-Type"] = kept.media_type
    made["Content-Length"] = str(end - start)
    if is_part:
        made["Content-Range"] = f"bytes {start}-{end - 1}/{kept.size}"
    return made


class _Pieces:
    """A file read from one place to another; Django closes it with the answer, read to its end or not."""

    def __init__(self, file: BinaryIO, start: int, end: int) -> None:
        self.file, self.left = file, end - start
        file.seek(start)

    def __iter__(self) -> Iterator[bytes]:
        while self.left > 0 and (piece := self.file.read(min(_PIECE, self.left))):
            self.left -= len(piece)
            yield piece

    def close(self) -> None:
        """Let the file go."""
        self.file.close()
