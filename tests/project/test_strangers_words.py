"""No question, norm or description that belongs to somebody else is in the repository.

The words themselves are not written down here either: of each text only a mark of its first five words is kept.
`mark("the first five words …")` makes another.
"""

import hashlib
import re
from functools import cache

import pytest

from tests.project.test_repository import files

THIS = "test_strangers_words.py"
LENGTH = 5
MARKS = {
    "a behaviour questionnaire": """
        43ee6bba7b21 c3aefb65f5f2 9ff01a4c2be7 ac06e2ad3c95 e7b6af5b7c63 7f940bf358d2 46d50cb5f979
        5ea4093d95fa 0c4e7f30469a fb19983ce484 015c950097bf ae95ab48e2ea a79e4a77128c aa83d003fe70
        6405a2f872a3 0e9db0175428 c112e0d8f350 a5adfbe9459a 65f94d821b63
    """,
    "a measure of performance and satisfaction": """
        2beca540ca48 0c7e4e5e57bd
    """,
    "a measure of family-centred care": """
        0a46c6958f4f a56a60c02a65 4857ff5b5f0e 1c5f0af73737
    """,
    "descriptions of billing codes": """
        eb78607071b0 c3cfb73fa0ba 7adf679a41d5 d3bfc86ded8d d7afa8f4830c 53ad0dcea758 d4b0c940d0ce
        4ffe7ad5c9c7 38b3da9e12e6 9bfff6bd99b0 8397ecd769a0 121aba91e954
    """,
}
WORD = re.compile(r"[a-z0-9]+")
NORMS = re.compile(
    r"\b(?:NORMS?(?:_TABLES?)?|RAW_TO_\w+|\w+_FROM_RAW)\b\s*(?::[^=\n]+)?=\s*[\[{(]|\braw_to_\w+\"\s*:"
)
NORMS_IN_A_TABLE = re.compile(
    r"^\W*raw\b[^\n]*\b(?:scaled|standard|percentile|t)\b[^\n]*\n(?:[\W_]*\n)?(?:[^\n]*\d+[^\n\d]+\d+[^\n]*\n){4}",
    re.IGNORECASE | re.MULTILINE,
)
ONE_PARENT = re.compile(r"^\s+(?:mother|father|mum|dad)\w*\s*(?::[^=\n]+)?=\s*models\.", re.MULTILINE)


def mark(text):
    """The mark of a text's first five words, whatever stands between them."""
    return _mark(" ".join(words(text)[:LENGTH]))


def _mark(five):
    return hashlib.sha256(five.encode()).hexdigest()[:12]


def words(text):
    """The words of a text, without signs, lines and quotes."""
    return WORD.findall(re.sub(r"['’]", "", text.lower()))


def belongs_to_others(text):
    """Whose words a text holds, if anybody's."""
    said = words(text)
    runs = {" ".join(said[at : at + LENGTH]) for at in range(len(said) - LENGTH + 1)}
    found = {_mark(run) for run in runs}
    return sorted(owner for owner, marks in MARKS.items() if found & set(marks.split()))


@cache
def texts():
    """Every text of the repository by its path, except this test with its examples."""
    return {str(path): path.read_text(errors="ignore") for path in files() if path.name != THIS}


def matching(pattern, *, ending=""):
    """The files in which a pattern is found."""
    return [path for path, text in texts().items() if path.endswith(ending) and pattern.search(text)]


def test_no_file_holds_words_of_somebody_elses_form_or_code_list():
    found = {path: owners for path, text in texts().items() if (owners := belongs_to_others(text))}
    assert len(texts()) > 100
    assert found == {}


def test_no_file_holds_a_norm_table():
    assert matching(NORMS) == []
    assert matching(NORMS_IN_A_TABLE) == []
    assert [path for path in texts() if re.search(r"norms?[_-]?tables?\.(csv|json|toml)$", path)] == []


def test_a_child_has_grown_ups_and_no_field_for_one_kind_of_parent():
    assert matching(ONE_PARENT, ending=".py") == []


@pytest.mark.parametrize(
    "text",
    [
        "The quick brown fox jumps",
        'x = ("the quick "\n    "brown fox jumps over")',
        "| The | quick | brown-fox | jumps! |",
    ],
)
def test_words_of_others_would_be_noticed_across_lines_and_signs(monkeypatch, text):
    assert belongs_to_others(text) == []
    monkeypatch.setitem(MARKS, "an invented form", mark("The quick brown fox jumps over the dog"))
    assert belongs_to_others(text) == ["an invented form"]
    assert belongs_to_others("The quick brown fox sleeps") == []


@pytest.mark.parametrize(
    "text",
    [
        "NORMS = {5: 10}",
        "RAW_TO_SCALED: dict[int, int] = {5: 10}",
        '{"raw_to_scaled": {"5": 10}}',
        "raw,scaled\n1,2\n2,3\n3,4\n4,5\n",
        "| raw | age | standard |\n|---|---|---|\n| 1 | 5 | 70 |\n| 2 | 5 | 72 |\n| 3 | 5 | 75 |\n| 4 | 5 | 77 |\n",
    ],
)
def test_a_norm_table_would_be_noticed(text):
    assert NORMS.search(text) or NORMS_IN_A_TABLE.search(text)


@pytest.mark.parametrize(
    "text", ["norm_table = models.CharField()", "raw score, scaled score and percentile\n"]
)
def test_naming_a_norm_table_is_allowed(text):
    assert not NORMS.search(text)
    assert not NORMS_IN_A_TABLE.search(text)


def test_a_field_for_one_kind_of_parent_would_be_noticed():
    assert ONE_PARENT.search("class Child:\n    mother = models.ForeignKey(Person)")
    assert not ONE_PARENT.search("class Child:\n    carers = models.ManyToManyField(Person)")
