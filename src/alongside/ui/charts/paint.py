"""What all charts share: escaping, the frame with title and description, colours for paper."""

from datetime import date
from zlib import crc32

from django.utils.formats import date_format
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

# Literal colours for a file that no stylesheet reaches. They differ in lightness, so they hold in grey.
PAPER = (
    "text{font:600 13px 'Atkinson Hyperlegible Next',sans-serif;fill:#4b595e}"
    ".grid{stroke:#dcd9cf;stroke-width:1;fill:none}.with{fill:#e9f1f2}"
    ".goal{stroke:#1d5b66;stroke-width:2;stroke-dasharray:2 6;stroke-linecap:round;fill:none}"
    ".change{stroke:#1d5b66;stroke-width:2;fill:none}"
    ".trace{stroke:#4b595e;stroke-width:2.5;fill:none;stroke-linejoin:round}"
    ".slope{stroke:#1d5b66;stroke-width:2;stroke-dasharray:8 5;fill:none}"
    ".before{fill:#ffffff;stroke:#4b595e;stroke-width:2.5}.after{fill:#f4c151;stroke:#1d2a2e;stroke-width:2}"
    ".label{fill:#154650}.strong{fill:#1d2a2e;font-weight:700}.end{text-anchor:end}.mid{text-anchor:middle}"
    ".todo{fill:none;stroke:#748186;stroke-width:2;stroke-dasharray:5 4}"
    ".aim{fill:#e0edee;stroke:#1d5b66;stroke-width:2}.done{fill:#f4c151;stroke:#5f4300;stroke-width:2}"
    ".on-done{fill:#2b1e00}"
)


def text(x: float, y: float, words: str, css: str = "") -> str:
    """One line of text, escaped."""
    return f'<text class="{css}" x="{x:g}" y="{y:g}">{escape(words)}</text>'


def day(on: date) -> str:
    """A short date in the reader's language, "16 Nov"."""
    return date_format(on, "j M")


def number(value: float) -> str:
    """4.0 -> "4", 2.5 -> "2.5"."""
    return f"{value:g}"


def framed(
    parts: list[str],
    *,
    width: int,
    height: int,
    title: str,
    description: str,
    standalone: bool,
    css: str = "chart",
) -> SafeString:
    """The whole ``<svg>`` with title and description for readers who do not see it."""
    key = f"c{crc32(f'{title}{description}'.encode()):x}"
    style = f"<style>{PAPER}</style>" if standalone else ""
    size = f' width="{width}" height="{height}"' if standalone else ""
    head = (
        f'<svg xmlns="http://www.w3.org/2000/svg" class="{css}" viewBox="0 0 {width} {height}"{size} role="img" '
        f'aria-labelledby="{key}t {key}d"><title id="{key}t">{escape(title)}</title>'
        f'<desc id="{key}d">{escape(description)}</desc>{style}'
    )
    return mark_safe(f"{head}{''.join(parts)}</svg>")  # noqa: S308 - every text in it went through escape().
