"""Canaries: words that stand nowhere else, each with the rule who may meet it."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

Visible = Callable[[str], bool]
_TOKEN = re.compile(r"CNY[a-z0-9]+q\d+z")


@dataclass
class Canaries:
    """Mints canaries and says which of those in a text the reader may not meet."""

    audience: dict[str, Visible] = field(default_factory=dict)
    meaning: dict[str, str] = field(default_factory=dict)

    def mint(self, owner: str, meaning: str, visible: Visible) -> str:
        """A new token for one field of ``owner``; ``visible`` tells of each actor whether they may read it."""
        token = f"CNY{owner}q{len(self.audience)}z"
        self.audience[token] = visible
        self.meaning[token] = meaning
        return token

    def leaks(self, text: str, actor: str) -> list[str]:
        """The canaries in ``text`` that ``actor`` may not meet, with what they stand for."""
        found = dict.fromkeys(_TOKEN.findall(text))
        return [f"{token} ({self.meaning[token]})" for token in found if not self._may(token, actor)]

    def seen(self, texts: Iterable[str]) -> set[str]:
        """Every known canary that sings in the texts."""
        return {token for text in texts for token in _TOKEN.findall(text)} & set(self.audience)

    def _may(self, token: str, actor: str) -> bool:
        visible = self.audience.get(token)
        return visible is not None and visible(actor)
