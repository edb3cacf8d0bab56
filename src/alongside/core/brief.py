"""The half-minute brief: four rows, at most 75 words, nothing that nobody said."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

from alongside.core.moments import Kind, Moment
from alongside.core.words import gettext_noop

MOST_WORDS = 75
_WORDS_FOR_A_NAME = 4
_IDEAS_NAMED = 3
ELLIPSIS = "…"
_LINE_ENDS = (".", "!", "?", "…", ";", ":", ",")


class RowCode(StrEnum):
    """The four rows, always in this order."""

    AT_HOME = "AT_HOME"
    THEY_SAID = "THEY_SAID"
    THEY_ASK = "THEY_ASK"
    YOU_PLANNED = "YOU_PLANNED"


_LABELS = {
    RowCode.AT_HOME: gettext_noop("At home"),
    RowCode.THEY_SAID: gettext_noop("They said"),
    RowCode.THEY_ASK: gettext_noop("They ask"),
    RowCode.YOU_PLANNED: gettext_noop("You planned"),
}
_EMPTY = {
    RowCode.AT_HOME: gettext_noop("No notes from home this week, and that is fine. Ask how the week was."),
    RowCode.THEY_SAID: gettext_noop("Nothing new."),
    RowCode.THEY_ASK: gettext_noop("No open question."),
    RowCode.YOU_PLANNED: gettext_noop("Nothing written down."),
}
# When the brief is too long, rows give up words in this order and keep at least so many: the therapist knows their
# own plan, and the family's own words are shortened last. Labels (8) and these (12 + 14 + 16 + 19) and a name (4)
# make 73, so 75 words always suffice.
_GIVE_UP = (
    (RowCode.YOU_PLANNED, 12),
    (RowCode.AT_HOME, 14),
    (RowCode.THEY_ASK, 16),
    (RowCode.THEY_SAID, 19),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One row; ``who`` said it, ``trimmed`` when words were left out, ``empty`` when the text is our own.

    ``private`` when the words were meant for the therapist alone: no page shows them unasked.
    """

    code: RowCode
    label: str
    text: str
    who: str = ""
    trimmed: bool = False
    empty: bool = False
    private: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Brief:
    """Four rows, and how many words they hold with labels and names."""

    rows: tuple[Row, ...]
    words: int


def brief(
    *, at_home: str = "", they_said: str = "", said_by: str = "", they_ask: str = "", you_planned: str = ""
) -> Brief:
    """The brief from what is on record; pass people's words without quotation marks, and "" for what is not there.

    At most 75 words with labels and names. Too long a row ends at a whole word with an ellipsis, in the order
    you planned, at home, they ask, they said. Nothing is reworded.
    """
    given = {
        RowCode.AT_HOME: at_home.split(),
        RowCode.THEY_SAID: they_said.split(),
        RowCode.THEY_ASK: they_ask.split(),
        RowCode.YOU_PLANNED: you_planned.split(),
    }
    who = said_by.split()[:_WORDS_FOR_A_NAME] if given[RowCode.THEY_SAID] else []
    kept = _fitted(given, len(who))
    rows = tuple(_row(code, given[code], kept[code], " ".join(who)) for code in RowCode)
    return Brief(rows=rows, words=sum(_length(row) for row in rows))


def one_line(words: str) -> str:
    """Several lines as one: a full stop keeps them apart where somebody wrote one, else a semicolon does."""
    lines = [line.strip() for line in words.splitlines() if line.strip()]
    apart = [line if line.endswith(_LINE_ENDS) else f"{line};" for line in lines[:-1]]
    return " ".join([*apart, *lines[-1:]])


def _fitted(given: Mapping[RowCode, list[str]], name_words: int) -> dict[RowCode, int]:
    """How many words of each row stay."""
    kept = {code: len(words) for code, words in given.items()}
    fixed = name_words + sum(len(label.split()) for label in _LABELS.values())
    fixed += sum(len(_EMPTY[code].split()) for code, words in given.items() if not words)
    for code, least in _GIVE_UP:
        surplus = max(0, fixed + sum(kept.values()) - MOST_WORDS)
        kept[code] = max(min(least, kept[code]), kept[code] - surplus)
    return kept


def _row(code: RowCode, words: list[str], kept: int, who: str) -> Row:
    label = _LABELS[code]
    if not words:
        return Row(code=code, label=label, text=_EMPTY[code], empty=True)
    who = who if code is RowCode.THEY_SAID else ""
    if kept == len(words):
        return Row(code=code, label=label, text=" ".join(words), who=who)
    text = " ".join(words[:kept]).rstrip(",;:.–-") + ELLIPSIS
    return Row(code=code, label=label, text=text, who=who, trimmed=True)


def _length(row: Row) -> int:
    return len(f"{row.label} {row.text} {row.who}".split())


def at_home_line(moments: Iterable[Moment], names: Mapping[UUID, str]) -> str:
    """What came from home, counted: "11 moments. Last pull 5, Ten quiet minutes 4, Tomorrow card 2."; "" for nothing.

    Only tried moments count. The three most frequent ideas are named, and the rest counted together, so that the
    numbers add up.
    """
    tried = Counter(moment.placement for moment in moments if moment.kind is Kind.TRIED)
    if not tried:
        return ""
    total = tried.total()
    counted = f"{total} moment." if total == 1 else f"{total} moments."
    often = sorted(tried.items(), key=lambda item: (-item[1], names.get(item[0], "")))
    known = [(names[placement], count) for placement, count in often if placement in names][:_IDEAS_NAMED]
    ideas = [f"{name} {count}" for name, count in known]
    rest = total - sum(count for _name, count in known)
    ideas += [f"others {rest}"] if ideas and rest else []
    return f"{counted} {', '.join(ideas)}." if ideas else counted
