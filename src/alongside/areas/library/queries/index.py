"""The library as sets of bits, one bit an idea: what a look into it asks is worked out before anybody looks.

A word, a facet's value or a year of age holds the set of ideas that it fits, as one whole number. Choosing is then
``&`` and ``|``, counting is ``bit_count``, and both cost the same on every database. Every write of the library
moves its stamp (``LibraryStamp``), and an index with another stamp is built anew.
"""

import re
import unicodedata
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import reduce
from operator import or_
from typing import Any
from uuid import UUID

from django.db.models import QuerySet

from alongside.adapters.prepared import prepared
from alongside.areas.library.models import LibraryStamp, Strategy
from alongside.core import routines

OLDEST = 25
MINUTES, SET_UP, LEVELS = (2, 5, 10, 15, 30), (0, 2, 5), (0, 1, 2)
_LISTS = ("people", "position", "sensory", "setting", "tags")
_WORDS = re.compile(r"\w+")
_COLUMNS = (
    "pk", "clinic", "adapted_from", "name", "summary", "steps", "routine", "also", "domain", "also_domains",
    "skills", "tasks", "materials", "minutes", "set_up_minutes", "mess", "noise", "attention", "leads", *_LISTS,
    "age_from", "age_to", "safety", "evidence",
)  # fmt: skip
Bits = dict[str, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Spoken:
    """Every word of the library in order, and the ideas that say it: in the name, as a key word, or anywhere."""

    words: list[str]
    in_name: list[int]
    as_key: list[int]
    anywhere: list[int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Index:
    """All ideas in use. Bit 0 is the first by name; ``pks`` leads back to the rows.

    ``replaced`` holds, for each clinic, the starter ideas that it uses a copy of. ``first_routine`` leaves out where
    an idea fits as well. ``ages`` has one set for each year.
    """

    pks: tuple[int, ...]
    starters: int
    own: Mapping[int, int]
    replaced: Mapping[int, int]
    facets: Mapping[str, Bits]
    first_routine: Bits
    ages: tuple[int, ...]
    safety: Bits
    spoken: Spoken

    def usable(self, clinic: int) -> int:
        """The ideas that a clinic can use: its own, and the starters that it has no copy of."""
        return self.starters & ~self.replaced.get(clinic, 0) | self.own.get(clinic, 0)


_kept: dict[UUID, Index] = {}


def current() -> Index:
    """The index of the library as it stands: one statement, unless the library changed since."""
    stamp = next((row.stamp for row in _stamps()), None)
    if stamp is None:
        return _built()
    found = _kept.get(stamp)
    if found is None:
        found = _built()
        _kept.clear()
        _kept[stamp] = found
    return found


def folded(text: str) -> list[str]:
    """The words of a text as they are compared: small letters without accents."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    return _WORDS.findall("".join(mark for mark in plain if not unicodedata.combining(mark)))


def beginning_with(spoken: Spoken, word: str) -> tuple[int, int, int]:
    """The ideas that say a word with this beginning: in the name, as a key word, anywhere."""
    low = bisect_left(spoken.words, word)
    high = bisect_left(spoken.words, word + "\U0010ffff", low)
    return (
        _any(spoken.in_name[low:high]),
        _any(spoken.as_key[low:high]),
        _any(spoken.anywhere[low:high]),
    )


@prepared
def _stamps() -> QuerySet[LibraryStamp]:
    return LibraryStamp.objects.filter(pk=1)


def _any(several: Iterable[int]) -> int:
    return reduce(or_, several, 0)


def _built() -> Index:
    rows = list(Strategy.objects.filter(retired_at=None).order_by("name", "pk").values(*_COLUMNS))
    places = {row["pk"]: 1 << at for at, row in enumerate(rows)}
    return Index(
        pks=tuple(places),
        starters=_any(places[row["pk"]] for row in rows if row["clinic"] is None),
        own=_grouped((row["clinic"], places[row["pk"]]) for row in rows if row["clinic"] is not None),
        replaced=_grouped(
            (row["clinic"], places.get(row["adapted_from"], 0)) for row in rows if row["adapted_from"]
        ),
        facets=_facets(rows, places),
        first_routine=_grouped((row["routine"], places[row["pk"]]) for row in rows),
        ages=tuple(
            _any(places[row["pk"]] for row in rows if row["age_from"] <= year <= row["age_to"])
            for year in range(OLDEST + 1)
        ),
        safety=_grouped((note["code"], places[row["pk"]]) for row in rows for note in row["safety"]),
        spoken=_spoken(rows, places),
    )


def _grouped(pairs: Iterable[tuple[Any, int]]) -> dict[Any, int]:
    found: dict[Any, int] = defaultdict(int)
    for name, bits in pairs:
        found[name] |= bits
    return dict(found)


def _facets(rows: list[dict[str, Any]], places: Mapping[int, int]) -> dict[str, Bits]:
    found: dict[str, Bits] = {}
    for row in rows:
        for facet, value in _values(row):
            of_facet = found.setdefault(facet, {})
            of_facet[value] = of_facet.get(value, 0) | places[row["pk"]]
    return found


def _values(row: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Every value of every facet that an idea fits."""
    several = {
        **{name: row[name] for name in _LISTS},
        "routine": (row["routine"], *row["also"]),
        "domain": (row["domain"], *row["also_domains"]),
        "minutes": _up_to(row["minutes"], MINUTES),
        "set_up": _up_to(row["set_up_minutes"], SET_UP),
        "mess": _up_to(row["mess"], LEVELS),
        "noise": _up_to(row["noise"], LEVELS),
        "attention": (row["attention"],),
        "leads": (row["leads"],),
        "light": (row["evidence"]["light"],),
        "material": row["materials"],
        "kit": () if row["materials"] else ("none",),
        "skill": [*(skill["icf"] for skill in row["skills"]), *row["tasks"]],
        "whose": ("starter" if row["clinic"] is None else "own",),
    }
    return ((facet, value) for facet, values in several.items() for value in values)


def _up_to(number: int, bounds: tuple[int, ...]) -> list[str]:
    return [str(bound) for bound in bounds if number <= bound]


def _spoken(rows: list[dict[str, Any]], places: Mapping[int, int]) -> Spoken:
    said: dict[str, list[int]] = defaultdict(lambda: [0, 0, 0])
    for row in rows:
        for tier, texts in enumerate(_texts(row)):
            for word in frozenset(folded(" ".join(texts))):
                said[word][tier] |= places[row["pk"]]
    words = sorted(said)
    return Spoken(
        words=words,
        in_name=[said[word][0] for word in words],
        as_key=[said[word][0] | said[word][1] for word in words],
        anywhere=[_any(said[word]) for word in words],
    )


def _texts(row: Mapping[str, Any]) -> tuple[list[str], list[str], list[str]]:
    """What an idea says: its name, its key words, and everything else."""
    known = (code for code in (row["routine"], *row["also"]) if code in routines.ROUTINES)
    keys = [
        *(f"{skill['name']} {skill['icf']}" for skill in row["skills"]),
        *row["tasks"],
        *row["materials"],
        *row["tags"],
        row["domain"].replace("_", " "),
        *(routines.ROUTINES[code].label for code in known),
    ]
    return [row["name"]], keys, [row["summary"], *row["steps"]]
