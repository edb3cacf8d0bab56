"""Typst: a template and plain values in, a tagged PDF (PDF/UA-1) out. No network, no fonts of the machine.

The values travel as JSON in ``sys.inputs.data``, never as markup, so nothing that a person typed can become
a command. Equal values and an equal moment give equal bytes.
"""

import json
import re
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

FONTS = Path(__file__).parent / "fonts"
UNPRINTABLE = "□"
_NO_GLYPH = re.compile(r'the text `"(.+?)"` could not be displayed', re.DOTALL)
_ESCAPE = re.compile(r"\\u\{([0-9a-f]+)\}")
_TRIES = 40


def render(template: Path, values: Mapping[str, Any], *, at: datetime) -> bytes:
    """The PDF of ``template`` (a .typ file that reads ``json(bytes(sys.inputs.data))``), dated ``at`` (aware).

    A sign that no shipped font can show is printed as □, because PDF/UA allows no empty glyph.
    Raises typst.TypstError for a fault in the template, such as a picture without a description.
    """
    import typst  # where it draws: no page but the plan on paper waits for a compiler of papers

    text = json.dumps(values, ensure_ascii=False, sort_keys=True)
    for _ in range(_TRIES):
        try:
            return _compile(template, text, at)
        except typst.TypstError as error:
            unshown = _unshown(error)
            if not unshown & set(text):
                raise
            text = text.translate({ord(sign): UNPRINTABLE for sign in unshown})
    return _compile(template, text.encode("latin-1", "replace").decode("latin-1"), at)


def _compile(template: Path, text: str, at: datetime) -> bytes:
    import typst  # as above

    made = typst.compile(
        template,
        root=template.parent,
        font_paths=[FONTS],
        ignore_system_fonts=True,
        format="pdf",
        pdf_standards=["ua-1"],
        sys_inputs={"data": text},
        timestamp=int(at.timestamp()),
    )
    if not isinstance(made, bytes):
        raise TypeError("Typst gave no PDF")
    return made


def _unshown(error: Exception) -> set[str]:
    found = _NO_GLYPH.search(str(error))
    return set(_ESCAPE.sub(_sign, found[1])) if found else set()


def _sign(escape: re.Match[str]) -> str:
    return chr(int(escape[1], 16))
