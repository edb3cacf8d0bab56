"""One picture on one idea: drawn here out of plain shapes, of nobody."""

import io
from collections.abc import Iterator
from datetime import datetime
from functools import partial
from typing import Any

from alongside.adapters import media
from alongside.areas.programme import actions as programme
from alongside.config.demo.people import Dice
from alongside.config.demo.scene import Beat, Scene

WHOSE, IDEA, WHEN = "idris", "idea last_pull", "-5 Mon 09:25"
WORDS = "Idris sits on the second stair. Both hands hold the top of the sock and pull the last bit."
_SIZE = (1200, 900)
_WALL, _STAIR, _EDGE = "#f3ede2", "#d9c4a3", "#b89a6d"
_SKIN, _SHORTS, _SHIRT, _SOCK, _STRIPE = "#8d5a3b", "#3f5b7a", "#e0a03a", "#b8473f", "#f6e7d2"


def beats(scene: Scene) -> Iterator[Beat]:
    """The therapist draws how the last pull goes, the morning after the idea moved to the stairs."""
    if scene.family.key == WHOSE:
        # Dice of its own: whatever else is told keeps its words and times.
        yield Beat(at=scene.when(WHEN), act=partial(_add, scene, Dice(414)))


def _add(scene: Scene, dice: Dice, at: datetime) -> None:
    with media.kept(media.take_in(io.BytesIO(drawing()))) as file:
        programme.add_picture(
            actor=scene.actor("therapist", at),
            child=scene.child,
            placement=scene.named(IDEA),
            picture=dice.uuid(at),
            file=file,
            words=WORDS,
            at=at,
        )


def drawing() -> bytes:
    """A boy on the stairs with his sock, as a PNG."""
    from PIL import Image, ImageDraw

    picture = Image.new("RGB", _SIZE, _WALL)
    pen = ImageDraw.Draw(picture)
    for right, top in ((1200, 846), (600, 556), (300, 300)):
        pen.rectangle((0, top, right, 900), fill=_STAIR, outline=_EDGE, width=6)
    _boy(pen)
    written = io.BytesIO()
    picture.save(written, "PNG")
    return written.getvalue()


def _boy(pen: Any) -> None:
    """Somebody invented, from above downwards: head, shirt, knees, the sock, and two hands at it."""
    pen.ellipse((330, 90, 510, 280), fill=_SKIN)
    pen.pieslice((322, 74, 518, 270), 175, 350, fill="#2b2320")
    pen.rounded_rectangle((320, 270, 520, 560), 60, fill=_SHIRT)
    pen.line((430, 540, 680, 470, 700, 700), fill=_SHORTS, width=90, joint="curve")
    pen.line((694, 560, 706, 720), fill=_SKIN, width=74)
    pen.line((706, 690, 712, 790, 850, 800), fill=_SOCK, width=86, joint="curve")
    pen.ellipse((805, 757, 893, 843), fill=_SOCK)
    for stripe in (706, 742):
        pen.line((664, stripe, 750, stripe), fill=_STRIPE, width=14)
    for hand in (650, 758):
        pen.line((480, 330, 590, 520, hand, 668), fill=_SHIRT, width=52, joint="curve")
        pen.ellipse((hand - 36, 640, hand + 36, 712), fill=_SKIN, outline="#5e3a25", width=5)
