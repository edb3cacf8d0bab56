"""The media folder: random names, readable by this program alone, under no public address."""

import os
import re
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import BinaryIO

from django.conf import settings

from alongside.adapters.media.intake import MediaKind, Taken

__all__ = ["Kept", "MediaKind", "drop", "is_name", "keep", "kept", "opened"]

_NAME = re.compile(r"[0-9a-f]{32}\.(webp|mp4|webm)")


class MediaType(StrEnum):
    """What a browser is told about a file, by the end of its name."""

    WEBP = "image/webp"
    MP4 = "video/mp4"
    WEBM = "video/webm"


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """A file in the media folder. ``size`` in bytes."""

    kind: MediaKind
    name: str
    size: int

    @property
    def media_type(self) -> str:
        """What a browser is told about it."""
        return MediaType[self.name.rpartition(".")[2].upper()].value


def is_name(name: str) -> bool:
    """Whether this can be a name in the media folder; everything else would lead out of it."""
    return _NAME.fullmatch(name) is not None


def keep(taken: Taken) -> Kept:
    """Write what was taken in under a new random name, down to the disk."""
    folder = _folder()
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    name = f"{secrets.token_hex(16)}.{taken.suffix}"
    handle = os.open(folder / name, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "wb") as file:
        file.write(taken.content)
        file.flush()
        os.fsync(file.fileno())
    return Kept(kind=taken.kind, name=name, size=len(taken.content))


@contextmanager
def kept(taken: Taken) -> Iterator[Kept]:
    """The file for as long as what is done with it succeeds; a refusal takes it away again."""
    file = keep(taken)
    try:
        yield file
    except BaseException:
        drop(file.name)
        raise


def drop(name: str) -> None:
    """Delete a file; nothing happens when it is gone already."""
    _path(name).unlink(missing_ok=True)


def opened(name: str) -> BinaryIO:
    """The file, to be read. Raises FileNotFoundError when it is gone."""
    return _path(name).open("rb")


def _path(name: str) -> Path:
    if not is_name(name):
        raise FileNotFoundError(name)
    return _folder() / name


def _folder() -> Path:
    return Path(settings.DATA) / "media"
