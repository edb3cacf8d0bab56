"""Settings of the journeys' server: the demo's own, with a clock that a test can move while the server runs."""

from datetime import datetime
from pathlib import Path

from alongside.config.settings import *  # noqa: F403  # the product's settings, then what differs
from alongside.config.settings import DATA

HANDS = Path(DATA) / "clock"


def CLOCK() -> datetime:  # noqa: N802  # a setting
    """The moment that is written in the data folder."""
    return datetime.fromisoformat(HANDS.read_text())
