"""What may come in: pictures and clips, known by their first bytes and never by the name they were sent with."""

from dataclasses import dataclass
from enum import StrEnum
from typing import BinaryIO

from django.utils.translation import gettext_noop

from alongside.adapters.media import mp4, pictures, webm
from alongside.adapters.media.walking import CannotWalk

PICTURE_BYTES = 12_000_000
CLIP_BYTES = 25_000_000
_MP4, _WEBM = b"ftyp", b"\x1a\x45\xdf\xa3"


class MediaKind(StrEnum):
    """What it is to a reader."""

    PICTURE = "PICTURE"
    CLIP = "CLIP"


class UploadRefused(Exception):
    """The file stays outside; ``str()`` is a sentence for the person who sent it (English source text)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """A file that was taken in: its bytes hold what is seen and heard, and nothing else."""

    kind: MediaKind
    suffix: str
    content: bytes


NEITHER = gettext_noop("Please choose a photo (JPEG, PNG or WebP) or a clip (MP4 or WebM).")
LARGE_PICTURE = gettext_noop("Please choose a smaller picture: at most 12 MB and 40 million dots.")
LARGE_CLIP = gettext_noop("Please choose a shorter clip: at most 25 MB.")
CANNOT_READ_PICTURE = gettext_noop("We cannot read this picture. Please take it again, or save it as a JPEG.")
CANNOT_READ_CLIP = gettext_noop(
    "We cannot make sure that this clip says nothing of where it was filmed. "
    "Please save it as a plain MP4 (H.264), or take a picture."
)


def take_in(upload: BinaryIO) -> Taken:
    """Look at an uploaded file and make it plain: no place, no time, no camera, nothing hidden.

    Slow (a second for a large photo), so it is done before any transaction. Raises UploadRefused.
    """
    content = upload.read(CLIP_BYTES + 1)
    if pictures.is_picture(content):
        return _picture(content)
    if content[4:8] == _MP4:
        return _clip(content, "mp4")
    if content.startswith(_WEBM):
        return _clip(content, "webm")
    raise UploadRefused(NEITHER)


def _picture(content: bytes) -> Taken:
    if len(content) > PICTURE_BYTES:
        raise UploadRefused(LARGE_PICTURE)
    try:
        plain = pictures.plain(content)
    except pictures.TooManyDots as error:
        raise UploadRefused(LARGE_PICTURE) from error
    except pictures.Unreadable as error:
        raise UploadRefused(CANNOT_READ_PICTURE) from error
    return Taken(kind=MediaKind.PICTURE, suffix="webp", content=plain)


def _clip(content: bytes, suffix: str) -> Taken:
    if len(content) > CLIP_BYTES:
        raise UploadRefused(LARGE_CLIP)
    try:
        plain = mp4.plain(content) if suffix == "mp4" else webm.plain(content)
    except CannotWalk as error:
        raise UploadRefused(CANNOT_READ_CLIP) from error
    return Taken(kind=MediaKind.CLIP, suffix=suffix, content=plain)
