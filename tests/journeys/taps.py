"""A thumb on a phone: it taps and it types, and it counts both."""

import re
from dataclasses import dataclass
from typing import Any

SECONDS_A_TAP = 2.0
SECONDS_A_LETTER = 0.5


@dataclass
class Thumb:
    """One person on one page. A tap is two seconds with looking, a letter half a second."""

    page: Any
    taps: int = 0
    letters: int = 0

    @property
    def minutes(self) -> float:
        """How long an ordinary person needs for all of it."""
        return (self.taps * SECONDS_A_TAP + self.letters * SECONDS_A_LETTER) / 60

    @property
    def told(self) -> str:
        """One line for the reader of the test."""
        return f"{self.taps} taps, {self.letters} letters, {self.minutes:.1f} minutes"

    def follow(self, words: str, within: Any = None) -> None:
        """Tap a link; another page answers."""
        with self.page.expect_navigation():
            self._tap(_named(within or self.page, "link", words))

    def press(self, words: str, within: Any = None) -> None:
        """Tap a button; another page answers."""
        with self.page.expect_navigation():
            self._tap(_named(within or self.page, "button", words))

    def send(self, words: str, within: Any = None) -> None:
        """Tap a button; a part of the page answers."""
        with self.page.expect_response(lambda answer: answer.request.method == "POST"):
            self._tap(_named(within or self.page, "button", words))

    def open(self, words: str, within: Any = None) -> None:
        """Tap what is folded up."""
        self._tap((within or self.page).locator("summary", has_text=words).first)

    def chip(self, words: str, within: Any = None) -> None:
        """Tap a chip by its words."""
        label = re.compile(rf"^\s*{re.escape(words)}\s*$")
        self._tap((within or self.page).locator("label", has_text=label).first)

    def type(self, label: str, words: str) -> None:
        """Tap into a field and type."""
        field = self.page.get_by_label(label, exact=True).first
        self._tap(field)
        field.fill(words)
        self.letters += len(words)

    def _tap(self, place: Any) -> None:
        place.click()
        self.taps += 1


def _named(where: Any, role: str, words: str) -> Any:
    named = where.get_by_role(role, name=re.compile(f"^{re.escape(words)}"))
    return named.and_(where.locator(":visible")).first
