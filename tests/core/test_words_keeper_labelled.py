"""How often the words keeper is right: precision and recall on labelled texts, printed with ``pytest -s``.

Precision is the part of its hints that a careful editor would give too, recall the part of the editor's hints that
it gives. A kind of hint counts once a text.
"""

import json
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import pytest

from alongside.core import words_keeper
from alongside.core.words_keeper import Kind

USED, HELD_OUT = "used while writing", "held out"


@dataclass(frozen=True, slots=True, kw_only=True)
class Labelled:
    """A text and the kinds of hints a careful editor gives."""

    half: str
    text: str
    kinds: frozenset[Kind]


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """What was hinted rightly, hinted wrongly (a false alarm), and left unsaid (a miss)."""

    right: int
    wrong: int
    unsaid: int

    @property
    def precision(self) -> float:
        return self.right / max(1, self.right + self.wrong)

    @property
    def recall(self) -> float:
        return self.right / max(1, self.right + self.unsaid)


def _read() -> tuple[Labelled, ...]:
    path = Path(__file__).parent / "data" / "labelled_sentences.json"
    rows = json.loads(path.read_text("utf-8"))["texts"]
    return tuple(
        Labelled(half=row["half"], text=row["text"], kinds=frozenset(Kind(code) for code in row["kinds"]))
        for row in rows
    )


TEXTS = _read()


def hinted(text: str) -> frozenset[Kind]:
    return frozenset(one.kind for one in words_keeper.suggestions(text))


def tally(texts: Iterable[Labelled], kinds: Iterable[Kind] = Kind) -> Tally:
    """The counts over some texts and some kinds."""
    counts: Counter[str] = Counter()
    asked = frozenset(kinds)
    for one in texts:
        said, wanted = hinted(one.text) & asked, one.kinds & asked
        counts.update(right=len(said & wanted), wrong=len(said - wanted), unsaid=len(wanted - said))
    return Tally(right=counts["right"], wrong=counts["wrong"], unsaid=counts["unsaid"])


def of_half(half: str) -> tuple[Labelled, ...]:
    return tuple(one for one in TEXTS if one.half == half)


def plain_and_disturbed(texts: Iterable[Labelled]) -> tuple[int, int]:
    """How many texts an editor leaves as they are, and in how many of those the keeper hints at something."""
    plain = [one for one in texts if not one.kinds]
    return len(plain), sum(bool(hinted(one.text)) for one in plain)


def table() -> str:
    """Precision and recall of the whole, of each half and of each kind in it, as lines."""
    lines = [_line(f"all {len(TEXTS)} texts", TEXTS)]
    for half in (USED, HELD_OUT):
        lines.append(_line(f"{half} ({len(of_half(half))})", of_half(half)))
        lines += [_line(f"  {kind}", of_half(half), kind) for kind in Kind]
        lines.append("  plain texts: {}, disturbed: {}".format(*plain_and_disturbed(of_half(half))))
    return "\n".join(lines)


def _line(name: str, texts: Iterable[Labelled], *kinds: Kind) -> str:
    one = tally(texts, kinds or Kind)
    counts = f"{one.right:3} right {one.wrong:2} wrong {one.unsaid:2} unsaid"
    return f"{name:28} {counts}   precision {one.precision:.2f}   recall {one.recall:.2f}"


def test_the_keeper_is_mostly_right_and_says_how_often() -> None:
    print("\n" + table())  # noqa: T201  # The measured numbers are meant to be read, with pytest -s.
    whole = tally(TEXTS)
    assert whole.precision >= 0.95
    assert whole.recall >= 0.95


@pytest.mark.parametrize(("half", "precision", "recall"), [(USED, 0.97, 0.97), (HELD_OUT, 0.93, 0.92)])
def test_each_half_keeps_its_own_minimum(half: str, precision: float, recall: float) -> None:
    assert tally(of_half(half)).precision >= precision
    assert tally(of_half(half)).recall >= recall


@pytest.mark.parametrize("kind", Kind)
@pytest.mark.parametrize("half", [USED, HELD_OUT])
def test_every_kind_is_labelled_at_least_three_times_and_mostly_right(half: str, kind: Kind) -> None:
    one = tally(of_half(half), [kind])
    assert one.right + one.unsaid >= 3
    assert one.precision >= 0.8
    assert one.recall >= 0.8


@pytest.mark.parametrize("half", [USED, HELD_OUT])
def test_plain_texts_are_half_of_all_and_nearly_all_are_left_in_peace(half: str) -> None:
    plain, disturbed = plain_and_disturbed(of_half(half))
    assert len(of_half(half)) >= 60
    assert 0.45 <= plain / len(of_half(half)) <= 0.55
    assert disturbed / plain <= 0.06
