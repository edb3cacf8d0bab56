"""Looking at words without script: a button asks for hints, another puts one in, and nothing is kept or sent."""

import json
from dataclasses import dataclass
from typing import cast

from django import forms
from django.forms.utils import ErrorDict
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from alongside.core.words import Phrase
from alongside.core.words_keeper import Kind, Suggestion, TextMoved, applied
from alongside.faces.common import answers

LOOK, PUT = "look_at", "put_in"
_NOTHING_SENT = _("Have a look below. Nothing is kept or sent yet.")
_NO_REASON = Phrase(code="", template="")


@dataclass(frozen=True, slots=True, kw_only=True)
class Put:
    """What one button puts in. Places are counted as browsers count them, in halves of UTF-16."""

    field: str
    start: int
    end: int
    found: str
    put: str

    @property
    def written(self) -> str:
        """As the button carries it."""
        told = {name: getattr(self, name) for name in self.__slots__}
        return json.dumps(told, ensure_ascii=False)


class LookedAt(forms.Form):
    """A form with texts for a family. «Look at my words» and «put it in» bring it back with what was typed.

    ``looked`` names the fields whose hints its page shows.
    """

    looked: frozenset[str] = frozenset()

    def full_clean(self) -> None:
        """A form that was only sent to be looked at has no error but the sentence that says so."""
        super().full_clean()
        if self.is_bound and (LOOK in self.data or PUT in self.data):
            self._errors = ErrorDict()
            put = _put(str(self.data.get(PUT, "")))
            asked = [put.field] if put else str(self.data.get(LOOK, "")).split(",")
            self.looked = frozenset(asked) & frozenset(self.fields)
            if not (put and self.looked and self._has_moved(put)):
                self.add_error(None, _NOTHING_SENT)

    def _has_moved(self, put: Put) -> bool:
        """Put the words in, or say at their field that other words stand there now."""
        name = self.add_prefix(put.field)
        text = one_newline(str(self.data.get(name, "")))
        try:
            changed = applied(text, _suggestion(text, put))
        except TextMoved as moved:
            self.add_error(put.field, answers.said(moved))
            return True
        typed = cast(QueryDict, self.data).copy()
        typed[name] = changed
        self.data = typed
        return False


def _put(written: str) -> Put | None:
    """What a button carried; None for anything else."""
    try:
        put = Put(**json.loads(written))
    except (TypeError, ValueError):
        return None
    places, words = (put.start, put.end), (put.field, put.found, put.put)
    is_sound = all(isinstance(one, int) for one in places) and all(isinstance(one, str) for one in words)
    return put if is_sound else None


def _suggestion(text: str, put: Put) -> Suggestion:
    return Suggestion(
        kind=Kind.WORD,
        start=character_at(text, put.start),
        end=character_at(text, put.end),
        found=put.found,
        replacement=put.put,
        why=_NO_REASON,
    )


def one_newline(text: str) -> str:
    """The text as the keeper counts it: browsers send two characters for each new line."""
    return text.replace("\r\n", "\n")


def browser_place(text: str, at: int) -> int:
    """Where a browser sees character ``at``: signs such as emoji count twice there."""
    return len(text[:at].encode("utf-16-le")) // 2


def character_at(text: str, place: int) -> int:
    """The character at a browser's place."""
    return len(text.encode("utf-16-le")[: place * 2].decode("utf-16-le", "ignore"))
