"""Lists of words made ready for finding: every form with what one tap puts in its place."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import chain

from alongside.core.words import FAMILY_WORDS, FamilyWord
from alongside.core.words_keeper import jargon, plain
from alongside.core.words_keeper.kinds import Kind
from alongside.core.words_keeper.tokens import Token, is_joined, tokens

MOST_OF_A_CLINIC = 500
_OUT = "(out)"
_NOTHING = "-"


@dataclass(frozen=True, slots=True, kw_only=True)
class ClinicWords:
    """A clinic's own edits of the list: words it adds, and words of ours that are fine with it.

    What one tap puts in is the first wording of ``say``, up to its first comma.
    """

    more: tuple[FamilyWord, ...] = ()
    fine: frozenset[str] = frozenset()


AS_SHIPPED = ClinicWords()


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """One form of a listed word as its small-letter parts, what to say, and what one tap puts in (None: nothing)."""

    keys: tuple[str, ...]
    exact: str
    kind: Kind
    say: str
    tap: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A listed word in a text, from character ``start`` to before ``end``."""

    listed: Listed
    start: int
    end: int


Index = Mapping[str, tuple[Listed, ...]]


@lru_cache(maxsize=64)
def index(clinic: ClinicWords) -> Index:
    """The clinic's words, blame, the family's list and jargon by first part, longest first; the first list wins."""
    fine = {_keys(word) for word in clinic.fine}
    forms: dict[tuple[str, ...], Listed] = {}
    for listed in chain(_of_clinic(clinic), _shipped()):
        if listed.keys and _singular(listed.keys) not in fine and listed.keys not in fine:
            forms.setdefault(listed.keys, listed)
    return _safe(_by_first(forms.values()))


def found_in(text: str, known: Index) -> Iterator[Found]:
    """Listed words of ``text`` in reading order, the longest at each place, never two on one word."""
    parts = tokens(text)
    at = 0
    while at < len(parts):
        listed = _listed_at(text, parts, at, known)
        if listed:
            last = parts[at + len(listed.keys) - 1]
            yield Found(listed=listed, start=parts[at].start, end=last.end)
        at += len(listed.keys) if listed else 1


def _listed_at(text: str, parts: tuple[Token, ...], at: int, known: Index) -> Listed | None:
    fits = (one for one in known.get(parts[at].key, ()) if _fits(text, parts, at, one))
    return next(fits, None)


def _fits(text: str, parts: tuple[Token, ...], at: int, listed: Listed) -> bool:
    span = parts[at : at + len(listed.keys)]
    if tuple(part.key for part in span) != listed.keys:
        return False
    if listed.exact and text[span[0].start : span[-1].end] != listed.exact:
        return False
    return is_joined(text, span)


def _by_first(forms: Iterable[Listed]) -> Index:
    shelves: defaultdict[str, list[Listed]] = defaultdict(list)
    for listed in forms:
        shelves[listed.keys[0]].append(listed)
    return {first: tuple(sorted(shelf, key=_longest_first)) for first, shelf in shelves.items()}


def _longest_first(listed: Listed) -> int:
    return -len(listed.keys)


def _safe(known: Index) -> Index:
    """Without taps that put in another listed word, so that one tap never asks for the next."""
    return {first: tuple(_with_safe_tap(one, known) for one in shelf) for first, shelf in known.items()}


def _with_safe_tap(listed: Listed, known: Index) -> Listed:
    again = listed.tap is not None and any(found_in(listed.tap, known))
    return replace(listed, tap=None) if again else listed


def _of_clinic(clinic: ClinicWords) -> Iterator[Listed]:
    for entry in clinic.more[:MOST_OF_A_CLINIC]:
        tap = entry.say.split(",")[0].strip()
        for word in entry.instead_of:
            yield _listed(Kind.WORD, word, say=entry.say, tap=tap)
            yield _listed(Kind.WORD, f"{word}s", say=entry.say, tap=f"{tap}s" if tap.isalpha() else None)


@lru_cache(maxsize=1)
def _shipped() -> tuple[Listed, ...]:
    blame = _lines(plain.SHAME, Kind.SHAME)
    known = chain.from_iterable(_lines(words, Kind.JARGON) for words in jargon.LISTS)
    return (*blame, *_family_list(), *_lines(plain.MORE, Kind.WORD), *known)


def _family_list() -> Iterator[Listed]:
    taps = {listed.keys: listed for listed in _lines(plain.TAPS, Kind.WORD)}
    for entry in FAMILY_WORDS:
        for word in entry.instead_of:
            for form in _forms(word):
                one = _listed(Kind.WORD, form, say=entry.say, tap=None)
                yield replace(one, tap=taps[one.keys].tap) if one.keys in taps else one
    yield from taps.values()


def _forms(word: str) -> tuple[str, ...]:
    """The word and its plural. Levels with a minus have a pattern of their own: here the sign would be lost."""
    return () if any(mark in word for mark in "-−") and word[-1].isdigit() else (word, f"{word}s")


def _lines(written: str, kind: Kind) -> Iterator[Listed]:
    for line in written.strip().splitlines():
        forms, _, rest = line.partition(" = ")
        wordings, _, advice = rest.partition(" | ")
        yield from _pairs(kind, forms.split(", "), wordings.split("; "), advice)


def _pairs(kind: Kind, forms: list[str], wordings: list[str], advice: str) -> Iterator[Listed]:
    """Each form with its wording; one wording alone stands for every form."""
    each = wordings * len(forms) if len(wordings) == 1 else wordings
    for form, wording in zip(forms, each, strict=True):
        tap = {_NOTHING: None, _OUT: ""}.get(wording.strip(), wording.strip())
        yield _listed(kind, form, say=advice.strip() or tap or "", tap=tap)


def _listed(kind: Kind, form: str, *, say: str, tap: str | None) -> Listed:
    exact = form if sum(mark.isupper() for mark in form) > 1 else ""
    return Listed(keys=_keys(form), exact=exact, kind=kind, say=say, tap=tap)


def _keys(form: str) -> tuple[str, ...]:
    return tuple(part.key for part in tokens(form))


def _singular(keys: tuple[str, ...]) -> tuple[str, ...]:
    return (*keys[:-1], keys[-1].removesuffix("s"))
