"""Pictures and clips for tests: drawn here, of nobody."""

import io
import zlib
from struct import pack
from uuid import uuid4

from PIL import Image, TiffImagePlugin

from alongside.adapters import media
from alongside.areas.programme import actions as programme
from tests.areas.programme.building import by

WORDS = "He pulls the heel on with both thumbs."
GPS_PLACE, ORIENTATION, CAMERA = 34853, 274, 271
SECRET = "Elm Road 7"


def jpeg(width=60, height=40, *, turned=1, place=True) -> bytes:
    """A photo that is red on its left side, with the place and the camera that phones write into photos."""
    drawn = Image.new("RGB", (width, height), "white")
    drawn.paste("red", (0, 0, width // 2, height))
    exif = Image.Exif()
    exif[CAMERA], exif[ORIENTATION] = SECRET, turned
    if place:
        degrees = tuple(TiffImagePlugin.IFDRational(number) for number in (51, 30, 2))
        exif.get_ifd(GPS_PLACE).update({1: "N", 2: degrees, 3: "W", 4: degrees})
    written = io.BytesIO()
    drawn.save(written, "JPEG", exif=exif, comment=SECRET.encode())
    return written.getvalue()


def png_that_says(width, height) -> bytes:
    """A PNG of a few bytes that claims to be huge."""

    def chunk(kind, body):
        return pack(">I", len(body)) + kind + body + pack(">I", zlib.crc32(kind + body))

    head = pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(b"")) + chunk(b"IEND", b"")
    )


def taken(content=None) -> media.Taken:
    """A photo as it was taken in."""
    return media.take_in(io.BytesIO(content or jpeg()))


def add(player, cast, placed, **more):
    """Somebody of the cast puts a photo on an idea."""
    said = {"picture": uuid4(), "words": WORDS, "placement": placed.uuid} | more
    with media.kept(taken()) as file:
        return programme.add_picture(**by(player, cast), **{"file": file} | said)


def picture_actions(cast, idea):
    """Every action with pictures, with inputs that are right."""
    family = {"actor": cast.samira.actor, "child": cast.idris, "placement": idea}
    file = media.Kept(kind=media.MediaKind.PICTURE, name=f"{'0' * 32}.webp", size=500)
    yield programme.add_picture, family | {"picture": uuid4(), "file": file, "words": WORDS}
    kept = {"picture": uuid4(), "file": media.Kept(kind=file.kind, name=f"{'1' * 32}.webp", size=500)}
    programme.add_picture(**family, **kept, words=WORDS, at=cast.at)
    yield programme.remove_picture, family | {"picture": kept["picture"]}
