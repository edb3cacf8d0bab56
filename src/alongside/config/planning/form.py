"""A form of JSON: what a file may hold, told as a schema and checked in the same words."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

LONGEST_ID, LONGEST_TEXT = 80, 300
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_ID = r"[A-Za-z0-9][A-Za-z0-9_.:-]*"


class Malformed(Exception):
    """A file that does not keep to the format; ``str()`` says where and what to write there."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """A text of some length; with ``code`` only of letters, digits and ``_.:-``. With ``empty`` it may be empty."""

    longest: int = LONGEST_TEXT
    code: bool = False
    empty: bool = False

    def schema(self) -> dict[str, Any]:
        """The same as a JSON schema."""
        shortest = {} if self.empty else {"minLength": 1}
        pattern = {"pattern": f"^({_ID}){'?' if self.empty else ''}$"} if self.code else {}
        return {"type": "string", **shortest, "maxLength": self.longest, **pattern}

    def read(self, value: object, where: str) -> str:
        """The text; ``Malformed`` when it is none, or of another length or kind."""
        if not isinstance(value, str):
            raise Malformed(f"{where}: write a text")
        if len(value) > self.longest or (not value and not self.empty):
            raise Malformed(f"{where}: write 1 to {self.longest} characters")
        if self.code and value and not re.fullmatch(_ID, value):
            raise Malformed(f"{where}: write a code of letters, digits and _.:- only")
        return value


@dataclass(frozen=True, slots=True, kw_only=True)
class Whole:
    """A whole number within limits."""

    low: int
    high: int

    def schema(self) -> dict[str, Any]:
        """The same as a JSON schema."""
        return {"type": "integer", "minimum": self.low, "maximum": self.high}

    def read(self, value: object, where: str) -> int:
        """The number; ``Malformed`` when it is none or beyond the limits."""
        if isinstance(value, bool) or not isinstance(value, int) or not self.low <= value <= self.high:
            raise Malformed(f"{where}: write a whole number from {self.low} to {self.high}")
        return value


@dataclass(frozen=True, slots=True, kw_only=True)
class Day:
    """A day of the calendar, as 2026-09-04."""

    def schema(self) -> dict[str, Any]:
        """The same as a JSON schema."""
        return {"type": "string", "format": "date"}

    def read(self, value: object, where: str) -> date:
        """The day; ``Malformed`` when it is none."""
        try:
            if isinstance(value, str) and _DAY.fullmatch(value):
                return date.fromisoformat(value)
        except ValueError:  # A day that no month has.
            pass
        raise Malformed(f"{where}: write a day as 2026-09-04")


@dataclass(frozen=True, slots=True, kw_only=True)
class OneOf:
    """One of some words; what each word stands for."""

    words: Mapping[str, Any]

    def schema(self) -> dict[str, Any]:
        """The same as a JSON schema."""
        return {"enum": list(self.words)}

    def read(self, value: object, where: str) -> Any:
        """What the word stands for; ``Malformed`` for another word."""
        if not isinstance(value, str) or value not in self.words:
            raise Malformed(f"{where}: write one of {', '.join(self.words)}")
        return self.words[value]


@dataclass(frozen=True, slots=True, kw_only=True)
class ByDay:
    """A whole number for every day alike, or for some days by name; the other days have none."""

    number: Whole
    days: tuple[str, ...]

    def schema(self) -> dict[str, Any]:
        """The same as a JSON schema."""
        some = dict.fromkeys(self.days, self.number.schema())
        named = {"type": "object", "properties": some, "additionalProperties": False}
        return {"anyOf": [self.number.schema(), named]}

    def read(self, value: object, where: str) -> tuple[int, ...]:
        """A number for each day; ``Malformed`` for anything else."""
        if not isinstance(value, Mapping):
            return (self.number.read(value, where),) * len(self.days)
        _all_known(value, self.days, where)
        return tuple(self.number.read(value.get(day, 0), f"{where}.{day}") for day in self.days)


@dataclass(frozen=True, slots=True, kw_only=True)
class Several:
    """A list of at most so many, each of one form; with ``once`` none stands in it twice, and order means nothing."""

    of: Any
    most: int
    least: int = 0
    once: bool = False

    def schema(self) -> dict[str, Any]:
        """The same as a JSON schema."""
        unique = {"uniqueItems": True} if self.once else {}
        least = {"minItems": self.least} if self.least else {}
        return {"type": "array", "items": self.of.schema(), **least, "maxItems": self.most, **unique}

    def read(self, value: object, where: str) -> tuple[Any, ...] | frozenset[Any]:
        """The things of the list; ``Malformed`` when there are too many, or one is wrong."""
        if not isinstance(value, list) or not self.least <= len(value) <= self.most:
            raise Malformed(f"{where}: write a list of {self.least} to {self.most}")
        things = [self.of.read(one, f"{where}[{at}]") for at, one in enumerate(value)]
        if not self.once:
            return tuple(things)
        if len(set(things)) < len(things):
            raise Malformed(f"{where}: something stands there twice")
        return frozenset(things)


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """One key of an object: its form, what it means, and whether it must be there."""

    form: Any
    means: str
    needed: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Fields:
    """An object of known keys, made into ``makes`` with the keys as its fields; what is absent stays as usual."""

    makes: Any
    fields: Mapping[str, Field]

    def schema(self) -> dict[str, Any]:
        """The same as a JSON schema."""
        told = {key: {**one.form.schema(), "description": one.means} for key, one in self.fields.items()}
        needed = [key for key, one in self.fields.items() if one.needed]
        return {"type": "object", "properties": told, "required": needed, "additionalProperties": False}

    def read(self, value: object, where: str) -> Any:
        """The thing that is made; ``Malformed`` for a key that is missing, unknown or wrong."""
        if not isinstance(value, Mapping):
            raise Malformed(f"{where or 'the file'}: write an object")
        _all_known(value, self.fields, where)
        for key, one in self.fields.items():
            if one.needed and key not in value:
                raise Malformed(f"{_inside(where, key)}: this is missing")
        return self.makes(
            **{key: self.fields[key].form.read(one, _inside(where, key)) for key, one in value.items()}
        )


def _all_known(value: Mapping[str, object], known: Iterable[str], where: str) -> None:
    for key in value:
        if key not in known:
            raise Malformed(f"{_inside(where, key)}: there is no such key")


def _inside(where: str, key: str) -> str:
    return f"{where}.{key}" if where else key
