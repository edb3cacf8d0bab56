"""What holds for every text: the keeper never fails, points inside the text, and changes what it points at alone."""

from hypothesis import given
from hypothesis import strategies as st

from alongside.core.words import FamilyWord
from alongside.core.words_keeper import LONGEST_TEXT, ClinicWords, Kind, applied, kept, suggestions
from alongside.core.words_keeper.listing import AS_SHIPPED, index

_LISTED = sorted(" ".join(one.keys) for shelf in index(AS_SHIPPED).values() for one in shelf)
_AROUND = [
    "He",
    "Ada",
    "the boys",
    "a",
    "an",
    "A",
    "it",
    "only",
    "Only",
    "is",
    "3",
    "times",
    ".",
    ",",
    "-",
    "\n",
    "’s",
]
_CLINIC_WORDS = st.sampled_from(["stool", "chair", "big chair", "task", "DNA", "zip"])
_CLINICS = st.builds(
    ClinicWords,
    more=st.lists(
        st.builds(FamilyWord, say=_CLINIC_WORDS, instead_of=st.tuples(_CLINIC_WORDS)), max_size=4
    ).map(tuple),
    fine=st.frozensets(_CLINIC_WORDS, max_size=2),
)
_WRITTEN = st.lists(
    st.sampled_from([*_LISTED, *_AROUND]) | _CLINIC_WORDS | st.text(max_size=4), max_size=12
).map(" ".join)
_REPLACED = {Kind.WORD, Kind.JARGON, Kind.SHAME}


@given(_WRITTEN | st.text(), _CLINICS)
def test_suggestions_lie_in_order_inside_the_text_and_name_what_stands_there(
    text: str, clinic: ClinicWords
) -> None:
    said = suggestions(text, clinic)
    assert all(0 <= one.start < one.end <= len(text) for one in said)
    assert all(text[one.start : one.end] == one.found for one in said)
    assert list(said) == sorted(said, key=lambda one: (one.start, one.end, one.kind))
    assert all(one.why.text for one in said)


@given(_WRITTEN, _CLINICS)
def test_one_tap_changes_its_own_place_alone(text: str, clinic: ClinicWords) -> None:
    for one in suggestions(text, clinic):
        changed = applied(text, one)
        put = one.found if one.replacement is None else one.replacement
        assert changed == text[: one.start] + put + text[one.end :]
        assert one.kind in _REPLACED or one.replacement is None


@given(_WRITTEN, _CLINICS)
def test_kept_words_stay_kept(text: str, clinic: ClinicWords) -> None:
    done = kept(text, clinic)
    assert kept(done, clinic) == done
    assert not [one for one in suggestions(done, clinic) if one.replacement is not None]


@given(st.text(alphabet=" \n\t.-–…", max_size=60))
def test_a_text_without_words_gets_no_suggestion(text: str) -> None:
    assert suggestions(text) == ()
    assert kept(text) == text


@given(st.text(min_size=1, max_size=3))
def test_a_text_beyond_the_bound_is_looked_at_up_to_it(piece: str) -> None:
    text = (piece * LONGEST_TEXT)[:LONGEST_TEXT]
    assert suggestions(text + " He missed it.") == suggestions(text)
