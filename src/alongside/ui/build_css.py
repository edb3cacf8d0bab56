"""Build the two stylesheets from their layered sources: ``python -m alongside.ui.build_css``.

``--check`` writes nothing and ends with 1 when a built file differs from its sources.
"""

import re
import sys
from pathlib import Path

HERE = Path(__file__).parent
SOURCES = HERE / "css"
BUILT = HERE / "static" / "ui"
COMMON = ("tokens", "base", "layout", "nav", "voices", "surfaces", "controls", "goals", "charts", "art")
FACES = {
    "app.css": (*COMMON, "public", "utilities", "paper"),
    "desk.css": (*COMMON, "desk", "week", "utilities", "paper"),
}


def source(name: str) -> str:
    """One source file with its ``/* @include x.css */`` and ``/* @quarters */`` lines filled in."""
    text = (SOURCES / f"{name}.css").read_text(encoding="utf-8")
    text = re.sub(r"/\* @include ([\w-]+)\.css \*/", lambda found: source(found[1]), text)
    return text.replace("/* @quarters */", quarters())


def quarters() -> str:
    """Classes that place a time in the week, digit by digit: ``.x2 .y6`` is quarter 26, ``.h1 .q2`` twelve long."""
    tens = (f".week .x{n} {{ --x: {n}0; }}\n.week .h{n} {{ --h: {n}0; }}" for n in range(10))
    ones = (f".week .y{n} {{ --y: {n}; }}\n.week .q{n} {{ --q-n: {n}; }}" for n in range(10))
    return "\n".join((*tens, *ones))


def minify(css: str) -> str:
    """Drop comments and white space. The sources keep no comment or brace inside a string."""
    css = re.sub(r"/\*.*?\*/", "", css, flags=re.DOTALL)
    css = re.sub(r"\s+", " ", css)
    css = re.sub(r" ?([{};,]) ?", r"\1", css)
    css = re.sub(r"([\w-]): ", r"\1:", css)
    return css.replace(";}", "}").strip() + "\n"


def build(face: str) -> str:
    """The finished text of one stylesheet, for example ``app.css``."""
    return minify("\n".join(source(name) for name in FACES[face]))


def stale() -> list[str]:
    """The built files that differ from their sources."""
    return [
        face
        for face in FACES
        if not (BUILT / face).is_file() or (BUILT / face).read_text("utf-8") != build(face)
    ]


def main(arguments: list[str]) -> int:
    old = stale()
    if "--check" in arguments:
        sys.stdout.writelines(
            f"{face} is older than its sources: python -m alongside.ui.build_css\n" for face in old
        )
        return 1 if old else 0
    for face in old:
        (BUILT / face).write_text(build(face), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
