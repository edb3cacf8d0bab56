"""The rules about words: what can be seen, what stands on its own, and one context throughout."""

import re
from collections.abc import Iterator, Sequence

from alongside.core.attainment import Level
from alongside.core.scale_lint import lexicon, mending
from alongside.core.scale_lint.numbers import plain, stem
from alongside.core.scale_lint.reading import Reading
from alongside.core.scale_lint.values import Finding, Rule, Severity, WrittenScale

_VAGUE = re.compile(
    rf"\b(?:{lexicon.VAGUE_PHRASES}|{'|'.join(sorted(lexicon.VAGUE, key=len, reverse=True))})\b"
)
_HARMLESS = re.compile(rf"\b(?:{lexicon.HARMLESS})\b")
_QUOTED = re.compile(r"\"[^\"]*\"|(?<!\w)'[^']*'(?!\w)")
_COMPARED = re.compile(rf"\b(?:{lexicon.COMPARED_WITH})\b")
_PLACE = re.compile(rf"\b(?:at|in) (?:the |his |her |their |our |my )?({'|'.join(sorted(lexicon.PLACES))})\b")
_COMPANY = re.compile(rf"\bwith (?:his |her |their |the |my )?({'|'.join(sorted(lexicon.COMPANY))})\b")
_MEALS = "breakfast|lunch|supper"  # Only after "at": a lunch box and a breakfast bowl are no hours.
_HOUR = re.compile(rf"(?:\bat (?={_MEALS})|\b(?!{_MEALS}))({'|'.join(lexicon.HOURS)})s?\b")
_DAY = re.compile(rf"\b({'|'.join(lexicon.DAYS)})s?\b")
_LEVELS_APART = 2


def observable(readings: Sequence[Reading]) -> Iterator[Finding]:
    """Each level says what can be seen or counted."""
    for one in readings:
        words = _vague(one)
        if words:
            mend = mending.VAGUE_WHEN_HARDER if one.level is Level.HARDER else mending.VAGUE
            yield _warn(Rule.OBSERVABLE, mend, one.level, words)


def _vague(one: Reading) -> str:
    """The vague words of a level; a number beside them says what is meant, and a comparison has its own rule."""
    if _COMPARED.search(one.text) or any(
        not quantity.is_share or quantity.of != 1 for quantity in one.measured
    ):
        return ""
    said = _HARMLESS.sub(" ", _QUOTED.sub(" ", one.text))
    is_shown = not lexicon.EMOTION_SHOWN_BY.isdisjoint(one.tokens)
    for found in _VAGUE.finditer(said):
        if not (is_shown and found[0] in lexicon.SHOWN_FEELINGS):
            return found[0]
    return ""


def stands_alone(readings: Sequence[Reading]) -> Iterator[Finding]:
    """Each level can be read without knowing how it was before."""
    for one in readings:
        found = _COMPARED.search(one.text)
        if found:
            mend = mending.COMPARED_WHEN_HARDER if one.level is Level.HARDER else mending.COMPARED
            yield _warn(Rule.STANDS_ALONE, mend, one.level, found[0])


def _warn(rule: Rule, mend: mending.Mend, level: Level, words: str) -> Finding:
    field = "harder" if level is Level.HARDER else "levels"
    return mending.finding(rule, Severity.WARNING, field, mend, level, words=words)


def same_context(scale: WrittenScale, readings: Sequence[Reading]) -> Iterator[Finding]:
    """Where, with whom, when and out of how many stay the same from level to level."""
    changed = _changed_context(scale, readings)
    if changed is not None:
        level, words = changed
        yield mending.finding(
            Rule.SAME_CONTEXT, Severity.WARNING, "levels", mending.OTHER_CONTEXT, level, words=words
        )
        return
    other = _other_whole(readings)
    if other is not None:
        yield mending.finding(Rule.SAME_CONTEXT, Severity.WARNING, "levels", mending.OTHER_WHOLE, other)


def _changed_context(scale: WrittenScale, readings: Sequence[Reading]) -> tuple[Level, str] | None:
    around = plain(scale.where_when)
    for pattern, meaning in ((_PLACE, {}), (_HOUR, lexicon.HOURS), (_DAY, lexicon.DAYS)):
        changed = _changed(readings, pattern, meaning, around)
        if changed is not None:
            return changed
    return _changed(readings, _COMPANY, {}, "")


def _changed(
    readings: Sequence[Reading], pattern: re.Pattern[str], meaning: dict[str, str], around: str
) -> tuple[Level, str] | None:
    """The first level whose context shares nothing with the context before it.

    A context that changes at nearly every level is what the scale is about, so nothing is said.
    """
    before = _contexts(pattern, meaning, around)
    moves: list[tuple[Level, str]] = []
    for one in readings:
        here = _contexts(pattern, meaning, one.text)
        if here and before and here.isdisjoint(before):
            found = pattern.search(one.text)
            moves.append((one.level, found[0] if found else ""))
        before = here or before
    return moves[0] if 0 < len(moves) < _LEVELS_APART else None


def _contexts(pattern: re.Pattern[str], meaning: dict[str, str], text: str) -> frozenset[str]:
    return frozenset(meaning.get(word, word) for word in pattern.findall(text))


def _other_whole(readings: Sequence[Reading]) -> Level | None:
    """The first level that counts the same thing out of another number, or in another stretch of time."""
    wholes: dict[str, object] = {}
    for one in readings:
        for quantity in one.measured:
            whole = quantity.of if quantity.is_share else quantity.window
            if whole in {1, 100, ""}:
                continue
            if wholes.setdefault(stem(quantity.key), whole) != whole:
                return one.level
    return None
