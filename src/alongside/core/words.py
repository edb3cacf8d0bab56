"""Words: sentences that faces can translate, and the family's plain words."""

import re
from collections.abc import Iterator
from dataclasses import dataclass


def gettext_noop(text: str) -> str:
    """Mark ``text`` for the translators' catalogue and return it unchanged; a face translates it when it is shown."""
    return text


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrase:
    """A sentence that the core worked out: its code, its English template and the values that fill it."""

    code: str
    template: str
    values: tuple[tuple[str, str | int], ...] = ()

    @property
    def named(self) -> dict[str, str | int]:
        """The values by name, for ``translated_template.format(**phrase.named)``."""
        return dict(self.values)

    @property
    def text(self) -> str:
        """The sentence in English."""
        return self.template.format(**self.named)


def phrase(code: str, template: str, **values: str | int) -> Phrase:
    """A phrase whose ``{names}`` are filled from ``values``."""
    return Phrase(code=code, template=template, values=tuple(values.items()))


@dataclass(frozen=True, slots=True, kw_only=True)
class FamilyWord:
    """What we say to families, and the words it replaces."""

    say: str
    instead_of: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """A word found in a text (as it was written, starting at character ``at``) and what to say instead."""

    word: str
    say: str
    at: int


def _family_word(say: str, *instead_of: str) -> FamilyWord:
    return FamilyWord(say=say, instead_of=instead_of)


FAMILY_WORDS = (
    _family_word("idea, thing to try", "exercise", "homework", "intervention", "task"),
    _family_word("moment, tried it", "completed", "adherence", "compliance", "compliant", "dose", "dosage"),
    _family_word("not today", "missed", "skipped", "failed", "overdue"),
    _family_word("one is plenty", "0 of 4 done"),
    _family_word("goal, what matters most", "target behaviour", "target behavior", "problem list"),
    _family_word("step, a start, nearly", "score", "level -1", "level −1", "partial"),
    _family_word(
        "finds hard, not yet, with help", "can't", "cannot", "unable", "refuses", "refused", "fails to"
    ),
    _family_word("gets tired first", "weak", "poor", "deficient"),
    _family_word("big feelings, overwhelmed", "tantrum", "acting out", "meltdown"),
    _family_word("different, in their own way", "abnormal", "atypical", "behind", "delayed"),
    _family_word("strengths, likes, what helps", "deficit", "limitation"),
    _family_word(
        "needs, support",
        "special needs",
        "suffers from",
        "high functioning",
        "low functioning",
        "high-functioning",
        "low-functioning",
    ),
    _family_word("disabled person, person with…", "afflicted", "victim", "confined to"),
    _family_word("we change the plan", "not progressing"),
    _family_word("what did you notice?", "incident", "behaviour log", "behavior log"),
    _family_word("he says, she shows us", "non-verbal", "nonverbal"),
    _family_word("settle, feel ready", "calm down", "behave"),
    _family_word("grown-ups, family, carer; names", "mum", "mummy", "proxy"),
    _family_word("looked together, look back", "reassessment"),
    _family_word("visit, time", "slot", "encounter", "appointment type"),
    _family_word("story", "referral form", "intake"),
    _family_word("asking is not a verdict", "admitting", "resorting to"),
    _family_word("a good sign, not proof", "significant", "clinically meaningful"),
    _family_word("early, holding, about the same", "plateau", "regression"),
    _family_word("harder lately, let's talk", "deterioration", "deteriorated", "red flag"),
    _family_word("who can see this", "data subject", "permission"),
    _family_word("we need a pause", "withdraw", "disengaged", "DNA", "no-show"),
    _family_word("couldn't come", "did not attend"),
    _family_word("happy surprise", "stretch goal"),
    _family_word("practise", "training", "drill"),
    _family_word("age 6", "mental age", "functioning at"),
)

# Words that change their meaning in small letters are looked for exactly as they stand.
_EXACT = frozenset({"DNA"})
_SAY = {word.lower(): entry.say for entry in FAMILY_WORDS for word in entry.instead_of}


def _pattern(word: str) -> str:
    if word in _EXACT:
        return rf"(?<![\w-]){re.escape(word)}(?![\w-])"
    return rf"(?i:(?<![\w-]){re.escape(word)}s?(?![\w-]))"


_LONGEST_FIRST = sorted((word for entry in FAMILY_WORDS for word in entry.instead_of), key=len, reverse=True)
_NOT_FAMILY = re.compile("|".join(f"({_pattern(word)})" for word in _LONGEST_FIRST))
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_SENTENCE_END = re.compile(r"[.!?…]+(?:\s|$)")
_VOWELS = re.compile(r"[aeiouy]+")


def not_family_words(text: str) -> tuple[Hit, ...]:
    """Words in ``text`` that the family's word list would say differently, in reading order. A suggestion only."""
    return tuple(_hits(text))


def _hits(text: str) -> Iterator[Hit]:
    for found in _NOT_FAMILY.finditer(text.replace("’", "'")):
        listed = _LONGEST_FIRST[(found.lastindex or 1) - 1]
        yield Hit(word=text[found.start() : found.end()], say=_SAY[listed.lower()], at=found.start())


def word_count(text: str) -> int:
    """How many words a reader meets: runs of characters between spaces that hold a letter or a digit."""
    return sum(any(mark.isalnum() for mark in piece) for piece in text.split())


def readability(text: str) -> float:
    """Roughly the US school grade that reads ``text`` with ease (add five for an age), to one decimal; 0.0 if empty.

    Flesch and Kincaid's formula with syllables counted by vowel groups: a hint for English, meaningless elsewhere.
    """
    words = _WORD.findall(text)
    if not words:
        return 0.0
    sentences = max(1, len(_SENTENCE_END.findall(text.strip())))
    syllables = sum(_syllables(word.lower()) for word in words)
    grade = 0.39 * len(words) / sentences + 11.8 * syllables / len(words) - 15.59
    return max(0.0, round(grade, 1))


def _syllables(word: str) -> int:
    groups = len(_VOWELS.findall(word))
    silent_e = word.endswith("e") and not word.endswith(("le", "ee")) and groups > 1
    return max(1, groups - silent_e)
