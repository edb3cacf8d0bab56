"""Codes to scan with a phone, as SVG."""

from io import BytesIO

import qrcode  # type: ignore[import-untyped]  # qrcode ships no types
from qrcode.image.svg import SvgPathImage  # type: ignore[import-untyped]  # qrcode ships no types


def svg(link: str) -> str:
    """The code that opens ``link``, as an SVG document without a margin."""
    picture = qrcode.make(link, image_factory=SvgPathImage, border=0)
    drawn = BytesIO()
    picture.save(drawn)
    return drawn.getvalue().decode()
