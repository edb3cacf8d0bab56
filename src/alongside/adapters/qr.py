"""Codes to scan with a phone, as SVG."""

from io import BytesIO


def svg(link: str) -> str:
    """The code that opens ``link``, as an SVG document without a margin."""
    # Imported where it draws: with what it brings along it would cost every web process a tenth of a second.
    import qrcode  # type: ignore[import-untyped]  # qrcode ships no types
    from qrcode.image.svg import SvgPathImage  # type: ignore[import-untyped]  # qrcode ships no types

    picture = qrcode.make(link, image_factory=SvgPathImage, border=0)
    drawn = BytesIO()
    picture.save(drawn)
    return drawn.getvalue().decode()
