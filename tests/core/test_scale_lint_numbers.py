"""How the lint reads numbers in digits and in words, and that it reads anything."""

from fractions import Fraction
from itertools import permutations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from alongside.core import bounds, scale_lint
from alongside.core.scale_lint import Rule, WrittenScale
from alongside.core.scale_lint.numbers import plain, quantities, tokens_of

TEXTS = st.text(max_size=bounds.SENTENCE)
WORDS = """3 5 / of out in a an half quarter hour minutes % - to or once twice no none every all both never and
then while as well offers help than when better more 8.20 by twenty five mornings week 0 two-minute ’ “ . ,"""
FRAGMENTS = st.lists(st.sampled_from(WORDS.split()), max_size=40).map(" ".join)
FIVE = st.tuples(*[TEXTS | FRAGMENTS] * 5)


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("three of five mornings", [("occasion/share", Fraction(3, 5))]),
        ("3 of 5 mornings", [("occasion/share", Fraction(3, 5))]),
        ("3 mornings out of 5", [("occasion/share", Fraction(3, 5))]),
        ("1 time in 5", [("occasion/share", Fraction(1, 5))]),
        ("3/5", [("/share", Fraction(3, 5))]),
        ("0 of his 4 coats", [("coat/share", 0)]),
        ("all five mornings", [("occasion/share", 1)]),
        ("every single night", [("occasion/share", 1)]),
        ("60% of the letters", [("letter/share", Fraction(3, 5))]),
        ("sixty per cent of the letters", [("letter/share", Fraction(3, 5))]),
        ("half of the letters", [("letter/share", Fraction(1, 2))]),
        ("twenty-five minutes", [("duration", 1500)]),
        ("a quarter of an hour", [("duration", 900)]),
        ("half an hour", [("duration", 1800)]),
        ("1 hour 45 minutes", [("duration", 6300)]),
        ("a minute", [("duration", 60)]),
        ("a five-minute game", [("duration", 300)]),
        ("2 metres, 30 cm", [("length", 200), ("length", 30)]),
        ("3-4 bites, or 3 to 4 sips", [("bite", Fraction(7, 2)), ("sip", Fraction(7, 2))]),
        ("twice a day", [("occasion", 2)]),
        ("no reminder", [("help", 0)]),
        ("both shoes", [("shoe", 2)]),
        ("Writes 1 line in 5 minutes", [("line", 1), ("duration", 300)]),
        ("by 8.20", [("clock", 500)]),
        ("8 o’clock", [("clock", 480)]),
        ("Once a grown-up has started it, in Year 4", []),
        ("half past", []),
    ],
)
def test_a_number_is_read_with_its_unit(text: str, read: list[tuple[str, Fraction]]) -> None:
    assert [(one.key, one.middle) for one in quantities(tokens_of(plain(text)))] == read


@given(levels=FIVE, sentence=TEXTS | FRAGMENTS, where=TEXTS | FRAGMENTS)
def test_any_text_is_read_and_twice_the_same(
    levels: tuple[str, str, str, str, str], sentence: str, where: str
) -> None:
    scale = WrittenScale(sentence=sentence, levels=levels, where_when=where, scored_by=where)
    found = scale_lint.findings(scale)
    assert found == scale_lint.findings(scale)
    for one in found:
        assert one.to_therapist.text
        assert one.to_family.text
        assert "−" not in one.to_family.template
        assert all(1 <= step <= 5 for step in one.steps)


@given(first=st.integers(0, 40), step=st.integers(1, 9), template=st.sampled_from(
    ["Eats {} bites", "Stays for {} minutes", "{} of 100 letters", "Walks {} metres to the gate"]
))  # fmt: skip
def test_a_scale_in_equal_steps_is_in_order_and_every_other_order_is_not(
    first: int, step: int, template: str
) -> None:
    assume(first + 2 * step not in {0, 100})
    levels = tuple(template.format(first + step * place) for place in range(5))
    for order in permutations(levels):
        a, b, c, d, e = order
        rules = {one.rule for one in scale_lint.findings(WrittenScale(sentence="", levels=(a, b, c, d, e)))}
        is_in_order = order in {levels, levels[::-1]}
        assert (Rule.EQUAL_STEPS in rules) is not is_in_order
        assert Rule.ONE_VARIABLE not in rules
