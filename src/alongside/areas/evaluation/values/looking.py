"""Places to look: our own short prompts for an observation, by part of life."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Prompt:
    """One thing to look at in a part of life, where, and with what help. ``code`` is «area-number»."""

    code: str
    area: str
    look: str
    where: str
    with_help: str
