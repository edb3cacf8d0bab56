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
from dataclasses import dataclass, field
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
_AT_ONCE = 200
Bits = dict[str, int]
Places = defaultdict[Any, list[int]]


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


def _places() -> Places:
    return defaultdict(list)


@dataclass(frozen=True, slots=True)
class _Gathered:
    """The places of the ideas under every name, as they come by. An idea is met once and not kept."""

    pks: list[int] = field(default_factory=list)
    own: Places = field(default_factory=_places)
    adapted: Places = field(default_factory=_places)
    facets: Places = field(default_factory=_places)
    first_routine: Places = field(default_factory=_places)
    ages: Places = field(default_factory=_places)
    safety: Places = field(default_factory=_places)
    spoken: tuple[Places, Places, Places] = field(default_factory=lambda: (_places(), _places(), _places()))


def _built() -> Index:
    rows = Strategy.objects.filter(retired_at=None).order_by("name", "pk").values(*_COLUMNS)
    gathered = _Gathered()
    for row in rows.iterator(chunk_size=_AT_ONCE):
        _gather(gathered, row)
    own = _grouped(gathered.own)
    ages = _grouped(gathered.ages)
    return Index(
        pks=tuple(gathered.pks),
        starters=own.pop(None, 0),
        own=own,
        replaced=_replaced(gathered),
        facets=_by_facet(_grouped(gathered.facets)),
        first_routine=_grouped(gathered.first_routine),
        ages=tuple(ages.get(year, 0) for year in range(OLDEST + 1)),
        safety=_grouped(gathered.safety),
        spoken=_spoken(gathered.spoken),
    )


def _gather(gathered: _Gathered, row: Mapping[str, Any]) -> None:
    place = len(gathered.pks)
    gathered.pks.append(row["pk"])
    gathered.own[row["clinic"]].append(place)
    if row["adapted_from"]:
        gathered.adapted[row["clinic"]].append(row["adapted_from"])
    gathered.first_routine[row["routine"]].append(place)
    _put(gathered.facets, _values(row), place)
    _put(gathered.ages, range(row["age_from"], row["age_to"] + 1), place)
    _put(gathered.safety, (note["code"] for note in row["safety"]), place)
    for tier, texts in zip(gathered.spoken, _texts(row), strict=True):
        _put(tier, folded(" ".join(texts)), place)


def _put(places: Places, names: Iterable[Any], place: int) -> None:
    for name in frozenset(names):
        places[name].append(place)


def _replaced(gathered: _Gathered) -> dict[int, int]:
    at = {pk: place for place, pk in enumerate(gathered.pks)}
    return {
        clinic: _bits(at[pk] for pk in starters if pk in at) for clinic, starters in gathered.adapted.items()
    }


def _grouped(places: Places) -> dict[Any, int]:
    return {name: _bits(of_name) for name, of_name in places.items()}


def _bits(places: Iterable[int]) -> int:
    """The set of these places as one number."""
    marks = bytearray()
    for place in places:
        marks.extend(bytes(max(0, place // 8 + 1 - len(marks))))
        marks[place // 8] |= 1 << place % 8
    return int.from_bytes(marks, "little")


def _by_facet(values: Mapping[tuple[str, str], int]) -> dict[str, Bits]:
    found: dict[str, Bits] = defaultdict(dict)
    for (facet, value), bits in values.items():
        found[facet][value] = bits
    return dict(found)


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


def _spoken(tiers: tuple[Places, Places, Places]) -> Spoken:
    """Most words stand in few ideas and in one tier; equal sets are one number in memory."""
    words = sorted(frozenset().union(*tiers))
    in_name, as_key, anywhere = ([_bits(tier.get(word, ())) for word in words] for tier in tiers)
    keys = [_same_or_both(name, key) for name, key in zip(in_name, as_key, strict=True)]
    return Spoken(
        words=words,
        in_name=in_name,
        as_key=keys,
        anywhere=[_same_or_both(key, other) for key, other in zip(keys, anywhere, strict=True)],
    )


def _same_or_both(one: int, other: int) -> int:
    if one | other == one:
        return one
    return other if one | other == other else one | other


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
