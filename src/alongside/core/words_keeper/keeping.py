"""Keeping words: everything the keeper sees in a text, and putting its suggestions in place."""

import re
from collections.abc import Iterable, Iterator
from itertools import chain

from alongside.core.refusals import Refusal
from alongside.core.words import Phrase, gettext_noop, phrase
from alongside.core.words_keeper.around import means_it
from alongside.core.words_keeper.counts import bare_numbers
from alongside.core.words_keeper.kinds import Kind, Suggestion
from alongside.core.words_keeper.listing import AS_SHIPPED, ClinicWords, Found, found_in, index
from alongside.core.words_keeper.order import lack_before_strength
from alongside.core.words_keeper.reading import hardest_sentence, is_hard, long_sentences, reading_age
from alongside.core.words_keeper.replacing import change

LONGEST_TEXT = 20_000
_MOST_ROUNDS = 4
_MINUS_LEVEL = re.compile(r"(?<!\w)levels?\s?[-−–]\s?\d(?!\w)", re.IGNORECASE)
_WHY = {
    Kind.WORD: gettext_noop("Families hear this better another way: {say}."),
    Kind.JARGON: gettext_noop("This is a word of our trade. In plain words: {say}."),
    Kind.SHAME: gettext_noop("This can sound like blame. Perhaps: {say}."),
}
_WHY_OUT = gettext_noop("This can sound like blame. It reads kinder without the word.")
_WHY_LONG = gettext_noop("This sentence has {count} words. Two shorter ones are easier to read.")
_WHY_HARD = gettext_noop("This text reads like age {age}. Shorter words and sentences help, first here.")
_WHY_ORDER = gettext_noop("Start with what goes well or what helps. Then say what is hard.")
_WHY_COUNT = gettext_noop("Say of how many, as in “4 of 5 mornings”.")


class TextMoved(Refusal):
    sentence = gettext_noop("These words have changed since. Please look again.")


def suggestions(text: str, clinic: ClinicWords = AS_SHIPPED) -> tuple[Suggestion, ...]:
    """What a family could read more easily, in reading order. Only the first 20,000 characters are looked at."""
    looked_at = text[:LONGEST_TEXT]
    found = chain(
        _listed(looked_at, clinic),
        _levels(looked_at),
        _long(looked_at),
        _hard(looked_at, clinic),
        _order(looked_at),
        _counts(looked_at),
    )
    return tuple(sorted(found, key=_in_reading_order))


def applied(text: str, suggestion: Suggestion) -> str:
    """The text with this suggestion in place; unchanged when it offers nothing.

    Raises TextMoved when other words stand there by now.
    """
    if text[suggestion.start : suggestion.end] != suggestion.found:
        raise TextMoved
    if suggestion.replacement is None:
        return text
    return text[: suggestion.start] + suggestion.replacement + text[suggestion.end :]


def kept(text: str, clinic: ClinicWords = AS_SHIPPED) -> str:
    """The text with everything in place that one tap can do. Done again, it changes nothing more."""
    for _round in range(_MOST_ROUNDS):
        changed = _all_applied(text, clinic)
        if changed == text:
            break
        text = changed
    return text


def _all_applied(text: str, clinic: ClinicWords) -> str:
    """From the end, so that places stay true; of two that touch the same letters the first waits for a next round."""
    untouched = len(text)
    for suggestion in reversed([one for one in suggestions(text, clinic) if one.replacement is not None]):
        if suggestion.end <= untouched:
            text = applied(text, suggestion)
            untouched = suggestion.start
    return text


def _in_reading_order(suggestion: Suggestion) -> tuple[int, int, str]:
    return suggestion.start, suggestion.end, suggestion.kind


def _listed(text: str, clinic: ClinicWords) -> Iterator[Suggestion]:
    for found in found_in(text, index(clinic)):
        if means_it(text, found):
            put = change(text, found)
            kind = found.listed.kind
            yield _suggestion(text, kind, put.start, put.end, _why(found), replacement=put.words)


def _why(found: Found) -> Phrase:
    kind = found.listed.kind
    if not found.listed.say:
        return phrase("words_keeper.out", _WHY_OUT)
    return phrase(f"words_keeper.{kind.lower()}", _WHY[kind], say=found.listed.say)


def _levels(text: str) -> Iterator[Suggestion]:
    for found in _MINUS_LEVEL.finditer(text):
        why = phrase("words_keeper.word", _WHY[Kind.WORD], say="step, a start, nearly")
        yield _suggestion(text, Kind.WORD, found.start(), found.end(), why)


def _long(text: str) -> Iterator[Suggestion]:
    for start, end, count in long_sentences(text):
        why = phrase("words_keeper.long", _WHY_LONG, count=count)
        yield _suggestion(text, Kind.LONG, start, end, why)


def _hard(text: str, clinic: ClinicWords) -> Iterator[Suggestion]:
    """Listed words have a suggestion of their own, so they are not held against the text twice."""
    if is_hard(_without(text, found_in(text, index(clinic)))):
        start, end = hardest_sentence(text)
        why = phrase("words_keeper.reading", _WHY_HARD, age=reading_age(text) or 0)
        yield _suggestion(text, Kind.READING, start, end, why)


def _without(text: str, several: Iterable[Found]) -> str:
    edges = [0, *chain.from_iterable((found.start, found.end) for found in several), len(text)]
    return "".join(text[start:end] for start, end in zip(edges[::2], edges[1::2], strict=True))


def _order(text: str) -> Iterator[Suggestion]:
    lack = lack_before_strength(text)
    if lack:
        yield _suggestion(text, Kind.ORDER, *lack, phrase("words_keeper.order", _WHY_ORDER))


def _counts(text: str) -> Iterator[Suggestion]:
    for start, end in bare_numbers(text):
        yield _suggestion(text, Kind.COUNT, start, end, phrase("words_keeper.count", _WHY_COUNT))


def _suggestion(
    text: str, kind: Kind, start: int, end: int, why: Phrase, *, replacement: str | None = None
) -> Suggestion:
    return Suggestion(
        kind=kind, start=start, end=end, found=text[start:end], replacement=replacement, why=why
    )
