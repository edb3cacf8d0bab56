"""The one place where the product looks at the clock. Everything below the faces is told the time."""

from collections.abc import Callable
from datetime import UTC, datetime


def now() -> datetime:
    """This moment, in UTC."""
    return datetime.now(UTC)


def standing_at(words: str) -> Callable[[], datetime]:
    """A clock that stands at an ISO 8601 moment with its offset: the same pages can be drawn on any day."""
    moment = datetime.fromisoformat(words).astimezone(UTC)
    return lambda: moment
