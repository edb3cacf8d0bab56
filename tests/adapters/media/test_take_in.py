"""Photos are made anew from their dots: the right way up, not too large, and silent about where and when."""

import io
import subprocess
import sys
import zipfile

import pytest
from PIL import Image

from alongside.adapters import media
from alongside.adapters.media import intake
from tests.adapters.media.clips import SECRET as PLACE
from tests.adapters.media.clips import Track, mp4, places, webm, webm_places
from tests.areas.programme.picturing import SECRET, jpeg, png_that_says

EXIF, XMP = b"Exif", b"http://ns.adobe.com/xap"


def take_in(content):
    return media.take_in(io.BytesIO(content))


def drawn(content):
    return Image.open(io.BytesIO(content))


def saved(picture, kind, **more):
    written = io.BytesIO()
    picture.save(written, kind, **more)
    return written.getvalue()


def test_no_place_and_no_camera_is_left_of_a_photo():
    sent = jpeg()
    assert drawn(sent).getexif().get_ifd(34853)[1] == "N"
    assert SECRET.encode() in sent
    taken = take_in(sent)
    assert (taken.kind, taken.suffix) == (media.MediaKind.PICTURE, "webp")
    plain = drawn(taken.content)
    assert (plain.format, dict(plain.getexif()), plain.info.get("xmp")) == ("WEBP", {}, None)
    assert SECRET.encode() not in taken.content
    assert b"EXIF" not in taken.content.upper()


@pytest.mark.parametrize(("turned", "red_at"), [(1, (2, 20)), (3, (57, 20)), (6, (20, 2)), (8, (20, 57))])
def test_a_photo_stands_upright(turned, red_at):
    plain = drawn(take_in(jpeg(turned=turned)).content)
    assert plain.size == ((60, 40) if turned in (1, 3) else (40, 60))
    red, green, _ = plain.convert("RGB").getpixel(red_at)
    assert (red > 200, green < 80) == (True, True)


def test_a_large_photo_becomes_small_and_a_see_through_one_stays_so():
    assert drawn(take_in(jpeg(3000, 1500)).content).size == (1600, 800)
    see_through = take_in(saved(Image.new("RGBA", (10, 10), (255, 0, 0, 0)), "PNG"))
    assert drawn(see_through.content).mode == "RGBA"
    grey = take_in(saved(Image.new("L", (10, 10), 128), "WEBP", exif=Image.Exif().tobytes()))
    assert drawn(grey.content).mode == "RGB"


def test_what_hangs_on_a_photo_stays_outside():
    hidden = io.BytesIO()
    with zipfile.ZipFile(hidden, "w") as archive:
        archive.writestr("a.html", "<script>alert(1)</script>")
    for tail in (hidden.getvalue(), b"<script>alert(1)</script>", b"%PDF-1.7"):
        taken = take_in(jpeg() + tail)
        assert tail[:4] not in taken.content
        assert b"script" not in taken.content


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", intake.NEITHER),
        (b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>", intake.NEITHER),
        (b"<?xml version='1.0'?><svg/>", intake.NEITHER),
        (b"%PDF-1.7\n" + jpeg(), intake.NEITHER),
        (b"GIF89a" + jpeg(), intake.NEITHER),
        (b"<html><script>alert(1)</script>" + jpeg(), intake.NEITHER),
        (b"PK\x03\x04" + jpeg(), intake.NEITHER),
        (b"II*\0" + bytes(80), intake.NEITHER),
        (saved(Image.new("L", (4, 4)), "GIF"), intake.NEITHER),
        (saved(Image.new("L", (4, 4)), "BMP"), intake.NEITHER),
        (saved(Image.new("L", (4, 4)), "TIFF"), intake.NEITHER),
        (jpeg()[:200], intake.CANNOT_READ_PICTURE),
        (b"\xff\xd8\xff" + b"<script>" * 40, intake.CANNOT_READ_PICTURE),
        (b"\x89PNG\r\n\x1a\n" + bytes(100), intake.CANNOT_READ_PICTURE),
        (png_that_says(100, 100), intake.CANNOT_READ_PICTURE),
        (png_that_says(7_000, 6_000), intake.LARGE_PICTURE),
        (png_that_says(60_000, 60_000), intake.LARGE_PICTURE),
        (jpeg() + bytes(media.PICTURE_BYTES), intake.LARGE_PICTURE),
        (mp4(Track(b"vide", (b"x",))) + bytes(media.CLIP_BYTES), intake.LARGE_CLIP),
        (mp4(Track(b"soun", (b"x",))), intake.CANNOT_READ_CLIP),
        (webm(b"x", codec=b"V_MPEG4"), intake.CANNOT_READ_CLIP),
    ],
)
def test_everything_else_is_refused_with_what_to_do(content, sentence):
    with pytest.raises(media.UploadRefused) as refused:
        take_in(content)
    assert str(refused.value) == sentence


def test_clips_come_in_without_their_places():
    film = mp4(Track(b"vide", (b"a frame",)), extra=places())
    taken = take_in(film)
    assert (taken.kind, taken.suffix, len(taken.content)) == (media.MediaKind.CLIP, "mp4", len(film))
    assert b"a frame" in taken.content
    assert PLACE not in taken.content
    live = take_in(webm(b"a block", extra=webm_places(), live=True))
    assert (live.suffix, PLACE in live.content) == ("webm", False)


def test_a_process_that_sees_no_photo_loads_no_decoder():
    code = (
        "import os, sys, django; os.environ['DJANGO_SETTINGS_MODULE'] = 'tests.settings'; django.setup();"
        "import alongside.config.urls; sys.exit(any(name.startswith('PIL') for name in sys.modules))"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
