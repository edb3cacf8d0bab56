"""What a case gives a function, read key by key. What a key holds is judged by the core, which refuses by name."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import TypeAlias

from alongside.core import exact
from alongside.core.refusals import Refusal

Value: TypeAlias = int | float | Decimal | Fraction | str | bool | None
Answer: TypeAlias = Value | Mapping[str, Value | Mapping[str, int]]

MOST_IN_A_LIST = 10_000


class NotAList(Refusal):
    sentence = "Write a list of numbers here."


class ListTooLong(Refusal):
    sentence = "Write at most 10000 numbers in a list."


class NotATable(Refusal):
    sentence = "Write minutes by code here."


class NotAWord(Refusal):
    sentence = "Write a word here."


class NotYesOrNo(Refusal):
    sentence = "Write true or false here."


@dataclass(frozen=True, slots=True)
class Given:
    """The input of one case. A key that is absent and one that is null are the same."""

    values: Mapping[str, object]

    def number(self, key: str, default: int | Fraction | None = None) -> Fraction:
        """The number under a key; ``default`` when there is none."""
        value = self.values.get(key)
        return exact.number(default if value is None else value)

    def number_or_none(self, key: str) -> Fraction | None:
        """The number under a key, or None."""
        return None if self.values.get(key) is None else self.number(key)

    def numbers(self, key: str) -> list[Fraction]:
        """The list of numbers under a key."""
        return [exact.number(one) for one in self._list(key)]

    def numbers_or_none(self, key: str) -> list[Fraction] | None:
        """The list of numbers under a key, or None."""
        return None if self.values.get(key) is None else self.numbers(key)

    def with_gaps(self, key: str) -> list[Fraction | None]:
        """The list under a key, in which null stays a gap."""
        return [None if one is None else exact.number(one) for one in self._list(key)]

    def table(self, key: str) -> dict[str, Fraction]:
        """The numbers by name under a key."""
        value = self.values.get(key)
        if not isinstance(value, Mapping):
            raise NotATable
        return {name: exact.number(one) for name, one in value.items()}

    def word(self, key: str, default: str = "") -> str:
        """The word under a key; ``default`` when there is none."""
        value = self.values.get(key)
        if value is None:
            return default
        if not isinstance(value, str):
            raise NotAWord
        return value

    def yes(self, key: str, *, default: bool) -> bool:
        """The yes or no under a key; ``default`` when there is none."""
        value = self.values.get(key)
        if value is None:
            return default
        if not isinstance(value, bool):
            raise NotYesOrNo
        return value

    def _list(self, key: str) -> list[object]:
        value = self.values.get(key)
        if not isinstance(value, list):
            raise NotAList
        if len(value) > MOST_IN_A_LIST:
            raise ListTooLong
        return value


@dataclass(frozen=True, slots=True, kw_only=True)
class Function:
    """One function of a file: the input it cannot do without, what else it takes, and how it answers."""

    needs: tuple[str, ...]
    takes: tuple[str, ...] = ()
    answer: Callable[[Given], Answer]
