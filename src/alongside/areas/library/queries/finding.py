"""Looking for ideas: words, facets with counts, and what this child and this home allow."""

from collections.abc import Collection, Iterator, Mapping
from functools import reduce
from operator import and_, or_
from typing import Any

from alongside.adapters.prepared import prepared, room_for, slots
from alongside.areas.library.models import Strategy
from alongside.areas.library.queries import index
from alongside.areas.library.queries.ideas import CARD_COLUMNS, card_of
from alongside.areas.library.queries.index import Index
from alongside.areas.library.values import FACETS, Found, StrategyCard
from alongside.core import bounds
from alongside.core.refusals import InvalidInput
from alongside.core.words import gettext_noop

SHOWN = 24
TEXT_LIMIT = 80
_WORDS_AT_MOST = 8
_EMPTY_WORDS = frozenset(
    {"a", "an", "and", "at", "for", "from", "her", "his", "in", "into", "my", "of", "on", "or", "our", "the"}
    | {"their", "to", "with", "your"}
)
_ENDINGS = ("ing", "ed", "es", "s")
_WELL_SUPPORTED = ("green", "yellow_plus")
_NOTHING: Mapping[str, Collection[str]] = {}


def search(
    clinic: int,
    text: str = "",
    chosen: Mapping[str, Collection[str]] = _NOTHING,
    *,
    age_years: float | None = None,
    things: Collection[str] | None = None,
    without: Collection[str] = frozenset(),
    limit: int = SHOWN,
) -> Found:
    """The ideas that a clinic can use and that fit everything asked for, at most ``limit``, the best first.

    ``text`` finds beginnings of words, whatever their accents; ideas that say all of them, else those that say most.
    ``chosen`` holds values by facet (``values.FACETS``): one of a facet's values is enough, every facet has to fit;
    "minutes", "set_up", "mess" and "noise" mean "so many at most". ``age_years`` keeps what is meant for this age,
    ``things`` what needs nothing else than these, ``without`` leaves out ideas that carry one of these safety codes.
    Two statements, whatever is asked. Raises InvalidInput for a facet that is not known and for a long text.
    """
    known = index.current()
    open_to_all = known.usable(clinic) & _fitting(known, age_years, things) & ~_any(known.safety, without)
    named, keyed, said = _said(known, bounds.words(text, TEXT_LIMIT, "q"))
    facets = {facet: _any(known.facets.get(facet, {}), values) for facet, values in _asked(chosen)}
    found = reduce(and_, facets.values(), open_to_all & said)
    first = _any(known.first_routine, chosen["routine"]) if chosen.get("routine") else ~0
    tiers = (named & first, named, keyed & first, keyed, first, ~0)
    return Found(
        cards=_cards(_best(known, found, tiers, limit)),
        total=found.bit_count(),
        counts=_counts(known, open_to_all & said, facets, found),
    )


def _asked(chosen: Mapping[str, Collection[str]]) -> Iterator[tuple[str, Collection[str]]]:
    if not frozenset(FACETS).issuperset(chosen):
        raise InvalidInput(gettext_noop("Please choose from the list."), field="facets")
    return ((facet, values) for facet, values in chosen.items() if values)


def _any(bits: Mapping[str, int], names: Collection[str]) -> int:
    return reduce(or_, (bits.get(name, 0) for name in names), 0)


def _fitting(known: Index, age_years: float | None, things: Collection[str] | None) -> int:
    """The ideas for this age that need nothing else than these things."""
    fits = ~0 if age_years is None else known.ages[min(max(int(age_years), 0), index.OLDEST)]
    if things is None:
        return fits
    needed = known.facets.get("material", {})
    return fits & ~_any(needed, needed.keys() - frozenset(things))


def _said(known: Index, text: str) -> tuple[int, int, int]:
    """The ideas that say these words: in the name, as key words, anywhere. No words let everything through."""
    words = [word for word in index.folded(text) if word not in _EMPTY_WORDS][:_WORDS_AT_MOST]
    if not words:
        return ~0, ~0, ~0
    named, keyed, anywhere = zip(
        *(index.beginning_with(known.spoken, stem(word)) for word in words), strict=True
    )
    return reduce(and_, named), reduce(and_, keyed), _most(anywhere)


def stem(word: str) -> str:
    """A word without its ending, so that "cutting" finds "cut" and "socks" finds "sock"."""
    ending = next((one for one in _ENDINGS if word.endswith(one) and len(word) - len(one) >= 3), "")
    if ending == "ing" and len(word) < 7:
        return word
    bare = word.removesuffix(ending)
    doubled = ending in ("ing", "ed") and len(bare) > 3 and bare[-1] == bare[-2] and bare[-1] not in "ls"
    return bare[:-1] if doubled else bare


def _most(masks: tuple[int, ...]) -> int:
    """The ideas in as many of the sets as any idea is; at least in half of them."""
    at_least = [~0] + [0] * len(masks)
    for mask in masks:
        for count in range(len(masks), 0, -1):
            at_least[count] |= at_least[count - 1] & mask
    half = (len(masks) + 1) // 2
    return next((found for found in reversed(at_least[half:]) if found), 0)


def _counts(known: Index, base: int, facets: Mapping[str, int], found: int) -> dict[str, dict[str, int]]:
    """What each value would show beside the choices in the other facets."""
    return {name: _of_facet(known, name, base, facets, found) for name in FACETS}


def _of_facet(known: Index, name: str, base: int, facets: Mapping[str, int], found: int) -> dict[str, int]:
    others = (mask for facet, mask in facets.items() if facet != name)
    beside = reduce(and_, others, base) if name in facets else found
    counted = ((value, (bits & beside).bit_count()) for value, bits in known.facets.get(name, {}).items())
    return {value: count for value, count in counted if count}


def _best(known: Index, found: int, tiers: tuple[int, ...], limit: int) -> list[int]:
    """The keys of the first ideas: tier by tier, better supported ones first, then by name."""
    supported = _any(known.facets.get("light", {}), _WELL_SUPPORTED)
    keys: list[int] = []
    for tier in (part for mask in tiers for part in (mask & supported, mask)):
        keys += _first(known, found & tier, limit - len(keys))
        found &= ~tier
    return keys


def _first(known: Index, mask: int, limit: int) -> Iterator[int]:
    for _ in range(min(limit, mask.bit_count())):
        lowest = mask & -mask
        yield known.pks[lowest.bit_length() - 1]
        mask ^= lowest


def _cards(keys: list[int]) -> tuple[StrategyCard, ...]:
    if not keys:
        return ()
    rows = {row["pk"]: card_of(row) for row in _rows(room=room_for(keys), pk=keys)}
    return tuple(rows[key] for key in keys if key in rows)


@prepared
def _rows(room: int) -> Any:
    return Strategy.objects.filter(pk__in=slots("pk", room)).values("pk", *CARD_COLUMNS)
