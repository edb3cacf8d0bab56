"""Pictures and clips as they are taken in: looked at, made plain, and kept as files that no address leads to."""

from alongside.adapters.media.files import Kept, MediaKind, drop, is_name, keep, kept, opened
from alongside.adapters.media.intake import CLIP_BYTES, PICTURE_BYTES, Taken, UploadRefused, take_in

__all__ = [
    "CLIP_BYTES",
    "PICTURE_BYTES",
    "Kept",
    "MediaKind",
    "Taken",
    "UploadRefused",
    "drop",
    "is_name",
    "keep",
    "kept",
    "opened",
    "take_in",
]
