"""Settings from the environment. Each reader also reads NAME_FILE, and says what to do when something is missing."""

import os
from pathlib import Path


class SettingMissing(Exception):
    """A setting that has no safe default; the message says how to give it."""


def text(name: str, default: str | None = None) -> str:
    """The value of ``name``, or of the file that ``NAME_FILE`` points to."""
    file = os.environ.get(f"{name}_FILE")
    value = Path(file).read_text().strip() if file else os.environ.get(name, default)
    if value is None:
        raise SettingMissing(f"Set {name}, or {name}_FILE to the path of a file that holds it.")
    return value


def flag(name: str, *, default: bool = False) -> bool:
    """``1``, ``true``, ``yes`` or ``on`` mean yes; nothing set means the default."""
    value = text(name, "")
    return default if value == "" else value.lower() in {"1", "true", "yes", "on"}


def words(name: str, default: str = "") -> list[str]:
    """A list separated by commas."""
    return [part.strip() for part in text(name, default).split(",") if part.strip()]
