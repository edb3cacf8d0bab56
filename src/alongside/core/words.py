"""Words: sentences that faces can translate, and the family's plain words."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise


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
# Runs are looked at from their first mark alone and never given back, so a long run costs no more than its length.
_MAYBE_END = re.compile(r"(?<![.!?…])[.!?…]++[\"'”’)\]]*+(?=\s|$)|[\r\n]+")
_TITLES = ("dr", "mr", "mrs", "ms", "prof", "st")
_SHORTENED = ("e.g", "i.e", "etc", "approx", "vs", "a.m", "p.m", "incl", "no", "min", "mins", "hrs", "yrs")
_LONGEST_SHORT_FORM = 6
_WRAPPED_LINE = 60  # Shorter lines end on purpose: they are the lines of a list.

_VOWELS = re.compile(r"[aeiouyàáâäåæèéêëìíîïòóôöøùúûü]+")
_SILENT = re.compile(
    r"(?<=[^aeiouylr])e$|(?<=[aeiouyr]l)e$|(?<!tr)(?<=r)e$"  # cake, whole, more; not table, centre
    r"|(?<=[aein]gue)$|(?<=que)$"  # tongue, cheque; not value
    r"|(?<=[bdfkmnprtv])es$|(?<=[aeiouy]l)es$|(?<=th)es$"  # makes, rules, clothes; not pages
    r"|(?<=[^aeiouytdl])ed$|(?<=[aeiouyrl]l)ed$"  # jumped, smiled; not wanted, handled
    r"|(?<=[^aeiouyl])e(?=(?:ly|ful|fully|ments?|less|ness|things?|times?|where|body|work|ways?)$)"  # safely, homework
)
_ALSO_HEARD = re.compile(
    r"[aeiouy]ing"  # do-ing, try-ing
    r"|(?<![cstgx])(?<!ll)i(?:[au]|o(?!ns?$|ur))|^lions?$|(?<=[cst])iat"  # pi-ano, ser-i-ous, appreci-ate
    r"|(?:[^aeiou]d|qu|soc|var)iet|^diet|^clients?|[a-z]ience(?<![pt]ience)|(?<=[a-z][^aeiouy])ie(?:r|rs|st)$"
    r"|(?:id|ar|th)ea(?!d)|rea(?=ct|li)|creat|(?:^[lv]|id)eo|^poe|useu"  # ide-a, are-a, re-act, Le-o, po-em
    r"|(?<![gq])ua(?!de)|(?<![gq])u(?:ous|ence|ent)|(?<!q)uity|[aeou]y(?:[aou]|er)|^coor"  # us-u-al, play-er
    r"|[ds]n['’]t|(?:[csxz]e?|[cs]h)['’]s$|ism|thm"  # did-n't, Rose's, aut-is-m, rhyth-m
)


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


def sentences(text: str) -> tuple[tuple[int, int], ...]:
    """Where each sentence of ``text`` starts and ends. A line of a list is one; a line that was only wrapped is not."""
    edges = [0, *(found.end() for found in _MAYBE_END.finditer(text) if _ends(text, found)), len(text)]
    return tuple(
        _without_blanks(text, start, end)
        for start, end in pairwise(edges)
        if any(mark.isalnum() for mark in text[start:end])
    )


def _without_blanks(text: str, start: int, end: int) -> tuple[int, int]:
    part = text[start:end]
    return end - len(part.lstrip()), start + len(part.rstrip())


def _ends(text: str, found: re.Match[str]) -> bool:
    """Whether a sentence ends at these marks: not after "Dr.", and not where a small letter goes on after "e.g."."""
    goes_on = _next_mark(text, found.end())
    if found[0][0] in "\r\n":
        one_line_ends = found[0] in {"\n", "\r\n"}
        return not (one_line_ends and goes_on.islower() and _is_wrapped(text, found.start()))
    if found[0] != ".":
        return not goes_on.islower()
    before = _word_before(text, found.start())
    return before not in _TITLES and not (before in _SHORTENED and (goes_on.islower() or goes_on.isdigit()))


def _next_mark(text: str, at: int) -> str:
    return text[at : at + 2].lstrip()[:1]


def _is_wrapped(text: str, at: int) -> bool:
    line = text[max(0, at - _WRAPPED_LINE) : at]
    return len(line) == _WRAPPED_LINE and "\n" not in line


def _word_before(text: str, at: int) -> str:
    before = text[max(0, at - _LONGEST_SHORT_FORM - 1) : at].split()
    return before[-1].lstrip("(“\"'").lower() if before else ""


def readability(text: str) -> float:
    """Roughly the US school grade that reads ``text`` with ease (add five for an age), to one decimal; 0.0 if empty.

    0.39 words a sentence + 11.8 syllables a word - 15.59 (Kincaid, Fishburne, Rogers and Chissom 1975), with
    syllables counted from the spelling: a hint for English, meaningless elsewhere.
    """
    words = _WORD.findall(text)
    if not words:
        return 0.0
    heard = sum(syllables(word) for word in words)
    grade = 0.39 * len(words) / max(1, len(sentences(text))) + 11.8 * heard / len(words) - 15.59
    return max(0.0, round(grade, 1))


def syllables(word: str) -> int:
    """How many syllables an English word most likely has, from its spelling; at least one."""
    spelled = word.lower()
    heard = len(_VOWELS.findall(spelled)) - len(_SILENT.findall(spelled)) + len(_ALSO_HEARD.findall(spelled))
    return max(1, heard)
