"""A photo, decoded and written anew: upright, at most 1,600 dots a side, and without a word about where and when."""

import io
from typing import Any

SIDE = 1_600
DOTS = 40_000_000
_QUALITY = 82
_FORMATS = ("JPEG", "PNG", "WEBP")


class TooManyDots(Exception):
    """The picture would fill the memory."""


class Unreadable(Exception):
    """The picture cannot be decoded to its end."""


def is_picture(content: bytes) -> bool:
    """Whether the first bytes are those of a JPEG, PNG or WebP."""
    is_webp = content[:4] == b"RIFF" and content[8:12] == b"WEBP"
    return content.startswith((b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n")) or is_webp


def plain(content: bytes) -> bytes:
    """The picture as WebP, made from its dots alone. Raises TooManyDots or Unreadable."""
    # Decoders take a tenth of a second to load, and most processes never see a photo.
    from PIL import Image

    try:
        with Image.open(io.BytesIO(content), formats=_FORMATS) as sent:
            return _written(_upright(sent))
    except (Image.DecompressionBombError, Image.DecompressionBombWarning, MemoryError) as error:
        raise TooManyDots from error
    except TooManyDots:
        raise
    except Exception as error:  # Decoders of hostile files fail in every way there is.
        raise Unreadable from error


def _upright(sent: Any) -> Any:
    """Small and turned the way it was held. JPEGs are decoded small at once, which saves time and memory."""
    from PIL import ImageOps

    if sent.width * sent.height > DOTS:
        raise TooManyDots
    sent.draft("RGB", (SIDE, SIDE))
    turned = ImageOps.exif_transpose(sent)
    turned = turned.convert("RGBA" if turned.has_transparency_data else "RGB")
    turned.thumbnail((SIDE, SIDE))
    return turned


def _written(turned: Any) -> bytes:
    from PIL import Image

    # A new picture knows nothing of the old one but its dots.
    clean = Image.new(turned.mode, turned.size)
    clean.paste(turned)
    written = io.BytesIO()
    clean.save(written, "WEBP", quality=_QUALITY, method=4)
    return written.getvalue()
