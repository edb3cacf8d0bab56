"""The clock of the tests: it stands at the cast's moment until a test moves it."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

AT = datetime(2026, 11, 23, 8, 0, tzinfo=UTC)


@dataclass
class Clock:
    """Answers like the product's own clock."""

    at: datetime = AT

    def __call__(self) -> datetime:
        return self.at

    def forward(self, **span: float) -> datetime:
        """Move on by hours=…, days=…, and answer the new moment."""
        self.at += timedelta(**span)
        return self.at


CLOCK = Clock()
