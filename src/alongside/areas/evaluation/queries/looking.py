"""Where to look in an observation: our own prompts, read once from data/looking.json."""

import json
from functools import cache
from pathlib import Path

from alongside.areas.evaluation.values import Prompt

_FILE = Path(__file__).parent.parent / "data" / "looking.json"


@cache
def prompts() -> tuple[Prompt, ...]:
    """Every prompt, in the order of the areas."""
    areas = json.loads(_FILE.read_text(encoding="utf-8"))["areas"]
    return tuple(
        Prompt(code=f"{area}-{number}", area=area, look=look, where=where, with_help=with_help)
        for area, lines in areas.items()
        for number, (look, where, with_help) in enumerate(lines, start=1)
    )
